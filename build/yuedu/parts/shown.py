"""What a page shows of a passage, a heading or a line, as a hash: a page is made again only where one of its own differs.

The place in the text is no part of it: what stands before may have grown.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from yuedu.corpus.corpus import Corpus


def shown(corpus: Corpus, value: dict[str, Any]) -> dict[str, str]:
    """Id → hash, of all parts of a document; `value` is its part of the digest."""
    figures: dict[str, list[Any]] = {}
    for figure in value["figures"]:
        figures.setdefault(figure["passage"], []).append(figure)
    commitments: dict[str, list[Any]] = {}
    for commitment in value["commitments"]:
        commitments.setdefault(commitment["passage"], []).append(commitment)
    above = {s["id"]: [s["title"], corpus.is_draft(s["id"])] for s in value["sections"]}
    found = {}
    for passage in value["passages"]:
        ident = passage["id"]
        beside = [above.get(passage["section"]), figures.get(ident), commitments.get(ident)]
        found[ident] = _hash([_without_source(passage), beside, _english(corpus, ident), corpus.carried.get(ident)])
    for part in (*value["sections"], *value["front_matter"]):
        found[part["id"]] = _hash([_without_source(part), _english(corpus, part["id"])])
    return found


def _english(corpus: Corpus, ident: str) -> Any:
    """What is said where English is a draft or is not shown, who made it, and which sentences its notes are about."""
    english = corpus.english.get(ident)
    if english is None:
        return None
    summary = english.summary
    about = [n.about for n in summary.notes]
    who = [summary.drafted_by, summary.reviewed_by, summary.reviewer_kind, summary.reviewed_on]
    return [english.state, english.problem, who, about]


def _without_source(record: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in record.items() if k != "source"}


def _hash(value: Any) -> str:
    data = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()[:16]
