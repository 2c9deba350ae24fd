"""`summaries/synopses.yml` with synopses set in it: one sentence a block, in a stable order, comments at its head kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yuedu.exports.records import review_lines, scalar, tail_lines
from yuedu.synopses import Synopsis, SynopsisFile
from yuedu.yamlfile import parse_yaml


def set_synopses(text: str, name: str, new: Mapping[str, Synopsis]) -> str:
    """The text with each synopsis of `new`, by topics.<slug> or documents.<id>, where it was or at its group's end."""
    file = parse_yaml(text, name)
    there = file.shaped(SynopsisFile) if file.value is not None else SynopsisFile()
    groups = {"topics": dict(there.topics), "documents": dict(there.documents)}
    for ident, synopsis in new.items():
        group, _, key = ident.partition(".")
        groups[group][key] = synopsis
    lines = [line for line in text.split("\n") if line.startswith("#")]
    for group, synopses in groups.items():
        if synopses:
            lines += [f"{group}:"]
        for n, (key, synopsis) in enumerate(synopses.items()):
            lines += [""] if n else []
            lines += [f"  {key}:", *(f"    {line}" for line in _fields(synopsis))]
        lines += [""] if synopses else []
    if there.front:
        lines += ["front:", *(f"  {line}" for line in _fields(there.front)), ""]
    return "\n".join(lines)


def _fields(s: Synopsis) -> Iterator[str]:
    yield from review_lines(s)
    yield "sentences:"
    for sentence in s.sentences:
        yield f"- zh: {scalar(sentence.zh)}"
        yield f"  en: {scalar(sentence.en)}"
        yield f"  from: [{', '.join(sentence.stands_on)}]"
        if sentence.topic:
            yield f"  topic: {sentence.topic}"
    yield from tail_lines(s)
