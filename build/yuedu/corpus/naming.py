"""What documents are called beside each other: a name that two share has the year with it, and the id where that is shared too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from yuedu.analysis.speeches import Speech
from yuedu.sources.shape import Bilingual


def told_apart(speeches: Sequence[Speech], named: Callable[[Speech], Bilingual]) -> dict[str, Bilingual]:
    """Document id → its name."""
    plain = {s.meta.id: named(s) for s in speeches}
    dated = {s.meta.id: _with(plain[s.meta.id], s.meta.date[:4] if s.meta.date else "") for s in speeches}
    by_id = {s.meta.id: _with(plain[s.meta.id], s.meta.id) for s in speeches}
    names = {i: plain[i] if alone else dated[i] for i, alone in _alone(plain)}
    return {i: names[i] if alone else by_id[i] for i, alone in _alone(names)}


def newest_first(speeches: Sequence[Speech]) -> list[Speech]:
    """Those without a date come last; of one date, in the order of the texts."""
    return sorted(speeches, key=lambda s: s.meta.date or "", reverse=True)


def _with(name: Bilingual, more: str) -> Bilingual:
    return Bilingual(zh=_joined(name.zh, more), en=_joined(name.en, more)) if more else name


def _joined(name: str | None, more: str) -> str | None:
    return f"{name} {more}" if name else None


def _alone(names: Mapping[str, Bilingual]) -> Iterator[tuple[str, bool]]:
    """Each id, and whether nothing else is called so in either language."""
    zh, en = Counter(n.zh for n in names.values()), Counter(n.en for n in names.values())
    for ident, mine in names.items():
        yield ident, zh[mine.zh] == 1 and (mine.en is None or en[mine.en] == 1)
