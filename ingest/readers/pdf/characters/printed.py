"""Which characters are printed: not those that nobody sees, no watermarks, none without a meaning."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, repeat

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.characters.clipped import cut_texts
from ingest.readers.pdf.characters.hidden import WHITE, painted_over, without_ground
from ingest.readers.pdf.characters.marks import (
    MOST_OPAQUE,
    Colour,
    Placed,
    is_coloured,
    is_pale,
    small_marks,
    watermarks,
)
from ingest.readers.pdf.objects import Bounds, Drawn
from ingest.readers.pdf.ruled.paths import Fill

# Text that is filled alone, and text that is neither filled nor stroked.
_FILLED, _INVISIBLE = 0, 3
# What a character without a meaning leaves: a control, a private or a replacement character.
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
UNKNOWN = "\ufffd"
"""What stands for a character without a meaning."""


@dataclass(slots=True)
class TextObjects:
    """The texts of a page that are no plain ones: invisible, pale or coloured, painted over, white, cut off.

    The last three with boxes: of what was painted, of what is below the white, of what is seen. ``written`` are all.
    """

    written: Sequence[int] = ()
    invisible: set[int] = field(default_factory=set)
    pale: dict[int, Colour] = field(default_factory=dict)
    coloured: set[int] = field(default_factory=set)
    covered: Mapping[int, Sequence[Bounds]] = field(default_factory=dict)
    white: Mapping[int, Sequence[Bounds]] = field(default_factory=dict)
    cut: Mapping[int, Bounds] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.invisible or self.pale or self.coloured or self.covered or self.white or self.cut)

    def owned(self, text_page: int, count: int) -> Iterator[tuple[int, int]]:
        """Which of the first ``count`` characters belong to these texts, those cut off alone left out; to which."""
        own = {*self.invisible, *self.pale, *self.coloured, *self.covered, *self.white}
        owners = list(map(pdf_calls.text_object, repeat(text_page), range(count))) if own else []
        return compress(enumerate(owners), map(own.__contains__, owners))


def text_objects(drawn: Sequence[Drawn], fills: Sequence[Fill]) -> TextObjects:
    """The texts of a page and its forms that are no plain ones; ``fills`` are the rectangles filled on it."""
    texts = list(chain.from_iterable(part.texts for part in drawn))
    flat = pdf_calls.fill_colours(texts)
    found = TextObjects(texts)
    if _INVISIBLE in map(pdf_calls.text_mode, texts):
        found.invisible = {raw for raw in texts if pdf_calls.text_mode(raw) == _INVISIBLE}
    distinct = set(zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True))
    if len(distinct) > 1 and any(map(is_coloured, distinct)):
        colours = zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
        found.coloured = {raw for raw, colour in zip(texts, colours, strict=True) if is_coloured(colour)}
    if any(is_pale(colour) or _is_white(colour) for colour in distinct):
        own = dict(zip(texts, zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True), strict=True))
        found.pale = {raw: colour for raw, colour in own.items() if is_pale(colour)}
        white = {raw for raw, colour in own.items() if _is_white(colour) and pdf_calls.text_mode(raw) == _FILLED}
        found.white = without_ground(drawn, white) if white else {}
    found.covered = painted_over(drawn, fills)
    found.cut = cut_texts(drawn)
    return found


def _is_white(colour: Colour) -> bool:
    return min(colour[:3]) >= WHITE and colour[3] > MOST_OPAQUE


def unprinted(
    text_page: int, placed: Sequence[Placed], large: Sequence[int], found: TextObjects, rules: Sequence[Bounds]
) -> tuple[set[int], set[int]]:
    """Which characters (by number) nobody sees; which are watermarks, pale or ``large``, or small coloured marks."""
    invisible: set[int] = set()
    covered: set[int] = set()
    pale: dict[Colour, list[int]] = {}
    coloured: dict[int, list[int]] = {}
    for number, owner in found.owned(text_page, len(placed)):
        one = placed[number]
        if owner in found.invisible or (owner in found.white and not _is_within(one, found.white[owner])):
            invisible.add(number)
        elif owner in found.covered and _is_within(one, found.covered[owner]):
            covered.add(number)
        elif owner in found.pale:
            pale.setdefault(found.pale[owner], []).append(number)
        elif owner in found.coloured:
            coloured.setdefault(owner, []).append(number)
    if 2 * len(covered) < len(placed):  # a page that is painted over as a whole is doubtful, not blank
        invisible |= covered
    marks = watermarks(pale.values(), placed, large, invisible, rules)
    return invisible, marks | small_marks(coloured.values(), placed, rules) if coloured else marks


def _is_within(one: Placed, boxes: Sequence[Bounds]) -> bool:
    """True where the middle of a character lies in one of the boxes: left, bottom, right, top."""
    _, left, upper, right, lower = one
    x, y = (left + right) / 2, (upper + lower) / 2
    return any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1 in boxes)


def with_meaning(text_page: int, text: str | list[str]) -> str | list[str]:
    """The characters, those without a meaning as `UNKNOWN`; only where some look like it is each one asked."""
    if not _MEANINGLESS.search(text if isinstance(text, str) else "".join(text)):
        return text
    return [UNKNOWN if pdf_calls.has_map_error(text_page, number) == 1 else one for number, one in enumerate(text)]
