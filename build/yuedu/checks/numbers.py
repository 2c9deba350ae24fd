"""The number rules: figures compared by value, never by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yuedu.checks.excuses import in_words
from yuedu.checks.matching import Matched, matching, power_of_ten
from yuedu.checks.pair import Pair, Span
from yuedu.checks.reading import read_english
from yuedu.checks.rule import Mark, Rule, rule
from yuedu.findings import Severity
from yuedu.quantities.english import letters
from yuedu.quantities.english.numerals import ORDINAL, ordinal
from yuedu.quantities.measure import measure
from yuedu.quantities.model import Quantity


def _span(q: Quantity) -> Span:
    return (q.start, q.end)


def spoken(q: Quantity) -> str:
    """A value as both readers of a finding can check it: 181,000,000, or 5–10 %."""
    values = " to ".join(_grouped(v) for v in (q.value, q.value_max) if v is not None)
    return f"{values} {q.currency or q.unit_en}".strip()


def _grouped(value: str) -> str:
    try:
        return f"{Decimal(value):,f}"
    except ArithmeticError:
        return value


@rule("number.value", "error")
def value(pair: Pair) -> Iterator[Mark]:
    """Every quantity in the English is in the Chinese with the same value; off by a power of ten says so."""
    found = matching(pair)
    for zh, en in found.changed:
        power = power_of_ten(zh, en)
        wrong = f"off by 10^{power}" if power else "the value is another"
        message = f"{wrong}: the Chinese says {spoken(zh)}, the English {spoken(en)}"
        yield Mark(message, en.zh, zh.zh, _span(zh), _span(en))
    for en in found.extra:
        yield Mark(f"the Chinese states no {spoken(en)}", en.zh, "", None, _span(en))


@rule("number.missing", "error")
def missing(pair: Pair) -> Iterator[Mark]:
    """Every quantity in the Chinese is in the English: an error in a passage, a warning in a synopsis."""
    for zh in matching(pair).missing:
        severity: Severity | None = "warning" if pair.kind == "synopsis" else None
        yield Mark(f"the English does not say {spoken(zh)}", "", zh.zh, _span(zh), None, severity)


_CLASS = {"exact": 0, "about": 1, "over": 2, "at-least": 2, "under": 3, "nearly": 3}
_NAMES = {0: "no hedge", 1: "about", 2: "over", 3: "under or nearly"}


@rule("number.bound", "warning")
def bound(pair: Pair) -> Iterator[Mark]:
    """A hedge (超, 余, 近, 约, 以上) is kept, none is added or reversed, and what is rounded says so."""
    seen: set[int] = set()
    for match in matching(pair).matched:
        if id(match.zh) in seen:
            continue
        seen.add(id(match.zh))
        zh, en = _CLASS[match.zh.bound], _CLASS[match.en.bound]
        if match.how == "rounded":
            if en == 0:
                yield _mark(match, f"rounded without a hedge: the Chinese says {spoken(match.zh)}")
        elif zh != en and not _may(match, pair):
            what = "dropped" if en == 0 else "added" if zh == 0 else "changed"
            yield _mark(match, f"the hedge is {what}: the Chinese has {_NAMES[zh]}, the English {_NAMES[en]}")


def _may(match: Matched, pair: Pair) -> bool:
    """What is said without being a hedge: over three years is during them; 60 and older is 60岁以上; up to, a ceiling."""
    zh, en = match.zh, match.en
    lasts = measure(zh.unit_en, zh.type, zh.currency).kind in ("months", "seconds")
    if lasts and zh.bound == "exact" and en.bound in ("over", "under"):
        return True
    if zh.bound == "exact" and en.zh.lower().startswith("pass"):
        return True  # passed 12 laws
    if zh.type == "range" and en.zh.lower().startswith(("within", "under", "between")):
        return True  # within 6 to 6.5 percent
    if en.zh.startswith("Some ") and zh.bound == "exact":
        return True  # a sentence that would begin with digits
    if zh.type == "range" and zh.bound == "about":
        return True  # 三五年, two neighbouring digits, is as vague as any wording of it
    if match.how != "same" or (zh.unit_zh != en.unit_zh and zh.unit_zh in ("亩", "斤")):
        return zh.bound == "exact"  # a converted measure may say about
    if zh.bound != "exact" and en.bound == "exact":
        return _hedged_nearby(pair.en, en, zh.bound)
    return zh.bound == "exact" and _hedged_in_chinese(pair.zh, zh)


_NEARBY = {
    "over": r"more|over|exceed\w*|above|surpass\w*|pass(?:ed|ing)|top(?:ped|s)|plus|-odd|beyond|cross(?:ed|es|ing)|breach\w*|further|upward",
    "at-least": r"more|over|exceed\w*|above|least|older|higher|upward|minimum|and up|no (?:less|fewer)|not (?:less|fewer)|beyond|surpass\w*",
    "under": r"less|fewer|under|below|within|up to|at most|no more|not more|maximum|smaller|controlled at|ceiling|capped",
    "nearly": r"near\w*|almost|close to|approach\w*|just under",
    "about": r"about|around|approximately|some|roughly|estimated|or so|in the region",
}


def _hedged_nearby(text: str, en: Quantity, wanted: str) -> bool:
    around = text[max(0, en.start - 60) : en.end + 30]
    return re.search(rf"\b(?:{_NEARBY[wanted]})\b", around, re.I) is not None


_IN_CHINESE = re.compile(
    "上限|下限|最高|最低|最多|封顶|超|突破|以上|以下|余|多|近|约|左右|上下|不低于|不少于|不超过|以内|达到|至少|接近|大约|逾|过|高于|低于|大于|小于|起|[重再迈登踏站冲]上|跨|破|强(?=[，。；、]|$)"
)


def _hedged_in_chinese(text: str, zh: Quantity) -> bool:
    return _IN_CHINESE.search(text[max(0, zh.start - 8) : zh.end + 4]) is not None


def _mark(match: Matched, message: str) -> Mark:
    return Mark(message, match.en.zh, match.zh.zh, _span(match.zh), _span(match.en))


@rule("number.unit", "error")
def unit(pair: Pair) -> Iterator[Mark]:
    """The unit is the same: % is not percentage points, yuan are not dollars, first is not last, ends of ranges stay."""
    for match in matching(pair).matched:
        if match.how == "points":
            yield _mark(match, "per cent and percentage points are two things")
        elif match.how == "currency":
            yield _mark(match, f"the currency is {match.zh.currency}, not {match.en.currency}")
        elif match.how == "measure":
            yield _mark(match, f"the same number of {match.en.unit_en}, not of {match.zh.unit_en}")
    yield from _ranges(pair)
    yield from _ranks(pair)


def _ranges(pair: Pair) -> Iterator[Mark]:
    for match in matching(pair).matched:
        zh, en = match.zh, match.en
        if (
            zh.value_max is None
            and en.value_max is not None
            and en.type != "rank"
            and Decimal(zh.value) in (Decimal(en.value), Decimal(en.value_max))
        ):
            ends = {q.value for q in pair.quantities} | {q.value_max for q in pair.quantities}
            if not {en.value, en.value_max} <= ends:
                yield _mark(match, f"a range, {spoken(en)}, where the Chinese has {spoken(zh)}")


_LAST = re.compile("倒数|末位|垫底")
_LAST_EN = re.compile(r"\b(?:last|bottom|lowest|worst|least|from the end)\b", re.I)


def _ranks(pair: Pair) -> Iterator[Mark]:
    ranks = [q for q in pair.quantities if q.type == "rank"]
    for q in ranks:
        if _LAST.search(pair.zh, max(0, q.start - 3), q.end) and not _LAST_EN.search(pair.en):
            yield Mark("the rank counts from the bottom in the Chinese", "", q.zh, _span(q))
        elif q.value_max is None and Decimal(q.value) >= 2 and not _said(q, pair.en):
            yield Mark(f"the English does not say rank {q.value}", "", q.zh, _span(q))
        elif (
            Decimal(q.value) == 1
            and q.value_max is None
            and _LAST_EN.search(pair.en)
            and not re.search(
                r"\b(?:first|top|lead\w*|1st|No\.? ?1|number one|foremost|forefront|largest|highest|most|best|biggest|greatest)\b",
                pair.en,
                re.I,
            )
        ):
            yield Mark("first in the Chinese, last in the English", "", q.zh, _span(q))


def _said(q: Quantity, english: str) -> bool:
    value = Decimal(q.value)
    ordinals = {ordinal(m[0]) for m in re.finditer(rf"(?<![a-z0-9]){ORDINAL}", letters.plain(english))}
    said = {Decimal(e.value) for e in read_english(english) if e.type != "date"}
    return value in said or value in ordinals or str(value) in english or in_words(q, english)


RULES: tuple[Rule, ...] = (value, missing, bound, unit)
