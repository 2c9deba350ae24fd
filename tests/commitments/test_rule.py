"""The rule on made-up sentences that a reader of Chinese can check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yuedu.commitments.inference import named
from yuedu.commitments.rule import Found, read
from yuedu.glossary.match import Matcher

FIXTURE = Path(__file__).parents[1] / "fixtures" / "commitments" / "rule.md"


def cases() -> list[tuple[str, str, list[str]]]:
    """Title, sentence and expected lines."""
    found = []
    for block in re.split(r"^## ", FIXTURE.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, sentence, *lines = block.strip().split("\n")
        found.append((title, sentence.removeprefix("> "), [line.removeprefix("- ") for line in lines]))
    return found


def written(zh: str, found: Found | None) -> list[str]:
    """What was found as the fixture writes it."""
    if found is None:
        return []
    lines = [f"{w.zh} {w.force}" for w in found.words]
    lines += [f"who {zh[a:b]}" for a, b in found.who]
    if found.when:
        lines.append(" ".join(["when", *found.when.zh, found.when.period or "-"]))
    return lines


@pytest.fixture(scope="module")
def matcher(cache: Path) -> Matcher:
    return Matcher((), str(cache))


@pytest.mark.parametrize(("title", "zh", "expected"), cases(), ids=[c[0] for c in cases()])
def test_the_rule_reads(matcher: Matcher, title: str, zh: str, expected: list[str]) -> None:
    found = read(zh, (0, len(zh)), matcher.tokens(zh), 2023, named({"省里": "the province"}))
    assert written(zh, found) == expected
    for word in found.words if found else ():
        assert zh.startswith(word.zh, word.start)


def test_offsets_are_the_passage_s(matcher: Matcher) -> None:
    """The second sentence of a passage."""
    zh = "去年成绩很大。今年，各地要再接再厉。"
    found = read(zh, (7, len(zh)), matcher.tokens(zh), 2023)
    assert found
    assert [zh[w.start : w.start + len(w.zh)] for w in found.words] == ["要"]
    assert [zh[a:b] for a, b in found.who] == ["各地"]


def test_without_a_year_no_year_is_said(matcher: Matcher) -> None:
    zh = "确保条例年内出台。"
    found = read(zh, (0, len(zh)), matcher.tokens(zh), None)
    assert found
    assert found.when
    assert (found.when.zh, found.when.period) == (("年内",), None)
