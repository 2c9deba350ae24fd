"""Postings and texts as small static scripts, of which a reader's browser fetches those that a query needs.

A script calls `yuedu.shard(name, value)`, so that a site opened from a folder can load it, too.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

FOLDER = "data/search"
KINDS = ("term", "topic", "document", "heading", "line", "passage")
"""In the order of their numbers."""


def script(name: str, value: Any) -> str:
    """One shard."""
    return written(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def written(name: str, value: str) -> str:
    """One shard of a value that is JSON already."""
    return f"yuedu.shard({json.dumps(name)},{value});\n"


def path(name: str) -> str:
    """Where a shard lies under docs/."""
    return f"{FOLDER}/{name}.js"


def shard_of(key: str, count: int) -> int:
    """Which of `count` shards holds a key: the CRC-32 of its UTF-8."""
    return zlib.crc32(key.encode()) % count


def posting_bytes(total: int) -> int:
    """About what one shard of postings holds, before compression: more where there are many, so that there are fewer."""
    return max(8_000, min(26_000, total // 250))


def texts_in_shard(kind: str, count: int) -> int:
    """Units in one shard of texts, where there are so many of the kind."""
    if kind in ("term", "heading", "line"):
        return 32 if count < 4_000 else 128
    return next((size for most, size in ((400, 4), (3_000, 8), (6_000, 16)) if count <= most), 32)
