"""Text that a terminal may be given: nothing in it commands one."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """With every character that commands a terminal replaced, one for one."""
    return _CONTROL.sub("\ufffd", text)
