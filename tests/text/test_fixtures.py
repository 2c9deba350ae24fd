"""Texts and their trees, as a reader of Chinese would cut them."""

from __future__ import annotations

import pytest

from .reading import FIXTURES, Case, assert_whole, cases, declared, drawn, read_text, unescaped

NAMES = sorted(file.name for file in FIXTURES.glob("*.md") if file.name != "corpus.md")
CASES = [pytest.param(case, id=f"{name}: {case.title}") for name in NAMES for case in cases(name)]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_cut_as_the_fixture_says(case: Case) -> None:
    outline, corrections, text = declared(case.input)
    read = read_text(unescaped(text), outline, corrections)
    assert "\n".join(drawn(read.trees[0])) == case.expected
    assert_whole(read, frozenset(c.kind for c in corrections))


def test_no_two_cases_of_a_fixture_have_one_title() -> None:
    titles = [param.id for param in CASES]
    assert len(set(titles)) == len(titles) > 60
