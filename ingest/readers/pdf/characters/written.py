"""The order in which the texts of a page were written, where pdfium mixes lines that stand almost level.

It gives the characters of texts on one line from left to right. A text higher than its row has its lines a point beside
those of the next rows, and only the order of writing tells which is whose.
"""

from collections.abc import Sequence
from itertools import pairwise, repeat

from ingest.readers.pdf import calls as pdf_calls

# In points: characters of one height whose upper edges are farther apart are of two lines.
_SLIGHT = 0.3
# In heights: characters that are farther apart stand on lines that nothing mixes.
_ALMOST_LEVEL = 0.5


def as_written(
    text_page: int, tops: Sequence[float], bottoms: Sequence[float], texts: Sequence[int]
) -> Sequence[int] | None:
    """The numbers of the characters in the order in which their ``texts`` were written; None where none are mixed."""
    if not _are_mixed(tops, bottoms):
        return None
    places = {raw: number for number, raw in enumerate(texts)}
    owners = map(pdf_calls.text_object, repeat(text_page), range(len(tops)))
    order: list[int] = []
    last = 0
    for owner in owners:
        last = places.get(owner, last)  # a space that pdfium made up goes with the character before
        order.append(last)
    return sorted(range(len(order)), key=order.__getitem__)


def _are_mixed(tops: Sequence[float], bottoms: Sequence[float]) -> bool:
    inked = [(top, bottom) for top, bottom in zip(tops, bottoms, strict=True) if top > bottom]
    return any(
        _SLIGHT < abs(top - other) < _ALMOST_LEVEL * (top - bottom) and abs(top - bottom - other + lower) < _SLIGHT
        for (top, bottom), (other, lower) in pairwise(inked)
    )
