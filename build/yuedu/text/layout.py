"""What each line of a document is, before a tree is built of them: frame, furniture, note, annex, heading or text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from yuedu.text import front
from yuedu.text.annexes import Annex, annexes
from yuedu.text.bare import bare_headings
from yuedu.text.contents import contents
from yuedu.text.footnotes import footnotes, last_heading
from yuedu.text.frame import END_MATTER, FRONT_MATTER
from yuedu.text.furniture import PAGE_NUMBER, PHOTOGRAPH, furniture_kind, licence
from yuedu.text.numbered import numbered
from yuedu.text.outline import LineRole

TEXT, HEADING = "text", "heading"
_BY_PLACE = ("byline", "signer", "attachments", "signature", "footnote", "furniture", "other")
ROLES = tuple(dict.fromkeys([TEXT, HEADING, *(row[0] for row in (*FRONT_MATTER, *END_MATTER)), *_BY_PLACE]))
"""What a line may be declared to be: text, a heading, or a role of the frame."""


@dataclass(frozen=True, slots=True)
class Role:
    """The role of a line that is neither heading nor passage; of furniture its kind, of a footnote its mark."""

    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """By number of line. `bare` has the ranks of headings without a number, `numbers` those of numbered paragraphs."""

    roles: Mapping[int, Role]
    annexes: Mapping[int, Annex]
    bare: Mapping[int, float] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)


def layout(lines: Sequence[str], declared: Sequence[LineRole] = ()) -> Layout:
    """Read the lines; `declared` is what an editor says of some of them, which stands above every guess."""
    said = {n: d.role for d in declared for n in lines_meant(lines, d.begins)}
    plain = {n for n, role in said.items() if role in (TEXT, HEADING)}
    roles = _carrier(lines, said)
    kept = ["" if n in roles else line for n, line in enumerate(lines)]
    parts = [a for a in annexes(kept) if a.lines.start not in plain]
    starts = [*(a.lines.start for a in parts), len(lines)]
    notes = {n: mark for n, mark in footnotes(kept, last_heading(kept)).items() if n not in plain}
    main = ["" if n in notes else line for n, line in enumerate(kept[: starts[0]])]
    roles |= {n: _role(name, lines[n]) for n, name in front.roles(main).items() if n not in plain}
    if parts:
        roles |= {n: role for n, role in _record(kept, starts[-2]).items() if n not in plain}
    roles |= {n: Role("footnote", mark or None) for n, mark in notes.items()}
    roles |= {n: Role(role) for n, role in said.items() if n not in plain}
    titles = {n for a in parts for n in a.lines}
    entries = {n for a, stop in zip(parts, starts[1:], strict=True) if a.glossary for n in range(a.lines.stop, stop)}
    wanted = {n for n in plain if said[n] == HEADING}
    return Layout(
        dict(sorted(roles.items())),
        {a.lines.start: a for a in parts},
        bare_headings(lines, titles | entries | set(roles), wanted, plain - wanted),
        numbered(lines[: starts[0]], roles),
    )


def lines_meant(lines: Sequence[str], begins: str) -> list[int]:
    """The lines that an editor's words mean: those that are these words, else those that begin with them."""
    whole = [n for n, line in enumerate(lines) if line == begins]
    return whole or [n for n, line in enumerate(lines) if line.startswith(begins)]


def _carrier(lines: Sequence[str], said: Mapping[int, str]) -> dict[int, Role]:
    """What the carrier added that can be told before anything else is: contents, page numbers, a licence at the end."""
    found = {n: Role("furniture", "contents") for n in contents(lines)}
    found |= {n: Role("furniture", "page number") for n, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line)}
    found |= {n: Role("furniture", "photograph") for n, line in enumerate(lines) if PHOTOGRAPH.fullmatch(line)}
    found |= {n: Role("furniture", "licence") for n in range(licence(lines), len(lines))}
    return {n: role for n, role in found.items() if lines[n] and n not in said}


def _role(name: str, line: str) -> Role:
    return Role(name, furniture_kind(line) if name == "furniture" else None)


def _record(lines: Sequence[str], start: int) -> dict[int, Role]:
    """The record of copies and printing, and furniture, below the last annex."""
    found: dict[int, Role] = {}
    for n in range(len(lines) - 1, start, -1):
        if not lines[n]:
            continue
        name = next((role for role, pattern, _ in END_MATTER if pattern.fullmatch(lines[n])), None)
        kind = furniture_kind(lines[n])
        if name is None and kind is None:
            break
        found[n] = Role(name) if name else Role("furniture", kind)
    return found
