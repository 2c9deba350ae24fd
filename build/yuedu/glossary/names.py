"""Names that a text gives away by their form: bodies by their last word, people by the office before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from yuedu.glossary.joining import LIGHT, NEVER_INSIDE
from yuedu.glossary.phrases import HAN, Unit
from yuedu.glossary.shape import Term

BODY = re.compile(
    "局|厅|署|委员会|办公厅|办公室|管理局|法院|检察院|公司|集团|大学|协会|学会|联盟|联合会|银行|研究院|实验室|交易所|基金会|博物馆"
)
"""广东省政务服务数据管理局"""
SEAT = ("ns", "nt", "nz")
SEATS = frozenset(("国家", "全国", "中央", "中国", "省", "市", "自治区", "国务院", "最高", "国际"))
NO_PART = ("v", "d", "r", "m", "p", "a")
"""What no name of a body runs over: 各类实验室, 圆梦大学."""
OFFICE = re.compile(
    "(?:书记|省长|主席|总理|市长|区长|县长|主任|部长|厅长|局长|司长|院长|行长|委员|秘书长)([\u4e00-\u9fff]{2,3}?)(?=同志|[，。、；：（]|$)"
)
"""省长王伟中同志"""
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习"
)
"""The hundred and more that nine in ten people have."""
IN_SERIES = 5
"""A character that as many systems begin with, and more systems than other terms, is the mark of a series of names."""
MOST = 8


def series_marks(terms: Sequence[Term]) -> str:
    """The first characters that the systems of a desk share: 晋 for 晋政通, 晋办事, 晋心办 …"""
    systems = Counter(t.zh[0] for t in terms if t.is_system)
    others = Counter(t.zh[0] for t in terms if not t.is_system)
    return "".join(c for c, n in sorted(systems.items()) if n >= IN_SERIES and n > others[c] and HAN.fullmatch(c))


def names(zh: str, runs: Sequence[Sequence[Unit]], marks: str = "") -> Iterator[tuple[int, int]]:
    """The spans of names, outside known terms; `marks` begin the names of a series."""
    for run in runs:
        for last, unit in enumerate(run):
            before = run[last - 1] if last else None
            if (
                before is not None
                and before.text in marks
                and before.free
                and _named_after(unit)
                and not _led_to(run, last)
            ):
                yield before.start, unit.end
            if BODY.fullmatch(unit.text):
                yield from _body(run, last)
    units = [unit for run in runs for unit in run]
    for match in OFFICE.finditer(zh):
        start, end = match.span(1)
        inside = [u for u in units if u.start < end and start < u.end]
        if zh[start] in SURNAMES and all(u.free for u in inside):
            yield start, end


def _named_after(unit: Unit) -> bool:
    """The word after a mark: 晋 + 试验, not 晋 + 的."""
    return unit.free and len(unit.text) > 1 and not unit.quoted and unit.text not in LIGHT | NEVER_INSIDE


def _led_to(run: Sequence[Unit], last: int) -> bool:
    """Whether the mark is a place that one comes to or stays at: 来晋发展, 驻晋单位."""
    return last > 1 and len(run[last - 2].text) == 1 and run[last - 2].tag.startswith(("v", "p"))


def _body(run: Sequence[Unit], last: int) -> Iterator[tuple[int, int]]:
    """From the nearest seat to the last word of the body: 广东省 … 管理局."""
    first = None
    for n in range(last, max(-1, last - MOST), -1):
        unit = run[n]
        if not unit.free or unit.text in NEVER_INSIDE or unit.tag in NO_PART:
            break
        if n < last and (unit.tag.startswith(SEAT) or unit.text in SEATS):
            first = n
    if first is not None:
        yield run[first].start, run[last].end
