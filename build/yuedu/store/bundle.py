"""Several kept values in one file, of which each can be read alone: a line of JSON with their names and lengths, then they.

One of the values may be such a bundle itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yuedu.store.files import write_atomically
from yuedu.store.kept import pack, unpack


class Bundle(dict[str, Any]):
    """Values that are read one by one."""


def bundle(values: Mapping[str, Any]) -> bytes:
    """The file."""
    packed = {name: bundle(value) if isinstance(value, Bundle) else pack(value) for name, value in values.items()}
    return json.dumps({name: len(data) for name, data in packed.items()}).encode() + b"\n" + b"".join(packed.values())


def keep_bundle(path: Path, values: Mapping[str, Any]) -> None:
    write_atomically(path, bundle(values))


def value_in(path: Path, *names: str) -> Any:
    """One of them, or one of a bundle among them; raises `ValueError` where it is not there, or not whole."""
    length = 0
    try:
        with path.open("rb") as file:
            for name in names:
                lengths: dict[str, int] = json.loads(file.readline())
                length = lengths[name]
                before = [*lengths].index(name)
                file.seek(sum([*lengths.values()][:before]), os.SEEK_CUR)
            return unpack(file.read(length))
    except (OSError, ValueError, AttributeError, TypeError, KeyError) as error:
        raise ValueError(f"{path.name} holds no {' '.join(names)}: {error}") from None
