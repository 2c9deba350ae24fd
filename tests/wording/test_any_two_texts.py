"""What holds of any two texts: nothing is lost, nothing counted twice, and the comparison can be read from either side."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wording.reading import compared
from yuedu.wording.fingerprint import fingerprint
from yuedu.wording.shape import Row, joined

MARKS = ["3、4", "3-4", "34", "+", "$", "：："]
WORDS = [
    *MARKS,
    "要",
    "加快",
    "推动",
    "书屋",
    "建设",
    "，",
    "1.5亿册",
    "三年",
    "力争",
    "确保",
    "图书",
    "馆员",
    "培训",
    "一是",
    "“读书月”",
    " ",
]
sentence = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: "".join(words) + "。"),
    st.text(min_size=1, max_size=30),
)
text = st.lists(sentence, max_size=8)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A text, and another that has much of it."""
    a = draw(text)
    chance = draw(st.randoms(use_true_random=False))
    kept = [s if chance.random() < 0.6 else s[: len(s) // 2] or s for s in a if chance.random() < 0.8]
    chance.shuffle(kept)
    return a, kept + draw(st.lists(sentence, max_size=3))


@settings(max_examples=150, deadline=None)
@given(text)
def test_a_text_against_itself_is_all_the_same(a: list[str]) -> None:
    rows = compared(a, a)
    assert all(row.kind == "same" and row.a == row.b for row in rows)
    assert len(rows) == len(a)


@settings(max_examples=300, deadline=None)
@given(pairs())
def test_every_sentence_is_in_one_row(both: tuple[list[str], list[str]]) -> None:
    a, b = both
    rows = compared(a, b)
    assert sorted(int(s.ident) for row in rows for s in row.a) == list(range(1, len(a) + 1))
    assert [s.ident for row in rows for s in row.b] == list(range(1, len(b) + 1))


@settings(max_examples=300, deadline=None)
@given(pairs())
def test_exchanged_new_is_gone_and_split_is_merged(both: tuple[list[str], list[str]]) -> None:
    a, b = both
    other = {"new": "gone", "gone": "new", "split": "merged", "merged": "split", "same": "in", "reworded": "in"}

    def told(row: Row, turned: bool) -> tuple[object, object, str]:
        x, y = (row.b, row.a) if turned else (row.a, row.b)
        kind = other.get(row.kind, row.kind) if turned and row.kind not in ("same", "reworded") else row.kind
        kind = "pair" if kind in ("same", "reworded", "moved") else kind
        return tuple(s.ident for s in x), tuple(s.ident for s in y), kind

    forth, back = compared(a, b), compared(b, a)
    assert {told(row, False) for row in forth} == {told(row, True) for row in back}
    assert sum(r.kind == "moved" for r in forth) == sum(r.kind == "moved" for r in back)


@settings(max_examples=300, deadline=None)
@given(pairs())
def test_changes_lie_in_order_inside_the_sentences_and_account_for_what_differs(
    both: tuple[list[str], list[str]],
) -> None:
    for row in compared(*both):
        a, b = joined(row.a), joined(row.b)
        end_a = end_b = 0
        for change in row.changes:
            assert end_a <= change.a[0] <= change.a[1] <= len(a)
            assert end_b <= change.b[0] <= change.b[1] <= len(b)
            end_a, end_b = change.a[1], change.b[1]
        if row.kind == "reworded":
            assert row.changes
        if row.kind == "same":
            assert not row.changes


@settings(max_examples=150, deadline=None)
@given(text)
def test_a_fingerprint_counts_every_sentence(a: list[str]) -> None:
    made = fingerprint(a)
    assert len(made.whole) == len(made.ends) == len(made.lengths) == len(a)
    assert sum(made.count(n) for n in range(len(a))) == len(made.picked)
    assert [list(made.of(n)) for n in range(len(a))] == [list(fingerprint([s]).picked) for s in a]


def test_as_few_as_possible_move() -> None:
    """Shuffled sentences: what does not move is as long a run as there is, by trying all."""
    lines = ["修缮屋顶。", "添置读物。", "培训馆员。", "延长时间。", "清理车库。", "举办书市。"]
    for seed in range(40):
        order = random.Random(seed).sample(range(len(lines)), len(lines))
        rows = compared(lines, [lines[n] for n in order])
        assert Counter(row.kind for row in rows)["moved"] == len(lines) - _longest(order)


def _longest(order: list[int]) -> int:
    best = 0
    for chosen in range(1 << len(order)):
        run = [order[n] for n in range(len(order)) if chosen >> n & 1]
        if run == sorted(run):
            best = max(best, len(run))
    return best
