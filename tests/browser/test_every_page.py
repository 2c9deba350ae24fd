"""A real browser opens every page: no error, no failed or foreign request, nothing wider than the window."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

SHOWN = (
    "/",
    "/topics/",
    "/topics/data-market/",
    "/speeches/wang-2023/",
    "/systems/yueshengshi/",
    "/glossary/",
    "/figures/",
)
SHOWN += ("/glossary/xinchuang/", "/data/", "/about/", "/404.html")


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


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for path in SHOWN:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    context.close()
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    found = []
    for path in SHOWN:
        page.goto(address + path)
        results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        for violation in results.response["violations"]:
            nodes = [n["target"] for n in violation["nodes"]][:3]
            found.append(f"{path}: {violation['id']}: {violation['help']}: {nodes}")
    context.close()
    assert found == []


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
