"""A review from the first text to the last: show, ask, decide, save. The files are the memory; nothing else is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from rich.console import Console
from rich.text import Text

from yuedu.checks.gate import Gate
from yuedu.corpus.corpus import Corpus
from yuedu.desk.review import decisions, editing
from yuedu.desk.review.decisions import English, Reviewer
from yuedu.desk.review.marked import SIGNS
from yuedu.desk.review.reviewer import configured, today
from yuedu.desk.review.screen import show
from yuedu.desk.review.sheet import read_sheet, sheet, with_problem
from yuedu.desk.review.subject import Subject, subject
from yuedu.desk.terminal.answers import Answers, Ended
from yuedu.desk.terminal.harmless import harmless
from yuedu.desk.terminal.wrapping import Wrapped
from yuedu.errors import EditorError, YueduError
from yuedu.sources.synopses import Synopsis
from yuedu.store.english import ChangedError, load, load_synopsis, save, save_synopses

KEYS = ("accept", "edit", "reject", "dismiss", "skip", "back", "quit")
LEGEND = "[a]ccept [e]dit [r]eject [d]ismiss a warning [s]kip [b]ack [q]uit"

Kind = Literal["person", "model"]
KINDS: tuple[Kind, ...] = ("person", "model")
Step = Literal["next", "back", "stay", "quit"]


@dataclass
class Session:
    """`name`, `kind`: of the reviewer, asked for before the first acceptance where they are None."""

    root: Path
    corpus: Corpus
    gate: Gate
    console: Console
    answers: Answers
    name: str | None = None
    kind: Kind | None = None
    done: Counter[str] = field(default_factory=Counter)

    def run(self, subjects: Sequence[Subject]) -> None:
        """Until the last is decided on, the reviewer quits, or there are no more answers."""
        waiting = list(subjects)
        at = 0
        try:
            while at < len(waiting):
                show(self.console, waiting[at], f"{at + 1} of {len(waiting)}")
                step = self._decide(waiting, at)
                if step == "quit":
                    break
                at = max(0, at + {"next": 1, "back": -1, "stay": 0}[step])
            else:
                self.say("That was the last one.")
        except Ended:
            self.say("")
        finally:
            self.say(self._told(len(waiting) - self.done["accepted"] - self.done["rejected"]))

    def say(self, words: str, style: str = "") -> None:
        for line in words.split("\n"):
            self.console.print(Wrapped(Text(harmless(line), style)))

    def ask(self, question: str) -> str:
        """A line."""
        self.say(question)
        return self.answers.line(">")

    def press(self, question: str) -> str:
        """One key, or the words of a line."""
        self.say(question)
        return self.answers.key(">")

    def _told(self, left: int) -> str:
        counts = ", ".join(f"{self.done[what]} {what}" for what in ("accepted", "edited", "rejected", "dismissed"))
        return f"{counts}; {max(left, 0)} left. All that was decided is in summaries/."

    def _decide(self, waiting: list[Subject], at: int) -> Step:
        word, _, rest = self.press(LEGEND).partition(" ")
        chosen = next((k for k in KEYS if word and k.startswith(word.lower())), None)
        match chosen:
            case "skip":
                return "next"
            case "back" | "quit":
                return cast(Step, chosen)
            case None:
                self.say(f"{word!r} is none of the keys." if word else "Choose one of the keys.", "yellow")
                return "stay"
        doings: dict[str, Callable[[Subject, str], tuple[English | None, Step]]] = {
            "accept": self._accept,
            "edit": self._edit,
            "reject": self._reject,
            "dismiss": self._dismiss,
        }
        record, step = doings[chosen](waiting[at], rest.strip())
        if record is not None:
            waiting[at] = subject(self.corpus, self.gate, waiting[at].name, record)
        return step

    def _accept(self, one: Subject, _: str) -> tuple[English | None, Step]:
        if standing := decisions.blocks(one):
            numbers = [f"{SIGNS[f.severity]}{one.listed.index(f) + 1} {f.rule}: {f.message}" for f in standing]
            self.say("Not accepted, these stand (mend errors with e, dismiss warnings with d):", "bold red")
            for line in numbers:
                self.say(f"  {line}")
            return None, "stay"
        by = self._reviewer()
        if by is None:
            return None, "stay"
        return self._saved(one, decisions.accept(one, by), "accepted", "next")

    def _reject(self, one: Subject, reason: str) -> tuple[English | None, Step]:
        reason = reason or self.ask("Why, for whoever drafts it again:")
        if not reason:
            self.say("Not rejected: a reason is needed.", "yellow")
            return None, "stay"
        return self._saved(one, decisions.rejected(one, reason), "rejected", "next")

    def _dismiss(self, one: Subject, number: str) -> tuple[English | None, Step]:
        numbered = {str(n): f for n, f in enumerate(one.listed, 1)}
        warnings = {n: f for n, f in numbered.items() if f.severity == "warning"}
        if not warnings:
            self.say("There is no warning to dismiss; an error has to be mended.", "yellow")
            return None, "stay"
        if not number and len(warnings) > 1:
            number = self.ask(f"Which warning ({', '.join(warnings)}):")
        number = number.lstrip(SIGNS["warning"]) or next(iter(warnings))
        if number not in warnings:
            said = "is an error, which has to be mended" if number in numbered else "is no finding here"
            self.say(f"{number} {said}.", "yellow")
            return None, "stay"
        finding = warnings[number]
        reason = self.ask(f"Why {finding.rule} may stand:")
        if not reason:
            self.say("Not dismissed: a reason is needed.", "yellow")
            return None, "stay"
        return self._saved(one, decisions.dismissed(one, finding, reason), "dismissed", "stay")

    def _edit(self, one: Subject, _: str) -> tuple[English | None, Step]:
        path = self.root / editing.FOLDER / f"{one.name}.yml"
        shown = path.relative_to(self.root).as_posix()
        if not (path.exists() and self._yes(f"An edit that was not saved is in {shown}. Go on with it?")):
            editing.put(path, sheet(one))
        while True:
            try:
                text = editing.edit(path)
                fields = read_sheet(text, one)
                break
            except EditorError as problem:
                text = with_problem(text, problem)
                editing.put(path, text)
                self._fail("\n".join(line[3:] for line in text.split("\n") if line.startswith("#! ")))
            except YueduError as problem:
                self._fail(str(problem))
            if not self._yes("Open it again?"):
                self.say(f"Not saved. What you wrote is in {shown}.")
                return None, "stay"
        if fields is None or self._as_it_was(one, fields):
            path.unlink()
            self.say("Left as it was.")
            return None, "stay"
        record, step = self._saved(one, decisions.edited(one, fields), "edited", "stay")
        if record is not None and all(getattr(record, k) == v for k, v in fields.items()):
            path.unlink()
        else:
            self.say(f"What you wrote is in {shown}.")
        return record, step

    def _as_it_was(self, one: Subject, fields: dict[str, object]) -> bool:
        same = all(getattr(one.record, key) == value for key, value in fields.items())
        return same and one.record.source == one.source

    def _saved(self, one: Subject, record: English, what: str, step: Step) -> tuple[English | None, Step]:
        """The record that stands in the files afterwards: this one, or somebody else's, which is then shown."""
        try:
            if isinstance(record, Synopsis):
                save_synopses(self.root, {one.name: record}, seen={one.name: cast(Synopsis, one.record)})
            else:
                before = None if isinstance(one.record, Synopsis) else one.record
                save(self.root, {one.name: record}, order=list(self.corpus.texts), seen={one.name: before})
        except ChangedError as changed:
            self._fail(str(changed))
            there = (load_synopsis if isinstance(record, Synopsis) else load)(self.root, one.name)
            return (there, "stay") if there else (None, "next")
        except (YueduError, OSError) as problem:
            self._fail(str(problem))
            return None, "stay"
        self.done[what] += 1
        self.say(f"{one.name}: {what}.", "green")
        return record, step

    def _fail(self, words: str) -> None:
        self.say(f"error: {words}", "bold red")

    def _yes(self, question: str) -> bool:
        while True:
            word = self.press(f"{question} [y/n]").lower()
            if word and ("yes".startswith(word) or "no".startswith(word)):
                return "yes".startswith(word)

    def _reviewer(self) -> Reviewer | None:
        """Asked once; None, and nothing is accepted, where there is no answer."""
        if self.name is None:
            known = configured(self.root)
            offered = f" (Enter for {known})" if known else ""
            self.name = self.ask(f"Your name, for reviewed_by{offered}:") or known or None
        if self.name is None:
            self.say("Not accepted: a review needs its reviewer's name (or --by, or YUEDU_REVIEWER).", "yellow")
            return None
        if self.kind is None:
            word = self.press("Are you a person or a model? [p/m]").lower()
            self.kind = next((k for k in KINDS if word and k.startswith(word)), None)
        if self.kind is None:
            self.say("Not accepted: say whether a person or a model reviews (or --kind).", "yellow")
            return None
        return Reviewer(self.name, self.kind, today())
