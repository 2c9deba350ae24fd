"""`yuedu compare`: any bilingual file through the gate, bad ones included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from yuedu.cli import main

GOOD = "5亿元\t500 million yuan\n6个\tsix firms\n"
TMX = '<?xml version="1.0"?>{}<tmx version="1.4"><header/><body>{}</body></tmx>'
UNIT = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'


def run(path: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["compare", str(path), *options])


def compared(tmp_path: Path, data: str | bytes, *options: str, name: str = "pairs.tsv") -> tuple[int, list[Any], Any]:
    """Exit code, findings and summary of a file with this content."""
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    result = run(path, "--json", *options)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    *findings, last = [json.loads(line) for line in result.output.splitlines()]
    return result.exit_code, findings, last["summary"]


def told(findings: list[Any]) -> list[tuple[str, int]]:
    return [(f["rule"], int(f["place"].rpartition(":")[2])) for f in findings]


def test_a_good_file_is_silent_and_counted(tmp_path: Path) -> None:
    assert compared(tmp_path, GOOD) == (0, [], {"read": 2, "quantities": 2, "errors": 0, "warnings": 0})


def test_a_finding_names_file_line_and_words(tmp_path: Path) -> None:
    code, (finding,), summary = compared(tmp_path, GOOD + "\n1.81亿人\t1.81 billion people\n")
    assert code == 1
    assert finding["severity"] == "error"
    assert finding["rule"] == "number.value"
    assert finding["place"] == f"{tmp_path / 'pairs.tsv'}:4"
    assert (finding["expected"], finding["found"]) == ("1.81亿人", "1.81 billion people")
    assert finding["spans"] == {"zh": [0, 6], "en": [0, 19]}
    assert summary == {"read": 3, "quantities": 3, "errors": 1, "warnings": 0}


def test_warnings_do_not_block(tmp_path: Path) -> None:
    code, findings, summary = compared(tmp_path, "约5万册\t50,000 books\n")
    assert (code, told(findings), summary["warnings"]) == (0, [("number.bound", 1)], 1)


def test_quantities_are_the_measured_ones_each_once(tmp_path: Path) -> None:
    text = "2022年三个方面，3至5个馆，第一名，5%\tIn 2022, in three respects, 3 to 5 libraries, first, 5 percent\n"
    assert compared(tmp_path, text)[2]["quantities"] == 2


def test_only_some_rules(tmp_path: Path) -> None:
    text = "5亿元\t600 million yuan 元\n"
    assert {rule for rule, _ in told(compared(tmp_path, text)[1])} == {"number.value", "text.han"}
    assert told(compared(tmp_path, text, "--only", "number.")[1]) == [("number.value", 1)]


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.strip().encode(),
        GOOD.encode("utf-16"),
        ("我们投入" + GOOD).encode("gb18030"),
        b"".join(f"{n}\t1:1\t{line}\n".encode() for n, line in enumerate(GOOD.splitlines(), 1)),
        '"5亿元"\t"500 million yuan"\n"6个"\t"six ""good"" firms"\n'.encode(),
        '5亿元\t"500 million\nyuan"\n"6\n个"\tsix firms\n'.encode(),
        "5億元\t500 million yuan\n6個\tsix firms\n".encode(),
    ],
    ids=["BOM", "CRLF", "CR", "no last line feed", "UTF-16", "GB18030", "four columns", "quotes", "lines", "traditional"],
)  # fmt: skip
def test_every_way_to_write_a_table(tmp_path: Path, data: bytes) -> None:
    assert compared(tmp_path, data) == (0, [], {"read": 2, "quantities": 2, "errors": 0, "warnings": 0})


def test_a_line_after_a_cell_of_several_keeps_its_number(tmp_path: Path) -> None:
    text = '5亿元\t"500 million\nyuan"\n6亿元\t700 million yuan\n'
    assert told(compared(tmp_path, text)[1]) == [("number.value", 3)]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    code, findings, summary = compared(tmp_path, '5亿元\t"500 million yuan\n' + "6亿元\t700 million yuan\n" * 300)
    assert (code, summary["read"]) == (1, 301)
    assert ("number.value", 301) in told(findings)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("no tab at all", "text.columns"),
        ("5亿元\t", "text.empty"),
        ("\t500 million yuan", "text.empty"),
        ("500 million yuan\t5亿元", "text.columns"),
    ],
)
def test_a_broken_line_is_told_and_the_rest_is_read(tmp_path: Path, line: str, rule: str) -> None:
    code, findings, summary = compared(tmp_path, f"5亿元\t500 million yuan\n{line}\n6亿元\t700 million yuan\n")
    assert (code, told(findings), summary["read"]) == (1, [(rule, 2), ("number.value", 3)], 2)


def test_blank_lines_are_none(tmp_path: Path) -> None:
    assert compared(tmp_path, "\n \n\t\n5亿元\t500 million yuan\n\n")[2]["read"] == 1


@pytest.mark.parametrize("languages", [("zh", "en"), ("zh-CN", "en-GB"), ("ZH-Hans", "EN"), ("zh_TW", "en_US")])
def test_a_tmx(tmp_path: Path, languages: tuple[str, str]) -> None:
    zh, en = languages
    body = "\n".join((UNIT.format(zh, "5亿元", en, "500 million yuan"), UNIT.format(en, "7 firms", zh, "6个")))
    code, findings, summary = compared(tmp_path, TMX.format("", body), name="pairs.tmx")
    assert (code, told(findings), summary["read"], summary["quantities"]) == (1, [("number.value", 2)], 2, 2)


def test_the_codes_of_a_segment_are_no_words(tmp_path: Path) -> None:
    zh, en = '投入<bpt i="1">&lt;b 99&gt;</bpt>5亿元<ept i="1"/>', "500 million <hi>yuan</hi><ph>12</ph>"
    assert compared(tmp_path, TMX.format("", UNIT.format("zh", zh, "en", en)), name="pairs.tmx")[:2] == (0, [])


def test_a_unit_without_one_of_the_languages(tmp_path: Path) -> None:
    body = UNIT.format("zh", "5亿元", "fr", "500 millions") + "\n" + UNIT.format("zh", "", "en", "6")
    code, findings, _ = compared(tmp_path, TMX.format("", body), name="pairs.tmx")
    assert (code, told(findings)) == (1, [("text.columns", 1), ("text.empty", 2)])


def test_entities_of_a_file_are_told_and_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("9 billion yuan")
    head = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "9 billion yuan">]>'
    body = UNIT.format("zh", "5亿元", "en", "500 million yuan &x; &y;")
    code, findings, summary = compared(tmp_path, TMX.format(head, body), name="pairs.tmx")
    assert (code, told(findings), summary["read"]) == (1, [("text.entity", 1)], 0)
    assert "9 billion" not in json.dumps(findings)


def test_a_document_type_that_is_only_named_is_no_matter(tmp_path: Path) -> None:
    head = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    text = TMX.format(head, UNIT.format("zh", "5亿元", "en", "500 million yuan"))
    assert compared(tmp_path, text, name="pairs.tmx")[0] == 0


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.tsv", "empty"),
        (b" \n\n", "a.tsv", "empty"),
        (bytes(range(256)), "a.tsv", "NUL"),
        (b"\xff\xfe\x00", "a.tsv", "UTF-16"),
        ("café\t5".encode("latin-1"), "a.tsv", "UTF-8"),
        (b"<tmx><body>", "a.tmx", "well-formed"),
        (b"<html/>", "a.tmx", "tmx"),
    ],
    ids=["empty", "blank", "binary", "half of UTF-16", "Latin-1", "broken XML", "other XML"],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, data: bytes, name: str, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run(path)
    assert result.exit_code == 2
    assert str(path) in result.output
    assert said in result.output


@pytest.mark.parametrize("there", [False, True])
def test_no_such_file_or_a_folder(tmp_path: Path, there: bool) -> None:
    result = run(tmp_path if there else tmp_path / "none.tsv", "--json")
    finding, last = (json.loads(line) for line in result.output.splitlines())
    assert (result.exit_code, finding["rule"], last["summary"]["errors"]) == (2, "text.unreadable", 1)
