"""A real browser opens every page: no error, no failed or foreign request, nothing wider than the window."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.looking import violations

SHOWN = tuple(KINDS.values())


def _watched(context: BrowserContext, address: str, troubles: list[str]) -> Page:
    """A page that notes every error, every failed request and every request elsewhere.

    A request that was cut off because the next page was opened is no failure.
    """
    host = urlsplit(address).netloc
    page = context.new_page()

    def note(what: str) -> None:
        troubles.append(f"{page.url}: {what}")

    page.on("console", lambda m: note(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: note(str(e)))
    page.on("requestfailed", lambda r: note(f"failed {r.url}") if r.failure != "net::ERR_ABORTED" else None)
    page.on("request", lambda r: note(f"asks {r.url}") if urlsplit(r.url).netloc != host else None)
    page.on("response", lambda r: note(f"{r.status} {r.url}") if r.status >= 400 else None)
    return page


def test_no_page_has_an_error_or_asks_elsewhere(context: BrowserContext, address: str, site: Path) -> None:
    troubles: list[str] = []
    page = _watched(context, address, troubles)
    files = sorted(site.rglob("index.html"))
    assert len(files) > 200
    for file in files:
        folder = file.parent.relative_to(site).as_posix()
        page.goto(f"{address}/" if folder == "." else f"{address}/{folder}/")
    for path in SHOWN:
        page.goto(address + path, wait_until="networkidle")
    assert [t for t in troubles if not t.startswith(f"{address}/404.html: 404")] == []


READINGS, WIDTHS, SCHEMES = ("both", "en", "zh", "hant"), (360, 820, 1440), ("light", "dark")
EVERY_WAY = set(product(READINGS, WIDTHS, SCHEMES))


def ways(kind: str) -> set[tuple[str, int, str]]:
    """Six of the 24 ways to look at a page, others for the next kind of page; YUEDU_EVERY_WAY=1 takes all of them."""
    if os.environ.get("YUEDU_EVERY_WAY"):
        return EVERY_WAY
    k = list(KINDS).index(kind)
    return {(READINGS[(k + n) % 4], WIDTHS[n % 3], SCHEMES[(k // 4 + n // 3 + n) % 2]) for n in range(6)}


def test_the_ways_to_look_leave_none_out() -> None:
    assert set().union(*map(ways, KINDS)) == EVERY_WAY
    for kind in KINDS:
        assert [len({way[n] for way in ways(kind)}) for n in range(3)] == [4, 3, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_no_reading_size_or_scheme_shuts_anyone_out(browser: Browser, address: str, kind: str) -> None:
    """axe-core finds nothing, and nothing is wider than the window."""
    found = []
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + KINDS[kind], wait_until="networkidle")
        expect(page.locator("body")).to_have_attribute(
            "data-md-color-scheme", "slate" if scheme == "dark" else "default"
        )
        for reading, width, _ in sorted(way for way in ways(kind) if way[2] == scheme):
            page.set_viewport_size({"width": width, "height": 800})
            page.locator(f'.yd-read [data-read="{"zh" if reading == "hant" else reading}"]').click()
            if (page.locator("html").get_attribute("data-script") == "hant") != (reading == "hant"):
                page.locator('.yd-read [data-read="hant"]').click()
            expect(page.locator("html")).to_have_attribute("data-script", "hant" if reading == "hant" else "hans")
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                found.append(f"{reading}, {scheme}, {width}: {wide} px wide")
            found += [f"{reading}, {scheme}, {width}: {violation}" for violation in violations(page)]
        context.close()
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_small_window(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address + KINDS[kind], wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_without_javascript_both_languages_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/speeches/wang-2023/")
    heading = page.locator('h2[id="wang-2023.2"]')
    assert heading.locator('[lang="zh-Hans"]').last.is_visible()
    assert heading.locator('[lang="en"]').first.is_visible()
    assert page.locator('[id="wang-2023.2.4.p3"] .yd-zh').is_visible()
    assert page.locator(".yd-tips").is_hidden()
    context.close()
