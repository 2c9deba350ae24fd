"""What the text of a new document tells of itself, and how it would be filed: the fields of its `document.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yuedu.analysis.filing import texts_of, words_for
from yuedu.corpus.corpus import Corpus
from yuedu.desk.add.skeleton import Proposed
from yuedu.desk.file.learning import learnt, words_in
from yuedu.filing.sections import propose_document
from yuedu.filing.shape import Candidate
from yuedu.text.grammar import GENRE
from yuedu.text.ids import DOCUMENT
from yuedu.text.metadata import document_id, metadata
from yuedu.text.pinyin import pinyin_name
from yuedu.text.strands import Proposed as Spoken
from yuedu.text.strands import Strand, strand_of_sentence, strands
from yuedu.text.tree import Tree


def fields(tree: Tree) -> dict[str, Proposed]:
    """Every field of the document that its text states, with the words it rests on; Chinese alone, but for names."""
    found = metadata(tree)
    stated = {
        **{name: getattr(found, name) for name in ("title", "subtitle", "speaker", "office", "issuer", "addressees")},
        **{name: getattr(found, name) for name in ("signatory", "date", "occasion", "number", "period")},
    }
    out = {
        name: Proposed(
            s.value if name in PLAIN else {"zh": s.value, "en": _english(name, s.value)}, _line(s.words), s.at
        )
        for name, s in stated.items()
        if s is not None
    }
    if found.date and found.date_basis:
        out["date_basis"] = Proposed({"zh": found.date_basis, "en": None}, found.date.words, found.date.at)
    does = strands(tree, found.title.value if found.title else None)
    does |= dict(_mixed(tree, {path: p.strand for path, p in does.items()}))
    words = "；".join(dict.fromkeys(p.words for p in does.values() if p.words))
    out["strands"] = Proposed({path: p.strand for path, p in does.items()}, words or tree.text[:12])
    return out


def _line(words: str) -> str:
    """Words that stand on several lines, on one."""
    return words.replace("\n", "")


PLAIN = ("date", "number")
"""Fields that are text of no language."""


APART = {("asked", "planned"), ("asked", "done"), ("done", "gaps")}
"""What a sentence may do, by its own words, in a passage that does the first: 省里将选择… under what is asked, 已下达资金.

The other pairs are left out: a plan that says 增长5%左右 reports nothing.
"""


def _mixed(tree: Tree, does: Mapping[str, Strand]) -> Iterator[tuple[str, Spoken]]:
    """Sentences that do something else than the passage they stand in."""
    for passage in tree.passages:
        path = place = passage.id.removeprefix(f"{tree.document}.")
        while place and place not in does:
            place = place.rpartition(".")[0]
        above: Strand = does.get(place, "occasion")
        for n, (start, end) in enumerate(passage.sentences, 1):
            said = strand_of_sentence(passage.zh[start:end], above)
            if said and (above, said.strand) in APART and (said.strand != "done" or said.words.startswith("已")):
                yield f"{path}.s{n}", said


def _english(name: str, zh: str) -> str | None:
    """A person's name in pinyin; no rule translates."""
    return pinyin_name(zh) if name == "speaker" else None


def short(ident: str, found: Mapping[str, Proposed]) -> dict[str, str | None]:
    """What a document is called in a line: by its speaker, else by its title, else by its id."""
    if "speaker" in found:
        name = found["speaker"].value
        return {"zh": name["zh"], "en": (name["en"] or "").partition(" ")[0] or None}
    return {"zh": _about(found["title"].value["zh"]) if "title" in found else ident, "en": None}


def _about(title: str) -> str:
    """What a title is about, in a few characters: 国务院关于印发《信息化规划》的通知 is called 信息化规划."""
    quoted = re.search("《([^《》]{2,})》", title)
    about = quoted[1] if quoted else re.sub(f"^.{{0,40}}?关于(?:印发|转发|公布)?|的(?:{GENRE})$", "", title)
    about = (about if len(about) > 1 else title)[:SHORT]
    return about if about.count("“") == about.count("”") else about.replace("“", "").replace("”", "")


SHORT = 12
"""Of what a document is called in a line, in characters."""


def proposed_id(stem: str, found: Mapping[str, Proposed], taken: set[str]) -> str:
    """An id made of the file's name where that gives one, else of the surname and the year; a number where it is taken."""
    ident = document_id(stem)
    if ident == "document":
        speaker, date = found.get("speaker"), found.get("date")
        surname = re.sub(r"[^a-z]", "", (speaker.value["en"] or "").split(" ")[0].lower()) if speaker else ""
        year = f"-{date.value[:4]}" if date else ""
        ident = f"{surname or ident}{year}"
    assert re.fullmatch(DOCUMENT, ident)
    free, n = ident, 1
    while free in taken:
        n += 1
        free = f"{ident}-{n}"
    return free


def filings(corpus: Corpus, tree: Tree) -> dict[str, dict[str, Any]]:
    """Place → the filing that the rule proposes, with its score and the words that speak for it."""
    texts = texts_of(tree)
    above = {s.parent for s in tree.sections}
    out: dict[str, dict[str, Any]] = {}
    for section in propose_document(learnt(corpus), words_in(tree, corpus.matcher.find)):
        apart = {p.id: p for p in section.apart}
        if section.topic:
            rest = [p for p in section.passages if p not in apart]
            places = [section.section] if section.section and section.section not in above else rest
            for place in places:
                out[place] = _record(section.topic, section.best)
        for ident, own in apart.items():
            out[ident] = _record(own.topic or "", own.best)
    order = {key: n for n, key in enumerate(texts)}
    placed = {place.removeprefix(f"{tree.document}."): record for place, record in out.items()}
    ordered = sorted(placed.items(), key=lambda kv: order[kv[0]])
    return {key: {"topic": r["topic"], "words": words_for(key, texts), **r} for key, r in ordered}


def _record(topic: str, best: Sequence[Candidate]) -> dict[str, Any]:
    """What the rule says; a topic chosen for where the passage stands has no words that speak for it."""
    found = next((c for c in best if c.topic == topic), None)
    score = {"score": round(found.score, 2)} if found else {}
    return {"topic": topic, "by": "rule", **score, **({"for": [*found.words]} if found and found.words else {})}
