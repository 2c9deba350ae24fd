"""`document.yml`: whatever an editor declares must be found in the text."""

from __future__ import annotations

import pytest

from tests.editing.project import DOCUMENT, Project
from tests.editing.refusal import assert_refused

REASON = "    reason: {zh: 试, en: a test}\n"
CORRECTIONS = "corrections:\n"


def declared(kind: str, fields: str) -> str:
    """A declaration about the one document, put before the corrections."""
    return f"  {kind}:\n  - {fields}\n{REASON}\n{CORRECTIONS}"


@pytest.mark.parametrize(
    ("old", "new", "says", "remedy"),
    [
        pytest.param(
            "begins: 在2031年某镇图书馆",
            "begins: 在2041年某镇图书馆  # here",
            ["no line begins", "在2041年某镇图书馆", "seeds/mini/source.txt"],
            "copy the whole first line",
            id="a start that is not in the text",
        ),
        pytest.param(
            "begins: 在2031年某镇图书馆",
            "begins: 同志们  # here",
            ["text stands before the first document", "在2031年某镇图书馆"],
            "begin the first document with it",
            id="text before the first document",
        ),
        pytest.param(
            "begins: 在2031年某镇图书馆",
            "begins: （  # here",
            ["3 lines begin", "（"],
            "copy the whole first line",
            id="a start that is there more than once",
        ),
        pytest.param(
            CORRECTIONS,
            declared("splits", "begins: 从外部看  # here\n    at: [一是]"),
            ["no line of note-2031", "从外部看"],
            "copy the beginning of the line",
            id="a split of a line that is not there",
        ),
        pytest.param(
            "- id: note-2031",
            "- id: note-2031\n  splits:\n  - begins: 去年\n    at: [从外部看]  # here\n" + REASON.rstrip(),
            ["从外部看"],
            "copy the words of `at`",
            id="a split at words that are not there",
        ),
        pytest.param(
            CORRECTIONS,
            declared("places", "begins: 从外部看  # here\n    section: '1'"),
            ["no line of note-2031", "从外部看"],
            "copy the beginning of the line",
            id="a place of a line that is not there",
        ),
        pytest.param(
            CORRECTIONS,
            declared("places", "begins: 同志们\n    section: '7'  # here"),
            ["no section '7'"],
            "use one of 1, 2, 2.1, 2.2",
            id="a place in a section that is not there",
        ),
        pytest.param(
            CORRECTIONS,
            declared("places", "begins: 同志们\n    section: two  # here"),
            ["section", "'two'"],
            "",
            id="a section that is no number",
        ),
        pytest.param(
            CORRECTIONS,
            declared("sections", "section: '3'\n    before: 从外部看  # here\n    title: {zh: null, en: Third}"),
            ["no line of note-2031", "从外部看"],
            "copy the beginning of the line",
            id="a section before a line that is not there",
        ),
        pytest.param(
            '    "2": planned\n',
            '    "2": planned\n    "9.p1": gaps  # here\n',
            ["no section, passage or sentence '9.p1'"],
            "write 2, 2.4, 2.4.p3 or 2.4.p3.s1",
            id="a strand of a passage that is not there",
        ),
        pytest.param(
            '    "2": planned\n',
            '    "2": scheduled  # here\n',
            ["strands", "'scheduled'", "planned"],
            "",
            id="a strand that is not one of the strands",
        ),
        pytest.param(
            "quote: 每月检查一次",
            "quote: 每年检查一次  # here",
            ["note-2031.2.2.p1 does not hold the words '每年检查一次'"],
            "copy the words",
            id="a note on words that are not there",
        ),
        pytest.param(
            "passage: note-2031.2.2.p1",
            "passage: note-2031.9.p1  # here",
            ["no passage 'note-2031.9.p1'"],
            "write the id of a passage",
            id="a note on a passage that is not there",
        ),
        pytest.param(
            "passage: note-2031.2.2.p1",
            "passage: other-2031.2.2.p1  # here",
            ["no passage 'other-2031.2.2.p1'"],
            "write the id of a passage",
            id="a note on a document that is not there",
        ),
        pytest.param(
            "find: 工作 工作会议",
            "find: 会议 会议  # here",
            ["'会议 会议' is found 0 times", "not 1"],
            "copy the words from the seed exactly",
            id="a correction of words that are not there",
        ),
        pytest.param(
            "find: 工作 工作会议",
            "find: 借阅  # here",
            ["'借阅' is found 4 times", "not 1"],
            "mend `times`",
            id="a correction of words that are there more often",
        ),
        pytest.param(
            "  number: 某图〔2031〕1号\n",
            "  number: 某图〔2031〕1号\n  part_of: other-2031  # here\n",
            ["part_of 'other-2031'", "no such document"],
            "there is no other document",
            id="part of a document that is not there",
        ),
        pytest.param(
            "- id: note-2031", "- id: Note 2031  # here", ["id", "'Note 2031'"], "", id="an id that is not well formed"
        ),
        pytest.param(
            "date: 2031-03-01",
            "date: 1 March 2031  # here",
            ["date", "'1 March 2031'"],
            "",
            id="a date that is not ISO",
        ),
        pytest.param(
            "source:\n  file: source.txt\n",
            "source:  # here\n",
            ["'source.file' is missing"],
            "add source: {file: source.txt",
            id="no file named",
        ),
        pytest.param(
            "- id: note-2031\n  begins: 在2031年某镇图书馆\n",
            "- id: note-2031  # here\n",
            ["the field 'begins' is missing"],
            "add begins: …",
            id="a field missing",
        ),
    ],
)
def test_what_is_declared_and_is_not_there(sound: Project, old: str, new: str, says: list[str], remedy: str) -> None:
    sound.edit(DOCUMENT, old, new)
    assert_refused(sound, DOCUMENT, says, remedy)


SECOND = """
- id: close-2031
  begins: 同志们
  short: {zh: 结语, en: Close}
  title: {zh: 结语, en: Close}
  abstract: {zh: 结语。, en: The close.}
"""


def test_two_documents_with_one_id(sound: Project) -> None:
    sound.edit(DOCUMENT, CORRECTIONS, SECOND.replace("close-2031", "note-2031  # here") + "\n" + CORRECTIONS)
    assert_refused(sound, DOCUMENT, ["'note-2031'"], "give each its own id")


def test_two_collections_with_one_document_id(sound: Project) -> None:
    for name in ("source.txt", "document.yml"):
        sound.write(f"seeds/other/{name}", sound.read(f"seeds/mini/{name}"))
    sound.edit("seeds/other/document.yml", "- id: note-2031", "- id: note-2031  # here")
    assert_refused(sound, "seeds/other/document.yml", ["'note-2031'"], "give each its own id")


def test_documents_in_another_order_than_in_the_text(sound: Project) -> None:
    """Refused, rather than cut into pieces that overlap."""
    first = sound.read(DOCUMENT).split("documents:\n")[1].split("\ncorrections:")[0]
    sound.edit(DOCUMENT, first, SECOND.lstrip() + "\n" + first.replace("begins: 在2031", "begins: 在2031", 1))
    text = sound.read(DOCUMENT)
    sound.write(DOCUMENT, text.replace("begins: 在2031年某镇图书馆", "begins: 在2031年某镇图书馆  # here"))
    assert_refused(sound, DOCUMENT, ["在2031年某镇图书馆"], "order")


@pytest.mark.parametrize(
    ("written", "says"),
    [("2031-02-30", "no such date"), ("2031-13-01", "no such date"), ("next year", "a date is written")],
)
def test_a_date_must_be_one(sound: Project, written: str, says: str) -> None:
    text = sound.read(DOCUMENT)
    sound.write(DOCUMENT, text.replace("date: 2031-03-01", f"date: {written}", 1))
    result = sound.run("build")
    assert result.exit_code == 2
    assert says in result.stderr and written in result.stderr


def test_a_year_alone_is_a_date(sound: Project) -> None:
    sound.write(DOCUMENT, sound.read(DOCUMENT).replace("date: 2031-03-01", "date: 2031", 1))
    assert sound.run("build").exit_code in (0, 1)
    assert sound.digest()["documents"][0]["date"] == "2031"
