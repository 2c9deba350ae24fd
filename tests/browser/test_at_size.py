"""The filters of a glossary and of figures that no page holds whole: they read what they need, over http and from a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import serve
from tests.browser.looking import rows, too_wide, violations

TABLE = ".yd-answers"


@pytest.fixture(scope="module")
def divided(at_size: Path) -> Iterator[str]:
    yield from serve(at_size / "site")


@pytest.mark.parametrize("typed", ["信创", "信創", "xinchuang", "xìnchuàng", "xin chuang", "xc", "IT APPLICATION"])
@pytest.mark.parametrize("view", ["", "by-topic/", "initial-s/", "by-kind/body/"])
def test_a_term_is_found_from_every_index(context: BrowserContext, divided: str, view: str, typed: str) -> None:
    page = context.new_page()
    page.goto(f"{divided}/glossary/{view}")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("searchbox", name="Filter the terms").fill(typed)
    link = page.locator('.yd-answers a[href$="/glossary/xinchuang/"]')
    expect(link).to_be_visible()
    expect(page.locator(".yd-found")).to_contain_text("term")
    assert any("data/glossary/" in url for url in asked)
    link.click()
    expect(page.locator("h1")).to_contain_text("信创")


def test_the_letters_come_back_when_nothing_is_typed(context: BrowserContext, divided: str) -> None:
    page = context.new_page()
    page.goto(f"{divided}/glossary/")
    box = page.get_by_role("searchbox", name="Filter the terms")
    box.fill("ywtb")
    expect(page.locator(".yd-answers li")).to_contain_text(["一网通办"])
    expect(page.locator(".yd-leads")).to_be_hidden()
    box.fill("")
    expect(page.locator(".yd-leads")).to_be_visible()
    expect(page.locator(".yd-answers")).to_be_hidden()


def test_figures_are_filtered_and_the_address_keeps_it(context: BrowserContext, divided: str) -> None:
    page = context.new_page()
    page.goto(f"{divided}/figures/")
    page.locator("[name=year]").select_option("2023")
    page.locator("[name=document]").select_option("wang-2023")
    expect(page.locator(".yd-found")).to_contain_text("figures")
    every = rows(page, TABLE)
    page.locator("[name=type]").select_option("money")
    expect(page.locator(".yd-found")).not_to_contain_text("…")
    expect(page.locator(".yd-answers tbody tr").first).to_contain_text("亿元")
    assert 0 < rows(page, TABLE) < every
    expect(page).to_have_url(
        re.compile(r"type=money&year=2023&document=wang-2023|year=2023&document=wang-2023&type=money")
    )
    again = context.new_page()
    again.goto(page.url)
    expect(again.locator(".yd-answers tbody tr")).to_have_count(rows(page, TABLE))
    link = again.locator(".yd-answers tbody .yd-ref").first
    link.click()
    expect(again.locator(":target")).to_be_visible()


def test_words_are_looked_for_in_all_documents(context: BrowserContext, divided: str) -> None:
    page = context.new_page()
    page.goto(f"{divided}/figures/?words=12.62")
    expect(page.locator(".yd-answers tbody tr").first).to_contain_text("12.62")
    expect(page.locator("#newest")).to_be_hidden()
    page.get_by_label("Words").fill("nothing of the kind")
    expect(page.locator(".yd-found")).to_contain_text("0 figures")


def test_an_old_address_of_a_figure_opens_its_part(context: BrowserContext, divided: str) -> None:
    page = context.new_page()
    page.goto(f"{divided}/figures/yang-2023/")
    later = page.locator(".yd-elsewhere a").first
    ident = later.get_attribute("id")
    later.click()
    expect(page.locator(f'tr[id="{ident}"]')).to_be_visible()


def test_without_javascript_the_lists_lead_on(browser: Browser, divided: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{divided}/figures/")
    assert page.locator(".yd-filters").is_hidden()
    page.locator(".yd-years a", has_text="2023").first.click()
    page.locator(".yd-links a[href*='figures/wang-2023']").click()
    assert page.locator(".yd-figures tbody tr").count() > 10
    page.goto(f"{divided}/glossary/")
    page.locator('.yd-leads a[href$="initial-x/"]').click()
    assert page.locator(".yd-index li").count() > 3
    context.close()


def test_from_a_folder(context: BrowserContext, at_size: Path) -> None:
    page = context.new_page()
    page.goto((at_size / "site/glossary/index.html").as_uri())
    page.get_by_role("searchbox", name="Filter the terms").fill("xinchuang")
    expect(page.locator('.yd-answers a[href$="/glossary/xinchuang/index.html"]')).to_be_visible()
    page.goto((at_size / "site/figures/index.html").as_uri())
    page.get_by_label("Words").fill("12.62")
    expect(page.locator(".yd-answers tbody tr").first).to_contain_text("12.62")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/glossary/",
        "/glossary/initial-s/",
        "/glossary/shuzizhengfu/",
        "/glossary/shuzizhengfu/2023/",
        "/figures/?words=亿",
        "/figures/2023/",
        "/systems/",
        "/data/2023/",
    ],
)
def test_divided_pages_are_accessible(browser: Browser, divided: str, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(divided + path)
    if "words" in path:
        expect(page.locator(".yd-answers tbody tr").first).to_be_visible()
    found, wide = violations(page), too_wide(page)
    context.close()
    assert found == []
    assert wide <= 0, "nothing is wider than its column"
