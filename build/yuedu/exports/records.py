"""Records of a file of `summaries/`, set in its text: what is not replaced keeps its bytes, comments included.

A record stands as an editor writes one: its id, its fields in the order of their shape, one blank line before it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import yaml

from yuedu.errors import EditorError
from yuedu.reviews import Reviewable
from yuedu.summaries import Summary
from yuedu.yamlfile import YamlFile, parse_yaml


@dataclass(slots=True)
class Record:
    """The lines of a record, and the blank lines and comments above it."""

    id: str
    above: list[str]
    lines: list[str]


def set_records(
    text: str, name: str, new: Mapping[str, Summary], order: Mapping[str, int], passages: Collection[str]
) -> str:
    """The text with each record of `new` in its place: where it was, or else by `order` among the passages.

    Raises `EditorError` for a file that is not laid out one record a block.
    """
    file = parse_yaml(text, name)
    records, below = _records(text, file)
    end = "\r" if "\r\n" in text else ""
    for ident, summary in new.items():
        lines = [line + end for line in record(ident, summary)]
        there = next((r for r in records if r.id == ident), None)
        if there:
            there.lines = lines
            continue
        at = _position(records, ident, order, passages)
        made = Record(ident, [end] if at else [], lines)
        if at == 0 and records:  # what stands above the first record is about the file
            made.above, records[0].above = records[0].above, [end]
        elif at == 0 and below:
            made.above, below = [line for line in below if line.strip()], [""]
        records.insert(at, made)
    out = "\n".join([line for r in records for line in (*r.above, *r.lines)] + (below or [""]))
    _check(file, out, new)
    return out


def record(ident: str, summary: Summary) -> list[str]:
    """One record as lines."""
    return [f"{ident}:", *(f"  {line}" for line in _fields(summary))]


def review_lines(s: Reviewable) -> Iterator[str]:
    """The fields above the English: for which Chinese it was made, and who read it when."""
    for key in ("source", "state", "drafted_by", "reviewed_by", "reviewer_kind", "reviewed_on", "approved"):
        if value := getattr(s, key):
            yield f"{key}: {value if key == 'reviewed_on' else scalar(value)}"  # a date as editors write one


def tail_lines(s: Reviewable) -> Iterator[str]:
    """The fields below it."""
    if s.dismissed:
        yield "dismissed:"
    for dismissal in s.dismissed:
        yield f"- rule: {dismissal.rule}"
        yield f"  found: {scalar(dismissal.found)}"
        yield f"  reason: {scalar(dismissal.reason)}"
        yield f"  of: {scalar(dismissal.of)}"
    if s.findings:
        yield "findings:"
    for finding in s.findings:
        yield f"- {scalar(finding)}"


def _fields(s: Summary) -> Iterator[str]:
    yield from review_lines(s)
    yield "segments:"
    for segment in s.segments:
        yield f"- text: {scalar(segment.text)}"
        yield f"  from: [{', '.join(map(str, segment.stands_on))}]"
    if s.omitted:
        yield "omitted:"
    for omission in s.omitted:
        yield f"- sentence: {omission.sentence}"
        yield f"  reason: {scalar(omission.reason)}"
    if s.notes:
        yield "notes:"
    for note in s.notes:
        yield f"- zh: {scalar(note.zh)}"
        yield f"  en: {scalar(note.en)}"
    if s.figures:
        yield "figures:"
    for figure, label in s.figures.items():
        yield f"  {figure}:"
        yield f"    zh: {scalar(label.zh)}"
        yield f"    en: {scalar(label.en)}"
    yield from tail_lines(s)


def scalar(text: str) -> str:
    """Plain where YAML reads it back as the same text, else in quotation marks, on one line."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=float("inf")).removesuffix("\n...\n").strip("\n")
    return written if "\n" not in written else json.dumps(text, ensure_ascii=False)


def _records(text: str, file: YamlFile) -> tuple[list[Record], list[str]]:
    """The records, and the lines below the last."""
    lines = text.split("\n")
    starts = [(file.lines[(ident,)] - 1, ident) for ident in file.value or {}]
    records: list[Record] = []
    free = 0
    for n, (start, ident) in enumerate(starts, 1):
        end = starts[n][0] if n < len(starts) else len(lines)
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        records.append(Record(ident, lines[free:start], lines[start:end]))
        free = end
    return records, lines[free:]


def _position(records: list[Record], ident: str, order: Mapping[str, int], passages: Collection[str]) -> int:
    """After the passage that comes before it, and after the headings that do."""
    rank = order[ident]
    before = [n for n, r in enumerate(records, 1) if r.id in passages and order[r.id] < rank]
    at = before[-1] if before else 0
    while at < len(records) and order.get(records[at].id, -1) < rank:
        at += 1
    return at


def _check(file: YamlFile, out: str, new: Mapping[str, Summary]) -> None:
    """What is written reads back as what was there and what was meant."""
    wanted = {**(file.value or {})}
    for ident, summary in new.items():
        wanted[ident] = summary.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    try:
        found = parse_yaml(out, file.path).value
    except EditorError:
        raise _layout(file) from None
    if found != wanted:
        raise _layout(file)


def _layout(file: YamlFile) -> EditorError:
    message = "the file is not laid out one record a block, so that no record can be set in it"
    return file.error((), message, "write each record as a block that begins with its id at the margin")
