"""All comparisons of wording, the newest first, and how much each found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.pairs import Pair
from yuedu.pages import budget
from yuedu.pages.division import Divided, Part, Unit, divide
from yuedu.pages.labels import both as label
from yuedu.pages.part_pages import part_of_index
from yuedu.pages.sheet import Sheet
from yuedu.pages.shows import Shows
from yuedu.parts.changes import Head
from yuedu.sources.shape import Bilingual

INDEX = "/changes/"
TITLE = label("Wording compared", "文本异同")
LEDE = label(
    "Sentence by sentence: what the second of two texts repeats, rewords, adds and leaves out.",
    "逐句比较：后文重复、改写、新增了什么，又有什么未见。",
)


def sheets(shows: Shows, env: Environment) -> Iterator[Sheet]:
    """The index where there is anything to compare, and its years where it has any."""
    corpus = shows.corpus
    if not corpus.pairs:
        return
    units = [Unit(p.name, corpus.cards[p.b].meta.date, 1, 1) for p in corpus.pairs]
    parts = divide(INDEX, units, budget.DOCUMENTS // 2)
    seen = partial(_seen, shows)
    yield shows.sheet("changes/index.md", partial(_index, shows, env, parts), seen(parts.first), parts.years())
    for part in parts.parts:
        make = partial(_year, shows, env, parts, part)
        yield shows.sheet(part.path, make, seen(part.units), [p.url for p in parts.parts])


def titled(corpus: Corpus, pair: Pair) -> Bilingual:
    """What a comparison is called: its two documents for short."""
    a, b = corpus.name_of_document[pair.a], corpus.name_of_document[pair.b]
    return label(f"{a.en or a.zh} → {b.en or b.zh}", f"{a.zh or a.en} → {b.zh or b.en}")


def told(corpus: Corpus, pair: Pair, head: Head) -> Bilingual:
    """What was found, in a sentence that can be quoted."""
    a, b = corpus.short_of[pair.a], corpus.short_of[pair.b]
    a_en, b_en, a_zh, b_zh = a.en or a.zh, b.en or b.zh, a.zh or a.en, b.zh or b.en
    in_a, in_b = head.sentences
    new, gone = in_b - head.exact - head.reworded, in_a - head.kept
    stronger, weaker = head.forces
    en = (
        f"Of the {in_b} sentences of {b_en}, {head.exact} {_stand(head.exact)} word for word in {a_en} and {head.reworded} in other words; "
        f"{new} {'is' if new == 1 else 'are'} not in it. Of the {in_a} of {a_en}, {gone} {'is' if gone == 1 else 'are'} not in {b_en}."
    )
    zh = (
        f"后文（{b_zh}）共{in_b}句，其中{head.exact}句与前文（{a_zh}）一字不差，{head.reworded}句为改写，{new}句为前文所无；"
        f"前文共{in_a}句，其中{gone}句不见于后文。"
    )
    if stronger or weaker:
        en += f" The directing word of the second is stronger in {stronger}, weaker in {weaker}."
        zh += f"后文要求用词更强{stronger}处，更弱{weaker}处。"
    return label(en, zh)


def _stand(n: int) -> str:
    return "stands" if n == 1 else "stand"


def _seen(shows: Shows, units: Collection[Unit]) -> list[object]:
    named = {p.name: p for p in shows.corpus.pairs}
    return [
        (
            u.document,
            shows.stamp_of(u.document),
            [shows.document(d) for d in (named[u.document].a, named[u.document].b)],
        )
        for u in units
    ]


def _index(shows: Shows, env: Environment, parts: Divided) -> str:
    return env.get_template("index.md.j2").render(
        page=INDEX,
        title=TITLE,
        abstract=LEDE,
        cards=_cards(shows, parts.first),
        divided=None if parts.whole else parts,
    )


def _year(shows: Shows, env: Environment, parts: Divided, part: Part) -> str:
    return part_of_index(env, INDEX, TITLE, parts.parts, part, _cards(shows, part.units))


def _cards(shows: Shows, units: Collection[Unit]) -> list[dict[str, Any]]:
    named = {p.name: p for p in shows.corpus.pairs}
    found = sorted(units, key=lambda u: u.date or "", reverse=True)
    return [_card(shows, named[u.document]) for u in found]


def _card(shows: Shows, pair: Pair) -> dict[str, Any]:
    by = {
        "follows": label("the second follows the first", "后者承接前者"),
        "editor": label("chosen by the editor", "编者选定"),
    }
    return {
        "url": urls.changes_url(pair.name),
        "title": titled(shows.corpus, pair),
        "abstract": told(shows.corpus, pair, shows.changes[pair.name].head),
        "small": by[pair.by],
    }
