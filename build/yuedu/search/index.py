"""Pieces to the files of the search: what a reader's browser fetches first, and the shards of each segment."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from yuedu.digest.shape import Digest
from yuedu.glossary.match import Matcher
from yuedu.search import shards
from yuedu.search.characters import simplified
from yuedu.search.piece import Collection, Piece, collection, piece
from yuedu.search.segments import MOST, Listed, Segment, listed, plan, segment
from yuedu.search.units import records
from yuedu.search.vocabulary import Words, added, chinese_words, english_words, sounds
from yuedu.search.writing import Files, Written, write

LISTED = 200
"""Documents that the filter offers at once; more are offered year by year."""


def whole(digest: Digest, matcher: Matcher, most: int = MOST) -> Files:
    """All files of a digest that is in memory."""
    made = {r.document.id: piece(r, matcher) for r in records(digest)}
    own = collection(digest.terms, digest.topics, matcher)
    return files([listed(p) for p in made.values()], made.__getitem__, own, most=most)


def files(
    documents: Sequence[Listed],
    load: Callable[[str], Piece],
    own: Collection,
    *,
    kept: Mapping[str, Segment] | None = None,
    keep: Callable[[Segment], None] = lambda _: None,
    most: int = MOST,
) -> Files:
    """Path under docs/ and text of every shard. The pieces of one segment are in memory at once, no more.

    `kept`: segments of before by their stamps, whose files stand as they were and are left out here (`standing` names
    them); `keep` is handed every segment that was made. The only segment is always made, with the collection.
    """
    planned = plan(documents, most)
    if not planned[0].name:
        only, out = segment(planned[0], [load(d) for d in planned[0].documents], [own.part])
        yield from out
        yield from _common(own, [only], None)
        return
    segments = []
    for each in planned:
        made = (kept or {}).get(each.stamp)
        if made is None:
            made, out = segment(each, [load(d) for d in each.documents])
            yield from out
            keep(made)
        segments.append(made)
    head, out = write("", [own.part, *(s.documents for s in segments)])
    yield from out
    yield from _common(own, segments, head)


def standing(documents: Sequence[Listed], kept: Mapping[str, Segment], most: int = MOST) -> Iterator[str]:
    """The files that `files` leaves out, since nothing in them would change."""
    planned = plan(documents, most)
    if planned[0].name:
        for each in planned:
            if each.stamp in kept:
                yield from kept[each.stamp].written.paths()


def _common(own: Collection, segments: Sequence[Segment], head: Written | None) -> Files:
    """What belongs to no segment. `core` is what a browser fetches first; it names the version of the rest."""
    words = added([own.words, *(s.words for s in segments)])
    out = {"words": shards.script("words", _words(words)), "sounds": shards.script("sounds", sounds())}
    out |= {name: shards.script(name, value) for name, value in _facets(own, segments)}
    every = [_segment(head), *(_segment(s.written, s) for s in segments)] if head else [_segment(segments[0].written)]
    core = {
        "version": _version([*out.values(), repr(every)]),
        "units": sum(count for each in every for _, count, _ in each["kinds"]),
        "segments": every,
        "simplified": "".join(a + b for a, b in simplified(set(words.characters)).items()),
        "terms": own.terms,
    }
    yield shards.path("core"), shards.script("core", core)
    for name, text in out.items():
        yield shards.path(name), text


def _segment(written: Written, of: Segment | None = None) -> dict[str, Any]:
    """Its folder and version, its shards of postings, its kinds in the order of their numbers; of several, what it is of."""
    kinds = [[kind, count, size] for kind, (count, size) in written.kinds.items()]
    out = {"name": written.name, "version": written.version, "keys": written.keys, "kinds": kinds}
    return out | ({"documents": len(of.names), "years": of.years} if of else {})


def _words(words: Words) -> dict[str, Any]:
    chinese = chinese_words(words)
    return {
        "en": [[w, "" if s == w else s, n] for w, s, n in english_words(words)],
        "zh": "|".join(w for w, _ in chinese),
        "pinyin": "|".join(p for _, p in chinese),
    }


def _facets(own: Collection, segments: Iterable[Segment]) -> Iterator[tuple[str, Any]]:
    """What a reader may choose among; of many documents those of one year at a time."""
    years: dict[str, list[Any]] = {}
    for name, year in (row for s in segments for row in s.names):
        years.setdefault(year, []).append(name)
    few = sum(map(len, years.values())) <= LISTED
    documents = [row for rows in years.values() for row in rows] if few else None
    yield "facets", {"doc": documents, "topic": own.topics, "year": sorted(y for y in years if y)}
    if not few:
        for year, rows in years.items():
            if year:
                yield f"facets-{year}", rows


def _version(texts: Iterable[str]) -> str:
    """What tells one build's shards from another's, for the caches between the site and its readers."""
    seen = hashlib.sha256()
    for text in texts:
        seen.update(text.encode())
    return seen.hexdigest()[:10]
