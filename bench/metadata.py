"""What `yuedu.text.metadata` reads from official documents, held against what a reader found in them.

Run: YUEDU_DOCUMENTS=FOLDER .venv/bin/python bench/metadata.py
FOLDER holds official documents (*.txt) and a folder `cases` of short ones; they are no part of the project.
metadata.tsv holds what a reader found in each: an empty field is not stated. Writes metadata.md.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from pathlib import Path

from yuedu.intake.encodings import decode
from yuedu.text.metadata import Metadata, metadata
from yuedu.text.seed import Begin, read_seed

RESULT = Path(__file__).with_suffix(".md")
GOLD = Path(__file__).with_suffix(".tsv")
FIELDS = ("title", "number", "date", "occasion", "speaker", "office", "issuer")
OUTCOMES = ("right", "wrong", "missing", "invented", "rightly empty")


def read(file: Path) -> Metadata:
    """The metadata of one file; it is read as one document."""
    return metadata(read_seed(decode(file.read_bytes(), file.name).text, [Begin("document", "")]).trees[0])


def outcome(expected: str, found: str) -> str:
    """One of `OUTCOMES`; white space, which printers set as they like, is not compared."""
    expected, found = "".join(expected.split()), "".join(found.split())
    if expected == found:
        return "right" if expected else "rightly empty"
    if not found:
        return "missing"
    return "wrong" if expected else "invented"


def main(folder: Path) -> None:
    with GOLD.open(encoding="utf-8", newline="") as lines:
        gold = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    counts = {field: Counter[str]() for field in FIELDS}
    failures: list[str] = []
    absent = [row["file"] for row in gold if not (folder / row["file"]).exists()]
    for row in gold:
        if row["file"] in absent:
            continue
        found = read(folder / row["file"])
        for field in FIELDS:
            stated = getattr(found, field)
            value = stated.value if stated else ""
            told = outcome(row[field], value)
            counts[field][told] += 1
            if told not in ("right", "rightly empty"):
                failures.append(f"| {row['file']} | {field} | {told} | {row[field] or '–'} | {value or '–'} |")
    RESULT.write_text(report(counts, failures, len(gold) - len(absent), absent), encoding="utf-8")


def report(counts: dict[str, Counter[str]], failures: list[str], documents: int, absent: list[str]) -> str:
    rows = "\n".join(
        f"| {field} | {sum(count[o] for o in ('right', 'wrong', 'missing'))} | "
        + " | ".join(str(count[o]) for o in OUTCOMES)
        + " |"
        for field, count in counts.items()
    )
    told = (
        "| document | field | outcome | expected | read |\n| --- | --- | --- | --- | --- |\n" + "\n".join(failures)
        if failures
        else "None."
    )
    return f"""# What a document says of itself

Made by `YUEDU_DOCUMENTS=FOLDER .venv/bin/python bench/metadata.py` over {documents} documents, whole ones and short cases, which are no
part of the project. What each states was written down by a reader (metadata.tsv).{" Not there: " + ", ".join(absent) + "." if absent else ""}

| field | stated | {" | ".join(OUTCOMES)} |
| --- | ---: |{" ---: |" * len(OUTCOMES)}
{rows}

## Not right

{told}

## What limits it

The rules were written with these documents to hand, so the counts say that nothing is lost, not how documents to come will be read.
A title that a converter ran into the first sentence is read only where its genre word is followed by 根据《, 为了 or the like.
A name without a surname of the table (嘎玛次登) is left empty, and so are two names below one title.
An organ's name that cleaning joined to another's (中共中央国务院) stays joined.
"""


if __name__ == "__main__":
    where = os.environ.get("YUEDU_DOCUMENTS")
    if not where:
        sys.exit("set YUEDU_DOCUMENTS to the folder of official documents")
    main(Path(where))
