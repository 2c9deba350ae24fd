"""Two figures exchanged: each figure is also held against what it counts.

What a figure counts is known by its anchor: the nearest term (by its renderings) or name (by its pinyin) that stands
before it on both sides. Figures that changed places while their anchors did not are proven exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from pypinyin import lazy_pinyin

from yuedu.checks.matching import Matched, matching
from yuedu.checks.pair import Pair
from yuedu.checks.rule import Mark, Rule, rule

_NAME = re.compile("[\u4e00-\u9fff]{2,}")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{4,}\b")
_PERCENT = frozenset({"%", "％", "成", "折", "百分点", "个百分点"})
# Words that tell figures of one kind apart, where no term does.
_CONTRASTS = (
    ("城镇", "urban"), ("城市", "urban"), ("农村", "rural"), ("出口", "export"), ("进口", "import"), ("收入", "revenue"), ("支出", "expenditure"),
    ("用户", "user"), ("铁路", "rail"), ("公路", "road"), ("水运", "waterway"), ("失业", "unemploy"), ("就业", "job"), ("消费", "consum"),
    ("投资", "invest"), ("养老", "elderly"), ("医疗", "medical"), ("安装", "install"), ("注册", "register"), ("满意", "satisf"), ("活跃", "active"),
    ("省", "provinc"), ("地市", "prefecture"), ("镇", "town"), ("村", "village"), ("县", "count"),
)  # fmt: skip


def _anchors(pair: Pair, start: int, end: int, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Every anchor of a Chinese sentence that stands once in it and once in its English: where, on both sides."""
    zh = pair.zh[start:end]
    found: dict[str, tuple[int, list[str]]] = {}
    for hit in pair.hits:
        term = pair.terms.get(hit.slug)
        if term and start <= hit.start < end:
            found[zh[hit.start - start : hit.end - start]] = (
                hit.start,
                [term.en.preferred, *(a.text for a in term.en.accepted)],
            )
    for word, rendering in _CONTRASTS:
        if zh.count(word) == 1:
            found.setdefault(word, (start + zh.index(word), [rendering]))
    for at, name, word in _names(zh, pair.en):
        found.setdefault(word, (start + at, [name]))
    anchors = []
    for word, (at, renderings) in found.items():
        if zh.count(word) != 1:
            continue
        places = {
            m.start()
            for r in renderings
            for m in re.finditer(rf"(?<![A-Za-z]){re.escape(r)}", pair.en, re.I)
            if any(a <= m.start() < b for a, b in spans)
        }
        if len(places) == 1:
            anchors.append((at, places.pop()))
    return anchors


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
    for start, end, spans in pair.segments_of:
        inside = [m for m in found if start <= m.zh.start < end and any(a <= m.en.start < b for a, b in spans)]
        turned = [sorted(two, key=lambda m: m.zh.start) for two in combinations(inside, 2) if _is_turned(*two)]
        anchors = _anchors(pair, start, end, spans) if turned else []
        for first, second in turned:
            stayed = _stayed(first, second, anchors, pair)
            yield first, second, stayed if stayed or first.zh.unit_zh == second.zh.unit_zh else False


def _is_turned(a: Matched, b: Matched) -> bool:
    if a.zh is b.zh or a.en is b.en or not _kin(a, b):
        return False
    return (a.zh.start < b.zh.start) != (a.en.start < b.en.start)


def _stayed(first: Matched, second: Matched, anchors: list[tuple[int, int]], pair: Pair) -> bool | None:
    zh = [_role(_ZH_ROLES, pair.zh, m.zh.start) for m in (first, second)]
    en = [_role(_EN_ROLES, pair.en.lower(), m.en.start) for m in (first, second)]
    if {*zh} == {*en} == {"from", "to"}:
        return zh != en
    kept = [_kept_heads(m, pair) for m in (first, second)]
    if all(kept) and not kept[0] & kept[1]:
        return False  # 517个系统 … 21亿次: 2.1 billion times in 517 systems
    before = sorted(x for x in anchors if x[0] < first.zh.start)
    between = sorted(x for x in anchors if first.zh.end <= x[0] < second.zh.start)
    if before and between:
        a, b = before[-1], between[-1]
        return a[1] < b[1]
    if not between and len(before) >= 2 and "分别" in pair.zh[before[-2][0] : second.zh.start]:
        return before[-2][1] < before[-1][1]
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
