"""Never refuse, never lose: whatever the text, it is read, and all of it is kept."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from yuedu.text.announced import count_findings
from yuedu.text.clean import clean
from yuedu.text.ids import parse_id
from yuedu.text.metadata import metadata
from yuedu.text.outline import Aspects, Outline, PlacedSection, Placement
from yuedu.text.points import NoSuchAspect
from yuedu.text.trace import replay

from .reading import assert_whole, read_text, replayed

fuzz = settings(deadline=None, max_examples=400)

LONG = "省政数局充分发挥牵头抓总、协调各方的职责，加快数据要素市场化配置改革探索"
PIECES = (
    *("一、", "二、", "三、", "十一、", "〇、", "（一）", "（二）", "(一)", "（三", "1.", "2．", "（1）", "①", "㈠", "⑴", "1、"),
    *("第一篇", "第一章", "第二章", "第一节", "第一条", "第三条", "一是", "二是", "三是", "一要", "二要", "首先", "其次"),
    *("。", "！", "？", "；", "：", "，", "、", "…", ".", ":", "“", "”", "‘", "’", "《", "》", "（", "）", "(", ")", "【", "】"),
    *("**", "*", "# ", "### ", "****", "——", "\u3000", " ", "\u2009", "\u00a0", "\t", "\ufeff", "\u200b", "\u00ad"),
    *("同志们，", "各位代表！", "同志们：", "汇报完毕。", "谢谢大家！", "2023年2月7日", "(2023年2月7日)", "（代章）", "〔2023〕1号"),
    *("讲话", "通知", "省政府", "办公室", "GI", " in ", "3.2亿", "12345", "数字政府", "三点意见", "五个方面", "四大方向", LONG),
)  # fmt: skip
LINE_ENDS = ("\n", "\n\n", "\n \n", "\r\n", "\r", "\f", "\u2028", "\x85", "\v")

official = st.lists(
    st.tuples(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(LINE_ENDS)), max_size=12
).map(lambda lines: "".join(line + end for line, end in lines))
mixed = st.lists(st.sampled_from(PIECES + LINE_ENDS) | st.text(max_size=5), max_size=30).map("".join)
arbitrary = st.text(max_size=200)
texts = st.one_of(official, official, mixed, arbitrary)
"""What a decoded file may hold, and more: lone surrogates alone can come from no file."""


@fuzz
@given(texts)
@example("")
@example("\n")
@example("****")
@example("\ufeff")
@example("一、")
@example("**一、**")
@example("（一）。")
@example("一、。。")
@example("第一条。")
@example("1.\r\n\r\n1.1")
@example("**")
@example("# \n")
@example(f"{LONG}\n\n**{LONG}**\n{LONG}")
def test_any_text_is_read_and_all_of_it_is_kept(text: str) -> None:
    read = read_text(text)
    assert_whole(read)
    tree = read.trees[0]
    for finding in (*tree.findings, *count_findings(tree, "d.txt")):
        assert finding.rule.startswith("structure.") and finding.severity == "warning" and finding.message
    day = metadata(tree).date
    assert day is None or date.fromisoformat(f"{day.value}-01"[:10])


@fuzz
@given(texts)
def test_no_character_that_can_be_seen_is_lost(text: str) -> None:
    """Cleaning drops white space, markup and invisible marks; all else stays, in order, but the brackets of a date.

    A soft hyphen between digits stands for a dash that was lost, and becomes one.
    """
    dropped = {"\ufeff", "\u00ad", "\u2060", "*", "#", *map(chr, range(0x200B, 0x2010))}
    narrow = str.maketrans("（）", "()")

    def seen(words: str) -> str:
        return "".join(c for c in words if not c.isspace() and c not in dropped).translate(narrow)

    assert seen(clean(text).text) == seen(re.sub("(?<=[0-9年])\u00ad+(?=[0-9])", "—", text))


@fuzz
@given(official, st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from(PIECES))
def test_an_editors_declarations_lose_nothing_either(text: str, first: str, second: str, third: str) -> None:
    outline = Outline(
        sections=(PlacedSection(("1",), first),) if first.strip() else (),
        places=(Placement(second, ("1",)), Placement(third, ())),
        aspects=(Aspects(second, (second[:1],)),) if second.strip() else (),
    )
    try:
        read = read_text(text, outline)
    except NoSuchAspect as error:
        assert error.marker == second[:1]  # it stands in the heading alone, where nothing is cut
        event("no such aspect")
    else:
        assert_whole(read)


@fuzz
@given(texts)
def test_repairs_are_disjoint_ascending_and_change_something(text: str) -> None:
    trace = clean(text)
    repairs = trace.repairs()
    assert all(a.end <= b.start for a, b in pairwise(repairs))
    assert all(r.start < r.end and r.before != r.after for r in repairs)
    assert replay(text, repairs) == replayed(text, repairs) == trace.text
    assert len(trace.index) == len(trace.text) and trace.index == sorted(trace.index)


@fuzz
@given(official)
def test_passages_are_numbered_without_gaps(text: str) -> None:
    tree = read_text(text).trees[0]
    counts: dict[str | None, int] = {}
    for passage in tree.passages:
        counts[passage.section] = counts.get(passage.section, 0) + 1
        assert parse_id(passage.id).passage == str(counts[passage.section])
