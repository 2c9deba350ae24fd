"""A larger digest made of the real one: its sentences, each with its English and its figures, recombined into further documents.

No two documents are alike, and the words are those of the real text. The same seed of chance gives the same digest.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from yuedu.digest.linked_shape import FigureRecord, TopicRecord
from yuedu.digest.shape import Digest
from yuedu.digest.text_shape import DocumentRecord, EnglishRecord, PassageRecord, SegmentRecord, Span
from yuedu.sources.shape import Bilingual

PASSAGES = 8
"""Passages of one recombined document."""
BLOCKS = 5
"""Sentences of one passage; one whose English stands on several brings those along."""


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring sentences that share English, and the figures in them."""

    sentences: list[str]
    english: list[tuple[str, list[int]]]
    figures: list[tuple[int, FigureRecord]]


def larger(digest: Digest, pages: int) -> Digest:
    """The digest with so many more pages: half of them documents, half topics that gather their passages."""
    chance = random.Random(pages)
    figures: dict[str, list[FigureRecord]] = {}
    for figure in digest.figures:
        figures.setdefault(figure.passage, []).append(figure)
    pool = [b for p in digest.passages for b in blocks(p, figures.get(p.id, []))]
    real = [t.slug for t in digest.topics]
    more = digest.model_copy(
        update={k: list(getattr(digest, k)) for k in ("documents", "passages", "figures", "topics")}
    )
    for n in range(pages // 2):
        document = _document(digest.documents[-1], n)
        more.documents.append(document)
        for k in range(1, PASSAGES + 1):
            topics = [chance.choice(real), f"theme-{n}"]
            passage, found = _passage(digest.passages[0], f"{document.id}.p{k}", chance.choices(pool, k=BLOCKS), topics)
            more.passages.append(passage)
            more.figures.extend(found)
        title = Bilingual(zh=f"第{n}号专题", en=f"Theme no. {n}")
        passages = [f"{document.id}.p{k}" for k in range(1, PASSAGES + 1)]
        more.topics.append(
            TopicRecord(
                slug=f"theme-{n}",
                title=title,
                abstract=title,
                synopsis=None,
                passages=passages,
                related=[],
                url=f"/topics/theme-{n}/",
            )
        )
    return more


def blocks(passage: PassageRecord, figures: list[FigureRecord]) -> list[Block]:
    """A passage cut wherever no English sentence stands on both sides."""
    segments = passage.en.segments if passage.en else []
    out: list[Block] = []
    first = 1
    for last in range(1, len(passage.sentences) + 1):
        if any(min(s.stands_on) <= last < max(s.stands_on) for s in segments):
            continue
        start, end = passage.sentences[first - 1].start, passage.sentences[last - 1].end
        out.append(
            Block(
                [
                    passage.zh[passage.sentences[n - 1].start : passage.sentences[n - 1].end]
                    for n in range(first, last + 1)
                ],
                [(s.text, [n - first for n in s.stands_on]) for s in segments if first <= min(s.stands_on) <= last],
                [(f.start - start, f) for f in figures if start <= f.start < end],
            )
        )
        first = last + 1
    return out


def _document(like: DocumentRecord, n: int) -> DocumentRecord:
    title = Bilingual(zh=f"第{n}号讲话", en=f"Speech no. {n}")
    short = Bilingual(zh=f"第{n}号", en=f"No. {n}")
    date = f"{2013 + n % 10}-02-07"
    return like.model_copy(
        update={
            "id": f"recombined-{n}",
            "title": title,
            "short": short,
            "abstract": title,
            "date": date,
            "synopsis": None,
            "url": f"/speeches/recombined-{n}/",
        }
    )


def _passage(
    like: PassageRecord, ident: str, chosen: list[Block], topics: list[str]
) -> tuple[PassageRecord, list[FigureRecord]]:
    zh = ""
    sentences: list[Span] = []
    segments: list[SegmentRecord] = []
    figures: list[FigureRecord] = []
    for block in chosen:
        start, before = len(zh), len(sentences)
        for sentence in block.sentences:
            sentences.append(Span.model_construct(start=len(zh), end=len(zh) + len(sentence)))
            zh += sentence
        for text, on in block.english:
            segments.append(SegmentRecord.model_construct(text=text, stands_on=[before + 1 + n for n in on]))
        for at, f in block.figures:
            place = {"id": f"{ident}.f{start + at}", "passage": ident, "start": start + at}
            figures.append(f.model_copy(update={**place, "end": start + at + len(f.zh)}))
    english = EnglishRecord.model_construct(
        segments=segments,
        omitted=[],
        state="reviewed",
        drafted_by="",
        reviewed_by="",
        reviewer_kind="model",
        reviewed_on="",
    )
    update = {
        "id": ident,
        "document": ident.split(".")[0],
        "section": None,
        "zh": zh,
        "sentences": sentences,
        "en": english,
        "topics": topics,
        "url": f"/speeches/{ident.split('.')[0]}/#{ident}",
    }
    return like.model_copy(update=update), figures
