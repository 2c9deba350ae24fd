"""Which way an English quantity changes, and whether by or to: rose by 5 percent, cut to 5 percent, a 5 percent increase.

Only words that touch the quantity, or lead to it over by and to, are believed. For texts in plain `letters`.
"""

from __future__ import annotations

import re

from yuedu.quantities.direction import Before
from yuedu.quantities.model import Change, Direction, Extent

# Each row: an example, the words as a pattern. Verbs and nouns that may stand before the number.
UP: tuple[tuple[str, str], ...] = (
    ("rose 5 percent", r"r(?:ise|ises|ose|isen|ising)|raise[sd]?|raising|hik(?:e|es|ed|ing)"),
    ("grew by 5 percent", r"gr(?:ow|ows|ew|own|owing|owth)(?! rates? (?:fell|dropped|declined|slowed))"),
    ("increased to 5 percent", r"increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed|ing)?"),
    ("expanded by 5 percent", r"expand(?:s|ed|ing)?|expansion|swell(?:s|ed)?|swollen|boost(?:s|ed|ing)?|rebound(?:s|ed|ing)?|augment(?:s|ed)?"),
    ("gained 5 percent", r"gain(?:s|ed|ing)?|appreciat(?:e|es|ed|ion)|upped|elevated|widen(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)|heighten(?:s|ed|ing)?"),
    ("up 5 percent", r"(?<!set )(?<!mad)(?<!made )(?<!make )(?<!makes )(?<!making )(?<!take )(?<!takes )(?<!took )(?<!taking )(?<!speed )(?<!sped )(?<!build )(?<!built )"
                     r"(?<!building )(?<!open )(?<!opened )(?<!opening )(?<!put )(?<!give )(?<!gave )(?<!given )(?<!free )(?<!freed )(?<!freeing )(?<!bring )(?<!brought )"
                     r"(?<!keep )(?<!kept )(?<!end )(?<!ended )(?<!come )(?<!came )(?<!follow )(?<!following )(?<!setting )(?<!step )(?<!stepped )(?<!clear )(?<!cleared )(?<!split )"
                     r"(?<!sign )(?<!signed )(?<!round )(?<!clean )(?<!cleaned )up(?! to\b)"),
)  # fmt: skip
DOWN: tuple[tuple[str, str], ...] = (
    ("fell 5 percent", r"f(?:all|alls|ell|allen|alling)|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?"),
    ("cut by 5 percent", r"cut(?:s|ting)?|reduc(?:e|es|ed|ing|tions?)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|shav(?:e|es|ed|ing)(?: off)?|curtail(?:s|ed|ing)?"),
    ("shrank to 5 percent", r"shr(?:ink|inks|ank|unk|inking)|slump(?:s|ed|ing)?|slid(?:e|es|ing)?|dip(?:s|ped)?|eas(?:ed|ing)|narrow(?:s|ed|ing)?|lessen(?:s|ed|ing)?|diminish(?:es|ed|ing)?"),
    ("shortened to 5 days", r"shorten(?:s|ed|ing)?|compress(?:es|ed|ing)?|contract(?:ed|ing)(?! (?:for|with|out))|contraction|slow(?:s|ed|ing)?(?: down)?|depreciat(?:e|es|ed|ion)|shed(?:s|ding)?|decelerat\w+"),
    ("down 5 percent", r"(?<!broke )(?<!broken )(?<!break )(?<!laid )(?<!lay )(?<!set )(?<!put )(?<!settled )(?<!handed )(?<!shut )(?<!closed )(?<!pass )(?<!passed )(?<!track )(?<!tracked )down"),
)  # fmt: skip
# After the number: a 5 percent increase, 5 percent higher.
UP_AFTER: tuple[tuple[str, str], ...] = (
    (
        "a 5 percent increase",
        r"increases?(?! (?:the|our|their|its)\b)|rises?|growth|gains?|hikes?|jumps?|surges?|expansion|upturn",
    ),
    (
        "5 percent higher",
        r"higher(?! education)|faster|larger|bigger|greater|up(?= (?:on|from|year|over|compared)\b)|more than(?! (?:half\b|an?\b|[0-9]))|more(?= (?:[a-z-]+ ){1,3}than\b)|more(?= (?:on|in|for) (?:average|[0-9]{4})\b)",
    ),
)
DOWN_AFTER: tuple[tuple[str, str], ...] = (
    ("a 5 percent drop", r"reductions?|decreases?|drops?|falls?|declines?|cuts?|contraction|shortfall|slump|dips?"),
    ("5 percent lower", r"lower(?!-| house| court)|slower|smaller|shorter|down(?= (?:on|from|year|over|compared)\b)|(?:less|fewer)(?! developed)|below"),
)  # fmt: skip
NEGATION = (
    ("did not fall", r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|will|would|could|must|shall|should|may|can) not|(?:did|do|does|has|had|was|were|is|are|wo|would|could)n't|never|no longer|cannot)(?! only| just| merely)(?: [a-z]+){0,2} $"),
)  # fmt: skip

_UP, _DOWN, _UP_AFTER, _DOWN_AFTER = (
    "|".join(pattern for _, pattern in rows) for rows in (UP, DOWN, UP_AFTER, DOWN_AFTER)
)
_WORD = re.compile(rf"(?<![a-z-])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?![a-z])(?!-(?!on-))")
# From the last such word to the number.
_MANNER = (
    r"(?: (?:[a-z]+ly|further|again|year[ -]on[ -]year|year[ -]over[ -]year|month[ -]on[ -]month|on average|in total|in value|altogether|some|back|off"
    r"|another|an additional|a further|an extra|a total of|an average of|as much as|more than|from a year earlier|over the previous year|compared (?:to|with) last year|the|an?))*"
)
_DIRECT = re.compile(
    rf"(?: (?:rates?|target))?(?: (?:of|at|averaging|averaged|is|was|reached|stood at))?{_MANNER},? ?$"
)
_RATE = re.compile(
    rf"(?:(?: [a-z]+){{0,3}}? at an? (?:(?:average|annual|yearly|compound|real),? )*(?:growth )?(?:rate|pace) of){_MANNER} ?$"
)
_LEADS = re.compile(rf"(?P<object>[^.;:!?]{{0,110}}?) (?P<prep>by|to){_MANNER} ?$")
_FROM = re.compile(r"\bfrom (?:the (?:current|previous|original) )?(?:(?:rmb|us\$|hk\$|\$) ?)?$")
_TO = re.compile(r" (?:and |then )?to (?:(?:rmb|us\$|hk\$|\$) ?)?$")
# What a change starts from stands between: the rate of 16 percent to 13 percent, from 10 to 9 percent.
_ORIGIN = re.compile(
    r"\b(?:from|of|at) (?:[a-z]+ )?(?:rmb|us|hk)?[$¥]? ?[0-9][0-9.,]*(?: ?(?:percent|per cent|%|million|billion|trillion|thousand|yuan|dollars|points?|days?|people|tonnes|tons))*"
)
_VERB = r"(?:[a-z]+ed|improve|enhance|create|build|make|made|bring|brought|saw|see|ensure|save|saving|keep|kept|extend|strengthen|deliver|train|help|provide|issue|open|put|set|built|took|take)"
_BREAKS = re.compile(rf"\b(?:(?:and|then) {_VERB}|while|but|which|that|who|where|so|because|up|down)\b|[0-9]")
_AFTER = re.compile(
    r"(?:[- ](?:percent|points?|year-on-year|year-over-year|annual|average|further|overall|real|net|total|sharp|marked))*[- ](?:of )?"
    rf"(?:(?P<up>{_UP_AFTER})|(?P<down>{_DOWN_AFTER}))(?![a-z])"
)  # fmt: skip
_NEGATION = re.compile("|".join(pattern for _, pattern in NEGATION))
_UNSURE = re.compile(
    r"\b(?:no|not|never|without|neither|nor|fail\w*|stop\w*|halt\w*|instead of|rather than|avoid\w*|prevent\w*|curb\w*|slow\w*|declin\w*|drop\w*|fall|revers\w*"
    r"|decreas\w*|reduc\w*)(?: [a-z-]+){0,3} $"
)  # fmt: skip
_COMPARATIVE = re.compile("slower|faster|lower|higher|less|more")
_LED = re.compile(r"\bby\b")
_SENTENCE = re.compile(r"[.;:!?](?=\s|$)")
_LONGEST = 150


_LIST = re.compile(r"^(?:, | and |, and | and by |, by |, and by )(?:rmb ?|us\$|hk\$|\$)?$")


def change(text: str, start: int, end: int, last: Before | None = None) -> Change | None:
    """The change that the quantity at `start`..`end` of a text in plain letters is part of.

    `last`: the quantity before it, which it may be coordinated with (fell by 13.5 percent and 18 percent).
    """
    after = _AFTER.match(text, end)
    if not after and last and last.change and last.change.end <= last.end and _LIST.match(text[last.end : start]):
        return last.change
    before = _before(text, start)
    if after and before and _COMPARATIVE.match(after["up"] or after["down"]):
        before = (
            before if before.direction == "down" else None
        )  # grew 2 points slower; cut by 5 percent more says nothing
    if after and before and before.direction and before.direction != ("up" if after["up"] else "down"):
        return None  # cut by 5 percent more
    if before:
        return before
    if after:
        direction: Direction = "up" if after["up"] else "down"
        return Change(direction, "by", end, after.end())
    if _FROM.search(text, max(0, start - 40), start):
        return Change(None, "from", start, start)
    return None


def _before(text: str, start: int) -> Change | None:
    floor = max(0, start - _LONGEST)
    for stop in _SENTENCE.finditer(text, floor, start):
        floor = stop.end()
    words = list(_WORD.finditer(text, floor, start))
    for word in reversed(words):
        rest = text[word.end() : start]
        extent = _extent(rest)
        if extent is None and _FROM.search(rest) and not _BREAKS.search(rest):
            extent = "from"
        if extent:
            led = extent == "by" and _LED.search(rest) is not None
            return Change(_direction(text, floor, word), extent, word.start(), start, led)
        if not _LEADS.fullmatch(rest) and len(rest) > 40:
            return None
    return None


def _extent(rest: str) -> Extent | None:
    if _DIRECT.fullmatch(rest) or _RATE.fullmatch(rest):
        return "by"
    if (leads := _LEADS.fullmatch(rest)) is None:
        return None
    if _BREAKS.search(_ORIGIN.sub("", leads["object"])):
        return None
    return "by" if leads["prep"] == "by" else "to"


def _direction(text: str, floor: int, word: re.Match[str]) -> Direction | None:
    direction: Direction = "up" if word["up"] else "down"
    if _NEGATION.search(text, max(floor, word.start() - 40), word.start()):
        return "down" if direction == "up" else "up"
    if _UNSURE.search(text, max(floor, word.start() - 40), word.start()):
        return None
    return direction
