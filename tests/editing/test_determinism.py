"""The same sources give the same bytes, anywhere; what is up to date is not touched; what is written is written whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editing.project import Project, copy_mini

YUEDU = (sys.executable, "-c", "from yuedu.cli import main; main()")


def yuedu(root: Path, *arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    return subprocess.run(
        [*YUEDU, "--project", str(root), *arguments],
        cwd=cwd,
        env={**clean, **environment},
        capture_output=True,
        check=False,
    )


def state(project: Project) -> dict[str, tuple[int, int]]:
    """Every file's inode and time of writing."""
    files = (f for f in project.root.rglob("*") if f.is_file())
    return {f.relative_to(project.root).as_posix(): (f.stat().st_ino, f.stat().st_mtime_ns) for f in files}


def test_nothing_of_the_machine_shows(tmp_path: Path, cache: Path) -> None:
    """Hash seed, locale, time zone, current directory, and where the project stands."""
    first = copy_mini(tmp_path / "here" / "mini", cache)
    second = copy_mini(tmp_path / "elsewhere" / "with a space 书" / "other-name", cache)
    one = yuedu(first.root, "build", cwd=Path("/"), PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Shanghai")
    two = yuedu(Path(), "build", cwd=second.root, PYTHONHASHSEED="4242", LC_ALL="C.UTF-8", TZ="America/Lima")
    assert (one.returncode, two.returncode) == (1, 1), one.stderr + two.stderr
    assert one.stdout == two.stdout
    assert first.bytes() == second.bytes()
    assert len(first.bytes("docs")) > 20
    for data in first.bytes("docs").values():
        assert str(tmp_path).encode() not in data
        assert b"\r\n" not in data or data.startswith(b"\xef\xbb\xbf"), "only a CSV file has CR LF"


def test_building_twice_changes_nothing(mini: Project) -> None:
    mini.run("build")
    once = mini.bytes()
    mini.run("build")
    assert mini.bytes() == once


def test_what_is_up_to_date_is_not_written(built: Project) -> None:
    before = state(built)
    assert built.run("build").exit_code == 0
    assert state(built) == before


def test_only_what_differs_is_written(built: Project) -> None:
    before = state(built)
    built.edit("topics.yml", "en: The close.", "en: The end.")
    assert built.run("build").exit_code == 0
    after = state(built)
    written = {path for path in after if after[path] != before.get(path)} - {"topics.yml"}
    assert "docs/topics/occasion/index.md" in written
    assert "docs/topics/lending/index.md" not in written
    assert "docs/speeches/note-2031/index.md" not in written


def test_orphans_are_removed_with_their_folders(built: Project) -> None:
    """Only in generated folders: pages written by hand stay."""
    built.write("docs/topics/old/index.md", "# Old\n")
    built.write("docs/data/deep/er/old.json", "{}\n")
    built.write("docs/about/index.md", "# About\n")
    built.write("docs/assets/data/kept.txt", "kept\n")
    assert built.run("build").exit_code == 0
    assert not (built.root / "docs/topics/old/index.md").exists()
    assert not (built.root / "docs/data/deep").exists()
    assert built.read("docs/about/index.md") == "# About\n"
    assert built.read("docs/assets/data/kept.txt") == "kept\n"


def test_the_order_of_files_on_the_disk_does_not_show(built: Project) -> None:
    """The same English, cut into other files."""
    before = built.bytes("docs")
    text = built.read("summaries/note-2031.yml")
    cut = text.index("note-2031.1.p1:")
    built.write("summaries/zz.yml", text[:cut])
    built.write("summaries/aa.yml", text[cut:])
    (built.root / "summaries/note-2031.yml").unlink()
    assert built.run("build").exit_code == 0
    assert built.bytes("docs") == before


def test_a_write_that_fails_leaves_the_old_file_whole(built: Project) -> None:
    """The system refuses to write more than a few kilobytes to a file: the long page cannot be written."""
    page = "docs/speeches/note-2031/index.md"
    before = built.bytes()
    assert len(before[page]) > 8192
    built.edit("seeds/mini/document.yml", "en: Someone}\n  date", "en: Anyone}\n  date")
    built.edit("seeds/mini/document.yml", "en: Speech at", "en: Address to")

    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)); " + YUEDU[2]
    command = [sys.executable, "-c", code, "build"]
    result = subprocess.run(command, cwd=built.root, capture_output=True, check=False, text=True)
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    assert "error: " in result.stderr
    after = built.bytes()
    assert {*after} == {*before}, "no temporary file stays"
    assert built.run("build").exit_code == 0, "and the next build mends it"
    mended = built.bytes()
    assert after[page] == before[page] != mended[page]
    assert [p for p, data in after.items() if data not in (before[p], mended[p])] == [], (
        "old or new, never half of either"
    )


@pytest.mark.parametrize("path", ["docs/data/digest.json", "seeds/ledger.txt"])
def test_generated_files_can_be_read_by_others(built: Project, path: str) -> None:
    assert (built.root / path).stat().st_mode & 0o777 == 0o644
