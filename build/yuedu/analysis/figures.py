"""The figures of the corpus: each quantity of a passage, with its id, its sentence and what an editor put right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from yuedu.glossary.match import Hit
from yuedu.quantities.model import Context, Quantity
from yuedu.quantities.zh import read
from yuedu.sources.collection import Override
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import Ref, format_id, parse_id
from yuedu.text.tree import Passage

TITLE = re.compile("《[^》]*》")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity stated in a passage; `sentence` is numbered from 1."""

    id: str
    passage: str
    sentence: int
    quantity: Quantity
    counts: Bilingual = field(default_factory=Bilingual)

    @property
    def key(self) -> str:
        """The last part of the id: f127."""
        return self.id.rpartition(".")[2]


def read_figures(
    passage: Passage, hits: Sequence[Hit], context: Context, overrides: Mapping[str, Override]
) -> list[Figure]:
    """The figures of one passage. A number inside a term or a title is the name's."""
    names = [(h.start, h.end) for h in hits] + [m.span() for m in TITLE.finditer(passage.zh)]
    home = parse_id(passage.id)
    figures = []
    for quantity in read(passage.zh, names=sorted(names), context=context):
        ident = format_id(Ref(home.document, home.section, home.passage, figure=quantity.start))
        sentence = next(n for n, (_, end) in enumerate(passage.sentences, 1) if quantity.start < end)
        override = overrides.get(ident)
        if override and override.not_a_figure:
            continue
        counts = override.counts if override and override.counts else Bilingual()
        figures.append(Figure(ident, passage.id, sentence, _corrected(quantity, override), counts))
    return figures


def _corrected(quantity: Quantity, override: Override | None) -> Quantity:
    if override is None:
        return quantity
    given = {k: v for k in ("type", "status", "period") if (v := getattr(override, k)) is not None}
    if override.unit:
        given |= {"unit_zh": override.unit.zh or "", "unit_en": override.unit.en or ""}
    return replace(quantity, **given)
