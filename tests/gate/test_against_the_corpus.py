"""The rules that hold a text against the rest of its corpus: its length, and what the same Chinese is elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.editing.project import Project
from tests.gate.reading import pair
from yuedu.checks.consistency import Memory, consistency_rule
from yuedu.checks.gate import gated, judge
from yuedu.checks.length import ENOUGH, Band, length_rule
from yuedu.checks.pair import Pair
from yuedu.corpus.assembly import assemble
from yuedu.corpus.corpus import Corpus
from yuedu.findings import Finding
from yuedu.sources.reviews import sha256
from yuedu.sources.summaries import Segment, Summary
from yuedu.store.sources import read_sources

RATIOS = [3.5 + 0.05 * n for n in range(ENOUGH)]
"""As texts of one hand have them: 3.5 to 4.95 English characters for a Chinese one."""


def of_length(characters: int) -> Pair:
    """A passage of 20 Chinese characters and this many English ones."""
    zh = "馆员培训工作稳步推进并且取得新的成效了。"
    assert len(zh) == 20
    return replace(pair(f"{zh}\n[1] x"), segments=(Segment(text="x" * (characters - 1) + ".", stands_on=[1]),))


def test_too_few_reviewed_texts_have_no_band() -> None:
    assert Band.of(RATIOS[:-1]) is None
    assert list(length_rule({"passage": None}).findings(of_length(1000))) == []


@pytest.mark.parametrize("ratio", [RATIOS[0], 4.0, RATIOS[-1]])
def test_the_usual_length_is_silent(ratio: float) -> None:
    assert list(length_rule({"passage": Band.of(RATIOS)}).findings(of_length(round(20 * ratio)))) == []


@pytest.mark.parametrize(("characters", "how"), [(20, "short"), (200, "long")])
def test_half_as_long_and_twice_as_long_is_a_warning(characters: int, how: str) -> None:
    (finding,) = length_rule({"passage": Band.of(RATIOS)}).findings(of_length(characters))
    assert (finding.rule, finding.severity) == ("text.length", "warning")
    assert f"unusually {how}" in finding.message


def test_one_text_far_out_does_not_move_the_band() -> None:
    """Robust: ratios of 50 among the others change it little."""
    plain, skewed = Band.of(RATIOS), Band.of([*RATIOS, 50.0, 50.0])
    assert plain and skewed
    assert abs(plain.high / skewed.high - 1) < 0.2


def test_other_kinds_have_bands_of_their_own() -> None:
    heading = replace(of_length(200), kind="heading")
    assert list(length_rule({"passage": Band.of(RATIOS)}).findings(heading)) == []


def told(*texts: str, notes: dict[str, str] | None = None, reviewed: tuple[str, ...] = ()) -> list[Finding]:
    """What is said of texts p1, p2, … that stand in this order."""
    pairs = [pair(text, f"note-2031.p{n}") for n, text in enumerate(texts, 1)]
    memory = Memory({p.id or "": n for n, p in enumerate(pairs)}, reviewed)
    for one in pairs:
        memory.learn(one)
    rule = consistency_rule(memory, notes or {})
    return [f for one in pairs for f in rule.findings(one)]


def test_the_same_chinese_in_other_english_is_told_to_the_later() -> None:
    (finding,) = told("守牢书库安全。\n[1] Keep the stacks safe.", "守牢书库安全。\n[1] Guard the stacks.")
    assert (finding.rule, finding.severity, finding.passage) == ("text.consistency", "warning", "note-2031.p2")
    assert (finding.found, finding.expected) == ("Guard the stacks.", "Keep the stacks safe.")
    assert "note-2031.p1" in finding.message


def test_a_draft_is_told_of_what_is_reviewed_further_down() -> None:
    texts = ("守牢书库安全。\n[1] Keep the stacks safe.", "守牢书库安全。\n[1] Guard the stacks.")
    assert {f.passage for f in told(*texts, reviewed=("note-2031.p2",))} == {"note-2031.p1", "note-2031.p2"}


def test_a_heading_and_a_sentence_are_one_chinese() -> None:
    assert told("# 守牢书库安全\n[1] Keep the stacks safe", "守牢书库安全。\n[1] Keep the stacks safe.") == []
    assert told("# 守牢书库安全\n[1] Keep the stacks safe", "守牢书库安全。\n[1] Guard the stacks.")


@pytest.mark.parametrize(
    "texts",
    [
        ("守牢书库安全。\n[1] Build the stacks.", "守牢书库安全。\n[1] We will build the stacks."),
        ("谢谢！\n[1] Thanks.", "谢谢！\n[1] Thank you."),
        ("馆员培训。书库安全。\n[1 2] Train, and be safe.", "馆员培训。书库安全。\n[1] Train.\n[2] Be safe."),
        ("书库安全好。\n[1] Safe stacks.", "书库安全差。\n[1] Unsafe stacks."),
    ],
    ids=["who directs and who plans", "a word or two", "sentences that share a segment", "other Chinese"],
)
def test_what_may_differ(texts: tuple[str, str]) -> None:
    assert told(*texts) == []


def test_a_note_about_the_sentence_says_why() -> None:
    texts = ("守牢书库安全。\n[1] Keep the stacks safe.", "守牢书库安全。\n[1] Guard the stacks.")
    assert told(*texts, notes={"note-2031.p2": "“守牢书库安全”在此指保卫。"}) == []


def summary(zh: str, *segments: tuple[str, list[int]]) -> Summary:
    made = [Segment(text=text, stands_on=numbers) for text, numbers in segments]
    return Summary(source=sha256(zh), state="draft", drafted_by="a test", segments=made)


@pytest.fixture
def corpus(sound: Project) -> Corpus:
    return assemble(read_sources(sound.root))


def test_english_that_is_in_no_file_is_judged(corpus: Corpus) -> None:
    """As drafting and reviewing do: for a passage, a heading and a line of front matter."""
    zh = corpus.texts["note-2031.1.p3"]
    good = summary(zh, ("Second, improve the rules of lending, to make borrowing easier.", [1]))
    assert judge(corpus, "note-2031.1.p3", good) == []
    bad = summary(zh, ("Second, improve the rules of rental", [1, 2]))
    found = judge(corpus, "note-2031.1.p3", bad)
    assert {f.rule for f in found} == {"text.grounding", "text.cut", "term.missing", "term.avoided"}
    assert {f.passage for f in found} == {"note-2031.1.p3"}
    title = next(ident for ident, zh in corpus.texts.items() if zh.endswith("讲话"))
    assert judge(corpus, title, summary(corpus.texts[title], ("Speech 讲话", [1])))[0].rule == "text.han"


def test_judging_leaves_the_corpus_as_it_was(corpus: Corpus) -> None:
    before = (dict(corpus.english), list(corpus.findings))
    judge(corpus, "note-2031.1.p3", summary(corpus.texts["note-2031.1.p3"], ("Nothing", [7])))
    gated(corpus)
    assert (dict(corpus.english), list(corpus.findings)) == before


def test_the_projects_own_english_passes(root: Path) -> None:
    whole = gated(assemble(read_sources(root)))
    assert [str(f) for f in whole.findings if f.severity == "error"] == []
    assert whole.english
