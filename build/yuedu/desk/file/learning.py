"""What the rule that files learns from: every passage that an editor filed, and the topics as their editor describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from yuedu.corpus.corpus import Corpus
from yuedu.filing.rule import Rule, learn
from yuedu.filing.shape import Filed, PassageWords, TopicWords
from yuedu.glossary.match import Hit
from yuedu.sources.topics import UNFILED
from yuedu.text.ids import parse_id, passage_of
from yuedu.text.tree import Passage, Tree


def learnt(corpus: Corpus, *, but: str | None = None) -> Rule:
    """The rule as the whole corpus teaches it, `but` one document."""
    topics = [t for t in corpus.topics.topics if t.slug != UNFILED]
    described = [
        TopicWords(
            t.slug,
            t.title.zh or "",
            t.abstract.zh or "",
            _terms(f"{t.title.zh or ''} {t.abstract.zh or ''}", corpus.matcher.find(f"{t.title.zh} {t.abstract.zh}")),
        )
        for t in topics
    ]
    return learn(
        [f for f in _filed(corpus) if parse_id(f.passage.id).document != but], described, corpus.matcher.tokens
    )


def unfiled(corpus: Corpus, document: str) -> list[PassageWords]:
    """The passages of a document as the rule is asked about them, in reading order, filed or not."""
    return [words_of(corpus, p) for p in next(s for s in corpus.speeches if s.meta.id == document).tree.passages]


def words_of(corpus: Corpus, passage: Passage) -> PassageWords:
    """A passage of the corpus with the headings above it and the terms in it."""
    return _words(corpus.speech_of[passage.id].tree, passage, corpus.hits[passage.id])


def words_in(tree: Tree, find: Callable[[str], Sequence[Hit]]) -> list[PassageWords]:
    """The passages of a document that is in no corpus yet."""
    return [_words(tree, p, find(p.zh)) for p in tree.passages]


def _words(tree: Tree, passage: Passage, hits: Sequence[Hit]) -> PassageWords:
    sections = {s.id: s for s in tree.sections}
    headings: list[str] = []
    section = passage.section
    while section is not None:
        headings.insert(0, sections[section].title or "")
        section = sections[section].parent
    ends: dict[str, Literal["first", "last"]] = {tree.passages[0].id: "first", tree.passages[-1].id: "last"}
    edge = ends.get(passage.id) if len(tree.passages) > 1 else None
    above = tuple(filter(None, headings))
    return PassageWords(passage.id, passage.zh, passage.section, above, _terms(passage.zh, hits), edge)


def _filed(corpus: Corpus) -> Iterator[Filed]:
    """What an editor filed; a rule does not learn from itself."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    for slug, gathered in corpus.topics.gathered.items():
        for ident in gathered:
            number = parse_id(ident).sentence
            if number is not None:
                passage = corpus.passages[passage_of(ident)]
                start, end = passage.sentences[number - 1]
                sentences.setdefault(passage.id, []).append((slug, passage.zh[start:end]))
    for passage in corpus.passages.values():
        filed = corpus.topics.filed.get(passage.id)
        if filed and filed.by == "editor":
            also = [t for t in corpus.topics.of_passage[passage.id][1:] if passage.id in corpus.topics.gathered[t]]
            yield Filed(words_of(corpus, passage), filed.topic, tuple(also), tuple(sentences.get(passage.id, ())))


def _terms(zh: str, hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    return tuple((h.slug, zh[h.start : h.end]) for h in hits)
