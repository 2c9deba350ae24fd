"""The reader on shapes beyond the first corpus, and the tables' own examples."""

from __future__ import annotations

import pytest
from quantity_fixtures import Case, cases, row

from yuedu.quantities import dates, hedges, shares, traps
from yuedu.quantities.model import Context
from yuedu.quantities.units import UNITS
from yuedu.quantities.zh import read


@pytest.mark.parametrize("case", list(cases("chinese.md")), ids=lambda case: case.title)
def test_shapes(case: Case) -> None:
    found = read(case.text, names=case.names, context=case.context)
    assert [row(quantity) for quantity in found] == list(case.expected)


@pytest.mark.parametrize(("example", "pattern"), traps.TRAPS, ids=[example for example, _ in traps.TRAPS])
def test_every_trap_fits_its_example(example: str, pattern: object) -> None:
    assert any(pattern.match(example, position) for position in range(len(example)))  # type: ignore[attr-defined]
    assert [q.zh for q in read(example) if q.measured] == []


@pytest.mark.parametrize("example", [example for example, _, _ in dates.SHAPES])
def test_every_date_is_read_whole(example: str) -> None:
    (quantity,) = read(example, context=Context(2023))
    assert (quantity.zh, quantity.type) == (example, "date")


@pytest.mark.parametrize("example", [example for example, _, _ in shares.SHAPES])
def test_every_share_and_rank_fits_its_example(example: str) -> None:
    (quantity,) = read(example)
    assert quantity.type in ("share", "range", "duration", "count", "rank")


@pytest.mark.parametrize(("example", "bound"), [(e, b) for e, _, b in (*hedges.BEFORE, *hedges.AFTER)])
def test_every_hedge_bounds_its_example(example: str, bound: str) -> None:
    (quantity,) = read(example)
    assert (quantity.zh, quantity.bound) == (example, bound)


@pytest.mark.parametrize("zh", list(UNITS))
def test_every_unit_is_read_after_digits(zh: str) -> None:
    (quantity,) = read(f"有35{zh}意见")
    assert (quantity.value, quantity.unit_zh, quantity.unit_en) == ("35", zh, UNITS[zh].en)


def test_measured_leaves_out_structure_ranks_and_dates() -> None:
    found = read("2022年名列第一名，三大支撑，5家企业。")
    assert [q.zh for q in found if q.measured] == ["5家"]


def test_a_frequency_says_per_what() -> None:
    (quantity,) = read("日均办理3000万次")
    assert (quantity.type, quantity.unit_en) == ("frequency", "times per day")


def test_money_has_its_currency() -> None:
    assert [(q.currency, q.type) for q in read("5亿元，3美元，2至3港元，4个")] == [
        ("CNY", "money"),
        ("USD", "money"),
        ("HKD", "range"),
        (None, "count"),
    ]
