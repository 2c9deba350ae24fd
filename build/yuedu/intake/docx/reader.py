"""A .docx file to text."""

from __future__ import annotations

from collections import Counter

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted, mark, with_notes
from yuedu.intake.docx.body import Story
from yuedu.intake.docx.names import Element, W, child
from yuedu.intake.docx.numbering import Numbering
from yuedu.intake.docx.package import Package, open_package
from yuedu.intake.docx.styles import Styles
from yuedu.intake.plural import plural

LONGEST_NAME = 40


def read_docx(data: bytes, name: str) -> Converted:
    """The text of a Word document, with the numbers that Word computes; `SourceError` for what cannot be read."""
    package = open_package(data, name)
    document = _Document(package)
    try:
        text = document.text()
    except RecursionError as error:
        raise SourceError(
            name, None, "tables and text boxes stand too deep inside each other", "simplify it"
        ) from error
    if not text.strip():
        pictures = document.left["picture"]
        if pictures:
            raise SourceError(
                name, None, f"no text, only {plural(pictures, 'picture')}: it is a scan", "ask for the text"
            )
        raise SourceError(name, None, "the document has no text", "give the file its text")
    return Converted(text, package.converter, tuple(document.notes()))


class _Document:
    """A package being read: its footnotes in order of appearance, and what was left out."""

    def __init__(self, package: Package) -> None:
        self._package, self._styles = package, Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._bodies = {
            (kind, n.get(f"{W}id")): n
            for kind in ("footnote", "endnote")
            if (root := package.part(f"{kind}s")) is not None
            for n in root.iterfind(f"{W}{kind}")
        }
        self._notes: dict[tuple[str, str], str] = {}
        self.left: Counter[str] = Counter()

    def text(self) -> str:
        body = child(self._package.document, "body")
        return with_notes([] if body is None else self._story(body), list(self._notes.values()))

    def _story(self, root: Element) -> list[str]:
        return Story(root, self._styles, self._numbering, self._note, self.left).paragraphs(root)

    def _note(self, kind: str, id: str) -> str:
        at, body = (kind, id), self._bodies.get((kind, id))
        if body is None:
            self.left["lost note"] += 1
            return ""
        if at not in self._notes:
            self._notes[at] = ""  # keeps its place; a note that refers to itself ends here
            self._notes[at] = " ".join(self._story(body))
        return mark(list(self._notes).index(at) + 1)

    def notes(self) -> list[str]:
        left, notes = self.left, []
        if left["deletion"] or left["insertion"]:
            taken = f"{plural(left['insertion'], 'insertion')} taken as text"
            notes.append(f"{plural(left['deletion'], 'tracked deletion')} left out, {taken}")
        if left["move"]:
            notes.append(f"{plural(left['move'], 'moved passage')} read where it was moved to")
        if left["number"]:
            notes.append(f"{plural(left['number'], 'number')} computed from Word's automatic numbering")
        for unknown in sorted(self._numbering.unknown):
            notes.append(f"numbers of the format «{unknown}» are written in digits")
        for key, (one, what) in LEFT_OUT.items():
            if left[key]:
                notes.append(f"{plural(left[key], one)} {what}")
        root = self._package.part("comments")
        comments = 0 if root is None else sum(1 for _ in root.iterfind(f"{W}comment"))
        if comments:
            notes.append(f"{plural(comments, 'comment')} left out")
        return notes + self._headers()

    def _headers(self) -> list[str]:
        roots = [r for kind in ("header", "footer") for r in self._package.parts.get(kind, [])]
        texts = [" ".join(" ".join(self._silent(r)).split()) for r in roots]
        texts = list(dict.fromkeys(t for t in texts if t))
        if not texts:
            return []
        named = ", ".join(f"«{t[:LONGEST_NAME]}{'…' if len(t) > LONGEST_NAME else ''}»" for t in texts[:4])
        return [f"{plural(len(texts), 'header or footer', 'headers and footers')} left out: {named}"]

    def _silent(self, root: Element) -> list[str]:
        """A header's paragraphs, read without moving the document's counters on."""
        return Story(root, self._styles, Numbering(None, self._styles), lambda *_: "", Counter()).paragraphs(root)


LEFT_OUT = {
    "hidden": ("piece", "of hidden text left out"),
    "placeholder": ("placeholder", "of forms left out"),
    "picture": ("picture", "left out"),
    "formula": ("formula", "taken as a line of its signs"),
    "sign": ("sign", "of a symbol font unknown here, shown as \ufffd"),
    "embedded": ("embedded file", "left out"),
    "lost note": ("footnote", "referred to but not in the file"),
}
"""What is left out or guessed, as the notes name it."""
