"""Every rule of the gate but those of figures, on the cases of tests/fixtures/gate/."""

from __future__ import annotations

import pytest

from tests.gate.reading import FIXTURES, pair
from tests.text.reading import Case, cases, unescaped
from yuedu.checks.gate import RULES, gate
from yuedu.findings import Finding

ALL = [
    pytest.param(case, id=f"{name}: {case.title}")
    for name in ("terms", "residue", "grounding", "modality")
    for case in cases(f"{name}.md", FIXTURES)
]


def found(text: str) -> list[Finding]:
    return [f for f in gate(pair(text)) if not f.rule.startswith("number.")]


@pytest.mark.parametrize("case", ALL)
def test_a_case_gives_its_findings(case: Case) -> None:
    lines = [f"{f.rule}: {f.found}" for f in found(case.input)]
    wanted = [] if case.expected == "silent" else [unescaped(line) for line in case.expected.split("\n")]
    assert sorted(lines) == sorted(wanted)


@pytest.mark.parametrize("case", ALL)
def test_findings_point_at_words_of_both_sides(case: Case) -> None:
    """Where a finding names the words it found, its span holds them, or the words they are missing from."""
    both = pair(case.input)
    for finding in found(case.input):
        for span, text in ((finding.zh, both.zh), (finding.en, both.en)):
            if span:
                assert 0 <= span[0] < span[1] <= len(text)
        where = [text[slice(*span)] for span, text in ((finding.zh, both.zh), (finding.en, both.en)) if span]
        if where and not finding.found.startswith("U+") and finding.rule != "text.grounding":
            assert any(finding.found in words for words in where)


def test_every_rule_is_shown_to_speak() -> None:
    """No rule is here that no case makes speak, figures apart."""
    heard = {f.rule for param in ALL for f in found(param.values[0].input)}
    assert heard == {r.name for r in RULES if not r.name.startswith("number.")}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_every_rule_says_what_it_is(rule: object) -> None:
    doc = rule.doc  # type: ignore[attr-defined]
    assert doc.endswith((".", ")"))
    assert len(doc) > 30
