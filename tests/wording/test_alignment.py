"""Two texts against each other: the rows that a reader would write."""

from __future__ import annotations

import re

import pytest

from tests.wording.reading import FOLDER, Case, cases, compared, written
from yuedu.wording.shape import joined

SHIFTS = re.findall(r"^- (.+?) → (.+?) : (\w+)$", (FOLDER / "force.md").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_rows(case: Case) -> None:
    assert [written(row) for row in compared(case.a, case.b)] == [row.rstrip() for row in case.rows]


@pytest.mark.parametrize(("a", "b", "force"), SHIFTS, ids=[f"{a} {b}" for a, b, _ in SHIFTS])
def test_force(a: str, b: str, force: str) -> None:
    (row,) = compared([a], [b])
    assert (row.force or "none") == force


@pytest.mark.parametrize(("a", "b", "force"), SHIFTS, ids=[f"{b} {a}" for a, b, _ in SHIFTS])
def test_force_the_other_way_round(a: str, b: str, force: str) -> None:
    (row,) = compared([b], [a])
    assert (row.force or "none") == {"stronger": "weaker", "weaker": "stronger"}.get(force, force)


def test_a_shift_names_its_words_and_what_the_ladder_rests_on() -> None:
    (row,) = compared(["力争年底前完成改造。"], ["确保年底前完成改造。"])
    ((a, b, force, source),) = [(s.a, s.b, s.force, s.source) for s in row.shifts]
    assert (a, b, force) == ("力争", "确保", "stronger")
    assert source == "the words themselves: to strive (力 adds force), to ensure"


def test_what_no_table_orders_rests_on_nothing() -> None:
    (row,) = compared(["推动书车进山区。"], ["推进书车进山区。"])
    assert [(s.force, s.source) for s in row.shifts] == [("other", None)]


def test_the_change_of_a_figure_in_its_unit() -> None:
    (row,) = compared(["安排购书经费1.2亿元。"], ["安排购书经费9000万元。"])
    assert [str(f.change) for f in row.figures] == ["-30000000"]


def test_offsets_of_several_sentences_count_them_joined() -> None:
    (row,) = compared(["建成村级书屋。", "请退休教师担任辅导员。"], ["建成村级书屋，请退休教师担任总辅导员。"])
    assert row.kind == "merged"
    assert [(joined(row.a)[slice(*c.a)], joined(row.b)[slice(*c.b)]) for c in row.changes] == [("", "总")]


def test_clauses_tell_what_moved_inside_a_sentence() -> None:
    a = "修缮老馆的屋顶，添置儿童读物，延长夜间开放时间。"
    b = "添置儿童读物，延长夜间开放时间，修缮老馆的屋顶，培训乡镇馆员。"
    (row,) = compared([a], [b])
    told = [(c.kind, c.a and a[slice(*c.a)].rstrip("，。"), c.b and b[slice(*c.b)].rstrip("，。")) for c in row.clauses]
    assert told == [
        ("same", "添置儿童读物", "添置儿童读物"),
        ("same", "延长夜间开放时间", "延长夜间开放时间"),
        ("moved", "修缮老馆的屋顶", "修缮老馆的屋顶"),
        ("new", None, "培训乡镇馆员"),
    ]


def test_clauses_are_silent_where_they_stand_against_each_other() -> None:
    (row,) = compared(["修缮老馆的屋顶，添置儿童读物。"], ["修缮老馆的外墙，添置儿童读物。"])
    assert row.clauses == ()
