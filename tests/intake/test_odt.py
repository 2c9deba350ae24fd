"""OpenDocument texts made by odfdo, and read back as their page shows them."""

from __future__ import annotations

import io

import pytest
from odfdo import Cell, Document, Element, Header, Paragraph, Row, Table

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.odt.reader import read_odt

NAME = "通知.odt"


def read(document: Document) -> Converted:
    stream = io.BytesIO()
    document.save(stream)
    return read_odt(stream.getvalue(), NAME)


def empty() -> Document:
    document = Document("text")
    document.body.clear()
    for outline in document.styles.get_elements("//text:outline-style"):
        outline.delete()  # odfdo's template numbers headings
    return document


def body(*xml: str, styles: str = "") -> Converted:
    """A text whose body is this OpenDocument XML, below these automatic styles."""
    document = empty()
    for piece in xml:
        document.body.append(Element.from_tag(piece))
    if styles:
        automatic = document.content.get_element("//office:automatic-styles")
        assert automatic is not None
        for piece in styles.split("\n"):
            automatic.append(Element.from_tag(piece))
    return read(document)


def lines(converted: Converted) -> list[str]:
    return converted.text.split("\n")


def p(inside: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{inside}</text:p>"


def items(*inside: str) -> str:
    return "".join(f"<text:list-item>{one}</text:list-item>" for one in inside)


def inner(*inside: str) -> str:
    """A list inside an item."""
    return f"<text:list>{items(*inside)}</text:list>"


def level(n: int, format: str, before: str = "", after: str = "", more: str = "") -> str:
    named = f'style:num-format="{format}" style:num-prefix="{before}" style:num-suffix="{after}"'
    return f'<text:list-level-style-number text:level="{n}" {named} {more}/>'


HAN = "一, 二, 三, ..."
LISTS = (
    f'<text:list-style style:name="L">{level(1, HAN, "", "、")}{level(2, HAN, "（", "）")}{level(3, "1", "", ".")}</text:list-style>\n'
    f'<text:list-style style:name="M">{level(1, "①, ②, ③, ...", more="text:start-value=" + chr(34) + "3" + chr(34))}'
    f"{level(2, 'a', '', ')')}{level(3, '1', more='text:display-levels=' + chr(34) + '2' + chr(34))}</text:list-style>\n"
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>\n'
    '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>\n'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
)


def test_paragraphs_stand_in_order_and_empty_ones_stay() -> None:
    document = empty()
    for text in ("某省人民政府关于试点的意见", "", "各市："):
        document.body.append(Paragraph(text))
    document.body.append(Header(1, "总体要求"))
    converted = read(document)
    assert lines(converted) == ["某省人民政府关于试点的意见", "", "各市：", "总体要求"]
    assert converted.converter.startswith("lxml ") and converted.notes == ()


def test_white_space_counts_as_the_format_says() -> None:
    inside = '  甲 \n  乙<text:s/>丙<text:s text:c="2"/>丁<text:tab/>戊<text:line-break/>己 <text:span> 庚</text:span>'
    assert body(p(inside)).text == "甲 乙 丙  丁\t戊\n己 庚"


def test_what_is_not_printed_is_left_out() -> None:
    inside = (
        '甲<text:span text:style-name="H">内部</text:span><office:annotation><text:p>待核</text:p></office:annotation>乙'
        "<text:page-number>7</text:page-number><text:ruby><text:ruby-base>粤</text:ruby-base><text:ruby-text>yuè</text:ruby-text></text:ruby>"
        '<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://192.0.2.1/">丙</text:a>'
    )
    converted = body(p(inside), styles=LISTS)
    assert converted.text == "甲乙粤丙"
    assert converted.notes == ("1 piece of hidden text left out", "1 comment left out")


def test_lists_are_numbered_by_their_styles() -> None:
    below = inner(p("乙"), p("丙") + p("又"), inner(p("丁")))
    converted = body(f'<text:list text:style-name="L">{items(p("甲") + below, p("戊"))}</text:list>', styles=LISTS)
    assert lines(converted) == ["一、甲", "（一）乙", "（二）丙", "又", "1.丁", "二、戊"]
    assert converted.notes == ("5 numbers computed from the lists' and headings' styles",)


def test_other_formats_starts_and_levels_shown() -> None:
    below = inner(p("乙") + inner(p("丙")))
    converted = body(f'<text:list text:style-name="M">{items(p("甲") + below, p("丁"))}</text:list>', styles=LISTS)
    assert lines(converted) == ["③甲", "a)乙", "a.1丙", "④丁"]


def test_a_list_goes_on_only_where_it_says_so() -> None:
    first = f'<text:list xml:id="x" text:style-name="L">{items(p("甲"), p("乙"))}</text:list>'
    onward = f'<text:list text:continue-numbering="true" text:style-name="L">{items(p("丙"))}</text:list>'
    afresh = f'<text:list text:style-name="L">{items(p("丁"))}</text:list>'
    named = f'<text:list text:continue-list="x" text:style-name="L">{items(p("戊"))}</text:list>'
    assert lines(body(first, p("间"), onward, afresh, named, styles=LISTS)) == [
        "一、甲",
        "二、乙",
        "间",
        "三、丙",
        "一、丁",
        "四、戊",
    ]


def test_a_list_that_goes_on_below_an_item_without_words() -> None:
    first = f'<text:list text:style-name="L">{items(p("甲") + inner(p("乙")))}</text:list>'
    nested = items(inner(p("丙")), p("丁"))
    onward = f'<text:list text:continue-numbering="true" text:style-name="L">{nested}</text:list>'
    assert lines(body(first, p("间"), onward, styles=LISTS)) == ["一、甲", "（一）乙", "间", "（二）丙", "二、丁"]


def test_an_item_may_say_its_number_and_a_heading_of_a_list_has_none() -> None:
    said = f'<text:list-header>{p("头")}</text:list-header><text:list-item text:start-value="5">{p("甲")}</text:list-item>{items(p("乙"))}'
    bullets = f'<text:list text:style-name="B">{items(p("丙"))}</text:list>'
    by_style = f"<text:list>{items(p('丁', 'P'))}</text:list>"
    assert lines(body(f'<text:list text:style-name="L">{said}</text:list>', bullets, by_style, styles=LISTS)) == [
        "头", "五、甲", "六、乙", "丙", "一、丁",
    ]  # fmt: skip


def test_headings_have_the_numbers_of_the_outline() -> None:
    document = empty()
    styles = document.styles.get_element("//office:styles")
    assert styles is not None
    inside = "".join(
        f'<text:outline-level-style text:level="{n}" style:num-format="{HAN}" style:num-prefix="{a}" style:num-suffix="{b}"/>'
        for n, a, b in ((1, "第", "章"), (2, "（", "）"))
    )
    styles.append(Element.from_tag(f'<text:outline-style style:name="Outline">{inside}</text:outline-style>'))
    for n, words in ((1, "总则"), (2, "甲"), (2, "乙"), (1, "附则"), (2, "丙")):
        document.body.append(Element.from_tag(f'<text:h text:outline-level="{n}">{words}</text:h>'))
    document.body.append(Element.from_tag('<text:h text:outline-level="1" text:is-list-header="true">尾</text:h>'))
    assert lines(read(document)) == ["第一章总则", "（一）甲", "（二）乙", "第二章附则", "（一）丙", "尾"]


def test_notes_follow_the_text() -> None:
    note = (
        '<text:note text:note-class="{0}"><text:note-citation>7</text:note-citation>'
        "<text:note-body><text:p>{1}</text:p></text:note-body></text:note>"
    )
    converted = body(p("甲" + note.format("endnote", "尾注") + "。"), p("乙" + note.format("footnote", "脚注")))
    assert lines(converted) == ["甲①。", "乙②", "注：", "① 尾注", "② 脚注"]


def test_tables_give_a_paragraph_a_row() -> None:
    document = empty()
    table = Table("表", width=0, height=0)
    for words in (("指标", "数值"), ("产量", "1200")):
        row = Row()
        for word in words:
            cell = Cell()
            cell.append(Paragraph(word))
            row.append(cell)
        table.append(row)
    document.body.append(table)
    assert lines(read(document)) == ["指标\t数值", "产量\t1200"]


def test_merged_and_repeated_cells() -> None:
    def cell(words: str, more: str = "", kind: str = "table-cell") -> str:
        return f"<table:{kind} {more}>{words and p(words)}</table:{kind}>"

    wide = cell("合计", 'table:number-columns-spanned="2"') + cell("", "", "covered-table-cell") + cell("9")
    tall = cell("农业", 'table:number-rows-spanned="2"') + cell("粮食") + cell("5")
    below = cell("", "", "covered-table-cell") + cell("油料") + cell("4")
    empties = cell("", 'table:number-columns-repeated="1000000"') + cell("末")
    rows = "".join(f"<table:table-row>{r}</table:table-row>" for r in (wide, tall, below, empties))
    rows += f'<table:table-row table:number-rows-repeated="1000000">{cell("")}{cell("")}</table:table-row>'
    assert lines(body(f"<table:table>{rows}</table:table>")) == ["合计\t9", "农业\t粮食\t5", "\t油料\t4", "\t末", ""]


def test_a_notice_laid_out_in_a_table_is_paragraphs() -> None:
    assert lines(
        body(
            f"<table:table><table:table-row><table:table-cell>{p('甲')}{p('乙')}</table:table-cell></table:table-row></table:table>"
        )
    ) == [
        "甲",
        "乙",
    ]


def test_text_boxes_sections_and_contents() -> None:
    box = f"<draw:frame><draw:text-box>{p('某省人民政府文件')}</draw:text-box></draw:frame>"
    contents = f"<text:table-of-content><text:table-of-content-source/><text:index-body>{p('一、总体要求<text:tab/>3')}</text:index-body></text:table-of-content>"
    section = f'<text:section text:name="a">{p("乙")}</text:section><text:section text:name="b" text:display="none">{p("丙")}</text:section>'
    converted = body(p(box), contents, p("甲"), *section.replace("><text:section", ">|<text:section").split("|"))
    assert lines(converted) == ["某省人民政府文件", "一、总体要求\t3", "甲", "乙"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    region = '<text:changed-region text:id="{0}"><text:{1}>{2}</text:{1}></text:changed-region>'
    changes = region.format("a", "deletion", p("旧")) + region.format("b", "insertion", "")
    inside = '甲<text:change text:change-id="a"/><text:change-start text:change-id="b"/>新<text:change-end text:change-id="b"/>'
    converted = body(f"<text:tracked-changes>{changes}</text:tracked-changes>", p(inside))
    assert converted.text == "甲新"
    assert converted.notes == ("1 tracked deletion left out, 1 insertion taken as text",)


def test_headers_are_named_in_notes() -> None:
    document = empty()
    document.body.append(Paragraph("正文"))
    page = document.styles.get_element("//style:master-page")
    assert page is not None
    page.append(Element.from_tag(f"<style:header>{p('某省人民政府公报')}</style:header>"))
    converted = read(document)
    assert converted.text == "正文"
    assert converted.notes == ("1 header or footer left out: «某省人民政府公报»",)


def test_another_kind_of_document_is_named() -> None:
    stream = io.BytesIO()
    Document("spreadsheet").save(stream)
    with pytest.raises(SourceError, match=r"通知\.odt: not an \.odt: it holds no text document"):
        read_odt(stream.getvalue(), NAME)


def test_a_document_without_words_is_an_error() -> None:
    with pytest.raises(SourceError, match="the document has no text"):
        read(empty())
