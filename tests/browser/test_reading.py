"""What a reader does on a page: follow a link to a sentence, ask what a term means, see which words belong together."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect


@pytest.fixture
def speech(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}/speeches/wang-2023/")
    return page


def test_a_link_lands_on_the_sentence(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/speeches/yang-2023/#yang-2023.1.6.p1.s5")
    sentence = page.locator('[id="yang-2023.1.6.p1.s5"]')
    expect(sentence).to_be_in_viewport()
    assert sentence.evaluate("e => e.matches(':target')")
    header = page.locator(".md-header").bounding_box()
    box = sentence.bounding_box()
    assert header and box and box["y"] >= header["y"] + header["height"], "the header covers the sentence"


def test_a_term_explains_itself_on_hover(speech: Page) -> None:
    term = speech.locator('.yd-term[data-term="xinchuang"]').first
    term.hover()
    tip = speech.locator("#yd-pop")
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("信创")
    expect(tip).to_contain_text("xìnchuàng")
    assert term.get_attribute("aria-describedby") == "yd-pop"
    assert tip.get_attribute("role") == "tooltip"
    tip.hover()
    speech.wait_for_timeout(400)
    expect(tip).to_be_visible()
    speech.keyboard.press("Escape")
    expect(tip).to_have_count(0)


def test_a_term_explains_itself_on_focus_beside_its_word_and_inside_the_window(speech: Page) -> None:
    for term in speech.locator(".yd-term").all()[:40]:
        term.focus()
        tip = speech.locator("#yd-pop").bounding_box()
        words = term.evaluate("e => { const r = e.getClientRects()[0]; return {x: r.x, y: r.y, bottom: r.bottom}; }")
        assert tip and tip["x"] >= 0 and tip["x"] + tip["width"] <= 1280
        assert tip["y"] >= words["bottom"] or tip["y"] + tip["height"] <= words["y"], "the tooltip covers its word"


def test_a_tap_opens_the_tooltip_and_the_tooltip_leads_on(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}/topics/data-market/")
    term = page.locator(".yd-term").first
    slug = term.get_attribute("data-term")
    term.tap()
    tip = page.locator("#yd-pop")
    expect(tip).to_be_visible()
    assert page.url.endswith("/topics/data-market/")
    tip.locator("a").tap()
    page.wait_for_url(f"**/glossary/{slug}/")


def test_a_term_page_leads_to_the_sentence(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/glossary/mianshenjixiang/")
    page.locator(".yd-concordance .yd-ref").first.click()
    page.wait_for_url("**/speeches/**")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize(("typed", "found"), [("Yuejizuo", "粤基座"), ("数字湾区", "数字湾区"), ("95.1%", "95.1%")])
def test_search_finds_it(context: BrowserContext, address: str, typed: str, found: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/")
    page.locator("header input.yd-q").click()
    page.locator("header input.yd-q").press_sequentially(typed)
    expect(page.locator(".yd-suggestions")).to_contain_text(found)


def test_pointing_at_a_sentence_marks_its_counterparts(context: BrowserContext, bilingual: str) -> None:
    page = context.new_page()
    page.goto(f"{bilingual}/speeches/")
    page.locator(".yd-cards a").first.click()
    english = page.locator(".yd-pair:not(.yd-solo) .yd-en .yd-s")
    expect(english.first).to_be_visible()
    for segment in english.all():
        numbers = set((segment.get_attribute("data-s") or "").split())
        passage = segment.locator("xpath=ancestor::section")
        segment.hover()
        lit = passage.locator(".yd-zh .yd-s.yd-on")
        assert {n.get_attribute("data-s") for n in lit.all()} == numbers
        page.mouse.move(0, 0)
        assert page.locator(".yd-on").count() == 0


def test_both_languages_stand_side_by_side_where_there_is_room(
    context: BrowserContext, phone: BrowserContext, bilingual: str
) -> None:
    for opened, side_by_side in ((context, True), (phone, False)):
        page = opened.new_page()
        page.goto(f"{bilingual}/speeches/")
        page.locator(".yd-cards a").first.click()
        pair = page.locator(".yd-passage .yd-pair:not(.yd-solo)").first
        english = pair.locator(".yd-en .yd-s").first.bounding_box()
        chinese = pair.locator(".yd-zh .yd-s").first.bounding_box()
        assert english and chinese
        assert (abs(english["y"] - chinese["y"]) < 30) is side_by_side
        assert (english["x"] < chinese["x"]) is side_by_side


@pytest.mark.parametrize("path", ["/topics/data-market/", "/speeches/yang-2023/", "/glossary/shujuyaosu/"])
def test_the_contents_mark_the_section_that_was_gone_to(context: BrowserContext, address: str, path: str) -> None:
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    contents = page.locator(".md-sidebar--secondary .md-nav__link[href^='#']")
    assert contents.count() > 4
    for entry in contents.all():
        section = page.locator(f'[id="{(entry.get_attribute("href") or "")[1:]}"]')
        entry.click()
        if page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 2"):
            break  # the last sections share the end of the page
        expect(page.locator(".md-sidebar--secondary .md-nav__link--active").last).to_have_attribute(
            "href", entry.get_attribute("href") or ""
        )
        box, header = section.bounding_box(), page.locator(".md-header").bounding_box()
        assert box and header and box["y"] >= header["y"] + header["height"], "the header covers the heading"


def test_a_topic_answers_before_it_wanders(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    planned = page.locator("h2#planned ~ .yd-passage .yd-meta > .yd-ref:first-child").first
    expect(planned).to_contain_text("2.3 ¶1")
    touching = page.locator("h3#planned-yang-2023 ~ .yd-touching").first
    expect(touching).to_be_visible()
    told = page.locator(".yd-told").filter(has=page.locator(".yd-planned"))
    expect(told.first.locator(".yd-strand")).to_have_text("Planned 计划")
    for sentence in told.all():
        references = sentence.locator(".yd-ref").all_text_contents()
        assert references and all(r.startswith("Yang 杨鹏飞 2") for r in references)


def test_a_term_says_where_it_is_spoken_of_and_what_is_done_there(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/glossary/shujuyaosu/")
    page.locator(".yd-facts").get_by_role("link", name="The data factor market").click()
    page.wait_for_url("**/topics/data-market/")
    page.go_back()
    line = page.locator(".yd-concordance li").filter(has=page.locator("a", has_text="Yang 杨鹏飞 2.8 ¶1 s3"))
    expect(line.locator(".yd-strand")).to_have_text("Planned 计划")
