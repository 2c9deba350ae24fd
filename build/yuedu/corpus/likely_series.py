"""Which figures of several documents seem to count the same thing: proposed by rule, for an editor to confirm.

1. Of one scope: the documents are of one office, or where none is known of one issuer.
2. The same subject, unit and currency, counted in the same way (a level, a rise, a fall) over the same span.
3. In a document whose review covers several years, a change or a number without a period of its own may be of all of them, and
   is left out; a share, or a level that is said to be reached, is of the end.
4. One value for each document, period and kind (aimed at, or reported); where there are two that differ, neither is taken.
5. What an editor has in a series already is not proposed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuedu.analysis.figures import Figure
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.counting_words import Counting, How, counting
from yuedu.corpus.series import AIMED, measure
from yuedu.corpus.window import document_of

CHANGES: Mapping[How, str] = {"level": "", "rise": "增长", "fall": "下降"}
SEVERAL_YEARS = re.compile("[二两三四五六七八九十][年届]|五”|时期|以来|年来")
"""In the words for what a review covers."""
CUES = re.compile(
    r"(?P<year>今年|去年|全年|上年(?!增|同|底|提|末)|(?:19|20)\d\d年)|(?P<span>[二两三四五六七八九十]年|十.五|年均|累计|以来)"
)
"""Words that set what a passage speaks of until others do: one year, or several."""
TYPES = ("count", "money", "share", "frequency", "range")

Key = tuple[str, Counting, tuple[str, str | None]]
"""Scope, what is counted, unit and currency."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A series that a rule proposes: the figures in order of their documents' dates, and what speaks for it."""

    subject: str
    how: How
    span: str
    scope: str
    figures: tuple[Figure, ...]
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        """What to call it in Chinese, apart from other series of the same subject: 国内生产总值增长, 城镇新增就业（年均）."""
        return self.subject + CHANGES[self.how] + (f"（{self.span}）" if self.span else "")

    @property
    def documents(self) -> int:
        return len({document_of(f.id) for f in self.figures})


def likely_series(corpus: Corpus) -> list[Likely]:
    """The likeliest first: of more documents, with an aim and a report, of more telling words. Each document is opened once."""
    groups: dict[Key, list[Figure]] = {}
    dated = sorted(corpus.cards.values(), key=lambda c: c.meta.date or "")
    for card in dated:
        if scope := scope_of(corpus, card.meta.id):
            for figure, counted in _counted(corpus, card.meta.id):
                key = scope, counted, measure(figure)
                groups.setdefault(key, []).append(figure)
    known = {frozenset(s.figures) for s in corpus.series}
    found = [_likely(corpus, key, kept) for key, figures in groups.items() if (kept := _one_each(figures))]
    return sorted(
        (one for one in found if not any({f.id for f in one.figures} <= ids for ids in known)),
        key=lambda one: (-one.documents, not _is_told(one.figures), -len(one.subject), one.figures[0].id),
    )


def scope_of(corpus: Corpus, document: str) -> str | None:
    """Of whom a document speaks: the words for the office of its speaker, else its issuer; None where neither is known."""
    meta = corpus.cards[document].meta
    return (meta.office and meta.office.zh) or (meta.issuer and meta.issuer.zh) or None


def _counted(corpus: Corpus, document: str) -> Iterator[tuple[Figure, Counting]]:
    period = corpus.cards[document].meta.period
    long = bool(period and SEVERAL_YEARS.search(period.zh or ""))
    for passage in corpus.cards[document].figures:
        zh, before, last = corpus.passages[passage].zh, -1, None
        for figure in corpus.figures[passage]:
            q = figure.quantity
            if q.type in ("date", "rank") or q.status == "structural":
                continue
            last = counting(zh, q, before, last)
            before = q.end
            if last and q.measured and q.type in TYPES and (not long or _of_a_moment(zh, figure, last)):
                yield figure, last


def _of_a_moment(zh: str, figure: Figure, counted: Counting) -> bool:
    """Whether it says of which year it is, or is of no span at all."""
    q = figure.quantity
    cues = [m.lastgroup for m in CUES.finditer(zh, 0, q.start)]
    if cues and cues[-1] == "year":
        return True
    level = counted.how == "level" and (q.type == "share" or counted.reached)
    return bool(q.period or counted.span or level)


def _one_each(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each value once, without those of one kind and period that differ; none where one document is left, or where
    as many documents say two things as say one."""
    kept: dict[tuple[str, bool, str | None], Figure] = {}
    differing: set[tuple[str, bool, str | None]] = set()
    told = {(document_of(f.id), f.quantity.status in AIMED) for f in figures if f.quantity.period}
    for figure in figures:
        q = figure.quantity
        key = document_of(figure.id), q.status in AIMED, q.period
        if q.period is None and key[:2] in told:
            continue  # the document says it, or another value, with its period
        first = kept.setdefault(key, figure)
        if (first.quantity.value, first.quantity.value_max) != (q.value, q.value_max):
            differing.add(key)
    sure = {key: figure for key, figure in kept.items() if key not in differing}
    several = {document for document, _, _ in sure}
    return [*sure.values()] if len(several) > 1 and len(differing) < len(several) else []


def _is_told(figures: Sequence[Figure]) -> bool:
    """Whether there is an aim, and a report."""
    return len({f.quantity.status in AIMED for f in figures}) > 1


def _likely(corpus: Corpus, key: Key, figures: Sequence[Figure]) -> Likely:
    scope, counted, (unit, _) = key
    reasons = [f"the same words, {counted.subject}", f"one unit, {unit or 'none'}", f"one scope, {scope}"]
    if counted.how != "level":
        reasons.append(f"each a {counted.how}")
    if counted.span:
        reasons.append(f"each with {counted.span}")
    if _is_told(figures):
        reasons.append("an aim, and what was reported")
    terms = [t.zh for t in corpus.terms if any(form in counted.subject for form in t.forms)]
    reasons += [f"a term, {zh}" for zh in terms[:1]]
    begun = dict.fromkeys(s.slug for f in figures for s in corpus.series_of.get(f.id, ()))
    reasons += [f"goes on with the series {slug}: add there what it has not" for slug in begun]
    return Likely(counted.subject, counted.how, counted.span, scope, tuple(figures), tuple(reasons))


def unknown_scopes(corpus: Corpus) -> Mapping[str, int]:
    """Document of which neither office nor issuer is known → how many measured figures are left out for that."""
    return {
        i: corpus.holdings[i].figures for i in corpus.cards if not scope_of(corpus, i) and corpus.holdings[i].figures
    }
