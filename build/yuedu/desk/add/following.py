"""Which document a new one goes on from: the latest earlier one of the same body and kind, such as the report of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from yuedu.desk.add.skeleton import Proposed
from yuedu.sources.document import Document
from yuedu.text.grammar import GENRE

_COUNTED = re.compile(
    r"[（(][^（）()]*[）)]|\d+年\d+月\d+日|[〇零一二三四五六七八九十百\d]{2,4}\s*年度?|第?[〇零一二三四五六七八九十百\d]+\s*[届次号期]|[\s《》“”]"
)
"""What differs from year to year in a title or the name of an occasion: 2023年, 第十四届, 第一次, （摘要）."""
SHORTEST = 4
"""Characters that have to be left of a title, so that 通知 is no kind."""
TITLES = ("title", "subtitle")
BODIES = ("office", "issuer", "signatory", "occasion")


def follows(proposed: Mapping[str, Proposed], known: Iterable[Document]) -> Proposed | None:
    """The id of that document, resting on the title of the new one; None where the texts do not say as much.

    Both state a date, the same kind of title, and one of the bodies or the occasion; nothing else goes on from it yet.
    """
    documents = [*known]
    followed = {d.follows for d in documents}
    date, titles = proposed.get("date"), [p for name in TITLES if (p := proposed.get(name))]
    if not date or not titles:
        return None
    kinds = {k for p in titles if _is_kind(k := _kind(p.value["zh"]))}
    bodies = {_kind(p.value["zh"]) for name in BODIES if (p := proposed.get(name))}
    earlier = [d for d in documents if d.date and d.date < date.value and d.id not in followed]
    alike = [d for d in earlier if kinds & {*_kinds(d, TITLES)} and bodies & {*_kinds(d, BODIES)}]
    latest = max(alike, key=lambda d: d.date or "", default=None)
    return Proposed(latest.id, titles[0].words, titles[0].at) if latest else None


def _is_kind(words: str) -> bool:
    """Whether words say what a document is, and not only where it was read: 在…大会上的报告."""
    return len(words) >= SHORTEST and re.search(f"(?:{GENRE})$", words) is not None


def _kinds(document: Document, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        stated = getattr(document, name)
        if stated and stated.zh:
            yield _kind(stated.zh)


def _kind(words: str | None) -> str:
    return _COUNTED.sub("", words or "")
