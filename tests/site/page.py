"""A built page as the tests read it."""

from __future__ import annotations

import html.parser
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Page(html.parser.HTMLParser):
    """Ids, links, resources, headings and languages of one page; `inside` maps an id to the languages within it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.meta: dict[str, str] = {}
        self.h1 = 0
        self.headings: list[int] = []
        self.lang: str | None = None
        self.inside: dict[str, set[str]] = defaultdict(set)
        self.text: dict[str, str] = defaultdict(str)
        self.unclosed: list[str] = []
        self._stack: list[tuple[str, str | None]] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.unclosed += [tag for tag, _ in self._stack]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if ident := given.get("id"):
            self.ids.append(ident)
        if tag == "html":
            self.lang = given.get("lang")
        for _, holder in self._stack:
            if holder and given.get("lang"):
                self.inside[holder].add(given["lang"] or "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag in ("script", "img", "iframe", "source") and given.get("src"):
            self.resources.append(given["src"] or "")
        if tag == "link" and given.get("rel") != "canonical" and given.get("href"):
            self.resources.append(given["href"] or "")
        if tag == "meta" and given.get("name"):
            self.meta[given["name"] or ""] = given.get("content") or ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self.h1 += tag == "h1"
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._stack.append((tag, given.get("id")))

    def handle_endtag(self, tag: str) -> None:
        for n in range(len(self._stack) - 1, -1, -1):
            if self._stack[n][0] == tag:
                self.unclosed += [t for t, _ in self._stack[n + 1 :] if t not in ("p", "li")]
                del self._stack[n:]
                return

    def handle_data(self, data: str) -> None:
        for _, holder in self._stack:
            if holder:
                self.text[holder] += data


def pages_of(site: Path) -> dict[str, Page]:
    """URL (from the site's root) → page; the 404 page is `/404.html`."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        url = "/" + (path.removesuffix("index.html") if path.endswith("index.html") else path)
        found[url] = Page(file)
    return found


def broken_links(site: Path, pages: dict[str, Page]) -> list[str]:
    """Links that, with the site published under a project path, leave it or lead to no page or no fragment."""
    home = "https://site.test/yuedu"
    broken = []
    for url, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(home + url, link))
            if target.netloc != "site.test" or target.scheme != "https":
                continue
            if not target.path.startswith("/yuedu/"):
                broken.append(f"{url} → {link} (leaves the site)")
                continue
            path = unquote(target.path.removeprefix("/yuedu"))
            if path not in pages and not (site / path.lstrip("/")).is_file():
                broken.append(f"{url} → {link}")
            elif target.fragment and path in pages and unquote(target.fragment) not in pages[path].ids:
                broken.append(f"{url} → {link} (no such fragment)")
    return broken
