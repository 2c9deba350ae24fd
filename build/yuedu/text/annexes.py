"""Annexes: 附件1 and its title open a part of its own; 名词解释 holds definitions, each of one term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yuedu.text.definitions import GLOSSARY, definition
from yuedu.text.frame import ATTACHMENT, ATTACHMENTS, END_MATTER
from yuedu.text.furniture import furniture_kind
from yuedu.text.grammar import NUMERAL, TERMINAL
from yuedu.text.lines import front_role, heading
from yuedu.text.numerals import label_number
from yuedu.text.titles import is_organ, title_lines

LONGEST_TITLE = 60
"""Of an annex, in characters."""

HEAD_LINES = 12
"""The title stands among so many first lines."""

LABEL = re.compile(rf"[（(]?(?P<label>附(?:件|录|錄|表|图)?(?P<n>{NUMERAL}|\d{{1,2}})?)[）)]?[：:]?")
"""附件1, 附录一, 附： alone on a line."""

_TITLED = re.compile(rf"(?P<label>附(?:件|录|錄|表)(?P<n>{NUMERAL}|\d{{1,2}})?)[：:．.](?P<title>[^。；]{{2,50}})")
"""附件1：省十件民生实事"""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex of `lines`: its label and title lines, and its printed number; `glossary`: its entries are definitions."""

    lines: range
    label: str
    title: str
    number: int | None
    glossary: bool


_CIRCULATED = re.compile(
    "(?:印发|转发|公布|发布|批准|下发)(?:[^《]{0,20}《(?P<quoted>[^》]{4,80})》?|(?P<plain>[^《》]{4,60}?)的(?:通知|决定|公告|令))"
)
"""关于印发《某市绿色建筑管理办法》的通知: what it circulates follows below the signature, under its own title."""


_ISSUED = re.compile("《(?P<quoted>[^《》]{4,80})》(?:已|业)(?:于|经)[^。]{2,80}(?:公布|发布|印发)")
"""《某市渡口管理办法》已经…通过，现予公布。: the first sentence of an order."""


def annexes(lines: Sequence[str]) -> list[Annex]:
    """In order. None begins before a heading or a finished paragraph has stood.

    What a notice circulates is one too, without a label: it begins with the title that the notice's own title quotes.
    """
    found: list[Annex] = []
    begun = False
    head = next((n for n, line in enumerate(lines[:HEAD_LINES]) if TERMINAL.search(line)), HEAD_LINES)
    circulated = _CIRCULATED.search("".join(lines[:head])) or _ISSUED.search("".join(lines[head : head + 3]))
    n = 0
    while n < len(lines):
        here = _annex(lines, n) if begun else None
        if begun and not here and circulated and not found:
            here = _circulated(lines, n, circulated["quoted"] or circulated.groupdict().get("plain", ""))
        if here:
            found.append(here)
            n = here.lines.stop
            continue
        begun = begun or heading(lines[n]) is not None or bool(TERMINAL.search(lines[n]))
        n += 1
    return found


def _annex(lines: Sequence[str], n: int) -> Annex | None:
    line = lines[n]
    if match := LABEL.fullmatch(line):
        stop = _title_end(lines, n + 1)
        title = "".join(lines[n + 1 : stop])
        if (match["n"] is None and not title) or n + 1 >= len(lines):
            return None
        return Annex(range(n, stop), line, title, label_number(match["n"] or ""), bool(GLOSSARY.fullmatch(title)))
    if (match := _TITLED.fullmatch(line)) and not _is_listed(lines, n) and not furniture_kind(line):
        title = match["title"]
        return Annex(
            range(n, n + 1),
            line[: match.start("title")],
            title,
            label_number(match["n"] or ""),
            bool(GLOSSARY.fullmatch(title)),
        )
    if GLOSSARY.fullmatch(line) and n + 1 < len(lines) and definition("\n".join(lines[n + 1 : n + 3])):
        return Annex(range(n, n + 1), "", line, None, True)
    return None


def _circulated(lines: Sequence[str], n: int, name: str) -> Annex | None:
    """The title of what is circulated, on one line or two, below a date or an office."""
    above = next((lines[m] for m in range(n - 1, -1, -1) if lines[m]), "")
    below_signature = front_role(above) in ("date", "seal") or any(p.fullmatch(above) for _, p, _ in END_MATTER)
    if not below_signature and not is_organ(above):
        return None
    for count in (1, 2, 3):
        title = "".join(lines[n : n + count])
        plain = title.strip("《》")
        if len(plain) > 4 and (plain == name or (plain in name and count == 1 and len(plain) > len(name) / 2)):
            stop = n + count
            while stop < len(lines) and re.fullmatch("[（(][^（）()。]{2,30}[）)]", lines[stop]):
                stop += 1  # （2024—2026年） below it
            return Annex(range(n, stop), "", "".join(lines[n:stop]), None, False)
    return None


def _is_listed(lines: Sequence[str], n: int) -> bool:
    """Whether a line only names what is attached: it stands with others of its kind, or above the signature."""
    around = [lines[m] for m in (n - 1, n + 1) if 0 <= m < len(lines)]
    if any(ATTACHMENT.fullmatch(line) or ATTACHMENTS.fullmatch(line) for line in around):
        return True
    below = lines[n + 1] if n + 1 < len(lines) else ""
    return not below or front_role(below) in ("date", "number", "seal") or is_organ(below)


def _title_end(lines: Sequence[str], n: int) -> int:
    """The line after the title that begins at line `n`."""
    stop = n
    while stop < min(len(lines), n + 4) and _could_be_title(lines[stop]):
        stop += 1
    if stop == n:
        return n
    shaped = title_lines(lines[n:stop], stop - n)
    return n + (shaped.stop if shaped and shaped.start == 0 else 1)


def _could_be_title(line: str) -> bool:
    return bool(line) and len(line) <= LONGEST_TITLE and heading(line) is None and not TERMINAL.search(line)
