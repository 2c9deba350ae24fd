"""Every commitment of the corpus as a reader of Chinese read it: the directing words, who is told, and when.

`tests/fixtures/commitments/corpus.md` lists each sentence of a passage that asks or plans; one with nothing after it is
no commitment. After a change that is meant, `YUEDU_GOLDEN=write python -m pytest tests/commitments` writes it anew: read
it against the text before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yuedu.commitments.gather import Commitment, sentence_id
from yuedu.corpus.corpus import Corpus
from yuedu.store.project import build

LABELLED = Path(__file__).parents[1] / "fixtures" / "commitments" / "corpus.md"
HEAD = """# The commitments of the corpus

Each sentence of a passage that asks or plans: its id, the words that direct, who is told (->), and when (@).

"""


@pytest.fixture(scope="module")
def corpus(root: Path) -> Corpus:
    return build(root).corpus


def written(commitment: Commitment | None) -> str:
    if commitment is None:
        return ""
    line = " ".join(f"{w.zh}({w.force})" for w in commitment.words)
    line += "".join(f" ->{a.zh}" for a in commitment.who)
    if commitment.when:
        line += f" @{'…'.join(commitment.when.zh)}={commitment.when.period}"
    return f" {line}"


def test_every_sentence_that_asks_or_plans(corpus: Corpus) -> None:
    found = {c.id: c for c in corpus.commitments}
    lines = []
    for speech in corpus.speeches:
        for passage in speech.tree.passages:
            if speech.strand_of(passage.id) in ("asked", "planned"):
                for number, (start, end) in enumerate(passage.sentences, 1):
                    ident = sentence_id(passage.id, number)
                    lines += [f"- {ident}{written(found.get(ident))}", f"  > {passage.zh[start:end]}"]
    text = HEAD + "\n".join(lines) + "\n"
    if os.environ.get("YUEDU_GOLDEN") == "write":
        LABELLED.write_text(text, encoding="utf-8")
    assert text == LABELLED.read_text(encoding="utf-8")


def test_nothing_is_found_where_nothing_is_asked(corpus: Corpus) -> None:
    strands = {corpus.speech_of[c.passage].strand_of(c.passage) for c in corpus.commitments}
    assert strands == {"asked", "planned"}


def test_who_is_quoted_and_bodies_are_named_there(corpus: Corpus) -> None:
    for c in corpus.commitments:
        start, end = corpus.passages[c.passage].sentences[c.sentence - 1]
        sentence = corpus.passages[c.passage].zh[start:end]
        assert all(a.zh in sentence for a in c.who), c.id
        assert all(words in sentence for words in (c.when.zh if c.when else ())), c.id
        assert {a.slug for a in c.who if a.slug} <= set(c.bodies), c.id
        assert all(a.en for a in c.who), f"{c.id}: no English for whom it addresses"
        assert c.topics, c.id
