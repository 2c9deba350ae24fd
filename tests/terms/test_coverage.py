"""The term base covers the corpus: nothing that could be a term is left undecided."""

from __future__ import annotations

from pathlib import Path

import pytest

from yuedu.errors import EditorError
from yuedu.glossary.load import load_not_terms
from yuedu.sources.yamlfile import parse_yaml
from yuedu.store.sources import read_yaml
from yuedu.store.terms import undecided

RECORD = """\
terms:
- slug: yichuang
  zh: 一窗通取
  kind: concept
  en: {preferred: one-window collection, provenance: ours}
  definition: {zh: 释义, en: a definition}
  basis: text
"""


def test_no_candidate_of_the_corpus_is_left(root: Path) -> None:
    assert [c.text for c in undecided(root)] == []


def test_what_is_no_term_has_a_reason(root: Path) -> None:
    reasons = load_not_terms(read_yaml(root / "glossary.yml", "glossary.yml"))
    assert set(reasons.values()) == {"ordinary", "fragment", "formula", "place", "measure"}


@pytest.mark.parametrize(
    ("not_terms", "says"),
    [
        ("{ordinary: [建设], formula: [建设]}", "'建设' has two reasons: ordinary and formula"),
        ("{ordinary: [一窗通取]}", "'一窗通取' is a form of the term yichuang"),
        ("{boring: [建设]}", "unknown field 'boring'"),
    ],
)
def test_the_list_of_what_is_none_is_held_against_the_base(not_terms: str, says: str) -> None:
    with pytest.raises(EditorError) as refused:
        load_not_terms(parse_yaml(f"{RECORD}not_terms: {not_terms}\n", "glossary.yml"))
    assert says in str(refused.value)
    assert refused.value.place == "glossary.yml:8"
