"""`summaries/synopses.yml`: the short of it, in both languages: of a topic, of a document, and of the whole.

Every sentence names the passages, or the sentences of passages, it stands on; a synopsis is stale when one of them changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from yuedu.findings import Finding
from yuedu.reviews import Reviewable, State, Words, canonical, review_findings, sha256, state_after
from yuedu.shape import Shape
from yuedu.summaries import Drafts, Segment
from yuedu.text.ids import parse_id, passage_of
from yuedu.topics import Slug
from yuedu.yamlfile import Where, YamlFile

FILE = "summaries/synopses.yml"


class Sentence(Shape):
    """One sentence in both languages, and the ids it stands on. `topic`: where the front page leads from it."""

    zh: Words
    en: Words
    stands_on: Annotated[list[str], Field(alias="from", min_length=1)]
    topic: Slug | None = None


class Synopsis(Reviewable):
    """The sentences in order. `source` is the hash of the passages they stand on: see `source_of`."""

    sentences: Annotated[list[Sentence], Field(min_length=1)]

    @property
    def passages(self) -> list[str]:
        """The passages that any sentence stands on, in order of their ids; what is no id is left out."""
        return sorted({passage_of(i) for s in self.sentences for i in s.stands_on if _is_id(i)})

    @property
    def zh(self) -> str:
        return "".join(s.zh for s in self.sentences)

    @property
    def text(self) -> str:
        return " ".join(s.en for s in self.sentences)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The English as segments that stand on the synopsis's own Chinese, sentence by sentence."""
        return tuple(Segment(text=s.en, stands_on=[n]) for n, s in enumerate(self.sentences, 1))

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each Chinese sentence stands in `zh`."""
        ends = [0]
        for sentence in self.sentences:
            ends.append(ends[-1] + len(sentence.zh))
        return tuple(pairwise(ends))

    @property
    def approval(self) -> str:
        """The hash a review writes into `approved`."""
        kept = self.model_dump(mode="json", by_alias=True, include={"sentences"}, exclude_none=True)
        return canonical(kept)


class SynopsisFile(Shape):
    """The whole file: by topic, by document, and of everything."""

    topics: dict[str, Synopsis] = Field(default_factory=dict)
    documents: dict[str, Synopsis] = Field(default_factory=dict)
    front: Synopsis | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A synopsis in its effective state; `place` is where it stands, `problem` why it is withheld."""

    synopsis: Synopsis
    state: State
    place: str
    problem: str | None = None

    def shown(self, drafts: Drafts) -> bool:
        """Whether a reader may see it, in either language."""
        return not self.problem and (self.state == "reviewed" or (self.state == "draft" and drafts == "mark"))


@dataclass(frozen=True, slots=True)
class Synopses:
    """Every synopsis that there is; what is not here is missing."""

    topics: Mapping[str, Standing] = field(default_factory=dict)
    documents: Mapping[str, Standing] = field(default_factory=dict)
    front: Standing | None = None

    @property
    def all(self) -> dict[str, Standing]:
        """Each by the name that findings call it: topics.talent, documents.wang-2023, front."""
        named = {f"topics.{slug}": s for slug, s in self.topics.items()}
        named |= {f"documents.{ident}": s for ident, s in self.documents.items()}
        return named | ({"front": self.front} if self.front else {})

    @classmethod
    def of(cls, named: Mapping[str, Standing]) -> Synopses:
        """The inverse of `all`."""
        groups: dict[str, dict[str, Standing]] = {"topics": {}, "documents": {}}
        for name, standing in named.items():
            group, _, key = name.partition(".")
            if key:
                groups[group][key] = standing
        return cls(groups["topics"], groups["documents"], named.get("front"))


def source_of(passages: Iterable[str], zh: Mapping[str, str]) -> str:
    """SHA-256 of the hashes of the passages' Chinese, one a line, in order of the passages' ids."""
    return sha256("\n".join(sha256(zh[p]) for p in sorted(set(passages))))


def read_synopses(
    file: YamlFile | None, topics: Iterable[str], documents: Iterable[str], passages: Mapping[str, tuple[str, int]]
) -> tuple[Synopses, list[Finding]]:
    """Every synopsis, and what is wrong with any; a broken one is withheld, not dropped.

    `passages`: id → its Chinese and its number of sentences.
    """
    if file is None or file.value is None:
        return Synopses(), []
    shaped = file.shaped(SynopsisFile)
    known = {"topics": list(topics), "documents": list(documents)}
    found: dict[str, Standing] = {}
    findings: list[Finding] = []
    listed = [(("topics", k), s) for k, s in shaped.topics.items()]
    listed += [(("documents", k), s) for k, s in shaped.documents.items()]
    for keys, synopsis in [*listed, *([(("front",), shaped.front)] if shaped.front else [])]:
        name, place = ".".join(keys), file.place(*keys)
        problems = [*_unknown_key(keys, known, place), *_links(file, keys, synopsis, known["topics"], passages)]
        if not problems:
            source = source_of(synopsis.passages, {p: zh for p, (zh, _) in passages.items()})
            problems += review_findings(name, synopsis, source, synopsis.approval, place)
        findings += problems
        withheld = "; ".join(p.message for p in problems) or None
        found[name] = Standing(synopsis, state_after(synopsis, problems), place, withheld)
    return Synopses.of(found), findings


def _unknown_key(keys: tuple[str, ...], known: Mapping[str, list[str]], place: str) -> Iterator[Finding]:
    if len(keys) > 1 and keys[1] not in known[keys[0]]:
        near = get_close_matches(keys[1], known[keys[0]], 1)
        message = f"a synopsis of {keys[1]}, which is none of the {keys[0]}"
        yield Finding("error", "link.synopsis", place, message, keys[1], near[0] if near else "", ".".join(keys))


def _links(
    file: YamlFile,
    keys: tuple[str, ...],
    synopsis: Synopsis,
    topics: list[str],
    passages: Mapping[str, tuple[str, int]],
) -> Iterator[Finding]:
    """Ids that are no passage and no sentence of one, or stand twice in a sentence; topics that are not there."""
    name = ".".join(keys)
    for n, sentence in enumerate(synopsis.sentences):
        where: Where = (*keys, "sentences", n)
        for m, ident in enumerate(sentence.stands_on):
            place = file.place(*where, "from", m)
            if not is_there(ident, passages):
                near = get_close_matches(ident, list(passages), 1)
                message = f"sentence {n + 1} stands on {ident}, which is no passage and no sentence of one"
                yield Finding("error", "link.synopsis", place, message, ident, near[0] if near else "", name)
            elif ident in sentence.stands_on[:m]:
                yield Finding("error", "link.synopsis", place, f"sentence {n + 1} names {ident} twice", ident, "", name)
        if sentence.topic is not None and sentence.topic not in topics:
            near = get_close_matches(sentence.topic, topics, 1)
            message = f"sentence {n + 1} leads to the topic {sentence.topic}, which is not there"
            place = file.place(*where, "topic")
            yield Finding("error", "link.synopsis", place, message, sentence.topic, near[0] if near else "", name)


def _is_id(ident: str) -> bool:
    try:
        parse_id(ident)
    except ValueError:
        return False
    return True


def is_there(ident: str, passages: Mapping[str, tuple[str, int]]) -> bool:
    """Whether an id is a passage's, or that of a sentence of one."""
    if not _is_id(ident):
        return False
    ref, passage = parse_id(ident), passage_of(ident)
    return passage in passages and ref.figure is None and (ref.sentence or 1) <= passages[passage][1]
