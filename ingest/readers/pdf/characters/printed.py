"""Which characters are printed: not invisible ones, not watermarks over others, none without a meaning."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.objects import Drawn

Placed = tuple[str, float, float, float, float]
"""A character, its left, top, right and bottom."""

Colour = tuple[int, int, int, int]
"""Red, green, blue and alpha, of 255."""

# Text that is neither filled nor stroked.
_INVISIBLE = 3
# Pale is more than half transparent or as light as that, up to white, which stands on dark ground.
_MOST_OPAQUE = 140
_LIGHTEST, _LIGHT = 250, 150
# How much larger than usual a character is that may stand across others.
_LARGER = 1.8
_FEWEST_ACROSS = 2
_MOST_ASKED = 500
# What a character without a meaning leaves: a control, a private or a replacement character.
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
UNKNOWN = "\ufffd"
"""What stands for a character without a meaning."""


@dataclass(slots=True)
class TextObjects:
    """The texts of a page that are no plain ones: invisible, and pale by their colour."""

    invisible: set[int] = field(default_factory=set)
    pale: dict[int, Colour] = field(default_factory=dict)


def text_objects(drawn: Iterable[Drawn]) -> TextObjects:
    """The invisible and the pale texts of a page and its forms."""
    texts = list(chain.from_iterable(part.texts for part in drawn))
    flat = pdf_calls.fill_colours(texts)
    modes = list(map(pdf_calls.text_mode, texts))
    found = TextObjects()
    if _INVISIBLE in modes:
        found.invisible = {raw for raw, mode in zip(texts, modes, strict=True) if mode == _INVISIBLE}
    colours = list(zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True))
    if any(map(_is_pale, set(colours))):
        found.pale = {raw: colour for raw, colour in zip(texts, colours, strict=True) if _is_pale(colour)}
    return found


def _is_pale(colour: Colour) -> bool:
    return colour[3] <= _MOST_OPAQUE or _LIGHT < min(colour[:3]) < _LIGHTEST


def unprinted(
    text_page: int, placed: Sequence[Placed], heights: Sequence[int], found: TextObjects
) -> tuple[set[int], set[int]]:
    """Which characters (by number) are invisible, and which stand across others as watermarks do."""
    invisible: set[int] = set()
    pale: dict[Colour, list[int]] = {}
    if found.invisible or found.pale:
        for number in range(len(placed)):
            owner = pdf_calls.text_object(text_page, number)
            if owner in found.invisible:
                invisible.add(number)
            elif owner in found.pale:
                pale.setdefault(found.pale[owner], []).append(number)
    marks: set[int] = set()
    for group in (*pale.values(), _large(heights)):
        if 0 < len(group) < len(placed) - len(invisible) and _stands_across(group, placed, invisible | marks):
            marks.update(group)
    return invisible, marks


def _large(heights: Sequence[int]) -> list[int]:
    """The characters much larger than most."""
    (usual, _), *others = Counter(heights).most_common()
    if not any(height > _LARGER * usual for height, _ in others):
        return []
    return [number for number, height in enumerate(heights) if height > _LARGER * usual]


def _stands_across(group: Sequence[int], placed: Sequence[Placed], left_out: set[int]) -> bool:
    """True where characters of ``group`` stand over the middles of others, two at least."""
    own = {*group, *left_out}
    middles = sorted(
        ((top + bottom) / 2, (x0 + x1) / 2)
        for number, (text, x0, top, x1, bottom) in enumerate(placed)
        if number not in own and x1 > x0 and text > " "
    )
    across = 0
    for number in group[:_MOST_ASKED]:
        text, x0, top, x1, bottom = placed[number]
        for at in range(bisect_left(middles, (bottom, 0.0)), len(middles)):
            y, x = middles[at]
            if y >= top:
                break
            across += text > " " and x0 < x < x1
        if across >= _FEWEST_ACROSS:
            return True
    return False


def with_meaning(text_page: int, text: str | list[str]) -> str | list[str]:
    """The characters, those without a meaning as `UNKNOWN`; only where some look like it is each one asked."""
    if not _MEANINGLESS.search(text if isinstance(text, str) else "".join(text)):
        return text
    return [UNKNOWN if pdf_calls.has_map_error(text_page, number) == 1 else one for number, one in enumerate(text)]
