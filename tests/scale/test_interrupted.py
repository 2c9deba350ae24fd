"""Two builds at once, and a build that is killed: the tree that is left, or that the next build leaves, is the right one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editing.project import Project
from tests.scale.library import append, differing, document, from_nothing, generated, good, make_library

YUEDU = (sys.executable, "-c", "from yuedu.cli import main; main()")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied")
forks = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def edit(project: Project) -> None:
    """A little of everything: text, names, filing, a date that moves pages, a term."""
    append(project, "seeds/paper-02", "各馆要用好书目通。")
    document(project, 3, title={"zh": "第三号文件", "en": "The third paper"}, topics={"1": "upkeep", "2": "upkeep"})
    document(project, 4, date="2034-02-02")
    project.edit("glossary.yml", "preferred: lending", "preferred: book lending")


def killed_at(project: Project, moves: int) -> bool:
    """Build in a copy of this process, which is killed when it would put the next file in its place; whether it was."""
    pid = os.fork()
    if pid == 0:
        left = [moves]
        replace = Path.replace

        def counted(self: Path, target: Path) -> Path:
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            return replace(self, target)

        Path.replace = counted  # type: ignore[method-assign]
        try:
            project.run("--project", project.root, "build")
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


@forks
@on_linux
@pytest.mark.parametrize("moves", [0, 11, 60])
def test_a_build_that_was_killed_is_made_good_by_the_next(built: Project, tmp_path: Path, moves: int) -> None:
    edit(built)
    anew = from_nothing(built, tmp_path / "anew")
    assert killed_at(built, moves)
    again = built.run("--project", built.root, "build")
    good_again = anew.run("--project", anew.root, "build")
    assert (again.exit_code, again.output.splitlines()[:-1]) == (
        good_again.exit_code,
        good_again.output.splitlines()[:-1],
    )
    assert differing(generated(built), generated(anew)) == []


@forks
@on_linux
@pytest.mark.parametrize("moves", [9, 150])
def test_so_is_the_first_build_of_all(library: Project, tmp_path: Path, moves: int) -> None:
    anew = from_nothing(library, tmp_path / "anew")
    good(anew)
    assert killed_at(library, moves)
    good(library)
    assert differing(generated(library), generated(anew)) == []


def test_two_builds_at_once_end_in_the_right_tree(tmp_path: Path) -> None:
    """As processes of their own, which take pages as long as they are."""
    built = make_library(tmp_path / "library")
    good(built)
    good_one = from_nothing(built, tmp_path / "before")
    edit(built)
    edit(good_one)
    waiting = {*(built.root / ".cache").glob("made-*")}  # of this process, which has not ended
    command = [*YUEDU, "--project", str(built.root), "build"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert [one.returncode for one in both] in ([0, 0], [1, 1]), said
    alone = [*YUEDU, "--project", str(good_one.root), "build"]
    subprocess.run(alone, stdout=subprocess.DEVNULL, check=False)
    assert differing(generated(built), generated(good_one)) == []
    check = subprocess.run([*command, "--check"], capture_output=True, text=True, check=False)
    assert "is not what the sources give" not in check.stdout
    assert {*(built.root / ".cache").glob("made-*")} <= waiting
