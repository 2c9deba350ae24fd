"""glossary.tbx, written with lxml, read with translate-toolkit and with the standard library; glossary.jsonld with RDFLib."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef
from translate.storage.tbx import TBXNote, TBXTerm, tbxfile

from tests.editing.project import ROOT
from tests.exports.conftest import Exported
from tests.exports.structure import TBX, assert_valid
from yuedu.corpus.assembly import assemble
from yuedu.digest.linked_shape import TermRecord
from yuedu.exports.tbx import ADMITTED, DEPRECATED, PREFERRED, entry_id, tbx
from yuedu.sources.configuration import site
from yuedu.sources.yamlfile import parse_yaml
from yuedu.store.sources import read_sources

SCHEMA = "https://schema.org/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Shown:
    """The context of a term: the words of the term in it, both languages, its id and its address."""

    form: str
    zh: str
    en: str | None
    id: str
    url: str


def sentence(exported: Exported, term: TermRecord) -> Shown | None:
    """What the editor chose, or the first place, found in another way than the export does."""
    chosen = exported.corpus.term_by_slug[term.slug].context
    for o in [*term.occurrences, *term.also_at]:
        p = next(p for p in exported.digest.passages if p.id == o.passage)
        if chosen in (None, f"{p.id}.s{o.sentence}"):
            s = p.sentences[o.sentence - 1]
            english = [g.text for g in p.en.segments if o.sentence in g.stands_on] if p.en else []
            ident, url = f"{p.id}.s{o.sentence}", f"{p.url}.s{o.sentence}"
            return Shown(p.zh[o.start : o.end], p.zh[s.start : s.end], " ".join(english) or None, ident, url)
    for h in term.heading_occurrences:
        if chosen in (None, h.part):
            lines = [(f.zh, f.en) for f in exported.digest.front_matter if f.id == h.part]
            lines += [(s.title.zh or "", s.title.en) for s in exported.digest.sections if s.id == h.part]
            zh, en = lines[0]
            return Shown(zh[h.start : h.end], zh, en, h.part, f"/speeches/{h.part.split('.')[0]}/#{h.part}")
    assert chosen is None, f"{term.slug} does not stand in its context"
    return None


def kept(text: str, status: str, definition: str, kind: str, *notes: TBXNote) -> TBXTerm:
    common = (
        TBXNote(kind, "definition", "subjectField", "concept"),
        TBXNote(definition, "definition", "definition", "language"),
    )
    return TBXTerm(text, None, status, common + notes)


def test_another_library_reads_the_records(exported: Exported) -> None:
    store = tbxfile.parsestring(exported.files["glossary.tbx"], "zh-Hans", "en")
    assert [u.getid() for u in store.units] == [entry_id(t.slug) for t in exported.digest.terms]
    for unit, term in zip(store.units, exported.digest.terms, strict=True):
        where = sentence(exported, term)
        chinese, forms = [], (term.zh, *term.aliases)
        beside = where.form if where and where.form in forms else term.zh
        for form in forms:
            notes = [TBXNote(where.zh, "definition", "context")] if where and form == beside else []
            notes += [TBXNote(f"pinyin: {term.pinyin}")] if form == term.zh else []
            status = PREFERRED if form == term.zh else ADMITTED
            chinese.append(kept(form, status, term.definition.zh, term.kind, *notes))
        assert unit.get_source_terms() == chinese
        en, about = term.en, (term.definition.en, term.kind)
        notes = [TBXNote(where.en, "definition", "context")] if where and where.en else []
        english = [kept(en.preferred, PREFERRED, *about, *notes, TBXNote(f"provenance: {en.provenance}"))]
        for a in en.accepted:
            notes = [TBXNote(f"provenance: {a.provenance}")] + ([TBXNote(a.note)] if a.note else [])
            english.append(kept(a.text, ADMITTED, *about, *notes))
        english += [kept(x.text, DEPRECATED, *about, TBXNote(x.why)) for x in en.avoid]
        assert unit.get_target_terms() == english
        assert [t.text for t in unit.get_target_terms("zh-Hant")] == [term.zh_hant]


def test_sources_and_references_are_kept(exported: Exported) -> None:
    """What translate-toolkit has no place for, read with the standard library's parser."""
    entries = ET.fromstring(exported.files["glossary.tbx"]).iter("termEntry")
    slugs = {entry_id(t.slug): t.slug for t in exported.digest.terms}
    for entry, term in zip(entries, exported.digest.terms, strict=True):
        assert [(slugs[r.attrib["target"]], (r.text or "").split(":")[0]) for r in entry.findall("ref")] == [
            *((s, "related") for s in term.related),
            *((s, "broader") for s in term.broader),
        ]
        assert [x.get("target") for x in entry.findall("xref")] == [term.url]
        where = sentence(exported, term)
        contexts = [g.findtext("admin") for g in entry.findall(".//tig/descripGrp")]
        assert contexts == ([where.url] * (2 if where.en else 1) if where else [])
        for language in entry.findall("langSet"):
            if language.get(LANG) != "zh-Hant":
                basis = language.findtext("descripGrp/admin") or ""
                assert basis.partition(": ")[0] == term.basis
                assert (
                    basis.partition(": ")[2] == (term.basis_note.en if term.basis_note else "") or term.basis == "text"
                )
        references = [t.findtext("admin") for t in entry.findall(f"langSet[@{LANG}='en']/tig")]
        assert references == [
            term.en.reference,
            *(a.reference for a in term.en.accepted),
            *(None for _ in term.en.avoid),
        ]


def test_the_structure_is_that_of_tbx_basic(exported: Exported) -> None:
    assert_valid(exported.files["glossary.tbx"], TBX)
    root = ET.fromstring(exported.files["glossary.tbx"])
    assert (root.tag, root.get("type")) == ("martif", "TBX")
    assert "TBXBasicXCS" in (root.findtext("martifHeader/encodingDesc/p") or "")


def test_a_slug_that_begins_with_a_digit_is_no_xml_name() -> None:
    assert (entry_id("12345nyewutixi"), entry_id("jieyue")) == ("_12345nyewutixi", "jieyue")


@pytest.mark.parametrize("words", ["a & b < c > d \"e\" 'f'", "]]>", "<!--", "𠮷 \u200b", "bell \x07"])
def test_words_that_xml_must_escape(exported: Exported, words: str) -> None:
    """What XML cannot write at all is replaced, never an exception."""
    odd = exported.digest.terms[0].model_copy(update={"zh_hant": words, "related": [], "broader": []})
    digest = exported.digest.model_copy(update={"terms": [odd]})
    found = ET.fromstring(tbx(digest, site(parse_yaml("", "mkdocs.yml"))).encode()).findtext(
        f".//langSet[@{LANG}='zh-Hant']/tig/term"
    )
    assert found == words.replace("\x07", "\ufffd")


def test_the_defined_terms_are_the_records(exported: Exported) -> None:
    found = json.loads(exported.files["glossary.jsonld"])
    assert (found["@context"], found["@type"]) == ("https://schema.org", "DefinedTermSet")
    for item, term in zip(found["hasDefinedTerm"], exported.digest.terms, strict=True):
        assert item["@type"] == "DefinedTerm"
        assert item["termCode"] == term.slug
        assert _texts(item["name"]) == [("zh-Hans", term.zh), ("en", term.en.preferred)]
        assert _texts(item["description"]) == [("zh-Hans", term.definition.zh), ("en", term.definition.en)]
        others = {text for _, text in _texts(item.get("alternateName", []))}
        assert others == {*term.aliases, *(a.text for a in term.en.accepted), term.zh_hant} - (
            {term.zh_hant} & {term.zh}
        )
        assert item["url"] == item["@id"] == f"..{term.url}"
        assert item["inDefinedTermSet"] == {"@id": found["@id"]}
        where = sentence(exported, term)
        if where is None:
            assert "subjectOf" not in item
        else:
            quotation = item["subjectOf"]
            assert quotation["@type"] == "Quotation"
            assert quotation["url"] == quotation["@id"] == f"..{where.url}"
            assert _texts(quotation["text"]) == [("zh-Hans", where.zh), *([("en", where.en)] if where.en else [])]


def test_the_table_has_the_contexts(exported: Exported) -> None:
    rows = csv.DictReader(io.StringIO(exported.files["glossary.csv"].decode("utf-8-sig"), newline=""))
    for row, term in zip(rows, exported.digest.terms, strict=True):
        where = sentence(exported, term)
        wanted = (where.id, where.zh, where.en or "") if where else ("", "", "")
        assert (row["context"], row["context_zh"], row["context_en"]) == wanted
        assert term.context == (where.id if where else None)


def test_of_every_term_of_the_corpus_an_editor_chose_the_context() -> None:
    terms = assemble(read_sources(ROOT)).terms
    assert [t.slug for t in terms if t.context is None] == []


def _texts(values: Any) -> list[tuple[str, str]]:
    return [(v["@language"], v["@value"]) for v in values]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # RDFLib, of its own parser
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_another_library_reads_the_same_statements(exported: Exported) -> None:
    """As linked data, at an address under a project path; the context is the part of schema.org's that is used."""
    data = json.loads(exported.files["glossary.jsonld"])
    data["@context"] = {"@vocab": SCHEMA, "url": {"@type": "@id"}, "license": {"@type": "@id"}}
    site = "https://site.test/yuedu"
    graph = Graph().parse(data=json.dumps(data), format="json-ld", publicID=f"{site}/data/glossary.jsonld")
    whole = URIRef(f"{site}/glossary/")
    assert set(graph.objects(whole, _of("hasDefinedTerm"))) == {URIRef(site + t.url) for t in exported.digest.terms}
    for term in exported.digest.terms:
        at = URIRef(site + term.url)
        where = sentence(exported, term)
        assert set(graph.objects(at, _of("subjectOf"))) == ({URIRef(site + where.url)} if where else set())
        assert set(graph.objects(at, _of("url"))) == {at}
        assert set(graph.objects(at, _of("inDefinedTermSet"))) == {whole}
        assert set(graph.objects(at, _of("termCode"))) == {Literal(term.slug)}
        assert set(graph.objects(at, _of("name"))) == {Literal(term.zh, "zh-Hans"), Literal(term.en.preferred, "en")}
        assert set(graph.objects(at, _of("alternateName"))) == {
            *(Literal(a, "zh-Hans") for a in term.aliases),
            *(Literal(a.text, "en") for a in term.en.accepted),
            *([Literal(term.zh_hant, "zh-Hant")] if term.zh_hant != term.zh else []),
        }


def _of(name: str) -> URIRef:
    return URIRef(SCHEMA + name)
