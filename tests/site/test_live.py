"""`mkdocs serve`, with `--dirty` as `make serve` has it: an edit of any source shows on the open page within seconds, and does not rebuild for ever."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import BIN, QUIET

PATIENCE = 60
"""Seconds to wait for anything at all, on a slow machine; the promised times are measured in bench/."""

SKIP = shutil.ignore_patterns(".git", ".venv", "site", "site-*", "__pycache__", "tests", "bench", ".hypothesis", ".*_cache")


class Server:
    """A running `mkdocs serve` and what it has printed."""

    def __init__(self, project: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log: list[str] = []
        command = [str(BIN / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{self.port}", *options]
        self.process = subprocess.Popen(
            command, cwd=project, env={**QUIET, "SITE_URL": "http://127.0.0.1/"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        self.log.extend(self.process.stdout)

    @property
    def builds(self) -> int:
        return sum("Building documentation" in line for line in self.log)

    def page(self, path: str) -> str:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as got:
            return got.read().decode()
        return ""

    def wait_for(self, path: str, words: str) -> float:
        """Seconds until the page holds the words."""
        started = time.monotonic()
        while words not in self.page(path):
            assert self.process.poll() is None, "".join(self.log)
            assert time.monotonic() - started < PATIENCE, f"{words!r} never came\n" + "".join(self.log[-30:])
            time.sleep(0.1)
        return time.monotonic() - started

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
        self.reader.join(timeout=10)
        assert self.process.stdout
        self.process.stdout.close()

    def settle(self) -> None:
        """Wait until nothing has been rebuilt for a while."""
        before = -1
        while before != self.builds:
            before = self.builds
            time.sleep(2)


@pytest.fixture(scope="module")
def served(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    project = tmp_path_factory.mktemp("served") / "project"
    shutil.copytree(root, project, ignore=SKIP)
    server = Server(project, "--dirty")
    try:
        server.wait_for("/", "Yuedu")
        server.settle()
        yield project, server
    finally:
        server.stop()


def test_plain_mkdocs_serve_shows_an_edit_too(root: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(root, project, ignore=SKIP)
    server = Server(project)
    try:
        server.wait_for("/", "Yuedu")
        server.settle()
        text = (project / "topics.yml").read_text(encoding="utf-8")
        (project / "topics.yml").write_text(re.sub(r"(?m)^    en: ", r"\g<0>Edited plainly, ", text, count=1), encoding="utf-8")
        server.wait_for("/topics/", "Edited plainly, ")
    finally:
        server.stop()


def test_only_what_an_edit_changes_is_built(served: tuple[Path, Server]) -> None:
    project, server = served
    page = project / "docs" / "about" / "index.md"
    before = len(server.log)
    page.write_text(page.read_text(encoding="utf-8") + "\nEdited by hand.\n", encoding="utf-8")
    server.wait_for("/about/", "Edited by hand.")
    server.settle()
    assert [line for line in server.log[before:] if re.search(r" 1 of \d+ pages are built", line)], server.log[before:]


EDITS = {
    "the glossary": ("glossary.yml", r"(?m)^  definition:\n    zh: ", r"\g<0>试改", "/glossary/{slug}/", "试改"),
    "a topic": ("topics.yml", r"(?m)^    en: ", r"\g<0>Edited live, ", "/topics/", "Edited live, "),
    "English": ("summaries/wang-2023.yml", r"(?m)- text: Comrades:?|- text: 'Comrades:'", "- text: 'Friends:'", "/speeches/wang-2023/", "edited after review"),
    "a seed's document.yml": (
        "seeds/guangdong-2023/document.yml",
        r"zh: 文末署期",
        "zh: 文末所署日期",
        "/speeches/notice-2023/",
        "文末所署日期",
    ),
    "the colours of the desk": ("mkdocs.yml", r"drafts: hide", r"\g<0>\n    colours: {light: '#8a3b12'}", "/", "--yd-accent:#8a3b12"),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_shows_on_the_open_page(served: tuple[Path, Server], what: str) -> None:
    project, server = served
    file, pattern, after, path, words = EDITS[what]
    text = (project / file).read_text(encoding="utf-8")
    if "{slug}" in path:
        found = re.search(r"(?m)^- slug: (\w+)", text)
        assert found
        path = path.format(slug=found[1])
    changed, times = re.subn(pattern, after, text, count=1)
    assert times == 1, f"nothing to edit in {file}"
    before = server.builds
    (project / file).write_text(changed, encoding="utf-8")
    server.wait_for(path, words)
    server.settle()
    assert server.builds - before <= 3


def test_a_mistake_is_said_and_the_last_good_pages_stay(served: tuple[Path, Server]) -> None:
    project, server = served
    good = (project / "topics.yml").read_text(encoding="utf-8")
    page = (project / "docs" / "topics" / "index.md").read_text(encoding="utf-8")
    (project / "topics.yml").write_text(good.replace("abstract:", "abstrakt:", 1), encoding="utf-8")
    started = time.monotonic()
    while not any("unknown field 'abstrakt'" in line for line in server.log):
        assert time.monotonic() - started < PATIENCE, "".join(server.log[-30:])
        time.sleep(0.1)
    server.settle()
    assert server.process.poll() is None
    assert (project / "docs" / "topics" / "index.md").read_text(encoding="utf-8") == page
    (project / "topics.yml").write_text(good, encoding="utf-8")
