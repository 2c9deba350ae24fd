"""What every page of a site is made from beside its own Markdown: configuration, templates, navigation, libraries.

Where a part of it has changed, every page is built. A page is built from nothing else only where nobody has put in what
looks at other pages; `reasons` says what of that there is.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution, entry_points
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from jinja2.nodes import Getattr, Name
from mkdocs.utils import get_build_date

ALONE = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "legacy_attrs"),
    *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
    *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.smartsymbols"),
    *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
}
"""Extensions of Markdown that make a page of its own text alone; others may read a file that nobody watches."""

PLUGINS = {"yuedu"}
"""Plugins that make no page depend on another. A search that is switched off is one too."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")  # of: mkdocs>=1.6; python_version > "3"
_WHERE = {"config_file_path", "dev_addr", "docs_dir", "site_dir", "strict", "watch"}
"""What of the configuration says where and how, and nothing of what a page holds."""


def shared(config: Any, nav: Any) -> dict[str, str]:
    """Each part of it by its hash, named as it is said to whoever waits for the build."""
    templates = _templates(config)
    parts = {
        "mkdocs.yml": _configuration(config),
        "the templates": sorted((path, hashlib.sha256(data).hexdigest()) for path, data in templates.items()),
        "the hooks": [hashlib.sha256(Path(hook).read_bytes()).hexdigest() for hook in config.hooks],
        "the navigation": [(page.url, page.title, page.meta) for page in nav.pages],
        "a library": [sys.version, *_libraries(config.theme.name)],
    }
    if _some_asks_for("build_date_utc", templates) or _some_asks_for("update_date", templates):
        parts["the day"] = get_build_date()
    return {name: _hash(part) for name, part in parts.items()}


def reasons(config: Any, nav: Any) -> Iterator[str]:
    """Why a page may be made from what nobody watches, and all of them have to be built always."""
    for name in config.markdown_extensions:
        if name not in ALONE:
            yield f"the Markdown extension {name} may read other files"
    for name, plugin in config.plugins.items():
        if name.rpartition("/")[2] not in PLUGINS and plugin.config.get("enabled") is not False:
            yield f"the plugin {name} may look at all pages"
    if config.hooks:
        yield "hooks may look at all pages"
    if _some_asks_for("pages", _templates(config)):
        yield "a template walks through all pages"
    for page in nav.pages:
        if page.title is None or not (page.meta.get("title") or _named(config.nav, page.file.src_uri)):
            yield f"{page.file.src_uri} stands in the navigation and has a title neither there nor in its head"


def _configuration(config: Any) -> dict[str, Any]:
    plain = {name: value for name, value in config.items() if name not in {*_WHERE, "theme", "plugins", "hooks"}}
    theme = config.theme
    looks = {"name": theme.name, "values": dict(theme), "static": sorted(theme.static_templates)}
    plugins = [(name, dict(plugin.config)) for name, plugin in config.plugins.items()]
    return {"values": plain, "theme": looks, "plugins": plugins}


def _templates(config: Any) -> dict[str, bytes]:
    """Everything in the theme's folders that a page may be made with; of the packages' own, the templates alone.

    Their icons, some ten thousand, go by the version of the package.
    """
    found: dict[str, bytes] = {}
    own = config.theme.custom_dir
    for folder in config.theme.dirs:
        for file in sorted(Path(folder).rglob("*") if folder == own else _outside_icons(Path(folder))):
            if file.is_file() and "__pycache__" not in file.parts:
                found[file.relative_to(folder).as_posix() + ("" if folder == own else f" of {Path(folder).name}")] = (
                    file.read_bytes()
                )
    return found


def _outside_icons(folder: Path) -> Iterator[Path]:
    for inside in folder.iterdir():
        if inside.is_dir() and inside.name not in (".icons", "assets"):
            yield from _outside_icons(inside)
        elif inside.suffix in (".html", ".xml", ".yml"):
            yield inside


def _some_asks_for(name: str, templates: Mapping[str, bytes]) -> bool:
    """Whether a template that makes pages has such a variable, or cannot be told; the map of the site makes none."""
    for path, data in templates.items():
        text = data.decode("utf-8", "replace")
        if ".html" in path and name in text:
            try:
                tree = Environment().parse(text)
            except TemplateSyntaxError:
                return True
            if name in {n.name for n in tree.find_all(Name)} | ({a.attr for a in tree.find_all(Getattr)} - {"pages"}):
                return True
    return False


def _named(nav: Any, path: str) -> bool:
    """Whether the navigation in mkdocs.yml gives a page its title."""
    if isinstance(nav, list):
        return any(_named(item, path) for item in nav)
    if isinstance(nav, dict):
        return any(value == path or _named(value, path) for value in nav.values() if not isinstance(value, type(None)))
    return False


def _libraries(theme: str) -> list[str]:
    """The packages that pages are made with, and all that these need: each with its version."""
    ask = [
        "mkdocs",
        "pymdown-extensions",
        *(e.dist.name for e in entry_points(group="mkdocs.themes", name=theme) if e.dist),
    ]
    found: dict[str, str] = {}
    while ask:
        name = re.sub(r"[-_.]+", "-", ask.pop()).lower()
        if name not in found:
            try:
                package = distribution(name)
            except PackageNotFoundError:
                found[name] = ""
                continue
            found[name] = package.version
            ask += [m[0] for r in package.requires or () if "extra ==" not in r and (m := _NAME.match(r))]
    return sorted(f"{name} {version}" for name, version in found.items())


def _hash(part: Any) -> str:
    return hashlib.sha256(json.dumps(part, sort_keys=True, default=_plain, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A value of the configuration that JSON has no word for: a function by its name, all else by what it holds."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"
    return vars(value) if hasattr(value, "__dict__") and vars(value) else str(value)
