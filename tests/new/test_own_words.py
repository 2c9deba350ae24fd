"""What the first corpus names stands in its own files alone: not in the package, and not in the digest of another desk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.editing.project import ROOT, Project

PACKAGE = ROOT / "build" / "yuedu"
KINDS = {"person", "system", "body", "meeting", "document", "region", "programme"}
"""Kinds of terms that are names."""
GENERAL = {
    "12345+N": "an example of a number inside a name",
    "广东省政务服务数据管理局": "an example of a line that names an issuer",
    "党的二十大": "the national congress",
    "国务院": "the State Council, which issues documents of every desk",
    "政府工作报告": "a genre: what a government reports to a congress",
    "中共中央": "the Central Committee, which issues documents of every desk",
    "总书记": "an office, as speakers' lines state it",
    "two sessions": "the national congresses",
}
"""Names of the first corpus that the grammar of any corpus may hold, and why."""
SOUNDS = "docs/data/search/sounds.js"
"""Every character of the language, by its sound."""


def names() -> set[str]:
    """Every form of the names in the first corpus's glossary, its documents' ids, and the mark of its systems."""
    terms = [t for t in yaml.safe_load((ROOT / "glossary.yml").read_text("utf-8"))["terms"] if t["kind"] in KINDS]
    found = {form for t in terms for form in (t["zh"], *t.get("aliases", []), t["en"]["preferred"])}
    documents = yaml.safe_load((ROOT / "seeds" / "guangdong-2023" / "document.yml").read_text("utf-8"))["documents"]
    return found | {d["id"] for d in documents} | {"粤", "Guangdong", "广东"}


def texts(file: Path) -> Iterator[str]:
    """What a file says: of Python its strings, without docstrings and comments, which may show the first corpus."""
    if file.suffix != ".py":
        yield file.read_text(encoding="utf-8")
        return
    tree = ast.parse(file.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def own(text: str, words: set[str]) -> list[str]:
    """The words of the first corpus that a text holds, the general ones apart."""
    for name in GENERAL:
        text = text.replace(name, "")
    return sorted(word for word in words - GENERAL.keys() if word in text)


def test_the_list_is_that_of_the_first_corpus() -> None:
    assert {"粤省事", "王曦", "Wang Xi", "wang-2023", "Guangdong Data Regulations"} <= names()
    assert own("粤省事的用户", names()) == ["粤", "粤省事"]


def test_the_package_names_nothing_of_the_first_corpus() -> None:
    words = names()
    files = [f for f in PACKAGE.rglob("*") if f.is_file() and f.suffix != ".pyc"]
    found = {f.relative_to(PACKAGE).as_posix(): held for f in files for t in texts(f) if (held := own(t, words))}
    assert found == {}
    assert len(files) > 200


@pytest.mark.parametrize("added", [False, True], ids=["empty", "with a document"])
def test_the_digest_of_another_desk_names_nothing_of_it(empty: Project, added: bool) -> None:
    if added:
        assert empty.run("add", ROOT / "tests" / "fixtures" / "new" / "notice.txt").exit_code == 0
        assert empty.run("build").exit_code == 0
    words = names()
    found = {
        path: held for path, data in empty.bytes().items() if path != SOUNDS and (held := own(data.decode(), words))
    }
    assert found == {}
