"""Over, nearly, about, at least: the words that bound an English quantity, before or after it."""

from __future__ import annotations

import re

from yuedu.quantities.model import Bound

_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("at-least", r"at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|or more than"),
    ("under", r"no more than|not more than|at most|up to|less than|fewer than|under|below|within|a maximum of|capped at"),
    ("over", r"(?:well |just |slightly |a little )?over|more than|in excess of|exceed(?:s|ed|ing)?|upwards? of|above|surpass(?:es|ed|ing)?"
             r"|greater than|pass(?:es|ed|ing)?(?: the)?|top(?:s|ped|ping)|some time over|better than|larger than|higher than|crossed"),
    ("nearly", r"nearly|almost|close to|approach(?:es|ed|ing)?|just under|near(?:ing)?|not quite"),
    ("about", r"about|around|approximately|approx\.?|some|roughly|circa|c\.|in the region of|on the order of|an estimated|~|≈"),
)  # fmt: skip
# Between the hedge and the number: an article, a currency, a total, a mark of measure.
_BETWEEN = r"(?:\s+(?:a|an|the|all|another|a total of|a record|its|their|those|one)){0,2}\s*(?:RMB|CNY|US\$|HK\$|\$|€|£|¥|¥)?\s*"
BEFORE = tuple((bound, re.compile(rf"(?<![A-Za-z-])(?:{words}){_BETWEEN}$", re.I)) for bound, words in _BEFORE)
AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at-least", re.compile(r"\s*(?:,\s*)?(?:or (?:more|above|over|older|higher)|and (?:above|over|older|more)|(?:and )?upwards?)\b", re.I)),
    ("about", re.compile(r"\s*(?:or so|or thereabouts|-odd)\b", re.I)),
    ("under", re.compile(r"\s*or (?:less|fewer|below|under)\b|\s*and (?:below|under)\b", re.I)),
    ("over", re.compile(r"\s*(?:-?plus\b|\+(?![A-Za-z0-9]))", re.I)),
)  # fmt: skip
_REACH = 44


def before(text: str, floor: int, start: int) -> tuple[int, Bound]:
    """Where the hedge before `start` begins, not before `floor`, and what it says."""
    lead = text[max(floor, start - _REACH) : start]
    for bound, pattern in BEFORE:
        if match := pattern.search(lead):
            return start - len(lead) + match.start(), bound
    return start, "exact"


def after(text: str, end: int) -> tuple[int, Bound]:
    """Where the hedge after `end` ends, and what it says."""
    for bound, pattern in AFTER:
        if match := pattern.match(text, end):
            return match.end(), bound
    return end, "exact"
