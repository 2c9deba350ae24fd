"""The whole of what is generated: every page and every file, as sheets that are made where something in them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from jinja2 import Environment

from yuedu.errors import EditorError
from yuedu.pages import (
    change_pages,
    commitment_pages,
    comparison,
    data_files,
    figure_index,
    figure_pages,
    people_pages,
    schematic_pages,
    series_pages,
    speech_pages,
    system_pages,
    term_pages,
    topic_pages,
)
from yuedu.pages.addresses import REDIRECTS, page_url
from yuedu.pages.engine import environment
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.parts.part import AnyPart

GENERATED = ("topics", "speeches", "systems", "glossary", "figures", "data", "speakers", "offices", "changes")
"""Folders under docs/ that hold nothing else."""
GENERATED_BESIDE = ("llms.txt",)
"""Files beside them."""


def sheets(shows: Shows, parts: Mapping[str, AnyPart]) -> Iterator[Sheet]:
    """All but the search and the table of traditional characters, which are made of all texts together."""
    env = environment()
    for kind in (
        topic_pages,
        comparison,
        commitment_pages,
        schematic_pages,
        speech_pages,
        change_pages,
        term_pages,
        system_pages,
        figure_pages,
        figure_index,
        series_pages,
        people_pages,
    ):
        yield from kind.sheets(shows, env)
    yield from data_files.sheets(shows, parts, env)


def moved_pages(shows: Shows, moved: Mapping[str, str], given: set[str]) -> Iterator[Sheet]:
    """A page that says where it went for each redirect of one; `given`: the addresses of the pages that are there."""
    env = environment()
    for old, new in sorted(moved.items()):
        page, _, fragment = old.partition("#")
        if page.strip("/").split("/")[0] not in GENERATED:
            message = f"the redirect of {old} is for a page that is written by hand"
            raise EditorError(REDIRECTS, None, message, "write in the page itself where it went")
        if not fragment and page in given:
            raise hides(old)
        if not fragment:
            sheet = shows.sheet(f"{page.strip('/')}/index.md", partial(moved_page, env, page, new), new)
            yield replace(sheet, leads_on=True)


def moved_page(env: Environment, page: str, target: str) -> str:
    """What stands at an address whose page went elsewhere."""
    return str(env.get_template("moved.md.j2").render(page=page, target=target))


def moved_anchor(env: Environment, page: str, fragment: str, target: str) -> str:
    """What stands at the end of a page for an anchor that went elsewhere."""
    return str(env.get_template("moved_anchor.md.j2").render(page=page, fragment=fragment, target=target))


def hides(old: str) -> EditorError:
    """A redirect of what is still there."""
    message = f"the redirect of {old} would hide what is there"
    return EditorError(REDIRECTS, None, message, "remove it: the address still leads to what it names")


def urls_of(paths: Iterator[str]) -> set[str]:
    """The addresses of pages."""
    return {page_url(p) for p in paths if p.endswith(".md")}
