"""What each figure counts, from English that a reader may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from yuedu.analysis.figures import Figure
from yuedu.corpus.english import English
from yuedu.sources.shape import Bilingual
from yuedu.sources.summaries import Drafts, FigureLabel


def labelled(found: list[Figure], there: English | None, drafts: Drafts) -> list[Figure]:
    """The figures of a passage with what they count, from its English where a reader may see that; an override's word
    stands."""
    labels = there.summary.figures if there and there.shown(drafts) else {}
    return [_labelled(figure, labels) for figure in found] if labels else found


def _labelled(figure: Figure, labels: Mapping[str, FigureLabel]) -> Figure:
    label = labels.get(figure.key)
    if label is None or figure.counts.zh or figure.counts.en:
        return figure
    return replace(figure, counts=Bilingual(zh=label.zh, en=label.en))
