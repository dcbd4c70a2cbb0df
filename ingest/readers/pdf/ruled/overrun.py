"""Texts higher than their row, printed over the rows above and below: set back into the cell in whose middle they are.

A spreadsheet prints them so where a row is too low and nothing clips the text. Their lines were written one after the
other, which tells them from the texts that they are printed over.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.pdf.lines import TextLine, bounds, printed_lines
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.regions import Region
from ingest.readers.pdf.rules import RuledGrid

# A line stands over a wall where more than this share of its height is beyond it.
_OVER = 0.15
# In points: how far sides of lines of one text are apart, and their distances differ.
_SAME_SIDE = 1.0
# In heights: how far the lines of a text are apart, how far its middle may be from that of its cell.
_LEAST_APART, _MOST_APART, _OFF_MIDDLE = 0.6, 1.9, 0.25
# Texts are printed over one another where they share more than this share of a character's width.
_SHARED = 0.5
# Texts on both sides of a wall are parted by more than this share of their height.
_GAP = 0.3


def runs_over(lines: Sequence[Bounds], top: float, bottom: float) -> bool:
    """True where the first or the last of the lines of a cell stands over its upper or lower wall."""
    (_, first, _, first_end), (_, last, _, last_end) = lines[0], lines[-1]
    return top - first > _OVER * (first_end - first) or last_end - bottom > _OVER * (last_end - last)


def is_overprinted(line: TextLine) -> bool:
    """True for a line, from left to right, in which two different letters or digits stand in one place."""
    signs = [glyph for glyph in line if glyph[0].isalnum()]
    return any(
        one[0] != other[0] and one[3] - other[1] > _SHARED * min(one[3] - one[1], other[3] - other[1])
        for one, other in pairwise(signs)
    )


def set_back(
    grid: RuledGrid, regions: Sequence[Sequence[Region]], glyphs: Sequence[Glyph]
) -> tuple[list[Glyph], list[Glyph]]:
    """The characters of a page, those of texts that run over their cell made as small as it is; and these alone."""
    lines = list(_apart([part for line in printed_lines(glyphs) for part in _forward(line)], grid.columns))
    boxes = list(map(bounds, lines))
    found: list[Glyph] = []
    moved: list[Glyph] = []
    for first, end in _texts(boxes):
        text = [glyph for line in lines[first:end] for glyph in line]
        region = _cell_of(grid, regions, bounds(text))
        if end - first > 1 and region is not None and _is_overrun(grid, region, lines, boxes, first, end):
            text = _fitted(text, grid.columns[region.column], grid.rows[region.row], grid.rows[region.last_row + 1])
            moved += text
        found += text
    return found, moved


def _forward(line: TextLine) -> Iterator[list[Glyph]]:
    """A line parted where its next character stands left of the one before: a text over another."""
    first = 0
    for number, (one, other) in enumerate(pairwise(line), start=1):
        if other[1] < one[1] - _SAME_SIDE:
            yield line[first:number]
            first = number
    yield line[first:]


def _apart(lines: Sequence[Sequence[Glyph]], walls: Sequence[float]) -> Iterator[Sequence[Glyph]]:
    """The lines, each parted from the line of a text of another cell that is level with it.

    pdfium gives what is level from left to right: the last line of a text stands behind the first one of the next cell,
    left of it, or as it was written before it.
    """
    before: Sequence[Glyph] = ()
    for line in lines:
        at = _behind_wall(line, walls)
        if before and at and not _behind_wall(before, walls):
            parts = line[:at], line[at:]
            last = next((part for part in reversed(parts) if _step(bounds(before), bounds(part))), None)
            if last is not None:
                yield last
                line = parts[last is parts[0]]
        yield line
        before = line


def _behind_wall(line: Sequence[Glyph], walls: Sequence[float]) -> int:
    """The number of the first character behind the last gap of a line in which a wall stands; 0 without such a gap."""
    for number in range(len(line) - 1, 0, -1):
        end, start = line[number - 1][3], line[number][1]
        if start - end > _GAP * (line[number][4] - line[number][2]) and bisect_right(walls, start) > bisect_right(
            walls, end
        ):
            return number
    return 0


def _texts(boxes: Sequence[Bounds]) -> Iterator[tuple[int, int]]:
    """Lines that make a text: the first one, and the one behind the last. They stand evenly below each other."""
    first, pitch = 0, 0.0
    for number in range(1, len(boxes) + 1):
        if number < len(boxes):
            step = _step(boxes[number - 1], boxes[number])
            if step and (number == first + 1 or abs(step - pitch) <= _SAME_SIDE):
                pitch = step
                continue
        yield first, number
        first = number


def _step(one: Bounds, other: Bounds) -> float:
    """How far a line stands below the one before, if it may go on with its text; else 0."""
    (x0, y0, x1, y1), (left, top, right, bottom) = one, other
    height, step = y1 - y0, (top + bottom - y0 - y1) / 2
    is_side = min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2) <= _SAME_SIDE
    return step if is_side and _LEAST_APART * height < step < _MOST_APART * height else 0.0


def _cell_of(grid: RuledGrid, regions: Sequence[Sequence[Region]], text: Bounds) -> Region | None:
    """The cell in which the middle of a text stands."""
    x0, y0, x1, y1 = text
    row, column = bisect_right(grid.rows, (y0 + y1) / 2) - 1, bisect_right(grid.columns, (x0 + x1) / 2) - 1
    return regions[row][column] if 0 <= row < len(regions) and 0 <= column < len(regions[0]) else None


def _is_overrun(
    grid: RuledGrid, region: Region, lines: Sequence[Sequence[Glyph]], boxes: Sequence[Bounds], first: int, end: int
) -> bool:
    """True for a text with lines beyond the walls of the cell in whose middle it stands.

    An even number of lines, each in a cell of its own, has its middle on a wall; an odd one must stand over others.
    """
    top, bottom = grid.rows[region.row], grid.rows[region.last_row + 1]
    left, right = grid.columns[region.column], grid.columns[region.last_column + 1]
    own = boxes[first:end]
    height = own[0][3] - own[0][1]
    middle = (own[0][1] + own[-1][3]) / 2
    if own[0][1] + own[0][3] > 2 * top and own[-1][1] + own[-1][3] < 2 * bottom:
        return False
    if abs(middle - (top + bottom) / 2) > _OFF_MIDDLE * height:
        return False
    if min(box[0] for box in own) < left - _SAME_SIDE or max(box[2] for box in own) > right + _SAME_SIDE:
        return False
    if (end - first) % 2 == 0:
        return True
    others = [*range(first), *range(end, len(boxes))]
    return any(
        _stands_over(box, boxes[other]) and any(_stands_over(box, glyph[1:]) for glyph in lines[other])
        for box in own
        for other in others
    )


def _stands_over(one: Bounds, other: Bounds) -> bool:
    (x0, y0, x1, y1), (left, top, right, bottom) = one, other
    shared = min(y1, bottom) - max(y0, top)
    return x0 < right and left < x1 and shared > _SHARED * min(y1 - y0, bottom - top)


def _fitted(text: Sequence[Glyph], left: float, top: float, bottom: float) -> list[Glyph]:
    """The characters of a text brought between two walls, as small as that makes them."""
    _, upper, _, lower = bounds(text)
    scale = (bottom - top) / (lower - upper)
    return [
        (
            sign,
            left + (x0 - left) * scale,
            top + (y0 - upper) * scale,
            left + (x1 - left) * scale,
            top + (y1 - upper) * scale,
        )
        for sign, x0, y0, x1, y1 in text
    ]
