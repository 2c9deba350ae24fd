"""corpus.tmx and passages.xlf, written with lxml, read with translate-toolkit."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import lxml
import pytest
import translate.__version__
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile

from tests.editing.project import Project
from tests.exports.conftest import Exported, written
from tests.exports.structure import TMX, XLIFF, assert_valid

EXPORTS = ("glossary.tbx", "glossary.jsonld", "corpus.tmx", "passages.xlf")


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_corpus_gives_the_same_bytes(exported: Exported, name: str) -> None:
    """Nothing of the clock or of a library's version; `tests/editing` builds in other processes, locales and places."""
    again = written(exported.corpus, exported.parts)[f"data/{name}"]
    assert again.encode() == exported.files[name]
    assert again.endswith("\n")
    for words in ("creationdate", "changedate", lxml.__version__, translate.__version__.sver):
        assert words not in again


@pytest.mark.parametrize("name", EXPORTS)
def test_the_data_page_lists_them(built: Project, name: str) -> None:
    assert f'<a href="{name}">' in built.read("docs/data/index.md")


def joined(zh: str, sentences: list[tuple[int, int]], numbers: list[int]) -> str:
    return "".join(zh[a:b] for a, b in (sentences[n - 1] for n in numbers))


def wanted(exported: Exported) -> dict[str, tuple[str, str]]:
    """Every reviewed text of the digest: id and segment number → Chinese and English."""
    out: dict[str, tuple[str, str]] = {}
    for front in exported.digest.front_matter:
        if front.en_state == "reviewed":
            out[front.id] = (front.zh, front.en or "")
    for section in exported.digest.sections:
        if section.en_state == "reviewed":
            out[section.id] = (section.title.zh or "", section.title.en or "")
    for p in exported.digest.passages:
        spans = [(s.start, s.end) for s in p.sentences]
        for n, segment in enumerate(p.en.segments if p.en and p.en.state == "reviewed" else (), 1):
            out[f"{p.id}/{n}"] = (joined(p.zh, spans, segment.stands_on), segment.text)
    return out


def test_another_library_reads_the_pairs(exported: Exported) -> None:
    store = tmxfile.parsestring(exported.files["corpus.tmx"], "zh-Hans", "en")
    found = {u.getid(): (u.source, u.target) for u in store.units}
    assert found == wanted(exported)
    assert len(found) == len(store.units) > 0
    for unit in store.units:
        assert unit.getnotes().endswith("#" + unit.getid().partition("/")[0])


def test_pairs_say_who_reviewed_them(exported: Exported) -> None:
    assert_valid(exported.files["corpus.tmx"], TMX)
    for unit in ET.fromstring(exported.files["corpus.tmx"]).iter("tu"):
        summary = exported.corpus.english[unit.attrib["tuid"].partition("/")[0]].summary
        properties = {p.get("type"): p.text for p in unit.findall("prop")}
        assert properties == {"x-state": "reviewed", "x-reviewer-kind": summary.reviewer_kind}


def test_the_memory_is_valid_without_english(sound: Project) -> None:
    for file in (sound.root / "summaries").glob("*.yml"):
        file.unlink()
    assert sound.run("build").exit_code == 0
    data = (sound.root / "docs/data/corpus.tmx").read_bytes()
    assert_valid(data, TMX)
    assert tmxfile.parsestring(data, "zh-Hans", "en").units == []
    assert_valid((sound.root / "docs/data/passages.xlf").read_bytes(), XLIFF)


def test_drafts_stay_out_of_the_memory(built: Project) -> None:
    """Even where a reader sees them, marked: a memory would drop the mark."""
    before = built.read("docs/data/corpus.tmx")
    assert "Attend to three things" not in before + built.read("docs/data/passages.xlf")
    built.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    assert built.run("build").exit_code == 0
    assert built.read("docs/data/corpus.tmx") == before
    line = '<target state="needs-review-translation">Attend to three things above all.</target>'
    assert line in built.read("docs/data/passages.xlf")


def test_another_library_reads_every_passage(exported: Exported) -> None:
    assert_valid(exported.files["passages.xlf"], XLIFF)
    store = xlifffile.parsestring(exported.files["passages.xlf"])
    found: dict[str, list[tuple[str, str | None, bool]]] = {}
    for unit in store.units:
        ident = unit.getid().rpartition("\x04")[2]
        found.setdefault(ident.rpartition(".s")[0], []).append((unit.source, unit.target, unit.isapproved()))
    assert list(found) == [p.id for p in exported.digest.passages]
    for p in exported.digest.passages:
        assert "".join(source for source, _, _ in found[p.id]) == p.zh
        english = " ".join(target for _, target, _ in found[p.id] if target)
        assert english == (" ".join(s.text for s in p.en.segments) if p.en else "")
        assert all(bool(target) == approved for _, target, approved in found[p.id])


def test_notes_tell_terms_and_figures(exported: Exported) -> None:
    store = xlifffile.parsestring(exported.files["passages.xlf"])
    notes: dict[str, set[str]] = {}
    for unit in store.units:
        passage = unit.getid().rpartition("\x04")[2].rpartition(".s")[0]
        for origin in ("glossary", "figure", "heading"):
            notes.setdefault(f"{passage} {origin}", set()).update(unit.getnotes(origin).splitlines())
    terms = {t.slug: t for t in exported.digest.terms}
    for p in exported.digest.passages:
        hits = {f"{p.zh[h.start : h.end]} = {terms[h.slug].en.preferred}" for h in p.terms}
        assert notes[f"{p.id} glossary"] == hits
        figures = [f for f in exported.digest.figures if f.passage == p.id and f.status != "structural"]
        found = notes[f"{p.id} figure"]
        assert {n.partition(" (")[0] for n in found} == {
            f"{f.zh} = {f.value}" + (f" to {f.value_max}" if f.value_max else "") for f in figures
        }
        assert bool(notes[f"{p.id} heading"]) == bool(p.section)
