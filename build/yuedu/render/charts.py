"""A few values side by side as static SVG, with text in both languages; it knows nothing of speeches.

1. Values that differ by up to fifty times are bars from zero; shares are bars of a whole. Values that differ by more are
   dots on a logarithmic scale, which the caption says: a bar's length would lie there.
2. Each value is named and written out beside its mark, so that nothing is read off an axis or told by colour alone.
3. Text stays text, in the page's own type. Each language has its elements, marked by `lang`, so that a reading may hide
   one: the English stands over a mark and the Chinese under it, and neither leaves a hole.
4. Lengths are in per cent across and in em down: the chart follows the width of the page and the size of its type.
   Colours are classes. No ids, scripts, fonts or clock: the same values give the same bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Literal

import svg
from markupsafe import Markup, escape

from yuedu.render.amounts import compact, myriads
from yuedu.shape import Bilingual

FACTOR = 50
"""Values that differ by more are no bars."""
WIDTH_EN, WIDTH_ZH = 46, 23
"""Letters and Han on a line, so that both fit a phone."""

LINE_EN, LINE_ZH, GAP, MARK, ROW = 1.4, 1.55, 0.35, 0.95, 1.3
"""Heights, in em."""
FIRST, LAST = 4.0, 96.0
"""Where a logarithmic scale begins and ends, in per cent of the width: half a dot has room beside it."""
CLOSING = "、，。；：）”》"
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the words for it: `amount` as each language writes it, `label` what it counts."""

    value: Decimal
    amount: Bilingual
    label: Bilingual
    firm: bool = True  # False for what is only planned or aimed at


def chart(title: Bilingual, values: Sequence[Value], note: Bilingual | None = None, *, shares: bool = False) -> Markup:
    """A `figure` element without line feeds. Values must be positive; `shares` are per cent of a whole."""
    logarithmic = not shares and _spread(values) > FACTOR
    elements, height = _dots(values) if logarithmic else _bars(values, shares)
    spoken = Bilingual(
        en="; ".join(f"{v.amount.en} {v.label.en or ''}".strip() for v in values),
        zh="；".join(f"{v.amount.zh} {v.label.zh or ''}".strip() for v in values),
    )
    drawing = svg.SVG(
        xmlns=None,
        class_=["yd-plot"],
        width=svg.Length(100, "%"),
        height=_em(height),
        extra={"role": "img"},
        elements=[svg.Title(text=_joined(title)), svg.Desc(text=_joined(spoken)), *elements],
    )
    scale = Bilingual(
        en="Logarithmic scale: each line stands for ten times the one before it; read the place of a dot, not a length.",
        zh="对数刻度：每条竖线为前一条的十倍；看点的位置，不看长短。",
    )
    notes = [n for n in (scale if logarithmic else None, note) if n]
    below = "".join(f"<p>{_both(n)}</p>" for n in notes)
    return Markup(
        f'<figure class="yd-chart" data-search-exclude><figcaption>{_both(title)}</figcaption>{drawing}{below}</figure>'
    )


def _spread(values: Sequence[Value]) -> Decimal:
    return max(v.value for v in values) / min(v.value for v in values)


def _bars(values: Sequence[Value], shares: bool) -> tuple[list[svg.Element], float]:
    whole = Decimal(100) if shares else max(v.value for v in values)
    rows: list[svg.Element] = []
    at = 0.0
    for value in values:
        over, under, top, at = _row(value, at)
        bar = svg.Rect(
            class_=["yd-bar" if value.firm else "yd-bar yd-hollow"],
            y=_em(top),
            width=_percent(float(value.value / whole * 100)),
            height=_em(MARK),
        )
        track = [svg.Rect(class_=["yd-track"], y=_em(top), width=svg.Length(100, "%"), height=_em(MARK))]
        rows.append(svg.G(elements=[*over, *(track if shares else []), bar, *under]))
    return rows, at - ROW


def _dots(values: Sequence[Value]) -> tuple[list[svg.Element], float]:
    low = math.floor(math.log10(min(v.value for v in values)))
    high = math.ceil(math.log10(max(v.value for v in values)))

    def place(value: Decimal) -> svg.Length:
        return _percent(FIRST + (LAST - FIRST) * (math.log10(value) - low) / (high - low))

    rows: list[svg.Element] = []
    at = 0.0
    powers = [Decimal(10) ** n for n in range(low, high + 1)]
    for value in values:
        over, under, top, at = _row(value, at)
        ticks: list[svg.Element] = [
            svg.Line(class_=["yd-track"], x1=place(p), x2=place(p), y1=_em(top), y2=_em(top + MARK)) for p in powers
        ]
        middle = _em(top + MARK / 2)
        line = svg.Line(class_=["yd-track"], x1=_percent(FIRST), x2=_percent(LAST), y1=middle, y2=middle)
        dot = svg.Circle(
            class_=["yd-bar" if value.firm else "yd-bar yd-hollow"], cx=place(value.value), cy=middle, r=_em(MARK / 2)
        )
        rows.append(svg.G(elements=[*over, *ticks, line, dot, *under]))
    # Siblings in one element, so that a reading hides one of each two.
    scale = svg.G(elements=[tick for n, p in enumerate(powers) for tick in _tick(p, place(p), at, n, len(powers))])
    return [*rows, scale], at + LINE_EN + LINE_ZH + GAP


def _tick(power: Decimal, place: svg.Length, at: float, n: int, count: int) -> list[svg.Element]:
    """The name of a power of ten under its line, in both languages; the first and last keep inside the plot."""
    anchor: Literal["start", "middle", "end"] = "start" if n == 0 else "end" if n == count - 1 else "middle"
    x = {"start": svg.Length(0, "%"), "middle": place, "end": svg.Length(100, "%")}[anchor]
    names = (("en", compact(power), at + LINE_EN), ("zh-Hans", myriads(power), at + LINE_EN + LINE_ZH))
    return [
        svg.Text(class_=["yd-tick"], lang=lang, x=x, y=_em(y), text_anchor=anchor, text=name) for lang, name, y in names
    ]


def _row(value: Value, at: float) -> tuple[list[svg.Element], list[svg.Element], float, float]:
    """What stands over and under a mark, where the mark begins, and where the next row does."""
    over, english = _text("en", value.amount.en, _wrapped_en(value), at, LINE_EN)
    top = at + english + (GAP if over else 0)
    under, chinese = _text("zh-Hans", value.amount.zh, _wrapped_zh(value), top + MARK, LINE_ZH)
    return over, under, top, top + MARK + chinese + ROW


def _text(
    lang: str, amount: str | None, lines: Sequence[str], at: float, height: float
) -> tuple[list[svg.Element], float]:
    """One element with a span a line, the amount set off; and how high it is."""
    if not lines:
        return [], 0.0
    spans: list[svg.Element] = []
    for n, line in enumerate(lines):
        head = amount.replace(" ", NBSP) if amount and n == 0 else ""
        if head and line.startswith(head):
            strong = f'<tspan class="yd-amount">{escape(head)}</tspan>{escape(line[len(head) :])}'
        else:
            strong = str(escape(line))
        spans.append(svg.TSpan(x=0, dy=_em(height) if n else None, text=strong))
    return [svg.Text(lang=lang, y=_em(at + height * 0.78), elements=spans)], height * len(lines)


def _wrapped_en(value: Value) -> list[str]:
    if value.amount.en is None or value.label.en is None:
        return []
    words = f"{value.amount.en.replace(' ', NBSP)} {value.label.en}"

    def cut(width: int) -> list[str]:
        return wrap(words, width, break_long_words=False, break_on_hyphens=False)

    return _even(cut, WIDTH_EN)


def _wrapped_zh(value: Value) -> list[str]:
    """Han are one wide, what is ASCII about half; no line begins with a closing mark, no number or name is cut."""
    if value.amount.zh is None:
        return []
    pieces = re.findall(
        rf"[!-~]+[^\x00-\xff]?[{CLOSING}]*|.[{CLOSING}]*", f"{value.amount.zh} {value.label.zh or ''}".strip()
    )

    def cut(width: int) -> list[str]:
        lines, used = [""], 0.0
        for piece in pieces:
            wide = sum(0.55 if c.isascii() else 1.0 for c in piece)
            if used + wide > width and lines[-1]:
                lines.append("")
                used = 0.0
            lines[-1] += piece
            used += wide
        return [line.strip() for line in lines]

    width = WIDTH_ZH
    while len(lines := cut(width)) > 1 and len(lines[-1]) < 4 and width > WIDTH_ZH - 4:
        width -= 1
    return lines


def _even(cut: Callable[[int], list[str]], width: int) -> list[str]:
    """As few lines as the width allows, and those as even as they come: no word is left alone on the last."""
    lines = cut(width)
    while width > 1 and len(narrower := cut(width - 1)) == len(lines):
        lines, width = narrower, width - 1
    return lines


def _em(value: float) -> svg.Length:
    return svg.Length(Decimal(f"{value:.3f}").normalize() + 0, "em")


def _percent(value: float) -> svg.Length:
    return svg.Length(Decimal(f"{value:.2f}").normalize() + 0, "%")


def _joined(text: Bilingual) -> str:
    return str(escape(" ".join(filter(None, (text.en, text.zh)))))


def _both(text: Bilingual) -> str:
    parts = (("en", text.en), ("zh-Hans", text.zh))
    return " ".join(f'<span lang="{lang}">{escape(words)}</span>' for lang, words in parts if words)
