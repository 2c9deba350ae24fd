"""The sheet that opens in the editor: the Chinese and the findings as comments, the English as YAML below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yuedu.desk.review.decisions import English
from yuedu.desk.review.subject import Subject
from yuedu.errors import EditorError
from yuedu.sources import yamlblock
from yuedu.sources.summaries import Summary
from yuedu.sources.yamlfile import Where, YamlFile, parse_yaml

FIELDS = ("segments", "sentences", "omitted", "figures", "notes")
"""What may be edited: all that a reader sees."""

NAME = "the edited text"


def sheet(subject: Subject) -> str:
    """The sheet of a subject as it stands."""
    return "".join(f"{line}\n" for line in (*_comments(subject), *_english(subject.record)))


def with_problem(text: str, problem: EditorError) -> str:
    """The same text with what is wrong above it, in place of what was wrong before."""
    lines = [line for line in text.split("\n") if not line.startswith("#! ")]
    said = str(problem).removeprefix(f"{problem.place}: ").split("\n")
    where = "" if problem.line is None else f"line {problem.line - _problems(text) + len(said)}: "
    return "\n".join([f"#! {where}{said[0]}", *(f"#! {line}" for line in said[1:]), *lines])


def _problems(text: str) -> int:
    return sum(line.startswith("#! ") for line in text.split("\n"))


def read_sheet(text: str, subject: Subject) -> dict[str, Any] | None:
    """The edited fields, None where all was deleted; raises `EditorError` with the line for what makes no sense."""
    file = parse_yaml(text, NAME)
    if file.value is None:
        return None
    if not isinstance(file.value, dict):
        raise file.error((), "the English is written as fields, such as segments:", f"use: {', '.join(FIELDS)}")
    record = subject.record
    shape = type(record)
    known = [f for f in FIELDS if f in shape.model_fields]
    for key in file.value:
        if key not in known:
            raise file.error((key,), f"{key!r} cannot be edited here", f"use one of: {', '.join(known)}")
    others = record.model_dump(mode="json", by_alias=True, exclude=set(FIELDS))
    whole = YamlFile(NAME, {**others, **file.value}, file.lines).shaped(shape)
    if isinstance(whole, Summary):
        _check_numbers(file, whole, len(subject.pair.sentences))
    return {key: getattr(whole, key) for key in known}


def _check_numbers(file: YamlFile, summary: Summary, sentences: int) -> None:
    named: list[tuple[Where, Sequence[int]]] = [
        (("segments", n, "from"), s.stands_on) for n, s in enumerate(summary.segments)
    ]
    named += [(("omitted", n, "sentence"), [o.sentence]) for n, o in enumerate(summary.omitted)]
    for where, numbers in named:
        if strange := [n for n in numbers if n > sentences]:
            message = f"there is no Chinese sentence {strange[0]}"
            raise file.error(where, message, f"use the numbers 1 to {sentences}")


def _english(record: English) -> list[str]:
    fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return yamlblock.fields({key: fields[key] for key in FIELDS if key in fields})


def _comments(subject: Subject) -> list[str]:
    pair = subject.pair
    out = [f"{subject.name}: write the English below; `from` names the Chinese sentences it stands on."]
    out += ["Lines that begin with # are not read. Delete everything to leave the English as it was.", ""]
    out += [f"[{n}] {pair.zh[start:end]}" for n, (start, end) in enumerate(pair.sentences, 1)]
    out += [line for ident, zh in subject.grounds for line in ("", f"{ident}: {zh}")]
    findings = [f"{f.severity}: {f.rule}: {f.message}{_words(f.found, f.expected)}" for f in subject.listed]
    out += ["", *findings] if findings else []
    return [f"# {' '.join(line.splitlines())}".rstrip() for line in [*out, ""]]


def _words(found: str, expected: str) -> str:
    return (f" ({found}" + (f" → {expected})" if expected else ")")) if found else ""
