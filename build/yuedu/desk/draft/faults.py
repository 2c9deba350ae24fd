"""What can go wrong between here and an endpoint; each names the URL and what would mend it.

EndpointError      the base
├── Fatal          nothing that is asked now can succeed: the run stops
├── Transient      worth asking again after a while: too many requests, 5xx, time-outs, a cut connection
└── Refused        this one request is refused
BadAnswer          an answer came and is of no use: the model is told why and may mend it
Spent              a cap of the run is reached
"""

from __future__ import annotations

from yuedu.errors import YueduError


class EndpointError(YueduError):
    """The place is the URL."""

    def __init__(self, url: str, message: str, remedy: str) -> None:
        super().__init__(url, None, message, remedy)


class Fatal(EndpointError):
    """No request can succeed until someone mends it."""


class Transient(EndpointError):
    """`retry_after`: seconds the server asked to wait, where it did."""

    def __init__(self, url: str, message: str, remedy: str, retry_after: float | None = None) -> None:
        super().__init__(url, message, remedy)
        self.retry_after = retry_after


class Refused(EndpointError):
    """The endpoint will not do this request; others may do."""


class BadAnswer(Exception):
    """`complaint` is said to the model and to the user; `text` is the answer as far as it is worth showing again."""

    def __init__(self, complaint: str, text: str = "") -> None:
        super().__init__(complaint)
        self.complaint, self.text = complaint, text


class Spent(Exception):
    """The message says which cap."""
