"""The order in which the texts of a page were written, where pdfium mixes lines that stand almost level.

It gives the characters of texts on one line from left to right. A text higher than its row has its lines a point beside
those of the next rows, and only the order of writing tells which is whose.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, groupby, islice, repeat
from operator import sub

from ingest.readers.pdf import calls as pdf_calls

# In points: characters of one height whose upper edges are farther apart are of two lines.
_SLIGHT = 0.3
# In heights: characters that are farther apart stand on lines that nothing mixes.
_ALMOST_LEVEL = 0.5


def as_written(
    text_page: int, tops: Sequence[float], bottoms: Sequence[float], heights: Sequence[float], texts: Sequence[int]
) -> Sequence[int] | None:
    """The numbers of the characters in the order in which their ``texts`` were written; None where none are mixed."""
    if not _are_mixed(tops, bottoms, heights):
        return None
    places = {raw: number for number, raw in enumerate(texts)}
    owners = map(pdf_calls.text_object, repeat(text_page), range(len(tops)))
    order: list[int] = []
    last = 0
    for owner in owners:
        last = places.get(owner, last)  # a space that pdfium made up goes with the character before
        order.append(last)
    return sorted(range(len(order)), key=order.__getitem__)


def _are_mixed(tops: Sequence[float], bottoms: Sequence[float], heights: Sequence[float]) -> bool:
    """True where a character stands almost level with the one before it, the spaces that pdfium made up left out."""
    are_inked = heights if min(heights) >= 0 else [height > 0 for height in heights]
    tops = list(compress(tops, are_inked))
    most = _ALMOST_LEVEL * max(heights)
    if not any(_SLIGHT < abs(step) < most for step in _steps([top for top, _ in groupby(tops)])):
        return False
    bottoms = list(compress(bottoms, are_inked))
    slight = [number for number, step in enumerate(_steps(tops)) if step and _SLIGHT < abs(step) < most]
    return any(
        abs(tops[number] - tops[number + 1]) < _ALMOST_LEVEL * (tops[number] - bottoms[number])
        and abs(tops[number] - bottoms[number] - tops[number + 1] + bottoms[number + 1]) < _SLIGHT
        for number in slight
    )


def _steps(places: Sequence[float]) -> Iterator[float]:
    """How far each place is from the next one."""
    return map(sub, places, islice(places, 1, None))
