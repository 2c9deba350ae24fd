"""What `yuedu terms` proposes: names, coinages, titles and recurring words that no one has decided about."""

from __future__ import annotations

import pytest

from yuedu.glossary.candidates import Candidate, candidates, series_marks
from yuedu.glossary.match import Matcher
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
        ("实行“一窗通取”改革。", "一窗通取", "coinage"),
        ("印发《某市图书借阅办法》。", "某市图书借阅办法", "title"),
    ],
)
def test_a_name_a_coinage_or_a_title_is_proposed_at_its_first_occurrence(
    text: str, candidate: str, source: str
) -> None:
    (proposed,) = [c for c in found(text).values() if c.source == source]
    assert candidate.startswith(proposed.text) or proposed.text == candidate
    assert proposed.contexts[0][0] == "note-2031.p1"


def test_each_part_of_a_coinage_is_one(text: str = "深化“一窗通取、一卡通借”改革。") -> None:
    assert {"一窗通取", "一卡通借"} <= set(found(text))


def test_a_word_is_proposed_from_its_second_occurrence() -> None:
    assert "图书馆" not in found("建设图书馆。")
    assert found("建设图书馆。", "扩建图书馆。")["图书馆"].count == 2


def test_a_new_word_is_one_that_no_dictionary_has() -> None:
    others = "，".join(chr(0x4E00 + 7 * n) + chr(0x4E01 + 11 * n) for n in range(1500))  # a text long enough for chance
    texts = (others, "推行书享通应用。", "用好书享通。", "升级书享通平台。", "书享通上线。", "要让书享通惠及群众。")
    assert found(*texts)["书享通"].source == "new word"


def test_what_is_known_is_not_proposed() -> None:
    text = "实行“一窗通取”改革，推广晋试验。"
    assert {"一窗通取", "晋试验"} & set(found(text, terms=(term("a", "一窗通取"), term("b", "晋试验")))) == set()
    assert "一窗通取" not in found(text, not_terms=("一窗通取",))


def test_what_stands_inside_a_term_does_not_count() -> None:
    texts = ("市图书馆联盟成立。", "扩大市图书馆联盟。")
    assert "联盟" in found(*texts)
    assert "联盟" not in found(*texts, terms=(term("a", "市图书馆联盟"),))


def test_a_series_of_names_is_learnt_from_the_systems_of_the_term_base() -> None:
    systems = [term(f"jin{n}", f"晋{name}", kind="system") for n, name in enumerate(("办", "政", "心", "治", "通"))]
    assert series_marks(systems) == "晋"
    assert series_marks(systems[:4]) == ""
    assert series_marks([*systems, *(term(f"di{n}", f"晋{name}") for n, name in enumerate("中城北江南"))]) == ""
