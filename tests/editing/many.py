"""Many small documents for the miniature: enough to fill pages, whose measure a test makes small."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.editing.project import Project
from yuedu.pages import budget

NUMERALS = "一二三四五六七八九十"


def add_documents(project: Project, first: int, count: int, passages: int = 4) -> None:
    """`paper-1`, `paper-2` …: two to a year from 2031 on, every seventh without a date; each asks and plans."""
    for n in range(first, first + count):
        year = 2031 + n // 2
        lines = [f"第{n}号文件", "一、要求"]
        lines += [f"各馆要办好第{n}批第{p}项借阅服务。力争新增图书{n}{p}册。" for p in range(1, passages + 1)]
        lines += ["二、计划", f"今年培训馆员{n}0名。馆舍将改造{n}处。"]
        source = "\n\n".join(lines) + "\n"
        document = {
            "id": f"paper-{n}",
            "begins": lines[0],
            "short": {"zh": f"第{n}号", "en": f"No. {n}"},
            "title": {"zh": f"第{n}号文件", "en": f"Paper no. {n}"},
            **({"date": f"{year}-03-{1 + n % 28:02}"} if n % 7 else {}),
            "speaker": {"zh": f"王{NUMERALS[n % 10]}{NUMERALS[n // 10]}"},
            "office": {"zh": "馆长"},
            "strands": {"1": "asked", "2": "planned"},
            "topics": {"1": "lending", "2": "upkeep"},
        }
        sha256 = hashlib.sha256(source.encode()).hexdigest()
        project.write(f"seeds/paper-{n:02}/source.txt", source)
        collection = {"source": {"file": "source.txt", "sha256": sha256}, "documents": [document]}
        project.write(f"seeds/paper-{n:02}/document.yml", json.dumps(collection, ensure_ascii=False))


def make_small(monkeypatch: pytest.MonkeyPatch, *, room: int = 9000, listed: int = 900) -> None:
    """A measure that a few documents fill."""
    monkeypatch.setattr(budget, "ROOM", room)
    monkeypatch.setattr(budget, "FIRST", room)
    monkeypatch.setattr(budget, "LISTED", listed)
    monkeypatch.setattr(budget, "YEARS", 0)
