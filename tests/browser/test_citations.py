"""Every form of a citation, pasted and parsed by another program."""

from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_readings import HAN

SENTENCE = "wang-2023.2.1.p2.s3"
URL = f"https://site.test/yuedu/speeches/wang-2023/#{SENTENCE}"
TITLE = "Speech at the 2023 provincial work conference on government services and data management"


def cited(page: Page, address: str, query: str = "") -> None:
    """Arrive at a sentence and ask for its citation with the keyboard alone."""
    page.goto(f"{address}/speeches/wang-2023/{query}#{SENTENCE}")
    expect(page.locator(".yd-tools")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.yd-tools .yd-citing')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("dialog.yd-cite")).to_be_visible()


def copied(page: Page, form: str) -> str:
    """What the clipboard holds after Copy, as text."""
    page.locator(f'label[for="yd-form-{form}"]').click()
    page.locator(".yd-copy").click()
    expect(page.locator("dialog [role=status]")).to_contain_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    cited(page, address)
    return page


def test_the_link_is_the_public_canonical_one(page: Page) -> None:
    assert copied(page, "link") == URL


def test_plain_text_quotes_both_languages_with_credit_and_link(page: Page) -> None:
    lines = copied(page, "plain").splitlines()
    assert "RMB 1.262 billion" in lines[0]
    assert "12.62亿元" in lines[1]
    for part in (
        "Wang Xi",
        "Vice-Governor",
        TITLE,
        "Guangzhou",
        "7 February 2023",
        "省数字政府办〔2023〕1号",
        "2.1 ¶2 s3",
    ):
        assert part in lines[2]
    assert lines[3] == URL


def test_markdown_is_a_quotation_with_a_link(page: Page) -> None:
    text = copied(page, "markdown")
    assert text.startswith("> ")
    assert all(line.startswith(">") for line in text.splitlines())
    assert f"]({URL})" in text


def test_rich_text_pastes_as_a_quotation_with_a_link(page: Page) -> None:
    copied(page, "rich")
    page.evaluate(
        """() => {
          document.querySelector("dialog.yd-cite").close();
          const memo = document.createElement("div");
          memo.id = "memo"; memo.contentEditable = "true";
          document.querySelector(".md-content").prepend(memo);
          memo.focus();
        }"""
    )
    page.keyboard.press("Control+V")
    memo = page.locator("#memo")
    expect(memo.locator("blockquote")).to_contain_text("RMB 1.262 billion")
    expect(memo.locator("blockquote")).to_contain_text("12.62亿元")
    assert memo.locator("a").get_attribute("href") == URL
    assert "Cite" not in memo.inner_text()
    assert "#" not in memo.inner_text().replace(URL, "")


def test_bibtex_is_read_by_a_library(page: Page) -> None:
    (entry,) = bibtexparser.loads(copied(page, "bibtex")).entries
    assert entry["ENTRYTYPE"] == "misc"
    assert entry["author"] == "Wang, Xi"
    assert entry["title"].strip("{}") == TITLE
    assert entry["year"] == "2023"
    assert entry["url"] == URL


def test_ris_is_read_by_a_library(page: Page) -> None:
    (entry,) = rispy.loads(copied(page, "ris"))
    assert entry["authors"] == ["Wang, Xi"]
    assert entry["title"] == TITLE
    assert entry["date"] == "2023/02/07"
    assert entry["urls"] == [URL]


def test_csl_json_names_a_speech(page: Page) -> None:
    (entry,) = json.loads(copied(page, "csl"))
    assert entry["type"] == "speech"
    assert entry["author"] == [{"family": "Wang", "given": "Xi"}]
    assert entry["issued"] == {"date-parts": [[2023, 2, 7]]}
    assert entry["URL"] == URL


@pytest.mark.parametrize(
    ("reading", "kept", "gone"), [("en", "RMB 1.262 billion", "12.62亿元"), ("zh", "12.62亿元", "billion")]
)
def test_the_quotation_is_in_the_reading_that_is_set(
    context: BrowserContext, address: str, reading: str, kept: str, gone: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    cited(page, address, f"?read={reading}")
    text = copied(page, "plain")
    assert kept in text
    assert gone not in text
    if reading == "en":
        assert not HAN.search(text.splitlines()[0])


def test_an_office_that_the_source_does_not_state_is_left_out(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/topics/data-market/")
    page.locator('[id="yang-2023.1.1.p2"] .yd-citing').first.click()
    text = copied(page, "plain")
    assert "Yang Pengfei, “Report" in text
    assert "https://site.test/yuedu/speeches/yang-2023/#yang-2023.1.1.p2" in text


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator("dialog.yd-cite")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.yd-citing')")


@pytest.mark.parametrize("button", [".yd-citing-page", ".yd-told .yd-citing"])
def test_what_the_site_says_itself_is_no_quotation(context: BrowserContext, address: str, button: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/speeches/yang-2023/?read=en")
    page.locator(button).first.click()
    words, credit, _ = copied(page, "plain").splitlines()
    assert not words.startswith("“") and credit.startswith("— Yuedu summary, “Report by Comrade Yang Pengfei")
    assert not copied(page, "markdown").startswith(">")
    assert "author = {{Yuedu}}" in copied(page, "bibtex")
