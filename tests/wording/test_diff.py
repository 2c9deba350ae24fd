"""`yuedu diff`: documents of the project and files that are in no corpus."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from yuedu.cli import main

EARLIER = """区图书馆工作报告

一、去年的工作
去年全区接待读者1.53亿人次。探索通借通还。清理地下车库。
二、今年的打算
力争年底前建成二十座书屋。培训乡镇馆员。请退休教师担任辅导员，每周讲一次故事。
"""
LATER = """区图书馆工作报告

一、去年的工作
去年全区接待读者1.81亿人次。全面实施通借通还。
二、今年的打算
培训乡镇馆员。确保年底前建成二十座书屋。请退休教师担任辅导员。每周讲一次故事。开通网上续借。
"""
FOLDER = os.environ.get("YUEDU_DOCUMENTS", "")


def run(*arguments: str, project: Path = Path()) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "diff", *arguments])


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    for name, words in (("earlier.txt", EARLIER), ("later.txt", LATER)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    return str(tmp_path / "earlier.txt"), str(tmp_path / "later.txt")


def rows(result: Result) -> tuple[list[Any], Any]:
    assert result.exit_code == 0, result.output
    *found, last = [json.loads(line) for line in result.output.splitlines()]
    return found, last["summary"]


def test_files_outside_any_project(files: tuple[str, str], tmp_path: Path) -> None:
    found, summary = rows(run(*files, "--json", project=tmp_path))
    assert [(r["kind"], [s["n"] for s in r["a"]], [s["n"] for s in r["b"]], r["force"]) for r in found] == [
        ("reworded", [1], [1], None),
        ("reworded", [2], [2], "stronger"),
        ("gone", [3], [], None),
        ("moved", [5], [3], None),
        ("reworded", [4], [4], "stronger"),
        ("split", [6], [5, 6], None),
        ("new", [], [7], None),
    ]
    assert summary == {"same": 0, "reworded": 3, "moved": 1, "split": 1, "merged": 0, "new": 1, "gone": 1}


def test_figures_carry_the_old_and_the_new_value(files: tuple[str, str]) -> None:
    row = rows(run(*files, "--json"))[0][0]
    (figure,) = row["figures"]
    assert (figure["a"], figure["b"], figure["change"]) == ("153000000", "181000000", "28000000")
    ((a, b),) = [(c["a"], c["b"]) for c in row["changes"]]
    assert (row["a"][0]["zh"][slice(*a)], row["b"][0]["zh"][slice(*b)]) == ("1.53亿人次", "1.81亿人次")
    assert figure["spans"] == {"a": a, "b": b}


def test_documents_by_id(root: Path) -> None:
    found, summary = rows(run("wang-2023", "yang-2023", "--json", project=root))
    same = {s["id"]: r["a"][0]["id"] for r in found if r["kind"] == "same" for s in r["b"]}
    assert same == {
        "yang-2023.2.6.p1.s3": "wang-2023.2.5.p2.s2",
        "yang-2023.2.6.p1.s4": "wang-2023.2.5.p2.s3",
    }
    assert summary["same"] == 2


def test_a_document_against_a_file(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("建设乡村振兴综合服务信息平台，为乡村振兴工作提供数字化智能化服务。\n", encoding="utf-8")
    (row,) = rows(run("wang-2023", str(path), "--json", "--only", "same", project=root))[0]
    assert (row["a"][0]["id"], row["b"][0]["n"]) == ("wang-2023.2.5.p2.s3", 1)


def test_on_the_terminal_the_summary_comes_first_and_changes_are_marked(files: tuple[str, str]) -> None:
    lines = run(*files).output.splitlines()
    assert lines[2] == "= 0 same  ~ 3 reworded  > 1 moved  < 1 split  } 0 merged  + 1 new  - 1 gone"
    assert lines[3] == "directing words: 2 stronger; figures: 1"
    assert "~ 1 → 1  去年全区接待读者[-1.53亿人次-]{+1.81亿人次+}。" in lines
    assert "    figure: 1.53亿人次 → 1.81亿人次 (+28,000,000 person-times)" in lines
    assert "    stronger: 探索 → 全面实施" in lines
    assert lines.index("- 3  清理地下车库。") < lines.index("> 5 → 3  培训乡镇馆员。")
    assert "\x1b" not in "".join(lines)


def test_what_is_the_same_takes_one_line(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(EARLIER, encoding="utf-8")
    lines = run(str(path), str(path)).output.splitlines()
    assert lines[3:] == ["= 1 … 6  6 sentences the same: 去年全区接待读者1.53亿人次。"]


def test_what_an_input_says_commands_no_terminal(tmp_path: Path) -> None:
    for name, words in (("a.txt", "添置儿童读物。"), ("b.txt", "添置\x9b31m儿童读物和玩具。")):
        (tmp_path / name).write_text(words, encoding="utf-8")
    assert "\x9b" not in run(str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).output


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("li-2031", "neither a document here nor a file"),
        ("missing.txt", "no such file"),
        (".", "is a folder"),
    ],
)
def test_what_is_neither_a_document_nor_a_file(root: Path, name: str, says: str) -> None:
    result = run("wang-2023", name, project=root)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "remedy" in result.stderr


def test_an_id_outside_any_project(tmp_path: Path) -> None:
    result = run("wang-2023", "yang-2023", project=tmp_path)
    assert result.exit_code == 2
    assert "no project here" in result.stderr


def test_an_error_is_json_where_json_was_asked_for(root: Path) -> None:
    result = run("li-2031", "yang-2023", "--json", project=root)
    assert result.exit_code == 2
    finding, summary = [json.loads(line) for line in result.stdout.splitlines()]
    assert "li-2031" in finding["place"]
    assert summary["summary"]["errors"] == 1


def test_an_empty_text_is_all_new(tmp_path: Path, files: tuple[str, str]) -> None:
    path = tmp_path / "title.txt"
    path.write_text("区图书馆工作报告\n", encoding="utf-8")
    assert rows(run(str(path), files[0], "--json"))[1]["gone"] <= 1


@pytest.mark.skipif(
    not (Path(FOLDER) / "cpc-20-other-layout.zh.txt").is_file(),
    reason="no documents: set YUEDU_DOCUMENTS to a folder of official documents to compare two layouts of one",
)
def test_two_layouts_of_one_text_are_all_the_same(tmp_path: Path) -> None:
    names = ("cpc-20.zh.txt", "cpc-20-other-layout.zh.txt")
    copies = [shutil.copy(Path(FOLDER) / name, tmp_path / name) for name in names]
    summary = rows(run(*map(str, copies), "--json"))[1]
    assert {kind for kind, n in summary.items() if n} == {"same"}
