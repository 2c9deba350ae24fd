"""Readers that do what a hostile file could make one do; run in the child of `limits`."""

from __future__ import annotations

import os
import signal
import time

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted


def hangs(data: bytes, name: str) -> Converted:
    time.sleep(60)
    return Converted("", "")


def eats_memory(data: bytes, name: str) -> Converted:
    return Converted("x" * (2 << 30), "")


def recurses(data: bytes, name: str) -> Converted:
    return recurses(data, name)


def dies(data: bytes, name: str) -> Converted:
    os.kill(os.getpid(), signal.SIGSEGV)
    return Converted("", "")


def raises(data: bytes, name: str) -> Converted:
    return {}[name]  # type: ignore[return-value]


def refuses(data: bytes, name: str) -> Converted:
    raise SourceError(name, 3, "a picture", "OCR")
