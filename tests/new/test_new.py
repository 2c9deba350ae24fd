"""`yuedu new`: what it writes, what it refuses, and that what it wrote is a digest like any other."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape

import click
import pytest
import yaml

from tests.conftest import BIN, QUIET, build_site
from tests.editing.project import ROOT, Project
from tests.new.conftest import NOTICE
from tests.site.page import broken_links, pages_of
from yuedu.cli import main


def test_it_is_built_and_passes_every_check(empty: Project) -> None:
    assert empty.run("build", "--check").exit_code == 0
    checked = empty.run("check")
    assert (checked.exit_code, checked.output) == (0, "0 read, 0 quantities, 0 errors, 0 warnings\n")
    assert empty.digest()["documents"] == []


def test_both_engines_build_it_empty_and_with_its_first_document(empty: Project) -> None:
    build_site(empty.root, empty.root / "site")
    pages = pages_of(empty.root / "site")
    assert broken_links(empty.root / "site", pages) == []
    for url in ("/", "/topics/", "/speeches/", "/systems/", "/glossary/", "/figures/"):
        text = re.sub(
            r"\s+", " ", re.sub("<[^>]+>", "", (empty.root / "site" / url[1:] / "index.html").read_text("utf-8"))
        )
        assert "No document yet 尚未收录文件: yuedu add FILE" in text, url

    assert empty.run("add", NOTICE, "--id", "jinyuan-2031").exit_code == 0
    built = empty.run("build")
    assert built.exit_code == 0, built.output
    log = build_site(empty.root, empty.root / "site")
    assert "WARNING" not in log
    pages = pages_of(empty.root / "site")
    assert broken_links(empty.root / "site", pages) == []
    assert "320万册次" in pages["/speeches/jinyuan-2031/"].text["jinyuan-2031.1.p1"]

    shutil.rmtree(empty.root / "site")
    done = subprocess.run([str(BIN / "zensical"), "build"], cwd=empty.root, env=QUIET, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(pages_of(empty.root / "site")) == sorted(pages)


def test_its_name_stands_wherever_a_digest_names_itself(empty: Project) -> None:
    assert empty.read("docs/llms.txt").startswith("# Jinyuan Library Papers 晋原图书馆文件\n")
    feed = empty.read("docs/data/topics.atom")
    assert "<id>urn:jinyuan-library-papers:topics</id>" in feed
    assert "<title>Jinyuan Library Papers 晋原图书馆文件: topics</title>" in feed
    assert "Jinyuan Library Papers 晋原图书馆文件: glossary" in empty.read("docs/data/glossary.tbx")
    assert json.loads(empty.read("docs/data/glossary.jsonld"))["name"] == [
        {"@language": "zh-Hans", "@value": "晋原图书馆文件术语"},
        {"@language": "en", "@value": "Jinyuan Library Papers glossary"},
    ]
    head = empty.read("overrides/partials/desk.html")
    assert '<meta name="yuedu:id" content="jinyuan-library-papers">' in head
    assert '<meta name="application-name" lang="zh-Hans" content="晋原图书馆文件">' in head
    assert ">晋</text>" in empty.read("docs/assets/seal.svg")
    assert "--yd-accent:#8a3b12" in head


def test_its_settings_are_those_of_the_first_digest(empty: Project) -> None:
    """All but what names a desk: a change of the theme must reach both files."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda *_: None)
    ours, theirs = (yaml.load(t, Loader) for t in (empty.read("mkdocs.yml"), (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert ours.keys() == theirs.keys()
    for key in ours.keys() - {"site_name", "site_description", "copyright", "extra"}:
        assert ours[key] == theirs[key], key


@pytest.mark.parametrize("file", ["topics.yml", "glossary.yml"])
def test_the_example_in_an_editors_file_holds(empty: Project, file: str) -> None:
    """Uncommented, and in the place of the empty list, it builds."""
    text = empty.read(file)
    key = file.removesuffix(".yml").replace("glossary", "terms")
    example = "\n".join(re.findall(rf"(?m)^# ?({key}:|  .*|- .*)$", text))
    assert example.startswith(f"{key}:\n- slug: ")
    empty.write(file, text.replace(f"{key}: []", example))
    result = empty.run("build")
    assert result.exit_code == 0, result.output


def test_a_page_by_hand_says_what_is_to_be_filled_in(empty: Project) -> None:
    for page in ("docs/index.md", "docs/about/index.md"):
        text = empty.read(page)
        assert text.count("<mark>To be filled in: ") == text.count("<mark>待填：") > 0


def test_a_folder_that_holds_something_is_left_as_it_is(desk: Project) -> None:
    desk.write("papers/notes.txt", "mine\n")
    result = desk.run("new", "papers")
    assert result.exit_code == 2
    assert (
        "error: papers: there is something here already\n  remedy: name a folder that is new or empty" in result.stderr
    )
    assert desk.bytes() == {"papers/notes.txt": b"mine\n"}


@pytest.mark.parametrize("there", [None, ".git/HEAD"], ids=["empty", "a repository"])
def test_a_folder_that_is_there_and_empty_is_taken(desk: Project, there: str | None) -> None:
    (desk.root / "晋原").mkdir()
    if there:
        desk.write(f"晋原/{there}", "ref: refs/heads/main\n")
    assert desk.run("new", "晋原").exit_code == 0
    assert 'site_name: "晋原"' in desk.read("晋原/mkdocs.yml")
    assert "id: jin-yuan " in desk.read("晋原/mkdocs.yml")
    assert not [f for f in desk.bytes() if "/.new-" in f]


@pytest.mark.parametrize(
    ("options", "says", "remedy"),
    [
        (
            ["--colour", "#e8a070"],
            "#e8a070 has a contrast of 1.9:1 to the mark (#fdf0c2); 4.5:1 is needed",
            "such as #",
        ),
        (["--colour", "red"], "a colour is written", ""),
        (["--seal", "晋原市"], "a seal holds one or two characters", ""),
        (["--name", "Two\nlines"], "is no name", "on one line"),
        (["--name", "  "], "is no name", "on one line"),
    ],
    ids=["pale", "not a colour", "three characters", "two lines", "blank"],
)
def test_what_cannot_stand_is_said_and_nothing_is_written(
    desk: Project, options: list[str], says: str, remedy: str
) -> None:
    result = desk.run("new", "papers", *options)
    assert result.exit_code == 2
    message, _, mends = result.stderr.partition("remedy: ")
    assert says in message and remedy in mends
    assert not list(desk.root.iterdir())


def test_the_shade_that_a_refusal_names_is_accepted(desk: Project) -> None:
    refused = desk.run("new", "papers", "--colour", "#e8a070").stderr
    shade = re.findall("#[0-9a-f]{6}", refused)[-1]
    assert desk.run("new", "papers", "--colour", shade).exit_code == 0


def test_every_command_that_its_readme_names_is_one(empty: Project) -> None:
    named = set(re.findall(r"`yuedu (\w+)", empty.read("README.md")))
    known = {*main.list_commands(click.Context(main))}
    assert {"add", "build", "check", "confirm", "draft", "file", "review", "terms"} <= named <= known


def test_its_makefile_builds_it_and_says_what_is_missing(empty: Project) -> None:
    make = ["make", "--no-print-directory"]
    found = subprocess.run(
        [*make, "build", f"FOUND={BIN / 'yuedu'}"], cwd=empty.root, env=QUIET, capture_output=True, text=True
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert (empty.root / "site" / "data" / "jinyuan-library-papers-offline.zip").exists()
    missing = subprocess.run([*make, "check", "FOUND="], cwd=empty.root, env=QUIET, capture_output=True, text=True)
    assert missing.returncode == 2
    assert "Yuedu is not installed here: see “Set up” in README.md." in missing.stdout
    helped = subprocess.run([*make, "help"], cwd=empty.root, env=QUIET, capture_output=True, text=True)
    assert re.findall(r"make (\w+)", helped.stdout) == ["help", "serve", "build", "check"]


def test_a_name_with_markup_is_text_on_every_page(desk: Project) -> None:
    name = """A <b class="x">'bold' & {# {{ 7 }} _name_ #} 甲乙"""
    assert desk.run("new", "papers", "--name", name).exit_code == 0
    build_site(desk.root / "papers", desk.root / "site")
    for url in ("index.html", "about/index.html"):
        text = (desk.root / "site" / url).read_text(encoding="utf-8")
        body = text[text.index("<article") :]
        assert '<b class="x">' not in body and "{{ 7 }} _name_" in unescape(re.sub("<[^>]+>", "", body))
        assert 'content="A &lt;b class=' in text
