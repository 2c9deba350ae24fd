"""Footnotes of the source tied to their marks: the first note of a mark to the first place where it stands, and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yuedu.text.footnotes import MARK
from yuedu.text.tree import Note, Tree


def tied(tree: Tree) -> Iterator[Note]:
    """The notes of a tree in order; one whose mark stands in no passage is tied to none."""
    lines = [f for f in tree.front if f.role == "footnote" and f.kind and MARK.match(f.zh)]
    places: dict[str, list[tuple[str, int]]] = {}
    for passage in tree.passages if lines else ():
        for found in MARK.finditer(passage.zh, 1):
            places.setdefault(found[0], []).append((passage.id, found.start()))
    used: Counter[str] = Counter()
    for line in lines:
        mark = str(line.kind)
        stands = places.get(mark, [])
        passage_id, offset = stands[used[mark]] if used[mark] < len(stands) else (None, None)
        used[mark] += 1
        yield Note(line.id, mark, passage_id, offset)
