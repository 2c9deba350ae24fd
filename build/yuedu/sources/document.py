"""One document of a `document.yml`: who spoke when, what its parts do and where they are filed, and how its text is cut."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from yuedu.sources.filing import Also, Filed
from yuedu.sources.shape import Bilingual, IsoDate, Shape
from yuedu.text.ids import DOCUMENT, NUMBER
from yuedu.text.layout import ROLES
from yuedu.text.outline import Aspects, Outline, PlacedSection, Placement
from yuedu.text.outline import LineRole as Said
from yuedu.text.seed import Begin

DocumentId = Annotated[str, StringConstraints(pattern=rf"^{DOCUMENT}$")]
Words = Annotated[str, StringConstraints(min_length=1)]


def _path(text: str) -> str:
    if not re.fullmatch(rf"((?:a[1-9]\d*|{NUMBER})(\.{NUMBER})*)?", text):
        raise ValueError("a section is written as its numbers, such as 2.4, or as '' for the document itself")
    return text


SectionPath = Annotated[str, AfterValidator(_path)]

Strand = Literal["asked", "done", "planned", "gaps", "context", "occasion"]
"""What a passage does: asks, reports what was done, plans, admits a gap, gives the policy it rests on, or belongs to
the occasion."""


class EditorialSection(Shape):
    """A section whose heading the text lacks: it opens before the line that begins with `before`."""

    section: SectionPath
    before: Words
    title: Bilingual
    reason: Bilingual


class Place(Shape):
    """The paragraph that begins with `begins` belongs to `section` and not to the one before it."""

    begins: Words
    section: SectionPath
    reason: Bilingual


class Split(Shape):
    """The paragraph that begins with `begins` is cut before each of `at`: aspects that have no number."""

    begins: Words
    at: list[Words]
    reason: Bilingual


class LineRole(Shape):
    """What a line is, where the parser guessed otherwise: the one that is the words of `begins`, or begins with them.

    `text`, `heading` (one without a number), or a role of the frame.
    """

    begins: Words
    role: Annotated[str, Field(alias="is")]
    reason: Bilingual | None = None

    @field_validator("role")
    @classmethod
    def _is_known(cls, role: str) -> str:
        if role not in ROLES:
            raise ValueError(f"a line is none of these: {role!r}; write one of {', '.join(ROLES)}")
        return role


PROPOSABLE = (
    *("title", "subtitle", "short", "number", "date", "date_basis", "occasion", "period", "strands"),
    "follows",
    *("speaker", "office", "issuer", "addressees", "signatory"),
)
"""Fields of a document that `yuedu add` fills in from the text; filings say for themselves who filed."""


class Document(Shape):
    """One speech or notice. What the seed does not state stays null.

    `follows`: the document that it takes the place of or goes on from, such as the report of the year before.
    `period`: what its review covers, in words of the text. `proposed`: the fields that a rule filled in and nobody has
    confirmed, each with the words of the text it rests on; who confirms one takes it out of this list.
    """

    id: DocumentId
    begins: str
    short: Bilingual
    title: Bilingual
    subtitle: Bilingual | None = None
    speaker: Bilingual | None = None
    office: Bilingual | None = None
    issuer: Bilingual | None = None
    addressees: Bilingual | None = None
    signatory: Bilingual | None = None
    date: IsoDate | None = None
    date_basis: Bilingual | None = None
    occasion: Bilingual | None = None
    number: str | None = None
    part_of: DocumentId | None = None
    follows: DocumentId | None = None
    abstract: Bilingual = Bilingual()
    period: Bilingual | None = None
    strands: dict[str, Strand] = Field(default_factory=dict)
    topics: dict[str, Filed] = Field(default_factory=dict)
    also: dict[str, Also] = Field(default_factory=dict)
    sections: list[EditorialSection] = Field(default_factory=list)
    places: list[Place] = Field(default_factory=list)
    splits: list[Split] = Field(default_factory=list)
    lines: list[LineRole] = Field(default_factory=list)
    proposed: dict[str, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _proposed_are_filled(self) -> Document:
        for name in self.proposed:
            if name not in PROPOSABLE:
                raise ValueError(f"proposed: {name!r} is no field that a rule fills in ({', '.join(PROPOSABLE)})")
            if not getattr(self, name):
                raise ValueError(f"proposed: {name!r} is empty; take it out of the list, or fill it in")
        return self

    def begin(self) -> Begin:
        """The document as the parser takes it."""
        return Begin(
            self.id,
            self.begins,
            Outline(
                tuple(PlacedSection(_numbers(s.section), s.before) for s in self.sections),
                tuple(Placement(p.begins, _numbers(p.section)) for p in self.places),
                tuple(Aspects(s.begins, tuple(s.at)) for s in self.splits),
                tuple(Said(line.begins, line.role) for line in self.lines),
            ),
        )


def _numbers(path: str) -> tuple[str, ...]:
    return tuple(path.split(".")) if path else ()
