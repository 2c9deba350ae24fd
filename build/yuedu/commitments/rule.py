"""One sentence to what it directs or plans, or to nothing.

A sentence counts where
1. a modal word stands in it: 要 as a word of its own, 将 after a subject (将峰会打造成 takes an object), 确保, 力争, 必须; or
2. one of its clauses opens with a verb of doing and reports nothing done: 深化…, 进一步激发…; or
3. it says from when or by when: 从今年开始…连续三年.
What stands inside “” and 《》 is a name and counts for nothing; so does a sentence that only announces a list (五个方面：).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yuedu.commitments.words import ACTOR, BARE, DONE, FORCE_OF, NOT_MODAL, OBJECT, WHEN, Force

NAMES = re.compile("“[^”]*”|《[^》]*》")
CLAUSE = re.compile("[^，；：。！？]+")
ANNOUNCES = re.compile(
    r"(?:以下|下列)[一二三四五六七八九十两几\d]*(?:个)?(?:方面|重点|工作|任务|意见|要求|点)*[：。]?$"
)
OPENING = re.compile("^(?:接下来|下来|同时|此外|另外|因此|为此|今年)")
_OWN: frozenset[Force] = frozenset(("must", "directive", "will"))
"""Those that govern a whole sentence; 确保 and 力争 stand at its end, after clauses that direct by themselves."""
_MODAL = re.compile("|".join(sorted(FORCE_OF, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Word:
    """A directing word as it stands in the passage, and its force."""

    zh: str
    start: int
    force: Force


@dataclass(frozen=True, slots=True)
class When:
    """The words that say when, and what they come to where the document's year is known: '2023', '2023/..', '2023/2025'."""

    zh: tuple[str, ...]
    period: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What one sentence directs: its words in order, the places of those who are told to do it, and when."""

    words: tuple[Word, ...]
    who: tuple[tuple[int, int], ...]
    when: When | None


def read(
    zh: str,
    span: tuple[int, int],
    tokens: Sequence[tuple[int, int]],
    year: int | None,
    own: re.Pattern[str] | None = None,
) -> Found | None:
    """The commitment in `zh[start:end]`, one sentence of a passage; `tokens` tile the passage, `year` is the document's,
    `own` is how a subject ends that is somebody in this collection's words."""
    start, end = span
    text = NAMES.sub(lambda m: "〇" * len(m[0]), zh[start:end])
    if ANNOUNCES.search(text):
        return None
    clauses = [m.span() for m in CLAUSE.finditer(text)]
    cut = {zh[a:b]: None for a, b in tokens if start <= a and b <= end and zh[a:b].endswith("要")}
    ends = {b - start for a, b in tokens if zh[a:b] in cut and zh[a:b] not in NOT_MODAL}
    modals = list(_modals(text, clauses, ends))
    bare = [] if any(w.force in _OWN for w in modals) else list(_bare(text, clauses))[:1]
    words = sorted([*modals, *bare], key=lambda w: w.start)
    when = _when(text, year)
    if not words and not (when and when.period):
        return None
    subjects = filter(None, (_subject(text, clauses, w.start, own) for w in modals))
    who = dict.fromkeys((start + a, start + b) for a, b in subjects)
    return Found(tuple(Word(w.zh, w.start + start, w.force) for w in words), tuple(who), when)


def _modals(text: str, clauses: Sequence[tuple[int, int]], directs: set[int]) -> Iterator[Word]:
    for match in _MODAL.finditer(text):
        word, at = match[0], match.start()
        if word == "要" and match.end() not in directs:
            continue
        start = next((a for a, b in clauses if a <= at < b), at)
        if word == "将" and OBJECT.search(text[start:at]):
            continue  # as 把 does
        if word == "努力" and at != start:
            continue  # 经过艰苦努力
        yield Word(word, at, FORCE_OF[word])


def _bare(text: str, clauses: Sequence[tuple[int, int]]) -> Iterator[Word]:
    for start, end in clauses:
        clause = text[start:end]
        match = BARE.match(clause)
        if match and not DONE.search(clause):
            yield Word(match["word"], start + match.start("word"), "bare")


def _subject(
    text: str, clauses: Sequence[tuple[int, int]], at: int, own: re.Pattern[str] | None
) -> tuple[int, int] | None:
    """The place of the words before a modal that say who, without what opens the sentence."""
    start = next((a for a, b in clauses if a <= at < b), at)
    opening = OPENING.match(text[start:at])
    start += opening.end() if opening else 0
    subject = text[start:at]
    somebody = ACTOR.search(subject) or _names(subject) or (own and own.search(subject))
    return (start, at) if subject and "〇" not in subject and somebody else None


def _names(subject: str) -> bool:
    """省人社厅和省政数局: a body by the last character of its name, and nothing that is done before it."""
    return bool(re.search("[局厅委办省府组会院部]$", subject)) and not re.search("在|的|使|为|以", subject)


def _when(text: str, year: int | None) -> When | None:
    found = sorted((m.start(), m, kind) for p, kind in WHEN for m in re.finditer(p, text))
    if not found:
        return None
    spans = []
    for _, match, _ in found:
        inside = "inside" in match.re.groupindex
        spans.append(match["inside"] if inside else match[0])
    dated = next((m["year"] for _, m, kind in found if kind == "dated"), None)
    return When(tuple(dict.fromkeys(spans)), dated or _period([(k, m[0]) for _, m, k in found], year))


def _period(found: Sequence[tuple[str, str]], year: int | None) -> str | None:
    """The year, an open interval from it, or an interval of years, as ISO 8601 writes them."""
    kinds = dict(found)
    if year is None:
        return None
    span = re.search(r"[一二两三四五六七八九十]|\d+", kinds.get("span", ""))
    if "from" in kinds and span:
        digits = "一二三四五六七八九十"
        count = int(span[0]) if span[0].isdecimal() else (2 if span[0] == "两" else digits.index(span[0]) + 1)
        return f"{year}/{year + count - 1}"
    if "from" in kinds:
        return f"{year}/.."
    return str(year) if "year" in kinds else None
