"""Where a line goes on in the next: never without a reason, and the reason is the repair's name.

    open bracket     《国务院关于印发暂行办法的通 · 知》
    wrapped line     the page ends every line of a paragraph at one width
    page break       a paragraph of whole sentences stops inside one
    open phrase      坚持不懈用 · 新时代中国特色社会主义思想: it ends in a word that cannot end a line
    cut word         实施条 · 例

A heading, a line of the frame, a finished sentence and a blank line speak against it; where most lines have no end the text
is damaged, and nothing is joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yuedu.text.grammar import LONGEST_TITLE, TERMINAL
from yuedu.text.layout import layout
from yuedu.text.lines import front_role, heading, is_whole
from yuedu.text.trace import Edit, Trace
from yuedu.text.words import last_word, one_word
from yuedu.text.wrapping import Wrapping

SHORTEST = 24
"""A shorter line (characters) is a heading or a line of the frame, not a paragraph that a page broke."""
FEWEST_STOPPED = 5
"""Fewer lines that stop inside a sentence are no damage."""
LONGEST_KEPT = 1000
"""Characters of what was joined that are looked at again, so that time is in proportion to length."""
_PAIRS = (("《", "》"), ("（", "）"), ("“", "”"), ("〔", "〕"), ("「", "」"))
_LEADS = re.compile(
    "的|和|与|及|以及|或|或者|在|对|对于|关于|向|为|为了|以|用|把|被|将|从|由|于|同|跟|按|按照|根据|通过|围绕|让|使|给|并|并且|而|是|要|了|着"
)
"""Words that lead on to another, and end no line."""
_GUESSED = frozenset({"title", "byline", "other", "signature"})
"""Roles that a line may have by its place alone."""
_STOP = re.compile("[。！？；：，、）》”」…]+")
"""A stop alone on its line."""
_ITEM = re.compile(r"[（(](?:[ivx]{1,4}|[a-z]|\d{1,2})[）)]|[•●■◆▪·]|-\s?[^-]")
_FRAME = ("number", "date", "seal", "salutation", "subtitle", "occasion", "note")


def joins(trace: Trace) -> Iterator[tuple[str, Edit]]:
    """The line feeds that go, each with its reason, in order; the text has no blank lines any more, its seed tells of them."""
    lines = trace.text.split("\n")
    page = _Page(trace, lines)
    if page.damaged:
        return
    at, acc, last = 0, "", ""
    for n, line in enumerate(lines[:-1]):
        acc += line
        if len(acc) > LONGEST_KEPT:  # a paragraph's beginning and its end tell all that is asked of it
            acc = acc[: LONGEST_KEPT // 4] + acc[-LONGEST_KEPT // 2 :]
        at += len(line) + 1
        reason = page.reason(n, acc, last)
        if reason:
            yield reason, (at - 1, at, "")
        else:
            acc = ""
        last = reason


class _Page:
    """What the whole text tells: which lines stand apart, and how lines are wrapped."""

    def __init__(self, trace: Trace, lines: Sequence[str]) -> None:
        self.lines = lines
        placed = layout(lines)
        framed = {n for n, role in placed.roles.items() if not (role.name in _GUESSED and _is_prose(lines[n]))}
        self.apart = {*framed, *(n for a in placed.annexes.values() for n in a.lines)}
        self.carried = {n for n, role in placed.roles.items() if role.kind in ("licence", "contents", "page number")}
        body = [n for n, line in enumerate(lines) if n not in self.apart and line]
        self.wrapping = Wrapping(trace, lines, body)
        long = [n for n in body if len(lines[n]) >= SHORTEST and not is_whole(lines[n])]
        stopped = [n for n in long if re.search("[，。；]", lines[n])]
        self.damaged = self.wrapping.width is None and len(stopped) > max(FEWEST_STOPPED, len(body) / 2)

    def reason(self, n: int, acc: str, last: str) -> str:
        """Why line `n`, with what was joined to it, goes on in the next; empty where it does not."""
        line, following = self.lines[n], self.lines[n + 1]
        ended = TERMINAL.search(line) is not None
        if not following or n in self.carried or n + 1 in self.carried:
            return ""
        if _STOP.fullmatch(following) and n not in self.apart and not ended:
            return "open phrase"
        if n in self.apart or n + 1 in self.apart:
            return ""
        anew = bool(heading(following) or _ITEM.match(following) or front_role(following) in _FRAME)
        if self.wrapping.goes_on(n, ended=ended, anew=anew):
            return "wrapped line"
        if anew or ended or (is_whole(acc) and (acc[-1] in "。！？" or len(acc) > LONGEST_TITLE)):
            return ""
        if reason := self._paragraph(acc):
            return reason
        return "open bracket" if _closes(acc, following) else self._phrase(n, acc, following, last)

    @staticmethod
    def _paragraph(acc: str) -> str:
        if is_whole(acc) or len(acc) < SHORTEST:
            return ""
        sentence = re.search("[。！？；]", acc) or acc[-1] in "，、"
        long = len(acc) > LONGEST_TITLE and "，" in acc
        return "page break" if sentence or long else ""

    def _phrase(self, n: int, acc: str, following: str, last: str) -> str:
        if acc[-1] in "，、" or following[0] in "，。、；：）》”」" or following.startswith(("是：", "是:")):
            return "open phrase"
        if len(acc) > 3 and _LEADS.fullmatch(last_word(acc)):
            return "open phrase"
        tail = following.partition("。")[0]
        if last == "open phrase" and "。" in following and len(tail) <= 12 and "，" not in tail:
            return "open phrase"
        if (not self.wrapping.blank[n] or _is_prose(acc)) and heading(acc) is None and one_word(acc, following):
            return "cut word"
        return ""


def _is_prose(line: str) -> bool:
    return len(line) >= SHORTEST and bool(re.search("[，。；]", line)) and front_role(line) is None


def _closes(acc: str, following: str) -> bool:
    """Whether the next line closes a bracket that this one opens."""
    for opening, closing in _PAIRS:
        if acc.count(opening) > acc.count(closing):
            shut, again = following.find(closing), following.find(opening)
            if shut >= 0 and (again < 0 or shut < again):
                return True
    return False
