"""The first corpus: cut as the fixture says, nothing lost, every difference recorded."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

import pytest

from yuedu.corpus.assembly import Sources, assemble
from yuedu.digest.make import make_digest
from yuedu.digest.shape import Digest
from yuedu.sources.configuration import site
from yuedu.sources.yamlfile import YamlFile, parse_yaml
from yuedu.text.seed import read_seed
from yuedu.text.tree import Section

from .conftest import FirstCorpus
from .reading import (
    CORRECTION_KINDS,
    ROOT,
    STEP_KINDS,
    Case,
    assert_sentences_tile,
    assert_tiles,
    assert_whole,
    cases,
    replayed,
)

CASES = list(cases("corpus.md"))
MARKUP_AND_BRACKETS = str.maketrans("", "", "*#()（）")


@pytest.fixture(scope="module")
def digest(first: FirstCorpus, tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """The published data, made without any English."""
    cache = str(tmp_path_factory.mktemp("cache"))
    topics, glossary = _yaml("topics.yml"), _yaml("glossary.yml")
    return make_digest(
        assemble(Sources(site(_yaml("mkdocs.yml")), [first.seed], topics, glossary, [], cache_dir=cache))
    )


def _yaml(name: str) -> YamlFile:
    return parse_yaml((ROOT / name).read_text(encoding="utf-8"), name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.input)
def test_every_part_stands_in_the_fixture_and_no_other(first: FirstCorpus, case: Case) -> None:
    tree = next(s.tree for s in first.speeches if s.meta.id == case.input)
    lines = case.expected.split("\n")
    assert [p.id for p in tree.parts] == [f"{case.input}.{re.split(':? ', line)[0]}" for line in lines]
    for part, line in zip(tree.parts, lines, strict=True):
        if isinstance(part, Section):
            assert line.split(" ", 1)[1] == f"{part.label or '-'}|{part.title or '-'}"
        else:
            beginning, _, end = line.split(": ", 1)[1].partition("…")
            assert part.zh == beginning if not end else part.zh.startswith(beginning) and part.zh.endswith(end)


def test_there_are_the_documents_of_the_fixture_and_no_other(first: FirstCorpus) -> None:
    assert [s.tree.document for s in first.speeches] == [case.input for case in CASES]


def test_sections_hold_as_many_passages_as_the_contract_says(first: FirstCorpus) -> None:
    """Document and section → passages that belong directly to it."""
    found = Counter(p.section or s.tree.document for s in first.speeches for p in s.tree.passages)
    wang = {"": 2, ".1": 6, ".2": 2, ".2.1": 2, ".2.2": 3, ".2.3": 1, ".2.4": 4, ".2.5": 4, ".3": 1}
    wang |= {f".3.{n}": 1 for n in range(1, 5)}
    yang = {"": 4, ".1": 5, ".2": 1} | {f".2.{n}": 1 for n in range(1, 10)}
    yang |= {f".1.{n}": count for n, count in enumerate((3, 1, 3, 4, 2, 3, 2, 1), 1)}
    expected = {"notice-2023": 1} | {f"wang-2023{k}": n for k, n in wang.items()}
    assert found == expected | {f"yang-2023{k}": n for k, n in yang.items()}


def test_the_missing_heading_is_the_editors(first: FirstCorpus) -> None:
    placed = [s for speech in first.speeches for s in speech.tree.sections if s.label is None]
    assert [(s.id, s.title, s.place, s.parent) for s in placed] == [("yang-2023.1", None, None, None)]


def test_the_long_passage_stays_whole(first: FirstCorpus) -> None:
    passage = next(p for p in first.speeches[2].tree.passages if p.id == "yang-2023.1.6.p1")
    assert len(passage.zh) == 561
    for name in ("粤省事", "粤商通", "粤省心", "粤智助", "粤复用"):
        assert name in passage.zh


def test_parts_tile_the_cleaned_text(first: FirstCorpus) -> None:
    for speech in first.speeches:
        assert_tiles(speech.tree)
        for passage in speech.tree.passages:
            assert_sentences_tile(passage)


def test_every_character_of_the_text_is_counted_once(first: FirstCorpus) -> None:
    for speech in first.speeches:
        held: Counter[str] = Counter()
        for part in speech.tree.parts:
            if not isinstance(part, Section):
                held.update(part.zh)
            elif part.place:
                held.update(speech.tree.text[slice(*part.place)])
        text = Counter(speech.tree.text)
        assert text.pop("\n") > 0
        assert held == text


def test_the_whole_seed_reads_as_promised(first: FirstCorpus) -> None:
    assert_whole(first.read(first.text), CORRECTION_KINDS)


def test_the_recorded_repairs_make_the_texts(first: FirstCorpus, digest: Digest) -> None:
    made = replayed(first.text, digest.repairs)
    assert made == "\n".join(s.tree.text for s in first.speeches)
    assert made == "\n".join(_from_the_data(digest, d.id, made) for d in digest.documents)


def _from_the_data(digest: Digest, document: str, whole: str) -> str:
    """A document's text, put together from nothing but the published parts."""
    pieces = {}
    for record in (*digest.front_matter, *digest.passages):
        if record.document == document:
            pieces[record.source.start] = record.zh
    for section in digest.sections:
        if section.document == document and section.source:
            start, end = section.source.start, section.source.end
            run_in = any(p.source.start == end for p in digest.passages if p.document == document)
            heading = f"{section.label}{section.title.zh or ''}"
            stop = "。" if end - start > len(heading) else ""
            assert len(heading + stop) == end - start and (stop or not run_in)
            pieces[start] = heading + stop
    text = ""
    for start, piece in sorted(pieces.items()):
        text += "\n" * (start - len(text)) + piece
    assert text in whole
    return text


def test_every_repair_has_a_known_kind_and_its_document(first: FirstCorpus, digest: Digest) -> None:
    assert {r.kind for r in digest.repairs} <= STEP_KINDS | CORRECTION_KINDS
    counts = Counter((r.document, r.kind) for r in digest.repairs)
    assert sum(n for (_, kind), n in counts.items() if kind == "page break") == 22
    assert counts["wang-2023", "brackets"] == 2
    assert counts["wang-2023", "page break"] == 8 and counts["yang-2023", "page break"] == 14


def test_only_the_editors_corrections_change_words(first: FirstCorpus, digest: Digest) -> None:
    changed = [r for r in digest.repairs if _words(r.before) != _words(r.after)]
    assert [(r.document, r.kind, r.before, r.after) for r in changed] == [
        ("notice-2023", "doubled word", " 工作", ""),
        ("wang-2023", "doubled word", " 工作", ""),
        ("yang-2023", "stray Latin", " in ", "在"),
    ]
    assert all(r.reason and r.reason.zh and r.reason.en for r in changed)
    assert all(r.kind in STEP_KINDS for r in digest.repairs if r not in changed)


def _words(text: str) -> str:
    return re.sub(r"\s", "", text).translate(MARKUP_AND_BRACKETS)


def test_brackets_change_in_the_date_line_alone(first: FirstCorpus, digest: Digest) -> None:
    changed = [r for r in digest.repairs if set(r.before + r.after) & set("()（）")]
    assert [(r.kind, r.before, r.after) for r in changed] == [("brackets", "(", "（"), ("brackets", ")", "）")]
    assert first.text[changed[0].start : changed[1].end] == "(2023 年 2 月 7 日)"


def test_page_breaks_are_joined_in_mid_sentence_and_nowhere_else(first: FirstCorpus, digest: Digest) -> None:
    """Worked out from the seed alone: a blank line is a page break where a long line before it has no end."""
    breaks, ends = [], []
    for gap in re.finditer(r"\n\n+", first.text.rstrip()):
        line = first.text[: gap.start()].rpartition("\n")[2].replace("**", "").rstrip()
        if line:
            (breaks if len(line) > 45 and line[-1] not in "。！？：" else ends).append(gap)
    joined = {r.start for r in digest.repairs if r.kind == "page break"}
    assert len(breaks) == len(joined) == 22
    assert all(any(gap.start() <= at < gap.end() for at in joined) for gap in breaks)
    assert not any(gap.start() <= at < gap.end() for gap in ends for at in joined)


def test_what_stood_on_two_pages_stands_in_one_passage(first: FirstCorpus) -> None:
    passages = {p.id: p.zh for s in first.speeches for p in s.tree.passages}
    assert "加快数据要素市场化配置改革探索" in passages["wang-2023.1.p1"]
    assert "确保按计划完成资金支付" in passages["wang-2023.2.1.p2"]
    assert "2.0建设再上新台阶" in passages["wang-2023.3.p1"]
    assert "强化数字化服务“绿美广东”建设" in passages["yang-2023.2.6.p1"]


def test_the_cleaned_text_holds_no_markup_and_no_white_space(first: FirstCorpus) -> None:
    for speech in first.speeches:
        assert not re.search(r"[^\S\n]|\*|^#|\n\n|^\n|\n$", speech.tree.text)


def test_emphasis_is_what_the_seed_marks(first: FirstCorpus) -> None:
    marked = [re.sub(r"\s", "", words) for words in re.findall(r"\*\*(.+?)\*\*", first.text)]
    found = [p.zh[a:b] for s in first.speeches for p in s.tree.passages for a, b in p.emphasis]
    assert found == marked and len(marked) == 21


def test_the_seed_is_as_received(first: FirstCorpus) -> None:
    data = first.text.encode()
    assert hashlib.sha256(data).hexdigest() == first.seed.decoded.sha256 == first.collection.source.sha256


def test_the_text_yields_no_finding(first: FirstCorpus) -> None:
    assert [str(f) for s in first.speeches for f in s.tree.findings] == []


def test_cleaning_a_cleaned_text_changes_nothing(first: FirstCorpus) -> None:
    for speech in first.speeches:
        begin = next(d.begin() for d in first.collection.documents if d.id == speech.meta.id)
        again = read_seed(speech.tree.text, [begin])
        assert again.repairs == []
        assert [p.id for p in again.trees[0].parts] == [p.id for p in speech.tree.parts]
