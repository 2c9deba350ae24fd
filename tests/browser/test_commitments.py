"""The table of commitments narrows as the reader types or chooses, says how far, and keeps it in the address."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

PATH = "/topics/commitments/"


def rows(page: Page) -> int:
    return page.locator(".yd-commitments tbody tr:visible").count()


def test_typing_narrows_the_table(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PATH)
    every = rows(page)
    assert every > 90
    page.get_by_label("Words").fill("信创")
    found = rows(page)
    assert 0 < found < 10
    expect(page.locator(".yd-found")).to_contain_text(f"{found} of {every}")
    for row in page.locator(".yd-commitments tbody tr:visible").all():
        assert "信创" in (row.text_content() or "")
    page.get_by_label("Words").fill("")
    assert rows(page) == every
    expect(page.locator(".yd-found")).to_be_empty()


def test_body_topic_and_document_together(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PATH)
    page.get_by_label("Document").select_option("yang-2023")
    page.get_by_label("Topic").select_option("digital-offices")
    page.get_by_label("Body named").select_option("shengrensheting")
    assert rows(page) == 1
    row = page.locator(".yd-commitments tbody tr:visible")
    expect(row).to_contain_text("2023")
    assert row.locator('a[href*="#yang-2023.2.9.p1.s5"]').count() >= 1
    page.get_by_label("Body named").select_option("")
    page.get_by_label("when is stated").check()
    assert rows(page) == 2


def test_the_address_keeps_what_was_chosen(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PATH)
    page.get_by_label("Topic").select_option("security")
    page.get_by_label("who is stated").check()
    found = rows(page)
    expect(page).to_have_url(re.compile(r"\?topic=security&who=1$"))
    again = context.new_page()
    again.goto(page.url)
    assert rows(again) == found
    assert again.get_by_label("Topic").input_value() == "security"


def test_a_topic_leads_to_its_own(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    link = page.locator('a[href$="commitments/?topic=data-market"]')
    promised = int((link.text_content() or "").split()[0])
    link.click()
    expect(page.locator(".yd-filters")).to_be_visible()
    assert rows(page) == promised


def test_a_topic_that_is_not_there_narrows_nothing(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{PATH}?topic=nothing")
    assert rows(page) > 90


def test_without_javascript_it_is_a_plain_table(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATH)
    assert rows(page) > 90
    assert page.locator(".yd-filters").is_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/topics/coordination/",
        "/topics/compare/",
        PATH,
        "/topics/cities/",
        "/topics/frameworks/",
        "/figures/",
        "/topics/",
    ],
)
def test_what_compares_is_accessible(browser: Browser, address: str, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path)
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    found = [(v["id"], v["help"], [n["target"] for n in v["nodes"]][:3]) for v in results.response["violations"]]
    content = page.locator(".md-content").evaluate("e => e.scrollWidth - e.clientWidth")
    context.close()
    assert found == []
    assert content <= 0, "nothing is wider than its column"
