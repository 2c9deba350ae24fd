"""What a reviewer decides on: a text and its English as they stand now, and what the gate says of the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yuedu.checks.gate import Gate
from yuedu.checks.pair import Pair
from yuedu.checks.pairs import pair_of, synopsis_pair
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.synopses import source_of
from yuedu.findings import Finding
from yuedu.sources.reviews import Reviewable, State, pair_hash, review_findings, sha256, state_after
from yuedu.sources.summaries import Summary
from yuedu.sources.synopses import Synopsis

REVIEWED: Mapping[str, Any] = {"state": "reviewed"}
BARE: Mapping[str, Any] = {**REVIEWED, "dismissed": []}
"""How a draft is judged: as what it would be, with its dismissals and without them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One text under review.

    `name`: its id, or topics.<slug>, documents.<id>, front. `record`: its English as the file has it. `pair`: the two
    sides. `source`: the hash of the Chinese as it is now. `state`: the effective one. `findings`: the gate's, and
    what is wrong with the record's state; those of a draft are those it would have as reviewed. `warned`: every warning,
    those that were dismissed too. `grounds`: of a synopsis, the passages it stands on, id and Chinese.
    """

    name: str
    record: Summary | Synopsis
    pair: Pair
    source: str
    state: State
    findings: tuple[Finding, ...]
    warned: frozenset[tuple[str, str]]
    grounds: tuple[tuple[str, str], ...] = ()

    @property
    def of(self) -> str:
        """What a dismissal of a warning here is `of`."""
        return pair_hash(self.pair.zh, self.pair.en)

    @property
    def errors(self) -> list[Finding]:
        return [f for f in self.findings if f.severity == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """The warnings that stand; a dismissal that does not hold is none, accepting removes it."""
        return [f for f in self.findings if f.severity == "warning" and f.rule != "state.dismissal"]

    @property
    def listed(self) -> list[Finding]:
        """The findings as they are numbered on the screen: what blocks first."""
        return [*self.errors, *self.warnings]


def subject(corpus: Corpus, gate: Gate, name: str, record: Summary | Synopsis) -> Subject:
    """The subject of a record, which need not be the one in the corpus."""
    if isinstance(record, Synopsis):
        there = corpus.synopses.all.get(name)
        place = there.place if there else name
        pair, source = synopsis_pair(corpus, name, record, place), _grounds_source(corpus, record)
        found, bare = (gate.judge_synopsis(name, record.model_copy(update=u)) for u in (REVIEWED, BARE))
        grounds = tuple((p, corpus.texts[p]) for p in record.passages if p in corpus.texts)
    else:
        english = corpus.english.get(name)
        place = english.place if english else name
        pair, source = pair_of(corpus, name, record, place), sha256(corpus.texts[name])
        found, bare = (gate.judge(name, record.model_copy(update=u)) for u in (REVIEWED, BARE))
        grounds = ()
    own = list(review_findings(name, record, source, record.approval, place))
    warned = frozenset((f.rule, f.found) for f in bare if f.severity == "warning")
    return Subject(name, record, pair, source, state_after(record, own), _once([*own, *found]), warned, grounds)


def record_of(corpus: Corpus, name: str) -> Summary | Synopsis | None:
    """The English of a name in the corpus."""
    if name in corpus.english:
        return corpus.english[name].summary
    standing = corpus.synopses.all.get(name)
    return standing.synopsis if standing else None


def _grounds_source(corpus: Corpus, synopsis: Synopsis) -> str:
    return source_of([p for p in synopsis.passages if p in corpus.texts], corpus.texts)


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(findings))


def reviewable(record: Reviewable) -> bool:
    """A draft that waits for a reviewer: not one that was sent back to whoever drafts."""
    return record.rejected is None
