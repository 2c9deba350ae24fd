"""A page's own style is enough until the sheets are there: nothing in view stands elsewhere afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from yuedu.publish.first_view import first_view, of_site

PLACES = """() => [...document.querySelectorAll("header, nav, h1, h2, h3, p, table, figure, li, .yd-passage, .yd-pair > *")].filter(e => !e.closest(".md-sidebar--primary"))
    .map(e => { const b = e.getBoundingClientRect(); return [e.tagName + "." + e.className, b.x, b.y, b.width, b.height] })
    .filter(b => b[3] && b[1] >= 0 && b[2] < 2400).map(b => b.map(v => typeof v === "number" ? Math.round(v) : v))"""


def test_the_committed_style_is_that_of_these_pages(site: Path, root: Path) -> None:
    committed = (root / "overrides" / "partials" / "first-view.css").read_text(encoding="utf-8").rstrip("\n")
    assert of_site(site) == committed, "the style or the theme has changed: run `make styles`"


def _places(page: Page) -> list[list]:
    page.evaluate("() => document.fonts.ready.then(() => true)")
    return page.evaluate(PLACES)


@pytest.mark.parametrize(
    "path", ["/", "/topics/data-market/", "/speeches/wang-2023/", "/glossary/xinchuang/", "/figures/"]
)
@pytest.mark.parametrize("width", [360, 820, 1440])
def test_nothing_moves_when_the_sheets_come(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    held: list[Route] = []
    page.route("**/*.css", lambda route: held.append(route))
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address + path, wait_until="domcontentloaded")
    early = _places(page)
    assert len(held) >= 4 and len(early) > 15
    held.sort(key=lambda route: "stylesheets/main" not in route.request.url)  # the theme's own first, alone
    with page.expect_response("**/main.*.css"):
        held[0].continue_()
    page.wait_for_timeout(200)
    assert _places(page) == early
    for route in held[1:]:
        route.continue_()
    page.wait_for_load_state("load")
    page.wait_for_function("!document.getElementById('yd-first-view')")
    late = _places(page)
    context.close()
    assert late == early


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{color:red} .b{color:red}", ".a{color:red}"),
        (".a,.b>p{color:red}", ".a{color:red}"),
        (".a:hover{color:red}.a::before{top:0}", ".a::before{top:0}"),
        (
            "@media print{.a{color:red}} @media (min-width:60em){.a{color:red}.b{top:0}}",
            "@media (min-width:60em){.a{color:red}}",
        ),
        (":root{--u:1;--v:2}.a{top:var(--v)}", ":root{--v:2}\n.a{top:var(--v)}"),
        ("p[lang|=zh]{top:0}p[lang=de]{top:0}", "p[lang|=zh]{top:0}"),
        ('[data-read="zh"] .a{top:0}', '[data-read="zh"] .a{top:0}'),
        (".a:not(.b){top:0;transition:top 1s;-webkit-mask:none}", ".a:not(.b){top:0}"),
    ],
)
def test_what_is_kept(sheet: str, kept: str) -> None:
    assert first_view(['<body class="a"><p lang="zh-Hans">x</p></body>'], [sheet]) == kept
