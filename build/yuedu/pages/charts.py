"""A few values side by side as static SVG, with text in both languages; it knows nothing of speeches.

1. Values that differ by up to fifty times are bars from zero; shares are bars of a whole. Values that differ by more are
   dots on a logarithmic scale, which the caption says: a bar's length would lie there.
2. Each value is named and written out beside its mark, so that nothing is read off an axis or told by colour alone.
3. Text stays text, in the page's own type. Each language has its elements, marked by `lang`, so that a reading may hide
   one: what stands below then moves up, by the heights that `--e` and `--z` carry to the style sheet.
4. Lengths are in per cent across and in em down: the chart follows the width of the page and the size of its type.
   Colours are classes. No ids, scripts, fonts or clock: the same values give the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import svg
from markupsafe import Markup, escape

from yuedu.pages.amounts import compact, myriads
from yuedu.pages.chart_lines import NBSP, chinese_lines, english_lines
from yuedu.sources.shape import Bilingual

FACTOR = 50
"""Values that differ by more are no bars."""
LINE_EN, LINE_ZH, GAP, MARK, ROW = 1.4, 1.55, 0.35, 0.95, 1.3
"""Heights, in em."""
FIRST, LAST = 4.0, 96.0
"""Where a logarithmic scale begins and ends, in per cent of the width: half a dot has room beside it."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the words for it: `amount` as each language writes it, `label` what it counts."""

    value: Decimal
    amount: Bilingual
    label: Bilingual
    firm: bool = True  # False for what is only planned or aimed at


@dataclass(frozen=True, slots=True)
class _Height:
    """How far down something stands, in em, and what of that goes where one of two languages is hidden."""

    all: float = 0.0
    en: float = 0.0
    zh: float = 0.0

    def plus(self, height: float, *, en: float = 0.0, zh: float = 0.0) -> _Height:
        return _Height(self.all + height, self.en + en, self.zh + zh)

    @property
    def style(self) -> str | None:
        """What the style sheet lifts an element by."""
        lifted = {"--e": self.en, "--z": self.zh}
        return ";".join(f"{k}:{_fixed(v)}" for k, v in lifted.items()) if self.en or self.zh else None


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
        height=_em(height.all),
        style=height.style,
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


def _bars(values: Sequence[Value], shares: bool) -> tuple[list[svg.Element], _Height]:
    whole = max([v.value for v in values] + ([Decimal(100)] if shares else []))
    rows: list[svg.Element] = []
    down = _Height()
    for value in values:

        def marks(top: float, value: Value = value) -> list[svg.Element]:
            track = svg.Rect(class_=["yd-track"], y=_em(top), width=svg.Length(100, "%"), height=_em(MARK))
            width = _percent(float(value.value / whole * 100))
            bar = svg.Rect(class_=_classes(value), y=_em(top), width=width, height=_em(MARK))
            return [track, bar] if shares else [bar]

        row, down = _row(value, down, marks)
        rows.append(row)
    return rows, down.plus(-ROW)


def _dots(values: Sequence[Value]) -> tuple[list[svg.Element], _Height]:
    low = math.floor(math.log10(min(v.value for v in values)))
    high = math.ceil(math.log10(max(v.value for v in values)))
    powers = [Decimal(10) ** n for n in range(low, high + 1)]

    def place(value: Decimal) -> svg.Length:
        return _percent(FIRST + (LAST - FIRST) * (math.log10(value) - low) / (high - low))

    rows: list[svg.Element] = []
    down = _Height()
    for value in values:

        def marks(top: float, value: Value = value) -> list[svg.Element]:
            middle, track = _em(top + MARK / 2), ["yd-track"]
            return [
                *(svg.Line(class_=track, x1=place(p), x2=place(p), y1=_em(top), y2=_em(top + MARK)) for p in powers),
                svg.Line(class_=track, x1=_percent(FIRST), x2=_percent(LAST), y1=middle, y2=middle),
                svg.Circle(class_=_classes(value), cx=place(value.value), cy=middle, r=_em(MARK / 2)),
            ]

        row, down = _row(value, down, marks)
        rows.append(row)
    ticks = [tick for n, p in enumerate(powers) for tick in _tick(p, place(p), down.all, n, len(powers))]
    # Siblings in one element, so that a reading hides one of each two.
    scale = svg.G(elements=[svg.G(style=down.style, elements=ticks)])
    return [*rows, scale], down.plus(LINE_EN + LINE_ZH + GAP, zh=LINE_ZH)


def _classes(value: Value) -> list[str]:
    return ["yd-bar"] if value.firm else ["yd-bar", "yd-hollow"]


def _tick(power: Decimal, place: svg.Length, at: float, n: int, count: int) -> list[svg.Element]:
    """The name of a power of ten under its line, in both languages; the first and last keep inside the plot."""
    anchor: Literal["start", "middle", "end"] = "start" if n == 0 else "end" if n == count - 1 else "middle"
    x = {"start": svg.Length(0, "%"), "middle": place, "end": svg.Length(100, "%")}[anchor]
    names = (("en", compact(power), at + LINE_EN), ("zh-Hans", myriads(power), at + LINE_EN + LINE_ZH))
    return [
        svg.Text(class_=["yd-tick"], lang=lang, x=x, y=_em(y), text_anchor=anchor, text=name) for lang, name, y in names
    ]


def _row(value: Value, down: _Height, marks: Callable[[float], list[svg.Element]]) -> tuple[svg.G, _Height]:
    """The English over a mark, the mark, the Chinese under it; and how far down the next row begins."""
    english = english_lines(value.amount.en, value.label.en)
    chinese = chinese_lines(value.amount.zh, value.label.zh)
    high_en = LINE_EN * len(english) + GAP if english else 0.0
    high_zh = LINE_ZH * len(chinese)
    can_hide = bool(english and chinese)
    over = _text("en", value.amount.en, english, down.all, LINE_EN, down.style)
    at = down.plus(high_en, en=high_en if can_hide else 0.0)
    mark = svg.G(style=at.style, elements=marks(at.all))
    under = _text("zh-Hans", value.amount.zh, chinese, at.all + MARK, LINE_ZH, at.style)
    return svg.G(elements=[*over, mark, *under]), at.plus(MARK + high_zh + ROW, zh=high_zh if can_hide else 0.0)


def _text(
    lang: str, amount: str | None, lines: Sequence[str], at: float, height: float, style: str | None
) -> list[svg.Element]:
    """One element, if there are lines, with a span for each, the amount set off."""
    spans: list[svg.Element] = []
    for n, line in enumerate(lines):
        head = amount.replace(" ", NBSP) if amount and lang == "en" else amount or ""
        if n == 0 and line.startswith(head):
            words = f'<tspan class="yd-amount">{escape(head)}</tspan>{escape(line[len(head) :])}'
        else:
            words = str(escape(line))
        spans.append(svg.TSpan(x=0, dy=_em(height) if n else None, text=words))
    return [svg.Text(lang=lang, y=_em(at + height * 0.78), style=style, elements=spans)] if spans else []


def _em(value: float) -> svg.Length:
    return svg.Length(_fixed(value), "em")


def _percent(value: float) -> svg.Length:
    return svg.Length(_fixed(value), "%")


def _fixed(value: float) -> Decimal:
    """Three decimals at most: no machine writes them otherwise."""
    return Decimal(f"{value:.3f}").normalize() + 0


def _joined(text: Bilingual) -> str:
    return str(escape(" ".join(filter(None, (text.en, text.zh)))))


def _both(text: Bilingual) -> str:
    parts = (("en", text.en), ("zh-Hans", text.zh))
    return " ".join(f'<span lang="{lang}">{escape(words)}</span>' for lang, words in parts if words)
