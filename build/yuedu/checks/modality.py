"""Whether what is forbidden, required, permitted, aimed at, ensured or done is so in the English too.

A reversal is an error, and only where both sides say so: the Chinese forbids and the English allows, the Chinese allows
or requires and the English forbids. A shift of degree is a warning, and a quiet one: English has many ways to say must,
and an alarm on good English costs trust. A cue inside a term is the term's, and a sentence that the English leaves out
is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yuedu.checks import duty
from yuedu.checks.alignment import beads
from yuedu.checks.pair import Pair, Span
from yuedu.checks.rule import Mark, rule

OBLIGATION = re.compile(
    r"\b(?:must|should|shall|need\w*|ha(?:ve|s|d) to|required?|requires|requirement|ought|essential|necessary|imperative"
    r"|vital|crucial|make sure|be sure|obliged|oblig\w+|mandatory|compulsory|(?:is|are) to|duty|responsib\w+|bound to|urge\w*"
    r"|call\w* for|demand\w*|never|ensure|only|let|without fail|expected|ask\w*|will|insist\w*)\b",
    re.I,
)
PERMISSION = re.compile(r"\b(?:may|might|can|could|optional(?:ly)?|voluntar\w+|if (?:they|it) wish)\b", re.I)
PLAIN = re.compile(
    r"^(?:(?:first|second|third|fourth|fifth|sixth|finally|lastly|also|meanwhile|here)(?:ly)?,\s*)?"
    r"(?:we|it|this|these|that|all|each|they|our|every|there|its|the \w+(?: \w+){0,3} (?:is|are|has|have|was|were))\b",
    re.I,
)
ALLOWING = re.compile(
    r"\b(?:may|might|can|could|able|unable|allow\w*|permit\w*|possib\w+|enabl\w+|available|option\w*|entitled|let|lets"
    r"|right to|free to|eligible|feasible|in a position)\b",
    re.I,
)
STRIVING = re.compile(
    r"\b(?:striv\w*|strove|aim\w*|seek\w*|sought|try|trying|tries|endeavou?r\w*|effort\w*|target\w*|goal\w*|hope\w*|aspir\w*"
    r"|work\w* (?:hard )?(?:to|towards?|for)|push\w*|attempt\w*|do (?:our|their|its) (?:best|utmost)|objective\w*|intend\w*"
    r"|where possible|if possible|fight\w* for|in an? bid|bid to|compet\w+|win\w*)\b",
    re.I,
)
ENSURING = re.compile(
    r"\b(?:ensur\w*|(?:make|makes|making|made|be) (?:sure|certain)|guarantee\w*|secur(?:e|es|ed|ing)|keep\w*|kept|maintain\w*|protect\w*|safeguard\w*|so that"
    r"|see (?:to it )?that|see to|assur\w*|without fail)\b",
    re.I,
)
FUTURE = re.compile(
    r"\b(?:will|shall|must|should|(?:is|are) to (?!date)|going to|needs? to|plans? to|intends? to|aims? to)\b", re.I
)
PAST = re.compile(
    r"\b(?:ha(?:s|ve|d)|was|were|been|did|now|already|since|became|made|saw|rose|grew|went|took|gave|led|held|built|set"
    r"|put|brought|won|ran|began|came|\w{2,}ed)\b",
    re.I,
)
PERFECT = re.compile(r"\b(?:ha(?:s|ve) (?:been|already|\w+ed)|was|were|had)\b", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """A Chinese sentence and the English that stands on it, with their places."""

    zh: str
    en: str
    zh_span: Span
    en_span: Span


def _parts(pair: Pair) -> Iterator[Part]:
    """Sentences with terms blanked out, so that a cue inside a name is none."""
    zh = list(pair.zh)
    for hit in pair.hits:
        zh[hit.start : hit.end] = "＿" * (hit.end - hit.start)
    text = "".join(zh)
    if pair.kind == "pair":
        for here, there in beads(pair):
            yield Part(text[slice(*here)], pair.en[slice(*there)], here, there)
        return
    for number, (start, end) in enumerate(pair.sentences, 1):
        spans = [s for g, s in zip(pair.segments, pair.segment_spans, strict=True) if number in g.stands_on]
        if spans:
            first, last = spans[0][0], spans[-1][1]
            yield Part(text[start:end], " ".join(pair.en[a:b] for a, b in spans), (start, end), (first, last))


def _cue(part: Part, pattern: str) -> tuple[str, Span] | None:
    match = re.search(pattern, part.zh)
    if match is None:
        return None
    return match[0], (part.zh_span[0] + match.start(), part.zh_span[0] + match.end())


@rule("text.polarity", "error")
def polarity(pair: Pair) -> Iterator[Mark]:
    """What is forbidden (不得, 禁止, 严禁) is not allowed in the English, and what is required or allowed not forbidden."""
    for part in _parts(pair):
        yield from _allowed(part)
    yield from _forbidden(pair)


def _allowed(part: Part) -> Iterator[Mark]:
    """The Chinese forbids, and the English allows or demands it."""
    forbidden = list(duty.FORBIDDEN.finditer(part.zh))
    if not forbidden:
        return
    cue = forbidden[0]
    at = (part.zh_span[0] + cue.start(), part.zh_span[0] + cue.end())
    english = _without_counterparts(part.zh, part.en)
    negative = len(duty.NEGATIVE.findall(english))
    if negative >= len(forbidden):
        return
    loose = duty.VAGUELY_NEGATIVE.search(english) is not None
    permitting = _unnegated(duty.PERMITTING, english)
    allowed = len(duty.ALLOWED.findall(part.zh))
    if len(permitting) > allowed:
        message = f"{cue[0]} forbids, and the English allows"
        yield Mark(message, permitting[0], cue[0], at, part.en_span)
    elif not negative and not loose and duty.STATUTORY.search(part.zh) and duty.REQUIRING.search(english):
        yield Mark(f"{cue[0]} forbids, and the English requires", cue[0], "must not", at, part.en_span)
    elif not negative and not loose:
        message = f"{cue[0]} forbids, and no word of the English does"
        yield Mark(message, cue[0], "must not", at, part.en_span, "warning")


def _unnegated(pattern: re.Pattern[str], english: str) -> list[str]:
    """What allows without a no or not before it in its clause: not in No organisation may refuse."""
    found = []
    for match in pattern.finditer(english):
        clause = max(english.rfind(mark, 0, match.start()) for mark in ".;:,")
        if not duty.NEGATIVE.search(english, clause + 1, match.start()):
            found.append(match[0])
    return found


def _without_counterparts(zh: str, english: str) -> str:
    """The English without words that sound negative and render another word of the Chinese: 拒绝, to refuse."""
    for word, rendering in duty.COUNTERPARTS:
        if re.search(word, zh):
            english = re.sub(rendering, lambda m: "_" * len(m[0]), english, flags=re.I)
    return english


def _forbidden(pair: Pair) -> Iterator[Mark]:
    """The English forbids, or takes a duty away, more often than the Chinese denies or prevents anything."""
    for part in _english_parts(pair):
        said = duty.PROHIBITING.search(part.en)
        if said is None and duty.ALLOWED.search(part.zh):
            said = duty.UNABLE.search(part.en)
        denied = len(duty.DENIED.findall(duty.NO_DENIAL.sub("", part.zh)))
        if said is None or _negatives(part.en) <= denied:
            continue
        cue = duty.REQUIRED.search(part.zh) or duty.ALLOWED.search(part.zh)
        start = part.en_span[0] + said.start()
        where = (start, start + len(said[0]))
        if cue:
            at = (part.zh_span[0] + cue.start(), part.zh_span[0] + cue.end())
            verb = "requires" if duty.REQUIRED.search(cue[0]) else "allows"
            yield Mark(f"{cue[0]} {verb}, and the English forbids or denies", said[0], cue[0], at, where)
        elif not denied:
            message = "the English forbids or denies, and no word of the Chinese does"
            yield Mark(message, said[0], "", part.zh_span, where)


def _negatives(english: str) -> int:
    return len(duty.NEGATIVE.findall(english)) + len(duty.PREVENTING.findall(english))


def _english_parts(pair: Pair) -> Iterator[Part]:
    """Each segment of the English with all the Chinese that it stands on."""
    if pair.kind == "pair":
        yield from _parts(pair)
        return
    for segment, (start, end) in zip(pair.segments, pair.segment_spans, strict=True):
        stood = [pair.sentences[n - 1] for n in sorted(segment.stands_on) if n <= len(pair.sentences)]
        if stood:
            first, last = stood[0][0], stood[-1][1]
            yield Part(pair.zh[first:last], pair.en[start:end], (first, last), (start, end))


@rule("text.modality", "warning")
def modality(pair: Pair) -> Iterator[Mark]:
    """What must be (必须, 应当), may be (可以), is striven for (力争) or ensured (确保) stays so."""
    for part in _parts(pair):
        cue = _cue(part, "必须|务必|应当")
        loose = PERMISSION.search(part.en) or PLAIN.search(part.en)
        if cue and loose and not OBLIGATION.search(part.en):
            yield Mark(f"{cue[0]} requires, and the English does not", cue[0], "must", cue[1], part.en_span)
        if _cue(part, "原则上") and not duty.IN_PRINCIPLE.search(part.en):
            cue = _cue(part, "原则上")
            yield Mark(
                "原则上 leaves room, and the English leaves none",
                "原则上",
                "in principle",
                cue and cue[1],
                part.en_span,
            )
        cue = _cue(part, "(?<!不)可以(?!说|看到|看出|预料|预见|想见)")
        if cue and re.search(r"\b(?:must|shall)\b", part.en) and not ALLOWING.search(part.en):
            yield Mark(f"{cue[0]} allows, and the English requires", cue[0], "may, can", cue[1], part.en_span)
        cue = _cue(part, "力争|(?<!斗)争取(?!到|得)")
        if cue and not STRIVING.search(part.en):
            yield Mark(f"{cue[0]} is an aim, and the English is not", cue[0], "strive to, aim to", cue[1], part.en_span)
        cue = _cue(part, "确保")
        if cue and not ENSURING.search(part.en):
            yield Mark(f"{cue[0]} has no word in the English", cue[0], "ensure", cue[1], part.en_span)


@rule("text.modality", "warning")
def tense(pair: Pair) -> Iterator[Mark]:
    """What is done (已) is not to come in the English, and what is directed (要 at a clause's head) is not done."""
    for part in _parts(pair):
        done = _cue(part, "已经|均已|(?<![而不])已(?!有之|知)")
        directed = _cue(part, "(?:^|[，；：])(?:[一二三四五六七八九]|我们|各地|都)?要(?!求|素|点|害|闻)|必须|务必|应当")
        future, past = FUTURE.search(part.en), PAST.search(part.en)
        if done and not directed and future and not past:
            yield Mark(f"{done[0]} is done, and the English has it to come", done[0], "", done[1], part.en_span)
        told = PERFECT.search(part.en)
        past_cue = re.search("已|了|过|完成|实现|取得|去年|成效|以来|达到|荣获|获", part.zh)
        if directed and not past_cue and told and not OBLIGATION.search(part.en) and PLAIN.search(part.en):
            yield Mark(
                f"{directed[0]} directs, and the English reports", directed[0], "must", directed[1], part.en_span
            )


RULES = (polarity, modality, tense)
