"""The shards hold everything that can be found, and say where."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from yuedu.digest.make import make_digest
from yuedu.digest.shape import Digest
from yuedu.search import index
from yuedu.search.codes import encoded
from yuedu.search.fold import fold, words
from yuedu.search.piece import Collection, Piece, collection, piece
from yuedu.search.segments import Listed, Segment, listed, plan
from yuedu.search.shards import KINDS, shard_of
from yuedu.search.units import records
from yuedu.search.vocabulary import syllables
from yuedu.store.project import Built, build

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def decoded(text: str) -> list[int]:
    """What assets/search-engine.js makes of a posting."""
    out, last, step, shift = [], 0, 0, 0
    for c in text:
        value = DIGITS.index(c)
        step |= (value & 31) << shift
        if value > 31:
            shift += 5
            continue
        last += step
        out.append(last)
        step = shift = 0
    return out


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    return build(root)


@pytest.fixture(scope="module")
def digest(built: Built) -> Digest:
    return make_digest(built.corpus)


@pytest.fixture(scope="module")
def shards(built: Built, digest: Digest) -> dict[str, Any]:
    return opened(dict(index.whole(digest, built.corpus.matcher)))


def opened(files: dict[str, str]) -> dict[str, Any]:
    """What each script hands over, by its name."""
    out = {}
    for path, text in files.items():
        assert text.startswith("yuedu.shard(") and text.endswith(");\n"), path
        name, value = json.loads("[" + text[len("yuedu.shard(") : -3] + "]")
        assert path == f"data/search/{name}.js"
        out[name] = value
    return out


def kinds(segment: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """The first unit of each kind, the number behind its last, and how many one shard holds."""
    out, first = {}, 0
    for kind, count, size in segment["kinds"]:
        out[kind] = (first, first + count, size)
        first += count
    return out


def posting(shards: dict[str, Any], key: str, segment: int = 0) -> list[int]:
    own = shards["core"]["segments"][segment]
    before = f"{own['name']}/" if own["name"] else ""
    text = shards[f"{before}key-{shard_of(key, own['keys'])}"].get(key)
    if not text:
        return []
    parts = dict(zip(reversed(KINDS), text.split("."), strict=False))
    return [first + n for kind, (first, _, _) in kinds(own).items() if parts.get(kind) for n in decoded(parts[kind])]


@pytest.mark.parametrize(
    "numbers", [[0], [5], [0, 1, 2], [31, 32, 63, 64, 1023, 1024, 70000, 70001], list(range(0, 200000, 66000))]
)
def test_postings_come_back(numbers: list[int]) -> None:
    assert decoded(encoded([b - a for a, b in pairwise([0, *numbers])])) == numbers


def test_every_passage_is_found_by_each_pair_of_its_characters(shards: dict[str, Any], digest: Digest) -> None:
    first = kinds(shards["core"]["segments"][0])["passage"][0]
    for n, passage in enumerate(digest.passages, first):
        text = fold(passage.zh)
        for key in {*text, *(a + b for a, b in pairwise(text))}:
            assert n in posting(shards, key), (passage.id, key)


def test_every_passage_is_found_by_each_word_of_its_english(shards: dict[str, Any], digest: Digest) -> None:
    first = kinds(shards["core"]["segments"][0])["passage"][0]
    stems = {word: stem or word for word, stem, _ in shards["words"]["en"]}
    for n, passage in enumerate(digest.passages, first):
        for segment in passage.en.segments if passage.en else ():
            for word in words(segment.text):
                assert n in posting(shards, "~" + stems[word]), (passage.id, word)


def test_every_figure_is_found_by_its_value(shards: dict[str, Any], digest: Digest) -> None:
    number = {p.id: n for n, p in enumerate(digest.passages, kinds(shards["core"]["segments"][0])["passage"][0])}
    for figure in digest.figures:
        assert number[figure.passage] in posting(shards, "=" + figure.value), figure.id


def test_filters_hold_what_they_name(shards: dict[str, Any], digest: Digest) -> None:
    number = {p.id: n for n, p in enumerate(digest.passages, kinds(shards["core"]["segments"][0])["passage"][0])}
    for passage in digest.passages:
        assert number[passage.id] in posting(shards, f"@doc:{passage.document}")
        assert all(number[passage.id] in posting(shards, f"@topic:{t}") for t in passage.topics)
    assert [row[0] for row in shards["facets"]["doc"]] == [d.id for d in digest.documents]


def test_texts_are_those_of_the_digest(shards: dict[str, Any], digest: Digest) -> None:
    first, last, size = kinds(shards["core"]["segments"][0])["passage"]
    assert last - first == len(digest.passages)
    for n, passage in enumerate(digest.passages):
        row = shards[f"passage-{n // size}"][n % size]
        assert (row[0], row[3]) == (passage.id, passage.zh)
        assert [text for text, _ in row[5]] == [s.text for s in passage.en.segments] if passage.en else row[5] == []


def test_english_that_is_not_shown_is_not_found(root: Path, built: Built, digest: Digest) -> None:
    hidden = digest.model_copy(update={"passages": [p.model_copy(update={"en": None}) for p in digest.passages]})
    shown = "".join(text for path, text in index.whole(hidden, built.corpus.matcher) if "/passage-" in path)
    assert all(s.text not in shown for p in digest.passages if p.en for s in p.en.segments[:1])


def test_the_same_digest_gives_the_same_bytes(built: Built, digest: Digest) -> None:
    assert dict(index.whole(digest, built.corpus.matcher)) == dict(index.whole(digest, built.corpus.matcher))


def test_one_changed_word_changes_the_version(built: Built, digest: Digest, shards: dict[str, Any]) -> None:
    passages = list(digest.passages)
    passages[3] = passages[3].model_copy(update={"zh": passages[3].zh.replace("。", "！")})
    changed = dict(index.whole(digest.model_copy(update={"passages": passages}), built.corpus.matcher))
    assert shards["core"]["version"] not in changed["data/search/core.js"]


@pytest.mark.parametrize(
    ("zh", "pinyin", "expected"),
    [
        ("粤基座", "yuèjīzuò", ["yue", "ji", "zuo"]),
        ("GI系统", "", ["gi", "xi", "tong"]),
        ("绿美广东", "lǜměi Guǎngdōng", ["lv", "mei", "guang", "dong"]),
        ("行政", "hángzhèng", ["hang", "zheng"]),
    ],
)
def test_syllables_follow_the_editors_pinyin(zh: str, pinyin: str, expected: list[str]) -> None:
    assert syllables(zh, pinyin) == expected


# ---- Several segments ----


@pytest.fixture(scope="module")
def pieces(built: Built, digest: Digest) -> dict[str, Piece]:
    """Documents of three years, from the corpus's own."""
    years = dict(zip((d.id for d in digest.documents), ("2023", "2022", "2021"), strict=True))
    out = {}
    for own in records(digest):
        document = own.document.model_copy(update={"date": f"{years[own.document.id]}-02-07"})
        out[document.id] = piece(replace(own, document=document), built.corpus.matcher)
    return out


@pytest.fixture(scope="module")
def own(built: Built, digest: Digest) -> Collection:
    return collection(digest.terms, digest.topics, built.corpus.matcher)


def several(pieces: dict[str, Piece], own: Collection, **kept: Any) -> dict[str, str]:
    documents = [listed(p) for p in pieces.values()]
    return dict(index.files(documents, pieces.__getitem__, own, most=1, **kept))


def test_each_year_is_a_segment_and_the_first_has_what_belongs_to_none(
    pieces: dict[str, Piece], own: Collection
) -> None:
    core = opened(several(pieces, own))["core"]
    assert [s["name"] for s in core["segments"]] == ["", "2023", "2022", "2021"]
    assert set(kinds(core["segments"][0])) == {"term", "topic", "document"}
    assert set().union(*map(kinds, core["segments"][1:])) == {"heading", "line", "passage"}
    assert [s["years"] for s in core["segments"][1:]] == [["2023"], ["2022"], ["2021"]]


def test_segments_hold_the_keys_and_texts_of_their_documents(
    pieces: dict[str, Piece], own: Collection, digest: Digest
) -> None:
    shards = opened(several(pieces, own))
    for number, document in enumerate(digest.documents, 1):
        segment = shards["core"]["segments"][number]
        first, last, size = kinds(segment)["passage"]
        passages = [p for p in digest.passages if p.document == document.id]
        assert last - first == len(passages)
        for n, passage in enumerate(passages):
            assert shards[f"{segment['name']}/passage-{n // size}"][n % size][0] == passage.id
            for key in set(map("".join, pairwise(fold(passage.zh)))):
                assert first + n in posting(shards, key, number)


def test_all_segments_together_have_the_keys_of_the_only_one(pieces: dict[str, Piece], own: Collection) -> None:
    documents = [listed(p) for p in pieces.values()]
    one = opened(dict(index.files(documents, pieces.__getitem__, own)))
    many = opened(several(pieces, own))
    assert one["words"] == many["words"] and one["core"]["simplified"] == many["core"]["simplified"]
    for key in ("数据", "数", "~govern", "@year:2022", "@topic:data-market"):
        found = [len(posting(many, key, n)) for n in range(4)]
        assert sum(found) == len(posting(one, key)), key


def test_a_change_of_one_document_makes_its_segment_anew_and_no_other(
    pieces: dict[str, Piece], own: Collection
) -> None:
    kept: dict[str, Segment] = {}
    before = several(pieces, own, keep=lambda s: kept.setdefault(s.stamp, s))
    ident = next(i for i, p in pieces.items() if p.date.startswith("2022"))
    changed = pieces | {ident: replace(pieces[ident], name=(ident, "改", "changed"), stamp="another")}
    made = several(changed, own, kept=kept)
    assert not [path for path in made if "/2023/" in path or "/2021/" in path]
    assert [path for path in made if "/2022/" in path]
    documents = [listed(p) for p in changed.values()]
    stood = set(index.standing(documents, kept, most=1))
    assert stood == {path for path in before if "/2023/" in path or "/2021/" in path}
    assert {path: before.get(path) for path in stood} | made == several(changed, own)


def test_a_new_document_falls_into_the_newest_segment() -> None:
    old = [Listed(f"d{n}", f"{2000 + n // 4}-01-0{1 + n % 4}", 100, f"s{n}") for n in range(80)]
    new = Listed("new", "2019-12-01", 100, "new")
    before, after = plan(old, most=1_000), plan([*old, new], most=1_000)
    assert len(before) == 10 and [p.documents for p in before[1:]] == [p.documents for p in after[1:]]
    assert after[0].documents[0] == "new" and after[0].stamp != before[0].stamp
    assert len({p.name for p in after}) == len(after)


def test_a_year_that_is_too_large_is_cut() -> None:
    one_year = [Listed(f"d{n}", "2020-01-01", 100, "") for n in range(30)]
    cut = plan(one_year, most=1_000)
    assert [(p.name, len(p.documents)) for p in cut] == [("2020-3", 10), ("2020-2", 10), ("2020", 10)]


def test_a_piece_is_the_same_in_another_process(built: Built, digest: Digest, pieces: dict[str, Piece]) -> None:
    again = {r.document.id: piece(r, built.corpus.matcher) for r in records(digest)}
    there = pickle.loads(pickle.dumps(again))
    assert there == again and len({p.stamp for p in pieces.values()} | {p.stamp for p in again.values()}) > len(again)


def test_of_many_documents_the_filter_has_those_of_a_year(
    pieces: dict[str, Piece], own: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "LISTED", 2)
    shards = opened(several(pieces, own))
    assert shards["facets"]["doc"] is None and shards["facets"]["year"] == ["2021", "2022", "2023"]
    assert [row[0] for row in shards["facets-2022"]] == [i for i, p in pieces.items() if p.date.startswith("2022")]
