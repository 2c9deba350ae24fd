"""Whatever stands in a file or comes back from a model, the gate judges it: it never raises, and says the same twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gate.reading import matcher, terms
from yuedu.checks.gate import gate
from yuedu.checks.pair import Pair
from yuedu.quantities.zh import read
from yuedu.sources.summaries import Omission, Segment
from yuedu.text.sentences import split_sentences

WORDS = ["书目通", "统建", "李某", "《图书借阅办法》", "不得", "力争", "12个", "。", "；", "“", "：", "馆员", " ", "…"]
ENGLISH = [
    "Shumutong",
    "built centrally",
    "must not",
    "12",
    ".",
    "[1]",
    "{",
    "“",
    "handle",
    " ",
    "馆",
    "\u200b",
    ":",
    "\n",
]
chinese = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
english = st.one_of(st.text(min_size=1, max_size=80), st.lists(st.sampled_from(ENGLISH), min_size=1).map(" ".join))
numbers = st.lists(st.integers(1, 6), min_size=1, max_size=3)
segments = st.lists(st.tuples(english, numbers), min_size=1, max_size=4)


@settings(max_examples=200, deadline=None)
@given(chinese, segments, st.lists(st.integers(1, 6), max_size=2), st.sampled_from(["passage", "heading", "pair"]))
def test_any_pair_is_judged(zh: str, said: list[tuple[str, list[int]]], left: list[int], kind: str) -> None:
    made = [Segment(text=text.strip() or "x", stands_on=on) for text, on in said]
    hits = matcher().find(zh)
    pair = Pair(
        place="summaries/note.yml:1",
        zh=zh,
        segments=tuple(made),
        sentences=tuple(split_sentences(zh)),
        quantities=tuple(read(zh, names=[(h.start, h.end) for h in hits])),
        hits=tuple(hits),
        terms={t.slug: t for t in terms()},
        kind="passage",
        omitted=tuple(Omission(sentence=n, reason="a test") for n in left),
    )
    pair = replace(pair, kind=kind)  # type: ignore[arg-type]
    found = gate(pair)
    assert found == gate(pair)
    for finding in found:
        assert finding.message
        for span, text in ((finding.zh, pair.zh), (finding.en, pair.en)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
