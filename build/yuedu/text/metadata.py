"""What a document says of itself, each fact with the words it rests on. Guessed, for an editor to confirm."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yuedu.text import occasion as occasions
from yuedu.text.dates import DATED, DATED_TO_THE_MONTH, iso_date_or_month
from yuedu.text.grammar import GENRE
from yuedu.text.ids import DOCUMENT
from yuedu.text.period import period_stated
from yuedu.text.portal import portal_kind
from yuedu.text.speakers import after_occasion, named_in, person
from yuedu.text.strands import strands
from yuedu.text.titles import is_organ, joined
from yuedu.text.tree import FrontLine, Part, Passage, Section, Tree


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact, the words of the text that state it, where they stand (offsets in the text), and the id of their part.

    Words over several lines hold the line feeds between them.
    """

    value: str
    words: str
    at: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """Null where the text does not state it. `date_basis` says in Chinese which line has the date.

    `period` is what a review covers, in its own words; `period_iso` its years, where the words are plain years.
    """

    title: Stated | None = None
    subtitle: Stated | None = None
    number: Stated | None = None
    date: Stated | None = None
    date_basis: str | None = None
    occasion: Stated | None = None
    speaker: Stated | None = None
    office: Stated | None = None
    issuer: Stated | None = None
    addressees: Stated | None = None
    signatory: Stated | None = None
    period: Stated | None = None
    period_iso: str | None = None


def metadata(tree: Tree) -> Metadata:
    """Read a tree; a pure reading, which never fails."""
    return _Reader(tree).read()


NUMBER = re.compile(r"[^，。：:（）()\s]{1,20}[〔\[［（(]\d{4}[〕\]］）)]第?\d+号|(?:\d{4}年)?第\d+号")
_SPEECH = re.compile("(?:讲话|报告|致辞|致词|发言|演讲|贺词|贺信|公开信|谈话|讲演|演辭|致辭|汇报)")
_BEFORE_ABOUT = re.compile("(?P<issuer>.{2,60}?)(?:关于|關於|印发|转发|批转).+")
_WITH_SUBTITLE = re.compile(
    rf"(?P<title>[^—（(]{{2,40}})(?:(?P<dash>——|--)(?P<subtitle>.{{4,}})|[（(](?={DATED.pattern})[^（）()]{{8,}}[）)])"
)
"""政府工作报告——2026年1月26日在…会议上, all in one line."""
_GLUED = re.compile(
    rf"(?P<title>(?=[^，。]*(?:年|关于|国|省|市))[^，。；：]{{6,60}}?(?:{GENRE}))(?=根据《|为了|为贯彻|为深入|为全面|为加快)"
)
_REVIEWS = re.compile("总结|回顾|执行情况|工作情况")


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        body = next((n for n, part in enumerate(tree.parts) if not isinstance(part, FrontLine)), len(tree.parts))
        self.head = [p for p in tree.parts[:body] if isinstance(p, FrontLine)]
        self.tail = [p for p in tree.parts[body:] if isinstance(p, FrontLine)]
        self.title_parts = [p for p in self.head if p.role == "title"]

    def read(self) -> Metadata:
        title = self._title()
        dated = self._date()
        speaker, office = self._speaker(title)
        signatory = self._signatory()
        if not speaker and signatory and title and _SPEECH.search(title.value) and not is_organ(signatory.value):
            who = person(signatory.words)
            if who and who.name:
                speaker = self._within(signatory, *who.name)
                office = self._within(signatory, *who.office) if who.office else None
        period, years = self._period(title)
        return Metadata(
            title=title,
            subtitle=self._subtitle(),
            number=self._number(title),
            date=dated[0] if dated else None,
            date_basis=dated[1] if dated else None,
            occasion=self._occasion(title),
            speaker=speaker,
            office=office,
            issuer=self._issuer(title, signatory),
            addressees=self._addressees(),
            signatory=signatory,
            period=period,
            period_iso=years,
        )

    def _stated(self, value: str, part: Part, start: int, end: int) -> Stated:
        return Stated(value, self.tree.text[start:end], part.id, start, end)

    def _within(self, of: Stated, a: int, b: int) -> Stated:
        return Stated(of.words[a:b], of.words, of.at, of.start, of.end)

    def _whole(self, parts: list[FrontLine], value: str) -> Stated | None:
        return self._stated(value, parts[0], parts[0].start, parts[-1].end) if parts and value else None

    def _run(self, role: str) -> list[FrontLine]:
        """The first lines of one role that stand together."""
        first = next((n for n, p in enumerate(self.head) if p.role == role), None)
        if first is None:
            return []
        last = first
        while last + 1 < len(self.head) and self.head[last + 1].role == role:
            last += 1
        return self.head[first : last + 1]

    def _title(self) -> Stated | None:
        if self.title_parts:
            whole = joined([p.zh for p in self.title_parts])
            bare = re.sub(rf"[（(](?:{NUMBER.pattern})[）)]$", "", whole)
            one_line = _WITH_SUBTITLE.fullmatch(bare)
            return self._whole(self.title_parts, one_line["title"] if one_line else bare)
        first = next((p for p in self.tree.parts if not isinstance(p, FrontLine)), None)
        glued = _GLUED.match(first.zh) if isinstance(first, Passage) else None
        if glued and isinstance(first, Passage):
            return self._stated(glued["title"], first, first.start, first.start + glued.end("title"))
        return None

    def _subtitle(self) -> Stated | None:
        lines = self._run("subtitle")
        if not lines:  # all in one line
            one_line = _WITH_SUBTITLE.fullmatch("".join(p.zh for p in self.title_parts))
            return self._whole(self.title_parts, one_line["subtitle"]) if one_line and one_line["dash"] else None
        return self._whole(lines, "".join(p.zh for p in lines).lstrip("—-―"))

    def _number(self, title: Stated | None) -> Stated | None:
        for part in (*self.head, *self.tail):
            match = NUMBER.search(part.zh) if part.role == "number" else None
            if match:
                value = re.sub("^(?:发文字号|文号)", "", match[0])
                return self._stated(value, part, part.start + match.start(), part.start + match.end())
        match = re.search(rf"(?<=[（(])(?:{NUMBER.pattern})(?=[）)]$)", title.words) if title else None
        if title and match:
            return Stated(match[0], match[0], title.at, title.start + match.start(), title.start + match.end())
        return None

    def _date(self) -> tuple[Stated, str] | None:
        places = (
            (self.head, ("date",), "题下日期"),
            (self.head, ("byline",), "署名行所载日期"),
            (self.head, ("occasion",), "会议行所载日期"),
            (self.head, ("subtitle",), "副题所载日期"),
            (self.title_parts, ("title",), "题中日期"),
            (self.tail, ("date",), "文末署期"),
            (self.tail, ("signature",), "文末署期"),
            (self.head, ("note",), "题注日期"),
        )
        for parts, roles, basis in places:
            for part in parts:
                if part.role in roles and (found := self._dated(part, part.start, part.zh)):
                    return found, basis
        for passage in self.tree.passages:  # a notice with what it issues after its date
            if re.fullmatch(rf"[（(]?(?:{DATED.pattern})[）)]?", passage.zh):
                found = self._dated(passage, passage.start, passage.zh)
                return (found, "文中署期") if found else None
        return None

    def _dated(self, part: Part, start: int, zh: str) -> Stated | None:
        match = DATED.search(zh) or (DATED_TO_THE_MONTH.search(zh) if getattr(part, "role", "") == "date" else None)
        iso = iso_date_or_month(match[0]) if match else None
        if not match or not iso:
            return None
        return self._stated(iso, part, start + match.start(), start + match.end())

    def _occasion(self, title: Stated | None) -> Stated | None:
        for role in ("occasion", "subtitle"):
            lines = self._run(role)
            zh = "".join(p.zh for p in lines)
            named = after_occasion(zh)
            end = (named.office or named.name or (len(zh), 0))[0] if named else len(zh)
            span = occasions.occasion(zh[:end]) if lines else None
            if lines and span:
                return self._over(lines, *span)
        if self.title_parts and title:
            lines = self.title_parts
            span = occasions.occasion("".join(p.zh for p in lines))
            return self._over(lines, *span) if span else None
        return None

    def _over(self, lines: list[FrontLine], a: int, b: int) -> Stated:
        """A span of the lines joined, as a place in the text."""
        places = [p.start + n for p in lines for n in range(len(p.zh))]
        value = "".join(p.zh for p in lines)[a:b]
        return self._stated(value, lines[0], places[a], places[b - 1] + 1)

    def _speaker(self, title: Stated | None) -> tuple[Stated | None, Stated | None]:
        """Of the lines below the title, else right above it, else in the subtitle, the title, or a caption."""
        lines = [p for p in self.head if p.role == "byline"]
        at = next((n for n, p in enumerate(self.head) if p.role == "title"), None)
        if at and not any(person(p.zh) for p in lines) and self.head[at - 1].role == "other":
            lines = [self.head[at - 1]]
        found = [(p, who) for p in lines if (who := person(p.zh))]
        names = [(p, who.name) for p, who in found if who.name]
        if len({p.zh[slice(*span)] for p, span in names}) > 1:
            return None, None
        if found:
            name = next((self._line(p, span) for p, span in names), None)
            return name, self._office([(p, who.office) for p, who in found if who.office])
        runs = [self._run(role) for role in ("subtitle", "occasion")]
        texts = [self._whole(run, "".join(p.zh for p in run)) for run in runs]
        below = [p for p in self.head if self.title_parts and p.start > self.title_parts[-1].end and p.role == "other"]
        texts += [self._whole([p], p.zh) for p in below[:1]]
        near: list[FrontLine | Passage] = [*self.head, *self.tree.passages[:1]]
        captions = [self._stated(p.zh, p, p.start, p.end) for p in near if portal_kind(p.zh) == "caption"]
        office_alone: Stated | None = None
        for stated in (*texts, title, *captions):
            if stated is None:
                continue
            zh = stated.words.replace("\n", "").lstrip("—-―")
            who = named_in(zh) or after_occasion(zh)
            name = self._in(stated, zh, who.name) if who else None
            office = self._in(stated, zh, who.office) if who else None
            if name:
                return name, office
            office_alone = office_alone or office
        return None, office_alone

    def _in(self, stated: Stated, zh: str, span: tuple[int, int] | None) -> Stated | None:
        return Stated(zh[slice(*span)], stated.words, stated.at, stated.start, stated.end) if span else None

    def _line(self, part: FrontLine, span: tuple[int, int]) -> Stated:
        return self._stated(part.zh[slice(*span)], part, part.start, part.end)

    def _office(self, lines: list[tuple[FrontLine, tuple[int, int]]]) -> Stated | None:
        if not lines:
            return None
        value = ""
        for part, span in lines:
            value += (" " if value and not value.endswith("、") else "") + part.zh[slice(*span)]
        first, last = lines[0][0], lines[-1][0]
        return self._stated(value, first, first.start, last.end)

    def _issuer(self, title: Stated | None, signatory: Stated | None) -> Stated | None:
        for part in self.head:
            if part.role in ("issuer", "byline") and is_organ(part.zh):
                return self._stated(part.zh.removesuffix("文件"), part, part.start, part.end)
        if title and (match := _BEFORE_ABOUT.fullmatch(title.value)):
            name = match["issuer"]
            if all(is_organ(one) for one in name.split(" ")):
                words = self.tree.text[title.start : title.end]
                return Stated(name, words, title.at, title.start, title.end)
        if title and title.value.endswith("令") and is_organ(title.value[:-1]):
            return Stated(title.value[:-1], title.words, title.at, title.start, title.end)
        if title and not _SPEECH.search(title.value) and signatory and is_organ(signatory.value):
            return signatory
        return None

    def _addressees(self) -> Stated | None:
        lines = self._run("addressees")
        return self._whole(lines, "".join(p.zh for p in lines).rstrip("：:"))

    def _signatory(self) -> Stated | None:
        """The organ or the person whose line stands right above the date at the end."""
        dates = [n for n, p in enumerate(self.tail) if p.role in ("date", "seal")]
        if not dates:
            return None
        signed = [p for p in self.tail[: dates[0]] if p.role == "signature" and (is_organ(p.zh) or person(p.zh))]
        return self._whole(signed, " ".join(p.zh for p in signed))

    def _period(self, title: Stated | None) -> tuple[Stated | None, str | None]:
        done = {p.at for p in strands(self.tree, title.value if title else None).values() if p.strand == "done"}
        for section in self.tree.sections:
            if section.id in done and section.title and section.place and (found := period_stated(section.title)):
                return self._reviewed(section, section.title, section.place[0] + len(section.label or ""), found)
        if title and _REVIEWS.search(title.value) and (found := period_stated(title.value)) and found[1] in title.words:
            start = title.start + title.words.index(found[1])
            return Stated(found[1], found[1], title.at, start, start + len(found[1])), found[0]
        return None, None

    def _reviewed(
        self, part: Section, heading: str, at: int, found: tuple[str | None, str]
    ) -> tuple[Stated, str | None]:
        start = at + heading.index(found[1])
        return self._stated(found[1], part, start, start + len(found[1])), found[0]


def opening_words(text: str) -> str:
    """Words that begin the first line of a cleaned text and no other line; empty where all of it recurs, which says
    «from the first line»."""
    lines = text.split("\n")
    first, others = lines[0], lines[1:]
    for length in range(min(12, len(first)), len(first) + 1):
        words = first[:length]
        if words and not any(line.startswith(words) for line in others):
            return words
    return ""


def document_id(name: str) -> str:
    """An id made of a file's name where that gives one, else `document`."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    plain = re.sub(r"(?<=[a-z])(?=\d)", "-", plain, count=1)
    return plain if re.fullmatch(DOCUMENT, plain) else "document"
