"""Values kept in `.cache/` between one run and the next: believed only if whole, and of our own classes.

A file is a line with the hash of the rest, then the value. One that is cut short, changed or of another program's making
counts as missing; what it held is made anew.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import BuiltinFunctionType
from typing import Any

from yuedu.store.files import write_atomically

_PLAIN = {("builtins", "set"), ("builtins", "frozenset"), ("builtins", "complex"), ("array", "array"),
          ("array", "_array_reconstructor"), ("decimal", "Decimal"), ("collections", "OrderedDict"), ("collections", "Counter")}  # fmt: skip
"""What may be made beside our own classes."""


def _is_ours(module: str, name: str) -> bool:
    return module.startswith("yuedu.") or (module, name) in _PLAIN


class _OurOwn(pickle.Unpickler):
    """Makes values of this package alone: no cache can have anything else run."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if _is_ours(module, name) else None
        if found is None or not (isinstance(found, type) or (module, name) in _PLAIN):
            raise pickle.UnpicklingError(f"{module}.{name} is not kept here")
        return found


class _ByFields(pickle.Pickler):
    """Writes a dataclass with slots as a call with its fields: read back several times as fast as by its state."""

    def reducer_override(self, value: Any) -> Any:
        made = type(value)
        if not _is_ours(made.__module__, made.__name__) and not isinstance(value, type | BuiltinFunctionType):
            raise pickle.PicklingError(f"{made} would not be read back")
        if not (is_dataclass(made) and "__slots__" in made.__dict__):
            return NotImplemented
        return made, tuple(getattr(value, name) for name in _fields(made))


@cache
def _fields(made: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(made) if f.init)


def pack(value: Any) -> bytes:
    """A value as bytes that tell whether they are whole."""
    written = io.BytesIO()
    _ByFields(written, 5).dump(value)
    data = zlib.compress(written.getvalue(), 1)
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def unpack(data: bytes) -> Any:
    """The value; raises `ValueError` for what is not whole or not ours."""
    head, _, rest = data.partition(b"\n")
    if head != hashlib.sha256(rest).hexdigest().encode():
        raise ValueError("not whole")
    try:
        return _OurOwn(io.BytesIO(zlib.decompress(rest))).load()
    except Exception as error:  # a value of another version may fail in any way while it is made
        raise ValueError(str(error)) from None


def forget_older(path: Path, versions: int) -> None:
    """Of the states of one thing, which are called alike up to the last dot, the latest stay."""
    alike = path.parent.glob(f"{path.name.rpartition('.')[0]}.*")
    for old in sorted(alike, key=lambda p: p.stat().st_mtime_ns)[:-versions]:
        old.unlink(missing_ok=True)


def keep(path: Path, value: Any) -> None:
    """Write a value."""
    write_atomically(path, pack(value))


def kept(path: Path) -> Any | None:
    """The value that was kept; None where there is none to be believed."""
    try:
        return unpack(path.read_bytes())
    except (OSError, ValueError):
        return None
