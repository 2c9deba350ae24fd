"""The frame of a site comes with the package: a build writes it out, and leaves a desk's own files beside it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.project import ROOT, Project
from yuedu.sources.colours import GROUNDS, TINTS, contrast, holds, shade_that_holds, tint

STYLES = (ROOT / "build" / "yuedu" / "theme" / "assets" / "yuedu.css").read_text(encoding="utf-8")
COLOUR = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


def test_a_changed_or_missing_file_of_the_frame_is_found_and_mended(empty: Project) -> None:
    good = empty.bytes()
    empty.edit("docs/assets/dom.js", "use strict", "use nothing")
    (empty.root / "overrides" / "404.html").unlink()
    checked = empty.run("build", "--check")
    assert checked.exit_code == 1
    assert "disk/docs/assets/dom.js" in checked.stdout and "missing: overrides/404.html" in checked.stdout
    assert empty.run("build").exit_code == 0
    assert empty.bytes() == good


def test_a_file_of_the_desks_own_stays(empty: Project) -> None:
    empty.write("docs/assets/own.css", "p { color: red }\n")
    empty.write("overrides/partials/own.html", "<p>Own</p>\n")
    assert empty.run("build").exit_code == 0
    assert empty.read("docs/assets/own.css") == "p { color: red }\n"
    assert empty.read("overrides/partials/own.html") == "<p>Own</p>\n"


def test_the_names_of_a_desk_cannot_break_a_page(empty: Project) -> None:
    """Markup, braces and quotation marks in a name are text in the head of every page."""
    text = empty.read("mkdocs.yml")
    empty.write("mkdocs.yml", re.sub("(?m)^site_name: .*", r"""site_name: 'A "</style><b>{{ x }} {% y %}'""", text))
    assert empty.run("build").exit_code == 0
    head = empty.read("overrides/partials/desk.html")
    assert "<b>" not in head and "{{" not in head and "{%" not in head
    assert re.findall("</style>", head) == ["</style>"]


@pytest.mark.parametrize("scheme", GROUNDS)
def test_the_grounds_are_those_of_the_style_sheet(scheme: str) -> None:
    selector = {"light": "default", "dark": "slate"}[scheme]
    (block,) = re.findall(rf'(?s)\[data-md-color-scheme="{selector}"\] {{(.*?)}}', STYLES)[:1]
    declared = dict(re.findall(r"--yd-(\w+): (#\w+)", block))
    declared["paper"] = declared["paper"].replace("#fff", "#ffffff") if scheme == "light" else declared["paper"]
    assert {name: declared[name] for name in GROUNDS[scheme]} == GROUNDS[scheme]
    assert declared["on"] == TINTS[scheme]
    inks = [declared[name] for name in ("ink", "soft", "accent", "asked", "done", "planned", "gaps")]
    assert all(holds(ink, [*GROUNDS[scheme].values(), TINTS[scheme]]) for ink in inks)


@given(COLOUR, st.sampled_from(sorted(GROUNDS)))
def test_any_colour_has_a_shade_that_can_be_read(colour: str, scheme: str) -> None:
    grounds = GROUNDS[scheme].values()
    shade = shade_that_holds(colour, grounds)
    assert holds(shade, grounds)
    assert shade == colour or not holds(colour, grounds)


@given(COLOUR, st.sampled_from(sorted(GROUNDS)))
def test_every_ink_of_the_site_holds_on_a_ground_made_of_any_colour(colour: str, scheme: str) -> None:
    """It is as light as the usual one, or in the dark scheme as dark."""
    paper = GROUNDS[scheme]["paper"]
    shade = tint(shade_that_holds(colour, GROUNDS[scheme].values()), scheme)
    assert contrast(shade, paper) <= contrast(TINTS[scheme], paper) + 0.01


def test_contrast_is_that_of_the_standard() -> None:
    """The examples of WCAG: black on white is 21, #777777 on white just too little."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
