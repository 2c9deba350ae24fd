"""The table by which a page turns its Chinese into traditional characters; assets/reading.js uses it.

1. A text is turned word by word (see `turning`), with the glossary's own forms in their places.
2. A character has one form; a phrase whose characters take other forms stands in the table as a whole.
3. The longest phrase at each place, else the character: that walk gives what 1 gives for every text of the site.
4. No text changes its length.

Where 1 and 2 alone do not give 3, words around the place are put into the table. They are found text by text, against the
phrases that all texts share, so that a text which does not change is gone through again only where a phrase came or went
that stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from yuedu.parts.turning import Turned, Turning, by_character, by_word

Phrases = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A text that is only read where it has to be: what it is made from, and how it is had, in short and whole."""

    made_from: str
    short: Callable[[], Turned]
    whole: Callable[[], Turning]


@dataclass(frozen=True, slots=True)
class Known:
    """The phrases that all texts shared, and for each text by its name what it was made from and what it needed beside."""

    base: Phrases
    needed: Mapping[str, tuple[str, Phrases]]


def table(
    texts: Mapping[str, Source], own: Phrases, known: Known | None = None
) -> tuple[dict[str, str], dict[str, str], Known]:
    """Characters, phrases, and what is to be known the next time. `texts`: by name; `own`: words whose form the glossary
    gives."""
    given = {zh: t for zh, t in sorted(own.items()) if len(zh) == len(t) and t != by_word(zh)}
    base, characters = dict(given), set[str]()
    for text in texts.values():
        short = text.short()
        characters.update(short.characters)
        for word, turned in short.words.items():
            base.setdefault(word, turned)
    chars = {c: t for c in sorted(characters) if (t := by_word(c)) != c}
    changed = [p for p in {*base} | {*known.base} if base.get(p) != known.base.get(p)] if known else []
    needed: dict[str, tuple[str, Phrases]] = {}
    for name, text in texts.items():
        before = known.needed.get(name) if known else None
        if before and before[0] == text.made_from and not (changed and _holds(text, changed)):
            needed[name] = before
        else:
            needed[name] = text.made_from, _needed(text.whole(), given, chars, base)
    phrases = dict(base)
    more = {p: t for _, found in needed.values() for p, t in found.items() if p not in phrases}
    while more:
        phrases |= more
        again: dict[str, str] = {}
        for text in texts.values():
            if _holds(text, more):
                again |= _needed(text.whole(), given, chars, phrases)
        more = {p: t for p, t in sorted(again.items()) if p not in phrases}
    return chars, phrases, Known(base, needed)


def _holds(source: Source, phrases: Iterable[str]) -> bool:
    text = source.whole().text
    return any(p in text for p in phrases)


def script(chars: Phrases, phrases: Phrases) -> str:
    """The table as a script that a page loads when traditional characters are first asked for."""
    longest = max(map(len, phrases), default=1)
    value = {"longest": longest, "chars": chars, "phrases": phrases}
    return f"yuedu.traditional({json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))});\n"


def apply(text: str, chars: Phrases, phrases: Phrases, sizes: Mapping[str, list[int]] | None = None) -> str:
    """The walk of assets/reading.js. `sizes`: first character → the lengths of phrases that begin with it, the longest
    first."""
    by_first = sizes_of(phrases) if sizes is None else sizes
    out, at = [], 0
    while at < len(text):
        c = text[at]
        for size in by_first.get(c, ()):
            if (phrase := phrases.get(text[at : at + size])) is not None:
                out.append(phrase)
                at += size
                break
        else:
            out.append(chars.get(c, c))
            at += 1
    return "".join(out)


def sizes_of(phrases: Phrases) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


def expected(text: Turning, given: Phrases) -> str:
    """A text turned word by word, with the glossary's own forms in their places."""
    turned = [*by_character(text.text)]
    for at, word in text.words:
        turned[at : at + len(word)] = word
    for zh, hant in given.items():
        at = text.text.find(zh)
        while at >= 0:
            turned[at : at + len(hant)] = hant
            at = text.text.find(zh, at + len(zh))
    return "".join(turned)


def _needed(text: Turning, given: Phrases, chars: Phrases, phrases: Phrases) -> dict[str, str]:
    """What has to stand in the table beside these phrases so that this text comes out right."""
    found: dict[str, str] = {}
    sizes = sizes_of(phrases)
    whole = expected(text, given)
    for start, end in _lines(text.text):
        line, wanted = text.text[start:end], whole[start:end]
        if apply(line, chars, phrases, sizes) == wanted:
            continue
        reach = 1
        while (at := _differs(apply(line, chars, {**phrases, **found}), wanted)) is not None:
            first, last = max(0, at - reach), min(len(line), at + reach + 1)
            found[line[first:last]] = wanted[first:last]
            reach = reach + 1 if reach < len(line) else 1
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _differs(a: str, b: str) -> int | None:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), None)
