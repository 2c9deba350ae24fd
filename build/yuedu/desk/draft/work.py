"""What there is to draft: headings, front matter and passages whose English is missing or stale, in reading order, and
then the synopses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from yuedu.corpus.corpus import Corpus
from yuedu.desk.draft import synopses
from yuedu.errors import UsageError


def select(corpus: Corpus, wanted: Sequence[str], redo: bool) -> list[str]:
    """The ids to draft. An id of a document or a section stands for all below it; none stands for everything.
    Synopses are called topics.<slug> and documents.<id>.

    Missing, stale and rejected English is drafted, with `redo` drafts as well; reviewed English that holds is never touched.
    Raises `UsageError` for an id that is not there, and for `redo` of an id that names reviewed English alone.
    """
    if redo and not wanted:
        raise UsageError("--redo", None, "no ids", "name the drafts to make anew: `yuedu draft --redo li-2031.2.4.p3`")
    states = {ident: _state(corpus, ident) for ident in (*corpus.texts, *synopses.names(corpus))}
    chosen: Collection[str] = states
    if wanted:
        chosen = {ident for want in wanted for ident in _below(want, states)}
    for want in wanted:
        if redo and _below(want, states) == [want] and states[want] == "reviewed":
            message = f"{want} has reviewed English, which is not drafted over"
            raise UsageError("--redo", None, message, "reject it with `yuedu review`, or remove it from summaries/")
    asked = {"missing", "stale", *(("draft",) if redo else ())}
    return [ident for ident, state in states.items() if ident in chosen and state in asked]


def _below(want: str, known: Collection[str]) -> list[str]:
    found = [ident for ident in known if ident == want or ident.startswith(f"{want}.")]
    if not found:
        near = get_close_matches(want, [*known], 1)
        remedy = f"did you mean {near[0]}?" if near else "see data/digest.json for the ids; topics.<slug> is a synopsis"
        raise UsageError("IDS", None, f"no document, heading, passage or synopsis {want!r}", remedy)
    return found


def _state(corpus: Corpus, ident: str) -> str:
    """The effective state; a draft that a reviewer rejected is as good as missing."""
    there = corpus.english.get(ident)
    standing = corpus.synopses.all.get(ident)
    if there:
        return "missing" if there.state == "draft" and there.summary.rejected else there.state
    if standing:
        return "missing" if standing.state == "draft" and standing.synopsis.rejected else standing.state
    return "missing"
