"""Pinyin over the terms on request: where it stands, that it is remembered, and that no quotation holds it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect


def test_pinyin_stands_over_a_term_and_goes_again(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/digital-bay-area/")
    text = page.locator(".md-content").inner_text()
    expect(page.locator("rt")).to_have_count(0)
    page.get_by_role("button", name="Pinyin 拼音").click()
    over = page.locator('.yd-zh .yd-term[data-term="shuziwanqu"] ruby').first
    expect(over.locator("rt")).to_have_text("shùzì wānqū")
    assert over.evaluate("r => r.firstChild.textContent") == "数字湾区"
    page.reload()
    expect(over.locator("rt")).to_be_visible()
    page.keyboard.press("p")
    expect(page.locator("rt, ruby")).to_have_count(0)
    assert page.locator(".md-content").inner_text() == text


def test_only_the_terms_own_name_is_read(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    page.keyboard.press("p")
    short = page.locator('.yd-zh .yd-term[data-term="guangzhoushujujiaoyisuo"]').filter(has_text="广州").all()
    read = [link.locator("rt").count() for link in short]
    names = [link.evaluate("l => l.textContent") for link in short]
    assert 0 in read, "广州 alone would be read as the whole exchange"
    assert all("广州数据交易所" in name for name, there in zip(names, read, strict=True) if there)


def test_pinyin_and_traditional_characters_together(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/topics/digital-bay-area/?read=hant")
    page.keyboard.press("p")
    over = page.locator('.yd-zh .yd-term[data-term="shuziwanqu"] ruby').first
    expect(over).to_contain_text("數字灣區")
    expect(over.locator("rt")).to_have_text("shùzì wānqū")
    page.keyboard.press("t")
    assert over.evaluate("r => r.firstChild.textContent") == "数字湾区"


def test_a_quotation_holds_no_pinyin(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/topics/digital-bay-area/")
    passage = page.locator(".yd-passage[id]:has(.yd-zh .yd-term[data-term=shuziwanqu])").first
    before = passage.locator(".yd-zh").inner_text()
    page.keyboard.press("p")
    assert "wānqū" in passage.locator(".yd-zh").inner_text()
    passage.locator(".yd-citing").click()
    dialog = page.locator("dialog.yd-cite")
    assert "wānqū" not in dialog.inner_text() and "数字湾区" in before
    page.keyboard.press("Escape")
    page.evaluate("p => getSelection().selectAllChildren(p.querySelector('.yd-zh'))", passage.element_handle())
    page.keyboard.press("Control+c")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "数字湾区" in copied and "wānqū" not in copied
