"""The template engine: Jinja2, escaping by default, every missing value an error."""

from __future__ import annotations

import html
import json
import re
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from yuedu import urls
from yuedu.pages import labels
from yuedu.pages.passages import Reference
from yuedu.sources.shape import Bilingual

_MARKDOWN = re.compile(r"([\\`*_\[\]])")


@lru_cache(maxsize=4096)
def both(text: Bilingual | None) -> Markup:
    """A text in both languages, each in an element that says which; English first."""
    if text is None:
        return Markup("")
    en = f'<span lang="en">{escape(text.en)}</span>' if text.en else ""
    zh = f'<span lang="zh-Hans">{escape(text.zh)}</span>' if text.zh else ""
    return Markup(" ".join(filter(None, (en, zh))))


def plain(text: Bilingual) -> str:
    """A text in the languages it has, without markup."""
    return " ".join(filter(None, (text.en, text.zh)))


def ref(reference: Reference) -> Markup:
    """A reference: Wang 王曦 2.4 ¶3."""
    return Markup(f"{both(reference.name)} {escape(reference.place)}".rstrip())


def in_markdown(words: Markup | str) -> Markup:
    """HTML that stands inside a Markdown line: what Markdown would read as its own is escaped."""
    escaped = _MARKDOWN.sub(r"\\\1", str(escape(words)))
    return Markup(escaped.replace("{", "&#123;").replace("}", "&#125;"))  # braces would open a heading's attributes


@cache
def environment() -> Environment:
    """The environment every template is rendered in."""
    env = Environment(
        loader=PackageLoader("yuedu.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        comment_start_string="<#",  # {# opens a heading's id
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {"both": both, "ref": ref, "plain": plain, "md": in_markdown, "front": _front, "yaml": _yaml}
    env.globals |= {"labels": labels, "relative": urls.relative, "urls": urls}
    return env


def _yaml(value: object) -> Markup:
    """A value for a file of YAML; JSON is YAML."""
    return Markup(json.dumps(value, ensure_ascii=False))


def _front(words: str) -> Markup:
    """Words for a page's front matter, as HTML: the theme puts them into the head and the header as they stand."""
    safe = html.escape(words, quote=False).replace('"', "&quot;")
    return _yaml(safe)
