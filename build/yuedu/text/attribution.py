"""Who speaks in what office, who issues, who signs and to whom: read from the lines before and after the text."""

from __future__ import annotations

import re

from yuedu.text.furniture import furniture_kind
from yuedu.text.speakers import after_occasion, named_in, person
from yuedu.text.stated import Frame, Stated
from yuedu.text.titles import is_organ
from yuedu.text.tree import FrontLine, Passage

Attributed = tuple[Stated | None, Stated | None]
"""A speaker and an office."""

_SPEECH = re.compile("讲话|报告|致辞|致词|发言|演讲|贺词|贺信|公开信|谈话|讲演|演辭|致辭|汇报")
_BEFORE_ABOUT = re.compile("(?P<issuer>.{2,60}?)(?:关于|關於|印发|转发|批转).+")


def speaker_and_office(frame: Frame, title: Stated | None, signed: Stated | None) -> Attributed:
    """Of the lines below the title, else right above it, else in the subtitle, the title or a caption, else the signature.

    Two names in the lines leave both empty.
    """
    lines = [p for p in frame.head if p.role == "byline"]
    at = next((n for n, p in enumerate(frame.head) if p.role == "title"), None)
    if at and not any(person(p.zh) for p in lines) and frame.head[at - 1].role == "other":
        lines = [frame.head[at - 1]]
    if any(person(p.zh) for p in lines):
        return _of_lines(frame, lines)
    name, office = _of_sentences(frame, title)
    if name or not (signed and title and _SPEECH.search(title.value)) or is_organ(signed.value):
        return name, office
    who = person(signed.words)
    return (_part(signed, who.name), _part(signed, who.office)) if who and who.name else (None, office)


def _of_lines(frame: Frame, lines: list[FrontLine]) -> Attributed:
    found = [(p, who) for p in lines if (who := person(p.zh))]
    names = [(p, who.name) for p, who in found if who.name]
    if len({p.zh[slice(*span)] for p, span in names}) > 1:
        return None, None
    name = next((frame.stated(p.zh[slice(*span)], p, p.start, p.end) for p, span in names), None)
    offices = [(p, p.zh[slice(*who.office)]) for p, who in found if who.office]
    value = ""
    for _, office in offices:
        value += (" " if value and not value.endswith("、") else "") + office
    return name, frame.stated(value, offices[0][0], offices[0][0].start, offices[-1][0].end) if offices else None


def _of_sentences(frame: Frame, title: Stated | None) -> Attributed:
    runs = [frame.run(role) for role in ("subtitle", "occasion")]
    texts = [frame.whole(run, "".join(p.zh for p in run)) for run in runs]
    below = [p for p in frame.head if frame.title and p.start > frame.title[-1].end and p.role == "other"]
    texts += [frame.whole([p], p.zh) for p in below[:1]]
    near: list[FrontLine | Passage] = [*frame.head, *frame.tree.passages[:1]]
    captions = [frame.stated(p.zh, p, p.start, p.end) for p in near if furniture_kind(p.zh) == "caption"]
    office_alone: Stated | None = None
    for stated in (*texts, title, *captions):
        if stated is None:
            continue
        dash = len(stated.words) - len(stated.words.lstrip("—-―"))
        zh = stated.words[dash:].replace("\n", "")
        who = named_in(zh) or after_occasion(zh)
        if who and who.name:
            return _part(stated, who.name, dash), _part(stated, who.office, dash)
        office_alone = office_alone or (_part(stated, who.office, dash) if who else None)
    return None, office_alone


def _part(of: Stated, span: tuple[int, int] | None, dash: int = 0) -> Stated | None:
    return of.within(*span, at=dash) if span else None


def issuer(frame: Frame, title: Stated | None, signed: Stated | None) -> Stated | None:
    """The organ of a line of its own, else before 关于 in the title, else of an order, else that signs what is no speech."""
    for part in frame.head:
        if part.role in ("issuer", "byline") and is_organ(part.zh):
            return frame.stated(part.zh.removesuffix("文件").replace("\u3000", " "), part, part.start, part.end)
    if title is None:
        return None
    match = _BEFORE_ABOUT.fullmatch(title.value)
    order = title.value.removesuffix("令")
    name = match["issuer"] if match else order if order != title.value else ""
    if name and all(is_organ(one) for one in name.split(" ")):
        return Stated(name, title.words, title.at, title.start, title.end)
    return signed if signed and is_organ(signed.value) and not _SPEECH.search(title.value) else None


def addressees(frame: Frame) -> Stated | None:
    """Those a notice is sent to, without the colon."""
    lines = frame.run("addressees")
    return frame.whole(lines, "".join(p.zh for p in lines).rstrip("：:"))


def signatory(frame: Frame) -> Stated | None:
    """The organs or the person whose lines stand right above the date at the end."""
    dates = [n for n, p in enumerate(frame.tail) if p.role in ("date", "seal")]
    above = frame.tail[: dates[0]] if dates else []
    signed = [p for p in above if p.role == "signature" and (is_organ(p.zh) or person(p.zh))]
    return frame.whole(signed, " ".join(p.zh.replace("\u3000", " ") for p in signed))
