"""The addresses that pages give: each page and each fragment on it, those that stood there before included."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup

from yuedu import urls

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


def with_old_anchors(pages: Mapping[str, str], published: Collection[str]) -> dict[str, str]:
    """The pages, each with the anchors that it once had and has no more: a link to them still opens the page.

    A heading that ordered a page (related, done, in-li-2031) and a sentence of a synopsis leave an empty anchor. A passage,
    a sentence or a figure that is shown elsewhere now leaves a link to where its document has it; one that is nowhere any
    more leaves nothing, and needs a redirect.
    """
    given = addresses(pages)
    lost: dict[str, list[str]] = {}
    for address in sorted({*published} - given):
        page, _, anchor = address.partition("#")
        if anchor:
            lost.setdefault(page, []).append(anchor)
    kept = dict(pages)
    for path, text in pages.items():
        url = page_url(path)
        plain = [a for a in lost.get(url, ()) if "." not in a]
        moved = [a for a in lost.get(url, ()) if "." in a and urls.part_url(a) in given]
        kept[path] = text + "".join(f'\n<span id="{a}"></span>\n' for a in plain) + "".join(_elsewhere(moved, url))
    return kept


def _elsewhere(moved: list[str], page: str) -> Iterator[str]:
    """Where each went, one link a part; a script follows it for who arrives by the old address."""
    if moved:
        links = [
            Markup('<a class="yd-ref" id="{0}" href="{1}">{0}</a>').format(a, urls.relative(urls.part_url(a), page))
            for a in moved
        ]
        opens = '<aside class="yd-elsewhere"><p><span lang="en">Now elsewhere:</span> <span lang="zh-Hans">已移至他处：</span>'
        yield f"\n{opens} {' '.join(links)}</p></aside>\n"
