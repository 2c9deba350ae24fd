"""A map of the site for language models, in the llms.txt form (https://llmstxt.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.pages.comparison import compared
from yuedu.pages.speech_index import divided_index
from yuedu.sources.shape import Bilingual
from yuedu.text.ids import parse_id


def llms_txt(corpus: Corpus) -> str:
    """A map of the site for language models, in the llms.txt form: the documents that the index of speeches opens with."""
    parts = divided_index(corpus)
    out = [
        f"# {corpus.site.title}",
        "",
        f"> {corpus.site.description.en}. The Chinese is the authority; English that is not marked "
        f"reviewed must not be quoted as such. Cite passages by their URL, such as {_example(corpus)}. "
        "The Markdown of a page is at its address + index.md.",
        "",
        "## Speeches",
        "",
        *(_document(s) for s in newest_first([corpus.speech_by_id[u.document] for u in parts.first])),
        *(_year(y) for y in parts.years()),
        "",
        "## Topics",
        "",
        *(_entry(t.title, f"topics/{t.slug}/", t.abstract) for t in corpus.topics.topics),
        "",
        "## Across topics",
        "",
        *(f"- [{plain}]({url.lstrip('/')})" for plain, url in _across(corpus)),
        "",
        "## Data",
        "",
        "- [Everything as JSON](data/digest.json), described by data/digest.schema.json",
        "- [Glossary](data/glossary.csv), also as [TBX](data/glossary.tbx) and [JSON-LD](data/glossary.jsonld)",
        "- [Uses](data/uses.csv): how often each term is said in each document",
        "- [Aligned English](data/corpus.tmx) as TMX",
        "- [Figures](data/figures.csv)",
        "- [Commitments](data/commitments.csv): every sentence that directs or plans",
        "",
    ]
    return "\n".join(out)


def _document(speech: Speech) -> str:
    """A document's line: title, who spoke when, what it holds."""
    m = speech.meta
    by = ", ".join(
        filter(None, [" ".join(filter(None, (m.speaker.en, m.speaker.zh))) if m.speaker else None, m.date, m.number])
    )
    return _entry(m.title, f"speeches/{m.id}/", m.abstract) + (f" ({by})" if by else "")


def _year(year: dict[str, Any]) -> str:
    """A year of the index, where that has been divided."""
    path = year["url"].lstrip("/")
    name = year["title"].en
    return f"- [{name}, all documents]({path}): {year['count']} ([Markdown]({path}index.md))"


def _example(corpus: Corpus) -> str:
    """The address of a passage: the third of 二（四） where a document has it, else the first of all, or of one to come."""
    every = (ident for card in corpus.cards.values() for ident in card.passages)
    points = (ident for card in corpus.cards.values() if (ident := f"{card.meta.id}.2.4.p3") in card.passages)
    found = next(points, next(every, "li-2031.2.4.p3"))
    return f"{urls.document_url(parse_id(found).document)}#{found}"


def _across(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The pages that look across all topics, as far as there are any."""
    for found, name, url in (
        (compared(corpus), "Who stressed what: topics by speaker", urls.COMPARE),
        (len(corpus.commitments), "Commitments: who is to do what by when", urls.COMMITMENTS),
        (corpus.cities, "The cities named", urls.CITIES),
        (corpus.frameworks, "Frameworks that the speeches lay out", urls.FRAMEWORKS),
    ):
        if found:
            yield name, url


def _entry(title: Bilingual, path: str, abstract: Bilingual) -> str:
    words = " ".join(filter(None, (title.zh if title.en else "", abstract.en or abstract.zh)))
    name = _inline(title.en or title.zh or "")
    return f"- [{name}]({path}): {_inline(words)} ([Markdown]({path}index.md))"


def _inline(text: str) -> str:
    """Text inside a line of Markdown: it opens no tag and ends no link."""
    return re.sub(r"([\\`\[\]])", r"\\\1", text).replace("<", "&lt;")
