"""A new `document.yml`: what the text tells of itself filled in as proposed, with the words it rests on; the rest left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yuedu.sources.yamlblock import OneLine, fields, item

HEAD = """\
# yaml-language-server: $schema=../../docs/data/document.schema.json
# Which documents {file} holds, who spoke when, and what the editor declared about its text.
# What the text does not state is left out. `proposed` lists what a rule filled in, with the words it rests on: read each
# against the text, mend it, and take it off the list (`yuedu confirm {id}`).
"""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A field as a rule fills it in: its value as YAML takes it, the words of the text it rests on, and their part's id."""

    value: Any
    words: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What a new document.yml says of one document; `topics` are filings by rule: place → record."""

    id: str
    begins: str
    short: Mapping[str, str | None]
    source: Mapping[str, Any]
    proposed: Mapping[str, Proposed]
    topics: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


ORDER = (
    *("title", "subtitle", "speaker", "office", "issuer", "addressees", "signatory"),
    *("date", "date_basis", "occasion", "number", "period", "strands"),
    "follows",
)


def written(skeleton: Skeleton) -> str:
    """The file's text."""
    s = skeleton
    document: dict[str, Any] = {"id": s.id, "begins": s.begins, "short": OneLine(s.short)}
    for name in ORDER:
        if name == "title" and name not in s.proposed:
            document[name] = OneLine(s.short)  # a document has to be called something
        elif name in s.proposed:
            value = s.proposed[name].value
            document[name] = OneLine(value) if isinstance(value, Mapping) and name != "strands" else value
    if s.topics:
        document["topics"] = {place: OneLine(record) for place, record in s.topics.items()}
    if s.proposed:
        document["proposed"] = {name: s.proposed[name].words for name in ORDER if name in s.proposed}
    lines = [*fields({"source": s.source}), "", "documents:", *_annotated(item(document), s.proposed)]
    return HEAD.format(file=s.source["file"], id=s.id) + "\n".join(lines) + "\n"


def _annotated(lines: Sequence[str], proposed: Mapping[str, Proposed]) -> list[str]:
    """Beside the words of each proposal, the part of the document they stand in."""
    out, inside = [], False
    for line in lines:
        inside = (inside and line.startswith("    ")) or line == "  proposed:"
        name = line.strip().partition(":")[0]
        at = proposed[name].at if inside and name in proposed else None
        out.append(f"{line}  # {at}" if at else line)
    return out
