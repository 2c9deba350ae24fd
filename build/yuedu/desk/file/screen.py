"""One piece that waits on the terminal: where it stands, how its passages begin, and what the rule proposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

from rich.console import Console
from rich.text import Text

from yuedu.corpus.corpus import Corpus
from yuedu.desk.file.units import Unit
from yuedu.desk.terminal.harmless import harmless
from yuedu.desk.terminal.wrapping import Wrapped
from yuedu.filing.own_topic import Group
from yuedu.filing.shape import Candidate
from yuedu.sources.topics import Topic

BEGINNING = 64
"""Characters of a passage that are shown, unless all of it is asked for."""
LETTERS = ascii_lowercase


def show(
    console: Console, corpus: Corpus, unit: Unit, count: str, topics: Sequence[Topic], group: Group | None
) -> None:
    """The piece, its passages' first words, and its proposals with a key each."""
    head = " · ".join(filter(None, [count, unit.name, " › ".join(_headings(corpus, unit))]))
    _line(console, "")
    _line(console, head, "bold")
    for ident in unit.passages:
        zh = corpus.passages[ident].zh
        cut = zh if len(zh) <= BEGINNING else f"{zh[:BEGINNING]}…"
        _line(console, f"  {ident.rpartition('.')[2]}  {cut}")
    titles = {t.slug: t.title.zh or t.title.en or "" for t in topics}
    for n, candidate in enumerate(unit.best, 1):
        chosen = candidate.topic == unit.topic
        mark = "Enter/" if chosen else ""
        _line(console, f"  [{mark}{n}] {_candidate(candidate, titles)}", "green" if chosen else "")
    if unit.topic is None:
        _line(console, "  Nothing that was filed is like this: a topic of its own?", "yellow")
        if group:
            others = [p for p in group.passages if p not in unit.passages]
            _line(
                console,
                f"  Much like it: {', '.join(others[:6])} ({'、'.join(group.words)})" if others else "",
                "yellow",
            )


def show_whole(console: Console, corpus: Corpus, unit: Unit) -> None:
    """Every passage to its end."""
    for ident in unit.passages:
        _line(console, f"  {ident}", "bold")
        _line(console, f"  {corpus.passages[ident].zh}")


def show_topics(console: Console, topics: Sequence[Topic], under: Mapping[str, int]) -> None:
    """The topics with the letter that chooses each, and how many passages each has."""
    for n, topic in enumerate(topics):
        letter = LETTERS[n] if n < len(LETTERS) else "/"
        names = " ".join(filter(None, (topic.title.zh, topic.title.en)))
        _line(console, f"  [{letter}] {topic.slug}  {names}  ({under.get(topic.slug, 0)})")


def _headings(corpus: Corpus, unit: Unit) -> Iterator[str]:
    section = corpus.passages[unit.passages[0]].section
    above = []
    while section is not None:
        above.append(corpus.sections[section])
        section = above[-1].parent
    for one in reversed(above):
        yield one.heading


def _candidate(candidate: Candidate, titles: Mapping[str, str]) -> str:
    words = "、".join((*candidate.words, *(f"〈{w}〉" for w in candidate.headings)))
    return f"{candidate.topic} {titles.get(candidate.topic, '')}  {candidate.score:.2f}  {words}".rstrip()


def _line(console: Console, words: str, style: str = "") -> None:
    console.print(Wrapped(Text(harmless(words), style)))
