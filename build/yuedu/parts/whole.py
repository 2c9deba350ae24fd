"""The whole joined from the parts of the documents, as far as one file of it can be used; above that, where the parts lie.

The parts are gone through one after the other, once for each file: none of the files is made of all of them in memory but
those that stay below the measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import OF_DOCUMENTS, collection_part
from yuedu.exports.tables import commitments_csv, figures_csv
from yuedu.exports.tmx import listed_tmx, whole_tmx
from yuedu.exports.xliff import listed_xliff, whole_xliff
from yuedu.parts.lines import to_json
from yuedu.parts.part import AnyPart, Head

LARGEST = 25_000_000
"""Bytes of a file up to which it holds everything."""


def whole_files(corpus: Corpus, parts: Mapping[str, AnyPart]) -> dict[str, Callable[[], str]]:
    """Path under docs/ → how its text is made."""
    return {
        "data/digest.json": partial(_digest, corpus, parts),
        "data/figures.csv": lambda: figures_csv(p.figures for p in parts.values()),
        "data/commitments.csv": lambda: commitments_csv(p.commitments for p in parts.values()),
        "data/corpus.tmx": partial(_tmx, parts),
        "data/passages.xlf": partial(_xliff, parts),
    }


def _tmx(parts: Mapping[str, AnyPart]) -> str:
    if parts and sum(p.head.tmx for p in parts.values()) <= LARGEST:
        return whole_tmx(p.tmx for p in parts.values())
    return listed_tmx(f"/data/documents/{i}.tmx" for i in parts)


def _xliff(parts: Mapping[str, AnyPart]) -> str:
    if parts and sum(p.head.xliff for p in parts.values()) <= LARGEST:
        return whole_xliff(p.xliff for p in parts.values())
    return listed_xliff((i, f"documents/{i}.xlf") for i in parts)


def is_whole(parts: Mapping[str, AnyPart]) -> bool:
    """Whether `digest.json` holds everything."""
    return sum(p.head.bytes for p in parts.values()) <= LARGEST


def _digest(corpus: Corpus, parts: Mapping[str, AnyPart]) -> str:
    if is_whole(parts):
        value = collection_part(corpus).model_dump(mode="json", by_alias=True)
        return to_json(value, {name: _records(parts, name) for name in OF_DOCUMENTS})
    value = collection_part(corpus, places=False).model_dump(mode="json", by_alias=True)
    value["parts"] = [_listed(ident, part.head) for ident, part in parts.items()]
    return to_json(value, {"documents": (line for part in parts.values() for line in part.head.records)})


def _records(parts: Mapping[str, AnyPart], name: str) -> Iterator[str]:
    return (line for part in parts.values() for line in part.records[name])


def _listed(ident: str, head: Head) -> dict[str, Any]:
    url = f"/data/documents/{ident}.json"
    return {"document": ident, "url": url, "bytes": head.bytes, "sha256": head.sha256}
