"""What a page says that has nothing to list yet, and the command that would change that."""

from __future__ import annotations

from dataclasses import dataclass

from yuedu.corpus.corpus import Corpus
from yuedu.pages.labels import both
from yuedu.sources.shape import Bilingual


@dataclass(frozen=True, slots=True)
class Empty:
    """Words in both languages, and a command or a file to name after them; none where nothing has to be done."""

    text: Bilingual
    remedy: str | None = None


NO_DOCUMENT = Empty(both("No document yet", "尚未收录文件"), "yuedu add FILE")
NOTHING = {
    "topics": Empty(both("No topic yet", "尚无专题"), "topics.yml"),
    "systems": Empty(both("No named system yet", "尚无平台系统"), "glossary.yml"),
    "terms": Empty(both("No term yet", "尚无术语"), "yuedu terms"),
    "speakers": Empty(both("The documents name no speaker", "各文件未载讲话人")),
    "offices": Empty(both("The documents state no office", "各文件未载职务与机关")),
    "figures": Empty(both("The documents state no figure", "各文件未载数据")),
}


def nothing_yet(corpus: Corpus, kind: str) -> Empty:
    """What a page of this kind says when it lists nothing: without a document, that there is none."""
    return NOTHING[kind] if corpus.speeches and kind in NOTHING else NO_DOCUMENT
