"""Every topic as an A4 briefing in PDF, beside its page and linked from it: `python -m yuedu.publish.pdf SITE`.

The pages are read from the folder but under their public address, so that what the paper says of links is true. The
style is that of printing (`assets/yuedu.css`, `assets/print.js`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

from yuedu.publish import chromium
from yuedu.publish.marks import fill
from yuedu.store.files import write_atomically

MARK = "yuedu:pdf"
LINK = (
    '<p class="yd-forms yd-small"><a href="{name}" type="application/pdf">PDF <span lang="en">to print</span> '
    '<span lang="zh-Hans">打印版</span></a></p>'
)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def address_of(site: Path) -> str:
    """The public address of a built site, with its last slash. ValueError: the site names none."""
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    if not found:
        raise ValueError(
            f"{site / 'index.html'} has no canonical address: set site_url in mkdocs.yml or SITE_URL, and build again"
        )
    return found[1]


def marked_pages(site: Path) -> Iterator[Path]:
    """The pages that have a place for a link to their PDF."""
    for page in sorted(site.glob("*/*/index.html")):
        if f"<!-- {MARK} -->" in page.read_text(encoding="utf-8"):
            yield page


def print_page(browser: Browser, site: Path, address: str, page: Path) -> bytes:
    """One page as it prints: both languages, light, A4, with an outline and tags for screen readers."""
    context = browser.new_context(color_scheme="light", locale="en-GB")
    try:
        tab = context.new_page()
        tab.route(f"{address}**", lambda route: _from_folder(route, site, address))
        where = page.parent.relative_to(site).as_posix()
        tab.goto(f"{address}{where}/?read=both", wait_until="load")
        tab.evaluate("() => document.fonts.ready.then(() => true)")
        return tab.pdf(prefer_css_page_size=True, tagged=True, outline=True, print_background=True)
    finally:
        context.close()


def _from_folder(route: Route, site: Path, address: str) -> None:
    path = unquote(urlsplit(route.request.url).path).removeprefix(urlsplit(address).path)
    file = site / path / "index.html" if (site / path).is_dir() else site / path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)


def main(site: Path) -> int:
    """Print every marked page; exit code 2 without a browser or without an address."""
    path = chromium.find()
    if not path:
        print("No Chromium to print with. `python -m yuedu.publish.install_browser` gets one.", file=sys.stderr)
        return 2
    try:
        address = address_of(site)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        for page in marked_pages(site):
            name = f"{page.parent.name}.pdf"
            write_atomically(page.parent / name, print_page(browser, site, address, page))
            fill(page, MARK, LINK.format(name=name))
            print(page.parent.relative_to(site) / name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
