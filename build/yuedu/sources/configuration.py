"""What a digest is called and how it looks: `site_name` and `extra.yuedu` of mkdocs.yml.

    site_name: Yuedu 粤读
    extra:
      yuedu:
        id: yuedu                            # stands in feeds and citation keys, for ever
        name: {en: Yuedu, zh: 粤读}
        description: {en: A bilingual digest …, zh: 官方讲话双语摘编}
        publisher: {en: …, zh: …}            # who answers for it; else its name
        seal: 粤读                           # one or two characters; else a plain seal
        colours: {light: "#0b5c7a", dark: "#7cc6e0", seal: "#b23a2b"}
        drafts: hide                         # English that nobody has reviewed: hide, or mark
        commit: true                         # whether what is generated under docs/ is kept in version control

Every field may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, StrictBool, StringConstraints
from pypinyin import Style, lazy_pinyin

from yuedu.sources.colours import GROUNDS, contrast, holds, shade_that_holds
from yuedu.sources.shape import Bilingual, Shape
from yuedu.sources.summaries import Drafts
from yuedu.sources.yamlfile import YamlFile

DESCRIPTION = Bilingual(en="A bilingual digest of official Chinese speeches", zh="官方讲话双语摘编")
FIELDS = "the fields of extra.yuedu are listed under “A digest of another desk” in the README of Yuedu"
_HAN = re.compile("[\u3400-\u9fff].*[\u3400-\u9fff]|[\u3400-\u9fff]")  # 粤读 of: Yuedu 粤读


def _hex(colour: str) -> str:
    short = re.fullmatch(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])", colour)
    if short:
        return "#" + "".join(c * 2 for c in short.groups()).lower()
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError('a colour is written "#0b5c7a", in quotation marks')
    return colour.lower()


def _few(text: str) -> str:
    if not re.fullmatch(r"[^\W_]{1,2}", text):
        raise ValueError("a seal holds one or two characters")
    return text


Colour = Annotated[str, AfterValidator(_hex)]


class Colours(Shape):
    """The colour of links and controls in the light and in the dark scheme, and of the seal: #rrggbb."""

    light: Colour | None = None
    dark: Colour | None = None
    seal: Colour | None = None


class Declared(Shape):
    """The fields of `extra.yuedu`, as far as a desk gives them."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")] | None = None
    name: Bilingual = Bilingual()
    description: Bilingual = Bilingual()
    publisher: Bilingual = Bilingual()
    seal: Annotated[str, AfterValidator(_few)] | None = None
    colours: Colours = Colours()
    drafts: Any = "hide"
    commit: StrictBool = True


@dataclass(frozen=True, slots=True)
class Site:
    """How a digest names itself and looks. `name` and `description` stand in both languages."""

    id: str
    title: str
    name: Bilingual
    description: Bilingual
    publisher: str
    seal: str | None
    colours: Colours
    drafts: Drafts
    commit: bool = True


def site(file: YamlFile) -> Site:
    """What mkdocs.yml says, with a default for whatever it leaves out. Raises `EditorError` with the place."""
    under = file.under("extra", "yuedu")
    given = under.shaped(Declared, FIELDS) if under.value is not None else Declared()
    if given.drafts not in (None, "hide", "mark"):
        raise under.error(("drafts",), f"drafts: {given.drafts!r} is neither hide nor mark", "write hide or mark")
    _check_colours(under, given.colours)
    title = _title(file)
    name = _both(given.name, _named(title))
    return Site(
        id=given.id or _slug(name.en or ""),
        title=title,
        name=name,
        description=_both(given.description, DESCRIPTION),
        publisher=" ".join(filter(None, (given.publisher.en, given.publisher.zh))) or title,
        seal=given.seal,
        colours=given.colours,
        drafts="mark" if given.drafts == "mark" else "hide",
        commit=given.commit,
    )


def _title(file: YamlFile) -> str:
    found: Any = file.value.get("site_name") if isinstance(file.value, dict) else None
    if found is None:
        return "Yuedu"
    if not isinstance(found, str) or not found.strip():
        raise file.error(("site_name",), f"site_name: {found!r} is no name", "write the digest's name as text")
    return found.strip()


def _named(title: str) -> Bilingual:
    """The two names in a title such as Yuedu 粤读; a title in one language is the name in both."""
    han = _HAN.search(title)
    rest = " ".join(_HAN.sub(" ", title, count=1).split())
    return Bilingual(zh=han[0] if han else title, en=rest or title)


def _both(given: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(zh=given.zh or other.zh, en=given.en or other.en)


def _slug(name: str) -> str:
    """A name as an id: 新余 Reports → xinyu-reports."""
    latin = " ".join(lazy_pinyin(name, style=Style.NORMAL)).lower()
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-").lstrip("0123456789-") or "yuedu"


def _check_colours(file: YamlFile, colours: Colours) -> None:
    """Each has to be readable where it stands: links on the grounds of their scheme, white on the seal."""
    chosen = (
        ("light", colours.light, GROUNDS["light"]),
        ("dark", colours.dark, GROUNDS["dark"]),
        ("seal", colours.seal, {"characters": "#ffffff"}),
    )
    for field, colour, grounds in chosen:
        if colour and not holds(colour, grounds.values()):
            name, ground = min(grounds.items(), key=lambda named: contrast(colour, named[1]))
            has = f"{contrast(colour, ground):.1f}:1 to the {name} ({ground})"
            message = f"colours.{field}: {colour} has a contrast of {has}; 4.5:1 is needed"
            shade = shade_that_holds(colour, grounds.values())
            raise file.error(("colours", field), message, f"take a shade that can be read, such as {shade}")
