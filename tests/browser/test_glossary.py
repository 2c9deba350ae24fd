"""The glossary's index: any term is found by its English, its pinyin, its initials or its traditional form alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect


@pytest.mark.parametrize("view", ["", "by-english/", "by-kind/", "by-topic/"])
def test_every_view_holds_every_term_it_should(context: BrowserContext, address: str, view: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/glossary/")
    terms = page.locator(".yd-index li").count()
    page.goto(f"{address}/glossary/{view}")
    there = page.locator(".yd-index li a").evaluate_all("links => new Set(links.map(a => a.href)).size")
    assert there == terms or (view == "by-topic/" and there > 0.8 * terms), "terms of headings alone have no topic"


@pytest.mark.parametrize(
    "typed",
    [
        "信创",
        "信創",
        "xinchuang",
        "xìnchuàng",
        "xin chuang",
        "it application innovation",
        "IT APPLICATION",
        "credit innovation",
    ],
)
def test_a_term_is_found_however_it_is_typed(context: BrowserContext, address: str, typed: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/glossary/")
    page.get_by_role("searchbox", name="Filter the terms").fill(typed)
    expect(
        page.locator('.yd-index li:visible a[href$="/xinchuang/"], .yd-index li:visible a[href="xinchuang/"]')
    ).to_be_visible()
    assert page.locator(".yd-index li:visible").count() < 20
    expect(page.locator(".yd-found")).to_contain_text("term")


def test_initials_find_a_term_and_empty_letters_go(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/glossary/")
    page.get_by_role("searchbox", name="Filter the terms").fill("ywtb")
    expect(page.locator(".yd-index li:visible")).to_contain_text(["一网通办"])
    assert page.locator("h2:visible").count() == 1
