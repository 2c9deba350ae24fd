"""The miniature, built through the command line, is byte for byte what `tests/fixtures/mini/expected/` holds.

After a change that is meant to show, write the expected files anew and read what changed before committing it:

    YUEDU_GOLDEN=write python -m pytest tests/golden
"""

from __future__ import annotations

import difflib
import os
import shutil

import pytest

from tests.editing.project import EXPECTED, MINI, Project

GOLDEN = "YUEDU_GOLDEN"


def generated(project: Project) -> dict[str, bytes]:
    """What a build wrote, without the schemas and the frame: they are the same for every project."""
    files = project.bytes("docs") | {
        f.relative_to(project.root).as_posix(): f.read_bytes()
        for f in sorted((project.root / "seeds").rglob("*"))
        if f.is_file() and "ledger" in f.as_posix()
    }
    return {path: data for path, data in files.items() if not path.endswith(".schema.json") and not framed(path)}


def framed(path: str) -> bool:
    return path.startswith(("docs/assets/", "docs/search/"))


def expected() -> dict[str, bytes]:
    root = MINI / EXPECTED
    return {f.relative_to(root).as_posix(): f.read_bytes() for f in sorted(root.rglob("*")) if f.is_file()}


def test_the_miniature_gives_the_expected_files(mini: Project) -> None:
    result = mini.run("build")
    assert result.exit_code == 1, "one English text of the miniature is stale"
    found = generated(mini)
    if os.environ.get(GOLDEN) == "write":
        shutil.rmtree(MINI / EXPECTED, ignore_errors=True)
        for path, data in found.items():
            file = MINI / EXPECTED / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    wanted = expected()
    remedy = f"read the difference; if it is meant, run {GOLDEN}=write python -m pytest tests/golden"
    assert sorted(found) == sorted(wanted), remedy
    for path, data in found.items():
        if data != wanted[path]:
            before, after = wanted[path].decode().splitlines(), data.decode().splitlines()
            pytest.fail(
                "\n".join(difflib.unified_diff(before, after, f"expected/{path}", path, "", "", 1, "")) + f"\n{remedy}"
            )


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("speeches/note-2031/index.md", "工作工作会议"),
        ("speeches/note-2031/index.md", "**"),
        ("speeches/note-2031/index.md", "First, build Shumutong."),
        ("speeches/note-2031/index.md", "Attend to three things"),
        ("glossary/tongjian/index.md", "<mark>统建</mark>设"),
        ("data/corpus.tmx", "Attend to three things"),
        ("data/corpus.tmx", "First, build Shumutong."),
        ("data/passages.xlf", "First, build Shumutong."),
    ],
)
def test_what_must_not_stand_in_the_expected_files(page: str, words: str) -> None:
    """So that writing them anew does not take in a fault: repaired words, withheld English, a term found in a longer word."""
    assert words not in (MINI / EXPECTED / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("speeches/note-2031/index.md", '<data class="yd-figure" value="240000000" data-say="CNY 240,000,000"'),
        ("speeches/note-2031/index.md", '<span class="yd-s" data-s="1 2" style="order:1">'),
        ("speeches/note-2031/index.md", "{#note-2031.2.1}"),
        ("topics/upkeep/index.md", "Staff, buildings &amp; stacks"),
        ("systems/shumutong/index.md", "<mark>书目通</mark>上线运行"),
        ("data/glossary.tbx", '<admin type="source">/speeches/note-2031/#note-2031.1.p3.s1</admin>'),
        ("data/corpus.tmx", '<tu tuid="note-2031.p1/2">'),
        ("data/passages.xlf", '<trans-unit id="note-2031.p1.s1-3" approved="yes">'),
        ("data/glossary.jsonld", '"url": "../glossary/jieyue/"'),
        ("data/figures.csv", "note-2031.p1.f13,note-2031.p1,1,1.25亿次,count,125000000,"),
    ],
)
def test_what_must_stand_in_the_expected_files(page: str, words: str) -> None:
    assert words in (MINI / EXPECTED / "docs" / page).read_text(encoding="utf-8")
