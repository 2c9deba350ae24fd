"""The table of traditional characters, made of all texts: those of the documents by their parts, and those around them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel

from yuedu.corpus.corpus import Corpus
from yuedu.parts.traditional import Known, Source, script, table
from yuedu.parts.turning import Turning, in_data, in_page, in_short, turning
from yuedu.store.code import code_of
from yuedu.store.kept import keep, kept
from yuedu.store.making import Expected, Record
from yuedu.store.parts import KeptParts

PATH = "docs/data/traditional.js"
AROUND, KNOWN = ".cache/around.bin", ".cache/traditional.bin"


def traditional_files(
    root: Path, corpus: Corpus, parts: KeptParts, by_hand: Sequence[str], expected: Expected, record: Record
) -> dict[str, tuple[str, str]]:
    """Put the table into `expected`; what it shows. `by_hand`: texts around the pages, whose Chinese must be turned too."""
    texts = [*by_hand, *_of_collection(corpus)]
    around = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    code = code_of(("parts", "glossary", "pages"), ("jieba", "opencc"))
    shows = hashlib.sha256(
        repr((code, around, sorted(parts.stamps.items()), *_own(corpus).items())).encode()
    ).hexdigest()
    if record.stands(PATH, shows):
        expected.put(PATH, None)
        return {PATH: (shows, "")}
    sources = {
        i: Source(parts.stamps[i], partial(getattr, part, "turned"), partial(getattr, part, "turning"))
        for i, part in parts.items()
    }
    own = _turned_around(root, f"{around} {code}", texts, corpus)
    sources[""] = Source(f"{around} {code}", partial(in_short, own), lambda: own)
    before = kept(root / KNOWN)
    known = before[1] if isinstance(before, tuple) and before[0] == code and isinstance(before[1], Known) else None
    chars, phrases, after = table(sources, _own(corpus), known)
    keep(root / KNOWN, (code, after))
    expected.write(PATH, script(chars, phrases))
    return {PATH: (shows, "")}


def _own(corpus: Corpus) -> dict[str, str]:
    return {t.zh: t.zh_hant or t.zh for t in corpus.terms}


def _of_collection(corpus: Corpus) -> list[str]:
    """What belongs to no document: the terms, the topics, the synopses, the site, what editors laid out."""
    synopses = [s.synopsis for s in corpus.synopses.all.values()]
    shapes: list[BaseModel] = [*corpus.terms, *corpus.topics.topics, *synopses, *corpus.frameworks, *corpus.cities]
    return [repr(corpus.site), *(shape.model_dump_json() for shape in shapes)]


def _turned_around(root: Path, made_from: str, texts: Sequence[str], corpus: Corpus) -> Turning:
    found = kept(root / AROUND)
    if isinstance(found, tuple) and found[0] == made_from and isinstance(found[1], Turning):
        return found[1]
    package = files("yuedu") / "pages"
    own = [
        f.read_text(encoding="utf-8") for top in (package, package / "templates") for f in top.iterdir() if f.is_file()
    ]
    runs = (run for text in texts for run in (*in_page(text), *in_data(text)))
    made = turning([*runs, *(run for text in own for run in in_data(text))], corpus.matcher)
    keep(root / AROUND, (made_from, made))
    return made
