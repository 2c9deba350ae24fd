"""A comparison of wording narrows to a kind, from part to part, and is whole for who has no scripts."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

PAIR = "/changes/wang-2023..yang-2023/"


def kinds(page: Page) -> set[str]:
    """Of the rows that a reader sees."""
    rows = page.locator(".yd-change:visible")
    return {rows.nth(n).get_attribute("data-kind") or "" for n in range(rows.count())}


def test_a_kind_leads_from_the_table_to_its_rows_and_goes_along(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PAIR)
    told = int(page.locator(".yd-counts tr", has_text="Reworded").locator("td").inner_text())
    page.locator(".yd-counts").get_by_role("link", name="Reworded").click()
    expect(page).to_have_url(re.compile(r"/1/\?kind=reworded$"))
    assert kinds(page) <= {"reworded"}
    parts = page.locator(".yd-numbers li")
    on_parts = [int(re.search(r"\((\d+)\)", parts.nth(n).inner_text())[1]) for n in range(parts.count())]  # type: ignore[index]
    assert sum(on_parts) == told > 0
    part = next(n for n, count in enumerate(on_parts) if count)
    page.goto(page.url.replace("/1/", f"/{part + 1}/"))
    assert kinds(page) == {"reworded"}
    assert page.locator(".yd-change:visible").count() == on_parts[part]
    page.get_by_label("Kind").select_option("")
    assert kinds(page) > {"reworded"}
    expect(page).not_to_have_url(re.compile("kind="))


def test_a_note_beside_a_passage_leads_to_the_same_words(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/speeches/yang-2023/#yang-2023.2.6.p1")
    note = page.locator(".yd-again", has_text="Word for word in").first
    note.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/speeches/wang-2023/#wang-2023\.2\.5\.p2$"))
    expect(page.locator('[id="wang-2023.2.5.p2"]')).to_contain_text("建设乡村振兴综合服务信息平台")


def test_without_scripts_every_row_is_there(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{PAIR}1/?kind=reworded")
        assert page.locator(".yd-change:visible").count() == page.locator(".yd-change").count() > 20
        assert not page.locator(".yd-filters").is_visible()


def test_what_changed_is_told_in_words_and_by_more_than_colour(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + PAIR)
    lines = page.locator(".yd-changes del, .yd-changes ins").evaluate_all(
        "found => [...new Set(found.map(e => e.tagName + ' ' + getComputedStyle(e).textDecorationLine))].sort()"
    )
    assert lines == ["DEL line-through", "INS underline"]
