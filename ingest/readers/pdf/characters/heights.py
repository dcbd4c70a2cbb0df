"""Boxes of characters whose font claims to be taller than its size: set back to what stands on their line."""

from array import array
from collections import Counter
from collections.abc import MutableSequence, Sequence
from operator import sub

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.objects import check_finite

# In sizes of the font: a taller box is none of a character; what is taken instead reaches so far up and down.
_TALLEST = 1.6
_UP, _DOWN = 0.9, 0.25


def set_back(
    text_page: int, tops: MutableSequence[float], bottoms: MutableSequence[float]
) -> tuple[list[float], Counter[int]]:
    """Set back the boxes (top and bottom of each character) that are taller than characters are.

    Fonts of bullets and signs do so; their boxes would reach over the lines above and below. Characters of one height
    are looked at together: one of them is measured, and only where it is too tall all of them. Gives the height of
    each character, and how many have each in whole points.
    """
    heights = list(map(sub, tops, bottoms))
    firsts: dict[int, float] = {}
    counts: Counter[int] = Counter()
    for height, count in Counter(heights).items():
        check_finite(height)
        firsts.setdefault(int(height), height)
        counts[int(height)] += count
    for whole, first in firsts.items():
        if whole <= 0 or not _is_tall(text_page, heights.index(first), tops, bottoms):
            continue
        for index in [index for index, own in enumerate(heights) if int(own) == whole]:
            if _is_tall(text_page, index, tops, bottoms):
                size, baseline = _size(text_page, index), baseline_of(text_page, index)
                tops[index], bottoms[index] = baseline + _UP * size, baseline - _DOWN * size
                heights[index] = (_UP + _DOWN) * size
                counts[whole] -= 1
                counts[int(heights[index])] += 1
    return heights, counts


def _is_tall(text_page: int, index: int, tops: Sequence[float], bottoms: Sequence[float]) -> bool:
    size = _size(text_page, index)
    return size > 0 and tops[index] - bottoms[index] > _TALLEST * size


def _size(text_page: int, index: int) -> float:
    """The height of the font in points as it is drawn; 0 for text that does not stand upright."""
    matrix = array("f", bytes(24))
    pdf_calls.char_matrix(text_page, index, matrix.buffer_info()[0])
    a, b, _, d, *_ = matrix
    return float(pdf_calls.font_size(text_page, index)) * d if a > 0 and d > 0 and abs(b) < a else 0.0


def baseline_of(text_page: int, index: int) -> float:
    """Where the line stands on which a character is written, in points upwards."""
    place = array("d", bytes(16))
    address = place.buffer_info()[0]
    pdf_calls.char_origin(text_page, index, address, address + 8)
    return place[1]
