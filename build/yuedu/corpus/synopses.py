"""Synopses laid on the corpus: each held against the passages it stands on, in its effective state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from yuedu.findings import Finding
from yuedu.sources.reviews import State, review_findings, sha256, state_after
from yuedu.sources.summaries import Drafts
from yuedu.sources.synopses import Synopsis, SynopsisFile, is_id
from yuedu.sources.yamlfile import Where, YamlFile
from yuedu.text.ids import parse_id, passage_of


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
            source = source_of(synopsis.passages, {p: passages[p][0] for p in synopsis.passages})
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


def is_there(ident: str, passages: Mapping[str, tuple[str, int]]) -> bool:
    """Whether an id is a passage's, or that of a sentence of one."""
    if not is_id(ident):
        return False
    ref, passage = parse_id(ident), passage_of(ident)
    return passage in passages and ref.figure is None and (ref.sentence or 1) <= passages[passage][1]
