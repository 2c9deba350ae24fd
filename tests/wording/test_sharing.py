"""Which documents share wording, by fingerprints alone."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from yuedu.wording.fingerprint import SHINGLE, WINDOW, fingerprint
from yuedu.wording.sharing import sharing

ASKED = ["修缮老馆的屋顶，添置儿童读物三千册。", "请退休教师担任故事会的辅导员。", "开通网上续借。"]
CORPUS = {
    "same": ["前言。", "开通网上续借。", "请退休教师担任故事会的辅导员。"],
    "near": ["今年修缮老馆的屋顶，添置儿童读物五千册和玩具。"],
    "other": ["种植果树两百亩。", "疏浚河道，加固堤防。"],
}


def test_documents_are_ranked_by_what_they_share() -> None:
    found = sharing(fingerprint(ASKED), {name: fingerprint(texts) for name, texts in CORPUS.items()})
    assert [(s.document, s.same, s.near) for s in found] == [("same", 2, 0), ("near", 0, 1)]


def test_sentences_are_named_on_both_sides() -> None:
    found = sharing(fingerprint(ASKED), {name: fingerprint(texts) for name, texts in CORPUS.items()})
    assert [(s.sentence, s.other) for s in found[0].sentences] == [(1, 2), (2, 1)]
    assert [(s.sentence, s.other) for s in found[1].sentences] == [(0, 0)]
    assert 0 < found[1].sentences[0].share < 1


def test_layout_does_not_count() -> None:
    (found,) = sharing(fingerprint(ASKED), {"layout": fingerprint(["（一）开通 网上续借；"])})
    assert (found.same, found.near) == (1, 0)


def test_at_most_so_many() -> None:
    corpus = {f"d{n}": fingerprint(ASKED[: n + 1]) for n in range(3)}
    assert [s.document for s in sharing(fingerprint(ASKED), corpus, 1)] == ["d2"]


def test_a_fingerprint_can_be_kept() -> None:
    made = fingerprint(ASKED)
    assert pickle.loads(pickle.dumps(made)) == made
    assert made.size < 20 * sum(map(len, ASKED))


@settings(max_examples=200, deadline=None)
@given(
    st.text("甲乙丙丁戊己庚辛", min_size=SHINGLE + WINDOW - 1, max_size=30),
    st.text("子丑寅卯", max_size=12),
    st.text("辰巳午未", max_size=12),
)
def test_a_shared_run_is_never_missed(run: str, before: str, after: str) -> None:
    """The guarantee of winnowing."""
    one, other = fingerprint([run]), fingerprint([before + run + after])
    assert set(one.picked) & set(other.picked)
