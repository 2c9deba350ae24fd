"""A filing from the first piece to the last: show, ask, file. `document.yml` is the memory; nothing else is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.text import Text

from yuedu.corpus.corpus import Corpus
from yuedu.desk.file.screen import LETTERS, show, show_topics, show_whole
from yuedu.desk.file.units import Unit, apart
from yuedu.desk.terminal.answers import Answers, Ended
from yuedu.desk.terminal.harmless import harmless
from yuedu.desk.terminal.wrapping import Wrapped
from yuedu.errors import YueduError
from yuedu.filing.own_topic import Group
from yuedu.filing.rule import Rule
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import UNFILED, Topic
from yuedu.store.documents import Change, undo
from yuedu.store.filings import file_under
from yuedu.store.topics import add_topic

LEGEND = "[Enter] take it [1-3] proposal [a-z] topic [/] find one [L]ist [T]ext [O]pen [S]kip [N]ew topic [U]ndo [Q]uit"
WORDS = {
    **{"L": "list", "T": "text", "O": "open", "S": "skip", "N": "new", "U": "undo", "Q": "quit"},
    **{"/": "find", "?": "list"},
}


@dataclass
class Session:
    """`units`: what waits, in order; opening one puts its passages in its place."""

    root: Path
    corpus: Corpus
    rule: Rule
    units: list[Unit]
    groups: Sequence[Group]
    console: Console
    answers: Answers
    done: list[tuple[int, Unit, str, Change]] = field(default_factory=list)
    keys: int = 0

    def __post_init__(self) -> None:
        self.topics = [t for t in self.corpus.topics.topics if t.slug != UNFILED]
        self.under = Counter(f.topic for f in self.corpus.topics.filed.values())

    def run(self) -> None:
        """Until nothing is left, the editor quits, or there are no more answers."""
        at = 0
        show_topics(self.console, self.topics, self.under)
        try:
            while at < len(self.units):
                unit = self.units[at]
                count = f"{at + 1} of {len(self.units)}"
                group = next((g for g in self.groups if {*g.passages} & {*unit.passages}), None)
                show(self.console, self.corpus, unit, count, self.topics, group)
                step = self._decide(at)
                if step is None:
                    break
                at = step
            else:
                self.say("That was the last one.")
        except Ended:
            self.say("")
        finally:
            filed = sum(len(unit.passages) for _, unit, _, _ in self.done)
            self.say(f"{filed} passages filed in {self.keys} answers. All of it is in document.yml.")

    def say(self, words: str, style: str = "") -> None:
        self.console.print(Wrapped(Text(harmless(words), style)))

    def _decide(self, at: int) -> int | None:
        """Where to go on; None to stop."""
        unit = self.units[at]
        self.say(LEGEND)
        answer = self.answers.key(">")
        self.keys += 1
        word = WORDS.get(answer, answer.strip().lower() if len(answer) > 1 else answer.strip())
        match word:
            case "quit":
                return None
            case "skip":
                return at + 1
            case "undo":
                return self._undo(at)
            case "open":
                self.units[at : at + 1] = apart(self.corpus, self.rule, unit)
                return at
            case "text":
                show_whole(self.console, self.corpus, unit)
                return at
            case "list":
                show_topics(self.console, self.topics, self.under)
                return at
        topic = self._topic(unit, word)
        return self._file(at, topic) if topic else at

    def _topic(self, unit: Unit, word: str) -> str | None:
        """The topic that an answer names."""
        slugs = {t.slug for t in self.topics}
        if word in ("", "\r", "\n"):
            if unit.topic is None:
                self.say("There is no proposal to take.", "yellow")
            return unit.topic
        if word.isdecimal() and 1 <= int(word) <= len(unit.best):
            return unit.best[int(word) - 1].topic
        if len(word) == 1 and word in LETTERS[: len(self.topics)]:
            return self.topics[LETTERS.index(word)].slug
        if word == "new":
            return self._new_topic()
        if word == "find":
            word = self.answers.line("topic:").strip().lower()
        if word in slugs:
            return word
        near = [t.slug for t in self.topics if word and word in f"{t.slug} {t.title.zh} {t.title.en}".lower()]
        if len(near) != 1:
            said = f"{word!r} is {'no topic' if not near else 'several topics: ' + ', '.join(near)}."
            self.say(said, "yellow")
            return None
        return near[0]

    def _new_topic(self) -> str | None:
        slug = self.answers.line("slug, in English words joined by hyphens:").strip()
        zh = self.answers.line("title in Chinese:").strip()
        en = self.answers.line("title in English:").strip()
        if not (slug and zh):
            self.say("Not added: a topic needs a slug and a title.", "yellow")
            return None
        try:
            add_topic(self.root, slug, zh, en or None)
        except (YueduError, OSError) as problem:
            self.say(f"error: {problem}", "bold red")
            return None
        self.topics.append(Topic(slug=slug, title=Bilingual(zh=zh, en=en or None)))
        return slug

    def _file(self, at: int, topic: str) -> int:
        unit = self.units[at]
        try:
            change = file_under(self.root, unit.document, unit.places, topic)
        except (YueduError, OSError) as problem:
            self.say(f"error: {problem}", "bold red")
            return at
        self.done.append((at, unit, topic, change))
        self.under[topic] += len(unit.passages)
        self.say(f"{unit.name}: {topic}.", "green")
        return at + 1

    def _undo(self, at: int) -> int:
        if not self.done:
            self.say("There is nothing to undo.", "yellow")
            return at
        before, unit, topic, change = self.done[-1]
        try:
            undo(self.root, change)
        except (YueduError, OSError) as problem:
            self.say(f"error: {problem}", "bold red")
            return at
        self.done.pop()
        self.under[topic] -= len(unit.passages)
        self.say(f"{unit.name}: as it was.", "green")
        return before
