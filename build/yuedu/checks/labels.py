"""What stands beside a passage's English: the labels of its figures, and the translator's notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yuedu.checks import names, residue, terms, titles
from yuedu.checks.pair import Pair
from yuedu.corpus.corpus import Corpus
from yuedu.findings import Finding
from yuedu.sources.summaries import Segment, Summary

LABEL_RULES = (*residue.RULES, *terms.RULES, *titles.RULES, *names.RULES)
NOTE_RULES = (residue.invisible, residue.chatter)
"""A note may quote the Chinese, and explain a word in others than its rendering."""


def label_findings(corpus: Corpus, ident: str, summary: Summary, place: str) -> Iterator[Finding]:
    """A label of what is no figure of this passage is an error; a measured figure of reviewed English without one, a warning.

    A label is English for its Chinese: the rules of residue, terms, titles and names hold for it.
    """
    figures = corpus.targets[ident].figures
    for key, label in summary.figures.items():
        if key not in figures:
            message = f"{ident} has no figure {key}"
            yield Finding("error", "link.figure", place, message, key, _nearest(key, list(figures)), ident)
        if not residue.HAN.search(label.zh):
            yield Finding("error", "text.chinese", place, f"the label of {key} has no Chinese", label.zh, "", ident)
        pair = _pair(corpus, label.zh, label.en, ident, place)
        for rule in LABEL_RULES:
            for finding in rule.findings(pair):
                yield replace(finding, message=f"the label of {key}: {finding.message}", zh=None, en=None)
    if summary.state == "reviewed":
        for key, measured in figures.items():
            if measured and key not in summary.figures:
                message = f"no label says what the figure {key} counts"
                yield Finding("warning", "text.label", place, message, key, f"figures: {{{key}: {{zh, en}}}}", ident)


def note_findings(corpus: Corpus, ident: str, summary: Summary, place: str) -> Iterator[Finding]:
    """A translator's note holds no talk of a model and nothing invisible."""
    for note in summary.notes:
        pair = _pair(corpus, note.zh, note.en, ident, place) if note.en.strip() else None
        for finding in (f for rule in NOTE_RULES if pair for f in rule.findings(pair)):
            yield replace(finding, message=f"a note: {finding.message}", zh=None, en=None)


def _pair(corpus: Corpus, zh: str, en: str, ident: str, place: str) -> Pair:
    segment = Segment(text=en, stands_on=[1])
    hits = tuple(corpus.matcher.find(zh))
    return Pair(place, zh, (segment,), ((0, len(zh)),), (), hits, corpus.term_by_slug, "front", ident)


def _nearest(key: str, figures: list[str]) -> str:
    """The figure that starts nearest to where this one would."""
    offset = key.removeprefix("f")
    if not offset.isdecimal() or not figures:
        return ", ".join(figures)
    return min(figures, key=lambda f: abs(int(f.removeprefix("f")) - int(offset)))
