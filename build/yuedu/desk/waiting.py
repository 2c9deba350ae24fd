"""What waits for an editor, document by document, the most useful first, each with the command that begins it.

Nothing here keeps a document from being published; English alone waits for a review.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.findings import Finding
from yuedu.glossary.shape import GlossaryFile
from yuedu.sources.collection import Collection
from yuedu.sources.topics import UNFILED
from yuedu.sources.yamlfile import YamlFile


def waiting(corpus: Corpus, files: Mapping[str, YamlFile]) -> Iterator[Finding]:
    """Warnings, the command as what is expected. `files`: the path of a seed → its document.yml."""
    for speech in corpus.speeches:
        ident, file = speech.meta.id, files[speech.seed]
        n = next(n for n, d in enumerate(file.shaped(Collection).documents) if d.id == ident)
        for rule, field, message, found, command in _of(corpus, speech):
            place = file.place("documents", n, field)
            yield Finding("warning", rule, place, f"{ident}: {message}", found, f"{command} {ident}", ident)


def begun(glossary: YamlFile) -> Iterator[Finding]:
    """A warning for each record of the term base that is to be completed."""
    for n, record in enumerate(glossary.shaped(GlossaryFile).terms):
        if record.to_complete:
            place = glossary.place("terms", n)
            command = "add en and definition, and take to_complete out"
            message = f"{record.slug}: a term to complete"
            yield Finding("warning", "state.term", place, message, record.zh, command, record.slug)


def _of(corpus: Corpus, speech: Speech) -> Iterator[tuple[str, str, str, str, str]]:
    """Rule, field of the document, what is said, the value, the command."""
    passages = [p.id for p in speech.tree.passages]
    whole = _many(len(passages), "passage")
    if fields := [*speech.meta.proposed]:
        message = f"{_many(len(fields), 'field')} filled in by rule, to be confirmed"
        yield "state.proposed", "proposed", message, ", ".join(fields), "yuedu confirm"
    filed = corpus.topics.filed
    none = sum(corpus.topics.of_passage[p][0] == UNFILED for p in passages)
    by_rule = sum(p in filed and filed[p].by == "rule" for p in passages)
    if none or by_rule:
        message = f"{none} of {whole} not filed" + (f", {by_rule} filed by rule" if by_rule else "")
        yield "state.unfiled", "topics", message, str(none + by_rule), "yuedu file"
    english = corpus.english
    if missing := sum(p not in english for p in passages):
        yield "state.missing", "id", f"{missing} of {whole} without English", str(missing), "yuedu draft"
    if drafts := sum(p in english and english[p].state == "draft" for p in passages):
        yield "state.draft", "id", f"{_many(drafts, 'draft')} to be reviewed", str(drafts), "yuedu review"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
