"""Whether a synopsis says only what its passages say, in Chinese that is Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.checks.pair import Pair
from yuedu.checks.residue import HAN, INVISIBLE
from yuedu.corpus import by_part
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.synopses import is_there
from yuedu.findings import Finding
from yuedu.sources.synopses import Synopsis
from yuedu.text.ids import passage_of

CHINESE_END = re.compile("[。！？][”’）》]*$")
CHATTER = re.compile(
    "作为(?:一个|一名)?(?:人工智能|AI|大?语言模型)|以下是|翻译如下|^好的[，,]|^(?:注|译文|概要|输出)[：:]"
)
HALF_WIDTH = re.compile("(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff]|$)")  # 借阅,书目


def standing_findings(corpus: Corpus, pair: Pair, synopsis: Synopsis) -> Iterator[Finding]:
    """Every measured figure of the Chinese is stated by a passage its sentence stands on; the Chinese is whole."""
    there = by_part.grounds(corpus.window)
    for number, (sentence, span) in enumerate(zip(synopsis.sentences, synopsis.spans, strict=True), 1):
        if not all(is_there(i, there) for i in sentence.stands_on):
            continue  # that is a finding of its own
        passages = {passage_of(i) for i in sentence.stands_on}
        stated = [f.quantity for p in sorted(passages) for f in corpus.figures.get(p, ())]
        known = {(q.type, q.value, q.value_max) for q in stated}
        for q in pair.quantities:
            inside = span[0] <= q.start < span[1]
            if inside and q.measured and (q.type, q.value, q.value_max) not in known:
                message = f"sentence {number} states a figure that no passage it stands on states"
                yield _error("text.grounding", pair, message, q.zh, (q.start, q.end))
        for what, found in _unsound(sentence.zh):
            yield _error("text.chinese", pair, f"the Chinese of sentence {number} {what}", found, span)


def _error(rule: str, pair: Pair, message: str, found: str, zh: tuple[int, int]) -> Finding:
    return Finding("error", rule, pair.place, message, found, "", pair.id, zh)


def _unsound(zh: str) -> Iterator[tuple[str, str]]:
    if not HAN.search(zh):
        yield "holds no Chinese", zh
    if not CHINESE_END.search(zh):
        yield "ends without 。", zh[-10:]
    for pattern, what in (
        (HALF_WIDTH, "has half-width punctuation"),
        (INVISIBLE, "has invisible characters"),
        (CHATTER, "has words that are no part of it"),
    ):
        if match := pattern.search(zh):
            yield what, match[0]
