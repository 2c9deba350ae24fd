"""Sheets made where what they show has changed: into a folder of their own first, from where they are moved to their places.

1. A file stands as it is while it is what was made last, by its size and times, and shows what it showed then.
2. What is made lies in `.cache/` until everything is made and checked: a build that fails, or is killed, changes nothing, or
   leaves whole files that the next one knows.
3. Several processes make sheets for one build; two builds at once make theirs apart.
"""

from __future__ import annotations

import shutil
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yuedu.pages.addresses import page_url
from yuedu.pages.finishing import finished
from yuedu.pages.sheet import Sheet
from yuedu.store.kept import keep, kept
from yuedu.store.ledger import Ledger
from yuedu.store.work import Work

RECORD = ".cache/made.bin"
A_DAY = 24 * 60 * 60

Stat = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class State:
    """What a file showed when it was made, which anchors its page had published, and the file's size and times."""

    shows: str
    published: str
    stat: Stat


class Expected(Mapping[str, bytes]):
    """Path in the project → the bytes that are to be there: at hand, made and waiting, or there already."""

    def __init__(self, root: Path) -> None:
        self._root = root
        cache = (root / ".cache").absolute()
        cache.mkdir(exist_ok=True)
        for left in cache.glob("made-*"):  # by builds that were killed; another may be at its end just now
            found = stat_of(left)
            if found and time.time() - found[1] / 1e9 > A_DAY:
                shutil.rmtree(left, ignore_errors=True)
        self._folder = Path(tempfile.mkdtemp(dir=cache, prefix="made-"))
        self._gone = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._found: dict[str, bytes | Path | None] = {}

    def place(self, number: int) -> Path:
        """Where something that is made waits."""
        return self._folder / str(number)

    def put(self, path: str, what: bytes | Path | None) -> None:
        """Bytes, or the file where they wait, or None for what stands as it is."""
        self._found[path] = what

    def write(self, path: str, text: str) -> None:
        """Let a text wait."""
        waits = self.place(len(self._found)).with_suffix(".own")
        waits.write_bytes(text.encode())
        self.put(path, waits)

    def stands(self, path: str) -> bool:
        return self._found[path] is None

    def waiting(self, path: str) -> Path | None:
        """The file that waits to be moved to its place."""
        found = self._found[path]
        return found if isinstance(found, Path) else None

    def __contains__(self, path: object) -> bool:
        return path in self._found

    def __getitem__(self, path: str) -> bytes:
        found = self._found[path]
        if isinstance(found, bytes):
            return found
        waits = found if found is not None and found.exists() else self._root / path
        return waits.read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making sheets: by page the anchors for the ledger, and the addresses that nothing leads to any more."""

    anchors: Mapping[str, tuple[str, ...]]
    lost: tuple[str, ...]


class Record:
    """What is known of the files that were made before; where nothing is known everything is made."""

    def __init__(self, root: Path, *, fresh: bool) -> None:
        self._root = root
        found = None if fresh else kept(root / RECORD)
        self._before: dict[str, State] = found if isinstance(found, dict) else {}

    def stands(self, path: str, shows: str, published: str = "") -> bool:
        """Whether a file is there as it was made, and shows this."""
        state = self._before.get(path)
        if state is None or state.shows != shows or state.published != published:
            return False
        return state.stat == stat_of(self._root / path)

    def paths(self, below: str) -> dict[str, str]:
        """The files below a folder, and what each showed."""
        return {path: state.shows for path, state in self._before.items() if path.startswith(below)}

    def keep(self, states: Mapping[str, tuple[str, str]]) -> None:
        """Remember what these files (path → what it shows, what had been published) are like now."""
        found = {}
        for path, (shows, published) in states.items():
            if stat := stat_of(self._root / path):
                found[path] = State(shows, published, stat)
        keep(self._root / RECORD, found)


def stat_of(path: Path) -> Stat | None:
    """Size, and the times at which content and entry were last changed, in nanoseconds."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def make(
    sheets: Sequence[Sheet],
    expected: Expected,
    record: Record,
    ledger: Ledger,
    moved: Mapping[str, Mapping[str, str]],
    has: Callable[[str], bool],
    work: Work,
) -> Made:
    """Put every sheet into `expected`. `moved`: page → its anchors that went elsewhere; `has`: whether a document holds an
    id."""
    todo = []
    for number, sheet in enumerate(sheets):
        path, url = f"docs/{sheet.path}", page_url(sheet.path) if sheet.is_page else ""
        if record.stands(path, sheet.shows, ledger.stamp(url) if url else "") and url not in moved:
            expected.put(path, None)
        else:
            expected.put(path, expected.place(number))
            todo.append(number)

    todo.sort(key=lambda n: (sheets[n].near, n), reverse=True)

    def one(number: int) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        sheet = sheets[number]
        text, url = sheet.make(), ""
        anchors: tuple[str, ...] = ()
        lost: tuple[str, ...] = ()
        if sheet.is_page:
            url = page_url(sheet.path)
            page = finished(text, url, ledger.anchors(url), moved.get(url, {}), has, stays=not sheet.leads_on)
            text, anchors, lost = page.text, page.anchors, page.lost
        expected.place(number).write_bytes(text.encode())
        return url, anchors, lost

    anchors: dict[str, tuple[str, ...]] = {}
    gone: list[str] = []
    for url, found, lost in work.shown("pages", work.shared(one, todo), len(todo)):
        if url:
            anchors[url] = found
            gone += [f"{url}#{a}" for a in lost]
    return Made(anchors, tuple(gone))
