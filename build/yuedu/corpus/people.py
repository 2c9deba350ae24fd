"""Who speaks: the speakers of all documents, and the posts and bodies in whose name they are.

A person is known by the name as stated; two of one name share a page, for no rule can tell them apart. An office that joins
several posts with 、 is one entry a post, in the text's own words, and so is its English where `; ` joins as many; a document without a speaker stands under its issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pypinyin import lazy_pinyin

from yuedu.analysis.speeches import Speech
from yuedu.corpus.naming import newest_first
from yuedu.sources.shape import Bilingual
from yuedu.text.pinyin import pinyin_name, typed

Kind = Literal["speaker", "office"]
_POSTS = re.compile("、(?![^（(]*[）)])")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker or an office; `speeches` newest first."""

    kind: Kind
    slug: str
    name: Bilingual
    speeches: tuple[Speech, ...]


def speakers(speeches: Sequence[Speech]) -> list[Voice]:
    """In the order of their newest documents."""
    said = [(spoken(s.meta.speaker), s) for s in newest_first(speeches) if s.meta.speaker and s.meta.speaker.zh]
    return list(_voices("speaker", said))


def offices(speeches: Sequence[Speech]) -> list[Voice]:
    """In the order of their newest documents; the issuer of what nobody speaks."""
    said = [(post, s) for s in newest_first(speeches) for post in posts_of(s)]
    return list(_voices("office", said))


def spoken(name: Bilingual) -> Bilingual:
    """A person's name, in pinyin where no editor gave it another form."""
    return Bilingual(zh=name.zh, en=name.en or pinyin_name(name.zh or ""))


def posts_of(speech: Speech) -> list[Bilingual]:
    """The posts that a document states of its speaker, else its issuer."""
    m = speech.meta
    if m.office and m.office.zh:
        zh = _POSTS.split(m.office.zh)
        en = m.office.en.split("; ") if m.office.en else []
        return [Bilingual(zh=z, en=en[n] if len(en) == len(zh) else None) for n, z in enumerate(zh)]
    return [m.issuer] if m.issuer and m.issuer.zh and not m.speaker else []


def _voices(kind: Kind, said: Sequence[tuple[Bilingual, Speech]]) -> Iterator[Voice]:
    named: dict[str, list[tuple[Bilingual, Speech]]] = {}
    for name, speech in said:
        named.setdefault(name.zh or "", []).append((name, speech))
    slugs = _slugs(kind, list(dict.fromkeys(name.zh or "" for name, _ in reversed(said))))
    for zh, found in named.items():
        english = next((n.en for n, _ in found if n.en), None)
        yield Voice(kind, slugs[zh], Bilingual(zh=zh, en=english), tuple(s for _, s in found))


def _slugs(kind: Kind, names: Sequence[str]) -> dict[str, str]:
    """Joined toneless pinyin, a person's with the readings of surnames; a number where two meet, for the later to speak."""
    out: dict[str, str] = {}
    taken: set[str] = set()
    for zh in names:
        read = pinyin_name(zh) if kind == "speaker" else None
        joined = typed(read)[0] if read else "".join(lazy_pinyin(zh)).lower()
        plain = "".join(c for c in joined if c.isascii() and c.isalnum()) or "x"
        out[zh] = next(s for s in (plain, *(f"{plain}{n}" for n in range(2, len(taken) + 3))) if s not in taken)
        taken.add(out[zh])
    return out
