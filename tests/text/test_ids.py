"""Ids: `format_id` and `parse_id` are inverses, and what is no id is refused."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.text.ids import DOCUMENT, NUMBER, PASSAGE, Ref, format_id, parse_id, passage_of

fuzz = settings(deadline=None, max_examples=300)
positive = st.integers(1, 9999)
documents = st.from_regex(DOCUMENT, fullmatch=True)
numerals = st.from_regex(re.compile(NUMBER, re.ASCII), fullmatch=True)
sections = st.builds(
    lambda annex, below: (*annex, *below),
    st.lists(st.from_regex("a[1-9][0-9]?", fullmatch=True), max_size=1),
    st.lists(numerals, max_size=5),
)
passages = st.from_regex(re.compile(PASSAGE, re.ASCII), fullmatch=True)
refs = st.one_of(
    st.builds(Ref, documents, sections),
    st.builds(Ref, documents, sections, passages),
    st.builds(Ref, documents, sections, passages, sentence=positive),
    st.builds(Ref, documents, sections, passages, figure=st.integers(0, 9999)),
    st.builds(Ref, documents, role=st.from_regex(r"[a-z]+(-[1-9][0-9]?)?", fullmatch=True)),
)


def small_language() -> list[Ref]:
    """Every reference over few documents, numbers and roles."""
    numbers = ("0", "1", "2-1", "10")
    below = [path for depth in range(4) for path in product(numbers, repeat=depth)]
    paths = [*below, *(("a1", *path) for path in below if len(path) < 3)]
    made = []
    for document, path in product(("wang-2023", "a", "a-1-b2", "p"), paths):
        made.append(Ref(document, path))
        for passage in ("1", "2-3", "10"):
            made.append(Ref(document, path, passage))
            made += [Ref(document, path, passage, sentence=n) for n in (1, 3, 10)]
            made += [Ref(document, path, passage, figure=n) for n in (0, 1, 12)]
    return made + [Ref(d, role=r) for d in ("wang-2023", "a") for r in ("p", "s", "byline", "byline-2", "other-10")]


def test_every_reference_of_a_small_language_comes_back() -> None:
    made = small_language()
    ids = [format_id(ref) for ref in made]
    assert [parse_id(ident) for ident in ids] == made
    assert len(set(ids)) == len(made)
    assert all(ident.isascii() for ident in ids)


def test_every_string_of_a_small_alphabet_is_an_id_or_refused() -> None:
    """A string that is accepted is the id of what it names."""
    accepted = 0
    for beginning, length in (("", 5), ("a.", 5)):
        for letters in product("a10p.s-", repeat=length):
            text = beginning + "".join(letters)
            try:
                ref = parse_id(text)
            except ValueError:
                continue
            assert format_id(ref) == text
            accepted += 1
    assert 1000 < accepted < 10_000


@fuzz
@given(refs)
def test_a_reference_comes_back(ref: Ref) -> None:
    ident = format_id(ref)
    assert ident.isascii() and parse_id(ident) == ref


@fuzz
@given(st.text(max_size=20) | st.from_regex(r"\A[a-z]{1,3}(-\d)?(\.p?\d){0,3}\Z"))
def test_any_string_is_an_id_or_refused(text: str) -> None:
    try:
        ref = parse_id(text)
    except ValueError as error:
        assert repr(text) in str(error)
    else:
        assert text.isascii() and format_id(ref) == text


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("wang-2023", Ref("wang-2023")),
        ("wang-2023.2.4", Ref("wang-2023", ("2", "4"))),
        ("wang-2023.2.4.p3", Ref("wang-2023", ("2", "4"), "3")),
        ("wang-2023.2.4.p3.s1", Ref("wang-2023", ("2", "4"), "3", sentence=1)),
        ("wang-2023.2.4.p3.f12", Ref("wang-2023", ("2", "4"), "3", figure=12)),
        ("wang-2023.p1", Ref("wang-2023", (), "1")),
        ("wang-2023.a1", Ref("wang-2023", ("a1",))),
        ("wang-2023.a1.2.p1", Ref("wang-2023", ("a1", "2"), "1")),
        ("wang-2023.4-1.p2", Ref("wang-2023", ("4-1",), "2")),
        ("wang-2023.3.p56-1", Ref("wang-2023", ("3",), "56-1")),
        ("wang-2023.p0-1", Ref("wang-2023", (), "0-1")),
        ("wang-2023.byline", Ref("wang-2023", role="byline")),
        ("wang-2023.byline-2", Ref("wang-2023", role="byline-2")),
    ],
)
def test_the_shapes_of_the_contract(text: str, ref: Ref) -> None:
    assert parse_id(text) == ref
    assert format_id(ref) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ".", "2023", "-a", "a-", "a--b", "Wang-2023", "wang_2023", "王曦-2023", "wang-2023 ", " wang-2023"),
        *("wang-2023.", "wang-2023..1", ".1", "wang-2023.01", "wang-2023.-1", "wang-2023.1.", "wang-2023.二"),
        *("wang-2023.p0", "wang-2023.p01", "wang-2023.1.p", "wang-2023.P1", "wang-2023.p1.p2", "wang-2023.p1.1"),
        *("wang-2023.1.s1", "wang-2023.s1", "wang-2023.f3", "wang-2023.p1.s0", "wang-2023.p1.f01", "wang-2023.p1.s1.f2"),
        *("wang-2023.a0", "wang-2023.2.a1", "wang-2023.a1-1", "wang-2023.4-0", "wang-2023.4-01", "wang-2023.p4-", "wang-2023.byline-0", "wang-2023.byline-01", "wang-2023.byline.p1", "wang-2023.byline.2", "wang-2023.1.byline"),
        *("wang-2023.p1\n", "wang-2023.p１", "wang-2023.p1٣", "wang-2023.1२", "wang-2023#p1", "wang-2023/p1", "wаng-2023"),
    ],
)  # fmt: skip
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an id") as caught:
        parse_id(text)
    assert repr(text) in str(caught.value) and "li-2031.2.4.p3.s1" in str(caught.value)


@pytest.mark.parametrize("text", ["wang-2023.2.4.p3", "wang-2023.2.4.p3.s1", "wang-2023.2.4.p3.f12"])
def test_the_passage_of_an_id(text: str) -> None:
    assert passage_of(text) == "wang-2023.2.4.p3"
