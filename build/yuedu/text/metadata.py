"""What a document says of itself: title, number, date. Guessed from its front matter for an editor to confirm."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yuedu.text.ids import DOCUMENT
from yuedu.text.numerals import label_number
from yuedu.text.tree import Tree

_DATE = re.compile(
    r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Null where the front matter does not state it."""

    title: str | None
    number: str | None
    date: str | None


def metadata(tree: Tree) -> Metadata:
    """Read the front matter; the date is its date line, else the date in its subtitle."""
    by_role = {f.role: f.zh for f in reversed(tree.front)}
    number = by_role.get("number")
    dated = by_role.get("date") or by_role.get("subtitle") or ""
    return Metadata(by_role.get("title"), number.strip("()（）") if number else None, iso_date(dated))


def iso_date(text: str) -> str | None:
    """The first date in a text, 2023年2月7日 or 二〇二三年二月七日, as ISO 8601; None for no such day."""
    match = _DATE.search(text)
    if not match:
        return None
    month, day = label_number(match[2]), label_number(match[3])
    try:
        return date(int(match[1].translate(_DIGITS)), month or 0, day or 0).isoformat()
    except ValueError:
        return None


def document_id(name: str) -> str:
    """An id made of a file's name where that gives one, else `document`."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    plain = re.sub(r"(?<=[a-z])(?=\d)", "-", plain, count=1)
    return plain if re.fullmatch(DOCUMENT, plain) else "document"
