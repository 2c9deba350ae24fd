"""Reads the gate's Markdown fixtures: a Chinese text and its English, as a pair."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.text.reading import unescaped
from yuedu.checks.pair import Pair
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.glossary.shape import Term
from yuedu.quantities.zh import read
from yuedu.sources.summaries import Omission, Segment
from yuedu.sources.yamlfile import parse_yaml
from yuedu.text.sentences import split_sentences

FIXTURES = Path(__file__).parents[1] / "fixtures" / "gate"
SEGMENT = re.compile(r"\[([\d ]+)\] (.*)", re.S)
OMISSION = re.compile(r"\((\d+)\) (.*)")


@cache
def terms() -> tuple[Term, ...]:
    path = FIXTURES / "glossary.yml"
    return load_glossary(parse_yaml(path.read_text(encoding="utf-8"), path.name))


@cache
def matcher() -> Matcher:
    return Matcher(terms())


def pair(text: str, ident: str = "note-2031.p1") -> Pair:
    """The pair that a case's input draws; a Chinese line that begins with # is a heading, which is one sentence."""
    first, *rest = (unescaped(line) for line in text.split("\n"))
    heading = first.startswith("# ")
    zh = first.removeprefix("# ")
    segments, omitted = [], []
    for line in rest:
        if match := SEGMENT.fullmatch(line):
            segments.append(Segment(text=match[2], stands_on=[int(n) for n in match[1].split()]))
        elif match := OMISSION.fullmatch(line):
            omitted.append(Omission(sentence=int(match[1]), reason=match[2]))
        else:
            raise AssertionError(f"neither English nor an omission: {line}")
    hits = matcher().find(zh)
    return Pair(
        place="summaries/note.yml:1",
        zh=zh,
        segments=tuple(segments),
        sentences=((0, len(zh)),) if heading else tuple(split_sentences(zh)),
        quantities=tuple(read(zh, names=[(h.start, h.end) for h in hits])),
        hits=tuple(hits),
        terms={t.slug: t for t in terms()},
        kind="heading" if heading else "passage",
        id=ident,
        omitted=tuple(omitted),
    )
