"""Reads the Markdown fixtures, and draws a tree the way they write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from yuedu.text.announced import count_findings
from yuedu.text.ids import format_id, parse_id
from yuedu.text.outline import Aspects, Outline, PlacedSection, Placement
from yuedu.text.seed import Begin, Correction, ReadSeed, read_seed
from yuedu.text.tree import FrontLine, Passage, Section, Tree

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parents[1] / "fixtures" / "text"

STEP_KINDS = frozenset(
    {
        "line end",
        "lost dash",
        "invisible",
        "emphasis",
        "spacing",
        "blank line",
        "brackets",
        "run-in line",
        "lone mark",
        "open bracket",
        "wrapped line",
        "page break",
        "open phrase",
        "cut word",
    }
)
CORRECTION_KINDS = frozenset({"doubled word", "stray Latin", "misprint"})


class Case(NamedTuple):
    title: str
    input: str
    expected: str


def cases(name: str, folder: Path = FIXTURES) -> Iterator[Case]:
    """Title, input and expected text of each case; the title is the line before the first of three lone dots."""
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    dots = [n for n, line in enumerate(lines) if line == "."]
    assert len(dots) % 3 == 0, f"{name}: a case is a title and three dots"
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        yield Case(lines[first - 1], "\n".join(lines[first + 1 : second]), "\n".join(lines[second + 1 : third]))


def unescaped(text: str) -> str:
    """`⟨U+3000⟩` stands for a character that cannot be seen."""
    return re.sub(r"⟨U\+([0-9A-F]{4,5})⟩", lambda m: chr(int(m[1], 16)), text)


def declared(text: str) -> tuple[Outline, list[Correction], str]:
    """What the lines that begin with `@` declare, and the text below them."""
    lines = text.split("\n")
    body = next((n for n, line in enumerate(lines) if not line.startswith("@")), len(lines))
    sections, places, aspects, corrections = [], [], [], []
    for line in lines[:body]:
        word, *rest = line.split(" | ")
        match word:
            case "@section":
                sections.append(PlacedSection(_path(rest[0]), rest[1]))
            case "@place":
                places.append(Placement(rest[1], _path(rest[0])))
            case "@split":
                aspects.append(Aspects(rest[0], tuple(rest[1:])))
            case "@correct":
                corrections.append(Correction(*rest))
            case _:
                raise AssertionError(f"no such declaration: {word}")
    return Outline(tuple(sections), tuple(places), tuple(aspects)), corrections, "\n".join(lines[body:])


def _path(numbers: str) -> tuple[int, ...]:
    return tuple(numbers.split("."))


def read_text(text: str, outline: Outline | None = None, corrections: Iterable[Correction] = ()) -> ReadSeed:
    """One document with the id `d`."""
    return read_seed(text, [Begin("d", "", outline or Outline())], list(corrections), "d.txt")


def tree_of(text: str) -> Tree:
    return read_text(text).trees[0]


def drawn(tree: Tree) -> Iterator[str]:
    """A tree as fixtures write it.

    `role (kind): line`, `2.4 （四）|title`, `2.4.p1: sentence ¦ **emphasis** ¦ sentence`, notes by `~`, definitions by
    `=`, and last `! rule: words found`.
    """
    for part in tree.parts:
        short = part.id.removeprefix(f"{tree.document}.")
        if isinstance(part, FrontLine):
            yield f"{short}{f' ({part.kind})' if part.kind else ''}: {part.zh}"
        elif isinstance(part, Section):
            yield f"{short} {part.label or '-'}|{part.title or '-'}"
        else:
            yield f"{short}: {_marked(part)}"
    for note in tree.notes:
        at = f"{note.passage.removeprefix(tree.document + '.')}@{note.offset}" if note.passage else "nowhere"
        yield f"~ {note.mark} stands at {at}"
    for defined in tree.definitions:
        zh = next(p.zh for p in tree.passages if p.id == defined.passage)
        yield f"= {zh[slice(*defined.term)]}: {zh[slice(*defined.said)]}"
    for finding in (*tree.findings, *count_findings(tree, "d.txt")):
        about = f" ({finding.passage.removeprefix(tree.document + '.')})" if finding.passage else ""
        yield f"! {finding.rule}{about}: {finding.found}{f' not {finding.expected}' if finding.expected else ''}"


def _marked(passage: Passage) -> str:
    marks = [(end, 0, " ¦ ") for _, end in passage.sentences[:-1]]
    marks += [(end, -1, "**") for _, end in passage.emphasis] + [(start, 1, "**") for start, _ in passage.emphasis]
    text = passage.zh
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


class AnyRepair(Protocol):
    """What a recorded repair says, in the parser and in the published data alike."""

    kind: str
    start: int
    end: int
    before: str
    after: str


def replayed(seed: str, repairs: Iterable[AnyRepair]) -> str:
    """The text that recorded repairs make of a seed, worked out from the last to the first."""
    characters = list(seed)
    later = len(seed) + 1
    for repair in sorted(repairs, key=lambda r: r.start, reverse=True):
        assert repair.start < repair.end <= later, "repairs overlap"
        assert seed[repair.start : repair.end] == repair.before
        assert repair.before != repair.after
        characters[repair.start : repair.end] = [repair.after]
        later = repair.start
    return "".join(characters)


def assert_tiles(tree: Tree) -> None:
    """Every character of the text is in one part, in order; between parts is nothing or one line feed."""
    at = 0
    for part in tree.parts:
        place = part.place if isinstance(part, Section) else (part.start, part.end)
        if place is None:
            assert isinstance(part, Section) and part.label is None
            continue
        start, end = place
        assert tree.text[at:start] == ("\n" if at and start > at else ""), f"{part.id}: {tree.text[at:start]!r} is lost"
        assert start < end, f"{part.id} is empty"
        held = tree.text[start:end]
        annex = isinstance(part, Section) and len(part.path) == 1 and part.path[0].startswith("a")
        assert annex or "\n" not in held
        if isinstance(part, Section):
            assert held.replace("\n", "").removesuffix("。") == f"{part.label or ''}{part.title or ''}", part.id
        else:
            assert held == part.zh, part.id
        at = end
    assert tree.text[at:] == ""


def assert_sentences_tile(passage: Passage) -> None:
    """Sentences and nothing else make the passage, none of them empty."""
    assert passage.sentences[0][0] == 0 and passage.sentences[-1][1] == len(passage.zh)
    assert all(a < b for a, b in passage.sentences)
    assert [b for _, b in passage.sentences[:-1]] == [a for a, _ in passage.sentences[1:]]


def assert_whole(read: ReadSeed, corrections: frozenset[str] = frozenset()) -> None:
    """All that is promised of any text, whatever it holds."""
    assert replayed(read.trace.seed, read.repairs) == read.trace.text == "\n".join(t.text for t in read.trees)
    assert {r.kind for r in read.repairs} <= STEP_KINDS | corrections
    ids = [part.id for tree in read.trees for part in tree.parts]
    assert len(set(ids)) == len(ids)
    for ident in ids:
        assert ident.isascii() and format_id(parse_id(ident)) == ident
    for tree in read.trees:
        assert_tiles(tree)
        for passage in tree.passages:
            assert_sentences_tile(passage)
            assert all(0 <= a < b <= len(passage.zh) for a, b in passage.emphasis)
            assert passage.id == f"{passage.section or tree.document}.p{parse_id(passage.id).passage}"
