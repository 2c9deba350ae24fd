"""The English of a heading, a line of front matter or a passage as a job: request, answer to summary, gate."""

from __future__ import annotations

import re
from functools import partial

from yuedu.checks.gate import judge
from yuedu.corpus.corpus import Corpus
from yuedu.desk.draft import prompt
from yuedu.desk.draft.answer import Answer, schema_of
from yuedu.desk.draft.drafting import Job
from yuedu.desk.draft.faults import BadAnswer
from yuedu.desk.draft.reader import read_answer
from yuedu.findings import Finding
from yuedu.sources.reviews import sha256
from yuedu.sources.summaries import FigureLabel, Omission, Segment, Summary
from yuedu.text.ids import parse_id

SCHEMA = schema_of(Answer)
LATIN = re.compile("[A-Za-z]")


def text_job(corpus: Corpus, ident: str, by: str) -> Job[Summary]:
    """`by` stands in drafted_by."""
    return Job(
        ident,
        place_of(corpus, ident),
        SCHEMA,
        partial(prompt.messages, corpus, ident),
        partial(_read, corpus, ident, by),
        lambda summary: judge(corpus, ident, summary),
    )


def place_of(corpus: Corpus, ident: str) -> str:
    """The file in which the English of an id stands, or will stand: that of its document where there is none yet."""
    there = corpus.english.get(ident)
    return there.place.rpartition(":")[0] if there else f"summaries/{parse_id(ident).document}.yml"


def _read(corpus: Corpus, ident: str, by: str, text: str) -> tuple[Summary, list[Finding]]:
    """The summary in an answer; sentences that do not exist are left out of it, with a finding."""
    answer = read_answer(text, Answer, "segments")
    target, there = corpus.targets[ident], corpus.english.get(ident)
    known = range(1, target.sentences + 1)
    named = [n for s in answer.segments for n in s.stands_on]
    segments = [
        Segment(text=" ".join(s.text.split()), stands_on=stands)
        for s in answer.segments
        if (stands := sorted({n for n in s.stands_on if n in known}))
    ]
    if not segments:
        raise BadAnswer(f"`from` names no sentence of the text: it has the sentences 1 to {len(known)}", text)
    findings = []
    if strange := sorted({*named} - {*known}):
        message = f"the text has the sentences 1 to {len(known)}, and `from` names others"
        findings.append(_finding(corpus, ident, message, ", ".join(map(str, strange))))
    if dropped := [s.text for s in answer.segments if not {*s.stands_on} & {*known}]:
        message = "a segment stands on no sentence of the text, and is left out"
        findings.append(_finding(corpus, ident, message, dropped[0]))
    if bare := [s.text for s in segments if not LATIN.search(s.text)]:
        findings.append(_finding(corpus, ident, "a segment holds no English", bare[0], "text.empty"))
    said = {n for s in segments for n in s.stands_on}
    summary = Summary(
        source=sha256(target.zh),
        state="draft",
        drafted_by=by,
        segments=segments,
        omitted=[
            Omission(sentence=o.sentence, reason=o.reason)
            for o in answer.omitted
            if o.sentence in known and o.sentence not in said
        ],
        notes=there.summary.notes if there else [],
        figures={f.key: FigureLabel(zh=f.zh, en=f.en) for f in answer.figures if target.figures.get(f.key)},
    )
    return summary, findings


def _finding(corpus: Corpus, ident: str, message: str, found: str, rule: str = "text.grounding") -> Finding:
    return Finding("error", rule, place_of(corpus, ident), message, found, passage=ident)
