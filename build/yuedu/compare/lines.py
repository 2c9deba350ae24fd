"""A bilingual file to its lines: a TSV whose last two columns are Chinese and English, or a TMX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from yuedu.errors import SourceError
from yuedu.findings import Finding

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Line:
    """A Chinese text and its English; `number` is the file's line, from 1."""

    number: int
    zh: str
    en: str


def read_lines(data: bytes, name: str) -> tuple[list[Line], list[Finding]]:
    """Every pair of a file, and what is wrong with any line; a line that is no pair is told and left out.

    Raises `SourceError` for what is neither text in UTF-8 or UTF-16 nor well-formed TMX.
    """
    text = _text(data, name)
    found = list(_tmx(data, name) if text.lstrip()[:200].startswith("<") else _tsv(text, name))
    return [x for x in found if isinstance(x, Line)], [x for x in found if isinstance(x, Finding)]


def _text(data: bytes, name: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            name, None, f"byte {error.start} is not {encoding.upper()}", "save the file as UTF-8"
        ) from None


def _tsv(text: str, name: str) -> Iterator[Line | Finding]:
    """Quotes are characters: a TSV has none to open a field with, unless a cell begins and ends with them."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    csv.field_size_limit(len(text) + 1)
    for row in rows:
        number = rows.line_num
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < 2:
            message = "a line needs two columns, Chinese and English, with a tab between"
            yield Finding("error", "text.columns", f"{name}:{number}", message, row[0][:60], "Chinese⇥English")
            continue
        zh, en = (_unquoted(cell) for cell in row[-2:])
        yield from _line(number, zh, en, name)


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell


def _tmx(data: bytes, name: str) -> Iterator[Line | Finding]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(name, error.lineno, f"no well-formed XML: {error.msg}", "export the TMX again") from None
    if etree.QName(root).localname != "tmx":
        raise SourceError(
            name, root.sourceline, f"the root is {etree.QName(root).localname!r}, not tmx", "give a TMX or a TSV"
        )
    for unit in root.iter("{*}tu"):
        sides: dict[str, str] = {}
        for variant in unit.iter("{*}tuv"):
            language = (variant.get(_LANG) or variant.get("lang") or "").lower().split("-")[0]
            segment = variant.find("{*}seg")
            sides.setdefault(language, "" if segment is None else " ".join("".join(segment.itertext()).split()))
        if "zh" in sides and "en" in sides:
            yield from _line(unit.sourceline, sides["zh"], sides["en"], name)
        else:
            has = ", ".join(sorted(filter(None, sides))) or "none"
            message = "a unit needs a variant in Chinese (zh) and one in English (en)"
            yield Finding("error", "text.columns", f"{name}:{unit.sourceline}", message, has, "zh, en")


def _line(number: int, zh: str, en: str, name: str) -> Iterator[Line | Finding]:
    if zh and en:
        yield Line(number, zh, en)
    else:
        empty, other = ("English", zh) if zh else ("Chinese", en)
        yield Finding("error", "text.empty", f"{name}:{number}", f"the {empty} is empty", "", other[:60])
