"""Word documents made by python-docx, and read back as their page shows them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.docx.reader import read_docx

W = nsdecls("w")
NAME = "通知.docx"


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(*xml: str, change: Callable[[Document], None] | None = None) -> Converted:
    """A document whose body is this WordprocessingML."""
    document = docx.Document()
    for piece in xml:
        wrapped = parse_xml(
            f'<w:body {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            f'xmlns:v="urn:schemas-microsoft-com:vml">{piece}</w:body>'
        )
        for element in list(wrapped):
            document.element.body.insert_element_before(element, "w:sectPr")
    if change:
        change(document)
    return read_docx(saved(document), NAME)


def p(inside: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(converted: Converted) -> list[str]:
    return converted.text.split("\n")


def test_paragraphs_stand_in_order_and_empty_ones_stay() -> None:
    document = docx.Document()
    for text in ("某省人民政府关于试点的意见", "", "各市：", "现提出以下意见。"):
        document.add_paragraph(text)
    read = read_docx(saved(document), NAME)
    assert lines(read) == ["某省人民政府关于试点的意见", "", "各市：", "现提出以下意见。"]
    assert read.converter.startswith("python-docx 1.") and read.notes == ()


def test_characters_of_a_run() -> None:
    signs = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t>"
    signs += '<w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="某体" w:char="F012"/></w:r>'
    read = body(p(signs))
    assert read.text == "甲\n乙\tA\u2011B\u00ad☑\ufffd"
    assert read.notes == ("1 sign of a symbol font unknown here, shown as \ufffd",)


def test_bold_is_not_marked() -> None:
    assert body(p(r("一是", "<w:b/>") + r("统筹规划。"))).text == "一是统筹规划。"


def test_a_ruby_gives_its_base_alone() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('yuè')}</w:rt><w:rubyBase>{r('粤')}</w:rubyBase></w:ruby></w:r>"
    assert body(p(ruby + r("府"))).text == "粤府"


def test_links_controls_and_simple_fields_give_their_words() -> None:
    held = f"<w:sdt><w:sdtContent>{r('乙')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>"
    link, page = f"<w:hyperlink>{r('甲')}</w:hyperlink>", f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>'
    read = body(p(link + held + empty + page), f"<w:sdt><w:sdtContent>{p(r('丙'))}</w:sdtContent></w:sdt>")
    assert lines(read) == ["甲乙", "丙"]
    assert read.notes == ("1 placeholder of forms left out",)


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def test_a_field_shows_its_result_over_several_paragraphs() -> None:
    begin = field("begin") + instruction('TOC \\o "1-3"') + field("separate")
    page = field("begin") + instruction(" PAGE ") + field("separate") + r("3") + field("end")
    read = body(p(begin + r("一、总体要求")), p(r("二、重点任务") + field("end")), p(r("正文") + page))
    assert lines(read) == ["一、总体要求", "二、重点任务", "正文"]


def test_words_after_a_field_that_never_ends_are_kept() -> None:
    assert body(p(r("甲") + field("begin") + r("乙")), p(r("丙"))).text == "甲乙\n丙"


def test_a_figure_that_a_field_draws_in_a_circle() -> None:
    assert body(p(field("begin") + instruction("EQ \\o\\ac(○,3)") + field("end") + r("试点"))).text == "③试点"


BOX = "<w:txbxContent><w:p><w:r><w:t>某省人民政府文件</w:t></w:r></w:p></w:txbxContent>"


def test_a_text_box_is_read_once() -> None:
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    boxed = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert lines(body(p(boxed), p(r("正文")))) == ["某省人民政府文件", "正文"]
    old = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
    assert lines(body(p(r("正文") + old))) == ["正文", "某省人民政府文件"]


def test_hidden_text_is_left_out_with_a_note() -> None:
    read = body(p(r("甲") + r("内部", "<w:vanish/>") + r("乙", '<w:vanish w:val="0"/>')))
    assert read.text == "甲乙" and read.notes == ("1 piece of hidden text left out",)


def test_tables_give_a_paragraph_a_row() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for n, text in enumerate(["指标", "单位", "数值", "产量", "万吨", "1200", "一", "二", "三"]):
        table.cell(n // 3, n % 3).text = text
    table.cell(1, 1).add_paragraph("（预计）")
    table.cell(2, 0).merge(table.cell(2, 1)).text = "合计"
    assert lines(read_docx(saved(document), NAME)) == ["指标\t单位\t数值", "产量\t万吨 （预计）\t1200", "合计\t三"]


def test_cells_merged_downwards_and_tables_in_cells() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "农业"
    table.cell(0, 1).text = "粮食"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "稻谷", "小麦"
    assert lines(read_docx(saved(document), NAME))[:2] == ["农业\t粮食", "\t稻谷 小麦"]


def test_a_notice_laid_out_in_a_table_is_paragraphs() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "关于试点的通知"
    cell.add_paragraph("各市：")
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"
    assert lines(read_docx(saved(document), NAME))[:3] == ["关于试点的通知", "各市：", "甲\t乙"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    inserted, deleted = f"<w:ins>{r('新')}</w:ins>", "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('移')}</w:moveFrom>", f"<w:moveTo>{r('移')}</w:moveTo>"
    read = body(
        p(r("甲") + inserted + deleted + moved[0]),
        p(r("乙"), "<w:rPr><w:del/></w:rPr>"),
        p(r("丙") + moved[1]),
    )
    assert lines(read) == ["甲新", "乙丙移"]
    assert read.notes == (
        "2 tracked deletions left out, 1 insertion taken as text",
        "1 moved passage read where it was moved to",
    )


def test_a_paragraph_and_a_row_that_are_deleted_leave_nothing() -> None:
    gone = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    rows = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('旧'))}</w:tc></w:tr><w:tr><w:tc>{p(r('新'))}</w:tc></w:tr>"
    assert lines(body(p(r("甲")), p(gone, "<w:rPr><w:del/></w:rPr>"), f"<w:tbl>{rows}</w:tbl>")) == ["甲", "新"]


def test_headers_and_comments_are_named_in_notes() -> None:
    def add(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "某省人民政府公报"
        document.add_comment(document.paragraphs[0].runs, "此处待核")

    read = body(p(r("正文")), change=add)
    assert read.text == "正文"
    assert read.notes == ("1 comment left out", "1 header or footer left out: «某省人民政府公报»")


def with_part(data: bytes, kind: str, xml: str) -> bytes:
    """A document with one more part, related to it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            blob = old.read(item)
            if item == "word/_rels/document.xml.rels":
                type = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
                relation = f'<Relationship Id="r{kind}" Type="{type}" Target="{kind}.xml"/></Relationships>'
                blob = blob.replace(b"</Relationships>", relation.encode())
            new.writestr(item, blob)
        new.writestr(f"word/{kind}.xml", xml)
    return out.getvalue()


def test_footnotes_and_endnotes_are_numbered_in_order() -> None:
    document = docx.Document()
    for inside in (
        r("甲") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + r("。"),
        r("乙") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>',
        r("丙") + '<w:r><w:footnoteReference w:id="9"/></w:r>',
    ):
        document.element.body.insert_element_before(parse_xml(p(inside).replace("<w:p>", f"<w:p {W}>", 1)), "w:sectPr")
    foot = f'<w:footnotes {W}><w:footnote w:id="3">{p("<w:r><w:footnoteRef/></w:r>" + r(" 脚注"))}</w:footnote></w:footnotes>'
    end = f'<w:endnotes {W}><w:endnote w:id="2">{p(r("尾注"))}{p(r("二"))}</w:endnote></w:endnotes>'
    read = read_docx(with_part(with_part(saved(document), "footnotes", foot), "endnotes", end), NAME)
    assert lines(read) == ["甲①。", "乙②", "丙", "注：", "① 尾注 二", "② 脚注"]
    assert read.notes == ("1 footnote referred to but not in the file",)


def test_a_document_without_words_is_an_error() -> None:
    with pytest.raises(SourceError, match=r"通知\.docx: the document has no text"):
        body(p(""))
