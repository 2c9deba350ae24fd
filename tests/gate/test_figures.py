"""The rules of figures on the cases of tests/fixtures/gate/figures.md."""

from __future__ import annotations

import pytest

from tests.gate.reading import FIXTURES, pair
from tests.text.reading import Case, cases
from yuedu.checks.gate import PAIR_RULES, gate
from yuedu.findings import Finding

NUMBERS = tuple(r for r in PAIR_RULES if r.name.startswith("number."))
ALL = list(cases("figures.md", FIXTURES))


def found(text: str) -> list[Finding]:
    return gate(pair(text), NUMBERS)


def line(finding: Finding) -> str:
    here = f"{finding.severity} {finding.rule}: {finding.expected}".rstrip()
    return f"{here} → {finding.found}".rstrip()


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_a_case_gives_its_findings(case: Case) -> None:
    assert "\n".join(map(line, found(case.input))) == case.expected.replace("silent", "")


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_findings_point_at_the_words_of_both_sides(case: Case) -> None:
    both = pair(case.input)
    for finding in found(case.input):
        assert finding.zh or finding.en
        for span, text, words in ((finding.zh, both.zh, finding.expected), (finding.en, both.en, finding.found)):
            if span and words and "…" not in words and finding.rule != "number.date":
                assert text[slice(*span)] == words


def test_every_rule_of_figures_is_shown_to_speak() -> None:
    heard = {f.rule for case in ALL for f in found(case.input)}
    assert heard == {r.name for r in NUMBERS}


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("借出1.81亿册。", "A total of 1.81 billion books were lent.", ("10^1", "181,000,000", "1,810,000,000")),
        ("借出12.16万册。", "A total of 12,160 books were lent.", ("10^-1", "121,600", "12,160")),
        ("投入3元。", "It cost RMB 300.", ("10^2", "3 CNY", "300 CNY")),
    ],
)
def test_off_by_a_power_of_ten_says_so_and_prints_both_values(zh: str, en: str, said: tuple[str, ...]) -> None:
    (finding,) = found(f"{zh}\n[1] {en}")
    assert finding.rule == "number.value"
    for words in said:
        assert words in finding.message


def test_a_figure_of_a_synopsis_may_be_left_out_with_a_warning() -> None:
    from dataclasses import replace

    both = replace(pair("借出5万册。\n[1] Many books were lent."), kind="synopsis")
    assert [(f.rule, f.severity) for f in gate(both, NUMBERS)] == [("number.missing", "warning")]


def test_figures_are_sought_in_the_segments_that_stand_on_their_sentence() -> None:
    """Equal figures of two sentences are matched each in its own segment, so that a hedge is missed where it is."""
    (finding,) = found("借出超过5万册。归还5万册。\n[1] In all, 50,000 were lent.\n[2] In all, 50,000 came back.")
    assert (finding.rule, finding.expected, finding.en) == ("number.bound", "超过5万册", (8, 14))
