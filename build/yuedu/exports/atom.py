"""A feed of topics by when their English was last reviewed: Atom, RFC 4287.

A build knows no clock and no address: an entry's date is the latest `reviewed_on` of the English it gathers, or the
latest date of its documents where none is reviewed; its links are relative to the feed, which section 4.2.7 allows; its
id is a URN, which does not change with the site's address.
"""

from __future__ import annotations

from lxml import etree

from yuedu import urls
from yuedu.digest.shape import Digest
from yuedu.exports.xml import LANG, add, to_text
from yuedu.sources.configuration import Site

PAGE = "/data/"
NAMESPACE = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01"
"""Of a corpus that gives no date at all."""


def atom(digest: Digest, site: Site) -> str:
    """The feed, the topic reviewed last first; the order of the topics within a day."""
    root = etree.Element(f"{{{NAMESPACE}}}feed", {LANG: "en"}, nsmap={None: NAMESPACE})
    changed = _changed(digest)
    add(root, "id", f"urn:{site.id}:topics")
    add(root, "title", f"{site.title}: topics")
    add(root, "subtitle", "Topics of official Chinese speeches, by when their English was last reviewed")
    add(root, "updated", _moment(max(changed.values(), default=NEVER)))
    add(root, "link", rel="self", type="application/atom+xml", href="topics.atom")
    add(root, "link", rel="alternate", type="text/html", href=urls.relative("/topics/", PAGE))
    add(add(root, "author"), "name", site.publisher)
    for topic in sorted(digest.topics, key=lambda t: changed[t.slug], reverse=True):
        entry = add(root, "entry")
        add(entry, "id", f"urn:{site.id}:topics:{topic.slug}")
        add(entry, "title", " ".join(filter(None, (topic.title.en, topic.title.zh))))
        add(entry, "updated", _moment(changed[topic.slug]))
        add(entry, "link", rel="alternate", type="text/html", href=urls.relative(topic.url, PAGE))
        add(entry, "summary", " ".join(filter(None, (topic.abstract.en, topic.abstract.zh))))
    return to_text(root)


def _changed(digest: Digest) -> dict[str, str]:
    """Topic → the day that it was last reviewed, else its latest document's."""
    reviewed: dict[str, list[str]] = {t.slug: [] for t in digest.topics}
    dated: dict[str, list[str]] = {t.slug: [] for t in digest.topics}
    dates = {d.id: d.date for d in digest.documents}
    for passage in digest.passages:
        for topic in passage.topics:
            if passage.en and passage.en.reviewed_on:
                reviewed[topic].append(passage.en.reviewed_on)
            if date := dates[passage.document]:
                dated[topic].append(date)
    for record in digest.topics:
        if record.synopsis and record.synopsis.reviewed_on:
            reviewed[record.slug].append(record.synopsis.reviewed_on)
    return {slug: max(reviewed[slug] or dated[slug] or [NEVER]) for slug in reviewed}


def _moment(date: str) -> str:
    """A day, a month or a year as the moment it begins, in UTC."""
    return f"{(date + '-01-01')[:10]}T00:00:00Z"
