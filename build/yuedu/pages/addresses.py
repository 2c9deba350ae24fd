"""The addresses that pages give: each page and each fragment on it, those that stood there before included."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup

from yuedu import urls
from yuedu.pages.labels import STRANDS
from yuedu.text.ids import DOCUMENT, parse_id

REDIRECTS = "seeds/redirects.yml"
"""The editors' file of addresses that moved; errors about one name it."""

LINKS = 100
"""As many as one page says of each where it went."""
DIVIDED = '<nav class="yd-years"'
"""Stands on a page that has only the newest."""
_OVER_DOCUMENT = re.compile(rf"(?:{'|'.join(STRANDS)})-({DOCUMENT})")

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
    more leaves nothing, and needs a redirect. Where they are many, as on a page that has been divided, a script leads on
    (`lead_on` in assets/yuedu.js), and one sentence says so to who has none.
    """
    given = addresses(pages)
    lost = _lost(published, given)
    kept = dict(pages)
    for path, text in pages.items():
        url = page_url(path)
        homes = {a: home for a in lost.get(url, ()) if (home := _home(a, given))}
        plain = [a for a in lost.get(url, ()) if a not in homes and "." not in a]
        divided = DIVIDED in text
        moved = {a: home for a, home in homes.items() if "." in a}
        if not divided:  # the heading over a document stays as empty as any other
            plain = [a for a in lost.get(url, ()) if "." not in a]
        elsewhere = _elsewhere(moved, url) if len(moved) <= LINKS and not divided else _by_document(url)
        anchors = "".join(f'\n<span id="{a}"></span>\n' for a in plain)
        kept[path] = text + anchors + ("".join(elsewhere) if moved else "")
    return kept


def led_on(pages: Mapping[str, str], published: Collection[str]) -> set[str]:
    """The addresses of which a page has no trace, but which a script leads on to where their documents have them."""
    given = addresses(pages)
    return {
        f"{page}#{anchor}"
        for page, anchors in _lost(published, given).items()
        if page in given
        for anchor in anchors
        if _home(anchor, given)
    }


def _lost(published: Collection[str], given: Collection[str]) -> dict[str, list[str]]:
    """Page → its anchors that were published and are not given any more."""
    lost: dict[str, list[str]] = {}
    for address in sorted({*published} - {*given}):
        page, _, anchor = address.partition("#")
        if anchor:
            lost.setdefault(page, []).append(anchor)
    return lost


def _home(anchor: str, given: Collection[str]) -> str | None:
    """Where a document has what an anchor names: a part, a sentence, a figure, or the document under one of its strands."""
    heading = _OVER_DOCUMENT.fullmatch(anchor)
    if heading:
        home = urls.document_url(heading[1])
    elif "." not in anchor:
        return None
    elif (ref := parse_id(anchor)).figure is not None:
        home = f"{urls.figures_url(ref.document)}#{anchor}"
    else:
        home = urls.part_url(anchor)
    return home if home in given else None


def _elsewhere(moved: Mapping[str, str], page: str) -> Iterator[str]:
    """Where each went, one link a part; a script follows it for who arrives by the old address."""
    links = [
        Markup('<a class="yd-ref" id="{0}" href="{1}">{0}</a>').format(a, urls.relative(home, page))
        for a, home in moved.items()
    ]
    opens = (
        '<aside class="yd-elsewhere"><p><span lang="en">Now elsewhere:</span> <span lang="zh-Hans">已移至他处：</span>'
    )
    yield f"\n{opens} {' '.join(links)}</p></aside>\n"


def _by_document(page: str) -> Iterator[str]:
    """What a reader without scripts is told of all of them."""
    yield (
        f'\n<p class="yd-small"><a href="{urls.relative("/speeches/", page)}"><span lang="en">A passage that an address '
        'named here stands with its document, under the same id.</span> <span lang="zh-Hans">曾在本页的段落，'
        "见各文件原文，编号不变。</span></a></p>\n"
    )
