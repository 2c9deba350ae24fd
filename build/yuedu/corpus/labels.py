"""What each figure counts, from English that a reader may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from yuedu.analysis.figures import Figure
from yuedu.corpus.english import English
from yuedu.sources.shape import Bilingual
from yuedu.sources.summaries import Drafts, FigureLabel


def labelled(
    figures: Mapping[str, list[Figure]], english: Mapping[str, English], drafts: Drafts
) -> dict[str, list[Figure]]:
    """The figures of each passage with what they count, from English that a reader may see; an override's word stands."""
    out = {}
    for passage, found in figures.items():
        there = english.get(passage)
        labels = there.summary.figures if there and there.shown(drafts) else {}
        out[passage] = [_labelled(figure, labels) for figure in found]
    return out


def _labelled(figure: Figure, labels: Mapping[str, FigureLabel]) -> Figure:
    label = labels.get(figure.key)
    if label is None or figure.counts.zh or figure.counts.en:
        return figure
    return replace(figure, counts=Bilingual(zh=label.zh, en=label.en))
