"""The page that lists the open data, and the texts of each year's documents where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.pages import budget
from yuedu.pages.division import Divided, Part, Unit, divide, named
from yuedu.pages.labels import both as label
from yuedu.pages.schemas import SCHEMAS
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.sources.shape import Bilingual

DATA = "/data/"
LEDE = label(
    "The same corpus for machines. Offsets count Unicode code points; values are in base units; URLs are relative to the site.",
    "供程序使用的同一语料。位置以 Unicode 码点计；数值以基本单位计；网址相对于本站。",
)


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The page that lists them, and a page for each year where documents are many."""
    corpus = shows.corpus
    units = [Unit(s.meta.id, s.meta.date, 1, 1) for s in corpus.speeches]
    parts = divide(DATA, units, budget.DOCUMENTS, budget.TEXTS, always=len(units) > budget.TEXTS)
    texts, years = [_text(corpus, u) for u in parts.first], parts.years()
    yield shows.sheet("data/index.md", partial(_page, env, texts, years), texts, years)
    for part in parts.parts:
        inside = [_text(corpus, u) for u in reversed(part.units)]
        make = partial(_year_page, env, parts, part, inside, years)
        yield shows.sheet(part.path, make, inside, years, [p.url for p in parts.beside(part)])


def _page(env: Environment, texts: list[tuple[str, Bilingual]], years: list[dict[str, Any]]) -> str:
    return env.get_template("data.md.j2").render(page=DATA, lede=LEDE, files=[*_files(), *texts], years=years)


def _year_page(
    env: Environment, parts: Divided, part: Part, texts: list[tuple[str, Bilingual]], years: list[dict[str, Any]]
) -> str:
    return env.get_template("data_year.md.j2").render(
        page=part.url,
        trail=[(DATA, label("Data", "开放数据"))],
        year=named(part.group),
        files=[(urls.relative(f"{DATA}{name}", part.url), name, text) for name, text in texts],
        years=years,
        here=part.group,
        parts=parts.beside(part),
    )


def _text(corpus: Corpus, unit: Unit) -> tuple[str, Bilingual]:
    """The file of a document's text, and what it holds."""
    title = corpus.cards[unit.document].meta.title
    return f"{unit.document}.txt", label(
        f"Cleaned Chinese text: {title.en or unit.document}", f"整理后的中文：{title.zh}"
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
        (
            "uses.csv",
            label(
                "How often each term is said in each document, also to 10,000 characters, and its rank there",
                "各术语在各文件中的次数、每万字次数与位次",
            ),
        ),
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
