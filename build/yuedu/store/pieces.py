"""Things of several pieces, each kept in a file of its own and read piece by piece: parts of documents, wording of pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from yuedu.store.bundle import value_in
from yuedu.store.work import Work

T = TypeVar("T")
K = TypeVar("K", bound="InPieces")


class InPieces:
    """One thing in a file. A piece that is gone or damaged is taken from the thing made anew."""

    def __init__(self, path: Path, head: Any, make: Callable[[], Any]) -> None:
        """`head`: what is small of it, at hand; `make` makes the whole, and keeps it."""
        self.path, self.head, self.make = path, head, make

    def get(self, name: str) -> Any:
        """A piece by its name."""
        try:
            return value_in(self.path, name)
        except ValueError:
            return getattr(self.make(), name)


class Piece(Generic[T]):
    """A piece that is read whenever it is asked for; it is called as the attribute is."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, thing: InPieces, owner: type) -> T:
        found: T = thing.get(self._name)
        return found


class AllKept(Mapping[str, K]):
    """Things by name, in order; `stamps` are the hashes of what each was made from."""

    stamps: Mapping[str, str]
    _found: Mapping[str, K]

    def __getitem__(self, name: str) -> K:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def heads(stage: str, paths: Mapping[str, Path], kind: type[T], make: Callable[[str], T], work: Work) -> dict[str, T]:
    """Name → its head, of a class: what is kept, and what `make` makes where it is not, or is damaged."""
    found = {name: _head(path, kind) for name, path in paths.items()}
    missing: Sequence[str] = [name for name, head in found.items() if head is None]
    found |= zip(missing, work.shown(stage, work.shared(make, missing), len(missing)), strict=True)
    return {name: head for name, head in found.items() if head is not None}


def _head(path: Path, kind: type[T]) -> T | None:
    try:
        found = value_in(path, "head")
    except ValueError:
        return None
    return found if isinstance(found, kind) else None
