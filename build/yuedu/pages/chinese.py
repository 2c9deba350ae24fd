"""Chinese with its marks: sentences, terms, figures and emphasis, linked by offsets and never by replacement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from yuedu.analysis.figures import Figure

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element over `start` to `end`; `opening` and `closing` are its tags, as HTML. Marks never overlap."""

    start: int
    end: int
    opening: str
    closing: str


def term_mark(start: int, end: int, slug: str, href: str) -> Mark:
    """A link to a term; its tooltip is the page's element `tip-<slug>`."""
    return Mark(start, end, f'<a class="yd-term" href="{escape(href)}" data-term="{escape(slug)}">', "</a>")


def figure_mark(start: int, end: int, figure: Figure, *, spoken: str) -> Mark:
    """A figure with its value in base units for machines, and for readers what it comes to and what it counts.

    One of the text's own structure is not set off.
    """
    quantity = figure.quantity
    if quantity.status == "structural":
        return Mark(start, end, f'<data class="yd-figure yd-structural" value="{escape(quantity.value)}">', "</data>")
    labels = (
        f' data-en="{escape(figure.counts.en)}" data-zh="{escape(figure.counts.zh or "")}"' if figure.counts.en else ""
    )
    say = f' data-say="{escape(spoken)}"' if spoken else ""
    return Mark(start, end, f'<data class="yd-figure" value="{escape(quantity.value)}"{say}{labels}>', "</data>")


def found_mark(start: int, end: int) -> Mark:
    """The words that a concordance line is about."""
    return Mark(start, end, "<mark>", "</mark>")


def disjoint(marks: Iterable[Mark]) -> list[Mark]:
    """Marks in order, without those that overlap an earlier or longer one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def marked(zh: str, start: int, end: int, marks: Sequence[Mark], emphasis: Spans = ()) -> Markup:
    """`zh[start:end]` as HTML; a mark that reaches over the end is left to neither side."""
    out: list[str] = []
    at = start
    for mark in marks:
        if mark.start < at or mark.end > end:
            continue
        out += (
            _strong(zh, at, mark.start, emphasis),
            mark.opening,
            _strong(zh, mark.start, mark.end, emphasis),
            mark.closing,
        )
        at = mark.end
    out.append(_strong(zh, at, end, emphasis))
    return Markup("".join(out))


def _strong(zh: str, start: int, end: int, emphasis: Spans) -> str:
    out: list[str] = []
    at = start
    for a, b in emphasis:
        a, b = max(a, start), min(b, end)
        if a < b:
            out += escape(zh[at:a]), "<strong>", escape(zh[a:b]), "</strong>"
            at = b
    out.append(escape(zh[at:end]))
    return "".join(out)
