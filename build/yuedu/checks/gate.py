"""The gate itself: the one ordered table of rules, and what it says of a pair, of a text, and of a whole corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from yuedu.checks import dates, direction, exchange, grounding, modality, names, numbers, residue, terms, titles
from yuedu.checks.carried import carried
from yuedu.checks.consistency import Memory, consistency_rule
from yuedu.checks.dismissals import settled
from yuedu.checks.labels import label_findings, note_findings
from yuedu.checks.length import Band, length_rule, ratio
from yuedu.checks.pair import Kind, Pair
from yuedu.checks.pairs import pair_of, synopsis_pair
from yuedu.checks.rule import Rule
from yuedu.checks.standing import standing_findings
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.synopses import Synopses
from yuedu.corpus.window import document_of
from yuedu.findings import Finding, blocking
from yuedu.sources.reviews import State, pair_hash
from yuedu.sources.summaries import Summary
from yuedu.sources.synopses import Synopsis

PAIR_RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *direction.RULES,
    *dates.RULES,
    *exchange.RULES,
    *residue.RULES,
    *modality.RULES,
)
"""Those that need no term base: what `yuedu compare` runs on any pair, and the gate on every text of the site."""

TERM_RULES: tuple[Rule, ...] = (*terms.RULES, *titles.RULES, *names.RULES)
"""Those that hold a text against a term base."""

RULES: tuple[Rule, ...] = (
    *grounding.RULES,
    *PAIR_RULES,
    *TERM_RULES,
)
"""In the order in which findings are listed. What a rule needs a corpus for is added by `Gate`."""


def gate(pair: Pair, rules: tuple[Rule, ...] = RULES) -> list[Finding]:
    """What every rule says of a pair, nothing dismissed."""
    return [finding for rule in rules for finding in rule.findings(pair)]


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules for one corpus: those of any pair, and those that hold a text against the rest of its English."""

    corpus: Corpus
    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, corpus: Corpus) -> Gate:
        """Lengths are measured on English that a reviewer passed; consistency is asked of all that is there."""
        pairs = list(_pairs(corpus))
        reviewed = {i for i, e in corpus.english.items() if e.state == "reviewed" and not e.problem}
        kinds: tuple[Kind, ...] = ("passage",)  # a heading is too short to have a usual length
        bands = {k: Band.of(ratio(p.zh, p.en) for p in pairs if p.kind == k and p.id in reviewed) for k in kinds}
        notes = {i: " ".join(n.zh for n in e.summary.notes) for i, e in corpus.english.items()}
        memory = Memory({ident: n for n, ident in enumerate(_in_order(corpus))}, reviewed)
        for pair in pairs:
            memory.learn(pair)
        return cls(corpus, (*RULES, length_rule(bands), consistency_rule(memory, notes)))

    def judge(self, ident: str, summary: Summary) -> list[Finding]:
        """What the gate says of this English for `ident`, dismissals applied."""
        there = self.corpus.english.get(ident)
        place = there.place if there else ident
        pair = pair_of(self.corpus, ident, summary, place)
        beside = [
            *label_findings(self.corpus, ident, summary, place),
            *note_findings(self.corpus, ident, summary, place),
        ]
        findings = [*gate(pair, self.rules), *beside]
        return settled(findings, summary.dismissed, pair_hash(pair.zh, pair.en), place, ident)

    def judge_synopsis(self, name: str, synopsis: Synopsis) -> list[Finding]:
        """The same for both languages of a synopsis; `name` is topics.<slug>, documents.<id> or front."""
        there = self.corpus.synopses.all.get(name)
        place = there.place if there else name
        pair = synopsis_pair(self.corpus, name, synopsis, place)
        findings = [*standing_findings(self.corpus, pair, synopsis), *gate(pair, self.rules)]
        return settled(findings, synopsis.dismissed, pair_hash(pair.zh, pair.en), place, name)


def judge(corpus: Corpus, ident: str, summary: Summary) -> list[Finding]:
    """What the gate says of this English for a passage, a heading or a line of front matter, dismissals applied.

    The English need not be in the files. Its state is not judged: see `reviews`.
    """
    return Gate.of(corpus).judge(ident, summary)


def judge_synopsis(corpus: Corpus, name: str, synopsis: Synopsis) -> list[Finding]:
    """The same for both languages of a synopsis that need not be in the files."""
    return Gate.of(corpus).judge_synopsis(name, synopsis)


def gated(corpus: Corpus) -> Corpus:
    """The corpus with every English text judged: what fails is withheld, and the findings are the corpus's own.

    English of no known text, or made for other Chinese, is withheld already and has nothing to be held against.
    """
    whole = Gate.of(corpus)
    findings: list[Finding] = []
    english = dict(corpus.english)
    for ident, there in corpus.english.items():
        if ident in corpus.targets and there.state != "stale":
            found = _weighed(corpus, there.state, whole.judge(ident, there.summary))
            english[ident] = replace(there, problem=_problem(there.problem, found))
            findings += found
    words = {
        i: carried(pair_of(corpus, i, there.summary, there.place), corpus.figures[i])
        for i, there in english.items()
        if i in corpus.passages and there.state != "stale"
    }
    synopses = corpus.synopses.all
    for name, standing in corpus.synopses.all.items():
        if standing.state != "stale":
            found = _weighed(corpus, standing.state, whole.judge_synopsis(name, standing.synopsis))
            synopses[name] = replace(standing, problem=_problem(standing.problem, found))
            findings += found
    return corpus.with_english(english, Synopses.of(synopses), findings, words)


def _weighed(corpus: Corpus, state: State, findings: list[Finding]) -> list[Finding]:
    """A draft that no reader sees blocks nothing: what is wrong with it is told, and its review waits."""
    if state == "draft" and corpus.drafts == "hide":
        return [replace(f, severity="warning") for f in findings]
    return findings


def _in_order(corpus: Corpus) -> Iterator[str]:
    """The texts of every document that has English, in reading order."""
    translated = {document_of(ident) for ident in corpus.english}
    return (ident for document in corpus.window if document in translated for ident in corpus.window[document].targets)


def _pairs(corpus: Corpus) -> Iterator[Pair]:
    """Every text that has English for the Chinese that stands there now."""
    for ident, there in corpus.english.items():
        if ident in corpus.targets and there.state != "stale":
            yield pair_of(corpus, ident, there.summary, there.place)


def _problem(problem: str | None, findings: list[Finding]) -> str | None:
    """Why a text is withheld: what was wrong already, and each error."""
    return "; ".join([*([problem] if problem else []), *dict.fromkeys(f.message for f in blocking(findings))]) or None
