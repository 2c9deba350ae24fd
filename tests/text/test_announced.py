"""What the first corpus announces, and what is reported when a part of it goes missing."""

from __future__ import annotations

import re

import pytest

from yuedu.text.announced import count_findings

from .conftest import FirstCorpus
from .reading import assert_whole


def findings(first: FirstCorpus, text: str) -> list[tuple[str, str, str, str | None]]:
    read = first.read(text)
    assert_whole(read, frozenset(c.kind for c in first.collection.corrections))
    found = [f for tree in read.trees for f in (*tree.findings, *count_findings(tree, "source.txt"))]
    return [(f.rule, f.found, f.expected, f.passage) for f in found]


def test_the_real_text_keeps_what_it_announces(first: FirstCorpus) -> None:
    assert findings(first, first.text) == []


ABSENT = [
    ("一 of 三点意见", r"^三、密切协同.*?(?=^同志们，加强)", "2", "3", "wang-2023.p1"),
    ("一 of 三个方面", r"三是\*\*数据要素市场.*?初具规模。", "2", "3", "wang-2023.1.p1"),
    ("（五） of 五个方面", r"^（五）打好改革攻坚.*?(?=^三、)", "4", "5", "wang-2023.2.p2"),
    ("一 of 三大支撑", r"^三是强化数字政府安全支撑.*?(?=^（四）)", "2", "3", "yang-2023.1.3"),
    ("一 of 四大业务主攻方向", r"^四是深化全省数据资源.*?(?=^（五）)", "3", "4", "yang-2023.1.4"),
    ("二是 of 四大业务主攻方向", r"^二是强化省域治理.*?(?=^三是优化)", "1", "4", "yang-2023.1.4"),
]


@pytest.mark.parametrize(("words", "found", "expected", "place"), [a[1:] for a in ABSENT], ids=[a[0] for a in ABSENT])
def test_a_part_that_is_missing_is_missed(
    first: FirstCorpus, words: str, found: str, expected: str, place: str
) -> None:
    cut, times = re.subn(words, "", first.text, flags=re.M | re.S)
    assert times == 1
    assert ("structure.count", found, expected, place) in findings(first, cut)


def test_a_missing_section_in_the_middle_is_missed_twice(first: FirstCorpus) -> None:
    cut = re.sub(r"^（三）打出营商环境.*?(?=^（四）下好)", "", first.text, flags=re.M | re.S)
    assert findings(first, cut) == [
        ("structure.number", "（四）", "3", None),
        ("structure.count", "4", "5", "wang-2023.2.p2"),
    ]


def test_a_section_that_stands_twice_is_found_and_gets_an_id_of_its_own(first: FirstCorpus) -> None:
    section = re.search(r"^（四）加快数字化人才队伍建设.*?\n\n", first.text, re.M | re.S)
    assert section
    text = first.text[: section.end()] + section[0] + first.text[section.end() :]
    assert [f[:2] for f in findings(first, text)] == [("structure.number", "（四）")]
    ids = [s.id for s in first.read(text).trees[1].sections]
    assert ids[-2:] == ["wang-2023.3.4", "wang-2023.3.5"]
