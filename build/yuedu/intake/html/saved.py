"""A page saved by a browser with all it needs (.mht, MHTML, RFC 2557): its HTML part."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.html.reader import REMEDY, read_html


def read_mht(data: bytes, name: str) -> Converted:
    """The text of the first part that is HTML; raises `SourceError` where there is none, and as `read_html` does."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=email.policy.compat32)
        part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    except RecursionError:
        raise SourceError(name, None, "parts inside parts without end: the saved page is damaged", REMEDY) from None
    page = _payload(part) if part is not None else b""
    if part is None or not page.strip():
        raise SourceError(name, None, "no text: the saved page has no HTML part", REMEDY)
    return read_html(page, name, part.get_content_charset("") if part.get_content_charset("") else "")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
