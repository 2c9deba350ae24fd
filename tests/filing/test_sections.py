"""A document section by section, and what belongs together of what nothing filed is like."""

from __future__ import annotations

from random import Random

from tests.filing.desk import asked, cut, filed, topics
from yuedu.filing.own_topic import belong_together
from yuedu.filing.rule import learn
from yuedu.filing.sections import propose_document
from yuedu.filing.shape import PassageWords

RULE = learn(filed(), topics(), cut)
FLOODS = "水库除险加固，堤防整治，山洪预警，汛期值守。"
SCHOOLS = "学校新增学位，招聘教师，乡村教师补贴提高。"
ROADS = "农村公路改造，桥梁检测，公交线路增加。"
DISPLAYS = (
    "举办民俗展览，戏曲巡演进山村。",
    "戏曲传承人登台，民俗展览免费开放。",
    "修缮古祠堂，民俗展览常年举办，戏曲社团排练。",
)
FIELDS = (
    "培育优质稻种，推广测土配方施肥。",
    "稻种繁育基地扩大，测土配方施肥到户。",
    "优质稻种亩产创新高，测土配方施肥节省成本。",
)


def document(*sections: tuple[str | None, tuple[str, ...]]) -> list[PassageWords]:
    return [
        PassageWords(f"{section or 'lin-2022'}.p{n}", zh, section)
        for section, passages in sections
        for n, zh in enumerate(passages, 1)
    ]


def test_a_section_votes_and_a_passage_that_differs_stands_apart() -> None:
    passages = document(("lin-2022.1", (FLOODS, FLOODS, "加强领导，狠抓落实。", SCHOOLS, FLOODS)))
    (section,) = propose_document(RULE, passages)
    assert section.topic == "water"
    assert "水库" in section.best[0].words
    assert [(p.id, p.topic) for p in section.apart] == [("lin-2022.1.p4", "schools")]


def test_a_section_of_several_subjects_has_no_topic_but_its_passages_have() -> None:
    (section,) = propose_document(RULE, document(("lin-2022.1", (FLOODS, SCHOOLS, ROADS))))
    assert section.topic is None
    assert [p.topic for p in section.apart] == ["water", "schools", "transport"]


def test_every_passage_is_in_one_section_and_one_under_no_heading_by_itself() -> None:
    passages = document((None, (FLOODS, ROADS)), ("lin-2022.1", (FLOODS,)), ("lin-2022.1.1", (SCHOOLS, DISPLAYS[0])))
    passages.append(PassageWords("lin-2022.1.p2", ROADS, "lin-2022.1"))  # after the section inside it
    sections = propose_document(RULE, passages)
    assert [s.section for s in sections] == [None, None, "lin-2022.1", "lin-2022.1.1"]
    assert sorted(i for s in sections for i in s.passages) == sorted(p.id for p in passages)
    for s in sections:
        assert {p.id for p in s.apart} <= set(s.passages)
        assert s.topic not in {p.topic for p in s.apart}
        assert all(0 <= c.score <= 1 for c in s.best)


def test_a_document_without_passages_has_no_sections() -> None:
    assert propose_document(RULE, []) == []


def test_passages_that_are_like_each_other_and_like_nothing_filed_belong_together() -> None:
    passages = document(("lin-2022.7", DISPLAYS), ("lin-2022.8", FIELDS), ("lin-2022.9", ("特此报告。",)))
    groups = belong_together(passages, cut)
    assert {g.passages for g in groups} == {
        tuple(f"lin-2022.7.p{n}" for n in (1, 2, 3)),
        tuple(f"lin-2022.8.p{n}" for n in (1, 2, 3)),
    }
    shared = {g.passages[0]: set(g.words) for g in groups}
    assert {"民俗", "展览"} & shared["lin-2022.7.p1"]
    assert "配方" in shared["lin-2022.8.p1"] or "测土" in shared["lin-2022.8.p1"]


def test_the_order_of_passages_changes_no_group() -> None:
    passages = document(("lin-2022.7", DISPLAYS), ("lin-2022.8", FIELDS))
    groups = {frozenset(g.passages) for g in belong_together(passages, cut)}
    for seed in range(5):
        Random(seed).shuffle(passages)
        assert {frozenset(g.passages) for g in belong_together(passages, cut)} == groups


def test_a_heading_alone_holds_no_passages_together() -> None:
    alone = ["今年雨水偏少。", "举办民俗展览。", "推广良种。", "修建凉亭。"]
    passages = [
        PassageWords(f"lin-2022.6.p{n}", zh, "lin-2022.6", ("振奋精神开创新局面",)) for n, zh in enumerate(alone, 1)
    ]
    assert belong_together(passages, cut) == []


def test_fewer_than_three_passages_are_no_topic() -> None:
    assert belong_together([a.passage for a in asked()[:2]], cut) == []
    assert belong_together([], cut) == []
