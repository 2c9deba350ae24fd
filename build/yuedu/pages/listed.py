"""Rows that a page's script reads when a reader asks: small static scripts, so that a site opened from a folder has them too."""

from __future__ import annotations

import json
from typing import Any


def listed(name: str, rows: Any) -> str:
    """One file: it calls `yuedu.listed(name, rows)`."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"yuedu.listed({json.dumps(name)},{text});\n"
