"""What a document says of itself, each fact with the words it rests on. Guessed, for an editor to confirm."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yuedu.text import occasion as occasions
from yuedu.text.attribution import addressees, issuer, signatory, speaker_and_office
from yuedu.text.dates import dated
from yuedu.text.grammar import DATE, GENRE
from yuedu.text.ids import DOCUMENT
from yuedu.text.period import period_stated
from yuedu.text.speakers import after_occasion
from yuedu.text.stated import Frame, Stated
from yuedu.text.strands import strands
from yuedu.text.titles import joined
from yuedu.text.tree import Passage, Tree


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


NUMBER = re.compile(r"[^，。：:（）()\s]{1,20}[〔\[［（(]\d{4}[〕\]］）)]第?\d+号|(?:\d{4}年)?第\d+号")
"""省数字政府办〔2023〕1号, 第302号."""

_WITH_SUBTITLE = re.compile(
    rf"(?P<title>[^—（(]{{2,40}})(?:(?P<dash>——|--)(?P<subtitle>.{{4,}})|[（(](?={DATE})[^（）()]{{8,}}[）)])"
)
"""政府工作报告——2026年1月26日在…会议上, all in one line."""

_GLUED = re.compile(
    rf"(?P<title>(?=[^，。]*(?:年|关于|国|省|市))[^，。；：]{{6,60}}?(?:{GENRE}))(?=根据《|为了|为贯彻|为深入|为全面|为加快)"
)
"""…规划纲要根据《…》编制: a title that a converter ran into the first sentence."""

_REVIEWS = re.compile("总结|回顾|执行情况|工作情况")


def metadata(tree: Tree) -> Metadata:
    """Read a tree; a pure reading, which never fails."""
    frame = Frame(tree)
    title, signed, date = _title(frame), signatory(frame), dated(frame)
    speaker, office = speaker_and_office(frame, title, signed)
    period, years = _period(frame, title)
    return Metadata(
        title=title,
        subtitle=_subtitle(frame),
        number=_number(frame, title),
        date=date[0] if date else None,
        date_basis=date[1] if date else None,
        occasion=_occasion(frame),
        speaker=speaker,
        office=office,
        issuer=issuer(frame, title, signed),
        addressees=addressees(frame),
        signatory=signed,
        period=period,
        period_iso=years,
    )


def _title(frame: Frame) -> Stated | None:
    if frame.title:
        whole = joined([p.zh for p in frame.title])
        bare = re.sub(rf"[（(](?:{NUMBER.pattern})[）)]$", "", whole)
        one_line = _WITH_SUBTITLE.fullmatch(bare)
        return frame.whole(frame.title, one_line["title"] if one_line else bare)
    first = frame.tree.parts[len(frame.head)] if len(frame.tree.parts) > len(frame.head) else None
    if isinstance(first, Passage) and (glued := _GLUED.match(first.zh)):
        return frame.stated(glued["title"], first, first.start, first.start + glued.end("title"))
    return None


def _subtitle(frame: Frame) -> Stated | None:
    if lines := frame.run("subtitle"):
        return frame.whole(lines, "".join(p.zh for p in lines).lstrip("—-―"))
    one_line = _WITH_SUBTITLE.fullmatch("".join(p.zh for p in frame.title))
    return frame.whole(frame.title, one_line["subtitle"]) if one_line and one_line["dash"] else None


def _number(frame: Frame, title: Stated | None) -> Stated | None:
    for part in (*frame.head, *frame.tail):
        match = NUMBER.search(part.zh) if part.role == "number" else None
        if match:
            value = re.sub("^(?:发文字号|文号)", "", match[0])
            return frame.stated(value, part, part.start + match.start(), part.start + match.end())
    match = re.search(rf"(?<=[（(])(?:{NUMBER.pattern})(?=[）)]$)", title.words) if title else None
    if title and match:
        return Stated(match[0], match[0], title.at, title.start + match.start(), title.start + match.end())
    return None


def _occasion(frame: Frame) -> Stated | None:
    """Of a line of its own or the subtitle, up to a name that follows it; else of the title."""
    for lines in (frame.run("occasion"), frame.run("subtitle"), frame.title):
        zh = "".join(p.zh for p in lines)
        who = after_occasion(zh) if lines is not frame.title else None
        named = (who.office or who.name) if who else None
        span = occasions.occasion(zh[: named[0]] if named else zh)
        if span:
            return frame.over(lines, *span)
    return None


def _period(frame: Frame, title: Stated | None) -> tuple[Stated | None, str | None]:
    """The period of the first section that reports, as its heading states it; else of a title that reviews."""
    done = {p.at for p in strands(frame.tree, title.value if title else None).values() if p.strand == "done"}
    for section in frame.tree.sections:
        if section.id in done and section.title and section.place and (found := period_stated(section.title)):
            start = section.place[0] + len(section.label or "") + section.title.index(found[1])
            return frame.stated(found[1], section, start, start + len(found[1])), found[0]
    if title and _REVIEWS.search(title.value) and (found := period_stated(title.value)) and found[1] in title.words:
        start = title.start + title.words.index(found[1])
        return Stated(found[1], found[1], title.at, start, start + len(found[1])), found[0]
    return None, None


def document_id(name: str) -> str:
    """An id made of a file's name where that gives one, else `document`."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    plain = re.sub(r"(?<=[a-z])(?=\d)", "-", plain, count=1)
    return plain if re.fullmatch(DOCUMENT, plain) else "document"
