"""A larger project made of the real one: its sentences recombined into further documents of real length.

No two documents are alike, and the words are those of the real text, so that terms and figures stand in them as often as
they do there. The same numbers give the same project.
"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from yuedu.store.project import build

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("seeds", "summaries", "overrides", "docs", "glossary.yml", "topics.yml", "mkdocs.yml")
YEARS = 16
"""Years over which the documents are spread, the last of them 2026."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of one document: its sections, the sections in each, the passages in those, and about the characters of a passage."""

    sections: int = 8
    inner: int = 4
    passages: int = 4
    characters: int = 190


REPORT = Size()
"""A whole report: 128 passages, some 25,000 characters."""
SHORT = Size(sections=2, inner=1, passages=4)
"""8 passages."""

NUMERALS = "一二三四五六七八九十"


def copy_project(target: Path) -> None:
    """This project's sources and pages, without what was installed."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)


def make(target: Path, documents: int, topics: int = 0, size: Size = REPORT) -> None:
    """Write into `target` the project with so many more documents, and so many more topics for them."""
    corpus = build(ROOT).corpus
    copy_project(target)
    sentences = [_plain(p.zh[a:b]) for p in corpus.passages.values() for a, b in p.sentences]
    titles = [s.title for s in corpus.sections.values() if s.title]
    slugs = [t.slug for t in corpus.topics.topics] + [f"theme-{n}" for n in range(topics)]
    for n in range(documents):
        ident = f"recombined-{n}"
        chance = random.Random(n)
        folder = target / "seeds" / ident
        folder.mkdir()
        source = "\n\n".join(_text(n, chance, sentences, titles, size)) + "\n"
        (folder / "source.txt").write_text(source, encoding="utf-8")
        (folder / "document.yml").write_text(_document(ident, n, source, chance, slugs, size), encoding="utf-8")
    if topics:
        (target / "topics.yml").write_text(_topics(topics), encoding="utf-8")


def texts(documents: int, sentences: list[str], titles: list[str], size: Size = REPORT) -> Iterator[list[str]]:
    """The lines of so many documents recombined from any sentences, for what needs no project."""
    plain = [_plain(s) for s in sentences]
    for n in range(documents):
        yield list(_text(n, random.Random(n), plain, titles, size))


def _text(n: int, chance: random.Random, sentences: list[str], titles: list[str], size: Size) -> Iterator[str]:
    """The lines of one document."""
    yield f"第{n}号讲话"
    for section in range(size.sections):
        yield f"{NUMERALS[section]}、{chance.choice(titles)}"
        for inner in range(size.inner):
            yield f"（{NUMERALS[inner]}）{chance.choice(titles)}"
            for _ in range(size.passages):
                yield _paragraph(chance, sentences, size.characters)


def _paragraph(chance: random.Random, sentences: list[str], characters: int) -> str:
    """Sentences up to about so many characters."""
    text = ""
    while len(text) < characters - 25:
        text += chance.choice(sentences)
    return text


def _plain(sentence: str) -> str:
    """A sentence without the marks that would cut its paragraph."""
    for numeral in NUMERALS:
        sentence = sentence.replace(f"{numeral}是", "").replace(f"{numeral}要", "要").replace(f"（{numeral}）", "")
    return sentence if sentence.endswith("。") else sentence.rstrip("：；！") + "。"


def _document(ident: str, n: int, source: str, chance: random.Random, slugs: list[str], size: Size) -> str:
    inner = [f"{s}.{i}" for s in range(1, size.sections + 1) for i in range(1, size.inner + 1)]
    strands = ("done", "gaps", "asked", "planned")
    document = {
        "id": ident,
        "begins": f"第{n}号讲话",
        "short": {"zh": f"第{n}号", "en": f"No. {n}"},
        "title": {"zh": f"第{n}号讲话", "en": f"Speech no. {n}"},
        "date": f"{2026 - n % YEARS}-{1 + n % 12:02}-{1 + n % 28:02}",
        "abstract": {"zh": "为测量而重组。", "en": "Recombined for measurement."},
        "strands": {str(s + 1): strands[s % len(strands)] for s in range(size.sections)},
        "topics": {key: chance.choice(slugs) for key in inner},
    }
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    return json.dumps({"source": {"file": "source.txt", "sha256": sha256}, "documents": [document]}, ensure_ascii=False)


def _topics(topics: int) -> str:
    file = yaml.safe_load((ROOT / "topics.yml").read_text(encoding="utf-8"))
    for n in range(topics):
        title = {"en": f"Theme no. {n}", "zh": f"第{n}号专题"}
        file["topics"].append({"slug": f"theme-{n}", "title": title, "abstract": title})
    return yaml.safe_dump(file, allow_unicode=True, sort_keys=False)
