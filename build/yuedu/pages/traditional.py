"""The table by which a page turns its Chinese into traditional characters: made with OpenCC, used by assets/reading.js.

1. A text is turned word by word, so that 要素发展 is 要素發展 and not 要素髮展 for the sake of 素发 (unbleached hair).
2. A character has one form; a phrase whose characters take other forms stands in the table as a whole.
3. The longest phrase at each place, else the character: that walk gives what 1 gives for every text of the site.
4. No text changes its length.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from yuedu.glossary.load import traditional
from yuedu.glossary.match import Matcher
from yuedu.glossary.shape import Term

_TAG = re.compile(r"<(?!/?(?:a|b|i|p|span|strong|mark|data)\b)[^>]*>|</p>")
_INLINE = re.compile(r"<[^>]+>")
_RUN = re.compile(
    "[\u3400-\u9fff0-9A-Za-z+“”《》（）、，。；：！？…—-]*[\u3400-\u9fff][\u3400-\u9fff0-9A-Za-z+“”《》（）、，。；：！？…—-]*"
)


def script(pages: Iterable[str], terms: Sequence[Term], matcher: Matcher) -> str:
    """The table as a script that a page loads when traditional characters are first asked for."""
    lines = {line for page in pages for line in page.split("\n")}  # pages share most of theirs
    texts = {run for line in lines for run in _runs(line)}
    cut = {text: [text[start:end] for start, end in matcher.tokens(text)] for text in sorted(texts)}
    chars, phrases = table(cut, {t.zh: t.zh_hant or t.zh for t in terms})
    longest = max(map(len, phrases), default=1)
    value = {"longest": longest, "chars": chars, "phrases": phrases}
    return f"yuedu.traditional({json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))});\n"


def table(texts: Mapping[str, Sequence[str]], own: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Characters and phrases for these texts, each with its words. `own`: words whose form the glossary gives."""
    chars = {c: t for c in sorted(set("".join(texts))) if (t := traditional(c)) != c and len(t) == 1}
    phrases = {zh: t for zh, t in own.items() if len(zh) == len(t) and t != _turned([zh])}
    given = list(phrases.items())
    for word in sorted({word for words in texts.values() for word in words}):
        turned = _turned([word])
        if turned != "".join(chars.get(c, c) for c in word):
            phrases.setdefault(word, turned)
    for text, words in texts.items():
        wanted = expected(text, words, given)
        reach = 1
        while (at := _differs(apply(text, chars, phrases), wanted)) is not None:
            start, end = max(0, at - reach), min(len(text), at + reach + 1)
            phrases[text[start:end]] = wanted[start:end]
            reach = reach + 1 if reach < len(text) else 1
    return chars, phrases


def apply(text: str, chars: Mapping[str, str], phrases: Mapping[str, str]) -> str:
    """The walk of assets/reading.js."""
    longest = max(map(len, phrases), default=1)
    out, at = [], 0
    while at < len(text):
        for size in range(min(longest, len(text) - at), 1, -1):
            if (phrase := text[at : at + size]) in phrases:
                out.append(phrases[phrase])
                at += size
                break
        else:
            out.append(chars.get(text[at], text[at]))
            at += 1
    return "".join(out)


def expected(text: str, words: Iterable[str], own: Iterable[tuple[str, str]]) -> str:
    """A text turned word by word, with the glossary's own forms in their places."""
    turned = _turned(words)
    for zh, hant in own:
        for match in re.finditer(re.escape(zh), text):
            turned = turned[: match.start()] + hant + turned[match.end() :]
    return turned


def _turned(words: Iterable[str]) -> str:
    return "".join(t if len(t := traditional(word)) == len(word) else word for word in words)


def _differs(a: str, b: str) -> int | None:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), None)


def _runs(page: str) -> Iterable[str]:
    """The stretches of Chinese of a page, as its elements hold them: inline tags do not break a stretch."""
    for piece in _TAG.split(page):
        yield from _RUN.findall(html.unescape(_INLINE.sub("", piece)))
