"""Where terms are found: whole words of the text, the longest first, and never inside a longer word."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.editing.project import Project
from yuedu.glossary.load import load_glossary
from yuedu.glossary.match import Matcher
from yuedu.glossary.shape import Term
from yuedu.sources.yamlfile import parse_yaml

GLOSSARY = """
terms:
- {slug: tongjian, zh: 统建, kind: concept, REST}
- {slug: guizhi, zh: 规制, kind: concept, REST}
- {slug: shuju, zh: 数据, kind: concept, REST}
- {slug: shujuyaosu, zh: 数据要素, kind: concept, not_in: [数据要素市场体系], REST}
- {slug: shujuyaosushichang, zh: 数据要素市场, kind: concept, REST}
- {slug: rexian, zh: 12345热线, aliases: ['12345'], kind: system, REST}
- {slug: gi, zh: GI系统, kind: system, REST}
- {slug: gierqi, zh: GI系统（二期）, kind: system, REST}
- {slug: yedui, zh: 12345+N业务体系, kind: programme, REST}
- {slug: qukuailian, zh: 区块链+, kind: concept, REST}
- {slug: guifan, zh: 《某某办法》, aliases: [“一网通办”], kind: document, REST}
"""
REST = "basis: text, en: {preferred: a word, provenance: ours}, definition: {zh: 词。, en: A word.}"


def glossary(text: str = GLOSSARY) -> tuple[Term, ...]:
    return load_glossary(parse_yaml(text.replace("REST", REST), "glossary.yml"))


@pytest.fixture(scope="module")
def matcher(cache: Path) -> Matcher:
    return Matcher(glossary(), str(cache))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("推进系统建设。", "", id="统建 is not in 系统建设"),
        pytest.param("坚持统建共用。", "tongjian:统建", id="统建 by itself"),
        pytest.param("完善法规制度。", "", id="规制 is not in 法规制度"),
        pytest.param("加强规制。", "guizhi:规制", id="规制 by itself"),
        pytest.param("系统建设要统建。", "tongjian:统建", id="the trap and the word in one sentence"),
        pytest.param("数据要素市场发展快。", "shujuyaosushichang:数据要素市场", id="the longest form"),
        pytest.param("用数据，管数据要素。", "shuju:数据 shujuyaosu:数据要素", id="each as long as it stands"),
        pytest.param("培育数据要素市场体系。", "shujuyaosushichang:数据要素市场", id="the longest is not hidden"),
        pytest.param("拨打12345热线。", "rexian:12345热线", id="digits and Han"),
        pytest.param("拨打12345。", "rexian:12345", id="digits alone, by an alias"),
        pytest.param("编号123456。", "", id="not within a longer number"),
        pytest.param("上线GI系统。", "gi:GI系统", id="Latin and Han"),
        pytest.param(
            "上线GI系统（二期）。", "gierqi:GI系统（二期）", id="the longest form, though it is several words"
        ),
        pytest.param("上线GIS系统。", "", id="not within a longer Latin word"),
        pytest.param("构建12345+N业务体系。", "yedui:12345+N业务体系", id="a sign inside"),
        pytest.param("按照《某某办法》办理。", "guifan:《某某办法》", id="a title with its marks"),
        pytest.param("推进“一网通办”。", "guifan:“一网通办”", id="quotation marks that belong to the form"),
        pytest.param("推进一网通办。", "", id="and are part of it"),
        pytest.param("统建", "tongjian:统建", id="the whole text"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_found(matcher: Matcher, text: str, found: str) -> None:
    hits = [f"{h.slug}:{text[h.start : h.end]}" for h in matcher.find(text)]
    assert " ".join(hits) == found


def test_hits_never_overlap_and_stand_in_order(matcher: Matcher) -> None:
    text = "数据要素市场、数据要素、数据，统建GI系统，12345热线12345。" * 3
    hits = matcher.find(text)
    assert len(hits) == 21
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))


def test_a_form_inside_a_word_that_hides_it(sound: Project) -> None:
    """借阅量 hides 借阅, here and nowhere else."""
    sound.run("build")
    term = next(t for t in sound.digest()["terms"] if t["slug"] == "jieyue")
    assert [(o["passage"], o["start"]) for o in term["occurrences"]] == [("note-2031.1.p3", 4), ("note-2031.1.p3", 10)]
    sound.edit("glossary.yml", "  not_in: [借阅量]\n", "")
    sound.run("build")
    term = next(t for t in sound.digest()["terms"] if t["slug"] == "jieyue")
    assert ("note-2031.p1", 8) in [(o["passage"], o["start"]) for o in term["occurrences"]]


def test_a_word_that_hides_counts_only_where_the_form_is_inside_it(sound: Project) -> None:
    sound.edit("glossary.yml", "  not_in: [借阅量]\n", "  not_in: [借阅量, 规则让借阅, 完善借]\n")
    sound.run("build")
    term = next(t for t in sound.digest()["terms"] if t["slug"] == "jieyue")
    assert len(term["occurrences"]) == 2


def test_a_longer_term_hides_the_shorter(built: Project) -> None:
    """书目通书库 is not a mention of 书目通, whose page does not quote it."""
    terms = {t["slug"]: t for t in built.digest()["terms"]}
    assert {o["passage"] for o in terms["shumutongshuku"]["occurrences"]} == {"note-2031.2.2.p1"}
    assert {o["passage"] for o in terms["shumutong"]["occurrences"]} == {"note-2031.p1", "note-2031.1.p2"}
    assert "书库" not in built.read("docs/systems/shumutong/index.md")


def test_a_term_in_a_heading(built: Project) -> None:
    """On the term's page, and in the data beside the occurrences in passages."""
    terms = {t["slug"]: t for t in built.digest()["terms"]}
    assert terms["guanyuan"]["heading_occurrences"] == [{"part": "note-2031.2.1", "start": 2, "end": 4}]
    assert "配强<mark>馆员</mark></p>" in built.read("docs/glossary/guanyuan/index.md")


def test_a_term_in_headings_alone_is_used(sound: Project) -> None:
    sound.edit("glossary.yml", "  zh: 统建\n", "  zh: 保障\n")
    result = sound.run("check")
    assert "term.unused" not in result.stdout


def test_pinyin_and_traditional_characters_are_filled_in() -> None:
    terms = {t.slug: t for t in glossary()}
    assert (terms["shujuyaosu"].pinyin, terms["shujuyaosu"].zh_hant) == ("shù jù yào sù", "數據要素")
    assert terms["gi"].zh_hant == "GI系統"


def test_what_an_editor_gave_is_kept(sound: Project) -> None:
    sound.edit("glossary.yml", "  zh: 统建\n", "  zh: 统建\n  zh_hant: 統建（港）\n  pinyin: tǒngjiàn\n")
    sound.run("build")
    terms = {t["slug"]: t for t in sound.digest()["terms"]}
    assert (terms["tongjian"]["pinyin"], terms["tongjian"]["zh_hant"]) == ("tǒngjiàn", "統建（港）")
    assert terms["shumutong"]["pinyin"] == "shūmùtōng"
    assert (terms["guanyuan"]["pinyin"], terms["guanyuan"]["zh_hant"]) == ("guǎn yuán", "館員")


def test_a_system_has_a_profile_and_another_term_has_none(built: Project) -> None:
    terms = {t["slug"]: t for t in built.digest()["terms"]}
    assert terms["shumutong"]["system_url"] == "/systems/shumutong/"
    assert terms["jieyue"]["system_url"] is None
    assert list(built.bytes("docs/systems")) == ["docs/systems/index.md", "docs/systems/shumutong/index.md"]
