"""Text objects: where each character stands, how large and which way."""

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ingest.readers.ofd.geometry import Bounds, Matrix, moved_box, number, numbers, product, turned
from ingest.readers.word.symbols import UNKNOWN, shown_symbols
from ingest.readers.word.xml import nearest

# A character's box reaches so far above and below its base line, in sizes of its font.
_ASCENT, _DESCENT = 0.88, 0.12
_NARROW = 0.5
_SIZE = 3.53  # 10 points
_ESCAPED = re.compile(r"\\([0-9A-Fa-f]{4})")
_NO_CHARACTER = "¤"


class Character(NamedTuple):
    """A printed character, its box on the page in millimetres, and the angle (radians, to the left) it is turned by."""

    text: str
    box: Bounds
    angle: float


def characters(element: etree._Element, matrix: Matrix, font: str) -> Iterator[Character]:
    """The characters of a text object whose coordinates ``matrix`` moves onto the page."""
    size = number(element.get("Size"), _SIZE)
    stretch = number(element.get("HScale"), 1.0)
    facing = number(element.get("CharDirection"), 0.0)
    along = number(element.get("ReadDirection"), 0.0)
    has_glyphs = next(nearest(element, "CGTransform"), None) is not None
    x = y = 0.0
    for code in nearest(element, "TextCode"):
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        text = shown_symbols(_decoded(code.text or "", has_glyphs), font)
        steps_x, steps_y = (_steps(code.get(key), len(text)) for key in ("DeltaX", "DeltaY"))
        at_x, at_y = x, y
        for index, character in enumerate(text):
            width = size * stretch * (1.0 if unicodedata.east_asian_width(character) in "WFA" else _NARROW)
            step = abs(steps_x[index]) if index < len(steps_x) and not along % 180 else 0.0
            seen = min(step, size * max(stretch, 1.0)) if step else width
            own = product(turned(facing, at_x, at_y), matrix) if facing else matrix
            left, right, top, bottom = at_x, at_x + seen, at_y - _ASCENT * size, at_y + _DESCENT * size
            angle = math.atan2(-own[1], own[0]) if own[1] or own[0] <= 0 else 0.0
            yield Character(character, moved_box(own, left, top, right, bottom), angle)
            at_x, at_y = _next(at_x, at_y, index, steps_x, steps_y, width if not along % 180 else size, along)


def _decoded(text: str, has_glyphs: bool) -> str:
    """The characters of a code: some are written by their numbers, and a sign stands for what is a glyph alone."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text.strip("\r\n"))
    return plain.replace(_NO_CHARACTER, UNKNOWN) if has_glyphs else plain


def _next(
    x: float, y: float, index: int, steps_x: list[float], steps_y: list[float], own: float, along: float
) -> tuple[float, float]:
    """Where the next character stands: by the steps that are printed, else behind this one."""
    if not steps_x and not steps_y:
        angle = math.radians(along)
        return x + own * math.cos(angle), y + own * math.sin(angle)
    step_x, step_y = ((steps[min(index, len(steps) - 1)] if steps else 0.0) for steps in (steps_x, steps_y))
    return x + step_x, y + step_y


def _steps(text: str | None, most: int) -> list[float]:
    """Steps from character to character; ``g 3 4.5`` stands for three steps of 4.5."""
    pieces = iter((text or "").replace(",", " ").split())
    found: list[float] = []
    for piece in pieces:
        if piece != "g":
            found += numbers(piece)
            continue
        count, step = number(next(pieces, None), 0.0), numbers(next(pieces, None))
        found += step * int(min(max(count, 0.0), most))
        if len(found) >= most:
            break
    return found[:most]
