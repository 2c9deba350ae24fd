"""YAML that is malformed, has a key twice, a field that does not exist, or a value of the wrong type; missing files."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.editing.project import DOCUMENT, SUMMARIES, Project
from tests.editing.refusal import assert_refused


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        pytest.param(
            "glossary.yml",
            "  kind: system\n",
            "  kind: [system  # here\n",
            ["malformed YAML"],
            id="a bracket left open",
        ),
        pytest.param(
            "topics.yml",
            "  related: [upkeep]\n",
            "  related: [upkeep]\n   - x: y: z  # here\n",
            ["malformed YAML", "x: y: z"],
            id="a line that makes no sense",
        ),
        pytest.param(DOCUMENT, "source:\n", "source:\n\tfile: x  # here\n", ["malformed YAML", "file: x"], id="a tab"),
        pytest.param(
            DOCUMENT,
            "title: {zh",
            "title: {{ page }}  # here\n  occasion: {zh",
            ["malformed YAML"],
            id="braces as a key",
        ),
        pytest.param(
            "mkdocs.yml", "extra:\n", "? [extra]  # here\n: x\nextra:\n", ["malformed YAML"], id="a list as a key"
        ),
    ],
)
def test_malformed(sound: Project, path: str, old: str, new: str, says: list[str]) -> None:
    sound.edit(path, old, new)
    before = sound.tree()
    result = sound.run("build")
    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"error: {path}:")
    line = int(result.stderr.split(":")[2])
    marked = next(n for n, text in enumerate(sound.read(path).split("\n"), 1) if "# here" in text)
    assert line in (marked, marked + 1), "a parser may notice only on the next line"
    assert all(words in result.stderr for words in says)
    assert "remedy: " in result.stderr
    assert sound.tree() == before


def test_an_alias_that_holds_itself(sound: Project) -> None:
    sound.edit("topics.yml", "related: [upkeep]", "related: &a [*a]  # here")
    assert_refused(sound, "topics.yml", ["malformed YAML", "the alias *a"], "write the value out")


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("glossary.yml", "  kind: system\n", "  kind: system\n  kind: concept  # here\n", ["'kind' stands twice"]),
        ("topics.yml", "topics:\n", "topics: []\ntopics:  # here\n", ["'topics' stands twice", "first in line 1"]),
        (DOCUMENT, "  number: ", "  id: other-2031  # here\n  number: ", ["'id' stands twice"]),
        ("mkdocs.yml", "extra:\n", "extra: {}\nextra:  # here\n", ["'extra' stands twice", "first in line 2"]),
    ],
)
def test_a_key_that_stands_twice(sound: Project, path: str, old: str, new: str, says: list[str]) -> None:
    sound.edit(path, old, new)
    assert_refused(sound, path, says, "keep one of the two")


@pytest.mark.parametrize(
    ("path", "old", "new", "says", "remedy"),
    [
        ("glossary.yml", "  pinyin: ", "  pinyn: x  # here\n  pinyin: ", "unknown field 'pinyn'", "write 'pinyin'"),
        (
            "glossary.yml",
            "      why: nothing",
            "      wy: x  # here\n      why: nothing",
            "unknown field 'wy'",
            "write 'why'",
        ),
        (
            "topics.yml",
            "  related: [u",
            "  relted: []  # here\n  related: [u",
            "unknown field 'relted'",
            "write 'related'",
        ),
        (DOCUMENT, "  date: ", "  dat: x  # here\n  date: ", "unknown field 'dat'", "write 'date'"),
        (DOCUMENT, "en: Someone}\n  title", "cn: x}  # here\n  title", "unknown field 'cn'", "use one of: en, zh"),
        (DOCUMENT, "notes:\n", "note: []  # here\nnotes:\n", "unknown field 'note'", "write 'notes'"),
        (SUMMARIES, "  omitted:\n", "  omited: []  # here\n  omitted:\n", "unknown field 'omited'", "write 'omitted'"),
        (
            SUMMARIES,
            "    reason: an",
            "    reson: x  # here\n    reason: an",
            "unknown field 'reson'",
            "write 'reason'",
        ),
    ],
)
def test_a_field_that_does_not_exist(sound: Project, path: str, old: str, new: str, says: str, remedy: str) -> None:
    sound.edit(path, old, new)
    assert_refused(sound, path, [says], remedy)


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("glossary.yml", "  broader: [shumutong]", "  broader: shumutong  # here", ["broader", "list", "'shumutong'"]),
        ("glossary.yml", "  not_in: [借阅量]", "  not_in: [7]  # here", ["not_in", "string", "7"]),
        ("glossary.yml", "  kind: system", "  kind: platform  # here", ["kind", "'system'", "'platform'"]),
        ("glossary.yml", "slug: jieyue", "slug: Jie Yue  # here", ["slug", "'Jie Yue'"]),
        ("topics.yml", "- slug: lending", "- slug: 借阅  # here", ["slug", "'借阅'"]),
        (DOCUMENT, '    "p2": {topic: occasion', '    "p2": {topic: 2  # here\n     ', ["topic", "string", "2"]),
        (DOCUMENT, "  number: 某图〔2031〕1号", "  number: 1  # here", ["number", "string", "1"]),
        (DOCUMENT, "  speaker: {zh: 某某, en: Someone}", "  speaker: 某某  # here", ["speaker", "'某某'"]),
        (SUMMARIES, "- sentence: 2", "- sentence: two  # here", ["omitted", "integer", "'two'"]),
        (SUMMARIES, "    from: [2, 3]", "    from: []  # here", ["from", "at least 1"]),
    ],
)
def test_a_value_of_the_wrong_type(sound: Project, path: str, old: str, new: str, says: list[str]) -> None:
    sound.edit(path, old, new)
    assert_refused(sound, path, says, "")


@pytest.mark.parametrize("path", ["glossary.yml", "topics.yml", "mkdocs.yml"])
def test_a_file_that_is_missing(sound: Project, path: str) -> None:
    (sound.root / path).unlink()
    assert_refused(sound, path, ["no such file"], "create it, or restore it")


@pytest.mark.parametrize("path", ["glossary.yml", "topics.yml", DOCUMENT, SUMMARIES])
def test_a_file_that_is_no_mapping(sound: Project, path: str) -> None:
    sound.write(path, "- a list\n")
    before = sound.tree()
    result = sound.run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {path}")
    assert sound.tree() == before


@pytest.mark.parametrize("path", ["glossary.yml", "topics.yml", DOCUMENT, SUMMARIES])
def test_a_file_in_another_encoding(sound: Project, path: str) -> None:
    text = sound.read(path)
    sound.write(path, text.encode("gb18030"))
    assert_refused(sound, path, ["is not UTF-8"], "save the file as UTF-8")


def test_a_project_without_seeds_is_an_empty_digest(sound: Project) -> None:
    (sound.root / DOCUMENT).unlink()
    (sound.root / "summaries").rename(sound.root / "apart")
    sound.write("glossary.yml", "terms: []\n")
    result = sound.run("build")
    assert result.exit_code == 0, result.output
    assert sound.digest()["passages"] == []


@pytest.mark.parametrize("value", ["show", "true", "[hide]"])
def test_a_drafts_setting_that_is_none(sound: Project, value: str) -> None:
    sound.edit("mkdocs.yml", "drafts: hide", f"drafts: {value}  # here")
    assert_refused(sound, "mkdocs.yml", ["drafts", "neither hide nor mark"], "write hide or mark")


def test_no_drafts_setting_hides_drafts(sound: Project) -> None:
    sound.write("mkdocs.yml", "site_name: x\n")
    assert sound.run("build").exit_code == 0
    assert sound.passage("note-2031.1.p1")["en"] is None


BOMB = "bomb:\n- &a [x, x]\n" + "".join(f"- &{b} [*{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnopqrstuvwxyz"))


@pytest.mark.parametrize("path", ["glossary.yml", "topics.yml", "seeds/mini/document.yml", "summaries/note-2031.yml"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "malformed YAML: the alias *a"),
        ("deep: " + "[" * 100_000, "malformed YAML: values are nested more than 40 deep"),
        ("- " * 100_000 + "x\n", "malformed YAML: values are nested more than 40 deep"),
        ("deep: " + "{a: " * 100_000, "malformed YAML: values are nested more than 40 deep"),
    ],
    ids=["aliases", "lists", "dashes", "mappings"],
)
def test_a_file_made_to_keep_a_build_busy_is_told_at_once(sound: Project, path: str, text: str, message: str) -> None:
    before = sound.tree()
    sound.write(path, text)
    result = sound.run("build")
    assert result.exit_code == 2
    assert re.search(rf"{re.escape(path)}:\d+: {re.escape(message)}", result.output), result.output
    sound.write(path, "")
    assert {p: h for p, h in sound.tree().items() if p != path} == {p: h for p, h in before.items() if p != path}
