"""Who reviews, and when: named once a run, before the first text is accepted."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from yuedu.errors import UsageError


def configured(root: Path) -> str:
    """The name that git knows in this folder; empty where it knows none."""
    try:
        done = subprocess.run(
            ["git", "config", "user.name"], cwd=root, capture_output=True, text=True, check=False, timeout=5
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def today() -> str:
    """The day, ISO 8601: that of SOURCE_DATE_EPOCH where it is set, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        message = f"{epoch!r} is no time"
        raise UsageError("SOURCE_DATE_EPOCH", None, message, "seconds since 1970, or leave it unset") from None
