"""Whatever text `yuedu add` accepts, the next build publishes whole: no tool writes a file that it then refuses."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.editing.project import Project, copy_mini

LINES = [
    "某镇工作报告",
    "——2031年1月26日在某镇第三届人民代表大会上",
    "某镇镇长　王小明",
    "某府〔2031〕3号",
    "各位代表：",
    "各村民委员会，镇直各单位：",
    "一、2030年工作回顾",
    "二、2031年工作安排",
    "（一）抓好“借阅”: 送书{下乡}",
    "一是新增图书1.2万册，增长12.5%。二是清点 1 270 册。",
    "第一条 为了：加强管理，制定本办法。",
    "# 标题 '单引号' \"双引号\" - 列表 & <b>标签</b>",
    "同志们，让我们共同努力。",
    "名词解释",
    "附件1",
    "1.“一卡借”：指借书的平台。",
    "2031年3月1日",
    "2031年2月30日",
    "yes: {a: [b, c]} | > % @ ` ! ? *",
    "\u2028\ufeff\t",
    "",
]


def han(text: str) -> list[str]:
    return [c for c in text if "\u4e00" <= c <= "\u9fff"]


def is_new(passage: dict[str, str]) -> bool:
    return passage["document"] == "any-2031"


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_added_is_published(cache: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], ends: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project: Project = copy_mini(Path(folder) / "mini", cache)
        monkeypatch.chdir(project.root)
        (project.root / "summaries" / "stale.yml").unlink()
        file = Path(folder) / "any-2031.txt"
        file.write_bytes(ends.join(lines).encode())
        before = project.tree()
        added = project.run("add", file, "--anyway")
        if added.exit_code:
            assert added.exit_code == 2
            assert project.tree() == before
        else:
            built = project.run("build")
            assert built.exit_code == 0, built.output
            published = project.read("docs/data/any-2031.txt")
            assert han(published) == han("".join(lines)), "every character of the text is published"
            page = project.read("docs/speeches/any-2031/index.md")
            assert all(passage["id"] in page for passage in project.digest()["passages"] if is_new(passage))
        monkeypatch.undo()


@pytest.mark.parametrize(
    "first", [":2031年2月30日 “", "a, b", "{x}", "- y", "#题", "yes", "a: b", "%甲", "'乙", '"丙', "\\丁"]
)
def test_a_title_that_yaml_would_read_otherwise(sound: Project, tmp_path: Path, first: str) -> None:
    file = tmp_path / "odd-2031.txt"
    file.write_text(f"{first}\n今年修路三条。\n", encoding="utf-8")
    assert sound.run("add", file).exit_code == 0
    assert sound.run("build").exit_code == 0
