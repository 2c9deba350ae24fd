"""Saved web pages: the document is found, whatever the page is built of; what is around it is left out, and said so."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.html.reader import read_html, read_mht

TITLE = "某省人民政府关于加快数字政府建设的意见"
LINES = [
    TITLE,
    "某府〔2030〕15号",
    "各市人民政府，省政府各部门：",
    "为贯彻落实党中央决策部署，现提出以下意见。",
    "一、总体要求",
    "（一）指导思想。坚持以人民为中心，到2035年建成1.2亿用户平台。",
    "（二）基本原则。一是统筹规划。二是分步实施。",
    "二、重点任务",
    "（一）夯实基础。投入12.62亿元。",
    "某省人民政府",
    "2030年3月5日",
]
NAV = '<div class="nav"><a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; 文件库</div>'
SHARE = "<div>【字体：<a>大</a> <a>中</a> <a>小</a>】 分享到：<a>微信</a> <a>微博</a></div>"
NEWS = (
    "<ul>" + "".join(f'<li><a href="/n{n}">某省召开第{n}次工作会议，部署重点任务</a></li>' for n in range(12)) + "</ul>"
)
FOOT = "<div class='footer'>版权所有：某省人民政府办公厅 某ICP备05070829号 网站标识码4400000131</div>"
SCRIPT = "<script>var a='今天，我们召开会议。';</script><style>.a{content:'，。'}</style><noscript>请启用脚本，谢谢。</noscript>"


def paragraphs(lines: list[str], tag: str = "p") -> str:
    return "".join(f'<{tag} style="text-indent:2em">　　{line}</{tag}>\n' for line in lines)


def page(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def lines_of(data: bytes) -> list[str]:
    return [line.strip(" \u3000\u00a0") for line in read_html(data, "a.html").text.split("\n")]


CONTAINER = f'<div id="zoom" class="editor">{paragraphs(LINES)}</div>'
HALVES = f"<div class='c'><div>{paragraphs(LINES[:5])}</div><div>{paragraphs(LINES[5:])}</div></div>"
OLD = (
    "<table width=100%><tr><td width=20%>" + NEWS + "</td><td><table><tr><td align=center><font size=5><b>"
    f"{TITLE}</b></font></td></tr><tr><td><font size=3>"
    + "<br><br>\n".join(LINES[1:])
    + "</font></td></tr></table></td></tr></table>"
)
OUTSIDE = (
    f"<div class='w'><h1>{TITLE}</h1><div class='info'>发布时间：2030-03-06 来源：某省政府网</div>{SHARE}"
    f"<div class='text'>{paragraphs(LINES[1:])}</div></div>"
)


@pytest.mark.parametrize(
    "body",
    [
        NAV + SHARE + CONTAINER + FOOT,
        NAV + NEWS + CONTAINER + NEWS + FOOT + SCRIPT,
        NAV + HALVES + FOOT,
        NAV + OLD + FOOT,
        f"<nav>{NEWS}</nav><main><article>{paragraphs(LINES)}</article></main><footer>{FOOT}</footer>",
        NAV + f"<div>{'<br/>'.join(LINES)}</div>" + FOOT,
        NAV + f"<div>{paragraphs(LINES, 'div')}</div>" + FOOT,
        f"{SCRIPT}<div style='display:none'>旧稿，作废。</div><div hidden>旧稿，也作废。</div>{CONTAINER}",
    ],
    ids=["container", "lists of links", "halves", "tables of 2003", "html5", "line breaks", "divs", "hidden"],
)
def test_the_document_is_found_and_nothing_else(body: str) -> None:
    head = f"<title>{TITLE}_某省人民政府门户网站</title>"
    assert lines_of(page(body, head)) == LINES


def test_a_title_outside_the_text_comes_first_with_what_stands_between() -> None:
    data = page(NAV + OUTSIDE + NEWS + FOOT, f"<title>{TITLE} - 某省政府网</title>")
    found = lines_of(data)
    assert found[0] == TITLE and found[-len(LINES[1:]) :] == LINES[1:]
    assert "发布时间：2030-03-06 来源：某省政府网" in found and not any("首页" in line for line in found)


def test_what_is_left_out_is_said() -> None:
    (note,) = read_html(page(NAV + CONTAINER + FOOT), "a.html").notes
    assert re.fullmatch(
        r"2 lines of the page around the text \(\d+ characters\) left out: 首页 > 政务公开 > 文件库 …", note
    )


def test_a_table_of_figures_keeps_its_rows_and_cells() -> None:
    table = (
        "<table><tr><th>指标</th><th>2030年</th><th>2035年</th></tr>"
        "<tr><td>粮食产量（万吨）</td><td>1200</td><td><p>1350</p></td></tr></table>"
    )
    found = read_html(page(f"<div>{paragraphs(LINES[:4])}{table}{paragraphs(LINES[4:])}</div>"), "a.html").text.split(
        "\n"
    )
    assert "指标\t2030年\t2035年" in found and "粮食产量（万吨）\t1200\t1350" in found


def test_lists_have_the_numbers_that_a_browser_shows() -> None:
    body = (
        "<p>现将任务通知如下，请落实。</p><ol><li>建平台，抓落实。</li><li value=5>强队伍，抓培训。</li></ol>"
        "<ol style='list-style-type: cjk-ideographic'><li>要统筹，也要分步。</li><li>要试点，也要推广。</li></ol>"
        "<ul><li>要创新，也要守正。</li></ul><ol><li>1.已有编号，不再加。</li></ol>"
    )
    assert lines_of(page(body))[1:] == [
        "1.建平台，抓落实。",
        "5.强队伍，抓培训。",
        "一、要统筹，也要分步。",
        "二、要试点，也要推广。",
        "要创新，也要守正。",
        "1.已有编号，不再加。",
    ]


def test_footnotes_are_marked_where_they_stand() -> None:
    body = (
        "<p>总量增长<sup><a href='#n1'>[1]</a></sup>，质量提升<sup><a href='#n2'>[2]</a></sup>。面积3m<sup>2</sup>。</p>"
        "<p id='n1'>[1] 某报，2030年8月16日。</p><p id='n2'>2. 初步核算，待定。</p>"
    )
    assert lines_of(page(body)) == [
        "总量增长①，质量提升②。面积3m2。",
        "①某报，2030年8月16日。",
        "②初步核算，待定。",
    ]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8", "big5"])
def test_the_page_tells_its_encoding(charset: str) -> None:
    text = "各位代表：現在，我報告工作。" if charset == "big5" else "各位代表：现在，我报告工作。"
    html = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>{text}</p></html>'
    assert lines_of(html.encode(charset)) == [text]


def test_a_page_that_lies_about_its_encoding_is_read_and_that_is_said() -> None:
    html = '<meta charset="utf-8"><p>各位代表：现在，我报告工作。</p>'
    found = read_html(html.encode("gb18030"), "a.html")
    assert found.text == "各位代表：现在，我报告工作。" and "and is not" in found.notes[0]


def test_a_fragment_entities_and_ruby_are_read() -> None:
    html = "<p>同志们&#xff0c;<ruby>粤<rt>yuè</rt></ruby>基座&ldquo;已建成&rdquo;&nbsp;。"
    assert lines_of(html.encode()) == ["同志们，粤基座“已建成”\u00a0。"]


def test_a_page_saved_with_its_parts() -> None:
    mht = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n--X\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        "<p>今天，我们召开会议。</p>\r\n--X\r\nContent-Type: image/png\r\n\r\nabc\r\n--X--\r\n"
    ).encode()
    assert read_mht(mht, "a.mht").text == "今天，我们召开会议。"
    with pytest.raises(SourceError, match="holds no page"):
        read_mht(b"MIME-Version: 1.0\r\n\r\nabc", "a.mht")


@pytest.mark.parametrize("body", ["", SCRIPT, "<div id=app></div>", NAV, "<img src=x>"])
def test_a_page_without_text_says_so(body: str) -> None:
    with pytest.raises(SourceError, match="no text stands on the page itself") as caught:
        read_html(page(body), "a.html")
    assert caught.value.remedy


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "font"])
def test_nesting_without_end_is_refused_at_once(tag: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match="nested"):
        read_html((f"<{tag}>" * 100_000 + "今天，开会。").encode(), "a.html")
    assert time.monotonic() - begun < 10


def test_what_is_deep_and_not_absurd_is_read() -> None:
    assert lines_of(("<div>" * 4000 + "今天，我们开会。" + "</div>" * 4000).encode()) == ["今天，我们开会。"]


@settings(deadline=None, max_examples=150)
@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from(["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<a href='#n'>", "</a>", "<sup>", "<li>",
                                "<ol>", "</ol>", "<br>", "<!--", "今天，开会。", "&lt;", "<script>", "]]>", "\x00"]), max_size=25)
    .map(lambda parts: "".join(parts).encode())
)  # fmt: skip
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        found = read_html(data, "a.html")
    except SourceError as error:
        assert error.message and error.remedy
    else:
        assert isinstance(found, Converted) and found.text.strip() and "<p>" not in found.text
