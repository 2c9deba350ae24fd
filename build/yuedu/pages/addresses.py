"""The addresses that pages give: each page and each fragment on it."""

from __future__ import annotations

import re
from collections.abc import Mapping

REDIRECTS = "seeds/redirects.yml"
"""The editors' file of addresses that moved; errors about one name it."""

# Two expressions that begin with fixed letters are several times as fast as one that may begin with either.
_ID = re.compile(r'id="([^"]+)"')
_HEADING = re.compile(r"\{#([^\s{}]+)[^{}\n]*\}$", re.M)


def addresses(pages: Mapping[str, str]) -> set[str]:
    """The addresses that these pages (path under docs/ → Markdown) give; tooltips have none."""
    found: set[str] = set()
    for path, text in pages.items():
        url = page_url(path)
        found.add(url)
        anchors = [m[1] for m in _ID.finditer(text) if not text[m.start() - 1].isalnum()]
        anchors += _HEADING.findall(text)
        found.update(f"{url}#{anchor}" for anchor in anchors if not anchor.startswith("tip-"))
    return found


def page_url(path: str) -> str:
    """The address of a page from its path under docs/."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"
    return f"/{stem}"
