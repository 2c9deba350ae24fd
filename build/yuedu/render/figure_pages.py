"""The page of figures: every quantity, with its value, period, status and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment

from yuedu.corpus import Corpus
from yuedu.figures import Figure
from yuedu.quantities.model import Quantity
from yuedu.render.chinese import found_mark
from yuedu.render.labels import BOUNDS, STATUSES, TYPES
from yuedu.render.labels import both as label
from yuedu.render.passages import line
from yuedu.render.timeline import years
from yuedu.shape import Bilingual

PAGE = "/figures/"


def pages(corpus: Corpus, env: Environment) -> Iterator[tuple[str, str]]:
    """The one page: measured figures by document, then ranks, dates and the text's own structure."""
    figures = [f for found in corpus.figures.values() for f in found]
    groups: list[dict[str, Any]] = [
        {
            "title": label(f"{s.meta.short.en or s.meta.id}: measured figures", f"{s.meta.short.zh}：数量"),
            "anchor": s.meta.id,
            "rows": [
                figure_row(corpus, f, PAGE) for f in figures if f.quantity.measured and _home(corpus, f) == s.meta.id
            ],
        }
        for s in corpus.speeches
    ]
    others: tuple[tuple[str, Bilingual, Callable[[Quantity], bool]], ...] = (
        ("ranks", label("Ranks", "位次"), lambda q: q.type == "rank"),
        ("dates", label("Dates and periods", "日期与时期"), lambda q: q.type == "date"),
        ("structure", label("Numbers of the text’s own structure", "行文结构数字"), _is_structure),
    )
    for anchor, title, belongs in others:
        rows = [figure_row(corpus, f, PAGE) for f in figures if belongs(f.quantity)]
        groups.append({"title": title, "anchor": anchor, "rows": rows})
    yield (
        "figures/index.md",
        env.get_template("figures.md.j2").render(
            page=PAGE,
            lede=label(
                "Every quantity in the speeches, as the Chinese states it, with its value in plain numbers. "
                "Read by rule and open to correction; each links to its sentence.",
                "讲话中的全部数量：原文写法与换算后的数值。由规则读取，欢迎指正；各项均链接至原句。",
            ),
            groups=[g for g in groups if g["rows"]],
            years=years(corpus, PAGE),
        ),
    )


def figure_row(corpus: Corpus, figure: Figure, page: str, *, anchored: bool = True) -> dict[str, Any]:
    """One row of a table of figures; only the figures page carries the figure's own id."""
    q = figure.quantity
    sentence = line(corpus, figure.passage, figure.sentence, page, [found_mark(q.start, q.end)])
    return {
        "id": figure.id if anchored else None,
        "zh": q.zh,
        "value": spoken_value(q),
        "type": TYPES[q.type],
        "period": q.period,
        "status": STATUSES[q.status],
        "href": sentence.href,
        "reference": sentence.reference,
        "sentence": sentence.zh,
    }


def spoken_value(q: Quantity) -> str:
    """A value for a reader: hedge, digits in groups, unit. Dates stay ISO 8601."""
    if q.type == "date":
        return q.value if q.value_max is None else f"{q.value} – {q.value_max}"
    number = _grouped(q.value) if q.value_max is None else f"{_grouped(q.value)}–{_grouped(q.value_max)}"
    if q.type == "rank":
        return f"no. {number}"
    unit = q.currency or q.unit_en
    space = "" if unit == "%" else " "
    amount = f"{unit} {number}" if q.currency else f"{number}{space}{unit}".strip()
    return f"{BOUNDS[q.bound].en} {amount}".strip()


def _grouped(value: str) -> str:
    whole, point, part = value.partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{point}{part}" if digits.isdecimal() else value


def _is_structure(q: Quantity) -> bool:
    return q.status == "structural" and q.type not in ("rank", "date")


def _home(corpus: Corpus, figure: Figure) -> str:
    return corpus.speech_of[figure.passage].meta.id
