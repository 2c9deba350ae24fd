"""Reads the Markdown fixtures of a made-up desk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from yuedu.filing.shape import Filed, PassageWords, TopicWords
from yuedu.glossary.match import Matcher

FIXTURES = Path(__file__).parents[1] / "fixtures" / "filing"
HEAD = re.compile(r"(?P<id>\S+?)(?: (?P<edge>first|last))?(?: \| (?P<heading>.+))?")
cut = Matcher(()).tokens


class Asked(NamedTuple):
    passage: PassageWords
    topic: str | None
    word: str | None


def topics() -> list[TopicWords]:
    return [TopicWords(*head.split(" "), abstract) for head, (abstract, *_) in _blocks(_read("desk.md"), "## ").items()]


def filed() -> list[Filed]:
    found = []
    for part in re.split(r"^## ", _read("desk.md"), flags=re.M)[1:]:
        slug = part.split(" ", 1)[0]
        for head, (zh, *rest) in _blocks(part, "### ").items():
            also = [r.removeprefix("also: ").split(" ") for r in rest]
            found.append(Filed(_passage(head, zh), slug, sentences=tuple((s, z) for s, z in also)))
    return found


def asked() -> list[Asked]:
    found = []
    for head, (zh, answer) in _blocks(_read("asked.md"), "## ").items():
        topic, _, word = answer.partition(" ")
        found.append(Asked(_passage(head, zh), *((None, None) if topic == "none" else (topic, word))))
    return found


def _passage(head: str, zh: str) -> PassageWords:
    m = HEAD.fullmatch(head)
    assert m, head
    heading = m["heading"]
    section = m["id"].rpartition(".")[0] if heading else None
    return PassageWords(m["id"], zh, section, (heading,) if heading else (), edge=m["edge"])


def _blocks(text: str, mark: str) -> dict[str, list[str]]:
    """Heading → the paragraphs below it, up to the next heading of any level."""
    found: dict[str, list[str]] = {}
    for part in re.split(rf"^{mark}", text, flags=re.M)[1:]:
        head, _, body = part.partition("\n")
        body = re.split(r"^#+ ", body, maxsplit=1, flags=re.M)[0]
        found[head] = [" ".join(p.split("\n")) for p in body.strip().split("\n\n") if p]
    return found


def _read(name: str) -> str:
    return (FIXTURES / name).read_text(encoding="utf-8")
