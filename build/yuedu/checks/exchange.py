"""Two figures exchanged: each figure is also held against what it counts.

What a figure counts is known by its anchors: the terms (by their renderings), the names (by their pinyin) and the common
words (by `anchors`) that stand in its clause on both sides. Two figures of which anchors say the one is the other's, and
none that it is its own, are proven exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pypinyin import lazy_pinyin

from yuedu.checks.alignment import homes
from yuedu.checks.anchors import ANCHORS
from yuedu.checks.belonging import EN_CLAUSES, ZH_CLAUSES, owner
from yuedu.checks.matching import Matched, matching
from yuedu.checks.pair import Pair, Span
from yuedu.checks.reading import read_english
from yuedu.checks.rule import Mark, Rule, rule

_NAME = re.compile("[\u4e00-\u9fff]{2,}")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{4,}\b")
_PERCENT = frozenset({"%", "％", "成", "折", "百分点", "个百分点"})


def _anchors(pair: Pair, start: int, end: int) -> Iterator[tuple[Span, re.Pattern[str]]]:
    """Every word of a Chinese stretch that stands once in it and whose English is known: where, and its English."""
    zh = pair.zh[start:end]
    left = list(zh)
    found: dict[str, tuple[int, re.Pattern[str]]] = {}
    for hit in pair.hits:
        term = pair.terms.get(hit.slug)
        if term and start <= hit.start and hit.end <= end:
            texts = "|".join(re.escape(t) for t in (term.en.preferred, *(a.text for a in term.en.accepted)))
            found[pair.zh[hit.start : hit.end]] = (hit.start - start, re.compile(rf"(?<![A-Za-z])(?:{texts})", re.I))
    for at, name, word in _names(zh, pair.en):
        found.setdefault(word, (at, re.compile(rf"\b{name}\b")))
    for word, english in ANCHORS:
        at = "".join(left).find(word)
        if at >= 0 and zh.count(word) == 1:
            found.setdefault(word, (at, english))
        while at >= 0:
            left[at : at + len(word)] = "＿" * len(word)
            at = "".join(left).find(word)
    for word, (at, english) in found.items():
        if zh.count(word) == 1:
            yield (start + at, start + at + len(word)), english


@dataclass(frozen=True, slots=True)
class Votes:
    """What the anchors of a stretch say: (figure of the Chinese, figure of the English), as indices of matches."""

    cast: tuple[tuple[int, int], ...]

    def of(self, first: int, second: int) -> tuple[int, int]:
        """How many say that the two kept what they count, and how many that they are exchanged."""
        keep = sum(a == b and a in (first, second) for a, b in self.cast)
        return keep, sum((a, b) in ((first, second), (second, first)) for a, b in self.cast)


def _votes(pair: Pair, start: int, end: int, spans: tuple[Span, ...], inside: list[Matched]) -> Votes:
    """Each anchor that belongs to one figure in each language."""
    here = sorted(
        (q.start - start, q.end - start) for q in pair.quantities if start <= q.start < end and q.type != "date"
    )
    english = [q for q in read_english(pair.en, pair.names_en, pair.currency) if q.type != "date"]
    there = sorted((q.start, q.end) for q in english if any(a <= q.start < b for a, b in spans))
    by_zh = {(m.zh.start - start, m.zh.end - start): n for n, m in enumerate(inside)}
    by_en = {(m.en.start, m.en.end): n for n, m in enumerate(inside)}
    cast = []
    for (a, b), pattern in _anchors(pair, start, end):
        mine = owner(pair.zh[start:end], (a - start, b - start), here, ZH_CLAUSES, onward=True)
        zh = None if mine is None else by_zh.get(here[mine])
        places = [m.span() for m in pattern.finditer(pair.en) if any(x <= m.start() < y for x, y in spans)]
        owners = {owner(pair.en, place, there, EN_CLAUSES, onward=False) for place in places}
        if zh is None or len(owners) != 1 or (theirs := owners.pop()) is None:
            continue
        if (en := by_en.get(there[theirs])) is not None:
            cast.append((zh, en))
    return Votes(tuple(cast))


# What is counted, where it stands right after the figure on both sides.
_HEADS = (
    ("部门", "department|bod"), ("系统", "system|application"), ("条", "record|item"), ("次", "times|person-times|session"), ("项目", "project"),
    ("应用", "application"), ("企业", "enterprise|business|firm|compan"), ("村", "village"), ("台", "machine|terminal|unit|set"),
    ("户", "household|user"), ("人", "people|person|user|resident|job"), ("市", "cit"), ("县", "count"), ("宗", "project|transaction|deal"),
    ("件", "request|work order|order|case|piece|item"), ("张", "certificate|licen|card"), ("种", "kind|type"), ("份", "cop|piece"), ("项", "item|matter|service|standard|task"),
    ("家", "centre|enterprise|compan|firm|institution"), ("类", "class|categor"), ("平台", "platform"), ("服务", "service"), ("公里", "kilomet"),
)  # fmt: skip


def _names(zh: str, english: str) -> Iterator[tuple[int, str, str]]:
    """Names that the English writes in pinyin."""
    said = set(_CAPITAL.findall(english))
    for run in _NAME.finditer(zh) if said else ():
        syllables = lazy_pinyin(run[0])
        for size in (3, 2):
            for at in range(len(run[0]) - size + 1):
                name = "".join(syllables[at : at + size]).capitalize()
                if name in said:
                    yield run.start() + at, name, run[0][at : at + size]


def _inverted(pair: Pair) -> Iterator[tuple[Matched, Matched, bool | None]]:
    """Figures of one kind in the other order, and whether their anchors stayed (True), moved too (False), or are unknown."""
    found = matching(pair).matched
    for start, end, spans in homes(pair):
        inside = [m for m in found if start <= m.zh.start < end and any(a <= m.en.start < b for a, b in spans)]
        two_of_a_kind = [two for two in combinations(range(len(inside)), 2) if _differ(*(inside[n] for n in two))]
        votes = _votes(pair, start, end, spans, inside) if two_of_a_kind else Votes(())
        for two in two_of_a_kind:
            first, second = sorted((inside[n] for n in two), key=lambda m: m.zh.start)
            keep, swap = votes.of(*two)
            if pair.zh[max(0, first.zh.start - 1) : first.zh.start] == "每":
                continue  # 每5名居民中有1名: one in five
            if not _is_turned(first, second):
                if swap >= 2 and not keep:
                    yield first, second, True
                continue
            if bool(keep) != bool(swap):
                yield first, second, bool(swap)
                continue
            stayed = _stayed(first, second, pair)
            yield first, second, stayed if stayed or first.zh.unit_zh == second.zh.unit_zh else False


def _differ(a: Matched, b: Matched) -> bool:
    """Whether two figures could be exchanged: of one kind, with other values, each with English of its own."""
    if a.how != "same" or b.how != "same":
        return False
    return a.zh is not b.zh and a.en is not b.en and a.zh.value != b.zh.value and _kin(a, b)


def _is_turned(a: Matched, b: Matched) -> bool:
    return (a.zh.start < b.zh.start) != (a.en.start < b.en.start)


def _stayed(first: Matched, second: Matched, pair: Pair) -> bool | None:
    zh = [_role(_ZH_ROLES, pair.zh, m.zh.start) for m in (first, second)]
    en = [_role(_EN_ROLES, pair.en.lower(), m.en.start) for m in (first, second)]
    if {*zh} == {"from", "to"} and "from" in en:
        return zh.index("from") != en.index("from")
    if "其中" in pair.zh[first.zh.end : second.zh.start] and re.search(
        r"\b(?:of|out of)\b", pair.en[second.en.end : first.en.start]
    ):
        return False  # 3.1 billion of the 5.6 billion
    kept = [_kept_heads(m, pair) for m in (first, second)]
    if all(kept) and not kept[0] & kept[1]:
        return False  # 517个系统 … 21亿次: 2.1 billion times in 517 systems
    return None


_ZH_ROLES = (("from", re.compile("(?:由|从|自|比|在)[^，。；]{0,8}$")), ("to", re.compile("(?:至|到|为|达)$")))
_EN_ROLES = (
    ("from", re.compile(r"(?:from|than|against)(?: [a-z]+){0,2} $")),
    ("to", re.compile(r"(?:to|at|reaching)(?: [a-z]+)? $")),
)


def _role(roles: tuple[tuple[str, re.Pattern[str]], ...], text: str, at: int) -> str | None:
    """Whether a figure is what something changes from, or to."""
    lead = text[max(0, at - 16) : at]
    return next((name for name, pattern in roles[::-1] if pattern.search(lead)), None)


def _kept_heads(match: Matched, pair: Pair) -> set[str]:
    """What follows the figure in the Chinese, as its measure word or noun, and follows it in the English too."""
    zh = match.zh.zh[-2:] + pair.zh[match.zh.end : match.zh.end + 5]
    en = pair.en[max(0, match.en.end - 6) : match.en.end + 28]
    return {word for word, rendering in _HEADS if word in zh and re.search(rf"\b(?:{rendering})", en, re.I)}


def _kin(a: Matched, b: Matched) -> bool:
    share = [m.zh.unit_zh if m.zh.unit_zh in _PERCENT else "" for m in (a, b)]
    return (
        share[0].removeprefix("个") == share[1].removeprefix("个")
        and bool(a.zh.currency) == bool(b.zh.currency)
        and (a.zh.type == "duration") == (b.zh.type == "duration")
    )


def _marks(pair: Pair, stayed: bool | None, message: str) -> Iterator[Mark]:
    for first, second, how in _inverted(pair):
        if how is stayed:
            yield Mark(
                message,
                f"{second.en.zh} … {first.en.zh}",
                f"{first.zh.zh} … {second.zh.zh}",
                (first.zh.start, second.zh.end),
                (second.en.start, first.en.end),
            )


@rule("number.exchanged", "error")
def exchanged(pair: Pair) -> Iterator[Mark]:
    """Two figures are not exchanged: one that changed its place took with it what it counts."""
    yield from _marks(pair, True, "two figures are exchanged: what they count stands in the same order")


@rule("number.order", "warning")
def order(pair: Pair) -> Iterator[Mark]:
    """Figures of one kind keep their order in a sentence, or what they count shows why not."""
    yield from _marks(pair, None, "two figures stand in the other order, and nothing shows why")


RULES: tuple[Rule, ...] = (exchanged, order)
