"""What the reading of a document rests on where its text does not tell, each with how to say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yuedu.findings import Finding
from yuedu.text.frame import CELL
from yuedu.text.grammar import TERMINAL
from yuedu.text.layout import Layout

DAMAGED = 0.2
"""Where more of the paragraphs have no end, that is said once of the text, and not of each."""
FEWEST_DAMAGED = 5
SHOWN = 12
"""Of headings without a number, in a finding."""
_WORDS = 20
"""Characters of a paragraph that a finding shows."""


def is_unfinished(paragraph: str) -> bool:
    """Whether a paragraph has no end: neither a mark nor a closing bracket, and is no row of a table."""
    return not TERMINAL.search(paragraph) and paragraph[-1] not in "”）)" and CELL not in paragraph


def guesses(
    lines: Sequence[str], layout: Layout, unfinished: Sequence[str], paragraphs: int, place: str
) -> Iterator[Finding]:
    """Warnings for one document; `unfinished` of its `paragraphs` have no end, `place` names the file."""
    if len(unfinished) > max(FEWEST_DAMAGED, DAMAGED * paragraphs):
        message = f"{len(unfinished)} of {paragraphs} paragraphs have no end: the text is damaged, as by a scan"
        yield Finding("warning", "structure.damaged", place, message, unfinished[0][-_WORDS:])
    else:
        message = "a paragraph without an end; where it is a heading or of the frame, say so in document.yml: lines"
        for paragraph in unfinished:
            yield Finding("warning", "structure.open", place, message, paragraph[-_WORDS:])
    if layout.bare:
        named = [lines[n] for n in sorted(layout.bare)]
        message = f"{len(named)} lines without a number are read as headings; where one is none, say so in"
        shown = " · ".join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")
        remedy = "document.yml: lines: [{begins: …, is: text}]"
        yield Finding("warning", "structure.bare", place, f"{message} {remedy}", shown)
    listed = [line for line in lines if line.startswith(("-", "•", "●", "·")) and line[1:2] not in "-—"]
    if len(listed) > 1:
        message = f"{len(listed)} lines begin with a list mark: a converter may have lost the numbers that Word"
        yield Finding(
            "warning", "structure.list", place, f"{message} computes; add the .docx itself", listed[0][:_WORDS]
        )
