"""The reader against every quantity of the first corpus, labelled by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from quantity_fixtures import Case, cases, row

from yuedu.quantities.model import Context
from yuedu.quantities.zh import read

SEED = Path(__file__).parents[2] / "seeds" / "guangdong-2023" / "source.txt"
CASES = list(cases("corpus.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_labels(case: Case) -> None:
    found = read(case.text, names=case.names, context=case.context)
    assert [row(quantity) for quantity in found] == list(case.expected)


def test_the_whole_seed_holds_what_is_labelled_and_nothing_else() -> None:
    """Read line by line, page breaks joined, the seed yields the labelled quantities in their order."""
    text = SEED.read_text(encoding="utf-8").replace("**", "")
    text = re.sub(r"(?<=[^。：！\n）)])\n\n(?=[^\n（一二三四五六七八九])", "", text)
    text = re.sub(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])", "", text)
    found = [quantity for line in text.split("\n") for quantity in read(line, context=Context(2023))]
    labelled = [tuple(line.split(" | ")[:3]) for case in CASES for line in case.expected]
    assert [tuple(row(quantity).split(" | ")[:3]) for quantity in found] == labelled
