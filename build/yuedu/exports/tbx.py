"""The term base as TBX-Basic in the `martif` form of TBX 2008 (ISO 30042:2008), which translators' tools read.

    termEntry id=slug                       one for each concept
      descrip subjectField                  its kind
      ref crossReference, xref externalCrossReference    related and broader concepts; its page
      langSet zh-Hans, en                   definition with what it rests on, then the terms
        tig                                 term, administrativeStatus, context, source, notes
      langSet zh-Hant                       the traditional form

The data categories and their levels are those of the TBX-Basic constraints (TBXBasicXCSV02.xcs). There is no DOCTYPE: a
reader would look for the DTD beside the file. An `id` is an XML name, so that a slug which begins with a digit takes a
leading underscore.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from yuedu import urls
from yuedu.digest.linked_shape import TermRecord
from yuedu.digest.shape import Digest
from yuedu.exports.xml import LANG, add, to_text

XCS = "http://www.lisa.org/fileadmin/standards/tbx_basic/TBXBasicXCSV02.xcs"
PREFERRED, ADMITTED, DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"


def tbx(digest: Digest) -> str:
    """The whole term base, in the order of its records."""
    root = etree.Element("martif", {"type": "TBX", LANG: "en"})
    header = add(root, "martifHeader")
    described = add(header, "fileDesc")
    add(add(described, "titleStmt"), "title", "Yuedu 粤读: glossary")
    about = "Terms of official Chinese speeches, English under CC BY 4.0. Addresses are relative to the published site."
    add(add(described, "sourceDesc"), "p", about)
    add(add(header, "encodingDesc"), "p", XCS, type="XCSURI")
    body = add(add(root, "text"), "body")
    names = {t.slug: t.zh for t in digest.terms}
    texts = _texts(digest)
    for term in digest.terms:
        _entry(body, term, names, texts)
    return to_text(root)


def entry_id(slug: str) -> str:
    """The slug as an XML name."""
    return f"_{slug}" if slug[0].isdigit() else slug


def context(term: TermRecord, texts: dict[str, str]) -> tuple[str, str, str] | None:
    """The form, the sentence (or heading) and the address of a term's first occurrence; in passages before headings."""
    for o in term.occurrences[:1]:
        sentence = f"{o.passage}.s{o.sentence}"
        return texts[o.passage][o.start : o.end], texts[sentence], urls.part_url(sentence)
    for h in term.heading_occurrences[:1]:
        return texts[h.part][h.start : h.end], texts[h.part], urls.part_url(h.part)
    return None


def _texts(digest: Digest) -> dict[str, str]:
    """The Chinese of every passage, sentence, heading and line by id."""
    texts = {f.id: f.zh for f in digest.front_matter} | {s.id: s.title.zh or "" for s in digest.sections}
    for p in digest.passages:
        texts[p.id] = p.zh
        texts |= {f"{p.id}.s{n}": p.zh[s.start : s.end] for n, s in enumerate(p.sentences, 1)}
    return texts


def _entry(body: Any, term: TermRecord, names: dict[str, str], texts: dict[str, str]) -> None:
    entry = add(body, "termEntry", id=entry_id(term.slug))
    add(entry, "descrip", term.kind, type="subjectField")
    for relation, slugs in (("related", term.related), ("broader", term.broader)):
        for slug in slugs:
            add(entry, "ref", f"{relation}: {names[slug]}", type="crossReference", target=entry_id(slug))
    add(entry, "xref", term.zh, type="externalCrossReference", target=term.url)
    rests_on = "background" + (f": {term.basis_note}" if term.basis_note else "") if term.basis != "text" else "text"

    chinese = add(entry, "langSet", lang="zh-Hans")
    _described(chinese, "definition", term.definition.zh, rests_on)
    where = context(term, texts)
    for form in (term.zh, *term.aliases):
        tig = _tig(chinese, form, PREFERRED if form == term.zh else ADMITTED)
        if where and where[0] == form:
            _described(tig, "context", where[1], where[2])
        if form == term.zh:
            add(tig, "note", f"pinyin: {term.pinyin}")

    english = add(entry, "langSet", lang="en")
    _described(english, "definition", term.definition.en, rests_on)
    _rendering(english, term.en.preferred, PREFERRED, term.en.provenance, term.en.reference, None)
    for a in term.en.accepted:
        _rendering(english, a.text, ADMITTED, a.provenance, a.reference, a.note)
    for avoided in term.en.avoid:
        _rendering(english, avoided.text, DEPRECATED, None, None, avoided.why)

    _tig(add(entry, "langSet", lang="zh-Hant"), term.zh_hant, PREFERRED)


def _tig(language: Any, form: str, status: str) -> Any:
    tig = add(language, "tig")
    add(tig, "term", form)
    add(tig, "termNote", status, type="administrativeStatus")
    return tig


def _described(parent: Any, kind: str, text: str, source: str) -> None:
    group = add(parent, "descripGrp")
    add(group, "descrip", text, type=kind)
    add(group, "admin", source, type="source")


def _rendering(
    language: Any, text: str, status: str, provenance: str | None, reference: str | None, note: str | None
) -> None:
    tig = _tig(language, text, status)
    if reference:
        add(tig, "admin", reference, type="source")
    if provenance:
        add(tig, "note", f"provenance: {provenance}")
    if note:
        add(tig, "note", note)
