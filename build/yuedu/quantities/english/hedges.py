"""Words beside an English number that bound it."""

from __future__ import annotations

import re

from yuedu.quantities.model import Bound

# Before the number. Each row: an example, the pattern that ends where the number begins, the bound.
BEFORE: tuple[tuple[str, str, Bound], ...] = (
    ("no more than 5%", r"(?:no|not) (?:more|higher|greater|later|longer) than|at (?:the )?most|not exceed(?:ing)?|maximum of|capped at", "under"),
    ("no fewer than 100", r"(?:no|not) (?:less|fewer|lower) than|at (?:the )?least|minimum of|not below", "at-least"),
    ("less than 1%", r"(?:less|fewer|lower|smaller|shorter) than|under|below|within|up to|as (?:many|much) as", "under"),
    (
        "more than 1,269",
        r"(?:a little|slightly|just|well|far)? ?(?:more than|over|above|upwards? of|in excess of|beyond"
        r"|(?:greater|higher|longer|larger|better) than)|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:ed|ing|s)"
        r"|pass(?:es|ed|ing)?|(?:cross|break|reach)(?:es|ed|ing)?(?= the)|(?:broken|broke) through|breaking through|plus",
        "over",
    ),
    (
        "nearly 20,000",
        r"nearly|almost|close to|clos(?:ing|e) in on|approach(?:es|ed|ing)?|just (?:under|short of)|nearing|near|verging on",
        "nearly",
    ),
    ("about 200 million", r"about|around|approximately|approx\.?|roughly|some|circa|an estimated|in the region of", "about"),
)  # fmt: skip
# After it.
AFTER: tuple[tuple[str, str, Bound], ...] = (
    ("5% or so", r"(?: or so\b|-odd\b| or thereabouts\b)", "about"),
    ("13 million or more", r"(?:(?:,? or| and) (?:more|above|over|higher|older|up|greater|longer)\b| at least\b|-plus\b| plus\b(?! [0-9a])|\+)", "at-least"),
    ("5.5% or less", r"(?:(?:,? or| and) (?:less|below|under|lower|fewer|younger)\b| at most\b)", "under"),
)  # fmt: skip

# Words that may stand between a hedge and its number: over the 100 million mark, a total of some RMB 5 million.
_BETWEEN = r"(?: (?:the|a|an|another|a further|a total of|an average of|the equivalent of|what is))?[ \xa0]?"
_PREFIX = re.compile(
    r"(?<![a-z])(?:" + "|".join(f"(?P<b{i}>{p})" for i, (_, p, _) in enumerate(BEFORE)) + f"){_BETWEEN}$"
)
_SUFFIX = re.compile("|".join(f"(?P<a{i}>{p})" for i, (_, p, _) in enumerate(AFTER)))
_LONGEST = 40


def before(text: str, floor: int, position: int) -> tuple[int, Bound]:
    """Where the hedge that ends at `position` starts (`position` itself without one), and its bound."""
    match = _PREFIX.search(text, max(floor, position - _LONGEST), position)
    if match is None or match.lastgroup is None:
        return position, "exact"
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    return start, BEFORE[int(match.lastgroup[1:])][2]


def after(text: str, position: int) -> tuple[int, Bound]:
    """Where the hedge that starts at `position` ends, and its bound."""
    match = _SUFFIX.match(text, position)
    if match is None or match.lastgroup is None:
        return position, "exact"
    return match.end(), AFTER[int(match.lastgroup[1:])][2]
