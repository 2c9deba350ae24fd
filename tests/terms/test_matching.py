"""The matcher against every fifth passage of the corpus, labelled whole by a reader who had not seen its output."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from opencc import OpenCC

from yuedu.corpus.corpus import Corpus
from yuedu.pages.glossary_filter import sought
from yuedu.store.project import build

LABELLED = Path(__file__).parents[1] / "fixtures" / "terms" / "labelled.md"
MARK = re.compile(r"⟦([^|⟧]+)\|([a-z0-9]+)⟧|(.)", re.S)

Hit = tuple[int, int, str]


@pytest.fixture(scope="module")
def corpus(root: Path) -> Corpus:
    return build(root).corpus


def labelled() -> dict[str, tuple[str, set[Hit]]]:
    """Passage id → its text without marks, and the hits that the reader marked."""
    found = {}
    for block in re.finditer(r"^## (\S+)\n\s*(.+?)\s*(?=^## |\Z)", LABELLED.read_text(encoding="utf-8"), re.M | re.S):
        plain, hits = "", set()
        for mark in MARK.finditer(block[2].replace("\n", "")):
            if mark[1]:
                hits.add((len(plain), len(plain) + len(mark[1]), mark[2]))
            plain += mark[1] or mark[3]
        found[block[1]] = plain, hits
    return found


def test_every_fifth_passage_is_labelled_and_says_what_the_passage_says(corpus: Corpus) -> None:
    labels = labelled()
    assert list(labels) == list(corpus.passages)[::5]
    for ident, (plain, _) in labels.items():
        assert plain == corpus.passages[ident].zh


def test_precision_and_recall_are_at_least_99_per_cent(corpus: Corpus) -> None:
    wrong, missed, right = [], [], 0
    for ident, (plain, wanted) in labelled().items():
        found = {(h.start, h.end, h.slug) for h in corpus.hits[ident]}
        right += len(found & wanted)
        wrong += [f"{ident} {plain[a:b]} {slug}" for a, b, slug in sorted(found - wanted)]
        missed += [f"{ident} {plain[a:b]} {slug}" for a, b, slug in sorted(wanted - found)]
    assert right > 100
    assert right / (right + len(wrong)) >= 0.99, wrong
    assert right / (right + len(missed)) >= 0.99, missed


def test_any_term_is_found_by_its_english_its_pinyin_or_its_traditional_form_alone(corpus: Corpus) -> None:
    for term in corpus.terms:
        keys = sought(term)
        assert term.en.preferred.lower() in keys
        assert (term.pinyin or "").lower() in keys
        assert term.slug in keys
        assert (term.zh_hant or "").lower() in keys


@pytest.mark.parametrize("standard", ["s2hk", "s2tw", "s2t"])
def test_any_form_is_found_by_its_traditional_characters_wherever_the_reader_learnt_them(
    corpus: Corpus, standard: str
) -> None:
    """Aliases too, as one types them: without quotation marks. Turned by OpenCC itself, here, as a reader's tool would."""
    converter = OpenCC(standard)
    for term in corpus.terms:
        keys = sought(term)
        for form in term.forms:
            typed = converter.convert(re.sub("[“”]", "", form)).lower()
            assert typed in keys, (term.slug, typed)


def test_what_no_rule_finds_is_found_where_the_data_says(corpus: Corpus) -> None:
    """Two exchanges named by one word, and 大数据 before a word that takes its end."""
    found = {
        (p, corpus.passages[p].zh[h.start : h.end], h.slug)
        for t in corpus.terms
        for p in {a.passage for a in t.also_at}
        for h in corpus.hits[p]
        if h.slug == t.slug
    }
    for passage in ("wang-2023.1.p4", "wang-2023.2.4.p3", "yang-2023.1.1.p2"):
        assert (passage, "广州", "guangzhoushujujiaoyisuo") in found
    assert ("wang-2023.2.2.p2", "大数据", "dashuju") in found
    at = corpus.passages["yang-2023.2.5.p1"].zh.index("大数据服务实战")
    assert (at, at + 3) in {(h.start, h.end) for h in corpus.hits["yang-2023.2.5.p1"] if h.slug == "dashuju"}
    assert all(a.end <= b.start for inside in corpus.hits.values() for a, b in pairwise(inside))
