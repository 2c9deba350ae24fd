"""An .odt file to text.

Read with lxml from the archive's own XML, not with odfdo: that parses with entities expanded and no limit of size or
depth, and says of a list's items that they are items, not what number they have on the page.
"""

from __future__ import annotations

from collections import Counter

from yuedu.errors import SourceError
from yuedu.intake.archive import Archive
from yuedu.intake.converted import Converted, mark, with_notes
from yuedu.intake.needs import maker
from yuedu.intake.odt.body import Body
from yuedu.intake.odt.lists import Lists
from yuedu.intake.odt.names import MANIFEST, OFFICE, STYLE, TEXT, Element
from yuedu.intake.odt.styles import Styles
from yuedu.intake.plural import plural

KIND = ".odt"
MANIFEST_PART, CONTENT, STYLES = "META-INF/manifest.xml", "content.xml", "styles.xml"
LONGEST_NAME = 40
RUNNING = (f"{STYLE}header", f"{STYLE}footer", f"{STYLE}header-left", f"{STYLE}footer-left")


def read_odt(data: bytes, name: str) -> Converted:
    """The text of an OpenDocument text, with its computed numbers; `SourceError` for what cannot be read."""
    archive = Archive(data, name, KIND)
    if (
        MANIFEST_PART in archive
        and next(archive.xml(MANIFEST_PART).iter(f"{MANIFEST}encryption-data"), None) is not None
    ):
        raise archive.error("it is password-protected", "save it without a password")
    content = archive.xml(CONTENT)
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise archive.error(f"not an {KIND}: it holds no text document", "save it as .odt or .docx")
    styles = archive.xml(STYLES) if STYLES in archive else None
    document = _Document(content, styles)
    try:
        read = with_notes(document.body.paragraphs(text), document.texts)
    except RecursionError as error:
        raise archive.error("tables and lists stand too deep inside each other", "simplify it") from error
    if not read.strip():
        pictures = document.left["picture"]
        said = f", only {plural(pictures, 'picture')}: it is a scan" if pictures else ""
        raise SourceError(name, None, f"the document has no text{said}", "give the file its text")
    return Converted(read, maker("lxml"), tuple(document.notes(text)))


class _Document:
    """A document being read: its notes in order of appearance, and what was left out."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        self._styles_root = styles
        self._styles = Styles([root for root in (styles, content) if root is not None])
        self.left: Counter[str] = Counter()
        self.texts: list[str] = []
        self.body = Body(self._styles, Lists(self._styles), self._note, self.left)

    def _note(self, note: Element) -> str:
        body = note.find(f"{TEXT}note-body")
        at = len(self.texts)
        self.texts.append("")
        self.texts[at] = "" if body is None else " ".join(self.body.paragraphs(body))
        return mark(at + 1)

    def notes(self, text: Element) -> list[str]:
        left, notes = self.left, []
        deleted, inserted = (sum(1 for _ in text.iter(f"{TEXT}{kind}")) for kind in ("deletion", "insertion"))
        if deleted or inserted:
            notes.append(
                f"{plural(deleted, 'tracked deletion')} left out, {plural(inserted, 'insertion')} taken as text"
            )
        if left["number"]:
            notes.append(f"{plural(left['number'], 'number')} computed from the lists' and headings' styles")
        for key, (one, what) in LEFT_OUT.items():
            if left[key]:
                notes.append(f"{plural(left[key], one)} {what}")
        return notes + self._running()

    def _running(self) -> list[str]:
        """The headers and footers of the page styles."""
        if self._styles_root is None:
            return []
        silent = Body(self._styles, Lists(self._styles), lambda _: "", Counter())
        found = (" ".join(" ".join(silent.paragraphs(e)).split()) for e in self._styles_root.iter(*RUNNING))
        texts = list(dict.fromkeys(t for t in found if t))
        named = ", ".join(f"«{t[:LONGEST_NAME]}{'…' if len(t) > LONGEST_NAME else ''}»" for t in texts[:4])
        return [f"{plural(len(texts), 'header or footer', 'headers and footers')} left out: {named}"] if texts else []


LEFT_OUT = {
    "hidden": ("piece", "of hidden text left out"),
    "comment": ("comment", "left out"),
    "picture": ("picture", "left out"),
}
"""What is left out, as the notes name it."""
