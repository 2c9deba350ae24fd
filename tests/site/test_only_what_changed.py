"""`mkdocs build --dirty` builds what has changed alone, and leaves the site that building everything would give."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs import utils
from mkdocs.__main__ import cli

HEAD = "---\ntitle: {0}\ndescription: Of {0}.\n---\n\n# {0} {{#page}}\n\n"
LANDING = ("topics", "speeches", "systems", "glossary", "figures", "data", "about")
BOTH = {"topics/roads": "[speech](../../speeches/wu-2022/index.md#s1)\n", "speeches/wu-2022": "## One {#s1}\n\nText.\n"}


class Desk:
    """A small project with the frame of the real one, published as its editor would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self, path: str, before: str, after: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert before in text
        self.write(path, text.replace(before, after))

    def run(self, how: str, site: str, *more: str) -> int:
        arguments = ["build", how, "--strict", "--config-file", str(self.folder / "mkdocs.yml"), "--site-dir", str(self.folder / site), *more]
        done = CliRunner().invoke(cli, arguments, catch_exceptions=True)
        self.said = done.output
        assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
        return done.exit_code

    def publish(self) -> int:
        """Build what has changed; returns how many pages that were."""
        assert self.run("--dirty", "site") == 0, self.said
        found = re.search(r"(\d+) of \d+ pages are built", self.said)
        assert found, self.said
        return int(found[1])

    def as_if_new(self) -> None:
        """The site holds what a clean build holds, byte for byte."""
        assert self.run("--clean", "whole") == 0, self.said
        whole, site = _bytes(self.folder / "whole"), _bytes(self.folder / "site")
        assert sorted(site) == sorted(whole)
        assert [path for path in whole if site[path] != whole[path]] == []

    @property
    def record(self) -> Path:
        """The record of site/: that of whole/ lies beside it."""
        records = (self.folder / ".cache" / "published").glob("*.json")
        return next(r for r in records if json.loads(r.read_bytes().partition(b"\n")[2])["site"].endswith("/site"))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.fixture
def desk(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1676764800")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SITE_URL", "https://site.test/yuedu/")
    made = Desk(tmp_path)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    shutil.copytree(root / "overrides", tmp_path / "overrides")
    shutil.copytree(root / "docs" / "assets", tmp_path / "docs" / "assets")
    made.write("docs/index.md", HEAD.format("Home"))
    made.write("docs/data/figures.csv", "a,b\n")
    for name in LANDING:
        made.write(f"docs/{name}/index.md", HEAD.format(name.title()))
    for path, text in BOTH.items():
        made.write(f"docs/{path}/index.md", HEAD.format(path) + text)
    made.publish()
    return made


def test_nothing_has_changed(desk: Desk) -> None:
    before = {f: f.stat().st_mtime_ns for f in (desk.folder / "site").rglob("*.html")}
    assert desk.publish() == 0
    kept = {f: f.stat().st_mtime_ns for f in before}
    assert {f.name for f in before if kept[f] != before[f]} <= {"404.html"}
    desk.as_if_new()


def _file(path: str, text: str) -> Callable[[Desk], None]:
    return lambda desk: desk.write(path, text)


def _without(*paths: str) -> Callable[[Desk], None]:
    def remove(desk: Desk) -> None:
        for path in paths:
            (desk.folder / path).unlink()

    return remove


def _both(*edits: Callable[[Desk], None]) -> Callable[[Desk], None]:
    def edit(desk: Desk) -> None:
        for one in edits:
            one(desk)

    return edit


ALL = 10
EDITS: dict[str, tuple[Callable[[Desk], None], int]] = {
    "a page": (lambda d: d.change("docs/about/index.md", "# About", "Words.\n\n# About"), 1),
    "a page that another links to": (lambda d: d.change("docs/speeches/wu-2022/index.md", "Text.", "Other text."), 1),
    "a page is added": (_file("docs/topics/water/index.md", HEAD.format("Water")), 1),
    "a page is removed": (_without("docs/topics/roads/index.md"), 0),
    "a page is moved": (_both(_without("docs/topics/roads/index.md"), _file("docs/topics/rails/index.md", HEAD.format("Rails"))), 1),
    "a file beside the pages": (_file("docs/data/figures.csv", "a,c\n"), 0),
    "a file is added": (_file("docs/data/more.csv", "a\n"), 0),
    "a file is removed": (_without("docs/data/figures.csv"), 0),
    "the times of files alone": (lambda d: [f.touch() for f in (d.folder / "docs").rglob("*")] and None, 0),  # type: ignore[func-returns-value]
    "a template": (lambda d: d.change("overrides/main.html", "How far to trust it", "How far"), ALL),
    "what a template includes": (lambda d: d.change("overrides/partials/first-view.css", "{", "{ "), ALL),
    "mkdocs.yml": (lambda d: d.change("mkdocs.yml", "site_name: Yuedu", "site_name: Read"), ALL),
    "the title of a page in the navigation": (lambda d: d.change("docs/about/index.md", "title: About", "title: Us"), ALL),
    "a page of the site was changed": (_file("site/about/index.html", "changed by hand"), 1),
    "a page of the site was removed": (_without("site/topics/roads/index.html"), 1),
    "its Markdown was removed": (_without("site/topics/roads/index.md"), 1),
    "something else was put into the site": (_file("site/topics/roads/roads.pdf", "%PDF"), 0),
    "the record is gone": (lambda d: d.record.unlink(), ALL),
    "the record is cut off": (lambda d: d.record.write_bytes(d.record.read_bytes()[:-400]) and None, ALL),  # type: ignore[func-returns-value]
    "one letter of the record": (lambda d: d.change(str(d.record.relative_to(d.folder)), "figures.csv", "figures.csw"), ALL),
    "the site is gone": (lambda d: shutil.rmtree(d.folder / "site"), ALL),
}


@pytest.mark.parametrize("what", EDITS)
def test_what_has_changed_is_built_and_nothing_else(desk: Desk, what: str) -> None:
    edit, pages = EDITS[what]
    edit(desk)
    assert desk.publish() == pages
    desk.as_if_new()
    assert desk.publish() == 0


def test_another_address(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://elsewhere.test/")
    assert desk.publish() == ALL
    assert "mkdocs.yml changed" in desk.said
    desk.as_if_new()


def test_another_day_changes_the_map_of_the_site_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert desk.publish() == 0
    assert "2023-11-14" in (desk.folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    desk.as_if_new()


def test_another_library(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("newcomer", "Markdown"):
        (tmp_path / "packages" / f"{name}-99.dist-info").mkdir(parents=True)
        (tmp_path / "packages" / f"{name}-99.dist-info" / "METADATA").write_text(f"Name: {name}\nVersion: 99\n")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    assert desk.publish() == ALL
    assert "a library changed" in desk.said


def test_a_template_that_walks_all_pages_has_them_all_built(desk: Desk) -> None:
    desk.change("overrides/main.html", '<footer class="md-footer', '{{ pages | length }}<footer class="md-footer')
    assert desk.publish() == ALL
    assert desk.publish() == ALL
    assert "a template walks through all pages" in desk.said


def test_an_extension_that_may_read_other_files_has_all_pages_built(desk: Desk) -> None:
    desk.change("mkdocs.yml", "- tables\n", "- tables\n- pymdownx.snippets\n")
    assert desk.publish() == ALL
    assert desk.publish() == ALL
    assert "pymdownx.snippets may read other files" in desk.said


def test_a_link_to_a_page_that_is_gone_stops_a_strict_build_every_time(desk: Desk) -> None:
    (desk.folder / "docs" / "speeches" / "wu-2022" / "index.md").unlink()
    for _ in range(3):
        assert desk.run("--dirty", "site") == 1
        assert "'topics/roads/index.md' contains a link '../../speeches/wu-2022/index.md#s1'" in desk.said
    desk.write("docs/speeches/wu-2022/index.md", HEAD.format("Wu") + BOTH["speeches/wu-2022"])
    assert desk.publish() == 2
    desk.as_if_new()


def test_a_link_to_a_place_that_is_gone_stops_a_strict_build_every_time(desk: Desk) -> None:
    desk.change("docs/speeches/wu-2022/index.md", "{#s1}", "{#s2}")
    for _ in range(3):
        assert desk.run("--dirty", "site") == 1
        assert "does not contain an anchor '#s1'" in desk.said
    desk.change("docs/topics/roads/index.md", "#s1", "#s2")
    assert desk.publish() == 1
    desk.as_if_new()


def test_a_new_link_is_held_against_a_page_that_is_not_built(desk: Desk) -> None:
    desk.change("docs/about/index.md", "# About", "[a](../speeches/wu-2022/index.md#s1)\n\n# About")
    assert desk.publish() == 1
    desk.change("docs/about/index.md", "#s1", "#s9")
    assert desk.run("--dirty", "site") == 1
    assert "does not contain an anchor '#s9'" in desk.said


def test_a_warning_that_nobody_heard_is_not_forgotten(desk: Desk) -> None:
    desk.change("docs/about/index.md", "# About", "[a](../nowhere/index.md)\n\n# About")
    desk.run("--dirty", "site", "--quiet")
    assert desk.run("--dirty", "site") == 1
    assert "nowhere" in desk.said


@pytest.mark.parametrize("written", [0, 3, 8])
def test_a_build_that_was_killed(desk: Desk, monkeypatch: pytest.MonkeyPatch, written: int) -> None:
    """Half a page is on the disk when it ends, beside pages of before and pages that are new."""
    for name in LANDING:
        desk.change(f"docs/{name}/index.md", f"# {name.title()}", f"Changed.\n\n# {name.title()}")
    real, left = utils.write_file, [written]

    def writes_half(content: bytes, path: str) -> None:
        left[0] -= 1
        real(content if left[0] >= 0 else content[: len(content) // 2], path)
        if left[0] < 0:
            raise SystemExit(137)

    with monkeypatch.context() as killed:
        killed.setattr(utils, "write_file", writes_half)
        assert desk.run("--dirty", "site") == 137
    assert desk.publish() == len(LANDING)
    desk.as_if_new()


def test_a_clean_build_is_gone_on_from(desk: Desk) -> None:
    desk.change("docs/about/index.md", "# About", "Words.\n\n# About")
    assert desk.run("--clean", "site") == 0
    assert desk.publish() == 0
    desk.as_if_new()
