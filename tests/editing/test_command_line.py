"""The command line: what each command says, in text and as JSON, and its exit codes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.editing.project import SOURCE, STALE, SUMMARIES, Project

FINDING = {"severity", "rule", "place", "message", "found", "expected"}
FAMILIES = {"number", "term", "title", "name", "state", "text", "structure", "link"}


def lines(output: str) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The findings of a `--json` run, each well formed, and its last line, the summary."""
    *findings, last = map(json.loads, output.splitlines())
    for finding in findings:
        assert {*finding} - {"passage"} == FINDING
        assert finding["severity"] in ("error", "warning")
        assert finding["rule"].split(".")[0] in FAMILIES
    assert {*last} == {"summary"}
    summary = last["summary"]
    assert {*summary} == {"read", "quantities", "errors", "warnings"}
    assert summary["errors"] == sum(f["severity"] == "error" for f in findings)
    assert summary["warnings"] == sum(f["severity"] == "warning" for f in findings)
    return findings, summary


def test_build_says_what_it_wrote(sound: Project) -> None:
    first = sound.run("build")
    assert first.exit_code == 0
    assert "8 read, 5 quantities, 0 errors, 0 warnings" in first.stdout
    total = first.stdout.rpartition(" of ")[2]
    assert first.stdout.endswith(f"0 changed, {total.split()[0]} new, 0 removed of {total}")
    assert sound.run("build").stdout.endswith(f"0 changed, 0 new, 0 removed of {total}")
    sound.edit("topics.yml", "zh: 会议", "zh: 开会")
    sound.write("docs/topics/left-over/index.md", "# Left over\n")
    third = sound.run("build").stdout
    assert "0 new, 1 removed" in third
    assert not third.splitlines()[-1].startswith("0 changed")


def test_json_lines_end_with_the_summary(mini: Project) -> None:
    result = mini.run("build", "--json")
    findings, summary = lines(result.stdout)
    assert result.exit_code == 1
    assert [(f["rule"], f["passage"]) for f in findings] == [("state.stale", "note-2031.1.p2")]
    assert summary == {"read": 8, "quantities": 5, "errors": 1, "warnings": 0}


def test_the_quantities_read_are_the_measured_figures(sound: Project) -> None:
    _, summary = lines(sound.run("build", "--json").stdout)
    measured = [f for f in sound.digest()["figures"] if f["measured"]]
    assert summary["quantities"] == len(measured) == 5


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_check_reports_and_writes_nothing(mini: Project, form: tuple[str, ...]) -> None:
    before = mini.tree()
    result = mini.run("check", *form)
    assert result.exit_code == 1
    assert "state.stale" in result.stdout
    assert mini.tree() == before


def test_check_passes_what_is_sound(sound: Project) -> None:
    result = sound.run("check", "--json")
    assert (result.exit_code, lines(result.stdout)[0]) == (0, [])


def test_warnings_do_not_block(sound: Project) -> None:
    sound.edit_source("重点抓好三件事。", "重点抓好四件事。")
    text = sound.read(SUMMARIES)
    sound.write(SUMMARIES, text[: text.index("note-2031.1.p1:")] + text[text.index("note-2031.1.p4:") :])
    result = sound.run("check", "--json")
    findings, summary = lines(result.stdout)
    assert result.exit_code == 0
    assert [(f["rule"], f["found"], f["expected"]) for f in findings] == [
        ("structure.count", "3", "4"),
        ("structure.filing", "重点抓好三件事。", "重点抓好四件事。"),
    ]
    assert summary["warnings"] == 2


def test_an_error_as_json(sound: Project) -> None:
    """One finding with its place, then the summary; nothing beside them."""
    sound.edit("topics.yml", "related: [upkeep]", "related: [upkeap]")
    line = sound.read("topics.yml").split("\n").index("  related: [upkeap]") + 1
    result = sound.run("build", "--json")
    findings, summary = lines(result.stdout)
    assert (result.exit_code, result.stderr) == (2, "")
    assert findings[0]["place"] == f"topics.yml:{line}"
    assert "no topic 'upkeap'" in findings[0]["message"]
    assert findings[0]["expected"].startswith("did you mean")
    assert summary["errors"] == 1


class TestBuildCheck:
    """`build --check` compares and writes nothing."""

    def test_what_is_up_to_date(self, built: Project) -> None:
        result = built.run("build", "--check")
        assert result.exit_code == 0

    def test_what_was_never_built(self, sound: Project) -> None:
        before = sound.tree()
        result = sound.run("build", "--check")
        assert result.exit_code == 1
        assert "missing: docs/data/digest.json\n" in result.stdout
        assert "missing: seeds/ledger.txt\n" in result.stdout
        assert sound.tree() == before

    def test_changed_missing_and_orphaned(self, built: Project) -> None:
        built.edit("docs/topics/occasion/index.md", "The close.</p>", "The end.</p>")
        (built.root / "docs/glossary/jieyue/index.md").unlink()
        built.write("docs/systems/by-hand/index.md", "# By hand\n")
        before = built.tree()
        result = built.run("build", "--check")
        assert result.exit_code == 1
        assert "missing: docs/glossary/jieyue/index.md\n" in result.stdout
        assert "orphaned: docs/systems/by-hand/index.md\n" in result.stdout
        assert "--- disk/docs/topics/occasion/index.md\n+++ sources/docs/topics/occasion/index.md\n" in result.stdout
        assert '-<p lang="en">The end.</p>' in result.stdout
        assert '+<p lang="en">The close.</p>' in result.stdout
        assert "run `yuedu build` and commit what it writes" in result.stdout
        assert built.tree() == before
        assert built.run("build").exit_code == 0
        assert built.run("build", "--check").exit_code == 0

    def test_as_json(self, built: Project) -> None:
        built.edit("docs/topics/occasion/index.md", "The close.</p>", "The end.</p>")
        (built.root / "docs/glossary/jieyue/index.md").unlink()
        built.write("docs/systems/by-hand/index.md", "# By hand\n")
        result = built.run("build", "--check", "--json")
        findings, summary = lines(result.stdout)
        assert result.exit_code == 1
        assert {(f["place"], f["found"]) for f in findings} == {
            ("docs/topics/occasion/index.md", "changed"),
            ("docs/glossary/jieyue/index.md", "missing"),
            ("docs/systems/by-hand/index.md", "orphaned"),
        }
        assert all("yuedu build" in f["expected"] for f in findings)
        assert summary["errors"] == 3

    def test_one_changed_byte_is_seen(self, built: Project) -> None:
        """Even where a comparison of lines would not see it."""
        data = (built.root / "docs/data/figures.csv").read_bytes()
        built.write("docs/data/figures.csv", data.replace(b"\r\n", b"\n"))
        assert built.run("build", "--check").exit_code == 1

    def test_stale_english_blocks_even_where_the_tree_is_up_to_date(self, mini: Project) -> None:
        mini.run("build")
        result = mini.run("build", "--check")
        assert result.exit_code == 1
        assert "state.stale" in result.stdout


class TestParse:
    """`parse FILE` needs no project and writes nothing."""

    def test_as_text(self, sound: Project) -> None:
        before = sound.tree()
        result = sound.run("parse", SOURCE, "--id", "note-2031")
        assert result.exit_code == 0
        shown = [line.split() for line in result.stdout.splitlines()]
        assert ["note-2031.title", "title:", "在2031年某镇图书馆工作工作会议上的讲话"] in shown
        assert ["note-2031.2.1", "（一）配强馆员"] in shown
        assert ["note-2031.1.p4", "[1]", "三是投入2.4亿元，改造馆舍，力争年底前完成。"] in shown
        assert sound.tree() == before

    def test_as_json(self, sound: Project) -> None:
        result = sound.run("parse", SOURCE, "--id", "note-2031", "--json")
        assert result.exit_code == 0
        parsed = json.loads(result.stdout)
        assert {"documents", "front_matter", "sections", "passages"} <= {*parsed}
        assert sound.run("build").exit_code == 0
        published = sound.digest()
        for kind in ("sections", "passages"):
            assert [p["id"] for p in parsed[kind]] == [p["id"] for p in published[kind]]
            for mine, theirs in zip(parsed[kind], published[kind], strict=True):
                assert {*mine} <= {*theirs}, "shaped as in the digest"
        front = [(f["id"], f["role"]) for f in parsed["front_matter"]]
        assert front == [(f["id"], f["role"]) for f in published["front_matter"]]
        document = parsed["documents"][0]
        assert {*document} <= {*published["documents"][0]}
        assert (document["id"], document["date"]) == ("note-2031", "2031-03-01")

    def test_reads_what_an_editor_did_not_declare(self, sound: Project, tmp_path: Any) -> None:
        """Unknown structure becomes paragraphs, with the findings on the error stream."""
        file = tmp_path / "Odd file.md"
        file.write_text("一、第一\n正文。\n三、第三\n没有句号的一段话", encoding="utf-8")
        result = sound.run("parse", file)
        assert result.exit_code == 0
        assert "structure.number" in result.stderr
        assert "没有句号的一段话" in result.stdout
        parsed = json.loads(sound.run("parse", file, "--json").stdout)
        assert parsed["documents"][0]["id"] == "odd-file"
        assert "structure.number" in [f["rule"] for f in parsed["findings"]]

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("no-such-file.txt",), "no such file"),
            (("seeds",), "is a folder"),
            ((SOURCE, "--id", "Not An Id"), "'Not An Id' is no id"),
            ((SOURCE, "--id", "note-2031.1"), "is no id"),
        ],
    )
    def test_wrong_use(self, sound: Project, arguments: tuple[str, ...], says: str) -> None:
        result = sound.run("parse", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in result.stderr
        assert "remedy: " in result.stderr

    def test_an_error_as_json(self, sound: Project) -> None:
        result = sound.run("parse", "no-such-file.txt", "--json")
        assert result.exit_code == 2
        assert lines(result.stdout)[0][0]["place"] == "no-such-file.txt"


class TestHelp:
    """The words a newcomer sees."""

    def test_it_lists_every_command(self, sound: Project) -> None:
        result = sound.run("--help")
        assert result.exit_code == 0
        for command in ("build", "check", "parse", "add"):
            assert f"\n  {command} " in result.stdout

    @pytest.mark.parametrize("command", ["build", "check", "parse", "add"])
    def test_every_command_explains_itself(self, sound: Project, command: str) -> None:
        result = sound.run(command, "-h")
        assert result.exit_code == 0
        assert result.stdout.startswith(f"Usage: yuedu {command} ")

    @pytest.mark.parametrize(
        "arguments",
        [("publish",), ("build", "--fast"), ("parse",), ("--project", "nowhere", "build"), ("build", "docs")],
    )
    def test_wrong_use_exits_with_2(self, sound: Project, arguments: tuple[str, ...]) -> None:
        result = sound.run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Error: " in result.stderr
        assert not (sound.root / "docs").exists()


def test_the_exit_code_of_each_state(mini: Project) -> None:
    """1 while English is stale, 0 once it is gone, 2 when a file cannot be read."""
    assert mini.run("build").exit_code == 1
    (mini.root / STALE).unlink()
    assert mini.run("build").exit_code == 0
    mini.write("topics.yml", "topics: [")
    assert mini.run("build").exit_code == 2
