"""A new seed: the file as received, and a `document.yml` for an editor to fill in."""

from __future__ import annotations

import json
from pathlib import Path

from yuedu.errors import UsageError
from yuedu.sources.collection import Collection
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_yaml
from yuedu.text.decode import Decoded
from yuedu.text.metadata import metadata
from yuedu.text.seed import ReadSeed, opening_words

SKELETON = """\
# Which documents source.txt holds, who spoke when, and what the editor declared about its text.
# What the source does not state is left out (null). Fill in what is empty, then assign the passages in topics.yml.
source:
  file: source.txt
  sha256: {sha256}

documents:
- id: {id}
  begins: {begins}
  short: {{zh: {short}, en: null}}
  title: {{zh: {title}, en: null}}
  speaker: null      # {{zh: 姓名, en: Pinyin name}}
  office: null       # as the source states it
  date: {date}
  date_basis: null   # {{zh: …, en: …}}: where the date stands
  number: {number}
  part_of: null
  abstract: {{zh: null, en: null}}
  strands:           # asked, done, planned, gaps, context or occasion, by section; the nearest holds
    "": occasion
"""


def add_seed(root: Path, source: Path, decoded: Decoded, read: ReadSeed) -> Path:
    """Store a source text under seeds/; returns the new folder. Refuses to touch what is there."""
    tree = read.trees[0]
    folder = root / "seeds" / tree.document
    if folder.exists():
        raise UsageError(str(folder), None, "this collection exists already", "give another --id")
    for file in sorted((root / "seeds").glob("*/document.yml")):
        name = file.relative_to(root).as_posix()
        if any(d.id == tree.document for d in read_yaml(file, name).shaped(Collection).documents):
            raise UsageError(name, None, f"a document here has the id {tree.document!r} already", "give another --id")
    same = [f for f in (root / "seeds").glob("*/document.yml") if decoded.sha256 in f.read_text(encoding="utf-8")]
    if same:
        raise UsageError(str(source), None, f"this text is a seed already: {same[0].parent}", "edit its document.yml")
    found = metadata(tree)
    text = SKELETON.format(
        sha256=decoded.sha256,
        id=tree.document,
        begins=_quoted(opening_words(tree.text)),
        short=_quoted((found.title.value if found.title else tree.document)[:8]),
        title=_quoted(found.title.value if found.title else None),
        date=found.date.value if found.date else "null",
        number=_quoted(found.number.value if found.number else None),
    )
    write_atomically(folder / "source.txt", source.read_bytes())
    write_atomically(folder / "document.yml", text.encode())
    return folder


def _quoted(text: str | None) -> str:
    """A YAML scalar; JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)
