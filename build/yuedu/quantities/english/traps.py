"""English numbers that are no quantities: names, codes, versions, ordinals, enumerators, vague plurals.

Ordered; the first that fits is skipped, from its number to its end. For texts in plain `letters`.
"""

from __future__ import annotations

import re

from yuedu.quantities.english.numerals import ORDINAL, SCALES, TENS, UNITS

_W = "(?:" + "|".join([*UNITS, *TENS]) + ")"
_N = rf"(?:[0-9]++|{_W})"
_SCALES = "|".join(["hundred", "dozen", *SCALES])

# Each row: an example in context, the pattern from the number on.
TRAPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (example, re.compile(pattern))
    for example, pattern in (
        # plans, congresses, sessions
        ("the 14th Five-Year Plan", rf"{ORDINAL} (?:five|5)-year (?:plan|programme|program)s?(?: period)?"),
        ("Five-Year Plans", r"(?:five|5)-year (?:plan|programme|program)s?(?: period)?(?! of action)"),
        (
            "the 20th CPC National Congress",
            rf"{ORDINAL}(?= (?:[a-z'-]+ ){{0,5}}(?:congress|committee|plenum|session|meeting|plenary|politburo|conference|expo|summit)\b)",
        ),
        # documents, codes
        ("No. 12345 hotline", r"(?<=no\. )[0-9]+(?= hotline)"),
        ("Document No. 1", r"(?<=no\. )[0-9]+(?! in\b| among\b| nation)"),
        ("〔2023〕 1", r"(?<=[〔\[【])[0-9]{4}[〕\]】] ?(?:no\. ?)?[0-9]*"),
        ("the 12345 hotline", r"[0-9]{3,6}(?= (?:[a-z-]+ ){0,4}(?:hotline|helpline|line\b))"),
        ("020-83133000", r"[0-9]{3,4}-[0-9]{7,8}(?![0-9])"),
        ("per 10,000 people", r"(?<=per )(?:1[0,]*0|thousand|million)(?![0-9])|(?<=every )1[0,]*0(?= people| residents| persons)"),
        ("12345+N", r"[0-9]+ ?\+ ?[nx](?![a-z])"),
        ("zero-visit", r"zero-[a-z]+"),
        ("24/7", r"24/7|7x24|24-7(?![0-9])"),
        ("24-hour service", r"(?:24|twenty-four)-hour(?= service)"),
        # beside Latin letters
        ("PM2.5", r"(?<=[a-z_/])(?<!rmb)(?<!cny)(?<!usd)(?<!hkd)(?<!eur)(?<!gbp)(?<!mop)[0-9][0-9.]*"),
        ("COVID-19", r"(?<=[a-z][-])[0-9]+(?! (?:percent|million|billion))"),
        ("5G", r"[0-9]+(?:\.[0-9]+)?(?:g|d|a|b|h|x|p)(?![a-z0-9])(?! of\b)"),
        # versions and enumerators
        ("Digital Government 2.0", r"[0-9]{1,2}\.0(?![0-9]|[ -]?(?:%|per ?cent|percentage|million|billion|trillion|thousand|yuan|times|points|kilo|hectare|degree))"),
        ("1. Strengthen", r"(?:(?<=^)|(?<=[\n*#])|(?<=\*\* ))[0-9]{1,2}[.)](?= |$)"),
        ("(3)", r"(?<=\()[0-9]{1,2}\)"),
        # kinds that carry a number
        ("Fortune 500", r"(?<=fortune )(?:global )?[0-9]{3}"),
        ("Global 500", r"(?<=global )500"),
        ("top 500 companies", r"(?<=top )(?:100|500)(?= (?:[a-z]+ )?(?:compan|enterpris|firm|brand))"),
        ("two-way", rf"{_W}-(?:way|pronged|sided|dimensional|tier(?:ed)?|step|stop|child|part|fold-)(?![a-z])"),
        ("one-stop", r"one-(?:stop|off|time|on-one|network|to-one|size|window|click|visit)[a-z-]*"),
        ("double-digit", r"(?:single|double|two|three|four)-digit"),
        ("two sessions", r"two sessions|two centenar(?:y|ies)"),
        ("one country, two systems", r"one country,? two systems"),
        ("G20", r"(?<=g)[0-9]+"),
        # vague plurals: no number to compare with
        (
            "several hundred million",
            rf"(?<=several )(?:{_SCALES})(?: (?:{_SCALES}))*|(?<=a few )(?:{_SCALES})(?: (?:{_SCALES}))*|(?<=of )(?:{_SCALES})s",
        ),
        ("one or two", r"one or two"),
        ("one of", r"one (?:of|another|by one|after another)\b"),
        # ordinals that rank nothing
        ("the 13th", rf"{ORDINAL}"),
    )
)  # fmt: skip


def skip(text: str, position: int) -> int | None:
    """The end of the trap whose number starts at `position`, or None."""
    for _, pattern in TRAPS:
        if (match := pattern.match(text, position)) and match.end() > position:
            return match.end()
    return None
