"""A PDF's compressed streams, unpacked only to be measured: a bomb is refused before a library unpacks it.

ISO 32000-1, 7.3.8 and 7.4.4. Images are passed over: nothing here reads them, and a scanned page is large by nature.
"""

from __future__ import annotations

import re
import zlib

from yuedu.errors import SourceError

MEGABYTE = 1 << 20
LARGEST_STREAM, LARGEST = 48 * MEGABYTE, 400 * MEGABYTE
STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 600
"""Bytes before a stream in which its dictionary says what it is."""


def check_streams(data: bytes, name: str) -> None:
    """`SourceError` where a stream, or all of them, unpack to more than any text needs."""
    total = 0
    for match in STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        start = data.rfind(b" obj", max(0, match.start() - DICTIONARY), match.start())
        said = data[max(0, start) : match.start()] if start >= 0 else b""
        if b"/Image" in said or data[match.end() : match.end() + 1] not in (b"x", b"h", b"H", b"X"):
            continue
        size = _unpacked(data, match.end(), 2 if said.count(b"Flate") > 1 else 1)
        total += size
        if size > LARGEST_STREAM or total > LARGEST:
            limit = LARGEST_STREAM if size > LARGEST_STREAM else LARGEST
            message = f"{len(data)} bytes unpack to more than {limit // MEGABYTE} MB: this is no document"
            raise SourceError(name, None, message, "do not open it")


def _unpacked(data: bytes, at: int, layers: int) -> int:
    """How many bytes a stream unpacks to, counted no further than the limit."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    size = 0
    view = memoryview(data)
    try:
        while at < len(data) and size <= LARGEST_STREAM and not unpackers[0].eof:
            chunk: bytes = bytes(view[at : at + 65536])
            at += 65536
            while chunk and size <= LARGEST_STREAM:
                out = unpackers[0].decompress(chunk, MEGABYTE)
                chunk = unpackers[0].unconsumed_tail
                size += len(unpackers[1].decompress(out, LARGEST_STREAM + 1)) if layers > 1 else len(out)
    except zlib.error:
        pass
    return size
