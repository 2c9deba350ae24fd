"""All jobs: as many at once as the endpoint allows, each saved as soon as it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from yuedu.desk.draft.drafting import Asker, Job, Outcome, draft
from yuedu.desk.draft.faults import EndpointError, Fatal, Spent

GIVE_UP = 3
"""Jobs that fail one after another, all their tries used up, before the run stops asking."""

AnyJob = Job[Any]
AnyOutcome = Outcome[Any]
Save = Callable[[Mapping[str, Any]], Sequence[str]]
"""Writes English by id at once and atomically; returns the ids that someone else has written meanwhile, left as they are."""


class StoppableAsker(Asker, Protocol):
    """`stopped` is set when no more requests are to be sent."""

    stopped: Fatal | None


@dataclass(slots=True)
class Report:
    """What a run did. It grows while the run goes on, so that a run that is broken off has one too."""

    outcomes: list[AnyOutcome] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    stopped: EndpointError | None = None
    spent: str | None = None


class Saver:
    """Saves one batch at a time, in a thread: what is done while a batch is written goes into the next."""

    def __init__(self, save: Save, report: Report) -> None:
        self._save, self._report = save, report
        self._waiting: dict[str, Any] = {}
        self._lock = asyncio.Lock()

    async def save(self, ident: str, english: object) -> None:
        """Returns when the English is on the disk."""
        self._waiting[ident] = english
        async with self._lock:
            if ident in self._waiting:
                await asyncio.shield(asyncio.to_thread(self.flush))

    def flush(self) -> None:
        """Write what is waiting."""
        batch, self._waiting = self._waiting, {}
        left = self._save(batch) if batch else []
        self._report.left += left
        self._report.saved += [ident for ident in batch if ident not in left]


async def run(
    jobs: Sequence[AnyJob],
    client: StoppableAsker,
    save: Save,
    at_once: int,
    repairs: int,
    report: Report,
    tell: Callable[[AnyOutcome], None],
) -> None:
    """Draft all of it into `report`; `tell` hears of each outcome once it is saved.

    No more than `at_once` texts are under way, each until it stands or its repairs are used up: that is what a run that
    is killed loses. A fault that no request can survive stops the asking; what is under way is waited for and saved.
    """
    saver, slots, failures = Saver(save, report), asyncio.Semaphore(at_once), 0

    async def one(job: AnyJob) -> None:
        nonlocal failures
        try:
            async with slots:
                outcome = await draft(job, client, repairs)
        except Spent as spent:
            report.spent = str(spent)
            report.unasked.append(job.id)
            return
        except Fatal as fatal:
            report.stopped = report.stopped or fatal
            report.unasked.append(job.id)
            return
        if (kept := outcome.kept) is not None:
            await saver.save(job.id, kept)
        report.outcomes.append(outcome)
        failures = failures + 1 if outcome.fault and outcome.english is None else 0
        if outcome.fault and failures >= GIVE_UP and client.stopped is None:
            fault = outcome.fault
            client.stopped = Fatal(fault.place, f"{fault.message}; {failures} texts in a row failed", fault.remedy)
        tell(outcome)

    try:
        await asyncio.gather(*(one(job) for job in jobs))
    finally:
        saver.flush()
