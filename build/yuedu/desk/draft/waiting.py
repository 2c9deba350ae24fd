"""How long to wait before asking again: what the server says (RFC 9110, 10.2.3), else exponential with full jitter."""

from __future__ import annotations

import math
import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tenacity import RetryCallState, wait_random_exponential

from yuedu.desk.draft.endpoint import Limits
from yuedu.desk.draft.faults import Transient

LONGEST_BACKOFF = 60.0
SPREAD = 0.1
"""What is added to a wait that a server set, at random up to this share, so that not all come back at once."""


def retry_after(header: str | None, now: datetime | None = None) -> float | None:
    """Seconds to wait: the header is a number of seconds or an HTTP date. None where it is neither."""
    if header is None:
        return None
    text = header.strip()
    try:
        seconds = float(text)
    except ValueError:
        try:
            when = parsedate_to_datetime(text)
        except ValueError:
            return None
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        seconds = (when - (now or datetime.now(UTC))).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None


class Wait:
    """A wait as tenacity calls it."""

    def __init__(self, limits: Limits) -> None:
        self._backoff = wait_random_exponential(multiplier=limits.backoff, max=LONGEST_BACKOFF)

    def __call__(self, state: RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        if isinstance(fault, Transient) and fault.retry_after is not None:
            return fault.retry_after * (1 + SPREAD * random.random())
        return self._backoff(state)
