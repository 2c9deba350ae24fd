"""The term base as JSON-LD: a schema.org DefinedTermSet (https://schema.org/DefinedTermSet).

Addresses are relative to the file itself, so that they hold under any project path. What is to be avoided is no name of
a term and stays out.
"""

from __future__ import annotations

import json
from typing import Any

from yuedu.digest.linked_shape import TermRecord
from yuedu.digest.shape import Digest
from yuedu.exports.contexts import Context, contexts
from yuedu.sources.configuration import Site
from yuedu.urls import relative

PAGE = "/data/"
SET = relative("/glossary/", PAGE)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def jsonld(digest: Digest, site: Site) -> str:
    """The set on the first lines, then one term a line."""
    head = {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": SET,
        "name": _both(f"{site.name.zh}术语", f"{site.name.en} glossary"),
        "url": SET,
        "license": LICENCE,
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in head.items()]
    found = contexts(digest)
    terms = ",\n".join(json.dumps(_term(t, found.get(t.slug)), ensure_ascii=False) for t in digest.terms)
    return "\n".join(["{", *lines, '"hasDefinedTerm": [', *filter(None, [terms]), "]", "}"]) + "\n"


def _term(term: TermRecord, context: Context | None) -> dict[str, Any]:
    url = relative(term.url, PAGE)
    others = [
        *(_in("zh-Hans", a) for a in term.aliases),
        *([_in("zh-Hant", term.zh_hant)] if term.zh_hant != term.zh else []),
        *(_in("en", a.text) for a in term.en.accepted),
    ]
    return {
        "@type": "DefinedTerm",
        "@id": url,
        "termCode": term.slug,
        "name": _both(term.zh, term.en.preferred),
        **({"alternateName": others} if others else {}),
        "description": _both(term.definition.zh, term.definition.en),
        "url": url,
        "inDefinedTermSet": {"@id": SET},
        **({"subjectOf": _quotation(context)} if context else {}),
    }


def _quotation(context: Context) -> dict[str, Any]:
    """The sentence that tells best what a term is."""
    text = _both(context.zh, context.en) if context.en else [_in("zh-Hans", context.zh)]
    url = relative(context.url, PAGE)
    return {"@type": "Quotation", "@id": url, "text": text, "url": url}


def _both(zh: str, en: str) -> list[dict[str, str]]:
    return [_in("zh-Hans", zh), _in("en", en)]


def _in(language: str, text: str) -> dict[str, str]:
    return {"@language": language, "@value": text}
