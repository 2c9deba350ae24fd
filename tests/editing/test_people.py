"""The pages of speakers and offices, their names in the search, and when a term is first and last said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.project import DOCUMENT, Project

REPORT = "政府工作报告\n——2033年1月26日在某镇第三届人民代表大会第五次会议上\n某镇镇长　{name}\n各位代表：\n今年推广书目通，方便借阅。\n"


@pytest.fixture
def people(sound: Project, tmp_path: Path) -> Project:
    """Two reports of one mayor, and one of another, beside the miniature's speech."""
    for year, name in (("2033", "欧阳丽"), ("2034", "欧阳丽"), ("2035", "吕 逸")):
        file = tmp_path / f"report-{year}.txt"
        file.write_text(
            REPORT.format(name=name).replace("2033", year).replace("推广", f"推广{year}年"), encoding="utf-8"
        )
        added = sound.run("add", file, "--anyway")
        assert added.exit_code == 0, added.output
    built = sound.run("build")
    assert built.exit_code == 0, built.output
    return sound


def test_a_speaker_has_a_page_with_every_document_newest_first(people: Project) -> None:
    page = people.read("docs/speakers/ouyangli/index.md")
    assert "Ouyang Li" in page
    assert page.index("speeches/report-2034/") < page.index("speeches/report-2033/")
    assert "report-2035" not in page
    assert 'href="../../offices/mouzhenzhenzhang/"' in page


def test_an_office_has_a_page_with_all_who_held_it(people: Project) -> None:
    page = people.read("docs/offices/mouzhenzhenzhang/index.md")
    assert page.index("speeches/report-2035/") < page.index("speeches/report-2034/")
    assert 'href="../../speakers/lvyi/"' in page or 'href="../../speakers/luyi/"' in page
    assert 'href="../../speakers/ouyangli/"' in page


def test_the_indexes_name_all(people: Project) -> None:
    index = people.read("docs/speakers/index.md")
    assert index.index("吕逸") < index.index("欧阳丽"), "who spoke last comes first"
    assert "某镇镇长" in people.read("docs/offices/index.md")


def test_what_a_rule_proposed_says_so_until_it_is_confirmed(people: Project) -> None:
    assert "proposed by rule" in people.read("docs/speeches/report-2035/index.md")
    assert people.run("confirm", "report-2035").exit_code == 0
    assert people.run("build").exit_code == 0
    assert "proposed by rule" not in people.read("docs/speeches/report-2035/index.md")


def test_data_lists_them(people: Project) -> None:
    digest = people.digest()
    ouyang = next(s for s in digest["speakers"] if s["slug"] == "ouyangli")
    assert ouyang["documents"] == ["report-2034", "report-2033"]
    assert ouyang["url"] == "/speakers/ouyangli/"
    assert [o["name"]["zh"] for o in digest["offices"]] == ["某镇镇长"]


def test_several_posts_are_several_pages(sound: Project) -> None:
    sound.edit(
        DOCUMENT, "  date_basis:", "  office: {zh: 副镇长（兼）、馆长, en: Deputy mayor; librarian}\n  date_basis:"
    )
    assert sound.run("build").exit_code == 0
    assert {o["name"]["zh"]: o["name"]["en"] for o in sound.digest()["offices"]} == {
        "副镇长（兼）": "Deputy mayor",
        "馆长": "librarian",
    }
    head = sound.read("docs/speeches/note-2031/index.md")
    assert 'href="../../offices/guanzhang/"' in head


def test_one_post_keeps_its_english_whole(sound: Project) -> None:
    office = (
        "  office: {zh: 某省工业和信息化厅厅长, en: Director of Industry and Information Technology}\n  date_basis:"
    )
    sound.edit(DOCUMENT, "  date_basis:", office)
    assert sound.run("build").exit_code == 0
    assert [o["name"]["en"] for o in sound.digest()["offices"]] == ["Director of Industry and Information Technology"]


def test_no_post_has_the_english_of_half_another(sound: Project) -> None:
    office = (
        "  office: {zh: 某省工信厅党组书记、厅长, en: Director of Industry and Information Technology}\n  date_basis:"
    )
    sound.edit(DOCUMENT, "  date_basis:", office)
    assert sound.run("build").exit_code == 0
    assert {o["name"]["en"] for o in sound.digest()["offices"]} == {None}


def test_an_address_has_the_reading_of_the_surname_and_stays(sound: Project, tmp_path: Path) -> None:
    """李嫱 sorts before 李强 and speaks after it; 李强 speaks again after both."""
    for year, name, slug in (
        ("2032", "曾庆", "zengqing"),
        ("2033", "李强", "liqiang"),
        ("2034", "李嫱", "liqiang2"),
        ("2035", "李强", "liqiang"),
    ):
        file = tmp_path / f"report-{year}.txt"
        file.write_text(
            REPORT.format(name=name).replace("2033", year).replace("推广", f"推广{year}年"), encoding="utf-8"
        )
        assert sound.run("add", file, "--anyway").exit_code == 0
        assert sound.run("build").exit_code == 0
        assert next(s for s in sound.digest()["speakers"] if s["name"]["zh"] == name)["slug"] == slug


def test_an_index_without_entries_tells_why(built: Project) -> None:
    assert "No document yet" not in built.read("docs/offices/index.md")


@pytest.mark.parametrize("typed", ["ouyang", "ouyangli"])
def test_a_name_is_searched_by_its_pinyin(people: Project, typed: str) -> None:
    assert typed in people.read("docs/data/search/words.js").lower()


def test_a_term_says_when_it_is_first_and_last_used(people: Project) -> None:
    term = next(t for t in people.digest()["terms"] if t["slug"] == "shumutong")
    assert (term["first_use"]["document"], term["last_use"]["document"]) == ("note-2031", "report-2035")
    page = people.read("docs/glossary/shumutong/index.md")
    assert "First use here" in page
    assert "2035-01-26" in page


def test_in_one_year_a_page_does_not_speak_of_first_and_last(built: Project) -> None:
    assert "First use" not in built.read("docs/glossary/shumutong/index.md")


def test_a_name_two_documents_share_has_the_year_with_it(people: Project) -> None:
    page = people.read("docs/glossary/shumutong/index.md")
    assert "欧阳丽 2033" in page
    assert "欧阳丽 2034" in page
