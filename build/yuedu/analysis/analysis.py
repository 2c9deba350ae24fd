"""One document's analysis: its tree, the terms and figures in it, what it commits to, and what was found on the way.

It depends on the document's bytes, its editor's file and the term base, and on no other document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuedu import urls
from yuedu.analysis.figures import Figure, read_figures
from yuedu.analysis.filing import Filing, filing
from yuedu.analysis.speeches import Seed, Speech, read_speeches
from yuedu.commitments.gather import Commitment, Setting, gather, sentence_id
from yuedu.commitments.inference import Side
from yuedu.commitments.overrides import check_needed, read_overrides
from yuedu.findings import Finding
from yuedu.glossary.match import Hit, Matcher
from yuedu.glossary.places import with_exceptions
from yuedu.glossary.shape import Term
from yuedu.quantities.model import Context
from yuedu.sources.collection import Collection, CommitmentOverride
from yuedu.sources.yamlfile import YamlFile
from yuedu.text.announced import count_findings
from yuedu.text.tree import FrontLine, Passage, Section


@dataclass(frozen=True, slots=True)
class Analysis:
    """A value: hits and figures by the id of their part, commitments in reading order, under no topic yet."""

    speech: Speech
    hits: Mapping[str, list[Hit]]
    heading_hits: Mapping[str, list[Hit]]
    figures: Mapping[str, list[Figure]]
    commitments: tuple[Commitment, ...]
    filing: Filing
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class TermBase:
    """What an analysis asks of the glossary: its terms, how they are found, and the file that errors name."""

    file: YamlFile
    terms: tuple[Term, ...]
    matcher: Matcher


def analyse(seed: Seed, base: TermBase) -> list[Analysis]:
    """The documents of one seed, in order; raises `EditorError` for a declaration that its text does not bear out."""
    collection = seed.editing.shaped(Collection)
    check_ids([(seed.editing, n, d.id) for n, d in enumerate(collection.documents)])
    speeches = read_speeches(seed, collection)
    passages = {p.id: p for s in speeches for p in s.tree.passages}
    put_right = read_overrides(seed.editing, collection.commitments, passages)
    corrected = {o.figure: o for o in collection.figures}
    read = [_read(speech, base) for speech in speeches]
    hits = {part: found for terms, _ in read for part, found in terms.items()}
    figures = {
        p.id: read_figures(p, hits[p.id], context_of(s, p.id), corrected) for s in speeches for p in s.tree.passages
    }
    _check_corrected(seed, collection, figures)
    plain = _commitments(speeches, collection, hits, base, {}) if put_right else []
    check_needed(seed.editing, collection.commitments, {c.id for found in plain for c in found})
    done = []
    for n, commitments in enumerate(_commitments(speeches, collection, hits, base, put_right)):
        tree = speeches[n].tree
        filed, moved = filing(seed.editing, n, collection.documents[n], tree)
        found = (*tree.findings, *count_findings(tree, seed.text_path), *moved, *_to_read_again(seed, n, collection))
        own = {p.id: figures[p.id] for p in tree.passages}
        done.append(Analysis(speeches[n], *read[n], own, commitments, filed, found))
    return done


def check_ids(declared: Iterable[tuple[YamlFile, int, str]]) -> None:
    """Each document has an id of its own, and none that of a page; raises `EditorError` at the second of two."""
    first: dict[str, tuple[YamlFile, int]] = {}
    for file, n, ident in declared:
        if ident in (urls.UNDATED, urls.SERIES.split("/")[2]):
            message = f"the id {ident!r} is the address of a page of the site"
            raise file.error(("documents", n, "id"), message, "give the document another id")
        if ident in first:
            before, m = first[ident]
            message = f"two documents have the id {ident!r} (first at {before.place('documents', m, 'id')})"
            raise file.error(("documents", n, "id"), message, "give each its own id")
        first[ident] = file, n


def _to_read_again(seed: Seed, n: int, collection: Collection) -> Iterator[Finding]:
    """Strands that a rule proposed for sections which an editor's lines have since moved."""
    meta = collection.documents[n]
    if meta.lines and "strands" in meta.proposed:
        place = seed.editing.place("documents", n, "strands")
        message = "the strands were proposed before lines were declared, which may move sections; read them again"
        yield Finding("warning", "structure.strands", place, message, "", f"yuedu confirm {meta.id}")


def context_of(speech: Speech, part: str) -> Context:
    """What a speech says of the quantities of one of its parts."""
    plans = speech.strand_of(part) in ("asked", "planned")
    return Context(year=speech.year, default_status="plan" if plans else "actual")


def _read(speech: Speech, base: TermBase) -> tuple[dict[str, list[Hit]], dict[str, list[Hit]]]:
    """The terms in its passages, and those in its headings and front matter."""
    words = {p.id: p.zh for p in speech.tree.passages}
    found = {ident: base.matcher.find(zh) for ident, zh in words.items()}
    around = {
        p.id: p.title or "" if isinstance(p, Section) else p.zh
        for p in speech.tree.parts
        if not isinstance(p, Passage) and not (isinstance(p, FrontLine) and p.role == "furniture")
    }
    return (
        with_exceptions(base.file, base.terms, words, found),
        {ident: base.matcher.find(zh) for ident, zh in around.items() if zh},
    )


def _commitments(
    speeches: Sequence[Speech],
    collection: Collection,
    hits: Mapping[str, Sequence[Hit]],
    base: TermBase,
    put_right: Mapping[str, CommitmentOverride],
) -> list[tuple[Commitment, ...]]:
    terms = {t.slug: t for t in base.terms}
    own = {a.zh: a.en for a in collection.actors}
    found = []
    for speech in speeches:
        ids = (sentence_id(p.id, n) for p in speech.tree.passages for n in range(1, len(p.sentences) + 1))
        directs = {i: strand for i in ids if (strand := speech.strand_of(i)) in ("asked", "planned")}
        setting = Setting(speech.year, _side(speech), own)
        found.append(gather(speech.tree, directs, setting, hits, terms, base.matcher.tokens, put_right))
    return found


def _side(speech: Speech) -> Side:
    """Who speaks, in the words of the document: the side of the office that it states, else of its issuer or speaker."""
    m = speech.meta
    speaks: tuple[str, str | None] = "讲话人一方", "the speaker's side"
    if m.office and m.office.zh:
        speaks = (
            f"讲话人一方（{m.office.zh}）",
            f"the speaker's side ({m.office.en})" if m.office.en else "the speaker's side",
        )
    elif m.issuer and m.issuer.zh and not m.speaker:
        speaks = m.issuer.zh, m.issuer.en
    to = m.addressees
    return Side(speaks, (to.zh, to.en) if to and to.zh else None)


def _check_corrected(seed: Seed, collection: Collection, figures: Mapping[str, Sequence[Figure]]) -> None:
    known = {f.id for found in figures.values() for f in found}
    for n, override in enumerate(collection.figures):
        if override.figure not in known and not override.not_a_figure:
            message = f"no figure {override.figure!r}"
            raise seed.editing.error(("figures", n, "figure"), message, "see data/figures.csv for the ids")
