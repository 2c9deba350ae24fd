"""A feed of topics by when their English was last reviewed: Atom, RFC 4287.

A build knows no clock and no address: an entry's date is the latest `reviewed_on` of the English it gathers, or the
latest date of its documents where none is reviewed; its links are relative to the feed, which section 4.2.7 allows; its
id is a URN, which does not change with the site's address.
"""

from __future__ import annotations

from lxml import etree

from yuedu import urls
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.window import document_of
from yuedu.exports.xml import LANG, add, to_text

PAGE = "/data/"
NAMESPACE = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01"
"""Of a corpus that gives no date at all."""


def atom(corpus: Corpus) -> str:
    """The feed, the topic reviewed last first; the order of the topics within a day."""
    site = corpus.site
    root = etree.Element(f"{{{NAMESPACE}}}feed", {LANG: "en"}, nsmap={None: NAMESPACE})
    changed = _changed(corpus)
    add(root, "id", f"urn:{site.id}:topics")
    add(root, "title", f"{site.title}: topics")
    add(root, "subtitle", "Topics of official Chinese speeches, by when their English was last reviewed")
    add(root, "updated", _moment(max(changed.values(), default=NEVER)))
    add(root, "link", rel="self", type="application/atom+xml", href="topics.atom")
    add(root, "link", rel="alternate", type="text/html", href=urls.relative("/topics/", PAGE))
    add(add(root, "author"), "name", site.publisher)
    for topic in sorted(corpus.topics.topics, key=lambda t: changed[t.slug], reverse=True):
        entry = add(root, "entry")
        add(entry, "id", f"urn:{site.id}:topics:{topic.slug}")
        add(entry, "title", " ".join(filter(None, (topic.title.en, topic.title.zh))))
        add(entry, "updated", _moment(changed[topic.slug]))
        add(entry, "link", rel="alternate", type="text/html", href=urls.relative(urls.topic_url(topic.slug), PAGE))
        add(entry, "summary", " ".join(filter(None, (topic.abstract.en, topic.abstract.zh))))
    return to_text(root)


def _changed(corpus: Corpus) -> dict[str, str]:
    """Topic → when its English was last reviewed, else the latest date of its documents. Nothing is opened."""
    reviewed: dict[str, list[str]] = {}
    for ident, english in corpus.english.items():
        if english.shown(corpus.drafts) and english.summary.reviewed_on:
            for slug in corpus.topics.of_passage.get(ident, ()):
                reviewed.setdefault(slug, []).append(english.summary.reviewed_on)
    for slug, standing in corpus.synopses.topics.items():
        if standing.shown(corpus.drafts) and standing.synopsis.reviewed_on:
            reviewed.setdefault(slug, []).append(standing.synopsis.reviewed_on)
    dates: dict[str, str] = {}
    for slug, ids in corpus.topics.gathered.items():
        documents = {document_of(i) for i in ids}
        dates[slug] = max((d for i in documents if (d := corpus.cards[i].meta.date)), default=NEVER)
    return {t.slug: max(reviewed.get(t.slug, [dates[t.slug]])) for t in corpus.topics.topics}


def _moment(date: str) -> str:
    """A day, a month or a year as the moment it begins, in UTC."""
    return f"{(date + '-01-01')[:10]}T00:00:00Z"
