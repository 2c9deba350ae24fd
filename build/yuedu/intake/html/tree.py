"""A page as a tree of elements and texts, with what a reader never sees left out.

Parsed by Lexbor (through selectolax) as a browser parses (HTML Living Standard, section 13.2), so any input has a tree. It is
walked without recursion: pages exist whose elements are nested ten thousand deep.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from yuedu.errors import SourceError
from yuedu.intake.needs import library

DEEPEST = 10_000
"""Lexbor's time grows with the square of the depth: half a second here, a minute at a hundred thousand."""

UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "noembed",
        "noframes",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "map",
        "select",
        "textarea",
        "button",
        "input",
        "option",
        "datalist",
        "progress",
        "meter",
        "dialog",
        "head",
        "title",
        "rt",
        "rp",
        "rtc",
    ]
)
"""Elements that hold no words of the text: code, controls, readings above characters."""

_OPENED = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_CLOSED_BY_THEMSELVES = frozenset(
    b"p li dt dd td th tr tbody thead tfoot option area base br col embed hr img input link meta source track wbr param "
    b"html body font b i u em strong span a o".split()
)
"""Void elements, those whose end tag is optional, and those that Lexbor nests at no cost."""

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Node:
    """An element: its tag, attributes, and children (elements and texts) in order. `index` counts in document order."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None
    index: int
    children: list[Node | str] = field(default_factory=list)

    def get(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")


@dataclass(slots=True)
class Page:
    """The elements of a page's body in document order; its title, declared titles, and what was left out of the tree."""

    nodes: list[Node]
    title: str
    meta: dict[str, str]
    left_out: Counter[str]
    hidden: list[str]

    @property
    def body(self) -> Node:
        return self.nodes[0]


def parse(source: str, name: str, show_hidden: bool = False) -> Page:
    """The tree of a page or of a fragment; `SourceError` for one nested too deep."""
    depth = _depth(source.encode("utf-8", "replace"))
    if depth > DEEPEST:
        message = f"{depth:,} elements are opened inside each other and never closed: the page is damaged"
        raise SourceError(name, None, message, "open it in a browser and copy the text into a plain text file")
    parser = library("selectolax.lexbor", name, ".html").LexborHTMLParser(source)
    page = Page([Node("body", {}, None, 0)], "", {}, Counter(), [])
    if parser.head is not None:
        for found in parser.head.css("title")[:1]:
            page.title = " ".join((found.text() or "").split())
        page.left_out["script"] += len(parser.head.css("script"))
        for found in parser.head.css("meta[name]"):
            values = found.attributes
            page.meta[(values["name"] or "").lower()] = " ".join((values.get("content") or "").split())
    if parser.body is not None:
        page.nodes[0].attributes = _attributes(parser.body)
        _copy(parser.body, page, show_hidden)
    return page


def _copy(body: Any, page: Page, show_hidden: bool) -> None:
    above: list[Node] = [page.nodes[0]]
    here = body.child
    parents: list[Any] = []  # the parser's elements, of which `above` has the copies
    while True:
        if here is None:
            if not parents:
                return
            here, _ = parents.pop().next, above.pop()
            continue
        down = None
        if here.is_text_node:
            if text := (here.text_content or "").replace("\x01", "").replace("\x02", ""):
                above[-1].children.append(text)
        elif here.is_element_node:
            tag, attributes = here.tag or "", _attributes(here)
            if tag in UNSEEN or tag == "del":
                page.left_out[tag] += 1
            elif not show_hidden and _is_hidden(attributes):
                page.hidden.append(here.text() or "")
            else:
                if tag in ("img", "picture"):
                    page.left_out["img"] += 1
                node = Node(tag, attributes, above[-1], len(page.nodes))
                page.nodes.append(node)
                above[-1].children.append(node)
                down = here.child
                if down is not None:
                    parents.append(here)
                    above.append(node)
        here = down if down is not None else here.next


def _attributes(element: Any) -> dict[str, str]:
    return {key.lower(): value or "" for key, value in element.attributes.items()}


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


def _depth(source: bytes) -> int:
    """How many elements are open at most, an end tag closing one of its own name."""
    opened: Counter[bytes] = Counter()
    now = deepest = 0
    for close, name in _OPENED.findall(source):
        if (name := name.lower()) in _CLOSED_BY_THEMSELVES:
            continue
        if not close:
            opened[name] += 1
            now += 1
            deepest = max(deepest, now)
        elif opened[name]:
            opened[name] -= 1
            now -= 1
    return deepest
