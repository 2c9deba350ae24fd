"""What comes back broken: the file and the line, what is wrong, and nothing changed that should not be."""

from __future__ import annotations

import pytest

from tests.editing.project import Project
from tests.exports.returning import BACK, english_of, fill, line_of

P1, P3 = "note-2031.1.p1.s1", "note-2031.1.p3.s1"
XLIFF = 'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"'


@pytest.fixture
def back(built: Project) -> Project:
    """The sound miniature, built, with its passages filled in."""
    fill(built)
    return built


def bomb(place: str) -> str:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"<?xml version='1.0'?>\n<!DOCTYPE xliff [{entities}]>\n<xliff {XLIFF}><file>{place}</file></xliff>"


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"", None, "no well-formed XML"),
        (b"Dear editor,\nhere it is.\n", 1, "no well-formed XML"),
        (b"<xliff>\n<file>\n</xliff>", 3, "no well-formed XML"),
        (b"PK\x03\x04\x00\x00", 1, "no well-formed XML"),
        (b"\xff\xfe\x00", None, "no well-formed XML"),
        (b"<?xml version='1.0'?>\n<tmx version='1.4'><body/></tmx>", 2, "no XLIFF 1 or 2 (found <tmx> version '1.4')"),
        (b"<html/>", 1, "no XLIFF 1 or 2 (found <html>)"),
        (f"<xliff {XLIFF.replace('1.2', '3.0')}/>".encode(), 1, "version '3.0'"),
        (b"<" + b"a>\n<" * 3000 + b"/>", None, "no well-formed XML"),
        (f"<!DOCTYPE xliff SYSTEM 'http://192.0.2.1/x.dtd'><xliff {XLIFF}/>".encode(), 1, "document type declaration"),
        (bomb("&i;").encode(), 1, "entity amplification"),
        (bomb("<trans-unit id='&i;'/>").encode(), None, "entity amplification"),
        (
            b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><xliff version='1.2'>&f;</xliff>",
            1,
            "document type declaration",
        ),
    ],
)
def test_what_cannot_be_read(built: Project, data: bytes, line: int | None, says: str) -> None:
    built.write(BACK, data)
    before = built.bytes()
    result = built.run("import-xliff", BACK)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {BACK}:{line}: " if line else f"error: {BACK}")
    assert says in result.stderr
    assert "remedy: " in result.stderr
    assert "root:" not in result.stderr
    assert built.bytes() == before


@pytest.mark.parametrize("path", ["nothing.xlf", "summaries"])
def test_what_is_not_there(built: Project, path: str) -> None:
    result = built.run("import-xliff", path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {path}: ")


def test_a_name_is_needed(back: Project) -> None:
    result = back.run("import-xliff", BACK, "--by", " ")
    assert result.exit_code == 2
    assert "--by: no name" in result.stderr


@pytest.mark.parametrize(
    "ident", ["note-2031.1.p3.s7", "note-2031.1.p33.s1", "other-2030.p1.s1", "", "1", "note-2031.1.p3.s2-1"]
)
def test_an_id_that_is_not_there(back: Project, ident: str) -> None:
    """The others are taken."""
    back.edit(BACK, f'id="{P3}"', f'id="{ident}"')
    line = line_of(back, f'trans-unit id="{ident}"')
    result = back.run("import-xliff", BACK)
    assert result.exit_code == 1
    assert f"{BACK}:{line}: error: link.unit: no sentence of the corpus has this id" in result.stdout
    assert "3 written as drafts" in result.stdout
    assert english_of(P3) not in back.read("summaries/note-2031.yml")


def test_an_id_twice(back: Project) -> None:
    back.edit(BACK, f'id="{P3}"', f'id="{P1}"')
    result = back.run("import-xliff", BACK)
    assert result.exit_code == 1
    assert f"the unit {P1} stands twice" in result.stdout
    assert "2 written as drafts" in result.stdout


def test_a_source_that_has_changed(back: Project) -> None:
    back.edit_source("完善借阅规则", "改进借阅规则")
    line = line_of(back, f'trans-unit id="{P3}"')
    result = back.run("import-xliff", BACK)
    assert result.exit_code == 1
    assert f"{BACK}:{line}: error: state.stale: " in result.stdout
    assert "found '二是完善借阅规则，让借阅更方便。', expected '二是改进借阅规则，让借阅更方便。'" in result.stdout
    assert "3 written as drafts" in result.stdout
    assert P3[:-3] not in back.read("summaries/note-2031.yml")


def test_a_passage_is_taken_whole_or_not_at_all(back: Project) -> None:
    """A hole would make the next build fail."""
    back.edit("summaries/note-2031.yml", back.read("summaries/note-2031.yml").split("note-2031.p2:")[1], " null\n")
    text = back.read("summaries/note-2031.yml")
    back.write("summaries/note-2031.yml", text[: text.index("note-2031.p2:")])
    back.run("build")
    fill(back, lambda i: None if i == "note-2031.p2.s2" else english_of(i))
    line = line_of(back, 'trans-unit id="note-2031.p2.s2"')
    result = back.run("import-xliff", BACK)
    assert result.exit_code == 1
    assert f"{BACK}:{line}: error: text.empty: " in result.stdout
    assert "note-2031.p2:" not in back.read("summaries/note-2031.yml")
    text = back.read(BACK)
    start = text.index('<trans-unit id="note-2031.p2.s2"')
    back.write(BACK, text[:start] + text[text.index("</trans-unit>", start) + len("</trans-unit>") :])
    assert "text.grounding: sentences of this passage are in no unit" in back.run("import-xliff", BACK).stdout
    assert back.run("build").exit_code == 0


def test_han_in_the_english_is_a_warning(back: Project) -> None:
    back.edit(BACK, english_of(P3), "Improve the rules of 借阅.")
    result = back.run("import-xliff", BACK)
    assert result.exit_code == 0
    assert "warning: text.han: Han characters in the English (found '借阅')" in result.stdout
    assert "Improve the rules of 借阅." in back.read("summaries/note-2031.yml")


def test_a_target_that_is_the_source_is_no_translation(back: Project) -> None:
    """Tools fill what nobody translated with the source."""
    back.edit(BACK, english_of(P3), "二是完善借阅规则，让借阅更方便。")
    result = back.run("import-xliff", BACK)
    assert (result.exit_code, "1 not translated" in result.stdout) == (0, True)


def test_a_file_that_is_no_list_of_blocks_is_refused(back: Project) -> None:
    text = back.read("summaries/note-2031.yml")
    back.write(
        "summaries/note-2031.yml",
        "{"
        + text[text.index("note-2031.1:") :].split("segments")[0].replace("\n", ",").replace(":,", ": {", 1)
        + "segments: [{text: T, from: [1]}]}}\n",
    )
    before = back.bytes()
    result = back.run("import-xliff", BACK)
    assert result.exit_code == 2, result.output
    assert "not laid out one record a block" in result.stderr
    assert back.bytes() == before
