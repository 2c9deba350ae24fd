"""The rule: a passage is likest to the topic whose filed passages, taken together, use its words.

The nearest centroid over tf-idf of words and terms (Rocchio), a topic's title and abstract being one more passage of it;
its likeness becomes a score by `calibration`. bench/filing.md says how often it is right, and beside what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from yuedu.filing import features
from yuedu.filing.calibration import Calibration, Judged, calibrate
from yuedu.filing.features import Feature
from yuedu.filing.shape import Candidate, Cut, Filed, PassageWords, Proposal, TopicWords
from yuedu.filing.vectors import Centroids, Example, Vector, Weights

CLEAR = 2  # how many times as likely as the next a topic must be
BEST = 3
SPEAKING = 6
TOUCHED = 0.1  # what one sentence, or a further topic, counts beside a passage filed first under its topic
ENOUGH = 500  # passages to calibrate with; of more, every second section, every third, …
HIDDEN = 0.5  # what a passage with its topics hidden counts in the calibration beside the same as it is


class Rule:
    """What was learnt; made by `learn`."""

    def __init__(self, cut: Cut, weights: Weights, centroids: Centroids, calibration: Calibration) -> None:
        self._cut, self._weights, self._centroids, self.calibration = cut, weights, centroids, calibration

    def likelihood(self, passage: PassageWords) -> dict[str, float]:
        """Topic → how likely it is the right one; what is missing to 1 is that none is."""
        return self.calibration.likelihood(self._centroids.likeness(self._vector(passage)))

    def propose(self, passage: PassageWords) -> Proposal:
        """The three likeliest topics of a passage; see `chosen` for when one of them is proposed."""
        score = self.likelihood(passage)
        return Proposal(passage.id, chosen(score), self.best(passage, score))

    def best(self, passage: PassageWords, score: Mapping[str, float]) -> tuple[Candidate, ...]:
        """The three topics with the best score, with the words of the passage that speak for each."""
        vector = self._vector(passage)
        like = {topic: self._centroids.shares(vector, topic) for topic in self._centroids.sums}
        order = sorted((t for t in like if like[t]), key=lambda t: (-score[t], t))[:BEST]
        return tuple(Candidate(t, score[t], *_speaking(passage, like, t)) for t in order)

    def _vector(self, passage: PassageWords) -> Vector:
        return self._weights.vector(features.of_passage(passage, self._cut))


def chosen(score: Mapping[str, float]) -> str | None:
    """The topic that is likelier than that none is, and clearly likelier than the next; where no topic is, None."""
    likeliest = sorted(score, key=lambda t: (-score[t], t))[:2]
    rivals = [1 - sum(score.values()), *(CLEAR * score[t] for t in likeliest[1:])]
    return next((t for t in likeliest if score[t] > max(rivals)), None)


def learn(filed: Sequence[Filed], topics: Sequence[TopicWords], cut: Cut) -> Rule:
    """Learn from what was filed; `cut` is the tokenizer that knows the terms. The order of both does not matter.

    What was filed under a topic that is not among `topics` is left out.
    """
    slugs = sorted({t.slug for t in topics})
    known = sorted((f for f in filed if f.topic in slugs), key=lambda f: f.passage.id)
    described = {t.slug: features.of_text(f"{t.title}\n{t.abstract}", t.terms, cut) for t in topics}
    counted = {f.passage.id: features.of_passage(f.passage, cut) for f in known}
    weights = Weights([*(described[s] for s in slugs), *counted.values()])
    examples = [Example(s, weights.vector(described[s]), 1.0) for s in slugs]
    for f in known:
        own = weights.vector(counted[f.passage.id])
        hidden_with = _hidden_with(f)
        examples.append(Example(f.topic, own, 1.0, hidden_with))
        examples += [Example(s, own, TOUCHED, hidden_with) for s in f.also if s in slugs]
        for slug, zh in f.sentences:
            if slug in slugs:
                terms = [(term, form) for term, form in f.passage.terms if form in zh]
                vector = weights.vector(features.of_text(zh, terms, cut))
                examples.append(Example(slug, vector, TOUCHED, hidden_with))
    centroids = Centroids(slugs, examples)
    vectors = {f.passage.id: weights.vector(counted[f.passage.id]) for f in known}
    return Rule(cut, weights, centroids, calibrate(list(_judged(known, vectors, centroids, examples))))


def _judged(
    filed: Iterable[Filed], vectors: Mapping[str, Vector], centroids: Centroids, examples: Iterable[Example]
) -> Iterator[Judged]:
    """Each passage judged with its own section hidden; and once more with its topics hidden, so that none is right."""
    of: defaultdict[str | None, list[Example]] = defaultdict(list)
    for example in examples:
        of[example.hidden_with].append(example)
    members: defaultdict[str, list[Filed]] = defaultdict(list)
    for f in filed:
        members[_hidden_with(f)].append(f)
    every = 1 + len(vectors) // ENOUGH
    for together, inside in list(members.items())[::every]:
        unseen = centroids.without(of[together])
        for f in inside:
            likeness = unseen.likeness(vectors[f.passage.id])
            yield Judged(likeness, f.topic)
            yield Judged({t: x for t, x in likeness.items() if t not in f.topics}, None, HIDDEN)


def _hidden_with(filed: Filed) -> str:
    """What is hidden together: a section, since its passages are alike; a passage under no heading by itself."""
    return filed.passage.section or filed.passage.id


def _speaking(
    passage: PassageWords, like: Mapping[str, Mapping[Feature, float]], topic: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that make the passage more like this topic than like the others: in the passage, in its headings alone."""
    as_written: dict[Feature, str] = {("term", slug): words for slug, words in reversed(passage.terms)}
    telling: defaultdict[str, float] = defaultdict(float)
    for other, shares in like.items():
        for feature, share in shares.items():
            if feature[0] != "edge":
                telling[as_written.get(feature, feature[1])] += share * (other == topic) - share / len(like)
    order = sorted((w for w, share in telling.items() if share > 0), key=lambda w: (-telling[w], w))
    return _distinct([w for w in order if w in passage.zh]), _distinct([w for w in order if w not in passage.zh])


def _distinct(words: Sequence[str]) -> tuple[str, ...]:
    """The first few that are no part of one already named."""
    named: list[str] = []
    for word in words:
        if len(named) < SPEAKING and not any(word in other for other in named):
            named.append(word)
    return tuple(named)
