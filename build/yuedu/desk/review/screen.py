"""A subject on the terminal: columns from 100 columns on, below that the English under its Chinese; never wider than it is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from yuedu.desk.review.marked import SIGNS, STYLES, Numbered, Row, rows
from yuedu.desk.review.subject import Subject
from yuedu.desk.terminal.harmless import harmless
from yuedu.desk.terminal.wrapping import Wrapped

WIDE = 100
"""Columns from which the two languages stand side by side."""


def show(console: Console, subject: Subject, position: str) -> None:
    """All that a reviewer decides on."""
    console.rule(Text(f"{subject.name}  {position}", "bold"), align="left", characters="-")
    console.print(Wrapped(Text(_standing(subject), "dim")))
    layout = _columns if console.width >= WIDE else _interleaved
    console.print(layout(rows(subject.pair, subject.listed)))
    for line in _besides(subject):
        console.print(Wrapped(Text(harmless(line), "dim")))
    for n, finding in enumerate(subject.listed, 1):
        words = f" (found: {finding.found}" + (f"; expected: {finding.expected})" if finding.expected else ")")
        said = f"{finding.rule}: {finding.message}" + (words if finding.found and not _is_hash(finding.found) else "")
        sign = Text(f"{SIGNS[finding.severity]}{n} {finding.severity}: ", STYLES[finding.severity])
        console.print(Wrapped(Text.assemble(sign, harmless(said))))
    if not subject.listed:
        console.print(Text("no findings", "green"))


def _standing(subject: Subject) -> str:
    record = subject.record
    out = f"{subject.state}, drafted by {record.drafted_by}"
    if subject.state == "reviewed":
        out += f", reviewed by {record.reviewed_by} ({record.reviewer_kind}) on {record.reviewed_on}"
    if record.rejected:
        out += f"; rejected: {record.rejected}"
    return harmless(out)


def _is_hash(words: str) -> bool:
    return len(words) == 64 and set(words) <= set("0123456789abcdef")


def _columns(found: Sequence[Row]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 1, 0), expand=True)
    table.add_column(ratio=2)
    table.add_column(ratio=3)
    for row in found:
        table.add_row(_side(row.zh), _side(row.en))
    return table


def _interleaved(found: Sequence[Row]) -> RenderableType:
    lines: list[RenderableType] = []
    for row in found:
        lines += [_side(row.zh)] if row.zh else []
        lines += [Padding(_side(row.en), (0, 0, 0, 2))] if row.en else []
        lines.append(Text(""))
    return Group(*lines)


def _side(sentences: Sequence[Numbered]) -> RenderableType:
    """Sentences under each other, the numbers in a margin of their own."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for label, text in sentences:
        table.add_row(label, Wrapped(text))
    return table


def _besides(subject: Subject) -> list[str]:
    """What stands beside the sentences: omissions, notes, labels of figures, dismissals, what a synopsis stands on."""
    record = subject.record
    out = [f"left out: [{o.sentence}] {o.reason}" for o in subject.pair.omitted]
    out += [f"note: {n.zh} / {n.en}" for n in getattr(record, "notes", ())]
    out += [f"figure {key}: {label.zh} / {label.en}" for key, label in getattr(record, "figures", {}).items()]
    out += [f"dismissed: {d.rule} ({d.found}): {d.reason}" for d in record.dismissed if d.of == subject.of]
    out += [f"stands on {ident}: {zh}" for ident, zh in subject.grounds]
    now = [f"{f.rule}: {f.message}" for f in subject.findings]
    out += [f"when it was drafted: {f}" for f in getattr(record, "findings", ()) if not f.startswith(tuple(now))]
    return out
