"""What a page says of itself to machines: one block of JSON-LD, schema.org, addresses relative to the page.

A speech is a Report (https://schema.org/Report), a term a DefinedTerm, and a topic a CollectionPage with a Quotation
(https://schema.org/Quotation) of each document: its first passage on the topic, as an example of what the page holds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from yuedu import urls
from yuedu.analysis.speeches import Speech
from yuedu.corpus.corpus import Corpus
from yuedu.glossary.shape import Term
from yuedu.sources.shape import Bilingual
from yuedu.sources.topics import Topic
from yuedu.text.ids import passage_of
from yuedu.text.tree import Passage


def script(graph: Sequence[dict[str, Any]]) -> Markup:
    """The block; no element can end or begin in it."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text.replace("<", "\\u003c")))


def of_speech(corpus: Corpus, speech: Speech, page: str) -> Markup:
    return script([_report(corpus, speech, page)])


def of_topic(corpus: Corpus, topic: Topic, page: str, shown: Sequence[str]) -> Markup:
    """The page, and of what it shows the first passage of each document that has the topic as its primary one."""
    first: dict[str, Passage] = {}
    for ident in shown:
        if passage_of(ident) == ident and corpus.topics.of_passage[ident][0] == topic.slug:
            first.setdefault(corpus.speech_of[ident].meta.id, corpus.passages[ident])
    quotations = [_quotation(corpus, p, page) for p in first.values()]
    about = {
        "@type": "CollectionPage",
        "@id": urls.relative(page, page),
        "name": _both(topic.title),
        "description": _both(topic.abstract),
        "inLanguage": ["zh-Hans", "en"],
        "hasPart": [{"@id": q["@id"]} for q in quotations],
    }
    return script([about, *quotations])


def of_term(term: Term, page: str) -> Markup:
    others = [*(_in("zh-Hans", a) for a in term.aliases), *(_in("en", a.text) for a in term.en.accepted)]
    return script(
        [
            {
                "@type": "DefinedTerm",
                "@id": urls.relative(page, page),
                "termCode": term.slug,
                "name": _both(Bilingual(zh=term.zh, en=term.en.preferred)),
                **({"alternateName": others} if others else {}),
                "description": _both(Bilingual(zh=term.definition.zh, en=term.definition.en)),
                "inDefinedTermSet": {"@id": urls.relative("/glossary/", page)},
            }
        ]
    )


def _report(corpus: Corpus, speech: Speech, page: str) -> dict[str, Any]:
    """Only what the source states of itself."""
    meta = speech.meta
    whole = corpus.speech_by_id[meta.part_of].meta if meta.part_of else None
    return {
        "@type": "Report",
        "@id": urls.relative(urls.document_url(meta.id), page),
        "name": _both(meta.title),
        "abstract": _both(meta.abstract),
        "inLanguage": "zh-Hans",
        **({"author": {"@type": "Person", "name": _both(meta.speaker)}} if meta.speaker else {}),
        **({"publisher": {"@type": "GovernmentOrganization", "name": _both(meta.issuer)}} if meta.issuer else {}),
        **({"dateCreated": meta.date} if meta.date else {}),
        **({"reportNumber": meta.number} if meta.number else {}),
        **({"isPartOf": {"@id": urls.relative(urls.document_url(whole.id), page)}} if whole else {}),
    }


def _quotation(corpus: Corpus, passage: Passage, page: str) -> dict[str, Any]:
    speech = corpus.speech_of[passage.id]
    english = corpus.english.get(passage.id)
    shown = english.summary.segments if english and english.shown(corpus.drafts) else []
    text = [_in("zh-Hans", passage.zh)] + ([_in("en", " ".join(s.text for s in shown))] if shown else [])
    return {
        "@type": "Quotation",
        "@id": urls.relative(urls.part_url(passage.id), page),
        "text": text,
        **(
            {"spokenByCharacter": {"@type": "Person", "name": _both(speech.meta.speaker)}}
            if speech.meta.speaker
            else {}
        ),
        "isPartOf": {"@id": urls.relative(urls.document_url(speech.meta.id), page)},
    }


def _both(text: Bilingual) -> list[dict[str, str]]:
    return [_in(code, words) for code, words in (("zh-Hans", text.zh), ("en", text.en)) if words]


def _in(language: str, text: str) -> dict[str, str]:
    return {"@language": language, "@value": text}
