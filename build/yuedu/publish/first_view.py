"""The style of a first view, to stand in each page: `python -m yuedu.publish.first_view SITE > first-view.css`.

On a slow line text waits for the last of the style sheets. What a page needs before its reader does anything is a tenth
of them: the rules whose elements, classes and attributes some page of the site has, without what is for paper, for the
pointer or in the closed drawer. The whole sheets follow and win, so that a rule left out here is late and never lost.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import tinycss2

# Set by scripts before anything is drawn.
_SET_LATER = {"data-read", "data-script", "data-md-color-scheme"}
_STATES = re.compile(
    r":(?:hover|active|focus|target|checked|fullscreen|indeterminate|open|-)|::(?:-|selection|backdrop)"
)
_UNSEEN = re.compile(
    r"md-nav--primary|md-nav--lifted|md-dialog|md-search|md-overlay|md-top|yd-pop|yd-cite|yd-citing|yd-select"
)
_MOVING = re.compile(r"-|transition|animation|will-change|cursor|outline")
_SHEET = re.compile(r'<link rel="stylesheet"[^>]*? href="([^"#?]+)"')


class _Seen(HTMLParser):
    """Every element name, class, id and attribute value of the pages fed to it."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.values: dict[str, set[str]] = defaultdict(set)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            self.values[name].add(value or "")
            if name == "class":
                self.values["."].update((value or "").split())

    def holds(self, selector: str) -> bool:
        """Whether every part of a selector is on some page; what `:not()` excludes is not asked."""
        selector = re.sub(r":not\([^)]*\)", "", selector)
        if _STATES.search(selector) or _UNSEEN.search(selector):
            return False
        bare = re.sub(r"\[[^\]]*\]", "", selector)
        classes = re.findall(r"\.((?:\\.|[\w-])+)", bare)
        ids = re.findall(r"#([\w-]+)", bare)
        names = re.findall(r"(?:^|[\s>+~,(])([a-z][a-z0-9]*)\b(?!-)", bare)
        return (
            all(c.replace("\\", "") in self.values["."] for c in classes)
            and all(i in self.values["id"] for i in ids)
            and all(n in self.names for n in names)
            and all(self._has(*m) for m in re.findall(r"\[([\w-]+)(?:([~|^$*]?)=[\"']?([^\"'\]]*)[\"']?)?\]", selector))
        )

    def _has(self, name: str, how: str, value: str) -> bool:
        if name in _SET_LATER:
            return True
        given = self.values.get(name, set())
        if how == "" and value:
            return value in given
        if how == "^":
            return any(g.startswith(value) for g in given)
        return bool(given)


def first_view(pages: Iterable[str], sheets: Iterable[str]) -> str:
    """The rules of `sheets`, in their order, that `pages` (HTML) need before anything is done with them, one to a line."""
    seen = _Seen()
    for page in pages:
        seen.feed(page)
    css = "\n".join(rule for s in sheets for rule in _kept(tinycss2.parse_stylesheet(s, True, True), seen))
    while (shorter := _without_unused(css)) != css:
        css = shorter
    return css


def _without_unused(css: str) -> str:
    """Without the custom properties that nothing asks for, and the rules that this leaves empty."""
    used = set(re.findall(r"var\((--[\w-]+)", css))
    value = r"""(?:[^;{}"']|"[^"]*"|'[^']*')*"""
    css = re.sub(rf"(?<=[{{;])(--[\w-]+):{value}(?:;|(?=}}))", lambda m: m[0] if m[1] in used else "", css)
    return re.sub(r"[^{};\n]+\{\}\n?", "", css).strip("\n")


def _kept(rules: list[Any], seen: _Seen) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [s for s in _selectors(rule.prelude) if seen.holds(s)]
            body = ";".join(_declarations(rule.content))
            if selectors and body:
                yield f"{','.join(selectors)}{{{body}}}"
        elif rule.type == "at-rule" and rule.at_keyword in ("media", "supports") and rule.content is not None:
            condition = tinycss2.serialize(rule.prelude).strip()
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, True, True), seen))
            if inner and "print" not in condition:
                yield f"@{rule.at_keyword} {condition}{{{inner}}}"


def _selectors(prelude: list[Any]) -> Iterator[str]:
    part: list[Any] = []
    for token in [*prelude, None]:
        if token is None or (token.type == "literal" and token.value == ","):
            yield re.sub(r"\s+", " ", tinycss2.serialize(part)).strip()
            part = []
        elif token.type != "comment":
            part.append(token)


def _declarations(content: list[Any]) -> Iterator[str]:
    for item in tinycss2.parse_declaration_list(content, True, True):
        if item.type == "declaration" and (item.name.startswith("--") or not _MOVING.match(item.lower_name)):
            value = re.sub(r"\s+", " ", tinycss2.serialize([t for t in item.value if t.type != "comment"])).strip()
            yield f"{item.name}:{value}{'!important' if item.important else ''}"


def of_site(site: Path) -> str:
    """The same for a built site: the sheets that its front page names, in that order."""
    pages = [p.read_text(encoding="utf-8") for p in sorted(site.rglob("index.html"))]
    front = (site / "index.html").read_text(encoding="utf-8")
    names = dict.fromkeys(_SHEET.findall(front))
    return first_view(pages, [(site / name).read_text(encoding="utf-8") for name in names])


if __name__ == "__main__":
    sys.stdout.write(of_site(Path(sys.argv[1])) + "\n")
