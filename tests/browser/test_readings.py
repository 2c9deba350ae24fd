"""中文, both or English: what is shown, what is kept, and that nobody loses the place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

PAGE = "/speeches/note-2031/"
HAN = re.compile("[\u3400-\u9fff]")


def opened(context: BrowserContext, address: str, query: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{address}{PAGE}{query}")
    return page


def choose(page: Page, value: str) -> None:
    page.locator(f'.yd-read button[data-read="{value}"]').click()


def test_both_languages_are_there_at_first(context: BrowserContext, bilingual: str) -> None:
    page = opened(context, bilingual)
    passage = page.locator('[id="note-2031.p1"]')
    expect(passage.locator(".yd-en .yd-s").first).to_be_visible()
    expect(passage.locator(".yd-zh .yd-s").first).to_be_visible()
    expect(page.locator('.yd-read button[data-read="both"]')).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("value", "shown", "hidden", "lang"), [("en", "en", "zh", "en"), ("zh", "zh", "en", "zh-Hans")]
)
def test_one_language_is_shown_and_remembered(
    context: BrowserContext, bilingual: str, value: str, shown: str, hidden: str, lang: str
) -> None:
    page = opened(context, bilingual)
    choose(page, value)
    for _ in ("now", "after a reload"):
        passage = page.locator('[id="note-2031.p1"]')
        expect(passage.locator(f".yd-{shown}")).to_be_visible()
        expect(passage.locator(f".yd-{hidden}")).to_be_hidden()
        assert page.locator("html").get_attribute("lang") == lang
        untranslated = page.locator('[id="note-2031.1.p3"] .yd-zh')
        expect(untranslated).to_be_visible()  # what has no English stays
        page.reload()


def test_a_link_sets_the_reading(context: BrowserContext, bilingual: str) -> None:
    page = opened(context, bilingual, "?read=zh#note-2031.p1.s2")
    expect(page.locator('[id="note-2031.p1"] .yd-en')).to_be_hidden()
    expect(page.locator('[id="note-2031.p1.s2"]')).to_be_in_viewport()
    page = opened(context, bilingual, "?read=hant")
    expect(page.locator("h1")).to_contain_text("圖書館")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"


def test_keys_choose_and_a_field_keeps_its_letters(context: BrowserContext, bilingual: str) -> None:
    page = opened(context, bilingual)
    for key, value in (("e", "en"), ("z", "zh"), ("b", "both")):
        page.keyboard.press(key)
        assert page.locator("html").get_attribute("data-read") == value
    page.keyboard.press("t")
    expect(page.locator("h1")).to_contain_text("圖書館")
    page.goto(f"{bilingual}/glossary/?read=both")
    page.locator(".yd-filter").press_sequentially("ze")
    assert page.locator("html").get_attribute("data-read") == "both"


def test_the_place_is_kept(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 420, "height": 800})
    page.goto(f"{address}/speeches/yang-2023/#yang-2023.1.6.p1")
    page.mouse.wheel(0, 260)
    page.wait_for_timeout(200)
    for value in ("zh", "both", "zh", "both"):
        before = _under_the_header(page)
        choose(page, value)
        page.wait_for_timeout(50)
        top = page.locator(f'[id="{before["id"]}"]').evaluate("e => e.getBoundingClientRect().top")
        assert abs(before["top"] - top) < 4, (value, before, top)


def _under_the_header(page: Page) -> dict[str, float | str]:
    """The first Chinese sentence that begins in view, and where."""
    found: dict[str, float | str] = page.evaluate(
        """() => {
          const top = document.querySelector(".md-header").getBoundingClientRect().bottom;
          const s = [...document.querySelectorAll(".yd-zh .yd-s")].find(e => e.getBoundingClientRect().top >= top - 1);
          return {id: s.id, top: s.getBoundingClientRect().top};
        }"""
    )
    return found


def test_traditional_characters_and_back(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    before = page.locator("main").inner_text()
    page.keyboard.press("t")
    expect(page.locator("h1 [lang='zh-Hant']")).to_have_text("數據要素市場")
    assert "數據資產憑證" in page.locator("main").inner_text()
    assert page.locator("main [lang='zh-Hans']").count() == 0
    page.goto(f"{address}/topics/foundation/")
    expect(page.locator("h1 [lang='zh-Hant']")).to_be_visible()
    page.goto(f"{address}/topics/data-market/")
    page.keyboard.press("t")
    expect(page.locator("h1 [lang='zh-Hans']")).to_have_text("数据要素市场")
    assert page.locator("main").inner_text() == before


def test_the_other_language_of_a_passage_is_a_press_away(context: BrowserContext, bilingual: str) -> None:
    page = opened(context, bilingual, "?read=en")
    passage = page.locator('[id="note-2031.p1"]')
    passage.locator(".yd-peek").click()
    expect(passage.locator(".yd-zh")).to_be_visible()
    passage.locator(".yd-peek").press("Enter")
    expect(passage.locator(".yd-zh")).to_be_hidden()


def test_a_selection_stays_in_its_language(context: BrowserContext, bilingual: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, bilingual)
    first = page.locator('[id="note-2031.p1"] .yd-en .yd-s').first.bounding_box()
    last = page.locator('[id="note-2031.p1"] .yd-zh .yd-s').last.bounding_box()
    assert first and last
    page.mouse.move(first["x"] + 2, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] - 2, last["y"] + last["height"] - 4, steps=8)
    page.mouse.up()
    page.keyboard.press("Control+C")
    selected = page.evaluate("navigator.clipboard.readText()")
    assert "libraries" in selected
    chinese = page.locator(".md-content .yd-zh .yd-s, .md-content h2 > [lang|=zh]").all_inner_texts()
    assert len(chinese) > 5
    assert not [words for words in chinese if words in selected], "an English note may quote a word, no more"


def test_without_scripts_both_are_read(browser: Browser, bilingual: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{bilingual}{PAGE}?read=en")
    expect(page.locator('[id="note-2031.p1"] .yd-en')).to_be_visible()
    expect(page.locator('[id="note-2031.p1"] .yd-zh')).to_be_visible()
    context.close()


def test_on_a_phone_the_sentences_take_turns(phone: BrowserContext, bilingual: str) -> None:
    page = opened(phone, bilingual)
    tops = page.evaluate(
        """() => [...document.querySelectorAll('[id="note-2031.p1"] .yd-s')]
             .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
             .map(e => e.closest("[lang]").lang + " " + e.dataset.s)"""
    )
    assert tops == ["en 1", "en 1 2", "zh-Hans 1", "en 2 3", "zh-Hans 2", "zh-Hans 3"]
