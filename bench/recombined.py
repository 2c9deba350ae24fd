"""A larger project made of the real one: its passages recombined into further speeches and topics.

The same seed of chance gives the same project.
"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from pathlib import Path

import yaml

from yuedu.store.project import build

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("seeds", "summaries", "overrides", "docs", "glossary.yml", "topics.yml", "mkdocs.yml")
PASSAGES = 8
"""Passages of one recombined speech."""


def copy_project(target: Path) -> None:
    """This project's sources and pages, without what was installed."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)


def make(target: Path, speeches: int, topics: int) -> None:
    """Write into `target` the project with so many more speeches and topics."""
    chance = random.Random(speeches)
    corpus = build(ROOT).corpus
    copy_project(target)
    texts = [p.zh for p in corpus.passages.values()]
    for n in range(speeches):
        ident = f"recombined-{n}"
        folder = target / "seeds" / ident
        folder.mkdir()
        paragraphs = [chance.choice(texts).removeprefix("一是").removeprefix("二是") for _ in range(PASSAGES)]
        source = f"第{n}号讲话\n\n" + "\n\n".join(_plain(p) for p in paragraphs) + "\n"
        (folder / "source.txt").write_text(source, encoding="utf-8")
        filed = {f"p{k}": f"theme-{chance.randrange(topics)}" for k in range(1, PASSAGES + 1)} if topics else {}
        (folder / "document.yml").write_text(_document(ident, n, source, filed), encoding="utf-8")
    (target / "topics.yml").write_text(_topics(topics), encoding="utf-8")


def _plain(paragraph: str) -> str:
    """One paragraph that is read as one passage: without the marks that would cut it."""
    for numeral in "一二三四五六七八九":
        paragraph = paragraph.replace(f"{numeral}是", "").replace(f"{numeral}要", "要")
    return paragraph if paragraph.endswith("。") else paragraph.rstrip("：；！") + "。"


def _document(ident: str, n: int, source: str, filed: dict[str, str]) -> str:
    document = {
        "id": ident,
        "begins": f"第{n}号讲话",
        "short": {"zh": f"第{n}号", "en": f"No. {n}"},
        "title": {"zh": f"第{n}号讲话", "en": f"Speech no. {n}"},
        "date": "2023-02-07",
        "abstract": {"zh": "为测量而重组。", "en": "Recombined for measurement."},
        "strands": {"": "done"},
        "topics": filed,
    }
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    return json.dumps({"source": {"file": "source.txt", "sha256": sha256}, "documents": [document]}, ensure_ascii=False)


def _topics(topics: int) -> str:
    file = yaml.safe_load((ROOT / "topics.yml").read_text(encoding="utf-8"))
    for n in range(topics):
        title = {"en": f"Theme no. {n}", "zh": f"第{n}号专题"}
        file["topics"].append({"slug": f"theme-{n}", "title": title, "abstract": title})
    return yaml.safe_dump(file, allow_unicode=True, sort_keys=False)
