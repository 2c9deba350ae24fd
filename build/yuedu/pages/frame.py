"""The frame around the pages: the templates, styles and scripts of a site, and the page of its search.

They come with the package and are the same for every digest; a build writes them out, because MkDocs and other engines
read them from the project's folder. Two of them are made for the desk: `partials/desk.html`, how the digest is called and
the colours it chose, which stands in the head of every page; and the seal, where the desk has one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from markupsafe import escape

from yuedu.sources.colours import GROUNDS, SEAL, shade_that_holds, tint
from yuedu.sources.configuration import Colours, Site

PLACES = {"overrides": "overrides", "assets": "docs/assets", "search": "docs/search"}
"""A folder of the package's theme → where it stands in a project. A desk may keep files of its own beside these."""

DESK, SEAL_FILE = "overrides/partials/desk.html", "docs/assets/seal.svg"
SCHEMES = {"light": "default", "dark": "slate"}
"""The theme's names of the two schemes."""


def frame(site: Site) -> dict[str, bytes]:
    """Every file of the frame: its path in the project → its bytes."""
    theme = files("yuedu") / "theme"
    given = {
        path: file.read_bytes() for folder, place in PLACES.items() for path, file in _below(theme / folder, place)
    }
    own = {DESK: _desk(site)} | ({SEAL_FILE: _seal(site)} if site.seal or site.colours.seal else {})
    return given | {path: text.encode() for path, text in own.items()}


def _below(folder: Traversable, place: str) -> Iterator[tuple[str, Traversable]]:
    for inside in sorted(folder.iterdir(), key=lambda f: f.name):
        path = f"{place}/{inside.name}"
        if inside.is_dir():
            yield from _below(inside, path)
        else:
            yield path, inside


def _desk(site: Site) -> str:
    """The names of the digest, its name on paper, its colours."""
    names = ((site.title, ""), (site.name.en, ' lang="en"'), (site.name.zh, ' lang="zh-Hans"'))
    lines = [
        f'<meta name="yuedu:id" content="{_attribute(site.id)}">',
        *(f'<meta name="application-name"{lang} content="{_attribute(name)}">' for name, lang in names),
        f"<style>{_paper(site.title)}{''.join(_colours(site.colours))}</style>",
    ]
    return "{#- Written by `yuedu build` from mkdocs.yml. -#}\n" + "\n".join(lines) + "\n"


def _attribute(text: str | None) -> str:
    """Text in a template's attribute: the engine reads no braces of it."""
    return str(escape(text or "")).replace("{", "&#123;").replace("}", "&#125;")


def _paper(title: str) -> str:
    text = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in title)
    return f'@page{{@bottom-left{{content:"{text}";font:7pt sans-serif;color:#555}}}}'


def _colours(chosen: Colours) -> Iterator[str]:
    """For each scheme its colour and the ground made of it; where one is chosen, the other is a shade of it."""
    for scheme, given in (("light", chosen.light or chosen.dark), ("dark", chosen.dark or chosen.light)):
        if given:
            accent = shade_that_holds(given, GROUNDS[scheme].values())
            yield f'[data-md-color-scheme="{SCHEMES[scheme]}"]{{--yd-accent:{accent};--yd-on:{tint(accent, scheme)}}}'


def _seal(site: Site) -> str:
    """White on the colour of a seal: the desk's characters, or the strokes of the plain seal."""
    ground = site.colours.seal or SEAL
    plain = (files("yuedu") / "theme" / "assets" / "seal.svg").read_text(encoding="utf-8")
    if not site.seal:
        return plain.replace(SEAL, ground)
    size = 18 if len(site.seal) == 1 else 10.5
    places = [12.0] if len(site.seal) == 1 else [6.9, 17.1]
    text = "".join(f'<text x="12" y="{y + size * 0.37:.2f}">{c}</text>' for c, y in zip(site.seal, places, strict=True))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="4" fill="{ground}"/>'
        f'<g fill="#fff" text-anchor="middle" font-family="\'Songti SC\', \'Noto Serif CJK SC\', serif" font-weight="600" '
        f'font-size="{size}">{text}</g></svg>\n'
    )
