"""What of an answer's headers may be kept in a table and sent back, and what they ask for."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 300.0
"""Seconds; a site that wants to be asked again later than that is asked then."""


def wait(header: str) -> float | None:
    """Seconds of a header Retry-After, which gives them or a date; bounded."""
    if header.strip().isdecimal():
        return min(float(header.strip()[:9]), LONGEST_WAIT)
    try:
        wanted = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    wanted = wanted if wanted.tzinfo else wanted.replace(tzinfo=UTC)
    return min(max((wanted - datetime.now(UTC)).total_seconds(), 0.0), LONGEST_WAIT)


def validator(etag: str) -> str:
    """An ETag that can be sent back and stand in a table; empty for any other."""
    is_one = etag.isascii() and etag.isprintable() and etag.removeprefix("W/").startswith('"') and len(etag) <= 200
    return etag if is_one else ""


def day(header: str) -> str:
    """A date that can be sent back and stand in a table; empty for any other text."""
    try:
        parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return ""
    return header if re.fullmatch(r"[A-Za-z0-9,:+ -]{1,40}", header) and header[0].isalnum() else ""


def media_type(header: str) -> str:
    """The type of a header Content-Type without its parameters; empty where it is none."""
    found = re.match(r"\s*(\w[\w.+-]{0,60}/[\w.+-]{1,60})", header, re.ASCII)
    return found[1].lower() if found else ""
