"""The open data beside the pages: JSON, CSV, plain text and schemas, and the page that lists them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.digest.make import in_context
from yuedu.digest.shape import Digest
from yuedu.exports.atom import atom
from yuedu.exports.jsonld import jsonld
from yuedu.exports.tables import terms_csv
from yuedu.exports.tbx import tbx
from yuedu.glossary.shape import GlossaryFile
from yuedu.pages import portions
from yuedu.pages.labels import both as label
from yuedu.pages.llms import llms_txt
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.parts.part import AnyPart
from yuedu.parts.whole import whole_files
from yuedu.sources.collection import Collection
from yuedu.sources.shape import Bilingual, Shape
from yuedu.sources.topics import TopicFile

DATA = "/data/"
LEDE = label(
    "The same corpus for machines. Offsets count Unicode code points; values are in base units; URLs are relative to the site.",
    "供程序使用的同一语料。位置以 Unicode 码点计；数值以基本单位计；网址相对于本站。",
)

SCHEMAS: dict[str, tuple[type[Shape], Bilingual]] = {
    "digest.schema.json": (Digest, label("JSON Schema of digest.json", "digest.json 的结构")),
    "glossary.schema.json": (
        GlossaryFile,
        label("JSON Schema of glossary.yml, for editors", "glossary.yml 的结构，供编辑使用"),
    ),
    "topics.schema.json": (TopicFile, label("JSON Schema of topics.yml, for editors", "topics.yml 的结构，供编辑使用")),
    "document.schema.json": (
        Collection,
        label("JSON Schema of document.yml, for editors", "document.yml 的结构，供编辑使用"),
    ),
}


def sheets(shows: Shows, parts: Mapping[str, AnyPart], env: Environment) -> Iterator[Sheet]:
    """Every data file, and the pages that list them. `parts`: what each document accounts for, in reading order."""
    yield from _page_sheets(shows, env)
    for ident, part in parts.items():
        for name, path in PART_FILES.items():
            yield shows.sheet(path.format(ident), partial(getattr, part, name), shows.stamp(ident))
    for path, make in whole_files(shows.corpus, parts).items():
        yield shows.sheet(path, make, shows.everything)
    for path, make in collection_files(shows.corpus).items():
        yield shows.sheet(path, make, shows.everything)


PART_FILES = {
    "text": "data/{}.txt",
    "json": "data/documents/{}.json",
    "tmx": "data/documents/{}.tmx",
    "xliff": "data/documents/{}.xlf",
}
"""A piece of a part → where it is published."""


def collection_files(corpus: Corpus) -> dict[str, Callable[[], str]]:
    """The term base, with the sentence that tells best what each term is; the feed, the map, the schemas."""
    context = Once(partial(in_context, corpus))
    return {
        "data/glossary.csv": lambda: terms_csv(context()),
        "data/glossary.tbx": lambda: tbx(context(), corpus.site),
        "data/glossary.jsonld": lambda: jsonld(context(), corpus.site),
        "data/topics.atom": partial(atom, corpus),
        "llms.txt": partial(llms_txt, corpus),
        **{f"data/{name}": partial(_schema, model) for name, (model, _) in SCHEMAS.items()},
    }


class Once:
    """A value that is made when it is first asked for."""

    def __init__(self, make: Callable[[], Digest]) -> None:
        self._make = make
        self._value: Digest | None = None

    def __call__(self) -> Digest:
        if self._value is None:
            self._value = self._make()
        return self._value


def _schema(model: type[Shape]) -> str:
    schema = model.model_json_schema(by_alias=True, mode="validation")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _page_sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The page that lists them, and a page for each year where documents are many."""
    corpus = shows.corpus
    years: dict[str, list[Speech]] = {}
    for speech in newest_first(corpus.speeches):
        years.setdefault(portions.year_of(speech), []).append(speech)
    many = len(corpus.speeches) > portions.TEXTS
    shown = newest_first(corpus.speeches)[: portions.TEXTS] if many else corpus.speeches
    listed = [
        {"year": y, "title": portions.named_year(y), "count": len(found), "url": f"{DATA}{y}/"}
        for y, found in years.items()
    ]
    texts, led = [_text(s) for s in shown], listed if many else []
    yield shows.sheet("data/index.md", partial(_page, env, texts, led), texts, led)
    for year, found in years.items() if many else ():
        slices = portions.slices([_text(s) for s in found[::-1]], portions.DOCUMENTS)  # a new document moves no other
        addresses = [portions.numbered(f"{DATA}{year}/", n) for n in range(1, len(slices) + 1)]
        for page, part in zip(addresses, slices, strict=True):
            make = partial(_year_page, env, year, page, part, listed, addresses)
            yield shows.sheet(f"{page.strip('/')}/index.md", make, part, listed, addresses)


def _page(env: Environment, texts: list[tuple[str, Bilingual]], years: list[dict[str, Any]]) -> str:
    return env.get_template("data.md.j2").render(page=DATA, lede=LEDE, files=[*_files(), *texts], years=years)


def _year_page(
    env: Environment,
    year: str,
    page: str,
    part: Sequence[tuple[str, Bilingual]],
    years: list[dict[str, Any]],
    addresses: Sequence[str],
) -> str:
    return env.get_template("data_year.md.j2").render(
        page=page,
        trail=[(DATA, label("Data", "开放数据"))],
        year=portions.named_year(year),
        files=[(urls.relative(f"{DATA}{name}", page), name, text) for name, text in part[::-1]],
        years=years,
        here=year,
        parts=[(u, n, u == page) for n, u in enumerate(addresses, 1)] if len(addresses) > 1 else [],
    )


def _text(speech: Speech) -> tuple[str, Bilingual]:
    """The file of a document's text, and what it holds."""
    title = speech.meta.title
    return f"{speech.meta.id}.txt", label(
        f"Cleaned Chinese text: {title.en or speech.meta.id}", f"整理后的中文：{title.zh}"
    )


def _files() -> list[tuple[str, Bilingual]]:
    """The files that hold all documents."""
    return [
        (
            "digest.json",
            label(
                "Everything: documents, passages, topics, terms, figures, English",
                "全部内容：文件、段落、专题、术语、数据、英文",
            ),
        ),
        ("figures.csv", label("Every figure with value, unit, period and status", "全部数据：数值、单位、时期与性质")),
        (
            "commitments.csv",
            label(
                "Every sentence that directs or plans: who, by when, by which word, under which topic",
                "全部要求与计划句：谁、何时、情态词与专题",
            ),
        ),
        ("glossary.csv", label("The term base as a table", "术语表")),
        ("glossary.tbx", label("The term base for translators’ tools: TBX-Basic", "供翻译工具使用的术语库：TBX-Basic")),
        (
            "glossary.jsonld",
            label(
                "The term base as linked data: schema.org DefinedTermSet", "术语库的关联数据：schema.org DefinedTermSet"
            ),
        ),
        (
            "topics.atom",
            label(
                "A feed of topics, by when their English was last reviewed: Atom", "专题订阅源，按英文审校日期：Atom"
            ),
        ),
        (
            "corpus.tmx",
            label(
                "Translation memory: the reviewed English beside its Chinese, TMX 1.4",
                "翻译记忆库：已审校英文与原文对照，TMX 1.4",
            ),
        ),
        (
            "passages.xlf",
            label("Every passage, sentence by sentence, to translate: XLIFF 1.2", "全部段落逐句待译：XLIFF 1.2"),
        ),
        *((name, text) for name, (_, text) in SCHEMAS.items()),
    ]
