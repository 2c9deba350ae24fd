"""`yuedu add`: a new seed, stored as received, with a `document.yml` to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.project import DOCUMENT, MINI, SOURCE, Project

NEW = "关于“开放”图书馆的通知\r\n某图〔2032〕2号\r\n各馆：\r\n \t今年开放: 全镇图书馆。\r\n一、做好准备\r\n各馆备好书目通。\r\n2032年4月5日\r\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A document as it might come by mail: GB18030, CR LF."""
    file = tmp_path / "letter 2032.txt"
    file.write_bytes(NEW.encode("gb18030"))
    return file


def test_it_is_stored_byte_for_byte(sound: Project, letter: Path) -> None:
    before = sound.tree()
    result = sound.run("add", letter)
    assert result.exit_code == 0, result.output
    assert (sound.root / "seeds/letter-2032/source.txt").read_bytes() == letter.read_bytes()
    assert {*sound.tree()} - {*before} == {"seeds/letter-2032/source.txt", "seeds/letter-2032/document.yml"}
    assert {p: h for p, h in sound.tree().items() if p in before} == before
    assert "seeds/letter-2032: 2 passages" in result.stdout
    assert "document.yml" in result.stdout


def test_the_skeleton_holds_what_the_text_says_of_itself(sound: Project, letter: Path) -> None:
    sound.run("add", letter, "--id", "opening-2032")
    skeleton = sound.read("seeds/opening-2032/document.yml")
    assert "- id: opening-2032\n" in skeleton
    assert "date: 2032-04-05\n" in skeleton
    assert 'number: "某图〔2032〕2号"\n' in skeleton
    assert "关于“开放”图书馆的通知" in skeleton


def test_what_was_added_is_published_whole_by_the_next_build(sound: Project, letter: Path) -> None:
    """As it stands: nothing waits for an editor, and what is still empty is shown as empty, never as None."""
    sound.run("add", letter)
    built = sound.run("build")
    assert built.exit_code == 0, built.output
    page = sound.read("docs/speeches/letter-2032/index.md")
    assert "今年开放" in page
    assert "None" not in page
    assert "None" not in sound.read("docs/speeches/index.md")
    assert "None" not in sound.read("docs/llms.txt")
    assert sound.passage("letter-2032.1.p1")["topics"] == ["unfiled"]
    assert 'id="letter-2032.1.p1"' in sound.read("docs/topics/unfiled/index.md")
    assert sound.run("build", "--check").exit_code == 0


def test_an_editor_fills_it_in(sound: Project, letter: Path) -> None:
    sound.run("add", letter)
    path = "seeds/letter-2032/document.yml"
    sound.edit(path, "speaker: null      # {zh: 姓名, en: Pinyin name}", "speaker: {zh: 某甲, en: Somebody}")
    sound.edit(path, "part_of: null", "part_of: note-2031")
    sound.edit(path, "abstract: {zh: null, en: null}", "abstract: {zh: 开放图书馆。, en: Opens the libraries.}")
    sound.edit(path, '"": occasion', '"": planned\n  topics: {"": lending}')
    assert sound.run("build").exit_code == 0
    document = next(d for d in sound.digest()["documents"] if d["id"] == "letter-2032")
    assert (document["speaker"]["en"], document["part_of"]) == ("Somebody", "note-2031")
    assert sound.passage("letter-2032.1.p1")["topics"] == ["lending"]


def test_it_refuses_to_overwrite(sound: Project, letter: Path) -> None:
    sound.run("add", letter)
    letter.write_bytes(letter.read_bytes() + "又一行。\r\n".encode("gb18030"))
    before = sound.tree()
    result = sound.run("add", letter)
    assert result.exit_code == 2
    assert "seeds/letter-2032: this collection exists already" in result.stderr
    assert "give another --id" in result.stderr
    assert sound.tree() == before


def test_it_refuses_the_id_of_a_document_in_another_collection(sound: Project, letter: Path) -> None:
    before = sound.tree()
    result = sound.run("add", letter, "--id", "note-2031")
    assert result.exit_code == 2
    assert "note-2031" in result.stderr
    assert DOCUMENT in result.stderr
    assert "give another --id" in result.stderr
    assert sound.tree() == before


def test_it_refuses_the_same_text_twice(sound: Project) -> None:
    before = sound.tree()
    result = sound.run("add", MINI / SOURCE, "--id", "again-2031")
    assert result.exit_code == 2
    assert "this text is a seed already: seeds/mini" in result.stderr
    assert sound.tree() == before


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"\xff\xfe\xff"])
def test_it_stores_nothing_that_cannot_be_read(sound: Project, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    before = sound.tree()
    assert sound.run("add", file).exit_code == 2
    assert sound.tree() == before


def test_it_starts_a_project_that_has_no_seeds(tmp_path: Path, sound: Project, letter: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = sound.run("--project", empty, "add", letter)
    assert result.exit_code == 0, result.output
    assert (empty / "seeds/letter-2032/source.txt").read_bytes() == letter.read_bytes()
