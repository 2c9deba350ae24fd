"""The English of a project, judged; kept until any of it, its Chinese or the term base changes.

The gate holds each text against the rest of the English, so that what it says is kept as a whole.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from yuedu.checks.gate import gated
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.synopses import Synopses
from yuedu.corpus.window import document_of
from yuedu.store.code import code_of
from yuedu.store.kept import keep, kept
from yuedu.store.parts import ROOMS

FILE = ".cache/judged.bin"


def judged(root: Path, corpus: Corpus) -> Corpus:
    """The corpus with what the gate says of its English."""
    stamp = _made_from(corpus)
    found = kept(root / FILE)
    if isinstance(found, tuple) and len(found) == 5 and found[0] == stamp:
        _, problems, unsound, findings, carried = found
        english = {i: replace(e, problem=problems[i]) for i, e in corpus.english.items()}
        synopses = {name: replace(s, problem=unsound[name]) for name, s in corpus.synopses.all.items()}
        return corpus.with_english(english, Synopses.of(synopses), findings, carried)
    whole = gated(corpus)
    problems = {i: e.problem for i, e in whole.english.items()}
    unsound = {name: s.problem for name, s in whole.synopses.all.items()}
    findings = whole.findings[len(corpus.findings) :]
    keep(root / FILE, (stamp, problems, unsound, findings, {i: dict(found) for i, found in whole.carried.items()}))
    return whole


def _made_from(corpus: Corpus) -> str:
    digest = hashlib.sha256(code_of(ROOMS, ("jieba", "pydantic")).encode())
    digest.update(corpus.drafts.encode())
    documents = {document_of(i) for i in corpus.english}
    for standing in corpus.synopses.all.values():
        documents |= {document_of(i) for i in standing.synopsis.passages}
        digest.update(
            f"{standing.state}{standing.problem}{standing.place}{standing.synopsis.model_dump_json()}".encode()
        )
    for ident, english in corpus.english.items():
        said = english.summary.model_dump_json()
        digest.update(f"{ident}{english.state}{english.problem}{english.place}{said}".encode())
    for document in sorted(documents):
        digest.update(corpus.stamp(document).encode() if document in corpus.cards else document.encode())
    for term in corpus.terms:
        digest.update(term.model_dump_json().encode())
    return digest.hexdigest()
