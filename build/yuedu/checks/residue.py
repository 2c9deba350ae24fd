"""What has no place in English that is finished: other scripts, invisible characters, a model's talk, a broken end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.checks.pair import Pair, Span
from yuedu.checks.rule import Mark, rule

HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")  # 粤省事
PUNCTUATION = re.compile("[\u3000-\u3003\u3008-\u3020\u3030\uff01-\uffe6]+|—{2,}|…{2,}")  # ，。《》（）１２——……
INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd\U000e0000-\U000e0fff]+"
)  # zero-width space, bidi override, soft hyphen, replacement character, line feed; a no-break space is none of these
CHATTER = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"^(?:sure|certainly|of course|absolutely|okay|ok)\b[,.!:]?\s+(?:here|i\b|let|the translation)",  # Sure, here is
        r"^(?:sure|certainly|absolutely|okay|ok|great)!",  # Certainly!
        r"\b(?:here(?:['’]s| is| are)|below is|following is) (?:the|my|an?|your) "
        r"(?:\w+ ){0,3}(?:translation|rendering|english version|json|output)\b",  # Here is the English translation
        r"\b(?:translation|translated text|english version) (?:is )?(?:as follows|below|follows)\b",  # as follows
        r"\b(?:I (?:have|['’]ve) translated|my translation|end of (?:the )?translation)\b",  # I have translated
        r"\bas an? (?:ai|artificial intelligence|(?:large )?language model|assistant|translator)\b",  # As an AI
        r"\bI(?:['’]m| am) (?:sorry|unable|an ai|just an)\b",  # I'm sorry
        r"\bI (?:cannot|can['’]t|can not|could not) (?:translate|assist|help|provide|fulfil)",  # I cannot translate
        r"\b(?:let me know if|I hope this helps|feel free to|please note that this)\b",  # Let me know if
        r"^\W*(?:the )?(?:translat(?:ion|ed (?:text|passage)|or['’]s note)|note|english(?: version| translation)?|output"
        r"|answer|explanation|response|assistant|user|system|(?:sentence|segment) \d+)\s*:",  # Translation: …
        r"\(\s*(?:translator['’]s )?note\s*:",  # (Note: …
        r"<\|?/?(?:think|s|im_start|im_end|assistant|user|system|end|eot_id|inst)\b[^>]*>|\[/?INST\]",  # <|im_end|>
    )
)
MARKUP = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"```|~~~",  # a Markdown fence
        r"^\s*(?:#{1,6}|[-*•])\s",  # a heading or a list item
        r"\*\*|__\w|\w__",  # bold
        r"\[\s*s?\d{1,2}(?:\s*[-–,]\s*s?\d{1,2})*\s*\]",  # [1], a sentence's number; [2023] is a document's
        r"[{,\[]\s*[\"']?\w+[\"']\s*:",  # {"text":
        r"\"\s*[}\]]|^\s*(?:[{}]|\[\s*[{\"])|[}{]\s*,?\s*$",  # "}
        r"\\[nrtu\"]",  # \n written out
        r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>",  # <p>
        r"&(?:[a-z]+|#\d+);",  # &amp;
    )
)
LISTED = re.compile(r"^\(?\d{1,2}[.)]\s")  # 1. Librarians; a line of a file that is compared may be an item of a list
ENDS = re.compile(r"[.!?:;,][\"'”’)\]]*$")
CHINESE_END = re.compile("[。！？：；，][”’）》]*$")
DANGLING = re.compile(r"(?:\b(?:the|of|and|a|an|or|with|from|that|which|to)|[,\-–—(\[{“]|\.\.\.|…)$")  # … and the
LAST = re.compile(r"(?:\S+ ){0,4}\S*$")  # the last five words
SALUTATION = re.compile(r"(?:\w+ ){0,3}\w+,")  # Fellow deputies,
OPEN_ENDS = ("…", "…”", "：", "，")  # 各位同事：
PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))


@rule("text.han", "error")
def han(pair: Pair) -> Iterator[Mark]:
    """The English holds no Han: the page adds the Chinese of a term."""
    yield from _each(pair, HAN, "Han characters in the English")


@rule("text.punctuation", "error")
def punctuation(pair: Pair) -> Iterator[Mark]:
    """The English holds no full-width or Chinese punctuation."""
    yield from _each(pair, PUNCTUATION, "full-width punctuation in the English")


@rule("text.invisible", "error")
def invisible(pair: Pair) -> Iterator[Mark]:
    """The English holds no character that nobody sees or that stands for a lost one."""
    for match in INVISIBLE.finditer(pair.en):
        names = " ".join(f"U+{ord(c):04X}" for c in match[0])
        yield Mark("invisible characters in the English", names, "", en=match.span())


@rule("text.chatter", "error")
def chatter(pair: Pair) -> Iterator[Mark]:
    """The English holds nothing that a model says about it, and no Markdown, JSON or HTML that the Chinese has not."""
    foreign = [p for p in MARKUP if not p.search(pair.zh)] + ([LISTED] if pair.kind != "pair" else [])
    for segment, (start, _) in zip(pair.segments, pair.segment_spans, strict=True):
        taken: list[Span] = []
        for pattern in (*CHATTER, *foreign):
            for match in pattern.finditer(segment.text):
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    taken.append(match.span())
                    message = "talk or markup that is no part of the English"
                    yield Mark(message, match[0].strip(), "", en=(start + match.start(), start + match.end()))


@rule("text.empty", "error")
def empty(pair: Pair) -> Iterator[Mark]:
    """Every segment has words, not only marks."""
    for segment, span in zip(pair.segments, pair.segment_spans, strict=True):
        if not re.search("[A-Za-z0-9]", segment.text) and not HAN.search(segment.text):
            yield Mark("a segment without a word", segment.text, "", en=span)


@rule("text.cut", "error")
def cut(pair: Pair) -> Iterator[Mark]:
    """The English ends where its Chinese does, and what it opens it closes.

    Where a passage ends a sentence, so does its English. No English ends in a dash, an article, three dots, or in a comma
    that is not the end of a salutation.
    """
    tail = _tail(pair.en, len(pair.en))
    if DANGLING.search(pair.en) and not pair.zh.endswith(OPEN_ENDS) and not SALUTATION.fullmatch(pair.en):
        yield Mark("the English breaks off", pair.en[tail[0] :], "", en=tail)
    elif pair.kind in ("passage", "synopsis") and CHINESE_END.search(pair.zh) and not ENDS.search(pair.en):
        yield Mark("the English ends without a full stop", pair.en[tail[0] :], "", en=tail)
    for _, end in pair.segment_spans[:-1] if pair.kind in ("passage", "synopsis") else ():
        if not ENDS.search(pair.en[:end]):
            tail = _tail(pair.en, end)
            yield Mark("a segment ends without a mark", pair.en[slice(*tail)], "", en=tail)
    for opens, closes in PAIRS:
        there = pair.en.count(opens), pair.en.count(closes)
        if there[0] != there[1]:
            message = f"{there[0]} {opens} and {there[1]} {closes} in the English"
            at = max(pair.en.rfind(opens), pair.en.rfind(closes))
            yield Mark(message, opens if there[0] > there[1] else closes, "", en=(at, at + 1))
    if pair.en.count('"') % 2:
        at = pair.en.rfind('"')
        yield Mark('a " without its other half', '"', "", en=(at, at + 1))


RULES = (han, punctuation, invisible, chatter, empty, cut)


def _tail(text: str, end: int) -> Span:
    """The last words before an offset."""
    match = LAST.search(text[:end])
    return match.span() if match else (0, end)


def _each(pair: Pair, pattern: re.Pattern[str], message: str) -> Iterator[Mark]:
    for match in pattern.finditer(pair.en):
        yield Mark(message, match[0], "", en=match.span())
