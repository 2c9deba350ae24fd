"""The whole of what is generated: paths under docs/ and their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2 import Environment

from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import make_digest
from yuedu.errors import EditorError
from yuedu.pages import (
    commitment_pages,
    comparison,
    data_files,
    figure_index,
    figure_pages,
    glossary_index,
    people_pages,
    schematic_pages,
    speech_pages,
    system_pages,
    term_pages,
    topic_pages,
    traditional,
)
from yuedu.pages.addresses import REDIRECTS, addresses, page_url
from yuedu.pages.engine import environment
from yuedu.parts.part import part_of
from yuedu.search import index

GENERATED = ("topics", "speeches", "systems", "glossary", "figures", "data", "speakers", "offices")
"""Folders under docs/ that hold nothing else."""
GENERATED_BESIDE = ("llms.txt",)
"""Files beside them."""


def render(
    corpus: Corpus, moved: Mapping[str, str], by_hand: Iterable[str] = (), *, searched: bool = True
) -> tuple[dict[str, str], dict[str, str]]:
    """Pages and other files. `moved` maps old addresses to new ones: pages and anchors are left where they were.

    `by_hand`: texts around the pages, whose Chinese the table of traditional characters must turn as well.
    Not `searched`: without the files of the search.
    """
    env = environment()
    pages: dict[str, str] = {}
    for kind in (
        topic_pages,
        comparison,
        commitment_pages,
        schematic_pages,
        speech_pages,
        term_pages,
        system_pages,
        figure_pages,
        figure_index,
        people_pages,
    ):
        pages |= kind.pages(corpus, env)
    pages |= data_files.page(corpus, env)
    _leave_word(pages, moved, env)
    parts = {s.meta.id: part_of(corpus, s) for s in corpus.speeches}
    files = dict(data_files.files(corpus, parts))
    files |= dict(glossary_index.files(corpus)) | dict(figure_index.files(corpus))
    if searched:
        files |= index.whole(make_digest(corpus), corpus.matcher)
    files["data/traditional.js"] = traditional.script([*pages.values(), *by_hand], corpus.terms, corpus.matcher)
    files["llms.txt"] = data_files.llms_txt(corpus)
    return {p: _tidy(t) for p, t in pages.items()}, files


def _tidy(text: str) -> str:
    """No trailing white space, no runs of blank lines, one line feed at the end."""
    lines: list[str] = []
    for line in (x.rstrip() for x in text.strip().split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"


def _leave_word(pages: dict[str, str], moved: Mapping[str, str], env: Environment) -> None:
    """A page that says where it went, or an anchor with a link to where its fragment went."""
    by_url = {page_url(p): p for p in pages}
    for old in sorted(set(moved) & addresses(pages)) if moved else ():
        message = f"the redirect of {old} would hide what is there"
        raise EditorError(REDIRECTS, None, message, "remove it: the address still leads to what it names")
    for old, new in sorted(moved.items()):  # a page comes before its fragments
        page, _, fragment = old.partition("#")
        if page.strip("/").split("/")[0] not in GENERATED:
            message = f"the redirect of {old} is for a page that is written by hand"
            raise EditorError(REDIRECTS, None, message, "write in the page itself where it went")
        if fragment and page in by_url:
            pages[by_url[page]] += _template(env, "moved_anchor.md.j2", page=page, fragment=fragment, target=new)
        elif not fragment:
            by_url[page] = f"{page.strip('/')}/index.md"
            pages[by_url[page]] = _template(env, "moved.md.j2", page=page, target=new)


def _template(env: Environment, name: str, **values: str) -> str:
    return str(env.get_template(name).render(**values))
