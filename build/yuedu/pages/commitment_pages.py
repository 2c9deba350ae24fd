"""The page of commitments: every sentence that directs or plans, as a table to be filtered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.commitments.gather import Commitment
from yuedu.corpus.corpus import Corpus
from yuedu.pages.chinese import disjoint, found_mark
from yuedu.pages.labels import BASES_OF_INFERENCE as BASES
from yuedu.pages.labels import FORCES, STRANDS
from yuedu.pages.labels import both as label
from yuedu.pages.passages import line
from yuedu.pages.topic_page import INDEX, TITLE
from yuedu.sources.shape import Bilingual

PAGE = urls.COMMITMENTS
NAME = label("Commitments", "要求与计划")


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """The one page; none where nothing is asked or planned."""
    if not corpus.commitments:
        return
    rows = [_row(corpus, c) for c in corpus.commitments]
    yield (
        "topics/commitments/index.md",
        env.get_template("commitments.md.j2").render(
            page=PAGE,
            trail=[(INDEX, TITLE)],
            title=NAME,
            lede=label(
                f"Every sentence of these speeches that directs or plans: {len(rows)}, found by rule, put right "
                "by the editor where the rule reads amiss. Who is whom the sentence itself tells to act; where it tells nobody, it is not stated, "
                "and nobody is guessed.",
                f"讲话中提出要求或计划的全部句子，共{len(rows)}句，由规则读取，有误之处由编者更正。“谁”指句中点明的主体；句中未点明的，注明未载，不作推测。",
            ),
            rows=rows,
            documents=[
                (s.meta.id, corpus.name_of_document[s.meta.id])
                for s in corpus.speeches
                if any(_home(corpus, c) == s.meta.id for c in corpus.commitments)
            ],
            topics=[
                (t.slug, t.title) for t in corpus.topics.topics if any(t.slug in c.topics for c in corpus.commitments)
            ],
            bodies=list(_bodies(corpus)),
        ),
    )


def _home(corpus: Corpus, commitment: Commitment) -> str:
    return corpus.speech_of[commitment.passage].meta.id


def _bodies(corpus: Corpus) -> Iterator[tuple[str, Bilingual]]:
    named = {slug for c in corpus.commitments for slug in c.bodies}
    for term in corpus.terms:
        if term.slug in named:
            yield term.slug, Bilingual(zh=term.zh, en=term.en.preferred)


def _row(corpus: Corpus, c: Commitment) -> dict[str, Any]:
    marks = [found_mark(w.start, w.start + len(w.zh)) for w in c.words]
    sentence = line(corpus, c.passage, c.sentence, PAGE, disjoint(marks))
    by_slug = {t.slug: t for t in corpus.topics.topics}
    told = {a.slug for a in c.who}
    others = [corpus.term_by_slug[s] for s in c.bodies if s not in told]
    words = dict.fromkeys((w.zh, w.force) for w in c.words)
    return {
        "id": c.id,
        "document": _home(corpus, c),
        "strand": STRANDS[sentence.strand],
        "strand_class": sentence.strand,
        "sentence": sentence,
        "who": [{"name": Bilingual(zh=a.zh, en=a.en), "url": urls.term_url(a.slug) if a.slug else None} for a in c.who],
        "inferred": [
            {"name": Bilingual(zh=a.zh, en=a.en), "url": urls.term_url(a.slug) if a.slug else None} for a in c.inferred
        ],
        "basis": BASES[c.basis] if c.basis else None,
        "others": [{"name": Bilingual(zh=t.zh, en=t.en.preferred), "url": urls.term_url(t.slug)} for t in others],
        "when": c.when,
        "words": [{"zh": zh, "force": FORCES[force]} for zh, force in words],
        "topics": [{"title": by_slug[s].title, "url": f"{urls.topic_url(s)}#{c.id}"} for s in c.topics],
        "bodies": " ".join(c.bodies),
        "slugs": " ".join(c.topics),
        "corrected": c.corrected,
    }
