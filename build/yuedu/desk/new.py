"""An empty digest of another desk: `yuedu new FOLDER`. Its configuration and the pages by hand, with no corpus."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click
from jinja2 import PackageLoader

from yuedu.errors import UsageError
from yuedu.pages.engine import environment
from yuedu.sources.configuration import Site, site
from yuedu.sources.shape import Bilingual
from yuedu.sources.yamlfile import YamlFile
from yuedu.store.files import write_atomically
from yuedu.store.project import UNCOMMITTED, build, publish

TEMPLATES = "theme/new"
DESCRIPTION = Bilingual(en="A bilingual digest of official Chinese documents", zh="官方文件双语摘编")
ABOUT = "A searchable, bilingual digest of official Chinese documents. 官方文件双语摘编，可检索、可引用。"
KEPT = {".git"}
"""What a folder may hold and still count as empty."""


@click.command("new", short_help="An empty digest of another desk.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What it is called, in both languages: “Xinyu Reports 新余报告”; else as the folder is.")
@click.option("--en", help="Its English name, where --name does not tell it.")
@click.option("--zh", help="Its Chinese name, where --name does not tell it.")
@click.option("--colour", help="The colour of links and controls on white: #0b5c7a.")
@click.option("--seal", help="One or two characters for the seal; else the first of its Chinese name.")
def new_command(
    folder: Path, name: str | None, en: str | None, zh: str | None, colour: str | None, seal: str | None
) -> None:
    """An empty digest of another desk in FOLDER: its configuration, no corpus, ready for `add`, `build`, `serve`."""
    made = named(folder.resolve().name if name is None else name, en, zh, colour, seal)
    create(folder, new_digest(made))
    click.echo(
        f"{folder}: an empty digest, {made.title}. Its README.md says how to go on: `yuedu add FILE`, `make serve`"
    )


def named(title: str, en: str | None, zh: str | None, colour: str | None, seal: str | None) -> Site:
    """The digest that the options describe; raises `YueduError` for what cannot stand."""
    for option, given in (("--name", title), ("--en", en), ("--zh", zh)):
        if given is not None and (not given.strip() or not given.isprintable()):
            raise UsageError(option, None, f"{given!r} is no name", "write the name on one line")
    own = {"name": {"en": en, "zh": zh}, "seal": seal, "colours": {"light": colour}}
    declared = YamlFile("yuedu new", {"site_name": " ".join(title.split()), "extra": {"yuedu": own}}, {})
    found = site(declared)
    return found if seal else replace(found, seal="".join(c for c in found.name.zh or "" if c.isalnum())[:2] or None)


def new_digest(site: Site) -> dict[str, str]:
    """The files of an empty digest: path in its folder → text."""
    env = environment().overlay(loader=PackageLoader("yuedu", TEMPLATES), autoescape=False)
    values = {"site": site, "description": DESCRIPTION, "about": ABOUT, "uncommitted": UNCOMMITTED}
    made = {_written(name): env.get_template(name).render(**values) for name in _names(files("yuedu") / TEMPLATES)}
    return made | {"summaries/.gitkeep": ""}


def create(folder: Path, made: dict[str, str]) -> None:
    """Write a new digest and build it once, so that every engine finds its pages; all of it stands there, or nothing."""
    new = not folder.exists()
    if not new and (not folder.is_dir() or {f.name for f in folder.iterdir()} - KEPT):
        raise UsageError(str(folder), None, "there is something here already", "name a folder that is new or empty")
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    try:
        for path, text in made.items():
            write_atomically(aside / path, text.encode())
        publish(aside, build(aside))
        shutil.rmtree(aside / ".cache", ignore_errors=True)
        for file in sorted(aside.iterdir()):
            file.rename(folder / file.name)
        aside.rmdir()
    except BaseException:
        shutil.rmtree(folder if new else aside, ignore_errors=True)
        raise


def _names(folder: Traversable, within: str = "") -> Iterator[str]:
    for inside in sorted(folder.iterdir(), key=lambda f: f.name):
        if inside.is_dir():
            yield from _names(inside, f"{within}{inside.name}/")
        else:
            yield within + inside.name


def _written(name: str) -> str:
    """Where a template is written: gitignore.j2 → .gitignore."""
    path = name.removesuffix(".j2")
    return f".{path}" if path.startswith("git") else path
