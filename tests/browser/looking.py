"""What tests ask of a page that a browser shows: the rows of a table, and whether it shuts anyone out."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def rows(page: Page, table: str) -> int:
    """The rows of a table that a reader sees."""
    return page.locator(f"{table} tbody tr:visible").count()


def violations(page: Page) -> list[str]:
    """What axe-core finds, with the first elements of each."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {v['help']}: {[n['target'] for n in v['nodes']][:3]}" for v in found]


def too_wide(page: Page) -> int:
    """By how many pixels something is wider than the column of the text."""
    width: int = page.locator(".md-content").evaluate("e => e.scrollWidth - e.clientWidth")
    return width
