"""Markdown to text, through markdown-it: headings without #, `**` as it is, tables by row, lists with their printed numbers."""

from __future__ import annotations

import re
from typing import Any

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted, mark, row, with_notes
from yuedu.intake.encodings import decode
from yuedu.intake.needs import library, maker

_HEAD = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.S)
_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.+)$", re.M)
_TAG = re.compile(r"<[^<>]*>|<!--.*?-->", re.S)


def read_markdown(data: bytes, name: str) -> Converted:
    """A Markdown file in any encoding of plain text; raises `SourceError` for one without text."""
    source = decode(data, name).text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.match(source)
    body = source[head.end() :] if head else source
    notes: list[str] = []
    for found in _NOTE.finditer(body):
        notes.append(found[2])
        body = body.replace(f"[^{found[1]}]", mark(len(notes)))
    body = re.sub(r"^([①-⑳㉑-㉟㊱-㊿]|\[\d+\]):[ \t]*.+\n?", "", body, flags=re.M) if notes else body
    parser = library("markdown_it", name, ".md").MarkdownIt("commonmark").enable("table")
    lines = _Lines()
    for token in parser.parse(body):
        lines.take(token)
    if not any(line.strip() for line in lines.out):
        raise SourceError(name, None, "the file is empty", "give the file its text")
    said = ["the front matter of the file is left out"] if head else []
    if lines.tags:
        said.append(f"{lines.tags} HTML tags are left out")
    return Converted(with_notes(lines.out, notes), maker("markdown_it"), tuple(said))


class _Lines:
    """The lines so far, and where in a list or a table the next token stands."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.prefix = ""
        self.cells: list[str] | None = None
        self.tags = 0

    def take(self, token: Any) -> None:
        kind = token.type
        if kind == "tr_open":
            self.cells = []
        elif kind == "tr_close" and self.cells is not None:
            self.out.append(row(self.cells))
            self.cells = None
        elif kind == "list_item_open":
            self.prefix = f"{token.info}{token.markup} " if token.info else "- "
        elif kind == "inline":
            self._inline(self._text(token))
        elif kind in ("fence", "code_block"):
            self._inline(token.content.rstrip("\n"))
        elif kind == "html_block":
            self._inline(self._without_tags(token.content).strip())
        elif kind in ("paragraph_close", "heading_close", "table_close") and not token.hidden:
            self.out.append("")

    def _inline(self, text: str) -> None:
        if self.cells is not None:
            self.cells.append(text)
        elif text:
            self.out += (self.prefix + text).split("\n")
            self.prefix = ""

    def _text(self, token: Any) -> str:
        words = ""
        for child in token.children or ():
            if child.type in ("text", "code_inline"):
                words += child.content
            elif child.type in ("softbreak", "hardbreak"):
                words += "\n"
            elif child.type in ("strong_open", "strong_close"):
                words += "**"
            elif child.type == "html_inline":
                words += self._without_tags(child.content)
        return words

    def _without_tags(self, html: str) -> str:
        self.tags += len(_TAG.findall(html))
        return _TAG.sub("", html)
