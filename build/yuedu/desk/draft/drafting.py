"""One text: ask, judge, and give the findings back to the model until the English stands or the repairs are used up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from yuedu.desk.draft.dialect import Message
from yuedu.desk.draft.faults import BadAnswer, EndpointError, Fatal, Spent
from yuedu.desk.draft.responses import Reply
from yuedu.findings import Finding, blocking
from yuedu.sources.reviews import Reviewable

English = TypeVar("English", bound=Reviewable)


class Asker(Protocol):
    """What a client does."""

    async def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> Reply: ...


@dataclass(frozen=True, slots=True)
class Job(Generic[English]):
    """A text to draft. `messages` makes the request; `read` an answer's text into English, with findings of its own
    for what it had to leave out; `judge` is the gate. `place` is the file the English will stand in."""

    id: str
    place: str
    schema: Mapping[str, Any]
    messages: Callable[[], tuple[Message, ...]]
    read: Callable[[str], tuple[English, list[Finding]]]
    judge: Callable[[English], list[Finding]]


@dataclass(slots=True)
class Outcome(Generic[English]):
    """What became of a job: the best English there is, what the gate says of it, and what stopped it, if anything did.

    `repairs`: how often the model was asked to mend its answer.
    """

    job: Job[English]
    english: English | None = None
    findings: list[Finding] = field(default_factory=list)
    repairs: int = 0
    fault: EndpointError | None = None

    @property
    def kept(self) -> English | None:
        """The English with its findings beside it, as it is saved."""
        if self.english is None:
            return None
        said = [f"{f.rule}: {f.message}" + (f" ({f.found})" if f.found else "") for f in self.findings]
        return self.english.model_copy(update={"findings": said})


async def draft(job: Job[English], client: Asker, repairs: int) -> Outcome[English]:
    """The outcome; of several answers the one with the fewest errors is kept. Raises `Spent` before the first answer,
    and `Fatal` where there is nothing yet that would be lost."""
    out: Outcome[English] = Outcome(job)
    request = job.messages()
    conversation = request
    for turn in range(repairs + 1):
        try:
            out.repairs = turn
            reply = await client.ask(conversation, job.schema)
            english, findings = await asyncio.to_thread(_judged, job, reply.text)
        except BadAnswer as bad:
            if out.english is None:
                out.findings = [Finding("error", "text.answer", job.place, bad.complaint, passage=job.id)]
            conversation = _again(request, bad.text, [bad.complaint])
            continue
        except (EndpointError, Spent) as fault:
            if out.english is None and isinstance(fault, Fatal | Spent):
                raise
            out.fault = fault if isinstance(fault, EndpointError) else None
            break
        if out.english is None or len(blocking(findings)) < len(blocking(out.findings)):
            out.english, out.findings = english, findings
        if not blocking(findings):
            break
        conversation = _again(request, reply.text, [_complaint(f) for f in findings])
    return out


def _judged(job: Job[English], text: str) -> tuple[English, list[Finding]]:
    english, own = job.read(text)
    return english, [*own, *job.judge(english)]


def _again(request: tuple[Message, ...], answer: str, complaints: Sequence[str]) -> tuple[Message, ...]:
    """The request, the answer as far as it is worth showing, and what is wrong with it."""
    said = ({"role": "assistant", "content": answer},) if answer else ()
    wrong = "\n".join(f"- {c}" for c in complaints)
    ask = f"A check of your {'answer' if answer else 'last answer'} found:\n{wrong}\nGive the whole answer again, mended, in the same JSON."
    return (*request, *said, {"role": "user", "content": ask})


def _complaint(finding: Finding) -> str:
    found = f"; found: {finding.found}" if finding.found else ""
    expected = f"; expected: {finding.expected}" if finding.expected else ""
    return f"{finding.rule}: {finding.message}{found}{expected}"
