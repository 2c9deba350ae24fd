"""`summaries/*.yml`: the English of headings, front matter and passages, by id, with its state and the hash it was made for.

States: missing → draft → reviewed; a summary whose Chinese has changed since is stale, and one whose English was edited
since its review is a draft again, whatever the file says (see `reviews`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from yuedu.errors import EditorError
from yuedu.findings import Finding
from yuedu.reviews import Reviewable, State, Words, canonical, review_findings, sha256, state_after
from yuedu.shape import Shape
from yuedu.yamlfile import YamlFile

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
    """A translator's note, in both languages. `about`: the sentences it is about, where it is not the whole passage."""

    zh: str
    en: str
    about: list[Annotated[int, Field(ge=1)]] = Field(default_factory=list)


class FigureLabel(Shape):
    """What a quantity counts, short enough for a table, in both languages."""

    zh: Words
    en: Words


class Summary(Reviewable):
    """One text's English. A heading or a line of front matter is one sentence.

    `figures`: what each measured quantity of a passage counts, by the last part of the figure's id (f127).
    """

    segments: Annotated[list[Segment], Field(min_length=1)]
    omitted: list[Omission] = Field(default_factory=list)
    notes: list[TranslatorNote] = Field(default_factory=list)
    figures: dict[str, FigureLabel] = Field(default_factory=dict)

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.segments)

    @property
    def approval(self) -> str:
        """The hash a review writes into `approved`: of all that a reader sees of this English."""
        seen = {"segments", "omitted", "notes", "figures"}
        shown = self.model_dump(mode="json", by_alias=True, include=seen)
        for note in shown["notes"]:
            if not note["about"]:
                del note["about"]  # a note on the whole passage was approved before notes could be on a part
        return canonical(shown)


@dataclass(frozen=True, slots=True)
class Target:
    """What a summary can be of: the Chinese of an id, its number of sentences, and which of its figures are measured.

    `figures`: the last part of each figure's id (f127) → whether a label should say what it counts.
    """

    zh: str
    sentences: int
    figures: Mapping[str, bool] = field(default_factory=dict)


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
            withheld = "; ".join(p.message for p in problems) or None
            found[ident] = English(summary, state_after(summary, problems), place, withheld)
    return found, findings


def _twice(file: YamlFile, ident: str, first: str) -> EditorError:
    return file.error((ident,), f"{ident!r} has English twice (first at {first})", "keep one of the two")


def _problems(ident: str, summary: Summary, targets: Mapping[str, Target], place: str) -> list[Finding]:
    target = targets.get(ident)
    if target is None:
        near = get_close_matches(ident, list(targets), 1)
        message = f"English for {ident}, which is no heading, front matter or passage"
        return [Finding("error", "link.summary", place, message, ident, near[0] if near else "", ident)]
    return list(review_findings(ident, summary, sha256(target.zh), summary.approval, place))
