"""Several processes, or the workers of a scheduler: the same bytes, whoever dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import yuedu.store.shelf
import yuedu.store.work
from tests.editing.project import Project
from tests.scale.library import append, build, differing, from_nothing, generated, good
from yuedu.store.shelf import read_apart
from yuedu.store.work import Work, progress

ONCE, OWN = "YUEDU_TEST_DIES_ONCE", "YUEDU_TEST_OWN_PROCESS"
"""In the environment: the file that whoever dies leaves, and who never does."""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
quiet = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:distributed.*",
    "ignore::DeprecationWarning:tornado.*",
    "ignore::ResourceWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore:.*fork.*:DeprecationWarning",
    "ignore:Port .* is already in use:UserWarning",
    "ignore:Sending large graph:UserWarning",
)


def die_once() -> None:
    """In any process but the test's own, the first time that it is called."""
    trace = Path(os.environ[ONCE])
    if str(os.getpid()) != os.environ[OWN] and not trace.exists():
        trace.write_text("dead", encoding="utf-8")
        os._exit(9)


def reads_and_dies(job: Any) -> list[bytes]:
    die_once()
    return read_apart(job)


def makes_and_dies(batch: Sequence[Any]) -> list[Any]:
    die_once()
    return [yuedu.store.work._call(item) for item in batch]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """So little is given to another process that there is work for several."""
    monkeypatch.setattr(yuedu.store.shelf, "TOGETHER", 1)
    monkeypatch.setattr(yuedu.store.work, "FEWEST", 2)


@pytest.fixture
def trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ONCE, str(tmp_path / "dead"))
    monkeypatch.setenv(OWN, str(os.getpid()))
    return tmp_path / "dead"


@pytest.fixture
def alone(library: Project, tmp_path: Path) -> dict[str, bytes]:
    """What one process makes."""
    one = from_nothing(library, tmp_path / "one")
    good(one)
    return generated(one)


@quiet
@on_linux
def test_two_processes_give_the_same_bytes(library: Project, alone: dict[str, bytes], few: None) -> None:
    good(library, "--jobs", "2")
    assert differing(generated(library), alone) == []
    append(library, "seeds/paper-02", "各馆要用好书目通。")
    anew = from_nothing(library, library.root.parent / "anew")
    good(library, "--jobs", "2")
    good(anew)
    assert differing(generated(library), generated(anew)) == []


DYING = {
    "reads": (yuedu.store.shelf, "read_apart", reads_and_dies),
    "makes pages": (yuedu.store.work, "_called", makes_and_dies),
}


@quiet
@on_linux
@pytest.mark.parametrize("while_it", DYING)
def test_a_process_that_dies_loses_nothing(
    library: Project,
    alone: dict[str, bytes],
    few: None,
    trace: Path,
    monkeypatch: pytest.MonkeyPatch,
    while_it: str,
) -> None:
    monkeypatch.setattr(*DYING[while_it])
    good(library, "--jobs", "2")
    assert trace.exists()
    assert differing(generated(library), alone) == []


@quiet
@on_linux
def test_what_cannot_be_read_says_the_same_from_another_process(library: Project, few: None) -> None:
    library.edit("seeds/paper-02/document.yml", '"sha256": "', '"sha256": "0')
    one, two = build(library), build(library, "--jobs", "2")
    assert one.exit_code == two.exit_code == 2
    assert one.output == two.output


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        yield found.scheduler_address


@quiet
def test_the_workers_of_a_scheduler_give_the_same_bytes(
    library: Project, alone: dict[str, bytes], few: None, cluster: str
) -> None:
    good(library, "--executor", cluster)
    assert differing(generated(library), alone) == []


@quiet
def test_a_worker_that_is_killed_loses_nothing(
    library: Project, alone: dict[str, bytes], few: None, trace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(yuedu.store.shelf, "read_apart", reads_and_dies)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        good(library, "--executor", found.scheduler_address)
    assert trace.exists()
    assert differing(generated(library), alone) == []


def reads_with_other_code(job: Any) -> list[bytes]:
    _, *rest = job
    return read_apart(("of another version", *rest))


def test_a_worker_of_another_version_is_refused_and_nothing_of_it_kept(
    library: Project, few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yuedu.store.shelf, "read_apart", reads_with_other_code)
    result = build(library, "--jobs", "2")
    assert result.exit_code == 2
    assert "a worker has another version of Yuedu" in result.output
    assert not list((library.root / ".cache/analyses").glob("*"))


def test_no_process_is_refused(library: Project) -> None:
    result = build(library, "--jobs", "0")
    assert result.exit_code == 2
    assert "--jobs: 0 processes" in result.output
    assert "write 1 or more" in result.output


@quiet
def test_a_scheduler_that_is_not_there_is_named(library: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yuedu.store.work, "PATIENCE", "500ms")
    result = build(library, "--executor", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "--executor: no scheduler at tcp://127.0.0.1:9" in result.output
    assert "tcp://host:8786" in result.output


@quiet
def test_an_address_that_is_none_is_named(library: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yuedu.store.work, "PATIENCE", "500ms")
    result = build(library, "--executor", "nonsense://")
    assert result.exit_code == 2
    assert "--executor: no scheduler at nonsense://" in result.output


def test_without_dask_it_says_how_to_get_it(library: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = build(library, "--executor", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "Dask is not installed" in result.output
    assert "pip install 'yuedu[dask]'" in result.output


def stages(monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float) -> str:
    """What is said of two stages of four items, each of which takes so long."""
    now = [100.0]
    monkeypatch.setattr(yuedu.store.work.time, "monotonic", lambda: now[0])
    said: list[str] = []
    work = Work(report=progress(said.append, terminal))
    for stage in ("reading", "pages"):
        for _ in work.shown(stage, range(4), 4):
            now[0] += seconds
    return "".join(said)


def test_off_a_terminal_each_stage_says_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stages(monkeypatch, False, 1.5) == "reading: 4 in 6 s\npages: 4 in 6 s\n"


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stages(monkeypatch, False, 0.1) == stages(monkeypatch, True, 0.1) == ""


def test_on_a_terminal_one_line_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    said = stages(monkeypatch, True, 1.5)
    assert "\r\x1b[Kreading: 2 of 4, 3 s left" in said
    assert said.count("\n") == 2
    assert said.endswith("\r\x1b[Kpages: 4 in 6 s\n")
