"""Hold the term base against its own rules, and fill in pinyin and the traditional form where no one gave them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from yuedu.glossary.shape import GlossaryFile, Record, Term
from yuedu.sources.yamlfile import Where, YamlFile

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


def load_glossary(file: YamlFile) -> tuple[Term, ...]:
    """The complete terms in file order. Raises `EditorError` for slugs or forms that meet, and for names that are not there.

    A term may name one that is to be completed; nothing leads there before it is complete.
    """
    records = file.shaped(GlossaryFile).terms
    slugs: dict[str, int] = {}
    forms: dict[str, str] = {}
    for n, term in enumerate(records):
        if term.slug in slugs:
            first = file.place("terms", slugs[term.slug], "slug")
            raise file.error(
                ("terms", n, "slug"), f"the slug {term.slug!r} stands twice (first at {first})", "add a number"
            )
        slugs[term.slug] = n
        for where, form in _forms(n, term):
            if form in forms:
                message = f"two terms have the form {form!r}: {forms[form]} and {term.slug}"
                raise file.error(where, message, "leave it to one of the two, or make them one record")
            forms[form] = term.slug
    for n, term in enumerate(records):
        _check_record(file, n, term, slugs)
    _check_cycles(file, records)
    begun = {r.slug for r in records if r.to_complete}
    return tuple(_filled(_completed(file, n, r, begun)) for n, r in enumerate(records) if not r.to_complete)


def load_begun(file: YamlFile) -> tuple[Record, ...]:
    """The records that are to be completed, in file order."""
    return tuple(r for r in file.shaped(GlossaryFile).terms if r.to_complete)


def _completed(file: YamlFile, n: int, record: Record, begun: Collection[str]) -> Term:
    remedy = "write it, or to_complete: true as long as there is none"
    where = ("terms", n)
    if record.en is None:
        raise file.error(where, "the field 'en' is missing", remedy)
    if record.definition is None:
        raise file.error(where, "the field 'definition' is missing", remedy)
    if record.definition.en is None:
        raise file.error((*where, "definition"), "the field 'en' is missing", remedy)
    linked = {field: [s for s in getattr(record, field) if s not in begun] for field in ("related", "broader")}
    return Term.model_validate(record.model_dump(by_alias=True) | linked)


def load_not_terms(file: YamlFile) -> dict[str, str]:
    """What is no term → the reason. Raises `EditorError` for a string with two reasons, or that is a term's form."""
    base = file.shaped(GlossaryFile)
    forms = {form: t.slug for t in base.terms for form in t.forms}
    reasons: dict[str, str] = {}
    for reason, strings in base.not_terms:
        for n, text in enumerate(strings):
            where = ("not_terms", reason, n)
            if text in reasons:
                raise file.error(
                    where, f"{text!r} has two reasons: {reasons[text]} and {reason}", "keep one of the two"
                )
            if text in forms:
                raise file.error(where, f"{text!r} is a form of the term {forms[text]}", "remove it here, or there")
            reasons[text] = reason
    return reasons


def _forms(n: int, term: Record) -> list[tuple[Where, str]]:
    return [(("terms", n, "zh"), term.zh)] + [(("terms", n, "aliases", m), a) for m, a in enumerate(term.aliases)]


def _check_record(file: YamlFile, n: int, term: Record, slugs: dict[str, int]) -> None:
    for field in ("related", "broader"):
        for m, other in enumerate(getattr(term, field)):
            if other not in slugs or other == term.slug:
                near = get_close_matches(other, [s for s in slugs if s != term.slug], 1)
                remedy = f"did you mean {near[0]!r}?" if near else "name another term of this file by its slug"
                raise file.error(("terms", n, field, m), f"{term.slug}: no {field} term {other!r}", remedy)
    _check_allowed(file, n, term)
    if term.basis == "background" and not term.basis_note:
        message = f"{term.slug}: background needs a basis_note"
        raise file.error(("terms", n, "basis"), message, "say on what the knowledge rests, or define it from the text")
    for keys, value in _english(term):
        if HAN.search(value):
            raise file.error(
                ("terms", n, *keys), f"{term.slug}: Han characters in English ({value!r})", "write it in English"
            )
    if term.definition and not HAN.search(term.definition.zh):
        message = f"{term.slug}: the Chinese definition holds no Chinese ({term.definition.zh!r})"
        raise file.error(("terms", n, "definition", "zh"), message, "write it in Chinese")


def _check_allowed(file: YamlFile, n: int, term: Record) -> None:
    if term.en is None:
        return
    allowed = {term.en.preferred, *(a.text for a in term.en.accepted)}
    for m, avoided in enumerate(term.en.avoid):
        if avoided.text in allowed:
            message = f"{term.slug}: {avoided.text!r} is both allowed and avoided"
            raise file.error(("terms", n, "en", "avoid", m, "text"), message, "remove it from one of the two")


def _english(term: Record) -> Iterator[tuple[Where, str]]:
    if term.en is not None:
        yield ("en", "preferred"), term.en.preferred
        for m, accepted in enumerate(term.en.accepted):
            yield ("en", "accepted", m, "text"), accepted.text
    if term.definition is not None and term.definition.en is not None:
        yield ("definition", "en"), term.definition.en


def _check_cycles(file: YamlFile, terms: list[Record]) -> None:
    broader = {t.slug: t.broader for t in terms}
    for n, term in enumerate(terms):
        seen: set[str] = set()
        waiting = list(term.broader)
        while waiting:
            above = waiting.pop()
            if above == term.slug:
                raise file.error(("terms", n, "broader"), f"{term.slug} is broader than itself", "break the circle")
            if above not in seen:
                seen.add(above)
                waiting += broader[above]


def _filled(term: Term) -> Term:
    pinyin = term.pinyin or " ".join(lazy_pinyin(term.zh, style=Style.TONE))
    return term.model_copy(update={"pinyin": pinyin, "zh_hant": term.zh_hant or traditional(term.zh)})


@cache
def _converter(standard: str) -> OpenCC:
    return OpenCC(standard)


def traditional(zh: str) -> str:
    """The text in traditional characters as Hong Kong writes them, the nearest readers of that script (OpenCC)."""
    return str(_converter("s2hk").convert(zh))


def traditionals(zh: str) -> tuple[str, ...]:
    """As Hong Kong, Taiwan and OpenCC's own standard write it (平台, 平臺), each once: what a reader may type."""
    return tuple(dict.fromkeys(str(_converter(s).convert(zh)) for s in ("s2hk", "s2tw", "s2t")))
