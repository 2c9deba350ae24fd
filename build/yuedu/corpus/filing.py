"""Filings of all documents joined: which topics each passage stands under, and what each topic gathers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from yuedu.analysis.filing import Filing, Primary
from yuedu.commitments.gather import Commitment
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import RESERVED, UNFILED, Topic, TopicFile
from yuedu.sources.yamlfile import Where, YamlFile
from yuedu.text.ids import parse_id, passage_of

NOT_YET_FILED = Topic(
    slug=UNFILED,
    title=Bilingual(zh="未归类", en="Not yet filed"),
    abstract=Bilingual(zh="尚未归入任何专题的段落。", en="Passages that no editor has filed under a topic yet."),
)
"""What stands under no topic: a document never waits for an editor."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Topics with their ids in reading order, and the topics of each passage, the primary one first.

    `filed`: how each passage came to its primary topic; a passage that is not in it is not filed yet. Those are gathered
    under `unfiled`, the last of `topics` where there are any. `members`: what each topic gathers, to ask whether it does.
    """

    topics: tuple[Topic, ...]
    gathered: Mapping[str, tuple[str, ...]]
    of_passage: Mapping[str, tuple[str, ...]]
    filed: Mapping[str, Primary]
    members: Mapping[str, frozenset[str]]

    def placed(self, commitment: Commitment) -> Commitment:
        """The same, under the topics that gather its sentence or its passage."""
        ids = {commitment.id, commitment.passage}
        topics = tuple(t for t in self.of_passage[commitment.passage] if not ids.isdisjoint(self.members[t]))
        return replace(commitment, topics=topics)


def assign(
    file: YamlFile, filings: Sequence[tuple[Callable[[], YamlFile], Filing]], sentences: Mapping[str, int]
) -> Assigned:
    """Join the filings, each with the way to the file that errors about it name. `sentences`: every passage in reading order, with
    their number. Raises `EditorError` for a topic that is not there or stands twice."""
    topics = tuple(file.shaped(TopicFile).topics)
    check_topics(file, topics)
    slugs = {t.slug for t in topics}
    primary: dict[str, Primary] = {}
    also: dict[str, list[str]] = {t.slug: [] for t in topics}
    for editing, filing in filings:
        for filed in filing.primary.values():
            if filed.topic not in slugs:
                _known(editing(), filed.at, filed.topic, slugs)
        primary |= filing.primary
        for ident, slug, where in filing.also:
            if slug not in slugs:
                _known(editing(), where, slug, slugs)
            also[slug].append(ident)
    order = _reading_order(sentences)
    whole: dict[str, list[str]] = {t.slug: [] for t in topics}
    for passage, filed in primary.items():
        whole[filed.topic].append(passage)
    gathered = {slug: tuple(sorted({*whole[slug], *_outside(whole[slug], also[slug])}, key=order)) for slug in whole}
    gathered[UNFILED] = tuple(p for p in sentences if p not in primary)
    if gathered[UNFILED]:
        topics = (*topics, NOT_YET_FILED)
    of_passage = {p: {primary[p].topic if p in primary else UNFILED: None} for p in sentences}  # dicts, for their order
    for topic in topics:
        for ident in gathered[topic.slug]:
            of_passage[ident if ident in of_passage else passage_of(ident)][topic.slug] = None
    members = {slug: frozenset(ids) for slug, ids in gathered.items()}
    return Assigned(topics, gathered, {p: tuple(found) for p, found in of_passage.items()}, primary, members)


def check_topics(file: YamlFile, topics: Sequence[Topic]) -> None:
    """Each slug stands once, is no page of the site, and is related to what is there."""
    slugs = {t.slug for t in topics}
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
    for n, topic in enumerate(topics):
        for m, other in enumerate(topic.related):
            _known(file, ("topics", n, "related", m), other, slugs)


def _known(file: YamlFile, where: Where, slug: str, slugs: set[str]) -> None:
    if slug not in slugs:
        near = get_close_matches(slug, sorted(slugs), 1)
        remedy = f"did you mean {near[0]}?" if near else "name a topic of topics.yml, or add it there"
        raise file.error(where, f"no topic {slug!r}", remedy)


def _outside(whole: Sequence[str], also: Sequence[str]) -> Iterator[str]:
    """The secondary ids that are not already in the topic as whole passages."""
    held = {*whole, *also}
    return (i for i in also if passage_of(i) == i or passage_of(i) not in held)


def _reading_order(sentences: Mapping[str, int]) -> Callable[[str], tuple[int, int]]:
    """A key by which passages and sentences stand in reading order, a passage before its first sentence."""
    order = {passage: n for n, passage in enumerate(sentences)}

    def key(ident: str) -> tuple[int, int]:
        if ident in order:
            return order[ident], 0
        return order[passage_of(ident)], parse_id(ident).sentence or 0

    return key
