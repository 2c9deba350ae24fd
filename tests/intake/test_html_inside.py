"""What stands inside a page's text: tables, numbers, notes, white space; and pages that are damaged or none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.errors import SourceError
from yuedu.intake.html.reader import read_html
from yuedu.intake.html.saved import read_mht

BEFORE = "<p>现将有关情况公布如下，请遵照执行。</p>"


def read(body: str) -> str:
    return read_html(f"<meta charset=utf-8>{body}".encode(), "a.html").text


def inside(body: str) -> list[str]:
    lines = read(BEFORE + body).split("\n")
    assert lines[0] == "现将有关情况公布如下，请遵照执行。"
    return lines[1:]


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_html(data, "a.html")
    return caught.value


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>全省<b>生产</b>总值，\n  同比<i>增长</i></p>", ["全省生产总值，同比增长"]),
        ("<p>副省长\n某某</p>", ["副省长 某某"]),
        ("<p>GDP of\n   2023</p>", ["GDP of 2023"]),
        ("<p>增长\nGDP</p>", ["增长 GDP"]),
        ("<p>　　第一段&nbsp;&nbsp;文&emsp;字&lt;&amp;&#12345;</p>", ["　　第一段\u00a0\u00a0文\u2003字<&〹"]),
        ("<p>一</p><p>&nbsp;</p><p>二</p><p></p><p><br></p><p>三</p>", ["一", "", "二", "", "三"]),
        ("一行<br>二行<br><br>三行", ["一行", "二行", "", "三行"]),
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ("<p>投入10<sup>8</sup>元，面积3m<sup>2</sup>，PM<sub>2.5</sub></p>", ["投入10⁸元，面积3m²，PM2.5"]),
        ("<p><ruby>粤<rp>(</rp><rt>yuè</rt><rp>)</rp></ruby>读</p>", ["粤读"]),
        ("<p>保留<del>删去</del>文字<ins>增加</ins></p>", ["保留文字增加"]),
        ("<p>文<script>var a='脚本。'</script><style>p{}</style><!-- 注释。 -->字</p>", ["文字"]),
        ("<p>一<p>二<div>三</div>四", ["一", "二", "三", "四"]),
        ("<p>第一，<span style='display:block'>第二</span>第三</p>", ["第一，", "第二", "第三"]),
    ],
)  # fmt: skip
def test_text_and_white_space(body: str, expected: list[str]) -> None:
    assert inside(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol><li><p>甲</p><p>续</p></li><li><p>乙</p></li></ol>", ["1.甲", "续", "2.乙"]),
        (
            "<ol start=9 style='list-style-type: cjk-ideographic'><li>甲<li>乙<li>丙</ol>",
            ["九、甲", "十、乙", "十一、丙"],
        ),
        ("<ol type='一'><li>甲<li value=20>乙<li>丙</ol>", ["一、甲", "二十、乙", "二十一、丙"]),
        ("<ol style='list-style:simp-chinese-formal inside'><li>甲</ol>", ["壹、甲"]),
        ("<ol type=A><li>甲<li>乙</ol><ol type=i start=4><li>丙</ol>", ["A.甲", "B.乙", "iv.丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ("<ol><li>一、甲<li>二、乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1.甲", "1.子", "2.乙"]),
        ("<ol><li>5亿元</ol>", ["1. 5亿元"]),
        ("<ol start=101 style='list-style-type:cjk-ideographic'><li>甲</ol>", ["一百零一、甲"]),
    ],
)
def test_the_numbers_of_lists_are_written(body: str, expected: list[str]) -> None:
    assert inside(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><th>指标<th>数值<tr><td>总量<td>1200<br>万吨</table>", ["指标\t数值", "总量\t1200 万吨"]),
        ("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", ["甲\t1", "乙\t2"]),
        (
            "<table><caption>表1</caption><tr><th rowspan=2>地区<th colspan=2>产值<tr><th>2023年<th>2024年<tr><td>某市<td>1<td>2</table>",
            ["表1", "地区\t产值\t", "\t2023年\t2024年", "某市\t1\t2"],
        ),
        ("<table><tr><td>一列，<tr><td>二行</table>", ["一列，", "二行"]),
        ("<table><tr><td><table><tr><td>甲<td>1<tr><td>乙<td>2</table></table>", ["甲\t1", "乙\t2"]),
        ("<table><tr><td><tr><td>&nbsp;<td></table><p>后</p>", ["后"]),
        ("<table><tr><td rowspan=70000 colspan=90000>大<td>1<tr><td>2<td>3</table>", ["大" + "\t" * 50 + "1", "\t" * 50 + "2\t3"]),
    ],
)  # fmt: skip
def test_tables(body: str, expected: list[str]) -> None:
    assert inside(body) == expected


@pytest.mark.parametrize(
    "notes",
    [
        "<p id=ftn1><a href='#r1'>[1]</a> 指某省。</p>",
        "<div id=ftn1><p><a href='#r1'>[1]</a> 指某省。</p></div>",
        "<ol><li id=ftn1>指某省。 <a href='#r1'>↩</a></li></ol>",
        "<p><a name=ftn1 href='#r1'><sup>[1]</sup></a>指某省。</p>",
    ],
)
def test_a_footnote_goes_below_the_text(notes: str) -> None:
    body = f"<p>全省<sup><a href='#ftn1' id=r1>[1]</a></sup>推进工作。</p>{notes}<p>末段。</p>"
    assert inside(body) == ["全省①推进工作。", "末段。", "注：", "① 指某省。"]


def test_footnotes_are_numbered_as_the_text_has_them() -> None:
    body = "<p>甲<a href='#n2'>[2]</a>乙<a href='x.htm#n1'>[1]</a>，再<a href='#n2'>[2]</a>。</p><p id=n1>[1]一。</p><p id=n2>[2]二。</p>"
    assert inside(body) == ["甲①乙②，再①。", "注：", "① 二。", "② 一。"]


def test_a_link_down_the_page_is_no_footnote() -> None:
    assert inside("<p><a href='#c1'>第一章</a></p><p id=c1>第一章 总则。</p>") == ["第一章", "第一章 总则。"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk", "gb18030", "utf-16"])
def test_the_encoding_is_what_the_page_says_or_is(encoding: str) -> None:
    for declared in ("<meta charset={}>", '<meta http-equiv="Content-Type" content="text/html; charset={}">', ""):
        source = f"<html><head>{declared.format(encoding)}</head><body>{BEFORE}</body></html>"
        assert read_html(source.encode(encoding), "a.html").text == "现将有关情况公布如下，请遵照执行。"


def test_a_page_that_says_the_wrong_encoding() -> None:
    converted = read_html(f"<meta charset=utf-8>{BEFORE}".encode("gbk"), "a.html")
    assert converted.text == "现将有关情况公布如下，请遵照执行。"
    assert converted.notes == ("the page says utf-8 and is not",)
    assert (
        read_html("<meta charset=big5><p>現將有關情況公布如下。</p>".encode("big5"), "a").text
        == "現將有關情況公布如下。"
    )


def test_a_wrong_byte_in_a_page_is_shown_and_told() -> None:
    converted = read_html(b"<meta charset=utf-8>\n" + (BEFORE * 40).encode() + b"<p>\xff</p>", "a.html")
    assert "\ufffd" in converted.text or "1 characters" in converted.notes[0]
    assert (
        converted.notes[0] == "1 characters are in no encoding and shown as \ufffd, the first in line 2 of the source"
    )


def test_a_page_that_a_script_fills() -> None:
    error = refused(
        b"<html><head><script>app()</script></head><body><div id=app></div><noscript>x</noscript></body></html>"
    )
    assert error.message == "no text: a script fills the page when a browser shows it"
    assert "open the page in a browser" in error.remedy


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"<html>", b"<p></p>", b"<frameset><frame src=a></frameset>", b"<a href=/>x</a>"]
)
def test_a_page_without_text_is_refused(data: bytes) -> None:
    assert refused(data).remedy


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "正文。",
        "<ul><li>" * 100_000 + "正文。",
        "<div>" * 100_000 + "正文。" + "</div>" * 100_000,
        "<font>" * 100_000 + "正文。",
        "<table><tr><td>" * 100_000 + "正文。",
        "<p>正文。</p>" * 100_000,
        "<p><b><i>正文。" * 30_000,
        "<" * 100_000 + "正文。",
        "<!--" * 100_000,
        "<p>正文。" + "<br>" * 300_000,
        "<p>正文。" + "<a href='#x'>[1]</a>" * 30_000 + "<p id=x>注。</p>",
        "<p style='" + "list-style:" * 50_000 + "'>正文。",
        "<ol>" + "<li>正文。" * 50_000,
    ],
    ids=range(13),
)
def test_what_is_nested_or_repeated_without_end_is_answered_in_seconds(source: str) -> None:
    began = time.perf_counter()
    try:
        assert "正文。" in read_html(source.encode(), "a.html").text
    except SourceError as error:
        assert error.remedy
    assert time.perf_counter() - began < 10


def test_nested_tags_below_the_limit_are_read() -> None:
    assert read("<div>" * 9_000 + "正文在此。") == "正文在此。"


TAGS = [
    "<p>",
    "</p>",
    "<div hidden>",
    "<table>",
    "<tr>",
    "<td>",
    "<ol>",
    "<li>",
    "<br>",
    "<a href='#a'>",
    "</a>",
    "<sup>",
    "<p id=a>",
]


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from([*TAGS, "文字。", "[1]", "&#1;", " ", "\n", "<"])).map(lambda x: "".join(x).encode())
)
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        assert read_html(data, "a.html").text.strip()
    except SourceError as error:
        assert error.remedy


def saved(part: str, encoding: str = "utf-8") -> bytes:
    import base64

    coded = base64.encodebytes(part.encode(encoding)).decode()
    return (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n"
        "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        f"----b\r\nContent-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: base64\r\n\r\n{coded}\r\n----b--\r\n"
    ).encode()  # fmt: skip


def test_a_saved_page() -> None:
    for encoding in ("utf-8", "gbk"):
        assert read_mht(saved(BEFORE, encoding), "a.mht").text == "现将有关情况公布如下，请遵照执行。"


@pytest.mark.parametrize("keep", [0, 60, 150, 260, 300])
def test_a_saved_page_cut_off(keep: int) -> None:
    try:
        assert read_mht(saved(BEFORE)[:keep], "a.mht").text
    except SourceError as error:
        assert error.remedy


def test_messages_inside_messages_without_end() -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3_000))
    with pytest.raises(SourceError):
        read_mht(b"MIME-Version: 1.0\r\n" + nested, "a.mht")
