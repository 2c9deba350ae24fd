"""A larger term base, for measuring only: made-up terms beside the real ones, in a copy of a project.

Their Chinese are pairs of neighbouring words of the corpus, so that they stand in the text as terms do, then pairs of words
that need not stand anywhere; their English is as long as English is. None of them means anything.

    python bench/many_terms.py FOLDER 5000
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from pypinyin import lazy_pinyin

from yuedu.store.project import build

HAN = re.compile("[\u4e00-\u9fff]{2,4}")
ENGLISH = (
    *(
        "account",
        "administrative",
        "analysis",
        "authority",
        "base",
        "border",
        "catalogue",
        "centre",
        "certificate",
        "channel",
    ),
    *(
        "city",
        "civil",
        "client",
        "code",
        "common",
        "counter",
        "credit",
        "data",
        "desk",
        "digital",
        "district",
        "domain",
    ),
    *(
        "enterprise",
        "exchange",
        "file",
        "flow",
        "form",
        "governance",
        "grid",
        "hall",
        "hub",
        "index",
        "integrated",
        "joint",
    ),
    *("ledger", "licence", "line", "local", "map", "market", "matter", "model", "network", "office", "online", "open"),
    *(
        "permit",
        "plan",
        "platform",
        "point",
        "pool",
        "portal",
        "process",
        "public",
        "record",
        "reform",
        "register",
        "report",
    ),
)
DECLARED = ("also_at", "context", "figures", "run_by")
"""What editors said of places in the text, where a made-up term may now stand."""
KINDS = ("concept", "concept", "concept", "concept", "body", "document", "programme", "system", "region", "meeting")


def make(root: Path, count: int) -> None:
    """Bring the term base of a project, a copy, up to `count` terms."""
    corpus = build(root).corpus
    path = root / "glossary.yml"
    base = yaml.safe_load(path.read_text(encoding="utf-8"))
    for term in base["terms"]:
        for field in DECLARED:
            term.pop(field, None)
    slugs = {t["slug"] for t in base["terms"]}
    forms = {form for t in base["terms"] for form in (t["zh"], *t.get("aliases", ()))}
    forms |= {word for words in base.get("not_terms", {}).values() for word in words}
    compounds = _compounds([p.zh for p in corpus.passages.values()], corpus.matcher)
    number = 0
    while len(base["terms"]) < count:
        zh = next(compounds)
        if zh in forms:
            continue
        forms.add(zh)
        slug = joined = "".join(lazy_pinyin(zh))
        serial = 1
        while slug in slugs:
            serial += 1
            slug = f"{joined}{serial}"
        slugs.add(slug)
        base["terms"].append(_term(number, slug, zh))
        number += 1
    (root / "seeds" / "ledger.txt").unlink(missing_ok=True)  # figures inside a made-up term are no figures any more
    path.write_text(yaml.safe_dump(base, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _compounds(texts: list[str], matcher: Any) -> Iterator[str]:
    """Neighbouring words in reading order, each once; then any two words."""
    seen: dict[str, None] = {}
    words: dict[str, None] = {}
    for text in texts:
        cut = [text[a:b] for a, b in matcher.tokens(text)]
        words |= dict.fromkeys(w for w in cut if HAN.fullmatch(w))
        seen |= dict.fromkeys(a + b for a, b in pairwise(cut) if HAN.fullmatch(a) and HAN.fullmatch(b))
    yield from seen
    chance, known = random.Random(0), [*words]
    while True:
        yield chance.choice(known) + chance.choice(known)


def _term(number: int, slug: str, zh: str) -> dict[str, Any]:
    chance = random.Random(number)
    english = " ".join(chance.choice(ENGLISH) for _ in range(chance.randint(2, 4))) + f" {number}"
    return {
        "slug": slug,
        "zh": zh,
        "kind": chance.choice(KINDS),
        "en": {"preferred": english, "provenance": "ours"},
        "definition": {"zh": f"{zh}：仅供测量，并无所指。", "en": f"Made up for measuring; {english} means nothing."},
        "basis": "background",
        "basis_note": {"zh": "仅供测量", "en": "for measuring only"},
    }


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
