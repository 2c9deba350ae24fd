"""The whole joined from the parts of the documents, as far as one file of it can be used; above that, where the parts lie.

The parts are gone through one after the other, once for each file: none of the files is made of all of them in memory but
those that stay below the measure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import OF_DOCUMENTS, collection_part
from yuedu.exports.tables import commitments_csv, figures_csv
from yuedu.exports.tmx import listed_tmx, whole_tmx
from yuedu.exports.xliff import listed_xliff, whole_xliff
from yuedu.parts.lines import to_json
from yuedu.parts.part import Part

LARGEST = 25_000_000
"""Bytes of a file up to which it holds everything."""


def whole_files(corpus: Corpus, parts: Mapping[str, Part]) -> Iterator[tuple[str, str]]:
    """Path under docs/ and text."""
    yield "data/digest.json", _digest(corpus, parts)
    yield "data/figures.csv", figures_csv(p.figures for p in parts.values())
    yield "data/commitments.csv", commitments_csv(p.commitments for p in parts.values())
    tmx = sum(p.size("tmx") for p in parts.values()) <= LARGEST
    yield (
        "data/corpus.tmx",
        whole_tmx(p.tmx for p in parts.values())
        if tmx and parts
        else listed_tmx(f"/data/documents/{i}.tmx" for i in parts),
    )
    xliff = sum(p.size("xliff") for p in parts.values()) <= LARGEST
    yield (
        "data/passages.xlf",
        whole_xliff(p.xliff for p in parts.values())
        if xliff and parts
        else listed_xliff((i, f"documents/{i}.xlf") for i in parts),
    )


def is_whole(parts: Mapping[str, Part]) -> bool:
    """Whether `digest.json` holds everything."""
    return sum(p.size("json") for p in parts.values()) <= LARGEST


def _digest(corpus: Corpus, parts: Mapping[str, Part]) -> str:
    if is_whole(parts):
        value = collection_part(corpus).model_dump(mode="json", by_alias=True)
        return to_json(value, {name: _records(parts, name) for name in OF_DOCUMENTS})
    value = collection_part(corpus, places=False).model_dump(mode="json", by_alias=True)
    value["parts"] = [_listed(ident, part) for ident, part in parts.items()]
    return to_json(value, {"documents": _records(parts, "documents")})


def _records(parts: Mapping[str, Part], name: str) -> Iterator[str]:
    return (line for part in parts.values() for line in part.records[name])


def _listed(ident: str, part: Part) -> dict[str, Any]:
    data = part.json.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    return {"document": ident, "url": f"/data/documents/{ident}.json", "bytes": len(data), "sha256": sha256}
