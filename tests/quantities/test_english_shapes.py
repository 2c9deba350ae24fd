"""The reader of English on its shapes, and every table's own examples."""

from __future__ import annotations

import re

import pytest
from quantity_fixtures import Case, cases, row

from yuedu.quantities.en import read
from yuedu.quantities.english import dates, hedges, letters, shares, traps
from yuedu.quantities.measure import measure
from yuedu.quantities.model import Context
from yuedu.quantities.units import UNITS


@pytest.mark.parametrize("case", list(cases("english-shapes.md")), ids=lambda case: case.title)
def test_shapes(case: Case) -> None:
    found = read(case.text, names=case.names)
    assert [row(quantity).replace(" |  | ", " | | ") for quantity in found] == [
        line.replace(" |  | ", " | | ") for line in case.expected
    ]


@pytest.mark.parametrize(("example", "pattern"), traps.TRAPS, ids=[example for example, _ in traps.TRAPS])
def test_every_trap_fits_its_example(example: str, pattern: re.Pattern[str]) -> None:
    plain = letters.plain(example)
    assert any(pattern.match(plain, position) for position in range(len(plain)))
    assert [q.zh for q in read(example) if q.measured and q.zh not in ("12", "a few")] == []


@pytest.mark.parametrize("example", [example for example, _, _ in dates.SHAPES])
def test_every_date_fits_its_example(example: str) -> None:
    (quantity,) = read(example if example != "in May" else "held in May")
    assert quantity.type == "date"


@pytest.mark.parametrize("example", [example for example, _, _ in shares.SHAPES])
def test_every_share_multiple_and_rank_fits_its_example(example: str) -> None:
    first, *_ = read(example)
    assert first.type in ("share", "range", "duration", "count", "rank")
    assert first.status == "actual"


@pytest.mark.parametrize(("example", "bound"), [(e, b) for e, _, b in (*hedges.BEFORE, *hedges.AFTER)])
def test_every_hedge_bounds_its_example(example: str, bound: str) -> None:
    (quantity,) = read(example)
    assert (quantity.zh, quantity.bound) == (example, bound)


MEASURES = sorted({unit.en for unit in UNITS.values() if measure(unit.en, unit.type, unit.currency).kind != "count"})


@pytest.mark.parametrize("unit", MEASURES)
def test_every_unit_that_measures_is_read_in_its_plain_english(unit: str) -> None:
    (quantity,) = read(f"some 35 {unit} of it" if unit != "%" else "some 35% of it")
    assert (quantity.value, quantity.unit_en) == ("35", unit)


def test_a_date_takes_the_year_of_its_context() -> None:
    (quantity,) = read("held on 7 February", context=Context(2023))
    assert quantity.value == "2023-02-07"


def test_a_frequency_says_per_what() -> None:
    (quantity,) = read("13 million visits a day")
    assert (quantity.type, quantity.unit_en) == ("frequency", "per day")
