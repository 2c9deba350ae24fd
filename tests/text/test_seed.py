"""A seed to its documents: where each begins, what is asked of an editor's words, and which offset is where."""

from __future__ import annotations

import pytest

from yuedu.text.clean import Correction
from yuedu.text.outline import Aspects, Outline
from yuedu.text.points import NoSuchAspect
from yuedu.text.seed import Begin, NoSuchStart, read_seed
from yuedu.text.trace import Trace

from .conftest import FirstCorpus
from .reading import assert_whole, read_text, replayed

TWO = "\n甲的讲话\n\n同志们：\n\n今天 召开会议。\n\n乙 的报告\n\n现在报告工作。\n"


def test_documents_begin_where_their_first_line_does() -> None:
    read = read_seed(TWO, [Begin("a", "甲 的讲话"), Begin("b", "乙的")])
    assert [t.text for t in read.trees] == ["甲的讲话\n同志们：\n今天召开会议。", "乙的报告\n现在报告工作。"]
    assert_whole(read)


@pytest.mark.parametrize(("words", "times"), [("丙的", 0), ("的", 0), ("同志", 2)])
def test_a_beginning_must_stand_at_one_line_alone(words: str, times: int) -> None:
    with pytest.raises(NoSuchStart) as caught:
        read_seed(TWO + "同志们请坐。\n", [Begin("a", ""), Begin("b", words)])
    assert (caught.value.times, caught.value.begin.words) == (times, words)


def test_an_aspect_that_is_not_there_is_named() -> None:
    outline = Outline(aspects=(Aspects("要看", ("在国家", "在省", "在市")),))
    with pytest.raises(NoSuchAspect) as caught:
        read_text("要看。在国家好。在市好。在省好。", outline)
    assert caught.value.marker == "在市"


def test_a_seed_offset_is_found_in_its_document(first: FirstCorpus) -> None:
    read = first.read(first.text)
    for words, document in (("（代章）", 0), ("讲三点意见", 1), ("汇报完毕", 2), ("建设规范、便利、高效", 2)):
        tree, at = read.locate(first.text.index(words))
        assert tree is read.trees[document] and tree.text.startswith(words, at)


@pytest.mark.parametrize(
    ("find", "replace", "before", "after"),
    [
        ("工作 工作会议", "工作会议", " 工作", ""),
        ("技术 in 党政", "技术在党政", " in ", "在"),
        ("检测", "监测", "检", "监"),
        ("甲乙", "甲丙乙", "乙", "丙乙"),
        ("甲乙", "丙甲乙", "甲", "丙甲"),
        ("甲乙", "甲乙丙", "乙", "乙丙"),
        ("甲乙", "", "甲乙", ""),
    ],
)
def test_a_correction_touches_only_what_changes(find: str, replace: str, before: str, after: str) -> None:
    seed = f"一、{find}。{find}。"
    read = read_text(seed, corrections=[Correction("misprint", find, replace)])
    made = [(r.kind, r.before, r.after) for r in read.repairs]
    assert made == [("misprint", before, after)] * 2
    assert replayed(seed, read.repairs) == read.trace.text == f"一、{replace}。{replace}。"


def test_edits_must_ascend_and_hold_something() -> None:
    for edits in ([(1, 1, "x")], [(2, 3, ""), (1, 2, "")], [(0, 2, ""), (1, 3, "")]):
        with pytest.raises(ValueError, match="edits must ascend"):
            Trace("甲乙丙丁").apply("spacing", edits)


def test_an_edit_touches_only_the_characters_it_names() -> None:
    trace = Trace("甲 乙  丙")
    trace.apply("spacing", [(1, 2, ""), (3, 5, " ")])
    trace.apply("misprint", [(1, 2, "丁")])
    assert trace.text == "甲丁 丙"
    assert [(r.kind, r.start, r.end, r.before, r.after) for r in trace.repairs()] == [
        ("spacing", 1, 2, " ", ""),
        ("misprint", 2, 3, "乙", "丁"),
        ("spacing", 4, 5, " ", ""),
    ]
