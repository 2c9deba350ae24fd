"""The comparisons that an editor declared, held against the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from yuedu.analysis.figures import Figure
from yuedu.sources.comparisons import Comparison
from yuedu.sources.yamlfile import YamlFile


def check_comparisons(file: YamlFile, comparisons: Sequence[Comparison], figures: Mapping[str, Figure]) -> None:
    """Every figure is there, is measured and is a single value; all of one comparison have one type and one currency,
    and no two of them different units. Raises `EditorError`."""
    for n, comparison in enumerate(comparisons):
        first = figures.get(comparison.figures[0])
        for m, ident in enumerate(comparison.figures):
            where, figure = ("comparisons", n, "figures", m), figures.get(ident)
            if figure is None:
                raise file.error(where, f"no figure {ident!r}", "see data/figures.csv for the ids")
            q = figure.quantity
            if not q.measured or q.value_max is not None or Decimal(q.value) <= 0:
                message = f"{ident} ({figure.quantity.zh}) is no single measured value above zero"
                raise file.error(where, message, "compare counts, amounts or shares alone")
            if ident in comparison.figures[:m]:
                raise file.error(where, f"{ident} stands twice in one comparison", "remove one")
            if first and _measure(first) != _measure(figure):
                message = f"{ident} ({figure.quantity.zh}) and {first.id} ({first.quantity.zh}) share no measure"
                raise file.error(where, message, "compare figures of one type and one currency")
        units = {u for f in comparison.figures if (u := figures[f].quantity.unit_en)}
        if len(units) > 1:
            message = f"figures in {', '.join(sorted(units))} cannot share an axis"
            raise file.error(("comparisons", n, "figures"), message, "make a comparison of each")


def _measure(figure: Figure) -> tuple[str, str | None]:
    return figure.quantity.type, figure.quantity.currency
