"""A digest to the files of the search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yuedu.digest.linked_shape import TermRecord
from yuedu.digest.shape import Digest
from yuedu.glossary.match import Matcher
from yuedu.search import shards
from yuedu.search.characters import simplified
from yuedu.search.postings import postings
from yuedu.search.units import Unit, units
from yuedu.search.vocabulary import Stems, chinese_words, english_words, sounds, syllables


def files(digest: Digest, matcher: Matcher) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text of every shard. `core` is what a browser fetches first; it names the version of the rest."""
    found = list(units(digest))
    stems = Stems()
    table = postings(found, stems)
    ranges, texts = shards.text_shards(found)
    out = {name: shards.script(name, value) for name, value in texts}
    spread = shards.posting_shards(table)
    out |= {f"key-{n}": shards.script(f"key-{n}", value) for n, value in enumerate(spread)}
    out["words"] = shards.script("words", _words(found, stems, table, matcher))
    out["sounds"] = shards.script("sounds", sounds())
    out["facets"] = shards.script("facets", _facets(digest))
    core = {
        "version": shards.version(list(out.values())),
        "keys": len(spread),
        "units": len(found),
        "ranges": ranges,
        "simplified": _pairs(simplified({c for c in table if len(c) == 1})),
        "terms": [_term(t) for t in digest.terms],
    }
    yield f"{shards.FOLDER}/core.js", shards.script("core", core)
    for name, text in out.items():
        yield f"{shards.FOLDER}/{name}.js", text


def _pairs(table: dict[str, str]) -> str:
    """A table of characters as one string: the one, the other, the next one …"""
    return "".join(a + b for a, b in table.items())


def _words(found: list[Unit], stems: Stems, table: dict[str, list[int]], matcher: Matcher) -> dict[str, Any]:
    english = english_words(stems, table)
    chinese = chinese_words([u.zh for u in found if u.kind != "term"], matcher)
    return {
        "en": [[w, "" if s == w else s, n] for w, s, n in english],
        "zh": "|".join(w for w, _ in chinese),
        "pinyin": "|".join(p for _, p in chinese),
    }


def _term(t: TermRecord) -> list[Any]:
    """slug, Chinese, English, syllables, kind, has a profile, short forms, other renderings, avoided ones, uses."""
    names = [t.zh, *t.aliases]
    return [
        t.slug,
        t.zh,
        t.en.preferred,
        [" ".join(syllables(t.zh, t.pinyin)), *(" ".join(syllables(a)) for a in names[1:])],
        t.kind,
        int(t.system_url is not None),
        t.aliases,
        [a.text for a in t.en.accepted],
        [a.text for a in t.en.avoid],
        len(t.occurrences),
    ]


def _facets(digest: Digest) -> dict[str, Any]:
    """What a reader may choose among."""
    return {
        "doc": [[d.id, d.short.zh or "", d.short.en or ""] for d in digest.documents],
        "topic": [[t.slug, t.title.zh or "", t.title.en or ""] for t in digest.topics],
        "year": sorted({d.date[:4] for d in digest.documents if d.date}),
    }
