"""The number rules, on the cases of tests/fixtures/gate/numbers.md."""

from __future__ import annotations

import pytest

from tests.gate.reading import FIXTURES, pair
from tests.text.reading import Case, cases
from yuedu.checks.gate import RULES, gate
from yuedu.findings import Finding

ALL = [pytest.param(case, id=case.title) for case in cases("numbers.md", FIXTURES)]


def found(text: str) -> list[Finding]:
    return [f for f in gate(pair(text)) if f.rule.startswith("number.")]


@pytest.mark.parametrize("case", ALL)
def test_a_case_gives_its_findings(case: Case) -> None:
    lines = [f"{f.rule}: {f.found} → {f.expected}".rstrip() for f in found(case.input)]
    wanted = [] if case.expected == "silent" else [line.rstrip() for line in case.expected.split("\n")]
    assert lines == wanted


@pytest.mark.parametrize("case", ALL)
def test_findings_point_at_the_words_of_both_sides(case: Case) -> None:
    both = pair(case.input)
    for finding in found(case.input):
        assert finding.zh or finding.en
        if finding.zh and finding.rule not in ("number.exchanged", "number.order"):
            assert both.zh[slice(*finding.zh)] == finding.expected or not finding.expected
        if finding.en and finding.rule not in ("number.exchanged", "number.order"):
            assert both.en[slice(*finding.en)] == finding.found


def test_every_number_rule_is_shown_to_speak() -> None:
    heard = {f.rule for param in ALL for f in found(param.values[0].input)}  # type: ignore[union-attr]
    assert heard == {r.name for r in RULES if r.name.startswith("number.")}


def test_off_by_a_power_of_ten_prints_both_values() -> None:
    (finding,) = found("用户达1.81亿。\n[1] Users have reached 1.81 billion.")
    assert finding.message == "off by 10^1: the Chinese says 181,000,000, the English 1,810,000,000"
