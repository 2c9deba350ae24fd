"""The frame around the pages: the templates, styles and scripts of a site, and the page of its search.

They come with the package and are the same for every digest; a build writes them out, because MkDocs and other engines
read them from the project's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

PLACES = {"overrides": "overrides", "assets": "docs/assets", "search": "docs/search"}
"""A folder of the package's theme → where it stands in a project. A desk may keep files of its own beside these."""


def frame() -> dict[str, bytes]:
    """Every file of the frame: its path in the project → its bytes."""
    theme = files("yuedu") / "theme"
    return {path: file.read_bytes() for folder, place in PLACES.items() for path, file in _below(theme / folder, place)}


def _below(folder: Traversable, place: str) -> Iterator[tuple[str, Traversable]]:
    for inside in sorted(folder.iterdir(), key=lambda f: f.name):
        path = f"{place}/{inside.name}"
        if inside.is_dir():
            yield from _below(inside, path)
        else:
            yield path, inside
