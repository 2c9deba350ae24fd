"""`commit: false`: what is generated under docs/ is not kept in version control, and the ledger still is."""

from __future__ import annotations

import shutil

import pytest

from tests.editing.project import Project, built, cache, mini, sound
from yuedu.pages.frame import frame
from yuedu.store.paths import LEDGER
from yuedu.store.project import UNCOMMITTED, build

__all__ = ["built", "cache", "mini", "sound"]


@pytest.fixture
def bare(built: Project) -> Project:
    """As it is checked out where docs/ is not committed."""
    built.edit("mkdocs.yml", "drafts: hide", "drafts: hide\n    commit: false")
    for path in UNCOMMITTED:
        if path.endswith("/"):
            shutil.rmtree(built.root / path, ignore_errors=True)
        else:
            (built.root / path).unlink(missing_ok=True)
    return built


def test_a_check_compares_what_is_committed_and_says_so(bare: Project) -> None:
    done = bare.run("build", "--check")
    assert done.exit_code == 0, done.output
    assert "compared: seeds/ledger.txt, docs/index.md and the frame; all else is not committed" in done.output
    assert not (bare.root / "docs" / "topics").exists()


def test_a_ledger_that_lacks_an_address_fails_the_check(bare: Project) -> None:
    lines = bare.read(LEDGER).splitlines(keepends=True)
    bare.write(LEDGER, "".join(lines[:-1]))
    done = bare.run("build", "--check")
    assert done.exit_code == 1
    assert lines[-1].strip() in done.output
    assert "what is committed is not what the sources give: run `yuedu build`" in done.output


def test_a_changed_template_fails_the_check(bare: Project) -> None:
    bare.write("overrides/main.html", "changed")
    assert bare.run("build", "--check").exit_code == 1


def test_a_build_writes_everything_all_the_same(bare: Project) -> None:
    assert bare.run("build").exit_code == 0
    bare.edit("mkdocs.yml", "commit: false", "commit: true")
    done = bare.run("build", "--check")
    assert done.exit_code == 0, done.output


def test_all_that_is_generated_is_named_or_committed(bare: Project) -> None:
    """A new file beside the folders has to be named in GENERATED_BESIDE."""
    made = build(bare.root)
    kept = {p for p in made.expected if not p.startswith(UNCOMMITTED)}
    assert kept - {LEDGER, "docs/index.md"} == set(frame(made.corpus.site))


def test_what_is_neither_yes_nor_no_is_refused(bare: Project) -> None:
    bare.edit("mkdocs.yml", "commit: false", "commit: some")
    done = bare.run("build")
    assert done.exit_code == 2
    assert "commit" in done.output
