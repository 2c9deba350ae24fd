"""Where the terms stand in a document, with the words around: so much is read for a concordance, and no more of it."""

from __future__ import annotations

from collections.abc import Mapping

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.window import Opened

Said = Mapping[str, tuple[str, tuple[tuple[int, int], ...]]]
"""Id of a sentence, heading or line → its Chinese, and where the term stands in it."""


def said(corpus: Corpus, document: str) -> dict[str, Said]:
    """Slug → the lines of one document in which the term stands."""
    opened = corpus.window[document]
    found: dict[str, dict[str, tuple[str, tuple[tuple[int, int], ...]]]] = {}
    for part, hits in opened.analysis.heading_hits.items():
        zh = _heading(opened, part)
        for hit in hits:
            _, before = found.setdefault(hit.slug, {}).get(part, (zh, ()))
            found[hit.slug][part] = zh, (*before, (hit.start, hit.end))
    for passage in opened.passages.values():
        for hit in opened.analysis.hits[passage.id]:
            number = corpus.sentence_at(passage.id, hit.start)
            start, end = passage.sentences[number - 1]
            ident = corpus.sentence_id(passage.id, number)
            zh, before = found.setdefault(hit.slug, {}).get(ident, (passage.zh[start:end], ()))
            found[hit.slug][ident] = zh, (*before, (hit.start - start, hit.end - start))
    return dict(found)


def _heading(opened: Opened, part: str) -> str:
    return (opened.sections[part].title if part in opened.sections else opened.front[part].zh) or ""
