"""`yuedu add`: a new seed, stored as received, with a `document.yml` to fill in."""

from __future__ import annotations

import json
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
    assert (
        "seeds/letter-2032: 2 passages; proposed: title, addressees, date, number, date_basis, strands" in result.stdout
    )
    assert "yuedu build" in result.stdout


def test_the_skeleton_holds_what_the_text_says_of_itself(sound: Project, letter: Path) -> None:
    sound.run("add", letter, "--id", "opening-2032")
    skeleton = sound.read("seeds/opening-2032/document.yml")
    assert "- id: opening-2032\n" in skeleton
    assert "date: 2032-04-05\n" in skeleton
    assert "number: 某图〔2032〕2号\n" in skeleton
    assert "关于“开放”图书馆的通知" in skeleton
    assert sound.run("build").exit_code == 0
    document = next(d for d in sound.digest()["documents"] if d["id"] == "opening-2032")
    assert {"title", "date", "number"} <= {*document["proposed"]}


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
    text = sound.read(path)
    text = text[: text.index("  topics:")] + text[text.index("  proposed:") :] if "  topics:" in text else text
    more = "  speaker: {zh: 某甲, en: Somebody}\n  part_of: note-2031\n  topics: {'': lending}\n  proposed:\n"
    sound.write(path, text.replace("  proposed:\n", more))
    assert sound.run("build").exit_code == 0
    document = next(d for d in sound.digest()["documents"] if d["id"] == "letter-2032")
    assert (document["speaker"]["en"], document["part_of"]) == ("Somebody", "note-2031")
    assert sound.passage("letter-2032.1.p1")["topics"] == ["lending"]


def test_it_refuses_to_overwrite(sound: Project, letter: Path) -> None:
    sound.run("add", letter)
    letter.write_bytes(letter.read_bytes() + "又一行。\r\n".encode("gb18030"))
    before = sound.tree()
    result = sound.run("add", letter, "--id", "letter-2032", "--anyway")
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


@pytest.mark.parametrize(
    ("old", "new"),
    [("借阅量", "外借量"), ("\n", "\n\n"), ("。", "。 "), ("谢谢大家！\n", "\n")],
)
def test_it_refuses_nearly_the_same_words(sound: Project, tmp_path: Path, old: str, new: str) -> None:
    """Another copy, another layout, a word put right, an end cut off."""
    text = (MINI / SOURCE).read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / "copy-2031.txt"
    copy.write_text(text.replace(old, new), encoding="utf-8")
    before = sound.tree()
    result = sound.run("add", copy)
    assert result.exit_code == 2
    assert "nearly the words of" in result.stderr
    assert "--anyway" in result.stderr
    assert sound.tree() == before
    assert sound.run("add", copy, "--anyway").exit_code == 0
    assert sound.run("build").exit_code == 0


def test_several_files_at_once_each_stand_alone(sound: Project, tmp_path: Path, letter: Path) -> None:
    empty, other = tmp_path / "empty-2032.txt", tmp_path / "other-2033.txt"
    empty.write_bytes(b"")
    other.write_text("某镇讲话\n今年修路三条。\n", encoding="utf-8")
    result = sound.run("add", letter, empty, other)
    assert result.exit_code == 2
    assert "empty-2032.txt: the file is empty" in result.stderr
    assert "1 of 3 files not added" in result.stderr
    assert (sound.root / "seeds/letter-2032").exists()
    assert (sound.root / "seeds/other-2033").exists()
    assert not (sound.root / "seeds/empty-2032").exists()
    assert sound.run("build").exit_code == 0


def test_one_id_is_not_for_several(sound: Project, letter: Path) -> None:
    result = sound.run("add", letter, letter, "--id", "x-2032")
    assert result.exit_code == 2
    assert "one id for 2 files" in result.stderr


def test_a_title_line_that_recurs_is_no_hindrance(sound: Project, tmp_path: Path) -> None:
    """The document begins with the first line of its file, whatever other lines say."""
    file = tmp_path / "twice-2032.txt"
    file.write_text("镇图书馆工作报告\n今年修路三条。\n镇图书馆工作报告\n明年修路五条。\n", encoding="utf-8")
    assert sound.run("add", file).exit_code == 0
    assert sound.run("build").exit_code == 0


def test_a_file_whose_name_is_no_id(sound: Project, tmp_path: Path) -> None:
    for n, words in enumerate(("修路三条", "修桥五座")):
        file = tmp_path / f"报告{n}.txt"
        file.write_text(f"某镇讲话\n今年{words}。\n", encoding="utf-8")
        assert sound.run("add", file).exit_code == 0
    assert {"document", "document-2"} <= {f.name for f in (sound.root / "seeds").iterdir()}
    assert sound.run("build").exit_code == 0


def test_a_filing_by_rule_says_so(sound: Project, tmp_path: Path) -> None:
    file = tmp_path / "more-2032.txt"
    file.write_text("某镇讲话\n一、抓好借阅\n一是完善借阅规则，让借阅更加方便，推广书目通。\n", encoding="utf-8")
    sound.run("add", file)
    sound.run("build")
    passage = sound.passage("more-2032.1.p1")
    assert passage["topics"] == ["lending"]
    assert passage["filed"]["by"] == "rule"
    assert 0 < passage["filed"]["score"] <= 1


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


def test_a_lost_dash_is_put_back_and_said(sound: Project, tmp_path: Path) -> None:
    file = tmp_path / "plan-2032.txt"
    file.write_text("某镇讲话\n规划（2014\u00ad2020年）已完成。\n", encoding="utf-8")
    assert sound.run("add", file).exit_code == 0
    assert sound.run("build").exit_code == 0
    passage = sound.passage("plan-2032.p1")
    assert "2014—2020年" in passage["zh"]
    assert "soft hyphen" in passage["notes"][0]["en"]


def test_a_bracket_in_the_name_of_who_is_to_act_does_not_part_it(sound: Project, tmp_path: Path) -> None:
    file = tmp_path / "ferry-2032.txt"
    file.write_text("某市渡口管理意见\n一、要求\n县（市、区）人民政府、市交通局必须建立责任制。\n", encoding="utf-8")
    assert sound.run("add", file).exit_code == 0
    assert sound.run("build").exit_code == 0
    made = [
        c
        for c in json.loads(sound.read("docs/data/digest.json"))["commitments"]
        if c["sentence"].startswith("ferry-2032")
    ]
    assert [[who["zh"] for who in c["who"]] for c in made] == [["县（市、区）人民政府", "市交通局"]]


REPORT = "某镇图书馆工作报告\n——{year}年1月20日在某镇第{n}次图书馆代表大会上\n馆长 王某某\n\n各位代表：\n\n一、去年的工作\n去年全镇接待读者{n}万人次。\n"


def report(folder: Path, year: int, n: int, words: str = REPORT) -> Path:
    file = folder / f"report-{year}.txt"
    file.write_text(words.format(year=year, n=n), encoding="utf-8")
    return file


def test_a_report_is_proposed_to_follow_the_latest_earlier_one_of_its_kind_and_body(
    sound: Project, tmp_path: Path
) -> None:
    for year, n in ((2029, 3), (2031, 5), (2030, 4)):
        assert sound.run("add", "--anyway", report(tmp_path, year, n)).exit_code == 0
    told = {year: sound.read(f"seeds/report-{year}/document.yml") for year in (2029, 2030, 2031)}
    assert "follows" not in told[2029]
    assert "  follows: report-2029\n" in told[2031] and "    follows: 某镇图书馆工作报告  #" in told[2031]
    assert "follows" not in told[2030], "what it would follow is followed already"
    assert sound.run("build").exit_code == 0
    assert (sound.root / "docs/changes/report-2029..report-2031/index.md").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("某镇图书馆工作报告", "某镇图书馆采购通报"),
        ("{year}年1月20日在", "在"),
        ("在某镇第{n}次图书馆代表大会上\n馆长", "在某县第{n}次读者代表会议上\n县长"),
    ],
    ids=["another kind", "no date", "another body"],
)
def test_what_the_texts_do_not_say_is_not_proposed(sound: Project, tmp_path: Path, old: str, new: str) -> None:
    sound.run("add", report(tmp_path, 2030, 4))
    assert sound.run("add", "--anyway", report(tmp_path, 2031, 5, REPORT.replace(old, new))).exit_code == 0
    assert "follows" not in sound.read("seeds/report-2031/document.yml")
