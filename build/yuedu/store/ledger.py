"""The ledger of published addresses: every page and every fragment that ever was, and where those that moved went.

A build in which one would vanish fails unless a redirect is recorded. The ledger only ever grows.

    seeds/ledger.txt                pages and what orders them, one address a line: /topics/talent/#done
    seeds/ledger/<document>.txt     what a document holds, with the sentences and figures of each passage: 2.4.p3 s1-4 f12

What a document holds has its address on the document's own pages. A page that shows all there is of its topic names it too;
on a page that is one of several it has the same fragment, and is led on from there when it is shown there no more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from yuedu import urls
from yuedu.errors import EditorError
from yuedu.pages.addresses import REDIRECTS
from yuedu.sources.yamlfile import YamlFile
from yuedu.store.paths import LEDGER, LEDGERS

HEAD = "# Every address ever published, one a line. Written by `yuedu build`; never remove a line.\n"
OWN_HEAD = "# What {} has published, a part a line. Written by `yuedu build`; never remove a line.\n"
_FIGURE = re.compile(r"\.f[0-9]+$")


class Ledger:
    """The addresses published so far: of pages, and by page the anchors."""

    def __init__(self, root: Path, given: Mapping[str, str] | None = None) -> None:
        """`given`: path → text of files that are to be."""
        self._root, self._given = root, given or {}
        self.text = self._read(LEDGER)
        self.pages: dict[str, set[str]] = {}
        for line in self.text.splitlines():
            if line and not line.startswith("#"):
                page, _, anchor = line.partition("#")
                self.pages.setdefault(page, set()).update([anchor] if anchor else [])
        self._own: dict[str, str] = {}

    def own(self, document: str) -> str:
        """What the ledger of a document says."""
        if document not in self._own:
            self._own[document] = self._read(f"{LEDGERS}/{document}.txt")
        return self._own[document]

    def _read(self, name: str) -> str:
        path = self._root / name
        if name in self._given:
            return self._given[name]
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def anchors(self, url: str) -> set[str]:
        """Those that a page has published."""
        return self.pages.get(url, set()) | self._of_document(url)

    @property
    def addresses(self) -> set[str]:
        """Everything that was ever published."""
        own = [f.stem for f in (self._root / LEDGERS).glob("*.txt")]
        pages = {*self.pages, *map(urls.document_url, own), *map(urls.figures_url, own)}
        return {f"{page}#{a}" if a else page for page in pages for a in ("", *self.anchors(page))}

    def stamp(self, url: str) -> str:
        """What tells the same anchors from others, for a page that is not made again."""
        document, _ = _document_of(url)
        own = self.own(document) if document else ""
        return hashlib.sha256(repr((sorted(self.pages.get(url, ())), own)).encode()).hexdigest()[:24]

    def _of_document(self, url: str) -> set[str]:
        document, figures = _document_of(url)
        if not document:
            return set()
        return {f"{document}.{a}" for a in unpacked(self.own(document)) if bool(_FIGURE.search(f".{a}")) == figures}


def with_anchors(ledger: Ledger, found: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The files of the ledger after a build in which these pages (address → anchors) were made: path → text."""
    pages = {page: {*anchors} for page, anchors in ledger.pages.items()}
    own: dict[str, set[str]] = {}
    for url, anchors in found.items():
        document, _ = _document_of(url)
        there = pages.setdefault(url, set())
        for anchor in anchors:
            if "." not in anchor or not document:
                there.add(anchor)
            elif anchor not in there:
                own.setdefault(document, set()).add(anchor.removeprefix(f"{document}."))
    lines = sorted(f"{page}#{a}" if a else page for page, anchors in pages.items() for a in ("", *anchors))
    out = {LEDGER: HEAD + "".join(f"{line}\n" for line in lines)}
    for document, parts in own.items():
        before = unpacked(ledger.own(document))
        if not parts <= before:
            out[f"{LEDGERS}/{document}.txt"] = OWN_HEAD.format(document) + packed(parts | before)
    return out


def packed(parts: Collection[str]) -> str:
    """Parts without their document's id, the sentences and figures of each in one line with it.

    >>> packed({"2.4.p3", "2.4.p3.s1", "2.4.p3.s2", "2.4.p3.f12", "2.4"})
    '2.4\\n2.4.p3 s1-2 f12\\n'
    """
    inside: dict[str, list[tuple[str, int]]] = {}
    alone: set[str] = set()
    for part in parts:
        above, _, last = part.rpartition(".")
        if above and last[0] in "sf" and last[1:].isdigit():
            inside.setdefault(above, []).append((last[0], int(last[1:])))
        else:
            alone.add(part)
    lines = []
    for part in sorted({*inside, *alone}):
        found = sorted(inside.get(part, ()))
        runs = _runs([n for kind, n in found if kind == "s"])
        figures = [f"f{n}" for kind, n in found if kind == "f"]
        lines.append(" ".join([part if part in alone else f"{part}:", *runs, *figures]))
    return "".join(f"{line}\n" for line in lines)


def unpacked(text: str) -> set[str]:
    """The inverse of `packed`; lines that begin with # are left out."""
    found: set[str] = set()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        part, *inside = line.split()
        if not part.endswith(":"):
            found.add(part)
        part = part.removesuffix(":")
        for piece in inside:
            first, _, last = piece[1:].partition("-")
            found.update(f"{part}.{piece[0]}{n}" for n in range(int(first), int(last or first) + 1))
    return found


def _runs(numbers: list[int]) -> Iterator[str]:
    """s1-4 for 1, 2, 3, 4."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [n for _, n in group]
        yield f"s{run[0]}-{run[-1]}" if len(run) > 1 else f"s{run[0]}"


def _document_of(url: str) -> tuple[str, bool]:
    """The document whose own page an address is, and whether it is that of its figures; no document for any other page."""
    kind, _, rest = url.strip("/").partition("/")
    if rest and "/" not in rest and kind in ("speeches", "figures"):
        figures = kind == "figures"
        if url == (urls.figures_url(rest) if figures else urls.document_url(rest)):
            return rest, figures
    return "", False


def redirects(file: YamlFile | None) -> dict[str, str]:
    """Old address → new address."""
    if file is None or file.value is None:
        return {}
    if not isinstance(file.value, dict):
        raise file.error((), "redirects are a mapping of old address to new", "write /old/#id: /new/#id")
    for old, new in file.value.items():
        if not (isinstance(old, str) and isinstance(new, str) and old.startswith("/") and new.startswith("/")):
            raise file.error(
                (old,), f"not a redirect: {old!r}: {new!r}", "write /old/#id: /new/#id, both from the site's root"
            )
    return dict(file.value)


def check(
    ledger: Ledger, pages: Collection[str], lost: Iterable[str], moved: Mapping[str, str], there: Collection[str]
) -> None:
    """Raises `EditorError` where an address would vanish or a redirect leads nowhere.

    `pages`: the addresses of all pages that are to be; `lost`: addresses on them that nothing leads to any more; `there`:
    those that redirects name, as far as they are there.
    """
    for old, new in moved.items():
        if new not in there:
            message = f"the redirect of {old} leads to {new}, which is not there"
            raise EditorError(REDIRECTS, None, message, "name an address of the site")
    gone = [f"{page}#{a}" if a else page for page in {*ledger.pages} - {*pages} for a in ("", *ledger.pages[page])]
    vanished = sorted({*gone, *lost} - {*moved})
    if vanished:
        shown = ", ".join(vanished[:5]) + (f" and {len(vanished) - 5} more" if len(vanished) > 5 else "")
        raise EditorError(
            LEDGER,
            None,
            f"{len(vanished)} published addresses would vanish: {shown}",
            f"restore what they named, or record in {REDIRECTS} where each went (old: new); "
            f"if they never left this machine, restore {LEDGER} and {LEDGERS}/ from version control",
        )
