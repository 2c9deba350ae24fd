"""Source texts that cannot be read."""

from __future__ import annotations

import hashlib

import pytest

from tests.editing.project import DOCUMENT, SOURCE, Project
from tests.editing.refusal import assert_refused

CHINESE = "一、加强保障\n各馆要配强馆员，完善借阅规则。\n"


@pytest.mark.parametrize(
    ("data", "line", "says", "remedy"),
    [
        pytest.param(b"", None, "empty", "give the file its text", id="empty"),
        pytest.param(b" \r\n\t\n", None, "empty", "give the file its text", id="white space alone"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 3, "binary", "UTF-8 (or GB18030)", id="binary"),
        pytest.param(
            CHINESE.encode() + CHINESE.encode("gb18030"), 3, "two encodings", "UTF-8 (or GB18030)", id="mixed"
        ),
        pytest.param(b"first line\nsecond \xff\xfe line\n", 2, "0xff", "UTF-8 (or GB18030)", id="neither encoding"),
        pytest.param(CHINESE.encode()[:-2], 2, "cut off", "get the file anew", id="cut off"),
        pytest.param(CHINESE.encode("shift_jis", "replace"), 1, "not GB18030", "UTF-8 (or GB18030)", id="Shift JIS"),
        pytest.param(f"{CHINESE}\x1b[31m红".encode(), 3, "U+001B", "UTF-8 (or GB18030)", id="control character"),
    ],
)
def test_unreadable_bytes(sound: Project, data: bytes, line: int | None, says: str, remedy: str) -> None:
    sound.replace_source(data)
    before = sound.tree()
    result = sound.run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {SOURCE}:{line}: " if line else f"error: {SOURCE}")
    assert says in result.stderr
    assert f"remedy: save the file as {remedy}" in result.stderr or f"remedy: {remedy}" in result.stderr
    assert sound.tree() == before


def test_gb18030_reads_like_utf_8(sound: Project) -> None:
    assert sound.run("build").exit_code == 0
    as_utf8 = sound.digest()
    sound.replace_source(sound.read(SOURCE).encode("gb18030"))
    assert sound.run("build").exit_code == 0
    as_gb18030 = sound.digest()
    assert as_gb18030["seeds"][0]["encoding"] == "gb18030"
    assert as_gb18030["passages"] == as_utf8["passages"]


def test_a_seed_that_is_not_the_recorded_one(sound: Project) -> None:
    recorded = hashlib.sha256((sound.root / SOURCE).read_bytes()).hexdigest()
    sound.edit(DOCUMENT, recorded, f"{recorded}  # here")
    sound.edit(SOURCE, "12个村", "13个村")
    found = hashlib.sha256((sound.root / SOURCE).read_bytes()).hexdigest()
    assert_refused(sound, DOCUMENT, [found, "not the one recorded"], f"restore {SOURCE}")


def test_a_seed_that_is_missing(sound: Project) -> None:
    (sound.root / SOURCE).unlink()
    assert_refused(sound, SOURCE, ["no such file"], "check the path")


def test_a_folder_in_place_of_the_seed(sound: Project) -> None:
    sound.edit(DOCUMENT, "file: source.txt", "file: .")
    assert_refused(sound, "seeds/mini", ["is a folder"], "name a file")
