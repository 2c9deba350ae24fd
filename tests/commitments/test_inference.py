"""Who is to act where a sentence does not say: only what the text supports, and always apart from what it states."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.editing.project import Project

HEAD = "某镇工作报告\n——2033年1月26日在某镇第三届人民代表大会上\n某镇镇长　王小明\n各位代表：\n"
CASES = [
    # how it is added, sentence, stated, inferred, basis
    ("二、2033年工作安排\n推进政务服务一网通办。", [], ["讲话人一方（某镇镇长）"], "plan"),
    ("二、2033年工作安排\n我们要坚持便民利民。", ["我们"], ["讲话人一方（某镇镇长）"], "we"),
    ("二、2033年工作安排\n各村要统一标准。加快建设平台。", [], ["各村"], "carried"),
    ("二、2033年工作安排\n各部门要落实责任。", ["各部门"], [], None),
]


def commitments(project: Project) -> list[Any]:
    assert project.run("build").exit_code == 0
    digest = project.digest()
    return [c for c in digest["commitments"] if c["sentence"].startswith("report-2033.")]


def added(project: Project, tmp_path: Path, text: str) -> list[Any]:
    file = tmp_path / "report-2033.txt"
    file.write_text(text, encoding="utf-8")
    result = project.run("add", file)
    assert result.exit_code == 0, result.output
    return commitments(project)


@pytest.mark.parametrize(("text", "stated", "inferred", "basis"), CASES)
def test_a_report(
    sound: Project, tmp_path: Path, text: str, stated: list[str], inferred: list[str], basis: str | None
) -> None:
    last = added(sound, tmp_path, HEAD + text + "\n")[-1]
    assert [a["zh"] for a in last["who"]] == stated
    assert [a["zh"] for a in last["inferred"]] == inferred
    assert last["basis"] == basis


def test_a_notice_asks_those_it_is_addressed_to(sound: Project, tmp_path: Path) -> None:
    text = "某镇人民政府关于做好防汛工作的通知\n各村民委员会，镇直各单位：\n一、压实责任\n加强值班值守。\n某镇人民政府\n2033年5月1日\n"
    (found,) = added(sound, tmp_path, text)
    assert (found["who"], found["basis"]) == ([], "addressees")
    assert [a["zh"] for a in found["inferred"]] == ["各村民委员会，镇直各单位"]


def test_it_is_shown_as_inferred_and_not_counted_as_stated(sound: Project, tmp_path: Path) -> None:
    added(sound, tmp_path, HEAD + CASES[0][0] + "\n")
    page = sound.read("docs/topics/commitments/index.md")
    row = page[page.index('data-document="report-2033"') :].partition("</tr>")[0]
    assert 'data-who="0"' in row
    assert "inferred:" in row
    assert "讲话人一方（某镇镇长）" in row
    csv = sound.read("docs/data/commitments.csv")
    assert "inferred_basis" in csv.splitlines()[0]


def test_a_collection_s_own_words_for_somebody(sound: Project) -> None:
    """各馆 is somebody in the miniature, because its document.yml says so."""
    assert sound.run("build").exit_code == 0
    told = [a["zh"] for c in sound.digest()["commitments"] for a in c["who"]]
    assert "各馆" in told
