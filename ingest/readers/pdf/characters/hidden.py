"""Texts that nobody sees: painted over afterwards, or white where nothing but the paper is below."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile
from operator import add

import pypdfium2.raw as pdfium

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.characters.clipped import clip_box, within
from ingest.readers.pdf.objects import Bounds, Drawn, Matrix, object_bounds
from ingest.readers.pdf.ruled.paths import Fill

# A rectangle that is one, closed or not; what has more parts may leave its middle open.
_MOST_SEGMENTS = 6
# White is as light as that; its ground is darker.
WHITE, _DARKER = 250, 245
_SHADING = pdfium.FPDF_PAGEOBJ_SHADING


def painted_over(drawn: Iterable[Drawn], fills: Sequence[Fill]) -> Mapping[int, Sequence[Bounds]]:
    """The texts that something opaque was painted on afterwards, each with the boxes of that."""
    found: dict[int, list[Bounds]] = {}
    for number, part in enumerate(drawn) if fills else ():
        own = [fill for fill in fills if fill.part == number]
        last = part.objects.index(own[-1].path) if own else 0
        order = {raw: place for place, raw in enumerate(part.objects[: last + 1])} if own else {}
        earlier = list(takewhile(order.__contains__, part.texts))
        if not earlier:
            continue
        lefts, bottoms, rights, tops = zip(*object_bounds(earlier, part.matrix), strict=True)
        texts = sorted(zip(map(add, bottoms, tops), lefts, rights, earlier, strict=True))  # by twice the middle
        for fill in own:
            x0, y0, x1, y1 = fill.box
            over = [
                raw
                for _, left, right, raw in texts[bisect_left(texts, (2 * y0,)) : bisect_left(texts, (2 * y1,))]
                if left < x1 and x0 < right and order[raw] < order[fill.path]
            ]
            painted = _painted(fill, part.clip_matrix) if over else None
            if painted is not None:
                for raw in over:
                    found.setdefault(raw, []).append(painted)
    return found


def _painted(fill: Fill, clip_matrix: Matrix) -> Bounds | None:
    """What a filled rectangle covers of the page within its clip; None where one sees through it."""
    if pdf_calls.segment_count(fill.path) > _MOST_SEGMENTS or pdf_calls.has_transparency(fill.path):
        return None
    if pdf_calls.fill_colours([fill.path])[3] < 255:
        return None
    return within(fill.box, clip_box(fill.path, clip_matrix, {}))


def without_ground(drawn: Sequence[Drawn], white: Iterable[int]) -> Mapping[int, Sequence[Bounds]]:
    """The ``white`` texts of a page with the boxes of what darker may be below each; none where that cannot be told."""
    if any(pdf_calls.object_type(raw) == _SHADING for part in drawn for raw in part.objects):
        return {}
    grounds = [*chain.from_iterable(map(_grounds, drawn))]
    return {
        raw: [(x0, y0, x1, y1) for x0, y0, x1, y1 in grounds if x0 < right and left < x1 and y0 < top and bottom < y1]
        for part in drawn
        for raw, (left, bottom, right, top) in zip(part.texts, object_bounds(part.texts, part.matrix), strict=True)
        if raw in white
    }


def _grounds(part: Drawn) -> Iterator[Bounds]:
    yield from object_bounds(part.images, part.matrix)
    colours = pdf_calls.fill_colours(part.paths)
    boxes = object_bounds(part.paths, part.matrix)
    for raw, box, darkest in zip(part.paths, boxes, map(min, colours[0::4], colours[1::4], colours[2::4]), strict=True):
        is_filled, is_stroked = pdf_calls.draw_mode(raw)
        if (is_filled and darkest < _DARKER) or (is_stroked and pdf_calls.segment_count(raw) == 2):
            yield box
