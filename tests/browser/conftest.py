"""A browser, and the built site served under a project path, as GitHub Pages would."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.conftest import BIN, QUIET, build_site
from yuedu.publish.chromium import ARGUMENTS, find

PREFIX = "/yuedu"
MINI = Path(__file__).parents[1] / "fixtures" / "mini"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under the prefix, and its 404 page for the rest, without a word."""

    def log_message(self, *_: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX) if path.startswith(PREFIX + "/") else "/nowhere")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that closes early is no error."""


def serve(folder: Path) -> Iterator[str]:
    """Serve a folder; yields its address."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    yield from serve(site)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests here; it is closed after them, since its event loop would be in the way of others."""
    path = find()
    assert path, "no browser: run `python -m yuedu.publish.install_browser`"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A laptop's window."""
    opened = browser.new_context(viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone's window, with touch."""
    opened = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def bilingual(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The golden miniature, which has English, in the real site's look."""
    project = tmp_path_factory.mktemp("bilingual") / "project"
    shutil.copytree(MINI, project, ignore=shutil.ignore_patterns("expected", "docs"))
    for name in ("docs/about", "docs/decisions"):
        shutil.copytree(root / name, project / name)
    for name in ("mkdocs.yml", "docs/index.md"):
        shutil.copy(root / name, project / name)
    subprocess.run([str(BIN / "yuedu"), "build"], cwd=project, env=QUIET, check=False, capture_output=True)
    build_site(project, project / "site")
    yield from serve(project / "site")
