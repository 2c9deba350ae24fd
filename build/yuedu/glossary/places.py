"""Hold the places in the text that the term base names against the text.

1. `also_at`: the words stand there, once, and no other term stands in them.
2. `context`: a sentence, a heading or a line of front matter in which the term stands.
3. `figures`: measured figures of the corpus, each once; on a system alone.
4. `run_by`: the body stands in the sentence it is taken from; on a system alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol

from yuedu.errors import EditorError
from yuedu.glossary.match import Hit
from yuedu.glossary.shape import AlsoAt, RunBy, Term
from yuedu.quantities.model import Quantity
from yuedu.sources.yamlfile import Where, YamlFile


class Figure(Protocol):
    """What is asked of a figure here."""

    @property
    def quantity(self) -> Quantity: ...


def with_exceptions(
    file: YamlFile, terms: Sequence[Term], passages: Mapping[str, str], hits: Mapping[str, Sequence[Hit]]
) -> dict[str, list[Hit]]:
    """The hits of these passages with those that only data can tell; raises `EditorError` for what breaks rule 1."""
    found = {passage: list(inside) for passage, inside in hits.items()}
    for n, term in enumerate(terms):
        for m, place in enumerate(term.also_at):
            where = ("terms", n, "also_at", m)
            if place.passage not in passages:
                continue  # it is another document's, or `check_exceptions` tells
            hit = _placed(file, where, term, place, passages[place.passage])
            inside = found[place.passage]
            other = next((h for h in inside if h.start < hit.end and hit.start < h.end), None)
            if other:
                message = f"{term.slug}: {other.slug} stands in {place.words!r} already"
                raise file.error((*where, "words"), message, "remove this place, or hide the other form with not_in")
            found[place.passage] = sorted([*inside, hit], key=lambda h: h.start)
    return found


def check_exceptions(file: YamlFile, terms: Sequence[Term], passages: Collection[str]) -> None:
    """Every passage that `also_at` names is there."""
    for n, term in enumerate(terms):
        for m, place in enumerate(term.also_at):
            if place.passage not in passages:
                message = f"{term.slug}: no passage {place.passage!r}"
                raise file.error(("terms", n, "also_at", m, "passage"), message, _nearest(place.passage, passages))


def _placed(file: YamlFile, where: Where, term: Term, place: AlsoAt, zh: str) -> Hit:
    within = place.within or place.words
    for key, words, text, name in (
        ("within" if place.within else "words", within, zh, place.passage),
        ("words", place.words, within, repr(within)),
    ):
        if text.count(words) != 1:
            message = f"{term.slug}: {words!r} stands {text.count(words)} times in {name}"
            remedy = "write words that stand there once; longer ones around them go into within"
            raise file.error((*where, key), message, remedy)
    start = zh.index(within) + within.index(place.words)
    return Hit(term.slug, start, start + len(place.words))


def check_places(
    file: YamlFile,
    terms: Sequence[Term],
    texts: Mapping[str, str],
    standing: Mapping[str, Collection[str]],
    figures: Mapping[str, Figure],
) -> None:
    """Rules 2 to 4.

    `texts`: the Chinese of every sentence, heading and line by id; `standing`: a term's slug → the ids of those in which
    it stands; `figures`: those of the corpus by id. All may be laid out on demand: only what is named is asked for.
    """
    by_slug = {t.slug: t for t in terms}
    for n, term in enumerate(terms):
        if term.context is not None:
            _check_context(file, n, term, texts, standing[term.slug])
        for field in ("figures", "run_by"):
            if getattr(term, field) and not term.is_system:
                message = f"{term.slug}: {field} of a term of the kind {term.kind!r}"
                raise file.error(
                    ("terms", n, field), message, "only a system has them: remove them, or change the kind"
                )
        for m, figure in enumerate(term.figures):
            found = figures.get(figure)
            if not (found and found.quantity.measured):
                missing = "is not measured" if found else "does not exist"
                message = f"{term.slug}: the figure {figure!r} {missing}"
                known = [i for i, f in figures.items() if f.quantity.measured]
                raise file.error(("terms", n, "figures", m), message, _nearest(figure, known))
            if figure in term.figures[:m]:
                raise file.error(("terms", n, "figures", m), f"{term.slug}: {figure!r} stands twice", "remove one")
        for m, who in enumerate(term.run_by):
            _check_run_by(file, ("terms", n, "run_by", m), term, who, by_slug, texts, standing)


def _check_context(file: YamlFile, n: int, term: Term, texts: Mapping[str, str], standing: Collection[str]) -> None:
    if term.context in standing:
        return
    if term.context in texts:
        message = f"{term.slug}: the term does not stand in its context {term.context!r}"
        remedy = f"name a sentence in which it stands: {_some(standing)}"
    else:
        message = f"{term.slug}: no sentence or heading {term.context!r}"
        remedy = f"name one in which the term stands: {_some(standing)}"
    raise file.error(("terms", n, "context"), message, remedy)


def _check_run_by(
    file: YamlFile,
    where: Where,
    term: Term,
    who: RunBy,
    terms: Mapping[str, Term],
    texts: Mapping[str, str],
    standing: Mapping[str, Collection[str]],
) -> None:
    def wrong(key: str, message: str, remedy: str) -> EditorError:
        return file.error((*where, key), f"{term.slug}: {message}", remedy)

    if who.stands_on not in texts:
        raise wrong("from", f"no sentence {who.stands_on!r}", _nearest(who.stands_on, texts))
    if who.stands_on not in standing[term.slug]:
        remedy = f"name a sentence that speaks of it: {_some(standing[term.slug])}"
        raise wrong("from", f"the system does not stand in {who.stands_on!r}", remedy)
    if who.body is not None:
        if who.body not in terms or who.body == term.slug:
            raise wrong("body", f"no term {who.body!r}", _nearest(who.body, terms))
        if who.stands_on not in standing[who.body]:
            remedy = f"{who.body} stands in {_some(standing[who.body])}"
            raise wrong("body", f"{who.body} does not stand in {who.stands_on}", remedy)
    elif who.zh is None or who.en is None:
        raise wrong("body", "who runs it has no body and no name", "name a term as body, or write both zh and en")
    if who.zh is not None and who.zh not in texts[who.stands_on]:
        remedy = "write the words of the sentence, or name another sentence"
        raise wrong("zh", f"{who.zh!r} does not stand in {who.stands_on}", remedy)


def _some(ids: Collection[str]) -> str:
    shown = list(ids)
    return ", ".join(shown[:3]) + (" …" if len(shown) > 3 else "") if shown else "it stands nowhere"


def _nearest(value: str, known: Collection[str]) -> str:
    near = get_close_matches(value, list(known), 1)
    return f"did you mean {near[0]!r}?" if near else "see data/digest.json for the ids"
