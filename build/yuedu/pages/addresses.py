"""The addresses that pages give: each page and each fragment on it, those that stood there before included."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
PART = re.compile(rf"/(?:[0-9]+|{urls.UNDATED}|initial-[a-z0-9])/$")
"""Ends the address of a page that is one of several: a year, a letter, a number. No other page is called so."""
_OVER_DOCUMENT = re.compile(rf"(?:{'|'.join(STRANDS)})-({DOCUMENT})")

# Two expressions that begin with fixed letters are several times as fast as one that may begin with either.
_ID = re.compile(r'id="([^"]+)"')
_HEADING = re.compile(r"\{#([^\s{}]+)[^{}\n]*\}$", re.M)


def anchors_of(text: str) -> list[str]:
    """The anchors that a page gives; tooltips have none."""
    anchors = [m[1] for m in _ID.finditer(text) if not text[m.start() - 1].isalnum()]
    return [a for a in (*anchors, *_HEADING.findall(text)) if not a.startswith("tip-")]


def page_url(path: str) -> str:
    """The address of a page from its path under docs/."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"
    return f"/{stem}"


def with_old_anchors(text: str, url: str, lost: Sequence[str], has: Callable[[str], bool]) -> tuple[str, list[str]]:
    """A page with the anchors that it once had and has no more, so that a link to them still opens it; and those that
    nothing leads to any more, which need a redirect.

    A heading that ordered a page (related, done, in-li-2031) and a sentence of a synopsis leave an empty anchor. A passage,
    a sentence or a figure that is shown elsewhere now leaves a link to where its document has it (`has` tells whether it
    does). Where they are many, as on a page that has been divided, a script leads on (`lead_on` in assets/yuedu.js), and
    one sentence says so to who has none.
    """
    homes = {a: home for a in lost if (home := _home(a, has))}
    divided = DIVIDED in text
    moved = {a: home for a, home in homes.items() if "." in a}
    # Over a page that is whole the heading over a document stays as empty as any other.
    plain = [a for a in lost if "." not in a and not (divided and a in homes)]
    elsewhere = _elsewhere(moved, url) if len(moved) <= LINKS and not divided else _by_document(url)
    kept = "".join(f'\n<span id="{a}"></span>\n' for a in plain)
    gone = [a for a in lost if "." in a and a not in homes]
    return text + kept + ("".join(elsewhere) if moved else ""), gone


def recorded(text: str, url: str, anchors: Iterable[str]) -> list[str]:
    """Those of a page's anchors that the ledger has to name.

    What belongs to a document is named on the document's own pages, and is found from there: on a page that is one of
    several, on which it stands today and not tomorrow, it is not named again.
    """
    if DIVIDED not in text and not PART.search(url):
        return list(anchors)
    return [a for a in anchors if _own(url, a) or not ("." in a or _OVER_DOCUMENT.fullmatch(a))]


def _own(url: str, anchor: str) -> bool:
    """Whether an anchor names what its document holds, on a page of that document."""
    document = anchor.partition(".")[0]
    return "." in anchor and url in (urls.document_url(document), urls.figures_url(document))


def _home(anchor: str, has: Callable[[str], bool]) -> str | None:
    """Where a document has what an anchor names: a part, a sentence, a figure, or the document under one of its strands."""
    heading = _OVER_DOCUMENT.fullmatch(anchor)
    if heading:
        return urls.document_url(heading[1]) if has(heading[1]) else None
    if "." not in anchor or not has(anchor):
        return None
    ref = parse_id(anchor) if anchor.rpartition(".")[2].startswith("f") and anchor[-1].isdigit() else None
    if ref and ref.figure is not None:
        return f"{urls.figures_url(ref.document)}#{anchor}"
    return urls.part_url(anchor)


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
