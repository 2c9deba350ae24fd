"""The first corpus written out as a Word document, an OpenDocument text and a PDF, and read back the same."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odfdo import Document as OdfDocument
from odfdo import Paragraph

from tests.intake.pages import Pages
from tests.text.conftest import FirstCorpus, first  # noqa: F401
from yuedu.intake.converted import Converted
from yuedu.intake.docx.reader import read_docx
from yuedu.intake.odt.reader import read_odt
from yuedu.intake.pdf.reader import read_pdf
from yuedu.text.seed import Begin, ReadSeed, read_seed
from yuedu.text.tree import Tree


def as_docx(lines: Sequence[str]) -> Converted:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = "某省人民政府公报"
    stream = io.BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue(), "通知.docx")


def as_odt(lines: Sequence[str]) -> Converted:
    document = OdfDocument("text")
    document.body.clear()
    for line in lines:
        document.body.append(Paragraph(line))
    stream = io.BytesIO()
    document.save(stream)
    return read_odt(stream.getvalue(), "通知.odt")


def as_pdf(lines: Sequence[str], titles: Sequence[str]) -> Converted:
    """Titles centred, everything else indented by two characters; a running head and a page number on each page."""
    pages = Pages(head="某省人民政府公报", foot="— # —")
    for line in lines:
        if line in titles:
            pages.centred(line)
        else:
            pages.paragraph(line)
    return read_pdf(pages.data, "通知.pdf")


def ids(trees: Sequence[Tree]) -> list[list[str]]:
    return [[part.id for part in tree.parts] for tree in trees]


@pytest.fixture(scope="session")
def cleaned(first: FirstCorpus) -> ReadSeed:  # noqa: F811
    return first.read(first.text)


def titles_of(read: ReadSeed) -> list[str]:
    return [tree.text.split("\n")[0] for tree in read.trees]


MADE: dict[str, Callable[[Sequence[str], ReadSeed], Converted]] = {
    "docx": lambda lines, _: as_docx(lines),
    "odt": lambda lines, _: as_odt(lines),
    "pdf": lambda lines, read: as_pdf(lines, titles_of(read)),
}


@pytest.mark.parametrize("kind", MADE)
def test_the_first_corpus_comes_back(kind: str, first: FirstCorpus, cleaned: ReadSeed) -> None:  # noqa: F811
    lines = cleaned.trace.text.split("\n")
    read = MADE[kind](lines, cleaned)
    assert [line for line in read.text.split("\n") if line] == lines
    again = read_seed(read.text, [d.begin() for d in first.collection.documents], [], "通知")
    assert again.trace.text.split("\n") == lines
    assert ids(again.trees) == ids(cleaned.trees)
    if kind != "odt":
        assert "某省人民政府公报" in read.notes[-1]


def test_numbers_that_word_computes_give_the_same_tree() -> None:
    lines = [
        "某省人民政府关于加快试点的意见",
        "各市人民政府：",
        "现提出以下意见。",
        "一、总体要求",
        "（一）指导思想。坚持试点先行。",
        "（二）基本原则。坚持统筹规划。",
        "二、重点任务",
        "（一）夯实基础。投入12.62亿元。",
        "1.建设平台",
        "建成平台三个。",
        "2.完善制度",
        "（二）加强保障。",
        "三、组织实施",
        *(f"（{n}）任务{n}。" for n in "一二三四五六七八九十"),
        "（十一）任务末。",
    ]
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (format, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{inside}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for line in lines:
        printed = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d\.", line)
        paragraph = document.add_paragraph(line[printed.end() :] if printed else line)
        if printed:
            level = 0 if "、" in printed[0] else 1 if "（" in printed[0] else 2
            numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(numbered))
    stream = io.BytesIO()
    document.save(stream)
    read = read_docx(stream.getvalue(), "意见.docx")
    assert read.text.split("\n") == lines
    assert ids(read_seed(read.text, [Begin("x", "")]).trees) == ids(read_seed("\n".join(lines), [Begin("x", "")]).trees)
