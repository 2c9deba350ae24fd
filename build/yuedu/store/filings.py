"""What an editor decided about a document, written into its `document.yml`: filings, and proposals confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from yuedu.analysis.filing import texts_of, words_for
from yuedu.errors import UsageError
from yuedu.sources.yamlblock import OneLine
from yuedu.store.documents import Change, change_document
from yuedu.text.tree import Tree


def file_under(root: Path, document: str, places: Sequence[str], topic: str) -> Change:
    """File places of a document (ids of sections and passages, or its own) as an editor does, each for the words it has
    now; whatever a rule filed there, or an editor's filing says of the same place, is replaced."""

    def filed(record: dict[str, Any], tree: Tree) -> dict[str, Any]:
        texts = texts_of(tree)
        keys = [place.removeprefix(document).removeprefix(".") for place in places]
        below = {k for k in texts for key in keys if k == key or not key or k.startswith(f"{key}.")}
        topics = {k: v for k, v in (record.get("topics") or {}).items() if k not in below or not _by_rule(v)}
        for key in keys:
            words = words_for(key, texts) if key else None
            topics[key] = OneLine({"topic": topic, "words": words}) if words else topic
        order = {key: n for n, key in enumerate(texts)}
        return {**record, "topics": dict(sorted(topics.items(), key=lambda kv: order.get(kv[0], -1)))}

    return change_document(root, document, filed)


def confirm(root: Path, document: str, fields: Sequence[str]) -> tuple[Change, list[str]]:
    """Take fields off the list of what is only proposed; none named is all. Returns what was confirmed."""
    confirmed: list[str] = []

    def without(record: dict[str, Any], _: Tree) -> dict[str, Any]:
        proposed = dict(record.get("proposed") or {})
        for field in fields:
            if field not in proposed:
                known = ", ".join(proposed) or "nothing"
                raise UsageError(document, None, f"{field!r} is not proposed", f"what is: {known}")
        confirmed.extend(fields or proposed)
        left = {k: v for k, v in proposed.items() if k not in confirmed}
        return {**{k: v for k, v in record.items() if k != "proposed"}, **({"proposed": left} if left else {})}

    return change_document(root, document, without), confirmed


def _by_rule(filed: Any) -> bool:
    return isinstance(filed, dict) and filed.get("by") == "rule"
