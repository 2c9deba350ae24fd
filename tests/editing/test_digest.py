"""The published data of the real corpus: they fit their schema, and every id, offset and link in them leads somewhere."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.editing.project import ROOT
from yuedu.pages.addresses import page_url
from yuedu.sources.yamlfile import parse_yaml
from yuedu.store.project import build
from yuedu.text.ids import Ref, format_id, parse_id

SOURCES = ("seeds", "summaries", "glossary.yml", "topics.yml", "mkdocs.yml", "docs")


@dataclass(frozen=True)
class Published:
    """What a build of the real project gives, without writing it."""

    files: dict[str, bytes]

    def text(self, path: str) -> str:
        return self.files[f"docs/{path}"].decode()

    def json(self, path: str) -> Any:
        return json.loads(self.text(path))

    def rows(self, path: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.files[f"docs/{path}"].decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Published:
    """The real sources, seen through links, so that nothing can be written among them."""
    root = tmp_path_factory.mktemp("real")
    for name in SOURCES:
        if (ROOT / name).exists():
            (root / name).symlink_to(ROOT / name)
    (root / ".cache").symlink_to(cache)
    here = Path.cwd()
    os.chdir(root)
    try:
        return Published(build(Path()).expected)
    finally:
        os.chdir(here)


@pytest.fixture(scope="module")
def digest(real: Published) -> Any:
    return real.json("data/digest.json")


@pytest.fixture(scope="module")
def passages(digest: Any) -> dict[str, Any]:
    return {p["id"]: p for p in digest["passages"]}


def sentence_at(passage: Any, start: int) -> int:
    return next(n for n, s in enumerate(passage["sentences"], 1) if s["start"] <= start < s["end"])


def test_it_fits_its_published_schema(real: Published, digest: Any) -> None:
    schema = real.json("data/digest.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(digest)


def test_the_schema_refuses_what_is_wrong(real: Published, digest: Any) -> None:
    """So that fitting it means something."""
    validator = jsonschema.Draft202012Validator(real.json("data/digest.schema.json"))
    assert not validator.is_valid(digest | {"schema": 2})
    assert not validator.is_valid(digest | {"unknown": []})
    assert not validator.is_valid({k: v for k, v in digest.items() if k != "passages"})
    first, *rest = digest["passages"]
    assert not validator.is_valid(digest | {"passages": [first | {"topics": []}, *rest]})
    assert not validator.is_valid(digest | {"passages": [first | {"strand": "promised"}, *rest]})


def test_the_fields_of_schema_1(digest: Any) -> None:
    """Fields may be added, never renamed or dropped."""
    fields = {
        "seeds": "file sha256",
        "documents": "id title speaker office date date_basis number part_of seed abstract url",
        "front_matter": "id document role zh en source",
        "sections": "id document parent label title source",
        "passages": "id document section zh source emphasis sentences en notes topics terms figures url",
        "topics": "slug title abstract synopsis passages related url",
        "terms": "slug zh zh_hant pinyin kind tier en definition basis aliases related broader occurrences url system_url",
        "figures": "id passage sentence zh start end type value value_max unit currency bound period status counts en",
    }
    assert digest["schema"] == 1
    for kind, names in fields.items():
        assert digest[kind]
        for record in digest[kind]:
            assert {*names.split()} <= {*record}


def test_ids_are_unique_and_well_formed(digest: Any) -> None:
    ids = [r["id"] for kind in ("documents", "front_matter", "sections", "passages", "figures") for r in digest[kind]]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    assert [i for i in ids if format_id(parse_id(i)) != i] == []
    for kind in ("terms", "topics"):
        slugs = [r["slug"] for r in digest[kind]]
        assert len({*slugs}) == len(slugs)


def test_every_reference_leads_to_a_record(digest: Any, passages: dict[str, Any]) -> None:
    documents = {d["id"] for d in digest["documents"]}
    sections = {s["id"] for s in digest["sections"]}
    topics, terms = ({r["slug"] for r in digest[kind]} for kind in ("topics", "terms"))
    figures = {f["id"] for f in digest["figures"]}
    assert {d["part_of"] for d in digest["documents"]} <= documents | {None}
    assert {d["seed"] for d in digest["documents"]} <= {s["file"] for s in digest["seeds"]}
    assert {s["parent"] for s in digest["sections"]} <= sections | {None}
    for passage in passages.values():
        assert passage["document"] in documents
        assert passage["section"] in sections | {None}
        assert {*passage["topics"]} <= topics
        assert {t["slug"] for t in passage["terms"]} <= terms
        assert {*passage["figures"]} <= figures
    for topic in digest["topics"]:
        assert {*topic["related"]} <= topics
    for term in digest["terms"]:
        assert {*term["related"], *term["broader"]} <= terms
        assert {o["passage"] for o in term["occurrences"]} <= {*passages}


def test_parts_slice_to_their_words(real: Published, digest: Any) -> None:
    """Offsets count code points of the published plain text."""
    for document in digest["documents"]:
        text = real.text(f"data/{document['id']}.txt").removesuffix("\n")
        for part in (*digest["front_matter"], *digest["passages"]):
            if part["document"] == document["id"]:
                assert text[part["source"]["start"] : part["source"]["end"]] == part["zh"]
        for section in digest["sections"]:
            if section["document"] == document["id"] and section["source"]:
                words = text[section["source"]["start"] : section["source"]["end"]]
                assert words.removesuffix("。") == section["label"] + (section["title"]["zh"] or "")


def test_parts_cover_every_character_once(real: Published, digest: Any) -> None:
    for document in digest["documents"]:
        text = real.text(f"data/{document['id']}.txt").removesuffix("\n")
        kinds = (digest["front_matter"], digest["sections"], digest["passages"])
        parts = [p for kind in kinds for p in kind if p["document"] == document["id"] and p["source"]]
        covered = Counter(n for p in parts for n in range(p["source"]["start"], p["source"]["end"]))
        assert {n for n, times in covered.items() if times > 1} == set()
        assert {text[n] for n in range(len(text)) if n not in covered} <= {"\n"}


def test_hashes_are_of_the_words(passages: dict[str, Any]) -> None:
    for passage in passages.values():
        assert passage["source"]["sha256"] == sha256(passage["zh"].encode()).hexdigest()


def test_sentences_tile_their_passage(passages: dict[str, Any]) -> None:
    for passage in passages.values():
        edges = [0, *(e for s in passage["sentences"] for e in (s["start"], s["end"])), len(passage["zh"])]
        assert edges[::2] == edges[1::2]
        for mark in passage["emphasis"]:
            assert 0 <= mark["start"] < mark["end"] <= len(passage["zh"])


def test_english_stands_on_sentences_that_are_there(passages: dict[str, Any]) -> None:
    for passage in passages.values():
        if passage["en"]:
            every = {*range(1, len(passage["sentences"]) + 1)}
            stood = {n for s in passage["en"]["segments"] for n in s["from"]}
            assert stood | {o["sentence"] for o in passage["en"]["omitted"]} == every
            if passage["en"]["state"] == "reviewed":
                assert passage["en"]["reviewed_by"] and passage["en"]["reviewer_kind"] and passage["en"]["reviewed_on"]


def test_terms_are_forms_of_their_term(digest: Any, passages: dict[str, Any]) -> None:
    """Or stand where the editor says so, in other words than the term's."""
    forms = {t["slug"]: {t["zh"], *t["aliases"]} for t in digest["terms"]}
    elsewhere = {(t["slug"], o["passage"], o["start"]) for t in digest["terms"] for o in t["also_at"]}
    for passage in passages.values():
        spans = [(t["start"], t["end"]) for t in passage["terms"]]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        for term in passage["terms"]:
            is_form = passage["zh"][term["start"] : term["end"]] in forms[term["slug"]]
            assert is_form != ((term["slug"], passage["id"], term["start"]) in elsewhere)


def test_occurrences_are_the_terms_of_the_passages(digest: Any, passages: dict[str, Any]) -> None:
    """The same hits, seen from the other side, each with the sentence it falls in."""
    from_passages = {(t["slug"], p, t["start"], t["end"]) for p, passage in passages.items() for t in passage["terms"]}
    from_terms = set()
    for term in digest["terms"]:
        for o in (*term["occurrences"], *term["also_at"]):
            assert o["sentence"] == sentence_at(passages[o["passage"]], o["start"])
            from_terms.add((term["slug"], o["passage"], o["start"], o["end"]))
    assert from_terms == from_passages


def test_terms_in_headings_are_forms_of_their_term(digest: Any) -> None:
    titles = {s["id"]: s["title"]["zh"] for s in digest["sections"]} | {
        f["id"]: f["zh"] for f in digest["front_matter"]
    }
    for term in digest["terms"]:
        for o in term["heading_occurrences"]:
            assert titles[o["part"]][o["start"] : o["end"]] in {term["zh"], *term["aliases"]}


def test_figures_name_their_place(digest: Any, passages: dict[str, Any]) -> None:
    """The id is the passage's with .f and the offset at which the words stand."""
    for figure in digest["figures"]:
        passage = passages[figure["passage"]]
        assert figure["id"] == f"{figure['passage']}.f{figure['start']}"
        assert passage["zh"][figure["start"] : figure["end"]] == figure["zh"]
        assert figure["sentence"] == sentence_at(passage, figure["start"])
        assert figure["id"] in passage["figures"]
    assert sum(len(p["figures"]) for p in passages.values()) == len(digest["figures"])


def test_values_are_plain_numbers_or_dates(digest: Any) -> None:
    date = re.compile(r"\d{4}(-\d\d(-\d\d)?|-Q\d|-W\d\d)?|\d{4}/\d{4}|-?-\d\d(-\d\d)?|P.+")
    for figure in digest["figures"]:
        for value in filter(None, (figure["value"], figure["value_max"])):
            if figure["type"] == "date":
                assert date.fullmatch(value), figure["id"]
            else:
                assert re.fullmatch(r"-?\d+(\.\d+)?", value), figure["id"]
        if figure["value_max"] and figure["type"] != "date":
            assert Decimal(figure["value"]) <= Decimal(figure["value_max"])
        structural = figure["status"] == "structural"
        kinds = ("count", "money", "share", "duration", "frequency", "range")
        assert figure["measured"] == (figure["type"] in kinds and not structural)


def test_the_first_topic_is_the_primary_one(digest: Any, passages: dict[str, Any]) -> None:
    """A passage stands whole in its primary topic; in every other, whole or by a sentence."""
    gathered = {t["slug"]: t["passages"] for t in digest["topics"]}
    for ident, passage in passages.items():
        assert passage["topics"]
        assert len({*passage["topics"]}) == len(passage["topics"])
        assert ident in gathered[passage["topics"][0]]
        named = {slug for slug, ids in gathered.items() if any(i == ident or i.startswith(f"{ident}.s") for i in ids)}
        assert named == {*passage["topics"]}


def test_topics_gather_in_reading_order(digest: Any, passages: dict[str, Any]) -> None:
    order = {ident: n for n, ident in enumerate(passages)}
    for topic in digest["topics"]:
        assert topic["passages"]
        places = []
        for ident in topic["passages"]:
            ref = parse_id(ident)
            home = format_id(Ref(ref.document, ref.section, ref.passage))
            assert (ref.sentence or 1) <= len(passages[home]["sentences"])
            places.append((order[home], ref.sentence or 0))
        assert places == sorted({*places})


def test_urls_are_where_the_pages_are(real: Published, digest: Any) -> None:
    """Each page is generated, and each fragment is an id on it."""
    pages = {page_url(p.removeprefix("docs/")): t.decode() for p, t in real.files.items() if p.endswith(".md")}
    for kind in ("documents", "topics", "terms", "passages"):
        for record in digest[kind]:
            page, mark, fragment = record["url"].partition("#")
            assert page in pages
            assert bool(mark) == (kind == "passages")
            assert not fragment or f'id="{fragment}"' in pages[page]
    for document in digest["documents"]:
        assert document["url"] == f"/speeches/{document['id']}/"
    for topic in digest["topics"]:
        assert topic["url"] == f"/topics/{topic['slug']}/"
    for passage in digest["passages"]:
        assert passage["url"] == f"/speeches/{passage['document']}/#{passage['id']}"


def test_every_term_has_its_page_and_every_system_its_profile(real: Published, digest: Any) -> None:
    for term in digest["terms"]:
        assert term["url"] == f"/glossary/{term['slug']}/"
        assert f"docs/glossary/{term['slug']}/index.md" in real.files
        wanted = f"/systems/{term['slug']}/" if term["kind"] == "system" else None
        assert term["system_url"] == wanted
        assert (f"docs/systems/{term['slug']}/index.md" in real.files) == (wanted is not None)


def test_links_between_pages_lead_somewhere(real: Published) -> None:
    """Every relative link and fragment of the generated pages, and of the map for language models."""
    known = {line for line in real.files["seeds/ledger.txt"].decode().splitlines() if line.startswith("/")}
    known |= {f"/{p.removeprefix('docs/')}" for p in real.files if p.startswith("docs/data/")}
    known |= {"/data/corpus.tmx", "/data/glossary.tbx"}
    lost = set()
    for path, data in real.files.items():
        if not path.endswith(".md"):
            continue
        page = page_url(path.removeprefix("docs/"))
        for link in re.findall(r'href="([^"]*)"', data.decode()):
            target, _, fragment = re.sub(r"\?[^#]*", "", link).partition("#")
            home = os.path.normpath(page + target)
            home += "/" if home != "/" and not re.search(r"\.\w+$", home) else ""
            if (f"{home}#{fragment}" if fragment else home) not in known:
                lost.add(f"{page}: {link}")
    for path in re.findall(r"\]\(([^)]*)\)", real.text("llms.txt")):
        if f"/{path.removesuffix('index.md')}" not in known:  # each page's Markdown is beside it
            lost.add(f"llms.txt: {path}")
    assert lost == set()


@pytest.mark.parametrize(
    "path", ["data/figures.csv", "data/glossary.csv", "data/uses.csv", "data/changes/wang-2023..yang-2023.csv"]
)
def test_csv_is_what_spreadsheets_read(real: Published, path: str) -> None:
    """A byte-order mark, CR LF, no line break that is not quoted."""
    data = real.files[f"docs/{path}"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_rows_of_figures_equal_the_data(real: Published, digest: Any) -> None:
    rows = real.rows("data/figures.csv")
    assert [r["id"] for r in rows] == [f["id"] for f in digest["figures"]]
    for row, figure in zip(rows, digest["figures"], strict=True):
        for name in ("passage", "zh", "type", "value", "bound", "status"):
            assert row[name] == figure[name]
        for name in ("value_max", "currency", "period"):
            assert row[name] == (figure[name] or "")
        assert (row["sentence"], row["measured"]) == (str(figure["sentence"]), str(figure["measured"]).lower())
        for name in ("unit", "counts"):
            assert (row[f"{name}_zh"], row[f"{name}_en"]) == tuple(figure[name][k] or "" for k in ("zh", "en"))


def test_the_rows_of_the_glossary_equal_the_data(real: Published, digest: Any) -> None:
    rows = real.rows("data/glossary.csv")
    assert [r["slug"] for r in rows] == [t["slug"] for t in digest["terms"]]
    for row, term in zip(rows, digest["terms"], strict=True):
        for name in ("zh", "zh_hant", "pinyin", "kind", "basis"):
            assert row[name] == term[name]
        assert (row["preferred"], row["provenance"]) == (term["en"]["preferred"], term["en"]["provenance"])
        assert row["accepted"] == " | ".join(a["text"] for a in term["en"]["accepted"])
        assert row["aliases"] == " | ".join(term["aliases"])
        assert (row["tier"], row["occurrences"]) == (str(term["tier"]), str(len(term["occurrences"])))
        assert (row["definition_zh"], row["definition_en"]) == (term["definition"]["zh"], term["definition"]["en"])


def test_pinyin_and_traditional_forms_are_all_there(digest: Any) -> None:
    for term in digest["terms"]:
        assert term["pinyin"] and not re.search("[\u3400-\u9fff]", term["pinyin"]), term["slug"]
        assert term["zh_hant"]


def test_the_editors_schemas_describe_their_files(real: Published) -> None:
    described = [("glossary.yml", "glossary"), ("topics.yml", "topics")]
    described += [(f.relative_to(ROOT).as_posix(), "document") for f in sorted(ROOT.glob("seeds/*/document.yml"))]
    for path, name in described:
        schema = real.json(f"data/{name}.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        value = parse_yaml((ROOT / path).read_text(encoding="utf-8"), path).value
        jsonschema.Draft202012Validator(schema).validate(value)
