"""A bilingual file to its lines: a TSV whose last two columns are Chinese and English, or a TMX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from yuedu.errors import SourceError
from yuedu.findings import Finding
from yuedu.intake.encodings import decode

_CODES = {"bpt", "ept", "it", "ph", "ut"}  # inline elements of TMX 1.4b that hold codes, not words
_HAN = re.compile("[\u4e00-\u9fff]")
_TALLEST = 200  # lines of one quoted cell
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Line:
    """A Chinese text and its English; `number` is the file's line, from 1; `year` is of the line itself, where it names one."""

    number: int
    zh: str
    en: str
    year: int | None = None


def read_lines(data: bytes, name: str) -> tuple[list[Line], list[Finding]]:
    """Every pair of a file, and what is wrong with any line; a line that is no pair is told and left out.

    Raises `SourceError` for what is neither text in UTF-8, UTF-16 or GB18030 nor well-formed TMX.
    """
    text = _text(data, name)
    found = list(_tmx(data, name) if text.lstrip()[:200].startswith("<") else _tsv(text, name))
    return [x for x in found if isinstance(x, Line)], [x for x in found if isinstance(x, Finding)]


def _text(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise SourceError(name, None, f"byte {error.start} is not UTF-16", "save the file as UTF-8") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(data, name).text  # GB18030, or the reason why not
    if not text.strip():
        raise SourceError(name, None, "the file is empty", "give a TMX, or a TSV with Chinese and English")
    return text


def _tsv(text: str, name: str) -> Iterator[Line | Finding]:
    """A cell may be quoted and hold line feeds then; a quotation mark that is never closed is a character like others."""
    for number, row in _rows(re.split(r"\r\n|\r|\n", text)):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < 2:
            message = "a line needs two columns, Chinese and English, with a tab between"
            yield Finding("error", "text.columns", f"{name}:{number}", message, row[0][:60], "Chinese⇥English")
            continue
        zh, en = (_unquoted(cell) for cell in row[-2:])
        yield from _line(number, zh, en, name)


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins in."""
    at = 0
    while at < len(lines):
        end = at + 1
        if _is_open(lines[at]):
            end = next((n + 1 for n in range(at + 1, min(len(lines), at + _TALLEST)) if _closes(lines[n])), end)
        yield at + 1, "\n".join(lines[at:end]).split("\t")
        at = end


def _is_open(line: str) -> bool:
    """Whether the last cell begins with a quotation mark that its line does not close."""
    cell = line.rpartition("\t")[2].strip()
    return cell.startswith('"') and cell.count('"') % 2 == 1


def _closes(line: str) -> bool:
    """Whether a quoted cell ends in this line: an odd mark, then a tab or the end, or another cell's beginning."""
    first, _, rest = line.partition("\t")
    return first.count('"') % 2 == 1 and first.rstrip().endswith('"') and not _is_open("\t" + rest)


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return " ".join(cell.split("\n")).strip()


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
            language = re.split("[-_]", (variant.get(_LANG) or variant.get("lang") or "").lower())[0]
            segment = variant.find("{*}seg")
            sides.setdefault(language, "" if segment is None else " ".join(_words(segment).split()))
        place = f"{name}:{unit.sourceline}"
        if next(unit.iter(etree.Entity), None) is not None:
            message = "an entity of the file's own, which is not expanded"
            yield Finding(
                "error", "text.entity", place, message, next(unit.iter(etree.Entity)).text, "the words themselves"
            )
        elif "zh" in sides and "en" in sides:
            yield from _line(unit.sourceline, sides["zh"], sides["en"], name)
        else:
            has = ", ".join(sorted(filter(None, sides))) or "none"
            message = "a unit needs a variant in Chinese (zh) and one in English (en)"
            yield Finding("error", "text.columns", place, message, has, "zh, en")


def _words(element: Any) -> str:
    """The words of a segment, without the codes of the format it came from."""
    out = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname not in _CODES:
            out += _words(child)
        out += child.tail or ""
    return out


def _line(number: int, zh: str, en: str, name: str) -> Iterator[Line | Finding]:
    place = f"{name}:{number}"
    if not (zh and en):
        empty, other = ("English", zh) if zh else ("Chinese", en)
        yield Finding("error", "text.empty", place, f"the {empty} is empty", "", other[:60])
    elif _HAN.search(en) and not _HAN.search(zh):
        message = "the Chinese stands where the English should"
        yield Finding("error", "text.columns", place, message, zh[:60], "Chinese before English")
    else:
        yield Line(number, zh, en)
