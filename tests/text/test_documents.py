"""Official documents of other kinds, read whole, from the folder named by the environment variable YUEDU_DOCUMENTS."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from yuedu.intake.encodings import decode
from yuedu.text.announced import count_findings
from yuedu.text.metadata import metadata
from yuedu.text.seed import ReadSeed
from yuedu.text.tree import Passage, Tree

from .reading import assert_whole, read_text

FOLDER = os.environ.get("YUEDU_DOCUMENTS", "")
FILES = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []
LABEL = re.compile(
    r"[\s\ufeff]*(?:第[一二三四五六七八九十]+[篇章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[㈠-㈩])"
)
"""What a reader sees as the label of a heading, written down here anew."""

NAMES = ("gwr-2023.zh.txt", "norm-xinyu.zh.txt", "gb18030-rural-2018.zh.gb18030.txt", "prov2026-ningxia.zh.txt", "pdf-fyp11.zh.txt")  # fmt: skip

pytestmark = pytest.mark.skipif(
    not FILES, reason="no documents: set YUEDU_DOCUMENTS to a folder of official documents (*.txt) to read them too"
)


def text_of(name: str) -> str:
    file = Path(FOLDER) / name
    if not file.exists():
        pytest.skip(f"YUEDU_DOCUMENTS holds no {name}")
    return decode(file.read_bytes(), name).text


def read_document(name: str) -> ReadSeed:
    return read_text(text_of(name))


def visible(text: str) -> str:
    """A text without white space and what cannot be seen; the brackets of a date line may be of either width."""
    return re.sub(r"[\s\ufeff\u200b]", "", text).translate(str.maketrans("（）", "()"))


def findings(tree: Tree) -> list[str]:
    return [f.rule for f in (*tree.findings, *count_findings(tree, "d.txt"))]


def children(tree: Tree, ident: str | None) -> list[str]:
    return [s.label or "" for s in tree.sections if s.parent == ident]


def passage(tree: Tree, ident: str) -> Passage:
    return next(p for p in tree.passages if p.id == ident)


@pytest.mark.parametrize("name", [f.name for f in FILES])
def test_a_document_is_read_whole(name: str) -> None:
    read = read_document(name)
    assert_whole(read)
    tree, text = read.trees[0], text_of(name)
    assert visible(tree.text) == visible(text)
    labelled = sum(1 for line in text.splitlines() if LABEL.match(line))
    assert labelled * 0.9 <= len(tree.sections) <= labelled * 1.1
    lines = sum(1 for line in text.splitlines() if line.strip())
    assert 0 < len(tree.passages) < lines * 2
    assert sum(len(f.zh) for f in tree.front) < 0.1 * len(tree.text)
    assert all(len(s.title or "") <= 50 for s in tree.sections)


def test_the_report_of_the_state_council() -> None:
    read = read_document("gwr-2023.zh.txt")
    tree, found = read.trees[0], metadata(read.trees[0])
    assert found.title and found.date
    assert (found.title.value, found.date.value) == ("政府工作报告", "2023-03-05")
    head = [(f.role, f.zh) for f in tree.front[:5]]
    assert head[2:] == [("byline", "国务院总理"), ("byline", "李克强"), ("salutation", "各位代表：")]
    assert [s.title for s in tree.sections if not s.parent] == ["过去一年和五年工作回顾", "对今年政府工作的建议"]
    assert [len(children(tree, f"d.{n}")) for n in (1, 2)] == [10, 8]
    assert next(s.title for s in tree.sections if s.id == "d.2.3") == "切实落实“两个毫不动摇”"
    assert passage(tree, "d.p1").zh.startswith("本届政府任期即将结束")
    assert passage(tree, "d.2.8.p2").zh.startswith("进一步加强政府自身建设")
    assert [passage(tree, f"d.p{n}").zh[:11] for n in (2, 7)] == ["各位代表！我们要以铸牢", "各位代表！奋斗铸就辉煌"]
    assert any("推动区域全面经济伙伴关系协定（RCEP）生效实施" in p.zh for p in tree.passages)
    assert findings(tree) == []
    assert {f.kind for f in tree.front if f.role == "furniture"} == {"licence"}  # the library's own footer


def test_measures_in_chapters_and_articles() -> None:
    tree = read_document("norm-xinyu.zh.txt").trees[0]
    number = metadata(tree).number
    assert number and number.value == "余府发〔2012〕3号"
    (annex,) = [s for s in tree.sections if not s.parent]
    assert (annex.id, annex.title) == ("d.a1", "新余市绿色建筑管理办法")
    assert [(f.role, f.zh) for f in tree.front][-1] == ("date", "二○一二年一月九日")
    chapters = [(s.label, s.title) for s in tree.sections if s.parent == "d.a1"]
    assert chapters == [
        *(("第一章", "总则"), ("第二章", "设计"), ("第三章", "施工"), ("第四章", "商品房销售与运行管理")),
        *(("第五章", "奖惩"), ("第六章", "附则")),
    ]
    articles = [s for s in tree.sections if len(s.path) == 3]
    ranges = {1: (1, 6), 2: (7, 13), 3: (14, 17), 4: (18, 23), 5: (24, 28), 6: (29, 29)}
    assert [s.path for s in articles] == [
        ("a1", str(c), str(n)) for c, (a, b) in ranges.items() for n in range(a, b + 1)
    ]
    assert {s.title for s in articles} == {None}
    assert children(tree, "d.a1.1.5") == list("㈠㈡㈢㈣㈤㈥㈦㈧㈨")
    assert children(tree, "d.a1.5.28") == list("㈠㈡㈢")
    assert passage(tree, "d.a1.1.5.9.p1").zh.startswith("其他技术成熟") and passage(tree, "d.a1.5.28.3.p1")
    assert sum(p.section == "d.a1.1.3" for p in tree.passages) == 5
    assert findings(tree) == []


def test_an_opinion_in_gb18030() -> None:
    read = read_document("gb18030-rural-2018.zh.gb18030.txt")
    tree, found = read.trees[0], metadata(read.trees[0])
    assert found.title and found.date
    assert (found.title.value, found.date.value) == ("中共中央国务院关于实施乡村振兴战略的意见", "2018-01-02")
    assert [len(children(tree, f"d.{n}")) for n in range(1, 13)] == [0, 3, 5, 4, 4, 5, 6, 4, 4, 5, 3, 6]
    assert children(tree, None)[-3:] == ["十、", "十一、", "十二、"]
    principles = [p.zh for p in tree.passages if p.section == "d.2.3"]
    assert len(principles) == 7 and all(zh.startswith("——坚持") for zh in principles)
    assert findings(tree) == []


def test_a_report_saved_from_a_web_page() -> None:
    tree = read_document("prov2026-ningxia.zh.txt").trees[0]
    dated = metadata(tree).date
    assert dated and dated.value == "2026-02-03"
    assert [s.title for s in tree.sections if not s.parent][1:] == ["“十五五”时期主要任务", "2026年重点工作"]
    assert [len(children(tree, f"d.{n}")) for n in (1, 2, 3)] == [0, 0, 6]
    ten = [passage(tree, f"d.1.p{n}").zh[:2] for n in range(4, 14)]
    assert ten == [f"{n}是" for n in "一二三四五六七八九十"]
    assert [passage(tree, f"d.2.p{n}").zh[:2] for n in range(3, 13)] == ten
    areas = [passage(tree, f"d.1.p{n}").zh[:2] for n in (14, 21, 25, 29, 33)]
    assert areas == ten[:5]
    assert findings(tree) == []
    assert [f.zh[-4:] for f in tree.front if f.kind == "photograph"] == ["者王鼎摄"]


def test_a_highlight_that_is_missing_is_missed() -> None:
    text = text_of("prov2026-ningxia.zh.txt")
    cut = re.sub(r"十是全区教育布局.*?提供了更多更公平的机会。", "", text)
    assert cut != text and "structure.count" in findings(read_text(cut).trees[0])


def test_a_plan_whose_stops_were_lost_stays_line_by_line() -> None:
    read = read_document("pdf-fyp11.zh.txt")
    tree = read.trees[0]
    levels = [sum(len(s.path) == depth for s in tree.sections) for depth in (1, 2, 3)]
    assert levels == [14, 48, 142]
    assert [s.path[0] for s in tree.sections if not s.parent] == [str(n) for n in range(1, 15)]
    assert children(tree, None)[-1] == "第十四篇"
    assert not any(r.kind == "page break" for r in read.repairs)
    assert sum(r.kind == "run-in line" for r in read.repairs) > 200
    assert findings(tree) == ["structure.damaged"]
