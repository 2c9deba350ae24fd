"""Whether what is forbidden, required, permitted, aimed at, ensured or done is so in the English too.

These are warnings, and quiet ones: English has many ways to say must, and an alarm on good English costs trust. A cue
inside a term is the term's, and a sentence that the English leaves out is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yuedu.checks.pair import Pair, Span
from yuedu.checks.rule import Mark, rule

NEGATIVE = re.compile(
    r"\b(?:no|not|never|none|nor|neither|nobody|nothing|cannot|without|forbid\w*|forbade|prohibit\w*|ban(?:s|ned|ning)?"
    r"|bar(?:s|red)?|avoid\w*|refrain\w*|prevent\w*|stop\w*|unless|free (?:of|from)|rather than|instead of|far from"
    r"|refus\w*|reject\w*|exclud\w*|crack\w* down|rule[sd]? out|fail\w*|lack\w*|little|few|hardly|only|un(?:able|authori[sz]ed|lawful|permitted|acceptable|necessary)"
    r"|make (?:certain|sure)|ensure|impossible|keep\w* .{0,40}(?:from|out)|zero|guard\w* against|strictly)\b|n['’]t\b",
    re.I,
)
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
    r"\b(?:ensur\w*|(?:make|makes|making|made|be) (?:sure|certain)|guarantee\w*|secur(?:e|es|ed|ing)|safeguard\w*|so that"
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
DENYING = re.compile(
    r"\b(?:must|shall|may|should|cannot|can) not\b(?! only)|\bnever\b|\bprohibited\b|\bforbidden\b", re.I
)
OTHER_NEGATION = re.compile("[不未无非禁防免勿莫没别难杜避拒戒零]|缺|少|始终")


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


@rule("text.modality", "warning")
def polarity(pair: Pair) -> Iterator[Mark]:
    """What is forbidden (不得, 禁止, 严禁, 不能, 绝不) is forbidden in English, and nothing else is."""
    for part in _parts(pair):
        cue = _cue(part, "不得(?!不|已)|禁止|严禁|不准|不许|绝不|决不|(?<!能)不能(?!不)|切勿")
        if cue and not NEGATIVE.search(part.en):
            yield Mark(f"{cue[0]} forbids, and no word of the English does", cue[0], "", cue[1], part.en_span)
    for segment, (start, end) in zip(pair.segments, pair.segment_spans, strict=True):
        said = DENYING.search(pair.en, start, end)
        stood = [pair.sentences[n - 1] for n in sorted(segment.stands_on) if n <= len(pair.sentences)]
        if said and stood and not any(OTHER_NEGATION.search(pair.zh, *span) for span in stood):
            message = "the English denies or forbids, and no word of the Chinese does"
            yield Mark(message, said[0], "", (stood[0][0], stood[-1][1]), said.span())


@rule("text.modality", "warning")
def modality(pair: Pair) -> Iterator[Mark]:
    """What must be (必须, 应当), may be (可以), is striven for (力争) or ensured (确保) stays so."""
    for part in _parts(pair):
        cue = _cue(part, "必须|务必|应当")
        loose = PERMISSION.search(part.en) or PLAIN.search(part.en)
        if cue and loose and not OBLIGATION.search(part.en):
            yield Mark(f"{cue[0]} requires, and the English does not", cue[0], "must", cue[1], part.en_span)
        cue = _cue(part, "(?<!不)可以(?!说|看到|看出)")
        if cue and re.search(r"\b(?:must|shall)\b", part.en) and not ALLOWING.search(part.en):
            yield Mark(f"{cue[0]} allows, and the English requires", cue[0], "may, can", cue[1], part.en_span)
        cue = _cue(part, "力争|争取(?!到)")
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
