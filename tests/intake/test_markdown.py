"""Markdown to lines: what marks structure goes, what marks emphasis stays, what is printed is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.markdown import read_markdown


def lines(text: str) -> list[str]:
    return [line for line in read_markdown(text.encode(), "a.md").text.split("\n") if line]


def test_headings_emphasis_links_and_pictures() -> None:
    text = "# 某省规划\n\n## 一、总体要求\n要**高度重视**，见[通知](http://example.org/a)。\n![图](a.png)\n"
    assert lines(text) == ["某省规划", "一、总体要求", "要**高度重视**，见通知。"]


def test_lists_keep_their_printed_numbers() -> None:
    text = "任务如下：\n\n3. 建平台。\n4. 强队伍。\n\n- 要创新。\n- 要守正。\n"
    assert lines(text) == ["任务如下：", "3. 建平台。", "4. 强队伍。", "- 要创新。", "- 要守正。"]


def test_tables_front_matter_footnotes_and_tags() -> None:
    text = (
        "---\ntitle: 旧名\n---\n总量增长[^a]，质量提升[^b]。\n\n| 指标 | 2030年 |\n| --- | --- |\n| 粮食（万吨） | 1200 |\n\n"
        "<div class='x'>到此为止。</div>\n\n[^a]: 某报，2030年。\n[^b]: 初步核算。\n"
    )
    found = read_markdown(text.encode(), "a.md")
    assert [line for line in found.text.split("\n") if line] == [
        *("总量增长①，质量提升②。", "指标\t2030年", "粮食（万吨）\t1200", "到此为止。"),
        *("注：", "① 某报，2030年。", "② 初步核算。"),
    ]
    assert found.notes == ("the front matter of the file is left out", "2 HTML tags are left out")


def test_lines_of_one_paragraph_stay_lines() -> None:
    assert lines("各位代表：\n现在，我报告工作。\n\n一、回顾\n成绩很大。\n") == [
        *("各位代表：", "现在，我报告工作。", "一、回顾", "成绩很大。")
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "![x](y)", "---\na: b\n---\n"])
def test_a_file_without_text_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="empty"):
        read_markdown(text.encode(), "a.md")


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["# ", "- ", "1. ", "|", "\n", "[^a]", ": ", "**", "`", "<b>", ">", "今天，开会。", "    "]),
        max_size=25,
    )
)
def test_any_text_is_read_or_refused(parts: list[str]) -> None:
    try:
        found = read_markdown("".join(parts).encode(), "a.md")
    except SourceError as error:
        assert error.remedy
    else:
        assert isinstance(found, Converted) and "".join(parts).count("今天，开会。") == found.text.count("今天，开会。")
