"""One canonical URL for each thing, relative to the site; the same for both languages."""

from __future__ import annotations

from yuedu.text.ids import parse_id


def document_url(document: str) -> str:
    return f"/speeches/{document}/"


def part_url(ident: str) -> str:
    """A heading, passage, sentence or line of front matter, on the page of its speech."""
    return f"{document_url(parse_id(ident).document)}#{ident}"


def topic_url(slug: str) -> str:
    return f"/topics/{slug}/"


def term_url(slug: str) -> str:
    return f"/glossary/{slug}/"


def system_url(slug: str) -> str:
    return f"/systems/{slug}/"


def voices_url(kind: str) -> str:
    """The index of speakers, or of offices."""
    return f"/{kind}s/"


def voice_url(kind: str, slug: str) -> str:
    """The page of a `speaker`, or of an `office`."""
    return f"/{kind}s/{slug}/"


def figures_url(document: str) -> str:
    """The figures of one document."""
    return f"/figures/{document}/"


def commitments_url(document: str) -> str:
    """The commitments of one document, where they do not all stand on one page."""
    return f"{COMMITMENTS}{document}/"


def changes_url(pair: str) -> str:
    """The wording between two documents; `pair` is their ids with two dots between."""
    return f"/changes/{pair}/"


def series_url(slug: str) -> str:
    """Figures of several documents that count the same thing."""
    return f"{SERIES}{slug}/"


UNDATED = "undated"
"""In the place of a year, for what has no date; no document is called so."""
SERIES = "/figures/series/"
"""No document is called so either."""
COMPARE = "/topics/compare/"
COMMITMENTS = "/topics/commitments/"
CITIES = "/topics/cities/"
FRAMEWORKS = "/topics/frameworks/"


def relative(url: str, page: str) -> str:
    """`url` as a link from `page`, both site-relative: works under any project path and from any host."""
    depth = page.strip("/").count("/") + 1 if page.strip("/") else 0
    path, mark, fragment = url.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    return ("../" * depth or "./") + path.lstrip("/") + mark + fragment
