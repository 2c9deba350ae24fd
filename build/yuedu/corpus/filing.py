"""Topics held against the passages: which topic each stands under, and what each topic gathers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from yuedu.commitments.gather import Commitment
from yuedu.errors import EditorError
from yuedu.sources.topics import RESERVED, Topic, TopicFile
from yuedu.sources.yamlfile import YamlFile
from yuedu.text.ids import Ref, format_id, parse_id, passage_of


@dataclass(frozen=True, slots=True)
class Assigned:
    """Topics with their ids in reading order, and the topics of each passage, the primary one first."""

    topics: tuple[Topic, ...]
    gathered: Mapping[str, tuple[str, ...]]
    of_passage: Mapping[str, tuple[str, ...]]

    def filed(self, commitment: Commitment) -> Commitment:
        """The same, under the topics that gather its sentence or its passage."""
        ids = {commitment.id, commitment.passage}
        topics = tuple(t for t in self.of_passage[commitment.passage] if ids & {*self.gathered[t]})
        return replace(commitment, topics=topics)


def assign(file: YamlFile, sentences: Mapping[str, int], terms: Mapping[str, Sequence[str]]) -> Assigned:
    """Hold topics against the passages (in reading order, with their number of sentences).

    `terms` maps a passage to the slugs of the terms in it: a passage that no topic has is suggested the topic with
    which it shares the most. Raises `EditorError` for an unknown or unassigned passage and for an empty topic.
    """
    topics = tuple(file.shaped(TopicFile).topics)
    primary = _primaries(file, topics, sentences)
    slugs = {t.slug for t in topics}
    for n, topic in enumerate(topics):
        if not topic.passages and not topic.also:
            raise file.error(
                ("topics", n), f"the topic {topic.slug!r} has no passages", "name at least one, or remove it"
            )
        for m, other in enumerate(topic.related):
            if other not in slugs:
                remedy = _nearest(other, slugs) or "name a topic of this file"
                raise file.error(("topics", n, "related", m), f"no topic {other!r}", remedy)
        for m, ident in enumerate(topic.also):
            _known(file, ("topics", n, "also", m), ident, sentences)
    missing = [p for p in sentences if p not in primary]
    if missing:
        raise _unassigned(file, missing, topics, terms)
    order = _reading_order(sentences)
    gathered = {t.slug: tuple(sorted({*t.passages, *_outside(t)}, key=order.__getitem__)) for t in topics}
    of_passage = {p: {primary[p]: None} for p in sentences}  # dicts, for their order
    for topic in topics:
        for ident in gathered[topic.slug]:
            of_passage[passage_of(ident)][topic.slug] = None
    return Assigned(topics, gathered, {p: tuple(slugs) for p, slugs in of_passage.items()})


def _outside(topic: Topic) -> Iterator[str]:
    """The secondary ids that are not already in the topic as whole passages."""
    whole = {*topic.passages, *topic.also}
    return (i for i in topic.also if passage_of(i) == i or passage_of(i) not in whole)


def _primaries(file: YamlFile, topics: Sequence[Topic], sentences: Mapping[str, int]) -> dict[str, str]:
    primary: dict[str, str] = {}
    seen: set[str] = set()
    for n, topic in enumerate(topics):
        if topic.slug in seen:
            raise file.error(
                ("topics", n, "slug"), f"the topic {topic.slug!r} stands twice", "give each topic its own slug"
            )
        if topic.slug in RESERVED:
            message = f"the slug {topic.slug!r} is the address of a page of the site"
            raise file.error(("topics", n, "slug"), message, f"choose another; taken are {', '.join(RESERVED)}")
        seen.add(topic.slug)
        for m, ident in enumerate(topic.passages):
            where = ("topics", n, "passages", m)
            _known(file, where, ident, sentences)
            if passage_of(ident) != ident:
                raise file.error(
                    where, f"{ident!r} is a sentence", "a primary topic takes whole passages; list it under also"
                )
            if ident in primary:
                message = f"{ident!r} has the primary topic {primary[ident]!r} already"
                raise file.error(where, message, "list it under also in one of the two")
            primary[ident] = topic.slug
    return primary


def _known(file: YamlFile, where: tuple[str | int, ...], ident: str, sentences: Mapping[str, int]) -> None:
    try:
        ref = parse_id(ident)
        passage = passage_of(ident)
    except ValueError as error:
        raise file.error(where, str(error), "write the id of a passage or of a sentence") from None
    if passage not in sentences or ref.figure is not None:
        raise file.error(
            where, f"no passage {ident!r}", _nearest(ident, sentences) or "see data/digest.json for the ids"
        )
    if ref.sentence is not None and ref.sentence > sentences[passage]:
        raise file.error(where, f"no sentence {ident!r}", f"{passage} has {sentences[passage]} sentences")


def _unassigned(
    file: YamlFile, missing: Sequence[str], topics: Sequence[Topic], terms: Mapping[str, Sequence[str]]
) -> EditorError:
    vocabulary = {t.slug: Counter(term for p in t.passages for term in terms.get(p, ())) for t in topics}
    lines = []
    for passage in missing:
        scores = Counter(
            {slug: sum(min(words[t], 3) for t in set(terms.get(passage, ()))) for slug, words in vocabulary.items()}
        )
        best = [f"{slug} ({score} shared terms)" for slug, score in scores.most_common(2) if score]
        lines.append(f"{passage}: " + (" or ".join(best) or "no topic shares a term with it"))
    return file.error(
        ("topics",),
        f"{len(missing)} passages without a topic: {', '.join(missing)}",
        "add each to the passages of one topic; suggestions:\n    " + "\n    ".join(lines),
    )


def _reading_order(sentences: Mapping[str, int]) -> dict[str, int]:
    order: dict[str, int] = {}
    for passage, count in sentences.items():
        order[passage] = len(order)
        ref = parse_id(passage)
        for n in range(1, count + 1):
            order[format_id(Ref(ref.document, ref.section, ref.passage, n))] = len(order)
    return order


def _nearest(value: str, known: Mapping[str, object] | set[str]) -> str:
    near = get_close_matches(value, list(known), 1)
    return f"did you mean {near[0]}?" if near else ""
