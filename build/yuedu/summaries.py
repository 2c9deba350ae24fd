"""`summaries/*.yml`: the English of headings, front matter and passages, by id, with its state and the hash it was made for.

States: missing → draft → reviewed; a summary whose Chinese has changed since is stale, whatever the file says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from yuedu.errors import EditorError
from yuedu.findings import Finding
from yuedu.shape import IsoDate, Shape
from yuedu.yamlfile import YamlFile

State = Literal["missing", "draft", "reviewed", "stale"]
Drafts = Literal["hide", "mark"]


class Segment(Shape):
    """One English sentence, or two, and the numbers of the Chinese sentences it stands on."""

    text: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    stands_on: Annotated[list[Annotated[int, Field(ge=1)]], Field(alias="from", min_length=1)]


class Omission(Shape):
    """A Chinese sentence that the English leaves out, and why."""

    sentence: Annotated[int, Field(ge=1)]
    reason: Annotated[str, StringConstraints(min_length=1)]


class TranslatorNote(Shape):
    """A translator's note, in both languages."""

    zh: str
    en: str


class Summary(Shape):
    """One text's English. A heading or a line of front matter is one sentence."""

    source: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    state: Literal["draft", "reviewed"]
    drafted_by: Annotated[str, StringConstraints(min_length=1)]
    reviewed_by: str | None = None
    reviewer_kind: Literal["model", "person"] | None = None
    reviewed_on: IsoDate | None = None
    segments: Annotated[list[Segment], Field(min_length=1)]
    omitted: list[Omission] = Field(default_factory=list)
    notes: list[TranslatorNote] = Field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.segments)


@dataclass(frozen=True, slots=True)
class Target:
    """What a summary can be of: the Chinese of an id and its number of sentences."""

    zh: str
    sentences: int


@dataclass(frozen=True, slots=True)
class English:
    """A summary in its effective state; `place` is where it stands, `problem` why it is withheld."""

    summary: Summary
    state: State
    place: str
    problem: str | None = None

    def shown(self, drafts: Drafts) -> bool:
        """Whether a reader may see it."""
        return not self.problem and (self.state == "reviewed" or (self.state == "draft" and drafts == "mark"))


def sha256(zh: str) -> str:
    """The hash that ties English to its Chinese: SHA-256 of the UTF-8."""
    return hashlib.sha256(zh.encode()).hexdigest()


class _File(Shape):
    entries: dict[str, Summary]


def read_summaries(
    files: Sequence[YamlFile], targets: Mapping[str, Target]
) -> tuple[dict[str, English], list[Finding]]:
    """Every summary by the id it is of, and what is wrong with any; a broken one is withheld, not dropped."""
    found: dict[str, English] = {}
    findings: list[Finding] = []
    for file in files:
        entries = YamlFile(
            file.path, {"entries": file.value or {}}, {("entries", *k): v for k, v in file.lines.items()}
        )
        for ident, summary in entries.shaped(_File).entries.items():
            if ident in found:
                raise _twice(file, ident, found[ident].place)
            place = file.place(ident)
            problems = list(_problems(ident, summary, targets, place))
            findings += problems
            stale = any(p.rule == "state.stale" for p in problems)
            withheld = "; ".join(p.message for p in problems) or None
            found[ident] = English(summary, "stale" if stale else summary.state, place, withheld)
    return found, findings


def _twice(file: YamlFile, ident: str, first: str) -> EditorError:
    return file.error((ident,), f"{ident!r} has English twice (first at {first})", "keep one of the two")


def _problems(ident: str, summary: Summary, targets: Mapping[str, Target], place: str) -> list[Finding]:
    target = targets.get(ident)
    if target is None:
        near = get_close_matches(ident, list(targets), 1)
        message = f"English for {ident}, which is no heading, front matter or passage"
        return [Finding("error", "link.summary", place, message, ident, near[0] if near else "", ident)]
    problems = []
    if summary.source != sha256(target.zh):
        message = "the Chinese has changed since this English was made"
        problems.append(Finding("error", "state.stale", place, message, summary.source, sha256(target.zh), ident))
    if summary.state == "reviewed" and not (summary.reviewed_by and summary.reviewer_kind and summary.reviewed_on):
        message = "reviewed English needs reviewed_by, reviewer_kind and reviewed_on"
        problems.append(Finding("error", "state.review", place, message, "", "all three", ident))
    stood = {n for s in summary.segments for n in s.stands_on}
    accounted = stood | {o.sentence for o in summary.omitted}
    if (extra := accounted - set(range(1, target.sentences + 1))) and not problems:
        message = f"there are {target.sentences} Chinese sentences, and the English names others"
        problems.append(Finding("error", "text.grounding", place, message, _numbers(extra), "", ident))
    if (left := set(range(1, target.sentences + 1)) - accounted) and not problems:
        message = "no segment stands on these Chinese sentences, and no reason excuses them"
        problems.append(Finding("error", "text.grounding", place, message, _numbers(left), "", ident))
    return problems


def _numbers(numbers: set[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
