"""Places in a built page for what is made after it: `<!-- yuedu:pdf -->` gets the link to the page's PDF."""

from __future__ import annotations

import re
from pathlib import Path

from yuedu.store.files import write_atomically


def fill(page: Path, mark: str, html: str) -> None:
    """Put `html` where the page has `<!-- mark -->`; what an earlier run put there goes."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    text = page.read_text(encoding="utf-8")
    filled = re.sub(
        rf"{re.escape(start)}(?:(?:(?!<!-- {re.escape(mark)} -->).)*?{re.escape(end)})?",
        lambda _: f"{start}{html}{end}",
        text,
        flags=re.S,
    )
    if filled != text:
        write_atomically(page, filled.encode())
