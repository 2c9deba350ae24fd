"""What a page says of the documents that it quotes, for assets/cite.js: only what each source states of itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from yuedu.corpus.corpus import Corpus
from yuedu.sources.shape import Bilingual


def quoted(corpus: Corpus, documents: Iterable[str]) -> Markup:
    """A script element with the documents by id: title, speaker, office, issuer, occasion, date and number."""
    records = {}
    for ident in dict.fromkeys(documents):
        meta = corpus.speech_by_id[ident].meta
        whole = corpus.speech_by_id[meta.part_of].meta if meta.part_of else None
        records[ident] = {
            "title": _both(meta.title),
            "speaker": _both(meta.speaker),
            "office": _both(meta.office),
            "issuer": _both(meta.issuer or (whole.issuer if whole and not meta.speaker else None)),
            "occasion": _both(meta.occasion),
            "date": meta.date,
            "number": meta.number,
            "container_number": whole.number if whole else None,
        }
    text = json.dumps(records, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(f'<script type="application/json" class="yd-sources">{text}</script>')


def _both(text: Bilingual | None) -> dict[str, Any] | None:
    return text.model_dump() if text else None
