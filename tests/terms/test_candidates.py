"""What might be a term and is not in the term base: each source of candidates, their order, and no scraps."""

from __future__ import annotations

import pytest

from yuedu.glossary.candidates import Candidate, candidates
from yuedu.glossary.match import Matcher
from yuedu.glossary.names import series_marks
from yuedu.glossary.shape import Term


def term(slug: str, *forms: str, kind: str = "concept") -> Term:
    return Term.model_validate(
        {
            "slug": slug,
            "zh": forms[0],
            "aliases": forms[1:],
            "kind": kind,
            "en": {"preferred": slug, "provenance": "ours"},
            "definition": {"zh": "释义", "en": "a definition"},
            "basis": "text",
        }
    )


def found(*texts: str, terms: tuple[Term, ...] = (), not_terms: tuple[str, ...] = ()) -> dict[str, Candidate]:
    matcher = Matcher(terms)
    by_id = {f"note-2031.p{n}": zh for n, zh in enumerate(texts, 1)}
    hits = {ident: matcher.find(zh) for ident, zh in by_id.items()}
    tokens = {ident: matcher.tokens(zh) for ident, zh in by_id.items()}
    known = {form for t in terms for form in t.forms} | set(not_terms)
    return {c.text: c for c in candidates(by_id, hits, tokens, known, "晋")}


@pytest.mark.parametrize(
    ("text", "candidate", "source"),
    [
        ("推广晋试验平台。", "晋试验", "name"),
        ("由海南省图书管理局负责。", "海南省图书管理局", "name"),
        ("国家版本实验室落户本县。", "国家版本实验室", "name"),
        ("县长林知远同志讲了话。", "林知远", "name"),
        ("实行“一窗通取”改革。", "一窗通取", "coinage"),
        ("印发《某市图书借阅办法》。", "某市图书借阅办法", "title"),
    ],
)
def test_a_name_a_coinage_or_a_title_is_proposed_at_its_first_occurrence(
    text: str, candidate: str, source: str
) -> None:
    proposed = found(text)[candidate]
    assert proposed.source == source
    assert proposed.contexts[0][0] == "note-2031.p1"
    assert candidate in proposed.contexts[0][1]


def test_no_name_runs_over_what_is_no_part_of_one() -> None:
    assert [
        c for c in found("国家支持各类实验室。", "中国人都上了大学。", "企业来晋发展。").values() if c.source == "name"
    ] == []


def test_each_part_of_a_coinage_is_one(text: str = "深化“一窗通取、一卡通借”改革。") -> None:
    assert {"一窗通取", "一卡通借"} <= set(found(text))


def test_a_word_or_a_phrase_is_proposed_from_its_second_occurrence() -> None:
    others = ("今年图书馆工作开局良好，读者满意。",) * 3
    assert {"公共卫生", "移动书库"}.isdisjoint(found("重视公共卫生，开通移动书库。", *others))
    twice = found("重视公共卫生，开通移动书库。", "公共卫生进馆。移动书库下乡。", *others)
    assert (twice["公共卫生"].source, twice["公共卫生"].count) == ("word", 2)
    assert (twice["移动书库"].source, twice["移动书库"].count) == ("phrase", 2)


def test_a_string_of_characters_that_no_dictionary_has_is_a_phrase() -> None:
    texts = ("推行书享通应用。", "推广书享通。", "升级书享通平台。", "书享通上线。", "要让书享通惠及群众。")
    assert found(*texts)["书享通"].count == 5


def test_what_is_known_is_not_proposed() -> None:
    text = "实行“一窗通取”改革，印发《借阅办法》。"
    assert {"一窗通取", "借阅办法"} & set(found(text, terms=(term("a", "一窗通取"), term("b", "借阅办法")))) == set()
    assert "一窗通取" not in found(text, not_terms=("一窗通取",))


def test_what_stands_inside_a_term_does_not_count() -> None:
    texts = ("全县移动书库联盟成立。", "扩大移动书库联盟。")
    assert "移动书库联盟" in found(*texts)
    assert found(*texts, terms=(term("a", "移动书库联盟"),)) == {}


def test_scraps_of_a_longer_expression_are_left_out() -> None:
    texts = ("建好数字阅读示范县。", "数字阅读示范县要有特色。", "争创数字阅读示范县，服务读者。")
    assert "数字阅读示范县" in found(*texts)
    assert {"数字阅读", "阅读示范", "示范县", "阅读示范县"}.isdisjoint(found(*texts))


def test_what_only_joins_an_expression_to_its_neighbours_is_left_out() -> None:
    texts = ("推进移动书库建设。", "推进移动书库下乡。", "用好移动书库，推进移动书库开放。")
    assert not [text for text in found(*texts) if text.startswith("推进") or text.endswith("推进")]


def test_the_likelier_first_and_the_order_is_one(
    texts: tuple[str, ...] = ("“一窗通取”好。“一卡通借”好。", "“一窗通取”快。移动书库快。", "“一窗通取”。移动书库。"),
) -> None:
    order = list(found(*texts))
    assert order.index("一窗通取") < order.index("一卡通借")
    scores = [c.score for c in found(*texts).values()]
    assert scores == sorted(scores, reverse=True)
    assert list(found(*texts)) == order


def test_a_series_of_names_is_what_the_systems_of_a_desk_begin_with() -> None:
    systems = [term(f"jin{n}", f"晋{name}", kind="system") for n, name in enumerate(("办", "政", "心", "治", "通"))]
    assert series_marks(systems) == "晋"
    assert series_marks(systems[:4]) == ""
    assert series_marks([*systems, *(term(f"di{n}", f"晋{name}") for n, name in enumerate("中城北江南"))]) == ""
