"""Several kept values in one file, of which each can be read alone: a line of JSON with their names and lengths, then they."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yuedu.store.files import write_atomically
from yuedu.store.kept import pack, unpack


def bundle(values: Mapping[str, Any]) -> bytes:
    """The file."""
    packed = {name: pack(value) for name, value in values.items()}
    return json.dumps({name: len(data) for name, data in packed.items()}).encode() + b"\n" + b"".join(packed.values())


def keep_bundle(path: Path, values: Mapping[str, Any]) -> None:
    write_atomically(path, bundle(values))


def value_in(path: Path, name: str) -> Any:
    """One of them; raises `ValueError` where it is not there, or not whole."""
    try:
        with path.open("rb") as file:
            lengths = json.loads(file.readline())
            at = file.tell()
            for other, length in lengths.items():
                if other == name:
                    file.seek(at)
                    return unpack(file.read(length))
                at += length
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise ValueError(f"{path.name} holds no {name}: {error}") from None
    raise ValueError(f"{path.name} holds no {name}")
