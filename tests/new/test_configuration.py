"""`site_name` and `extra.yuedu` of mkdocs.yml: what is read, what is filled in, what is refused and where."""

from __future__ import annotations

import pytest

from tests.editing.project import Project, built, mini, sound
from tests.editing.refusal import HERE, assert_refused
from yuedu.sources.configuration import Site, site
from yuedu.sources.yamlfile import parse_yaml

__all__ = ["built", "mini", "sound"]


def read(text: str) -> Site:
    return site(parse_yaml(text, "mkdocs.yml"))


@pytest.mark.parametrize(
    ("title", "en", "zh", "ident"),
    [
        ("Yuedu 粤读", "Yuedu", "粤读", "yuedu"),
        ("新余报告 Xinyu Reports", "Xinyu Reports", "新余报告", "xinyu-reports"),
        ("Reports of 2031", "Reports of 2031", "Reports of 2031", "reports-of-2031"),
        ("晋原文件", "晋原文件", "晋原文件", "jin-yuan-wen-jian"),
        ("2031", "2031", "2031", "yuedu"),
    ],
)
def test_a_title_tells_both_names_and_an_id(title: str, en: str, zh: str, ident: str) -> None:
    found = read(f"site_name: '{title}'\n")
    assert (found.title, found.name.en, found.name.zh, found.id) == (title, en, zh, ident)
    assert found.publisher == title


def test_what_is_given_is_taken() -> None:
    found = read(
        "site_name: Papers\nextra: {yuedu: {id: p, name: {zh: 文件}, publisher: {en: A Library, zh: 某馆}, seal: 文, "
        "colours: {light: '#8A3B12', seal: '#633'}, drafts: mark}}\n"
    )
    assert (found.id, found.name.en, found.name.zh, found.publisher) == ("p", "Papers", "文件", "A Library 某馆")
    assert (found.colours.light, found.colours.seal, found.seal, found.drafts) == ("#8a3b12", "#663333", "文", "mark")


@pytest.mark.parametrize(
    ("line", "says", "remedy"),
    [
        ("    colour: '#000000'", "unknown field 'colour'", "write 'colours'"),
        ("    colours: {light: '#e8a070'}", "colours.light: #e8a070 has a contrast of 1.9:1 to the mark (#fdf0c2)", "such as #"),
        ("    colours: {dark: '#0b5c7a'}", "colours.dark: #0b5c7a has a contrast of 1.", "such as #"),
        ("    colours: {seal: '#ffcc00'}", "colours.seal: #ffcc00 has a contrast of 1.5:1 to the characters", "such as #"),
        ("    colours: {light: blue}", "a colour is written \"#0b5c7a\"", "README"),
        ("    seal: 三个字", "a seal holds one or two characters (found '三个字')", "README"),
        ("    id: Mini", "id: string should match pattern", "README"),
        ("    name: 微型", "name: input should be", "README"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_line(sound: Project, line: str, says: str, remedy: str) -> None:
    text = sound.read("mkdocs.yml")
    sound.write("mkdocs.yml", f"{text}{line}  {HERE}\n")
    assert_refused(sound, "mkdocs.yml", [says], remedy)


def test_a_name_that_is_none_is_refused(sound: Project) -> None:
    sound.edit("mkdocs.yml", "site_name: Miniature", f"site_name: []  {HERE}")
    assert_refused(sound, "mkdocs.yml", ["site_name: [] is no name"], "as text")
