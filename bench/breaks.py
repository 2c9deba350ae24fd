"""One break each in English that was sound: what a rule of terms, titles, names, grounding or residue has to catch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from yuedu.checks.renderings import NAMES, TITLES, allowed
from yuedu.checks.words import words_of
from yuedu.corpus.corpus import Corpus
from yuedu.glossary.shape import Term
from yuedu.sources.summaries import Segment, Summary


@dataclass(frozen=True, slots=True)
class Break:
    """Broken English, what was done to it, and the rules of which one must say so."""

    kind: str
    ident: str
    summary: Summary
    rules: tuple[str, ...]
    of: str = ""


def breaks(corpus: Corpus, ident: str, summary: Summary, random: Random) -> Iterator[Break]:
    """Every break of one text."""
    yield from _terms(corpus, ident, summary, random)
    yield from _grounding(corpus, ident, summary, random)
    yield from _residue(corpus, ident, summary, random)


def _with(summary: Summary, segments: list[Segment]) -> Summary:
    return summary.model_copy(update={"segments": segments})


def _replaced(summary: Summary, term: Term, by: str) -> Summary | None:
    """Every rendering of a term replaced at once; None where there is none, or where `by` is itself one."""
    if any(words_of(by).find(rendering) for rendering in allowed(term)):
        return None
    segments = []
    for segment in summary.segments:
        text, words = segment.text, words_of(segment.text)
        spans = sorted({s for rendering in allowed(term) for s in words.find(rendering)}, key=lambda s: (s[0], -s[1]))
        for start, end in reversed([s for n, s in enumerate(spans) if all(s[0] >= e for _, e in spans[:n])]):
            text = text[:start] + by + text[end:]
        segments.append(segment.model_copy(update={"text": text}))
    broken = _with(summary, segments)
    return broken if broken.text != summary.text else None


def _terms(corpus: Corpus, ident: str, summary: Summary, random: Random) -> Iterator[Break]:
    hits = corpus.hits.get(ident) or corpus.heading_hits.get(ident) or []
    here = [corpus.term_by_slug[s] for s in dict.fromkeys(h.slug for h in hits)]
    for term in here:
        family = "name" if term.kind in NAMES else "title" if term.kind in TITLES else "term"
        rules = (f"{family}.missing",)
        for avoided in term.en.avoid:
            if broken := _replaced(summary, term, avoided.text):
                yield Break(f"{family}: an avoided rendering", ident, broken, (*rules, "term.avoided"), term.slug)
        wrong = random.choice([t for t in corpus.terms if t.kind == term.kind and t not in here])
        if broken := _replaced(summary, term, wrong.en.preferred):
            yield Break(f"{family}: another {family} in its place", ident, broken, rules, term.slug)
        if broken := _replaced(summary, term, "it"):
            yield Break(f"{family}: dropped", ident, broken, rules, term.slug)
        if broken := _replaced(summary, term, _misspelt(term, random)):
            yield Break(f"{family}: a letter changed", ident, broken, rules, term.slug)


def _misspelt(term: Term, random: Random) -> str:
    """The preferred rendering with one letter of a word another one, so that no shorter rendering is left in it."""
    text = term.en.preferred
    places = [n for n, c in enumerate(text) if c.isalpha() and text[n + 1 : n + 2].isalpha()]
    for at in random.sample(places, len(places)):
        other = random.choice([c for c in "bcdfgklmnprtv" if c != text[at].lower()])
        made = text[:at] + (other.upper() if text[at].isupper() else other) + text[at + 1 :]
        if not any(words_of(made).find(rendering) for rendering in allowed(term)):
            return made
    return ""


def _grounding(corpus: Corpus, ident: str, summary: Summary, random: Random) -> Iterator[Break]:
    count = corpus.targets[ident].sentences
    rules = ("text.grounding",)
    n = random.randrange(len(summary.segments))
    segments = list(summary.segments)
    segments[n] = segments[n].model_copy(update={"stands_on": [*segments[n].stands_on, count + 1]})
    yield Break("grounding: a sentence that is not there", ident, _with(summary, segments), rules)
    if len(summary.segments) > 1:
        segments = [s for m, s in enumerate(summary.segments) if m != n]
        lost = set(summary.segments[n].stands_on) - {x for s in segments for x in s.stands_on}
        if lost:
            yield Break("grounding: a segment dropped", ident, _with(summary, segments), rules)
    if count > 1:
        moved = [*(set(range(1, count + 1)) - set(summary.segments[n].stands_on))] or [count]
        segments = list(summary.segments)
        segments[n] = segments[n].model_copy(update={"stands_on": [random.choice(moved)]})
        if (
            set(range(1, count + 1))
            - {x for s in segments for x in s.stands_on}
            - {o.sentence for o in summary.omitted}
        ):
            yield Break("grounding: a segment on another's sentence", ident, _with(summary, segments), rules)
    several = [m for m, s in enumerate(summary.segments) if len(s.stands_on) > 1]
    for m in several:
        segments = list(summary.segments)
        gone = segments[m].stands_on[0]
        segments[m] = segments[m].model_copy(update={"stands_on": segments[m].stands_on[1:]})
        if not any(gone in s.stands_on for s in segments):
            yield Break("grounding: a sentence that nothing stands on", ident, _with(summary, segments), rules)


CHATTER = (
    "Here is the English translation: {}",
    "Sure, here is the translation. {}",
    "As an AI language model, I translate as follows: {}",
    "Translation: {}",
    "Note: {}",
    "{} (Note: the term is rendered literally.)",
    "{} I hope this helps.",
    "{} Let me know if you need changes.",
    "I'm sorry, but I cannot translate this. {}",
    "Certainly! {}",
    "Below is my translation: {}",
    "The translation is as follows: {}",
    "Here's the English version of the passage: {}",
    "I have translated the passage. {}",
    "English: {}",
    "Assistant: {}",
    "Sentence 1: {}",
    "{} (End of translation)",
    "<think>It is a speech.</think> {}",
)
MARKUP = (
    "```{}```",
    "**{}**",
    "# {}",
    "- {}",
    "[1] {}",
    "[s2] {}",
    "1. {}",
    "(2) {}",
    '{{"text": "{}"}}',
    '{}", "from": [1]}}',
    "<p>{}</p>",
    "{}<|im_end|>",
    "{}\\n",
)


def _residue(corpus: Corpus, ident: str, summary: Summary, random: Random) -> Iterator[Break]:
    n = random.randrange(len(summary.segments))
    text = summary.segments[n].text
    words = text.split(" ")
    at = random.randrange(len(words))
    zh = corpus.texts[ident]
    start = random.randrange(max(1, len(zh) - 3))
    han = "".join(re.findall("[\u4e00-\u9fff]", zh[start:]))[:3] or "数据"
    put = [*words[: at + 1], han, *words[at + 1 :]]
    yield _one("residue: Han left in", ident, summary, n, " ".join(put), "text.han")
    for half, full in ((",", "，"), (".", "。"), ("(", "（"), (":", "：")):
        if half in text:
            mark = text.replace(half, full, 1)
            yield _one("residue: full-width punctuation", ident, summary, n, mark, "text.punctuation")
    inside = random.randrange(len(text) + 1)
    unseen = random.choice("\u200b\u200e\u202e\u2060\ufeff\u00ad\u200d")
    yield _one(
        "residue: an invisible character", ident, summary, n, text[:inside] + unseen + text[inside:], "text.invisible"
    )
    yield _one("residue: a model's talk", ident, summary, n, random.choice(CHATTER).format(text), "text.chatter")
    yield _one(
        "residue: markup or sentence numbers", ident, summary, n, random.choice(MARKUP).format(text), "text.chatter"
    )
    yield _one("residue: a segment without words", ident, summary, n, "…", "text.empty")
    last = summary.segments[-1].text.split(" ")
    if ident in corpus.passages and len(last) > 3:
        kept = random.randrange(1, len(last) - 1)
        cut = " ".join(last[:kept])
        if not re.search(r"[.!?:][\"'”’)\]]*$", cut):  # a cut after a whole sentence is what grounding is for
            yield _one("residue: cut off", ident, summary, len(summary.segments) - 1, cut, "text.cut")


def _one(kind: str, ident: str, summary: Summary, n: int, text: str, rule: str) -> Break:
    segments = list(summary.segments)
    segments[n] = segments[n].model_copy(update={"text": text})
    return Break(kind, ident, _with(summary, segments), (rule,))
