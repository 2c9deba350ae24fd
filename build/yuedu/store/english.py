"""English written into `summaries/`: a record where it is, or where it belongs in reading order; all else keeps its bytes.

Every writer comes here: drafts, reviews, a translator's work. Two that write at once wait for each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock
from pydantic import ValidationError

from yuedu.analysis.speeches import read_speeches
from yuedu.errors import EditorError
from yuedu.sources.collection import Collection
from yuedu.sources.reviews import Reviewable
from yuedu.sources.summaries import Summary
from yuedu.sources.synopses import FILE as SYNOPSES
from yuedu.sources.synopses import Synopsis
from yuedu.sources.yamledit import Layout, rewrite
from yuedu.sources.yamlfile import Where, YamlFile, parse_yaml
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_seeds, read_text, read_yaml
from yuedu.text.ids import parse_id

FIELDS = (
    *("source", "state", "drafted_by", "reviewed_by", "reviewer_kind", "reviewed_on", "approved", "rejected"),
    *("segments", "sentences", "omitted", "figures", "notes", "findings", "dismissed"),
)
"""The fields of a record in the order in which they are written; others come last."""

R = TypeVar("R", bound=Reviewable)

GROUPS = ("topics", "documents")
"""What the synopses are of, one key each, besides the one of the whole."""


class ChangedError(EditorError):
    """The text that was to be replaced is not the one that the caller had seen."""


def save(
    root: Path,
    new: Mapping[str, Summary],
    *,
    order: Sequence[str] | None = None,
    seen: Mapping[str, Summary | None] | None = None,
) -> list[str]:
    """Write each summary into its file; returns the paths of the files that changed, relative to `root`.

    `order`: the ids of the corpus in reading order (`list(corpus.texts)`), read from the seeds where it is not given.
    `seen`: what the caller took to stand there, None for nothing; raises `ChangedError` where something else does. All
    texts are made before the first is written.
    """
    ids = list(order) if order is not None else reading_order(root)
    layout = Layout(lambda where: FIELDS if where else ids, lambda where: not where)
    with writing(root):
        files = _Files(root)
        records: dict[str, dict[Where, Reviewable]] = {}
        for ident, summary in new.items():
            records.setdefault(files.of(ident), {})[(ident,)] = summary
        before: dict[Where, Reviewable | None] = {(ident,): s for ident, s in (seen or {}).items()}
        return _write(root, {name: _set(files, name, inside, before, layout) for name, inside in records.items()})


def save_synopses(
    root: Path, new: Mapping[str, Synopsis], *, seen: Mapping[str, Synopsis | None] | None = None
) -> list[str]:
    """The same for synopses, by the names that findings call them: topics.<slug>, documents.<id>, front."""
    slugs = _slugs(read_yaml(root / "topics.yml", "topics.yml").value)
    orders: dict[Where, Sequence[str]] = {
        (): (*GROUPS, "front"),
        ("topics",): slugs,
        ("documents",): list(dict.fromkeys(parse_id(ident).document for ident in reading_order(root))),
    }
    layout = Layout(lambda where: orders.get(where, FIELDS), lambda where: where == () or where in orders)
    with writing(root):
        records: dict[Where, Reviewable] = {_keys(name): synopsis for name, synopsis in new.items()}
        before: dict[Where, Reviewable | None] = {_keys(name): s for name, s in (seen or {}).items()}
        return _write(root, {SYNOPSES: _set(_Files(root), SYNOPSES, records, before, layout)})


def load(root: Path, ident: str) -> Summary | None:
    """The summary that stands in the files now."""
    files = _Files(root)
    return _shaped((files.read(files.of(ident))[1].value or {}).get(ident), Summary)


def load_synopsis(root: Path, name: str) -> Synopsis | None:
    """The synopsis that stands in the file now; `name` as findings call it."""
    value: Any = _Files(root).read(SYNOPSES)[1].value
    for key in _keys(name):
        value = value.get(key) if isinstance(value, dict) else None
    return _shaped(value, Synopsis)


def reading_order(root: Path) -> list[str]:
    """The ids of every heading, line of front matter and passage, document by document."""
    seeds = read_seeds(root)
    speeches = [s for seed in seeds for s in read_speeches(seed, seed.editing.shaped(Collection))]
    return [part.id for speech in speeches for part in speech.tree.parts]


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """One writer at a time: the others wait."""
    folder = root / ".cache"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "summaries.lock"):
        yield


class _Files:
    """The files of `summaries/`, each read and parsed once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, tuple[str, YamlFile]] = {}

    def read(self, name: str) -> tuple[str, YamlFile]:
        """A file's text and what it says; one that is not there is empty."""
        if name not in self._read:
            text = read_text(self._root / name, name) if (self._root / name).exists() else ""
            self._read[name] = text, parse_yaml(text, name)
        return self._read[name]

    def of(self, ident: str) -> str:
        """The file in which there is English of this id already, or else that of its document."""
        own = f"summaries/{parse_id(ident).document}.yml"
        others = (path.relative_to(self._root).as_posix() for path in sorted((self._root / "summaries").glob("*.yml")))
        for name in dict.fromkeys([own, *others]):
            if name == SYNOPSES or not self._mentions(name, ident):
                continue
            if isinstance(value := self.read(name)[1].value, dict) and ident in value:
                return name
        return own

    def _mentions(self, name: str, ident: str) -> bool:
        """Cheaper than parsing."""
        path = self._root / name
        return name in self._read or (path.exists() and ident in read_text(path, name))


def _set(
    files: _Files,
    name: str,
    new: Mapping[Where, Reviewable],
    seen: Mapping[Where, Reviewable | None],
    layout: Layout,
) -> tuple[str, str]:
    """The file's text, and its text with these records."""
    text, file = files.read(name)
    value: dict[Any, Any] = dict(file.value) if isinstance(file.value, dict) else {}
    for where, record in new.items():
        *group, key = where
        inside = value
        for outer in group:
            inside[outer] = inside = dict(inside.get(outer) or {})
        there = _shaped(inside.get(key), type(record))
        broken = there is None and inside.get(key) is not None
        if where in seen and (there != seen[where] or broken):
            message = f"the English of {'.'.join(map(str, where))} has changed since it was read"
            raise ChangedError(name, file.line(where), message, "look at what stands there now, then do it again")
        if there != record:
            inside[key] = _written(record)
    return text, rewrite(text, file, value, layout)


def _shaped(value: Any, shape: type[R]) -> R | None:
    """What stands there; None for nothing, and for what does not hold and is to be replaced."""
    try:
        return shape.model_validate(value)
    except ValidationError:
        return None


def _written(record: Reviewable) -> dict[str, Any]:
    fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    rank = {key: n for n, key in enumerate(FIELDS)}
    return dict(sorted(fields.items(), key=lambda f: rank.get(f[0], len(rank))))


def _write(root: Path, texts: Mapping[str, tuple[str, str]]) -> list[str]:
    changed = sorted(name for name, (before, after) in texts.items() if before != after)
    for name in changed:
        write_atomically(root / name, texts[name][1].encode())
    return changed


def _keys(name: str) -> Where:
    """topics.talent → its keys in the file."""
    group, _, key = name.partition(".")
    return (group, key) if key else (group,)


def _slugs(value: Any) -> list[str]:
    listed = value.get("topics") if isinstance(value, dict) else None
    return [t["slug"] for t in listed or () if isinstance(t, dict) and isinstance(t.get("slug"), str)]
