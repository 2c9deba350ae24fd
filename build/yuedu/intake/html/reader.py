"""A web page as text: its title, the line of number and date, the text; the page around it is left out and told."""

from __future__ import annotations

from collections.abc import Sequence

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted, mark, with_notes
from yuedu.intake.html.charset import page_text
from yuedu.intake.html.footnotes import footnotes, without_mark
from yuedu.intake.html.line import Line
from yuedu.intake.html.lines import Renderer
from yuedu.intake.html.main_text import chosen, declared_title
from yuedu.intake.html.tree import Page, parse
from yuedu.intake.needs import maker

REMEDY = "open the page in a browser, select the text and copy it into a plain text file, or save the page as .mht"


def read_html(data: bytes, name: str, charset: str = "") -> Converted:
    """The text of a page or a fragment; `charset` is that of a message around it.

    Raises `SourceError` for a page without text (one that a script fills), one nested beyond reason, and bytes that are
    in no encoding.
    """
    source, notes = page_text(data, name, charset)
    page = parse(source, name)
    texts, left = _text(page)
    if not texts and page.hidden:
        page = parse(source, name, show_hidden=True)
        texts, left = _text(page)
        notes.append("all the text is hidden until a script shows it")
    if not texts:
        scripts = page.left_out["script"]
        why = (
            "a script fills the page when a browser shows it"
            if scripts
            else "the page has nothing but links and frames"
        )
        raise SourceError(name, None, f"no text: {why}", REMEDY)
    if title := declared_title(page, texts):
        texts.insert(0, title)
        notes.append("the title stands only in the page's head and is taken from there")
    body, below = _numbered(texts, page)
    return Converted(with_notes(body, below), maker("selectolax"), (*notes, *_told(page, left)))


def _text(page: Page) -> tuple[list[str], list[Line]]:
    found = footnotes(page)
    renderer = Renderer(found.marks, frozenset(note.index for note in found.notes))
    return chosen(page, renderer.lines(page.body))


def _numbered(texts: Sequence[str], page: Page) -> tuple[list[str], list[str]]:
    """The marks of footnotes in the order in which the text has them, and the notes."""
    found = footnotes(page)
    renderer = Renderer({}, frozenset())
    numbers: dict[int, int] = {}
    body: list[str] = []
    for text in texts:
        parts = text.split("\x01")
        line = parts[0]
        for part in parts[1:]:
            which, _, rest = part.partition("\x02")
            number = numbers.setdefault(int(which), len(numbers) + 1)
            line += mark(number) + rest
        body.append(line)
    return body, [without_mark(renderer.text(found.notes[which])) for which in numbers]


def _told(page: Page, left: Sequence[Line]) -> list[str]:
    """What was left out, in a line each."""
    notes: list[str] = []
    if left:
        length = sum(line.length for line in left)
        words = "», «".join(line.text.strip()[:20] for line in left[:3])
        more = ", …" if len(left) > 3 else ""
        notes.append(f"{length} characters around the text are left out: «{words}»{more}")
    if hidden := [" ".join(text.split()) for text in page.hidden if text.strip()]:
        notes.append(f"{sum(map(len, hidden))} hidden characters are left out: «{hidden[0][:20]}»")
    for tag, what in (("img", "pictures"), ("del", "deleted passages"), ("rt", "readings above characters")):
        if count := page.left_out[tag]:
            notes.append(f"{count} {what} left out")
    return notes
