"""What waits for an editor, document by document, the most useful first, each with the command that begins it.

Nothing here keeps a document from being published; English alone waits for a review.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.naming import newest_first
from yuedu.sources.topics import UNFILED


@dataclass(frozen=True, slots=True)
class Waiting:
    """`what` waits in a document, how many of it, the words for it, and the command."""

    document: str
    what: str
    count: int
    message: str
    command: str

    def __str__(self) -> str:
        return f"{self.document}: {self.message}: {self.command}"


def waiting(corpus: Corpus, begun: Sequence[str] = ()) -> list[Waiting]:
    """The newest documents first; in each the order in which an editor gets most from it. `begun`: terms to complete."""
    found = [w for speech in newest_first(corpus.speeches) for w in _of(corpus, speech)]
    if begun:
        message = f"{_many(len(begun), 'term')} to complete ({', '.join(begun[:6])}{', …' if len(begun) > 6 else ''})"
        command = "add en and definition, take to_complete out"
        found.append(Waiting("glossary.yml", "terms", len(begun), message, command))
    return found


def _of(corpus: Corpus, speech: Speech) -> Iterator[Waiting]:
    ident, passages = speech.meta.id, [p.id for p in speech.tree.passages]
    whole = _many(len(passages), "passage")
    if fields := [*speech.meta.proposed]:
        message = f"{_many(len(fields), 'field')} filled in by rule, to be confirmed ({', '.join(fields)})"
        yield Waiting(ident, "proposed", len(fields), message, f"yuedu confirm {ident}")
    filed = corpus.topics.filed
    none = sum(corpus.topics.of_passage[p][0] == UNFILED for p in passages)
    by_rule = sum(p in filed and filed[p].by == "rule" for p in passages)
    if none or by_rule:
        message = f"{none} of {whole} not filed" + (f", {by_rule} filed by rule" if by_rule else "")
        yield Waiting(ident, "unfiled", none + by_rule, message, f"yuedu file {ident}")
    english = corpus.english
    if missing := sum(p not in english for p in passages):
        yield Waiting(ident, "english", missing, f"{missing} of {whole} without English", f"yuedu draft {ident}")
    if drafts := sum(p in english and english[p].state == "draft" for p in passages):
        yield Waiting(ident, "drafts", drafts, f"{_many(drafts, 'draft')} to be reviewed", f"yuedu review {ident}")


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
