"""The wording between two texts: changes planted in real documents, and what a thousand documents cost. Writes wording.md.

Run: YUEDU_DOCUMENTS=FOLDER .venv/bin/python bench/wording.py (official texts, no part of the project).
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import recombined
from planted import plant

from yuedu.desk.diff.texts import read_texts
from yuedu.quantities.zh import read
from yuedu.text.sentences import split_sentences
from yuedu.wording.alignment import align, counted
from yuedu.wording.fingerprint import Fingerprint, fingerprint
from yuedu.wording.shape import KINDS, Cut, Row, Sentence
from yuedu.wording.sharing import sharing

ROOT = Path(__file__).resolve().parents[1]
RESULT = Path(__file__).with_suffix(".md")
DEVELOPMENT = ("cpc-19.zh.txt", "cpc-20.zh.txt", "gwr-2023.zh.txt", "gwr-2025.zh.txt")
HELD_BACK = (
    "gb18030-rural-2018.zh.gb18030.txt",
    "gwr-2010.zh.txt",
    "prov2026-guangdong.zh.txt",
    "prov2026-ningxia.zh.txt",
)
LAYOUTS = ("cpc-20.zh.txt", "cpc-20-other-layout.zh.txt")
SEEDS = range(5)
AIMS = {"same": 0.99, "moved": 0.99, "new": 0.99, "gone": 0.99, "reworded": 0.95, "split": 0.95, "merged": 0.95}
WAYS = ("word", "clause", "number")
MANY, PAIRS = 1000, 160

READ = """What is not found: 加强社会保障和服务 as 加强建设和服务, 优化对外开放格局 as 优化把握格局: with a word of five exchanged too little is left
of a short sentence."""
JUDGED = """Every pair of Wang against Yang was read (by a model). Two sentences the same: 2.5.p2.s2 and .s3, word for word in Yang 2.6.p1.s3 and
.s4. Reworded, and a reader agrees: Wang 2.1.p1.s2, 2.1.p2.s2, 2.2.p2.s4, 2.5.p2.s4, 2.5.p4.s1, 3.4.p1.s2; moved: 2.p1.s5, the three
documents of the year before. Arguable: Wang p1.s1 against Yang 2.p1.s3, which share the list of meetings. Passed over, though a
reader sees it: Wang 2.5.p3.s1 on the Bay Area, of which Yang has two clauses in one sentence and one in another, with a third
between. Of the reports by one office the pairs with the least in common were read while the thresholds were chosen, and not counted: a
few are of two things."""


class Score:
    """Rows found, rows there, and those that are both; a row is right with its kind and all its sentences."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.there: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.ways: Counter[tuple[str, bool]] = Counter()
        self.figures: Counter[bool] = Counter()
        self.wrong: list[str] = []

    def add(self, a: Sequence[str], donor: Sequence[str], seed: int, cut: Cut) -> None:
        planted = plant(a, donor, seed, cut)
        rows = align(_sentences(a), _sentences(planted.b), cut)
        found = {_named(row): row for row in rows}
        self.found.update(kind for kind, _, _ in found)
        self.there.update(kind for kind, _, _ in planted.truth)
        self.right.update(kind for kind, _, _ in planted.truth & found.keys())
        for truth in planted.truth:
            if truth[0] == "reworded":
                self.ways[planted.how[truth[1][0]], truth in found] += 1
                if planted.how[truth[1][0]] == "number" and truth in found:
                    self.figures[_one_figure(found[truth])] += 1
        for kind, x, y in sorted(planted.truth - found.keys()):
            self.wrong.append(f"{kind} {[a[n] for n in x]} {[planted.b[n] for n in y]}")
        for kind, x, y in sorted(found.keys() - planted.truth):
            self.wrong.append(f"   found {kind} {[a[n] for n in x]} {[planted.b[n] for n in y]}")


def _one_figure(row: Row) -> bool:
    """Whether one quantity, and no other, is told with an old and a new value."""
    return len(row.figures) == 1 and row.figures[0].a is not None and row.figures[0].b is not None


def _named(row: Row) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    return row.kind, tuple(int(s.ident) for s in row.a), tuple(int(s.ident) for s in row.b)


def _sentences(texts: Iterable[str]) -> list[Sentence]:
    return [Sentence(n, zh, "", tuple(read(zh))) for n, zh in enumerate(texts)]


def planted_changes(folder: Path, names: Sequence[str], donors: Sequence[str]) -> Score:
    """Every document with every seed; what is put in comes from a document of the other set."""
    score = Score()
    texts, cut = read_texts(ROOT, [str(folder / name) for name in (*names, *donors)])
    words = [[s.zh for s in text.sentences] for text in texts]
    for n in range(len(names)):
        for seed in SEEDS:
            score.add(words[n], words[len(names) + (n + seed) % len(donors)], seed, cut)
    return score


def table(score: Score) -> list[str]:
    lines = ["| kind | planted | precision | recall | aim |", "| --- | ---: | ---: | ---: | ---: |"]
    for kind in KINDS:
        precision = score.right[kind] / max(1, score.found[kind])
        recall = score.right[kind] / max(1, score.there[kind])
        lines.append(f"| {kind} | {score.there[kind]} | {precision:.4f} | {recall:.4f} | {AIMS[kind]} |")
    ways = ", ".join(
        f"by a {way} {score.ways[way, True]} of {score.ways[way, True] + score.ways[way, False]}" for way in WAYS
    )
    figures = f"{score.figures[True]} of {sum(score.figures.values())}"
    return [
        *lines,
        "",
        f"Reworded: {ways}. Of those by a number the old and the new value are told, and no other: {figures}.",
    ]


def memory() -> float:
    """The most this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def many(folder: Path) -> list[str]:
    """Fingerprints of recombined documents: making them, one against all, all pairs of some."""
    texts, _ = read_texts(ROOT, [str(folder / name) for name in (*DEVELOPMENT, *HELD_BACK)])
    pool = [s.zh for text in texts for s in text.sentences]
    made: dict[str, Fingerprint] = {}
    before, seconds, sentences = memory(), 0.0, 0
    for n, lines in enumerate(recombined.texts(MANY + 1, pool, ["加强领导", "完善制度", "抓好落实"])):
        cut = [line[x:y] for line in lines for x, y in split_sentences(line)]
        start = time.perf_counter()
        made[f"recombined-{n}"] = fingerprint(cut)
        seconds += time.perf_counter() - start
        sentences += len(cut)
    after = memory()
    asked = made.pop("recombined-1000")
    start = time.perf_counter()
    found = sharing(asked, made)
    one = time.perf_counter() - start
    some = dict(list(made.items())[:PAIRS])
    start = time.perf_counter()
    pairs = sum(len(sharing(own, {k: v for k, v in some.items() if k > name})) for name, own in some.items())
    all_pairs = time.perf_counter() - start
    size = sum(f.size for f in made.values()) / MANY
    return [
        f"Documents recombined from the {len(pool):,} sentences of the documents above: {sentences / (MANY + 1):.0f} sentences each.",
        "",
        "| | |",
        "| --- | ---: |",
        f"| a fingerprint: bytes kept | {size:,.0f} |",
        f"| making one: ms | {1000 * seconds / (MANY + 1):.0f} |",
        f"| memory for {MANY:,} in one process: MB | {after - before:.0f} |",
        f"| one against {MANY:,}: s ({len(found)} share wording) | {one:.2f} |",
        f"| all {PAIRS * (PAIRS - 1) // 2:,} pairs of {PAIRS}: s ({pairs:,} share wording) | {all_pairs:.1f} |",
        f"| the most the process held: MB | {memory():.0f} |",
    ]


def real(folder: Path) -> list[str]:
    """What is found between real texts, and in what time."""
    lines = ["| A | B | " + " | ".join(KINDS) + " | s |", "| --- | --- |" + " ---: |" * (len(KINDS) + 1)]
    pairs = [
        ("wang-2023", "yang-2023"),
        LAYOUTS,
        ("cpc-19.zh.txt", "cpc-20.zh.txt"),
        ("gwr-2023.zh.txt", "gwr-2025.zh.txt"),
    ]
    for a, b in pairs:
        names = [name if "." not in name else str(folder / name) for name in (a, b)]
        (first, second), cut = read_texts(ROOT, names)
        cut("预热")
        start = time.perf_counter()
        rows = align(first.sentences, second.sentences, cut)
        seconds = time.perf_counter() - start
        counts = " | ".join(str(n) for n in counted(rows).values())
        lines.append(f"| {a} | {b} | {counts} | {seconds:.1f} |")
    return lines


def main(folder: Path, verbose: bool) -> None:
    development = planted_changes(folder, DEVELOPMENT, HELD_BACK)
    held_back = planted_changes(folder, HELD_BACK, DEVELOPMENT)
    if verbose:
        print(*development.wrong, sep="\n")
    lines = [
        "# The wording between two texts",
        "",
        "Made by `YUEDU_DOCUMENTS=FOLDER .venv/bin/python bench/wording.py` over documents that are no part of the project.",
        "",
        "## Planted changes",
        "",
        f"{len(SEEDS)} times in each document sentences were moved, reworded by a word, by a clause, by a number, split, merged,",
        "deleted and added (`planted.py`). A row is right where its kind and all its sentences are.",
        "",
        f"Documents looked at while this was built ({', '.join(DEVELOPMENT)}):",
        "",
        *table(development),
        "",
        f"Documents held back ({', '.join(HELD_BACK)}); their numbers were seen once before the last change of a constant:",
        "",
        *table(held_back),
        "",
        READ,
        "",
        "## Real texts",
        "",
        *real(folder),
        "",
        JUDGED,
        "",
        "## Many documents",
        "",
        *many(folder),
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    RESULT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "YUEDU_DOCUMENTS" not in os.environ:
        sys.exit("set YUEDU_DOCUMENTS to a folder of official documents")
    main(Path(os.environ["YUEDU_DOCUMENTS"]), "-v" in sys.argv)
