"""Fifty questions written from the Chinese by one reader and answered by another who saw the English alone.

tests/fixtures/backcheck/questions.yml holds each with what it rests on, the answer expected and the answer given. The
answers were judged by hand; what is tested is that the record is whole and still rests on words of the corpus, so that
whoever changes a passage knows which questions to ask again.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from yuedu.corpus.assembly import assemble
from yuedu.corpus.corpus import Corpus
from yuedu.sources.reviews import sha256
from yuedu.store.sources import read_sources

FILE = ROOT / "tests" / "fixtures" / "backcheck" / "questions.yml"
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return assemble(read_sources(ROOT))


def test_there_are_fifty_of_the_kinds_agreed() -> None:
    assert Counter(q["kind"] for q in QUESTIONS) == {"figure": 25, "who": 10, "done": 10, "none": 5}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["id"])
def test_a_question_was_answered_rightly_and_rests_on_its_words(question: dict[str, Any], corpus: Corpus) -> None:
    assert question["right"] is True
    assert question["given"]
    if question["kind"] == "none":
        assert question["passage"] is None
        return
    passage = corpus.passages[question["passage"]]
    assert question["zh"] in passage.zh
    english = corpus.english[passage.id].summary.text
    assert sha256(english)[:16] == question["english"], (
        f"the English of {passage.id} has changed: ask {question['id']} again"
    )
