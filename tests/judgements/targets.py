"""Targets from their text: whole, and in the parts that columns of their own print."""

import re

from tests.drawing.forms.grid import Target

_PARTS = re.compile(r"([≥≤=]?)(\d+(?:\.\d+)?)(\D*)")


def target(text: str) -> Target:
    """A target as printed; sign, number and unit where it is one quantity."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return Target(text)
    return Target(text, unit=parts[3] or None, sign=parts[1], number=parts[2])
