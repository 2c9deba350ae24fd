"""The zip of the site, made of what an earlier one has compressed, is the zip that a first run would make."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from yuedu.publish import archive

DATA = '<table><!-- yuedu:archive --></table>'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    pages = {"index.html": '<meta name="yuedu:id" content="small"><a href="data/">', "data/index.html": DATA, "a/b/index.html": '<a href="../">'}
    for path, text in {**pages, "data/字.csv": "1,2\n" * 999, "x.js.map": "{}", "empty.txt": ""}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return site


def zipped(site: Path, folder: Path | None) -> bytes:
    archive.main(site, folder)
    return (site / "data" / "small-offline.zip").read_bytes()


EDITS: dict[str, Callable[[Path, Path], object]] = {
    "nothing": lambda site, kept: None,
    "a page": lambda site, kept: (site / "a/b/index.html").write_text('<a href="../c/">'),
    "the times of a page": lambda site, kept: os.utime(site / "a/b/index.html"),
    "a page is added": lambda site, kept: (site / "a/new.html").write_text('<a href="./">'),
    "a page is removed": lambda site, kept: (site / "a/b/index.html").unlink(),
    "the zip in the site is gone": lambda site, kept: (site / "data/small-offline.zip").unlink(),
    "what was kept is gone": lambda site, kept: next(kept.glob("*.zip")).unlink(),
    "what was kept is cut off": lambda site, kept: os.truncate(next(kept.glob("*.zip")), 300),
    "a letter of what was kept": lambda site, kept: _spoil(next(kept.glob("*.zip"))),
    "its record is no record": lambda site, kept: next(kept.glob("*.json")).write_text("[1"),
}


def _spoil(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[120] ^= 1
    file.unlink()
    file.write_bytes(data)


@pytest.mark.parametrize("what", EDITS)
def test_what_is_kept_changes_no_byte(small: Path, tmp_path: Path, what: str) -> None:
    kept = tmp_path / "kept"
    zipped(small, kept)
    EDITS[what](small, kept)
    again = zipped(small, kept)
    assert again == zipped(small, None)
    assert again == zipped(small, kept)


def test_what_has_not_changed_is_not_compressed_again(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zipped(small, tmp_path / "kept")
    (small / "a/b/index.html").write_text("changed")
    read: list[str] = []
    real = archive.naming_files
    monkeypatch.setattr(archive, "naming_files", lambda html: read.append(html) or real(html))
    zipped(small, tmp_path / "kept")
    assert read == ["changed"]
