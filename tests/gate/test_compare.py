"""`yuedu compare`: the gate on files of pairs, and on files that are none."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.conftest import ROOT
from yuedu.checks.gate import PAIR_RULES, RULES
from yuedu.cli import main

GOOD = "用户达1.81亿。\tUsers have reached 181 million."
BAD = "用户达1.81亿。\tUsers have reached 1.81 billion."
TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="zh-CN"><seg>用户达1.81亿。</seg></tuv><tuv xml:lang="en-GB"><seg>Users have reached <ph>x</ph>1.81 billion.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>用户。</seg></tuv><tuv xml:lang="fr"><seg>Des utilisateurs.</seg></tuv></tu>
</body></tmx>
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--project", str(ROOT), "compare", *map(str, arguments)])


def compared(path: Path, data: str | bytes, *options: str) -> tuple[int, list[dict[str, Any]], dict[str, int]]:
    """Exit code, findings and summary."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    result = run(path, "--json", *options)
    *findings, last = [json.loads(line) for line in result.output.splitlines()]
    return result.exit_code, findings, last["summary"]


@pytest.fixture
def tsv(tmp_path: Path) -> Path:
    return tmp_path / "pairs.tsv"


def test_a_good_file_is_good(tsv: Path) -> None:
    assert compared(tsv, GOOD) == (0, [], {"read": 1, "quantities": 1, "errors": 0, "warnings": 0})


def test_a_finding_has_its_line_both_sides_and_both_values(tsv: Path) -> None:
    code, (finding,), summary = compared(tsv, f"{GOOD}\n\n{BAD}\n")
    assert code == 1
    assert finding["place"] == f"{tsv}:3"
    assert finding["rule"] == "number.value"
    assert "181,000,000" in finding["message"] and "1,810,000,000" in finding["message"]
    assert finding["spans"] == {"zh": [3, 8], "en": [19, 31]}
    assert summary == {"read": 2, "quantities": 2, "errors": 1, "warnings": 0}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\ufeff" + BAD, id="byte order mark"),
        pytest.param(BAD + "\r\n", id="CRLF"),
        pytest.param(BAD.encode("utf-16"), id="UTF-16"),
        pytest.param("7\t1:1\tx\t" + BAD, id="columns before"),
        pytest.param('"' + BAD.replace("\t", '"\t"') + '"', id="quoted cells"),
        pytest.param(TMX, id="TMX"),
    ],
)
def test_files_of_every_kind(tsv: Path, data: str | bytes) -> None:
    _, findings, summary = compared(tsv, data)
    assert [f["rule"] for f in findings if f["rule"] != "text.columns"] == ["number.value"]
    assert summary["read"] == 1


def test_a_quotation_mark_swallows_no_lines(tsv: Path) -> None:
    _, _, summary = compared(tsv, f'他说："好。\tHe said "good.\n{GOOD}\n{GOOD}')
    assert summary["read"] == 3


def test_a_broken_line_is_told_and_the_rest_is_read(tsv: Path) -> None:
    code, findings, summary = compared(tsv, f"只有一栏\n{GOOD}\n有中文\t\n\tEnglish alone")
    assert code == 1
    assert [(f["rule"], f["place"].rpartition(":")[2]) for f in findings] == [
        ("text.columns", "1"), ("text.empty", "3"), ("text.empty", "4"),
    ]  # fmt: skip
    assert summary["read"] == 1


def test_a_unit_of_a_tmx_without_english_is_told(tsv: Path) -> None:
    _, findings, _ = compared(tsv, TMX)
    (finding,) = [f for f in findings if f["rule"] == "text.columns"]
    assert finding["place"].endswith(":5")
    assert finding["found"] == "fr, zh"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9\tusers", "not UTF-8"),
        (b"<tmx><body>", "no well-formed XML"),
        (b"<html></html>", "not tmx"),
    ],
)
def test_what_is_no_bilingual_file_is_refused(tsv: Path, data: bytes, message: str) -> None:
    tsv.write_bytes(data)
    result = run(tsv)
    assert result.exit_code == 2
    assert message in result.output
    assert str(tsv) in result.output


def test_no_such_file(tmp_path: Path) -> None:
    result = run(tmp_path / "none.tsv")
    assert result.exit_code == 2
    assert "no such file" in result.output


def test_only_some_rules(tsv: Path) -> None:
    line = "用户达1.81亿。\tUsers，have reached 1.81 billion."
    assert {f["rule"] for f in compared(tsv, line)[1]} == {"number.value", "text.punctuation"}
    assert {f["rule"] for f in compared(tsv, line, "--only", "text")[1]} == {"text.punctuation"}


def test_the_term_base_where_it_is_asked_for(tsv: Path) -> None:
    line = "推进信创工作。\tAdvance credit innovation."
    assert compared(tsv, line)[1] == []
    assert {f["rule"] for f in compared(tsv, line, "--terms")[1]} == {"term.missing", "term.avoided"}


FOLDER = os.environ.get("YUEDU_CALIBRATION", "")


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibration", ROOT / "bench" / "calibration.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look for their annotations
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not FOLDER, reason="no official pairs: set YUEDU_CALIBRATION to a folder of *.tsv to measure the number rules too"
)
def test_the_measures_hold() -> None:
    """At most one wrong alarm in 200 measured quantities; 99 % of breaks caught, 97 % of every kind."""
    measured = bench().measure(sorted(Path(FOLDER).glob("*.tsv")))
    assert measured.wrong * 200 <= measured.quantities, measured.alarms
    apart = bench().APART
    kinds = {k: (measured.caught[k], n) for k, n in measured.tried.items() if k not in apart}
    assert sum(n for _, n in kinds.values()) >= 2000
    assert all(n >= 100 and caught >= 0.97 * n for caught, n in kinds.values()), kinds
    assert sum(c for c, _ in kinds.values()) >= 0.99 * sum(n for _, n in kinds.values())


def test_the_year_of_the_text_makes_an_implied_year_right(tsv: Path) -> None:
    pair = "过去一年，我们完成了主要任务。\tIn 2018 we accomplished the main tasks."
    code, (finding,), _ = compared(tsv, pair)
    assert (code, finding["severity"], finding["rule"]) == (0, "warning", "number.date")
    assert "--year" in finding["message"]
    assert compared(tsv, pair, "--year", "2019")[:2] == (0, [])


def test_the_currency_of_the_text_is_what_a_dollar_and_yuan_are(tsv: Path) -> None:
    pair = "每月可获5,000元资助。\tEach month a subsidy of $5,000 is paid."
    assert compared(tsv, pair)[0] == 1
    assert compared(tsv, pair, "--currency", "HKD")[:2] == (0, [])


@pytest.mark.parametrize(
    ("pair", "rule"),
    [
        ("书库用火次数下降30%。\tFires in the stacks rose by 30 percent.", "number.direction"),
        ("押金降低到30元。\tDeposits are cut by RMB 30.", "number.extent"),
        ("不得擅自提高押金。\tLibraries may raise deposits.", "text.polarity"),
        ("禁止新增收费项目。\tNew charges are encouraged.", "text.polarity"),
    ],
)
def test_a_statement_turned_round_is_an_error_in_any_file(tsv: Path, pair: str, rule: str) -> None:
    code, findings, _ = compared(tsv, pair)
    assert code == 1 and rule in [f["rule"] for f in findings if f["severity"] == "error"]


def test_the_gate_and_compare_run_the_same_rules() -> None:
    """Whatever needs no term base and no corpus is run on every text, here and there."""
    assert set(PAIR_RULES) < set(RULES)
    needs_more = {r.name for r in RULES} - {r.name for r in PAIR_RULES}
    assert needs_more == {
        "term.missing",
        "term.avoided",
        "title.missing",
        "title.unknown",
        "name.missing",
        "text.grounding",
    }
