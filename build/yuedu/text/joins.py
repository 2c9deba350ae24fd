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
from itertools import pairwise

from yuedu.text.grammar import LONGEST_TITLE, TERMINAL
from yuedu.text.layout import layout
from yuedu.text.lines import front_role, heading, is_whole
from yuedu.text.trace import Edit, Trace
from yuedu.text.words import last_word, one_word

SHORTEST = 24
"""A shorter line (characters) is a heading or a line of the frame, not a paragraph that a page broke."""
LONGEST_KEPT = 1000
"""Characters of what was joined that are looked at again, so that time is in proportion to length."""
NARROWEST = 15
"""Of a page that wraps its lines, in characters."""
RAGGED = 2
"""Characters by which its lines differ, since no line begins with a mark."""
_PAIRS = (("《", "》"), ("（", "）"), ("“", "”"), ("〔", "〕"), ("「", "」"))
_LEADS = frozenset(
    [
        "的",
        "和",
        "与",
        "及",
        "以及",
        "或",
        "或者",
        "在",
        "对",
        "对于",
        "关于",
        "向",
        "为",
        "为了",
        "以",
        "用",
        "把",
        "被",
        "将",
        "从",
        "由",
        "于",
        "同",
        "跟",
        "按",
        "按照",
        "根据",
        "通过",
        "围绕",
        "让",
        "使",
        "给",
        "并",
        "并且",
        "而",
        "是",
        "要",
        "了",
        "着",
    ]
)
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
    """What the whole text tells of how its lines end."""

    def __init__(self, trace: Trace, lines: Sequence[str]) -> None:
        self.lines = lines
        placed = layout(lines)
        framed = {n for n, role in placed.roles.items() if not (role.name in _GUESSED and _is_prose(lines[n]))}
        self.apart = {*framed, *(n for a in placed.annexes.values() for n in a.lines)}
        ends, at = [], 0
        for line in lines:
            ends.append((at, at + len(line)))
            at += len(line) + 1
        gaps = [trace.seed[trace.index[e] : trace.index[s]] for (_, e), (s, _) in pairwise(ends)]
        self.blank = [len(re.findall(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", gap)) > 1 for gap in gaps]
        self.indented = [True, *(gap[-1:].isspace() and gap[-1:] not in "\n\r" for gap in gaps)]
        body = [n for n, line in enumerate(lines) if n not in self.apart and line]
        unfinished = [n for n in body if not is_whole(lines[n])]
        self.width = _width([lines[n] for n in unfinished], [lines[n] for n in body])
        self.indents = self.width is not None and any(not self.indented[n] for n in body)
        self.indents = self.indents and sum(self.indented[n] for n in body) > 2
        self.longest = max((len(lines[n]) + 2 * self.indented[n] for n in body), default=0)
        self.by_indent = self._wraps_by_indent(body)
        self.kept_apart = {n for n, role in placed.roles.items() if role.kind in ("licence", "contents", "page number")}
        paragraphs = [n for n in body if len(lines[n]) >= SHORTEST]
        stopped = [n for n in paragraphs if not is_whole(lines[n]) and re.search("[，。；]", lines[n])]
        self.damaged = self.width is None and len(stopped) > max(5, len(body) / 2)

    def _wraps_by_indent(self, body: Sequence[int]) -> bool:
        """Whether paragraphs begin indented, and what is not indented goes on from a full line."""
        inside = set(body)
        follows = [n for n in body if n - 1 in inside and not self.indented[n]]
        begins = sum(self.indented[n] for n in body)
        if len(follows) < 3 or begins < 3 or self.longest < NARROWEST:
            return False
        return sum(self._is_full(n - 1) and not self.blank[n - 1] for n in follows) >= 0.85 * len(follows)

    def _is_full(self, n: int) -> bool:
        """Whether a line reaches the longest in characters, or the page's width."""
        own = 2 * self.indented[n]
        wide = self.width is not None and _wide(self.lines[n]) + own >= self.width - RAGGED
        return wide or len(self.lines[n]) + own >= self.longest - RAGGED

    def reason(self, n: int, acc: str, last: str) -> str:
        """Why line `n`, with what was joined to it, goes on in the next; empty where it does not."""
        line, following = self.lines[n], self.lines[n + 1]
        if not following or n in self.kept_apart or n + 1 in self.kept_apart:
            return ""
        if _STOP.fullmatch(following) and n not in self.apart and not TERMINAL.search(line):
            return "open phrase"
        if n in self.apart or n + 1 in self.apart:
            return ""
        if self.by_indent and not self.indented[n + 1] and not self.blank[n] and self._is_full(n):
            return "wrapped line"
        if heading(following) is not None or _ITEM.match(following) or front_role(following) in _FRAME:
            return ""
        if self._is_wrapped(n):
            return "wrapped line"
        if TERMINAL.search(line) or (is_whole(acc) and (acc[-1] in "。！？" or len(acc) > LONGEST_TITLE)):
            return ""
        if reason := self._paragraph(acc):
            return reason
        return "open bracket" if _closes(acc, following) else self._phrase(n, acc, following, last)

    def _is_wrapped(self, n: int) -> bool:
        if self.width is None or _wide(self.lines[n]) < self.width - RAGGED:
            return False
        if self.indents:
            return not self.indented[n + 1] and not self.blank[n]
        return not TERMINAL.search(self.lines[n]) and not self.blank[n]

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
        if len(acc) > 3 and last_word(acc) in _LEADS:
            return "open phrase"
        tail = following.partition("。")[0]
        if last == "open phrase" and "。" in following and len(tail) <= 12 and "，" not in tail:
            return "open phrase"
        if (not self.blank[n] or _is_prose(acc)) and heading(acc) is None and one_word(acc, following):
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


def _width(unfinished: Sequence[str], body: Sequence[str]) -> int | None:
    """The width at which the page wraps its lines; None where it does not.

    Most lines without an end are as wide as the widest, and no line is wider.
    """
    wide = sorted(map(_wide, unfinished), reverse=True)
    if len(wide) < 3 or len(wide) < len(body) / 3 or wide[0] < NARROWEST:
        return None
    width = wide[len(wide) // 20]
    full = sum(1 for w in wide if width - RAGGED <= w <= width + RAGGED)
    wider = sum(1 for line in body if _wide(line) > width + RAGGED)
    return width if full > 0.6 * len(wide) and wider <= 0.05 * len(body) else None


def _wide(line: str) -> int:
    """The width of a line in full characters; a Latin letter or a digit is half of one."""
    return len(line) - sum(char.isascii() for char in line) // 2
