"""The files of the search: only the segments of it in which a document has changed are made again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import collection_part
from yuedu.search import index
from yuedu.search.piece import Collection, collection
from yuedu.search.segments import Segment, plan
from yuedu.store.code import code_of
from yuedu.store.kept import keep, kept
from yuedu.store.making import Expected, Record
from yuedu.store.parts import LIBRARIES, ROOMS, KeptParts

FOLDER = ".cache/search"
"""What is kept lies in a folder for the code that made it."""


def searched_files(
    root: Path, corpus: Corpus, parts: KeptParts, everything: str, expected: Expected, record: Record
) -> dict[str, tuple[str, str]]:
    """Put the files into `expected`; by path what each shows. `everything`: a hash of all there is."""
    before = record.paths("docs/data/search/")
    common = f"search {everything}"
    if before and all(record.stands(path, shows) and shows.endswith(everything) for path, shows in before.items()):
        for path in before:
            expected.put(path, None)
        return {path: (shows, "") for path, shows in before.items()}
    folder = root / FOLDER / code_of(ROOMS, LIBRARIES)[:16]
    documents = [part.head.found for part in parts.values()]
    planned = plan(documents)
    known: dict[str, Segment] = {}
    for each in planned:
        segment = kept(folder / each.stamp)
        if isinstance(segment, Segment):
            paths = [f"docs/{p}" for p in segment.written.paths()]
            if all(
                record.stands(p, before.get(p, "")) and before[p].startswith(each.stamp) for p in paths if p in before
            ):
                known |= {each.stamp: segment} if all(p in before for p in paths) else {}
    made = dict(known)

    def remember(segment: Segment) -> None:
        made[segment.stamp] = segment
        keep(folder / segment.stamp, segment)

    out: dict[str, tuple[str, str]] = {}
    load = lambda document: parts[document].piece  # noqa: E731
    for path, text in index.files(documents, load, _own(folder, corpus), kept=known, keep=remember):
        expected.write(f"docs/{path}", text)
        out[f"docs/{path}"] = common, ""
    for stamp, segment in made.items():
        for path in segment.written.paths():
            if stamp in known:
                expected.put(f"docs/{path}", None)
            out[f"docs/{path}"] = f"{stamp} {everything}", ""
    for old in (root / FOLDER).rglob("*"):
        if old.is_file() and (old.parent != folder or old.name not in {*made, "collection"}):
            old.unlink(missing_ok=True)
    return out


def _own(folder: Path, corpus: Corpus) -> Collection:
    """Terms and topics, which are made again when one of them changes."""
    digest = collection_part(corpus, places=False)
    text = "".join(r.model_dump_json() for r in (*digest.terms, *digest.topics))
    stamp = hashlib.sha256(text.encode()).hexdigest()
    found = kept(folder / "collection")
    if isinstance(found, tuple) and found[0] == stamp and isinstance(found[1], Collection):
        return found[1]
    made = collection(digest.terms, digest.topics, corpus.matcher)
    keep(folder / "collection", (stamp, made))
    return made
