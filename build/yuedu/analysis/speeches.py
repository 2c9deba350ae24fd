"""One seed to its speeches: the text read as its editor declared, and every declaration held against the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from yuedu.intake.encodings import Decoded
from yuedu.sources.collection import Collection, EditorCorrection, EditorNote
from yuedu.sources.document import Document, Strand
from yuedu.sources.shape import Bilingual
from yuedu.sources.yamlfile import YamlFile
from yuedu.text.layout import lines_meant
from yuedu.text.points import NoSuchAspect
from yuedu.text.seed import NoSuchStart, ReadSeed, read_seed
from yuedu.text.trace import Repair
from yuedu.text.tree import FrontLine, Passage, Section, Tree


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed and its `document.yml`: the file as received and its SHA-256, and the text that was made of it.

    `path` is the file's, relative to the project; of a plain text it is its own text.
    """

    path: str
    decoded: Decoded
    editing: YamlFile
    received: str | None = None

    @property
    def sha256(self) -> str:
        """Of the file's bytes as received."""
        return self.received or self.decoded.sha256

    @property
    def text_path(self) -> str:
        """The file of the text."""
        source = self.editing.shaped(Collection).source
        return f"{self.path.rpartition('/')[0]}/{source.text}" if source.text else self.path


@dataclass(frozen=True, slots=True)
class PlacedRepair:
    """A repair that changed words: in which part of the document, and the correction that asked for it."""

    part: str
    repair: Repair
    correction: EditorCorrection


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says: its tree, its repairs in seed offsets, and the notes beside it."""

    tree: Tree
    repairs: tuple[Repair, ...]
    placed: tuple[PlacedRepair, ...]
    notes: tuple[EditorNote, ...]

    def __call__(self) -> Text:
        """A text at hand, where a speech asks for its own."""
        return self


@dataclass(frozen=True, slots=True)
class Speech:
    """A document: what its editor says of it, its seed, and the way to its text, which may have to be fetched."""

    meta: Document
    seed: str
    text: Callable[[], Text]

    @property
    def tree(self) -> Tree:
        return self.text().tree

    @property
    def repairs(self) -> tuple[Repair, ...]:
        return self.text().repairs

    @property
    def placed(self) -> tuple[PlacedRepair, ...]:
        return self.text().placed

    @property
    def notes(self) -> tuple[EditorNote, ...]:
        return self.text().notes

    @property
    def year(self) -> int | None:
        return int(self.meta.date[:4]) if self.meta.date else None

    @property
    def name(self) -> Bilingual:
        """Who speaks, or what the document is called for short."""
        return self.meta.speaker or self.meta.short

    def strand_of(self, part: str) -> Strand:
        """What a part or a sentence does: the nearest of the strands declared that holds for it, else the occasion."""
        below = part.removeprefix(self.meta.id).removeprefix(".")
        while below and below not in self.meta.strands:
            below = below.rpartition(".")[0]
        return self.meta.strands.get(below, "occasion")


def read_speeches(seed: Seed, collection: Collection) -> list[Speech]:
    file = seed.editing
    source = collection.source
    if seed.sha256 != source.sha256:
        message = f"the seed's SHA-256 is {seed.sha256}, not the one recorded"
        raise file.error(
            ("source", "sha256"), message, f"restore {seed.path}, or record the new hash if it was replaced"
        )
    if source.text and seed.decoded.sha256 != source.text_sha256:
        message = f"the SHA-256 of the seed's text is {seed.decoded.sha256}, not the one recorded"
        raise file.error(("source", "text_sha256"), message, f"restore {seed.text_path}: ids rest on it")
    for n, wanted in enumerate(collection.corrections):
        times = seed.decoded.text.count(wanted.find)
        if times != wanted.times:
            message = f"the correction {wanted.find!r} is found {times} times in {seed.path}, not {wanted.times}"
            raise file.error(
                ("corrections", n, "find"), message, "copy the words from the seed exactly, or mend `times`"
            )
    try:
        read = read_seed(
            seed.decoded.text,
            [d.begin() for d in collection.documents],
            [c.correction() for c in collection.corrections],
            seed.text_path,
        )
    except NoSuchStart as error:
        n = next(n for n, d in enumerate(collection.documents) if d.id == error.begin.id)
        found = "no line begins" if not error.times else f"{error.times} lines begin"
        message = f"{found} with {error.begin.words!r} in {seed.path}"
        raise file.error(("documents", n, "begins"), message, "copy the whole first line of the document") from None
    except NoSuchAspect as error:
        where = next(
            ("documents", n, "splits", m, "at", k)
            for n, document in enumerate(collection.documents)
            for m, split in enumerate(document.splits)
            for k, marker in enumerate(split.at)
            if marker == error.marker
        )
        message = f"the paragraph to split does not hold {error.marker!r}, or not in this order"
        raise file.error(where, message, "copy the words of `at` from the paragraph, in order") from None
    for n, (before, start) in enumerate(pairwise(read.starts), 1):
        if start <= before:
            message = f"{collection.documents[n].begins!r} stands before the document listed above it"
            raise file.error(("documents", n, "begins"), message, "list the documents in the order of the text")
    if read.starts[0]:
        words = read.trace.text.split("\n")[0]
        message = f"text stands before the first document: {words!r}"
        raise file.error(("documents", 0, "begins"), message, "begin the first document with it, or list it as one")
    return [_speech(seed, collection, read, n) for n in range(len(collection.documents))]


def _speech(seed: Seed, collection: Collection, read: ReadSeed, n: int) -> Speech:
    meta, tree, file = collection.documents[n], read.trees[n], seed.editing
    _check_declared(file, n, meta, tree)
    reasons = {c.kind: c for c in collection.corrections}
    placed = []
    for repair in read.repairs:
        home, at = read.locate(repair.start)
        if home is tree and repair.kind in reasons:
            why = next(c for c in collection.corrections if c.kind == repair.kind and repair.before in c.find)
            part = next(p.id for p in tree.parts if _covers(p, at))
            placed.append(PlacedRepair(part, repair, why))
    notes = (*_checked_notes(file, collection, tree), *_lost_dashes(read, tree))
    repairs = tuple(r for r in read.repairs if read.locate(r.start)[0] is tree)
    return Speech(meta, seed.path, Text(tree, repairs, tuple(placed), notes))


def _lost_dashes(read: ReadSeed, tree: Tree) -> Iterator[EditorNote]:
    """A note beside each part in which a dash was put back."""
    for repair in read.repairs:
        home, at = read.locate(repair.start)
        if repair.kind == "lost dash" and home is tree:
            part = next(p for p in tree.parts if _covers(p, at))
            quote = tree.text[max(0, at - 5) : at + 5].split("\n")[0]
            yield EditorNote(
                passage=part.id,
                quote=quote,
                zh="原件此处为不可见的软连字符，录作“—”。",
                en="The source has an invisible soft hyphen here; it is given as a dash.",
            )


def _covers(part: FrontLine | Section | Passage, at: int) -> bool:
    place = part.place if isinstance(part, Section) else (part.start, part.end)
    return place is not None and place[0] <= at <= place[1]


def _check_declared(file: YamlFile, n: int, meta: Document, tree: Tree) -> None:
    """Every line an editor names must be there."""
    lines = tree.text.split("\n")
    known = {".".join(map(str, s.path)) for s in tree.sections}
    declared = [(("sections", m, "before"), s.before) for m, s in enumerate(meta.sections)]
    declared += [(("places", m, "begins"), p.begins) for m, p in enumerate(meta.places)]
    declared += [(("splits", m, "begins"), s.begins) for m, s in enumerate(meta.splits)]
    declared += [(("lines", m, "begins"), line.begins) for m, line in enumerate(meta.lines)]
    for m, line in enumerate(meta.lines):
        if (times := len(lines_meant(lines, line.begins))) > 1:
            message = f"{times} lines of {meta.id} begin with {line.begins!r}, and none is these words alone"
            raise file.error(("documents", n, "lines", m, "begins"), message, "copy more of the line that is meant")
    for where, words in declared:
        if not any(line.startswith(words) for line in lines):
            message = f"no line of {meta.id} begins with {words!r}"
            raise file.error(("documents", n, *where), message, "copy the beginning of the line from the cleaned text")
    for m, place in enumerate(meta.places):
        if place.section and place.section not in known:
            message = f"{meta.id} has no section {place.section!r}"
            raise file.error(
                ("documents", n, "places", m, "section"), message, f"use one of {', '.join(sorted(known))}"
            )
    passages = {p.id.removeprefix(f"{meta.id}."): len(p.sentences) for p in tree.passages}
    sentences = {f"{key}.s{m}" for key, count in passages.items() for m in range(1, count + 1)}
    for key in meta.strands:
        if key not in {"", *known, *passages, *sentences}:
            message = f"{meta.id} has no section, passage or sentence {key!r}"
            there = ", ".join(sorted(known)[:20]) or "none"
            remedy = f"write 2, 2.4, 2.4.p3 or 2.4.p3.s1; its sections are {there}, and a line that is read otherwise moves them"
            raise file.error(("documents", n, "strands", key), message, remedy)


def _checked_notes(file: YamlFile, collection: Collection, tree: Tree) -> list[EditorNote]:
    texts = {p.id: p.zh for p in tree.passages} | {f.id: f.zh for f in tree.front}
    notes = []
    for n, note in enumerate(collection.notes):
        if note.passage in texts:
            if note.quote not in texts[note.passage]:
                message = f"{note.passage} does not hold the words {note.quote!r}"
                raise file.error(("notes", n, "quote"), message, "copy the words from the cleaned text")
            notes.append(note)
        elif not any(note.passage.startswith(d.id + ".") for d in collection.documents if d.id != tree.document):
            message = f"no passage {note.passage!r}"
            raise file.error(("notes", n, "passage"), message, "write the id of a passage or of a line of front matter")
    return notes
