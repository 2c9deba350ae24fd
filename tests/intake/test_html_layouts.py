"""Pages as portals lay them out: the same text has to come out of each, and nothing of what surrounds it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.intake.html.reader import read_html

TITLE = "某省人民政府关于加快数字政府建设的意见"
TEXT = [
    "各地级以上市人民政府，省政府各部门：",
    "为贯彻落实国家部署，现提出以下意见。",
    "一、总体要求",
    "（一）指导思想。坚持以人民为中心，到2025年建成1.2亿用户平台。",
    "（二）基本原则。一是统筹规划。二是分步实施。",
    "二、重点任务",
    "（一）夯实基础。投入12.62亿元。",
    "某省人民政府",
    "2024年3月5日",
]
HEAD = f"<title>{TITLE}_某省人民政府门户网站</title>"
NAV = (
    '<div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a> <a href="/fw">政务服务</a> <a href="/hd">互动交流</a></div>'
    '<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 文件库</div>'
)
TOOLS = '<div class="fx">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a>打印</a> 分享到：<a>微信</a></div>'
RELATED = (
    '<div class="xg"><h3>相关文章</h3><ul><li><a href="/1">某省召开数字政府建设推进会，部署年度任务</a></li>'
    '<li><a href="/2">一图读懂：《关于加快数字政府建设的意见》</a></li></ul></div>'
    "<p>上一篇：<a href='/3'>某省人民政府关于促进就业的通知</a></p>"
)
FOOTER = (
    '<div class="bottom"><p>版权所有：某省人民政府办公厅　主办：某省人民政府办公厅</p><p>某ICP备00000000号　网站标识码：0000000000</p>'
    "<p>建议使用1024×768分辨率，IE8.0以上浏览器访问。</p></div>"
)


def ps(lines: list[str] = TEXT, tag: str = "p") -> str:
    return "\n".join(f"<{tag} style='text-indent:2em'>{line}</{tag}>" for line in lines)


def page(body: str, head: str = HEAD) -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def lines(data: bytes) -> list[str]:
    return [line for line in read_html(data, "page.html").text.split("\n") if line.strip()]


META = "发布时间：2024-03-07 来源：某省人民政府办公厅"
ENTRIES = (
    "<table><tr><td>索引号：</td><td>000000/2024-00001</td><td>分类：</td><td>政务、通知</td></tr>"
    f"<tr><td>发布机构：</td><td>某省人民政府</td><td>成文日期：</td><td>2024-03-05</td></tr>"
    f"<tr><td>名称：</td><td>{TITLE}</td><td>文号：</td><td>某府〔2024〕15号</td></tr></table>"
)

LAYOUTS = {
    "TRS editor": NAV + TOOLS + f"<div class=TRS_Editor>{ps([TITLE])}{ps()}</div>" + RELATED + FOOTER,
    "title outside": NAV + f"<h1>{TITLE}</h1>{TOOLS}<div id=zoom>{ps()}</div>" + RELATED + FOOTER,
    "title in a div, two lines": NAV
    + f"<div class='title'>{TITLE[:6]}<br>{TITLE[6:]}</div>{TOOLS}<div class='pages_content'>{ps()}</div>"
    + RELATED
    + FOOTER,
    "site name as h1": f"<h1>某省人民政府门户网站</h1>{NAV}<h2>{TITLE}</h2><div id=UCAP-CONTENT>{ps()}</div>" + FOOTER,
    "sibling divs": NAV
    + f"<div class=wrap><h2>{TITLE}</h2><div>{ps(TEXT[:2])}</div><div>{ps(TEXT[2:5])}</div><div>{ps(TEXT[5:7])}</div>"
    + f"<div>{ps(TEXT[7:])}</div></div>"
    + RELATED
    + FOOTER,
    "signature in a sibling": NAV + f"<h2>{TITLE}</h2><div>{ps(TEXT[:7])}</div><div>{ps(TEXT[7:])}</div>" + RELATED + FOOTER,
    "divs for paragraphs": NAV + f"<article><h1>{TITLE}</h1>{ps(tag='div')}</article>" + RELATED + FOOTER,
    "br for paragraphs": NAV + f"<h1>{TITLE}</h1><div class=con>{'<br>'.join(TEXT)}</div>" + RELATED + FOOTER,
    "2003": "<table width=100%><tr><td colspan=2><img src=top.gif></td></tr><tr><td width=160><a href=1>要闻</a><br><a href=2>公告</a>"
    "<br><a href=3>机构职能</a></td><td><table><tr><td align=center><font size=5><b>"
    + TITLE
    + "</b></font></td></tr><tr><td><font size=3>"
    + "<br><br>".join(f"　　{line}" for line in TEXT)
    + "</font></td></tr></table></td></tr><tr><td colspan=2>版权所有：某省人民政府办公厅</td></tr></table>",
    "spans in one paragraph each": NAV + f"<div><h1>{TITLE}</h1>" + "".join(f"<p><span><font>{t[:4]}</font>{t[4:]}</span></p>" for t in TEXT)
    + "</div>" + RELATED + FOOTER,
    "sidebar with prose": NAV
    + "<div class=side><h3>热点</h3><ul>"
    + "<li><a href=/a>某市推进政务服务改革，群众办事更方便</a></li>" * 6
    + f"</ul></div><div class=main><h1>{TITLE}</h1>{ps()}</div>"
    + RELATED
    + FOOTER,
    "buttons and neighbours inside": f"<div class=box>{NAV}<h1>{TITLE}</h1>{TOOLS}{ps()}{TOOLS}<p>【打印本页】【关闭窗口】</p>"
    f"{RELATED}</div>{FOOTER}",
    "section tags": f"<header><nav>{NAV}</nav></header><main><article><h1>{TITLE}</h1>{ps()}</article></main><footer>{FOOTER}</footer>",
    "saved with open tags": f"<div>{NAV}<h1>{TITLE}</h1><div id=zoom>" + "".join(f"<p>{t}" for t in TEXT) + "</div>" + RELATED + FOOTER,
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_text_and_nothing_else(layout: str) -> None:
    found = [line.strip() for line in lines(page(LAYOUTS[layout]))]
    if "two lines" in layout:
        found[:2] = ["".join(found[:2])]
    assert found == [TITLE, *TEXT]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_paragraph_is_lost_where_the_title_is_not_declared(layout: str) -> None:
    found = [line.strip() for line in lines(page(LAYOUTS[layout], ""))]
    assert [line for line in found if line in TEXT] == TEXT


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_fragment_is_read_like_a_page(layout: str) -> None:
    found = [line.strip() for line in lines(LAYOUTS[layout].encode())]
    assert [line for line in found if line in TEXT] == TEXT


def test_the_line_of_source_and_date_is_kept_without_its_buttons() -> None:
    body = f"{NAV}<h1>{TITLE}</h1><div>{META}　【字体：<a>大</a> <a>中</a> <a>小</a>】 浏览次数：123 <a>打印</a></div><div>{ps()}</div>"
    assert lines(page(body + FOOTER)) == [TITLE, META, *TEXT]


def test_the_table_of_number_and_date_stands_first() -> None:
    found = lines(page(f"{NAV}<div>{ENTRIES}</div><h1>{TITLE}</h1><div id=zoom>{ps()}</div>{FOOTER}"))
    assert found[0] == "索引号：\t000000/2024-00001\t分类：\t政务、通知"
    assert found[2].endswith("文号：\t某府〔2024〕15号")
    assert found[3:] == [TITLE, *TEXT]


def test_attachments_that_are_links_belong_to_the_text() -> None:
    files = "<p>附件：<a href='/f/1.pdf'>1.任务分工表</a></p><p><a href='/f/2.docx'>2.进度安排</a></p>"
    for body in (f"<div>{ps()}{files}</div>", f"<div>{ps()}</div><div class=fj>{files}</div>"):
        assert lines(page(f"{NAV}<h1>{TITLE}</h1>{body}{RELATED}{FOOTER}"))[-2:] == ["附件：1.任务分工表", "2.进度安排"]


def test_contents_that_lead_down_the_page_belong_to_the_text() -> None:
    contents = "<p>目录</p><p><a href='#a'>一、总体要求</a></p><p><a href='#b'>二、重点任务</a></p>"
    assert lines(page(f"{NAV}<div><h1>{TITLE}</h1>{contents}{ps()}</div>{FOOTER}"))[1:4] == [
        "目录",
        "一、总体要求",
        "二、重点任务",
    ]


def test_a_table_beside_the_text_belongs_to_it() -> None:
    table = "<div><table><tr><th>指标</th><th>数值</th></tr><tr><td>总量</td><td>1200</td></tr></table></div>"
    assert lines(page(f"<h1>{TITLE}</h1><div>{ps()}</div>{table}{RELATED}{FOOTER}"))[-2:] == [
        "指标\t数值",
        "总量\t1200",
    ]


def test_a_declared_title_that_the_page_does_not_show_is_taken_and_told() -> None:
    converted = read_html(page(f"{NAV}<div>{ps()}</div>{FOOTER}"), "page.html")
    assert converted.text.split("\n")[:2] == [TITLE, TEXT[0]]
    assert "the title stands only in the page's head and is taken from there" in converted.notes


def test_the_name_of_a_site_is_no_title() -> None:
    assert lines(page(f"{NAV}<div>{ps()}</div>{FOOTER}", "<title>某省人民政府门户网站</title>")) == TEXT


def test_what_is_left_out_is_told_in_a_line() -> None:
    notes = read_html(page(LAYOUTS["title outside"] + "<div hidden>不可见的一段。</div>"), "page.html").notes
    words = "«首页 政务公开 政务服务 互动交流», «当前位置：首页 > 政务公开 > 文件库», «【字体：大 中 小】 打印 分享到：微信»"
    assert notes[0] == f"194 characters around the text are left out: {words}, …"
    assert "7 hidden characters are left out: «不可见的一段。»" in notes


def test_hidden_text_is_left_out_and_read_where_there_is_no_other() -> None:
    hidden = "<div style='display:none'><p>隐藏的说明，不在页面上。</p></div><p hidden>又一处。</p>"
    assert lines(page(f"<h1>{TITLE}</h1>{ps()}{hidden}")) == [TITLE, *TEXT]
    converted = read_html(
        page(f"{NAV}<div id=content style='display: none'>{ps([TITLE])}{ps()}</div>{FOOTER}"), "page.html"
    )
    assert [line for line in converted.text.split("\n") if line] == [TITLE, *TEXT]
    assert "all the text is hidden until a script shows it" in converted.notes


def test_a_speech_of_a_party_news_site() -> None:
    body = (
        "<div class='rm_nav'><a href=/>某网</a> &gt;&gt; <a href=/s>时政</a></div><h1>在全省工作会议上的讲话</h1><div class='sou'>2024年03月05日08:30 |"
        " 来源：<a href=/x>某网－某省日报</a></div><div class='rm_txt_con'><p>　　同志们：</p><p>　　今天我们召开会议，部署重点任务。</p>"
        "<div class='edit'>(责编：某某)</div></div><div class='rm_share'>分享让更多人看到 </div><div class='rm_relevant'><h2>相关新闻</h2>"
        "<ul><li><a href=/1>某省召开全省工作会议</a></li></ul></div>"
    )
    found = lines(page(body, "<title>在全省工作会议上的讲话--某网</title>"))
    assert [line.strip() for line in found] == [
        "在全省工作会议上的讲话",
        "2024年03月05日08:30 | 来源：某网－某省日报",
        "同志们：",
        "今天我们召开会议，部署重点任务。",
        "(责编：某某)",
    ]


def test_short_lines_beside_one_long_paragraph_are_not_lost() -> None:
    short = ["名单如下", "某市", "某县", "某区人民政府"]
    body = f"<div id=zoom><p>{'为贯彻落实国家部署，现将有关单位名单予以公布。' * 3}</p>{ps(short)}</div>"
    assert lines(page(f"{NAV}<h1>{TITLE}</h1>{TOOLS}{body}{RELATED}{FOOTER}"))[-4:] == short


def test_a_text_without_any_mark_is_read() -> None:
    assert lines(page(f"{NAV}<div>{ps(['某某', '某省'])}</div>{FOOTER}", "")) == ["某某", "某省"]


SAID = [
    "主办单位：某省人民政府",
    "所在位置：某市某区",
    "加强网站ICP备案和版权所有人管理。",
    "提升遥感影像分辨率，完善浏览器适配。",
    "分享经验",
    "返回原籍的人员名单",
    "3",
    "某省>某市>某县",
    "《某省条例》",
]


@pytest.mark.parametrize("said", SAID)
def test_words_of_buttons_and_footers_in_the_text_are_text(said: str) -> None:
    body = [*TEXT[:4], said, *TEXT[4:]]
    assert lines(page(f"{NAV}<h1>{TITLE}</h1>{TOOLS}<div id=zoom>{ps(body)}</div>{RELATED}{FOOTER}")) == [TITLE, *body]
    end = [*TEXT[:-2], said, *TEXT[-2:]]
    assert lines(page(f"{NAV}<h1>{TITLE}</h1>{TOOLS}<div id=zoom>{ps(end)}</div>{RELATED}{FOOTER}")) == [TITLE, *end]


def test_a_link_in_the_middle_of_the_text_is_text() -> None:
    body = ps(TEXT[:4]) + "<p><a href='/tl'>《某省条例》</a></p>" + ps(TEXT[4:])
    assert "《某省条例》" in lines(page(f"{NAV}<h1>{TITLE}</h1><div id=zoom>{body}</div>{RELATED}{FOOTER}"))


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            *TEXT,
            *SAID,
            "扫一扫",
            "附件：某表",
            "第一章　总则",
            "1. 甲",
            "注：乙",
            "二〇二四年三月五日",
            "（此件公开发布）",
        ]
    ),
    min_size=1,
    max_size=12,
)
SHELLS = ["<div id=zoom>{}</div>", "<article>{}</article>", "<table><tr><td>{}</td></tr></table>", "<div class=a><div>{}</div></div>", "<div class='main nav'>{}</div>"]  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(
    PARAGRAPHS,
    st.sampled_from(SHELLS),
    st.sampled_from(["<p>{}</p>", "<div>{}</div>", "{}<br>", "<p><font>{}</font></p>", "<p>{}"]),
)
def test_no_paragraph_between_two_sentences_is_lost(said: list[str], shell: str, paragraph: str) -> None:
    body = [
        "为贯彻落实国家部署，现提出以下意见，请各地各部门结合实际认真组织实施。",
        *said,
        "本意见自发布之日起施行，由某省人民政府办公厅负责解释。",
    ]
    inside = shell.format("".join(paragraph.format(one) for one in body))
    found = lines(page(f"{NAV}<h1>{TITLE}</h1>{TOOLS}{inside}{RELATED}{FOOTER}"))
    assert [line for line in found if line in body] == [line for line in body if line != "扫一扫"]
