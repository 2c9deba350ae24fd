"""The open data beside the pages: JSON, CSV, plain text and schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from jinja2 import Environment

from yuedu.corpus.corpus import Corpus
from yuedu.digest.make import in_context
from yuedu.digest.shape import Digest
from yuedu.exports.atom import atom
from yuedu.exports.jsonld import jsonld
from yuedu.exports.tables import terms_csv, uses_csv
from yuedu.exports.tbx import tbx
from yuedu.pages import data_index
from yuedu.pages.llms import llms_txt
from yuedu.pages.schemas import SCHEMAS, schema
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.parts.part import AnyPart
from yuedu.parts.whole import whole_files


def sheets(shows: Shows, parts: Mapping[str, AnyPart], env: Environment) -> Iterator[Sheet]:
    """Every data file, and the pages that list them. `parts`: what each document accounts for, in reading order."""
    yield from data_index.sheets(shows, env)
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
        "data/uses.csv": partial(uses_csv, corpus),
        "data/glossary.tbx": lambda: tbx(context(), corpus.site),
        "data/glossary.jsonld": lambda: jsonld(context(), corpus.site),
        "data/topics.atom": partial(atom, corpus),
        "llms.txt": partial(llms_txt, corpus),
        **{f"data/{name}": partial(schema, model) for name, (model, _) in SCHEMAS.items()},
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
