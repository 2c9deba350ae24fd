"""The gate itself: the one ordered table of rules, and what it says of a pair, of a text, and of a whole corpus."""

from __future__ import annotations

from dataclasses import replace

from yuedu.checks import grounding, names, residue, terms, titles
from yuedu.checks.dismissals import settled
from yuedu.checks.labels import label_findings
from yuedu.checks.pair import Pair
from yuedu.checks.pairs import pair_of, synopsis_pair
from yuedu.checks.rule import Rule
from yuedu.corpus import Corpus
from yuedu.findings import Finding, blocking
from yuedu.reviews import pair_hash
from yuedu.summaries import Summary
from yuedu.synopses import Synopses, Synopsis

NUMBERS: tuple[Rule, ...] = ()

RULES: tuple[Rule, ...] = (
    *grounding.RULES,
    *residue.RULES,
    *NUMBERS,
    *terms.RULES,
    *titles.RULES,
    *names.RULES,
)
"""In the order in which findings are listed."""


def gate(pair: Pair) -> list[Finding]:
    """What every rule says of a pair, nothing dismissed."""
    return [finding for rule in RULES for finding in rule.findings(pair)]


def judge(corpus: Corpus, ident: str, summary: Summary) -> list[Finding]:
    """What the gate says of this English for a passage, a heading or a line of front matter, dismissals applied.

    The English need not be in the files. Its state is not judged: see `reviews`.
    """
    there = corpus.english.get(ident)
    place = there.place if there else ident
    pair = pair_of(corpus, ident, summary, place)
    findings = [*gate(pair), *label_findings(ident, summary, corpus.targets[ident], place)]
    return settled(findings, summary.dismissed, pair_hash(pair.zh, pair.en), place, ident)


def judge_synopsis(corpus: Corpus, name: str, synopsis: Synopsis) -> list[Finding]:
    """The same for a synopsis; `name` is topics.<slug>, documents.<id> or front."""
    there = corpus.synopses.all.get(name)
    place = there.place if there else name
    pair = synopsis_pair(corpus, name, synopsis, place)
    return settled(gate(pair), synopsis.dismissed, pair_hash(pair.zh, pair.en), place, name)


def gated(corpus: Corpus) -> Corpus:
    """The corpus with every English text judged: what fails is withheld, and the findings are the corpus's own.

    English of no known text, or made for other Chinese, is withheld already and has nothing to be held against.
    """
    findings: list[Finding] = []
    english = dict(corpus.english)
    for ident, there in corpus.english.items():
        if ident in corpus.targets and there.state != "stale":
            found = judge(corpus, ident, there.summary)
            english[ident] = replace(there, problem=_problem(there.problem, found))
            findings += found
    synopses = dict(corpus.synopses.all)
    for name, standing in corpus.synopses.all.items():
        if standing.state != "stale":
            found = judge_synopsis(corpus, name, standing.synopsis)
            synopses[name] = replace(standing, problem=_problem(standing.problem, found))
            findings += found
    return corpus.with_english(english, Synopses.of(synopses), findings)


def _problem(problem: str | None, findings: list[Finding]) -> str | None:
    """Why a text is withheld: what was wrong already, and each error."""
    return "; ".join([*([problem] if problem else []), *dict.fromkeys(f.message for f in blocking(findings))]) or None
