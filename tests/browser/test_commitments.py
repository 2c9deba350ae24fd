"""The table of commitments narrows as the reader types or chooses, says how far, and keeps it in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.looking import rows, too_wide, violations

PATH, TABLE = "/topics/commitments/", ".yd-commitments"


def test_typing_narrows_the_table(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PATH)
    every = rows(page, TABLE)
    assert every > 90
    page.get_by_label("Words").fill("信创")
    found = rows(page, TABLE)
    assert 0 < found < 10
    expect(page.locator(".yd-found")).to_contain_text(f"{found} of {every}")
    for row in page.locator(f"{TABLE} tbody tr:visible").all():
        assert "信创" in (row.text_content() or "")
    page.get_by_label("Words").fill("")
    assert rows(page, TABLE) == every
    expect(page.locator(".yd-found")).to_be_empty()


def test_body_topic_and_document_together(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PATH)
    page.get_by_label("Document").select_option("yang-2023")
    page.get_by_label("Topic").select_option("digital-offices")
    page.get_by_label("Body named").select_option("shengrensheting")
    assert rows(page, TABLE) == 1
    row = page.locator(f"{TABLE} tbody tr:visible")
    expect(row).to_contain_text("2023")
    assert row.locator('a[href*="#yang-2023.2.9.p1.s5"]').count() >= 1
    page.get_by_label("Body named").select_option("")
    page.get_by_label("when is stated").check()
    assert rows(page, TABLE) == 2


def test_the_address_keeps_what_was_chosen(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PATH)
    page.get_by_label("Topic").select_option("security")
    page.get_by_label("who is stated").check()
    found = rows(page, TABLE)
    expect(page).to_have_url(re.compile(r"\?topic=security&who=1$"))
    again = context.new_page()
    again.goto(page.url)
    assert rows(again, TABLE) == found
    assert again.get_by_label("Topic").input_value() == "security"


def test_a_topic_leads_to_its_own(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    link = page.locator('a[href$="commitments/?topic=data-market"]')
    promised = int((link.text_content() or "").split()[0])
    link.click()
    expect(page.locator(".yd-filters")).to_be_visible()
    assert rows(page, TABLE) == promised


def test_a_topic_that_is_not_there_narrows_nothing(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{PATH}?topic=nothing")
    assert rows(page, TABLE) > 90


def test_without_javascript_it_is_a_plain_table(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATH)
    assert rows(page, TABLE) > 90
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
    found, wide = violations(page), too_wide(page)
    context.close()
    assert found == []
    assert wide <= 0, "nothing is wider than its column"
