"""The English of headings, front matter and passages laid on the text: held against its Chinese, in its effective state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from yuedu.errors import EditorError
from yuedu.findings import Finding
from yuedu.sources.reviews import State, review_findings, sha256, state_after
from yuedu.sources.shape import Shape
from yuedu.sources.summaries import Drafts, Summary
from yuedu.sources.yamlfile import YamlFile


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
