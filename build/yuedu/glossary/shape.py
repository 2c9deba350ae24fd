"""`glossary.yml`: one record for each concept, oriented as in TBX and IATE."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from yuedu.sources.shape import Shape
from yuedu.text.ids import TERM

Slug = Annotated[str, StringConstraints(pattern=rf"^{TERM}$")]
Words = Annotated[str, StringConstraints(min_length=1)]
Kind = Literal["system", "concept", "body", "document", "meeting", "programme", "region", "metaphor", "person"]
Provenance = Literal["official", "attested", "ours"]


class Accepted(Shape):
    """Another wording that may stand for the term, and when."""

    text: Words
    provenance: Provenance
    reference: str | None = None
    note: str | None = None


class Avoided(Shape):
    """A wording that must not stand for the term, and why."""

    text: Words
    why: Words


class Renderings(Shape):
    """The English of a term: official and attested wordings name where they are used."""

    preferred: Words
    provenance: Provenance
    reference: str | None = None
    accepted: list[Accepted] = Field(default_factory=list)
    avoid: list[Avoided] = Field(default_factory=list)


class BegunDefinition(Shape):
    """A definition whose English may still be to write."""

    zh: Words
    en: Words | None = None


class Definition(BegunDefinition):
    """One sentence in each language that says what the term is here."""

    en: Words


class AlsoAt(Shape):
    """A place where a term stands though no rule finds it: these words, once in `within`, which is once in the passage."""

    passage: Words
    words: Words
    within: Words | None = None


class Role(Shape):
    """What a body does for a system, as the sentence says it."""

    zh: Words
    en: Words


class RunBy(Shape):
    """Who builds, leads, runs, supports or uses a system, where the text itself says so.

    `body` is a term that stands in the sentence; where the glossary has none, `zh` is as the sentence writes it.
    """

    body: Slug | None = None
    zh: Words | None = None
    en: Words | None = None
    role: Role
    stands_on: Annotated[str, Field(alias="from")]


class Record(Shape):
    """One concept, perhaps still to be completed: what says `to_complete` may lack its English, and is not published.

    `zh` and `aliases` are its forms in the text; `not_in` lists longer words that hide a form.

    `context` is the id of the sentence (or heading) that tells a newcomer best what the term is. A system may have the
    measured `figures` that are said of it, by id, and `run_by`.
    """

    slug: Slug
    zh: Words
    zh_hant: str | None = None
    pinyin: str | None = None
    kind: Kind
    tier: Literal[1, 2] = 2
    to_complete: bool = False
    en: Renderings | None = None
    definition: BegunDefinition | None = None
    basis: Literal["text", "background"]
    basis_note: Definition | None = None
    context: str | None = None
    aliases: list[Words] = Field(default_factory=list)
    not_in: list[Words] = Field(default_factory=list)
    also_at: list[AlsoAt] = Field(default_factory=list)
    related: list[Slug] = Field(default_factory=list)
    broader: list[Slug] = Field(default_factory=list)
    figures: list[Words] = Field(default_factory=list)
    run_by: list[RunBy] = Field(default_factory=list)

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.zh, *self.aliases)

    @property
    def is_system(self) -> bool:
        return self.kind == "system"


class Term(Record):
    """A complete record."""

    en: Renderings
    definition: Definition


class NotTerms(Shape):
    """Strings that were considered and are no term, by reason."""

    ordinary: list[Words] = Field(default_factory=list, description="an everyday word of official prose")
    fragment: list[Words] = Field(default_factory=list, description="a piece of a longer name, term or phrase")
    formula: list[Words] = Field(default_factory=list, description="a set phrase without a concept of its own")
    place: list[Words] = Field(default_factory=list, description="a place name and nothing more")
    measure: list[Words] = Field(default_factory=list, description="a number, a measure or a date")


class GlossaryFile(Shape):
    """The whole file."""

    terms: list[Record]
    not_terms: NotTerms = Field(default_factory=NotTerms)
