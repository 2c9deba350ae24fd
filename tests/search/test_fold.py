"""What counts as the same when it is looked for."""

from __future__ import annotations

import doctest

import pytest

from yuedu.search import fold as folding
from yuedu.search import shards as sharding
from yuedu.search.fold import fold, words


@pytest.mark.parametrize("module", [folding, sharding])
def test_the_examples_of_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("１２３４５", "12345"),
        ("ＡＰＰ", "app"),
        ("181,000,000", "181000000"),
        ("“大底座”", "大底座"),
        ("《广东省数据条例》", "广东省数据条例"),
        ("粤省事、粤商通", "粤省事 粤商通"),
        ("95.1％", "95.1%"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("95.1", "951"), ("3-5个", "35个"), ("互联网+", "互联网"), ("71.1%", "71.1")]
)
def test_these_are_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_owners_are_the_word_itself() -> None:
    assert words("the province's and the cities’ data") == ["the", "province", "and", "the", "cities", "data"]
