"""A comparison on the terminal: the summary first, then the second text with its marks.

Words that went stand in [-…-], words that came in {+…+}, as wdiff has them, so that the output reads without colours too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from yuedu.desk.diff.texts import Text as Compared
from yuedu.desk.terminal.harmless import harmless
from yuedu.desk.terminal.wrapping import Wrapped
from yuedu.wording.alignment import counted
from yuedu.wording.shape import FigureChange, Kind, Row, Sentence, joined

SIGNS: dict[Kind, tuple[str, str]] = {
    "same": ("=", "dim"),
    "reworded": ("~", "yellow"),
    "moved": (">", "cyan"),
    "split": ("<", "magenta"),
    "merged": ("}", "magenta"),
    "new": ("+", "green"),
    "gone": ("-", "red"),
}
CAME, WENT = "bold green", "bold red"
FORCES = {"stronger": "bold green", "weaker": "bold red", "other": "yellow"}


def show(console: Console, a: Compared, b: Compared, rows: Sequence[Row], shown: Sequence[Kind]) -> None:
    """The summary, and the rows of the kinds to be shown; sentences that are the same in a line for all in a row."""
    for line in _summary(a, b, rows):
        _print(console, line)
    for same, group in groupby((r for r in rows if r.kind in shown), key=lambda r: r.kind == "same"):
        for line in _same(list(group)) if same else (line for row in group for line in _lines(row)):
            _print(console, line)


def _print(console: Console, line: Text) -> None:
    """In lines of the terminal's width; elsewhere a line stays one, for whoever searches the output."""
    if console.is_terminal:
        console.print(Wrapped(line))
    else:
        console.print(line, soft_wrap=True)


def _summary(a: Compared, b: Compared, rows: Sequence[Row]) -> Iterator[Text]:
    for letter, text in (("A", a), ("B", b)):
        yield Text.assemble((f"{letter} ", "bold"), harmless(text.name), (f"  {_number(len(text.sentences))}", "dim"))
    out = Text()
    for kind, n in counted(rows).items():
        sign, style = SIGNS[kind]
        out.append("  " if out else "").append(f"{sign} {n} {kind}", style)
    yield out
    forces = [f"{n} {force}" for force in FORCES if (n := sum(r.force == force for r in rows))]
    figures = sum(len(r.figures) for r in rows)
    told = [
        *(["directing words: " + ", ".join(forces)] if forces else []),
        *([f"figures: {figures}"] if figures else []),
    ]
    if told:
        yield Text("; ".join(told))


def _number(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"


def _same(rows: Sequence[Row]) -> Iterator[Text]:
    first, last = rows[0].b[0], rows[-1].b[-1]
    where = str(first.ident) if first is last else f"{first.ident} … {last.ident}"
    yield Text(f"= {where}  {_number(len(rows))} the same: {harmless(_short(first.zh))}", "dim")


def _short(zh: str, most: int = 24) -> str:
    return zh if len(zh) <= most else zh[:most] + "…"


def _lines(row: Row) -> Iterator[Text]:
    sign, style = SIGNS[row.kind]
    out = Text.assemble((f"{sign} {_places(row)}  ", style))
    if row.a and row.b:
        out.append_text(_marked(row))
    else:
        out.append(harmless(joined(row.a or row.b)), style)
    yield out
    for figure in row.figures:
        yield Text.assemble("    figure: ", _figure(figure))
    for shift in row.shifts:
        words = f"{shift.a or '–'} → {shift.b or '–'}"
        yield Text.assemble(
            "    ", (shift.force, FORCES[shift.force]), f": {words}" if shift.force != "other" else f" words: {words}"
        )


def _places(row: Row) -> str:
    if not row.a or not row.b:
        return _idents(row.a or row.b)
    return f"{_idents(row.a)} → {_idents(row.b)}"


def _idents(sentences: Sequence[Sentence]) -> str:
    first, last = sentences[0].ident, sentences[-1].ident
    return str(first) if len(sentences) == 1 else f"{first} … {last}"


def _marked(row: Row) -> Text:
    """The words of B, with what went before what came in its place."""
    a, b = joined(row.a), joined(row.b)
    out = Text()
    at = 0
    for change in row.changes:
        out.append(harmless(b[at : change.b[0]]))
        if went := a[slice(*change.a)]:
            out.append(f"[-{harmless(went)}-]", WENT)
        if came := b[slice(*change.b)]:
            out.append(f"{{+{harmless(came)}+}}", CAME)
        at = change.b[1]
    return out.append(harmless(b[at:]))


def _figure(figure: FigureChange) -> str:
    old, new = (harmless(q.zh) if q else "–" for q in (figure.a, figure.b))
    change = figure.change
    if change is None or figure.b is None:
        return f"{old} → {new}"
    unit = f" {figure.b.unit_en}" if figure.b.unit_en else ""
    return f"{old} → {new} ({change:+,f}{unit})"
