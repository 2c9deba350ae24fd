"""What a seed was received as: its file, and, where that is no plain text, the text that was made of it and by what."""

from __future__ import annotations

from dataclasses import dataclass

from yuedu.analysis.speeches import Seed
from yuedu.sources.collection import Collection


@dataclass(frozen=True, slots=True)
class Received:
    """Paths relative to the project; `encoding` is of the text, and `notes` say what its converter left out or guessed."""

    file: str
    sha256: str
    encoding: str
    text: str | None
    text_sha256: str | None
    converter: str | None
    notes: tuple[str, ...]


def received(seed: Seed) -> Received:
    source = seed.editing.shaped(Collection).source
    text = seed.text_path if source.text else None
    converted = (text, source.text_sha256, source.converter, tuple(source.notes))
    return Received(seed.path, seed.sha256, seed.decoded.encoding, *converted)
