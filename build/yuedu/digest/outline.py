"""One parsed text as data or as text, before any editor has seen it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yuedu import urls
from yuedu.sources.reviews import sha256
from yuedu.text.announced import count_findings
from yuedu.text.metadata import metadata
from yuedu.text.seed import ReadSeed
from yuedu.text.tree import FrontLine, Passage, Section


def outline(read: ReadSeed, name: str) -> dict[str, Any]:
    """Documents, front matter, sections and passages shaped as in `digest.json`; nothing is linked or translated."""
    tree = read.trees[0]
    found = metadata(tree)
    doc = tree.document
    return {
        "documents": [
            {
                **{
                    "id": doc,
                    "title": {"zh": found.title and found.title.value, "en": None},
                    "speaker": None,
                    "office": None,
                },
                **{
                    "date": found.date and found.date.value,
                    "date_basis": None,
                    "number": found.number and found.number.value,
                    "part_of": None,
                    "follows": None,
                    "seed": name,
                },
                **{"abstract": {"zh": None, "en": None}, "url": urls.document_url(doc)},
            }
        ],
        "front_matter": [
            {
                **{"id": f.id, "document": doc, "role": f.role, "kind": f.kind, "zh": f.zh, "en": None},
                "source": _span(f.start, f.end),
            }
            for f in tree.front
        ],
        "sections": [
            {
                **{"id": s.id, "document": doc, "parent": s.parent, "label": s.label},
                **{"title": {"zh": s.title, "en": None}, "source": _span(*s.place) if s.place else None},
            }
            for s in tree.sections
        ],
        "passages": [_passage(doc, p) for p in tree.passages],
        "notes": [{"id": n.line, "mark": n.mark, "passage": n.passage, "offset": n.offset} for n in tree.notes],
        "definitions": [
            {"passage": d.passage, "term": _span(*d.term), "definition": _span(*d.said)} for d in tree.definitions
        ],
        "findings": [f.as_json() for f in (*tree.findings, *count_findings(tree, name))],
    }


def _passage(doc: str, p: Passage) -> dict[str, Any]:
    return {
        **{"id": p.id, "document": doc, "section": p.section, "zh": p.zh},
        "source": {**_span(p.start, p.end), "sha256": sha256(p.zh)},
        "emphasis": [_span(*e) for e in p.emphasis],
        "sentences": [_span(*s) for s in p.sentences],
        **{"en": None, "notes": [], "topics": [], "terms": [], "figures": [], "url": urls.part_url(p.id)},
    }


def _span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


def as_text(read: ReadSeed) -> Iterator[str]:
    """The tree as indented lines: id, then heading, role or text."""
    depth = 0
    for part in read.trees[0].parts:
        if isinstance(part, FrontLine):
            yield f"{part.id:<24} {part.role}: {part.zh}"
        elif isinstance(part, Section):
            depth = len(part.path)
            yield f"{'  ' * (depth - 1)}{part.id:<24} {part.heading}"
        else:
            indent = "  " * (depth if part.section else 0)
            yield f"{indent}{part.id:<24} [{len(part.sentences)}] {part.zh}"
