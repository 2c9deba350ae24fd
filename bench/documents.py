"""How documents as found are cut, and what reading them costs: `YUEDU_DOCUMENTS=FOLDER python bench/documents.py`.

The folder holds official documents (*.txt), and a folder `formats` with one short text in many formats; they are no part of
the project. documents.tsv holds what a reader counted in each: headings, annexes, lines of furniture. Writes documents.md.
"""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from yuedu.errors import YueduError
from yuedu.intake.encodings import decode
from yuedu.intake.reading import READERS, take
from yuedu.text.seed import Begin, read_seed
from yuedu.text.tree import Section, Tree

RESULT = Path(__file__).with_suffix(".md")
GOLD = Path(__file__).with_suffix(".tsv")
FIRST = Path(__file__).parents[1] / "seeds" / "guangdong-2023" / "source.txt"


def tree(text: str) -> Tree:
    return read_seed(text, [Begin("x", "")]).trees[0]


def counted(read: Tree) -> tuple[int, int, int]:
    """Headings, annexes, lines of furniture."""
    annexes = sum(1 for s in read.sections if len(s.path) == 1 and s.path[0].startswith("a"))
    furniture = sum(1 for f in read.front if f.role == "furniture")
    return len(read.sections) - annexes, annexes, furniture


def lost(text: str, read: Tree) -> int:
    """Characters of the cleaned text that are in no part."""
    places = [p.place if isinstance(p, Section) else (p.start, p.end) for p in read.parts]
    return len(read.text.replace("\n", "")) - sum(
        len(read.text[a:b].replace("\n", "")) for a, b in filter(None, places)
    )


def cut(folder: Path) -> Iterator[str]:
    yield "| document | headings | counted | annexes | counted | furniture | counted | passages | findings | lost |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    with GOLD.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            file = folder / row["file"]
            text = decode(file.read_bytes(), file.name).text
            read = tree(text)
            found = counted(read)
            both = " | ".join(
                f"{n} | {row[k]}" for n, k in zip(found, ("headings", "annexes", "furniture"), strict=True)
            )
            yield f"| {file.name} | {both} | {len(read.passages)} | {len(read.findings)} | {lost(text, read)} |"


def parts(text: str) -> list[tuple[str, str | None]]:
    return [(p.id, p.title if isinstance(p, Section) else p.zh) for p in tree(text).parts]


def formats(folder: Path) -> Iterator[str]:
    yield "| file | read as | by | the same tree as |"
    yield "| --- | --- | --- | --- |"
    wanted = {name: parts((folder / name).read_text(encoding="utf-8")) for name in ("u.txt", "hant.txt")}
    for file in sorted(folder.iterdir()):
        try:
            taken = take(file.read_bytes(), file.name)
        except YueduError as error:
            yield f"| {file.name} | refused | {error.message} | |"
            continue
        found = parts(taken.text)
        same = next((name for name, tree_of in wanted.items() if found == tree_of), None)
        same = same or next((f"{n}, and more below" for n, t in wanted.items() if found[: len(t)] == t), "another")
        yield f"| {file.name} | {taken.format} {taken.encoding} | {taken.converter or '–'} | {same} |"


def lines_of(times: int) -> list[str]:
    text = read_seed(decode(FIRST.read_bytes(), "source.txt").text, [Begin("x", "")]).trees[0].text
    return text.split("\n") * times


def docx(lines: list[str]) -> bytes:
    import docx

    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def odt(lines: list[str]) -> bytes:
    import odfdo

    document, out = odfdo.Document("text"), io.BytesIO()
    document.body.clear()
    for line in lines:
        document.body.append(odfdo.Paragraph(line))
    document.save(out)
    return out.getvalue()


def html(lines: list[str]) -> bytes:
    return ("<meta charset=utf-8><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>").encode()


def rtf(lines: list[str]) -> bytes:
    coded = (
        "".join(c if c.isascii() else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in x) for x in lines
    )
    return ("{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in coded) + "}").encode()


def pdf(lines: list[str]) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out)
    rows = [line[n : n + 28] for line in lines for n in range(0, len(line), 28)]
    for n in range(0, len(rows), 25):
        canvas.setFont("STSong-Light", 16)
        for m, line in enumerate(rows[n : n + 25]):
            canvas.drawString(72, 780 - 28 * m, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


WRITERS: dict[str, Callable[[list[str]], bytes]] = {"docx": docx, "odt": odt, "html": html, "rtf": rtf, "pdf": pdf}
MEASURE = """
import sys, time, importlib
module, _, function = sys.argv[1].partition(":")
data = open(sys.argv[2], "rb").read()
read = getattr(importlib.import_module(module), function)
begun = time.perf_counter()
read(data, "a")
took = time.perf_counter() - begun
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))  # of Linux
print(took, int(peak) / 1024)
"""


def costs() -> Iterator[str]:
    yield "| format | 10 times the first corpus | 40 times | ratio | memory at 10 | at 40 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for kind, write in WRITERS.items():
        seconds, memory = [], []
        for times in (10, 40):
            file = Path(f".cache/bench-documents.{kind}")
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(write(lines_of(times)))
            done = subprocess.run(
                [sys.executable, "-c", MEASURE, READERS[kind], str(file)], capture_output=True, text=True, check=True
            )
            took, mb = map(float, done.stdout.split())
            seconds.append(took)
            memory.append(mb)
            file.unlink()
        yield (
            f"| {kind} | {seconds[0]:.2f} s | {seconds[1]:.2f} s | {seconds[1] / seconds[0]:.1f} |"
            f" {memory[0]:.0f} MB | {memory[1]:.0f} MB |"
        )
    text = "\n".join(lines_of(200))
    begun = time.perf_counter()
    tree("\n".join(lines_of(50)))
    quarter = time.perf_counter() - begun
    begun = time.perf_counter()
    tree(text)
    whole = time.perf_counter() - begun
    yield ""
    yield f"The grammar: {len(text):,} characters in {whole:.1f} s, a quarter of them in {quarter:.1f} s (ratio {whole / quarter:.1f})."


def main(folder: Path) -> None:
    out = [
        "# Documents as found",
        "",
        "Made by `YUEDU_DOCUMENTS=FOLDER .venv/bin/python bench/documents.py` over documents that are no part of the project.",
        "",
        "## How each is cut",
        "",
        "What a reader counted by eye (documents.tsv) stands beside what was found; *lost* are characters in no part.",
        "",
        *cut(folder),
        "",
        "## One short text in many formats",
        "",
        *formats(folder / "formats"),
        "",
        "## What reading costs",
        "",
        "Four times the text should cost four times the time.",
        "",
        *costs(),
        "",
        "## What limits it",
        "",
        "The rules were written with these documents to hand, so the counts say that nothing is lost or invented in them, not how",
        "documents to come will be read. All files of the formats were written by libraries, none by Word, WPS or a portal; `a.rtf` holds two",
        "characters only.",
    ]
    RESULT.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(RESULT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    if "YUEDU_DOCUMENTS" not in os.environ:
        sys.exit("set YUEDU_DOCUMENTS to a folder of official documents")
    main(Path(os.environ["YUEDU_DOCUMENTS"]))
