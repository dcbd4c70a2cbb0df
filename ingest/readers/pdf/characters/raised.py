"""Digits set above the line: m², and marks of notes, which would otherwise be digits of the number before them."""

from collections.abc import Sequence
from itertools import compress, count, islice
from operator import lt

from ingest.readers.pdf.characters.heights import baseline_of

_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
# Of the height of the character before: as small a digit is, as far it stands above its line, as near to it.
_SMALLER, _ABOVE, _NEAR = 0.8, 0.15, 0.5


def with_raised(
    text_page: int, text: str | list[str], sides: Sequence[Sequence[float]], heights: Sequence[float]
) -> str | list[str]:
    """The characters, digits that are smaller than what stands before and above its line as Unicode raises them.

    ``sides`` are the left, top, right and bottom of each character, ``heights`` their heights.
    """
    found: dict[int, str] = {}
    end = len(text)
    for number in compress(count(1), map(lt, islice(heights, 1, None), heights)):
        before = number - 1
        while number < end and text[number] <= " ":
            number += 1
        if number == end or text[number] not in _RAISED:
            continue
        while before and text[before] <= " ":
            before -= 1
        height = heights[number]
        if height >= _SMALLER * heights[before] or not _is_near(before, number, sides):
            continue
        if baseline_of(text_page, number) - baseline_of(text_page, before) > _ABOVE * heights[before]:
            while number < end and heights[number] == height and text[number] in _RAISED:
                if not _is_near(before, number, sides):
                    break
                found[number] = _RAISED[text[number]]
                before, number = number, number + 1
    return [found.get(number, one) for number, one in enumerate(text)] if found else text


def _is_near(before: int, number: int, sides: Sequence[Sequence[float]]) -> bool:
    """True where a character follows one before closely, on or above its line."""
    lefts, tops, rights, bottoms = sides
    height = tops[before] - bottoms[before]
    middle = (tops[number] + bottoms[number]) / 2
    return abs(lefts[number] - rights[before]) < _NEAR * height and bottoms[before] < middle < tops[before] + height / 2
