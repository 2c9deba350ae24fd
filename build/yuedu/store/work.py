"""Work that is given to several processes, or to the workers of a Dask scheduler; and how far it has come.

`map` keeps the order. A local process that dies takes nothing with it: what is left is done here. The scheduler of Dask
gives what a dead worker had to another.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from concurrent.futures import CancelledError as Cancelled
from contextlib import ExitStack, suppress
from itertools import islice, zip_longest
from types import TracebackType
from typing import Any, TypeVar

from yuedu.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Calls that wait for each process, so that none stands idle and few results wait to be taken."""

FEWEST, BATCH = 24, 24
"""Below so many items no process is started; and so many go to one at a time."""

PATIENCE = "10s"
"""How long a scheduler is waited for."""

_call: Callable[[Any], Any] = repr


def _called(batch: Sequence[Any]) -> list[Any]:
    """In a copy of this process: what it was asked before it was copied."""
    return [_call(item) for item in batch]


Report = Callable[[str, int, int], None]
"""A stage, how much of it is done, and of how much."""


def _silent(stage: str, done: int, whole: int) -> None:
    pass


class Work:
    """Who does the work: this process alone, or others. Use it as a context: it sends the others home."""

    def __init__(self, jobs: int = 1, executor: str | None = None, report: Report = _silent) -> None:
        if jobs < 1:
            raise UsageError("--jobs", None, f"{jobs} processes", "write 1 or more")
        self.jobs, self._url, self._report = jobs, executor, report
        self._executor: Executor | None = None
        self._close = ExitStack()
        self._lost: tuple[type[BaseException], ...] = (BrokenExecutor,)

    @property
    def apart(self) -> bool:
        """Whether anybody else works."""
        return self.jobs > 1 or self._url is not None

    def map(self, call: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items; few of either are held at a time."""
        waiting: list[tuple[T, Future[R] | None]] = []
        rest, most = iter(items), AHEAD * max(2, self.jobs if self._url is None else 64)
        broken = False
        while True:
            while not broken and len(waiting) < most and (more := next(islice(rest, 1), None)) is not None:
                future = self._given(call, more)
                waiting.append((more, future))
                broken = future is None
            if not waiting:
                break
            item, future = waiting.pop(0)
            try:
                result = future.result() if future else call(item)
            except self._lost:
                broken, result = True, call(item)
            yield result
        yield from map(call, rest)

    def _given(self, call: Callable[[T], R], item: T) -> Future[R] | None:
        """A call that somebody else has taken on; None where nobody is left to take it."""
        try:
            return self._others().submit(call, item)
        except self._lost:
            return None

    def shared(self, call: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The same as `map`, in processes that see this one's memory as it is now, where there are such (Linux); `call` may
        then be anything, and gives back what is small. Elsewhere the work is done here."""
        if self.jobs < 2 or len(items) < FEWEST or sys.platform != "linux":
            yield from map(call, items)
            return
        global _call
        _call = call
        size = max(1, min(BATCH, len(items) // (self.jobs * AHEAD)))
        batches = [items[n : n + size] for n in range(0, len(items), size)]
        with ProcessPoolExecutor(self.jobs, mp_context=multiprocessing.get_context("fork")) as pool:
            futures: list[Future[list[R]]] = []
            with suppress(BrokenExecutor):
                futures += (pool.submit(_called, batch) for batch in batches)
            for batch, future in zip_longest(batches, futures):
                try:
                    results = future.result() if future else list(map(call, batch))
                except BrokenExecutor:
                    results = list(map(call, batch))
                yield from results

    def shown(self, stage: str, items: Iterable[T], whole: int) -> Iterator[T]:
        """The same items, while it is told how far they have come."""
        self._report(stage, 0, whole)
        for done, item in enumerate(items, 1):
            yield item
            self._report(stage, done, whole)

    def _others(self) -> Executor:
        if self._executor is None:
            if self._url:
                self._executor, self._lost = _dask(self._url, self._close)
            else:
                self._executor = _local(self.jobs, self._close)
        return self._executor

    def __enter__(self) -> Work:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close.__exit__(kind, error, trace)


def _local(jobs: int, close: ExitStack) -> Executor:
    # Where processes can be copied safely they have every module and the dictionary already.
    way = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=way)
    close.callback(pool.shutdown, wait=True, cancel_futures=True)
    return pool


def _dask(url: str, close: ExitStack) -> tuple[Executor, tuple[type[BaseException], ...]]:
    """The workers of a scheduler, and what it says when they or it are lost for good."""
    try:
        from distributed import CancelledError, Client, KilledWorker
    except ImportError:
        remedy = "install it: pip install 'yuedu[dask]', or in a clone .venv/bin/python -m pip install -e '.[dask]'"
        raise UsageError("--executor", None, "Dask is not installed", remedy) from None
    try:
        client: Any = Client(url, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        remedy = "name the scheduler's address, such as tcp://host:8786"
        raise UsageError("--executor", None, f"no scheduler at {url}: {error}", remedy) from None
    executor = close.enter_context(client).get_executor()
    close.callback(executor.shutdown, wait=False)
    return executor, (CancelledError, Cancelled, KilledWorker, OSError)


def progress(write: Callable[[str], None], terminal: bool, after: float = 2.0) -> Report:
    """Says how far a stage has come once it takes longer than `after` seconds: on a terminal one line that is written
    over, with the time left; elsewhere one line for each stage, when it is done."""
    began: dict[str, float] = {}
    last = [0.0]

    def report(stage: str, done: int, whole: int) -> None:
        now = time.monotonic()
        start = began.setdefault(stage, now)
        spent = now - start
        if spent < after or not done:
            return
        if done == whole:
            write(("\r\x1b[K" if terminal else "") + f"{stage}: {whole} in {spent:.0f} s\n")
        elif terminal and now - last[0] > 0.2:
            last[0] = now
            write(f"\r\x1b[K{stage}: {done} of {whole}, {spent * (whole - done) / done:.0f} s left")

    return report
