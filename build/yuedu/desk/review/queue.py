"""What there is to review, in reading order: texts document by document, then the synopses."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Literal

from yuedu.checks.gate import Gate
from yuedu.corpus.corpus import Corpus
from yuedu.desk.review.subject import Subject, record_of, reviewable, subject
from yuedu.errors import UsageError

Which = Literal["draft", "all"]


def queue(corpus: Corpus, gate: Gate, wanted: Sequence[str], which: Which) -> list[Subject]:
    """The subjects. An id of a document or a section stands for all below it; none stands for everything.

    `draft`: what waits for a reviewer: drafts, stale English, reviewed English that fails the gate; rejected drafts only
    where they are named by their own id.
    Raises `UsageError` for an id that is not there, or has no English.
    """
    known = [*corpus.texts, *corpus.synopses.all]
    chosen = {ident for want in wanted for ident in _below(want, known)} if wanted else {*known}
    found: list[Subject] = []
    for name in known:
        record = record_of(corpus, name)
        if name not in chosen or record is None:
            continue
        one = subject(corpus, gate, name, record)
        waits = one.state != "reviewed" or one.errors
        if which == "all" or (waits and (reviewable(record) or name in wanted)):
            found.append(one)
    for want in wanted:
        if all(record_of(corpus, name) is None for name in _below(want, known)):
            raise UsageError("IDS", None, f"{want} has no English yet", f"draft it with `yuedu draft {want}`")
    return found


def _below(want: str, known: Sequence[str]) -> list[str]:
    found = [ident for ident in known if ident == want or ident.startswith(f"{want}.")]
    if not found:
        near = get_close_matches(want, known, 1)
        remedy = f"did you mean {near[0]}?" if near else "see data/digest.json for the ids; topics.<slug> is a synopsis"
        raise UsageError("IDS", None, f"no document, heading, passage or synopsis with English: {want!r}", remedy)
    return found
