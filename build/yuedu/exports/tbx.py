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

from yuedu.digest.linked_shape import TermRecord
from yuedu.digest.shape import Digest
from yuedu.exports.contexts import Context, contexts
from yuedu.exports.xml import LANG, add, to_text
from yuedu.sources.configuration import Site

XCS = "http://www.lisa.org/fileadmin/standards/tbx_basic/TBXBasicXCSV02.xcs"
PREFERRED, ADMITTED, DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"


def tbx(digest: Digest, site: Site) -> str:
    """The whole term base, in the order of its records."""
    root = etree.Element("martif", {"type": "TBX", LANG: "en"})
    header = add(root, "martifHeader")
    described = add(header, "fileDesc")
    add(add(described, "titleStmt"), "title", f"{site.title}: glossary")
    about = "Terms of official Chinese speeches, English under CC BY 4.0. Addresses are relative to the published site."
    add(add(described, "sourceDesc"), "p", about)
    add(add(header, "encodingDesc"), "p", XCS, type="XCSURI")
    body = add(add(root, "text"), "body")
    names = {t.slug: t.zh for t in digest.terms}
    found = contexts(digest)
    for term in digest.terms:
        _entry(body, term, names, found.get(term.slug))
    return to_text(root)


def entry_id(slug: str) -> str:
    """The slug as an XML name."""
    return f"_{slug}" if slug[0].isdigit() else slug


def _entry(body: Any, term: TermRecord, names: dict[str, str], context: Context | None) -> None:
    entry = add(body, "termEntry", id=entry_id(term.slug))
    add(entry, "descrip", term.kind, type="subjectField")
    for relation, slugs in (("related", term.related), ("broader", term.broader)):
        for slug in slugs:
            add(entry, "ref", f"{relation}: {names[slug]}", type="crossReference", target=entry_id(slug))
    add(entry, "xref", term.zh, type="externalCrossReference", target=term.url)
    rests_on = "background" + (f": {term.basis_note.en}" if term.basis_note else "") if term.basis != "text" else "text"

    chinese = add(entry, "langSet", lang="zh-Hans")
    _described(chinese, "definition", term.definition.zh, rests_on)
    forms = (term.zh, *term.aliases)
    shown = context.form if context and context.form in forms else term.zh
    for form in forms:
        tig = _tig(chinese, form, PREFERRED if form == term.zh else ADMITTED)
        if context and form == shown:
            _described(tig, "context", context.zh, context.url)
        if form == term.zh:
            add(tig, "note", f"pinyin: {term.pinyin}")

    english = add(entry, "langSet", lang="en")
    _described(english, "definition", term.definition.en, rests_on)
    _rendering(english, term.en.preferred, PREFERRED, term.en.provenance, term.en.reference, None, context)
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
    language: Any,
    text: str,
    status: str,
    provenance: str | None,
    reference: str | None,
    note: str | None,
    context: Context | None = None,
) -> None:
    tig = _tig(language, text, status)
    if context and context.en:
        _described(tig, "context", context.en, context.url)
    if reference:
        add(tig, "admin", reference, type="source")
    if provenance:
        add(tig, "note", f"provenance: {provenance}")
    if note:
        add(tig, "note", note)
