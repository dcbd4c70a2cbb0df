"""Tables with rules or grounds across them and none between their columns: light rules below rows, stripes of colour.

The rules and the edges of stripes tell rows and merged cells; the gaps between the titles of the first row tell the
columns, where no text of the table stands in them.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from ingest.readers.pdf.aligned.pieces import is_number
from ingest.readers.pdf.lines import read_lines
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.regions import read_regions
from ingest.readers.pdf.rules import Line, RuledGrid, grids_of, whole_lines

# Ends of rules nearer than this, in points, are one side.
_SAME_SIDE = 4.0
# So many lines from side to side, one less where the table may go on; so many titles.
_FEWEST_WIDE, _FEWEST_TITLES = 3, 3
# Titles nearer than this share of their height may be one.
_PARTED = 0.62
# The least width, in points, of a gap between columns.
_LEAST_GAP = 0.5
# How far, in points, the wall of a page may stand from that of the page before.
_NEAR = 24.0
# A row of which so many cells hold several lines is several rows.
_SEVERAL = 0.5
_MOST_LINES = 2_000

Span = tuple[float, float]


def striped_grids(
    level: Sequence[Line],
    upright: Sequence[Line],
    bands: Sequence[Line],
    glyphs: Sequence[Glyph],
    before: Sequence[float] = (),
) -> list[RuledGrid]:
    """The grid that ``level`` rules and the edges of ``bands`` make with columns told by texts; nothing without one.

    ``before`` are the edges of the columns of such a table on the page before, which may go on without titles.
    """
    if len(level) + len(bands) > _MOST_LINES:
        return []
    lines = whole_lines([*level, *bands])
    wide = _from_side_to_side(lines)
    if len(wide) < _FEWEST_WIDE - bool(before):
        return []
    left, right = min(line[1] for line in wide), max(line[2] for line in wide)
    short = [line for line in level if left - _SAME_SIDE < line[1] and line[2] < right + _SAME_SIDE]
    places = _following(sorted({line[0] for line in [*wide, *short]}), wide[0][0], wide[-1][0])
    top, bottom = places[0], _bottom(places, glyphs, left, right)
    inside = [glyph for glyph in glyphs if _is_inside(glyph, left, top, right, bottom)]
    if any(_meets(line, left, top, right, bottom) for line in upright) or not inside:
        return []
    rules = [line for line in short if top <= line[0] <= bottom and all(line[0] != one[0] for one in wide)]
    titles = [glyph for glyph in inside if glyph[2] + glyph[4] < 2 * wide[1][0]] if top == wide[0][0] else []
    walls = _walls(titles, inside, [end for line in rules for end in line[1:]])
    walls = walls or _same_walls(before, left, right, inside)
    if not walls:
        return []
    across = [*wide, *rules, *([(bottom, left, right)] if bottom > places[-1] else [])]
    sides = [(at, top, bottom) for at in (left, *walls, right)]
    grids = grids_of(across, sides)
    return grids if len(grids) == 1 and _tells_rows(grids[0], inside) else []


def same_columns(columns: list[float], before: Sequence[float]) -> list[float]:
    """The edges of columns, as those of the page before where there are as many between the same sides."""
    is_same = len(columns) == len(before) and all(abs(columns[end] - before[end]) <= _SAME_SIDE for end in (0, -1))
    is_near = all(abs(one - other) <= _NEAR for one, other in zip(columns, before, strict=False))
    return list(before) if is_same and is_near else columns


def _from_side_to_side(lines: Sequence[Line]) -> list[Line]:
    """The lines between the sides of the longest one, from the top down."""
    if not lines:
        return []
    _, left, right = max(lines, key=lambda line: line[2] - line[1])
    return sorted(line for line in lines if max(abs(line[1] - left), abs(line[2] - right)) <= _SAME_SIDE)


def _following(places: Sequence[float], first: float, last: float) -> list[float]:
    """The places of lines from the first to the last wide one, and of those beyond that follow as close as others."""
    inner = [at for at in places if first <= at <= last]
    most = max(below - above for above, below in pairwise(inner)) + _SAME_SIDE
    found = list(inner)
    for at in (at for at in places if at > last):
        if at - found[-1] <= most:
            found.append(at)
    for at in (at for at in reversed(places) if at < first):
        if found[0] - at <= most:
            found.insert(0, at)
    return found


def _bottom(places: Sequence[float], glyphs: Sequence[Glyph], left: float, right: float) -> float:
    """Where the table ends: with its last line, or with a row below a stripe that no line closes, as high as others."""
    last = places[-1]
    highest = max(below - above for above, below in pairwise(places))
    below = [glyph for glyph in glyphs if _is_inside(glyph, left, last, right, last + highest)]
    is_row = any(len(line.pieces) >= _FEWEST_TITLES for line in read_lines(below))
    return max(glyph[4] for glyph in below) + 1.0 if is_row else last


def _is_inside(glyph: Glyph, left: float, top: float, right: float, bottom: float) -> bool:
    _, x0, y0, x1, y1 = glyph
    return left < (x0 + x1) / 2 < right and top < (y0 + y1) / 2 < bottom


def _meets(line: Line, left: float, top: float, right: float, bottom: float) -> bool:
    at, start, end = line
    return left - _SAME_SIDE < at < right + _SAME_SIDE and start < bottom and end > top


def _walls(titles: Sequence[Glyph], glyphs: Sequence[Glyph], ends: Iterable[float]) -> list[float]:
    """The places between titles where no text stands; where rules end there, they do. Nothing where one is not free.

    A gap as narrow as one within a title parts two columns where texts below stand on both sides of it.
    """
    own = set(map(id, titles))
    below = [glyph for glyph in glyphs if id(glyph) not in own and not glyph[0].isspace()]
    height = max((glyph[4] - glyph[2] for glyph in titles), default=0.0)
    free = _free(glyphs)
    found: list[tuple[float, bool]] = []
    for start, end in _free(titles):
        gap = max(
            ((max(x0, start), min(x1, end)) for x0, x1 in free), key=lambda one: one[1] - one[0], default=(0.0, 0.0)
        )
        is_wide = end - start > _PARTED * height
        if gap[1] - gap[0] >= _LEAST_GAP:
            found.append((next((at for at in ends if gap[0] < at < gap[1]), (gap[0] + gap[1]) / 2), is_wide))
        elif is_wide:
            return []
    edges = [-inf, *(at for at, _ in found), inf]
    filled = [any(left < glyph[1] < right for glyph in below) for left, right in pairwise(edges)]
    walls = [at for number, (at, is_wide) in enumerate(found) if is_wide or (filled[number] and filled[number + 1])]
    return walls if len(walls) >= _FEWEST_TITLES - 1 else []


def _free(glyphs: Iterable[Glyph]) -> list[Span]:
    """The gaps in which no character stands."""
    gaps: list[Span] = []
    reached: float | None = None
    for x0, x1 in sorted((glyph[1], glyph[3]) for glyph in glyphs if not glyph[0].isspace()):
        if reached is not None and x0 > reached:
            gaps.append((reached, x0))
        reached = x1 if reached is None else max(reached, x1)
    return gaps


def _same_walls(before: Sequence[float], left: float, right: float, glyphs: Sequence[Glyph]) -> list[float]:
    """The walls of a table as wide on the page before, each in the nearest gap in which no text stands here."""
    if not before or max(abs(before[0] - left), abs(before[-1] - right)) > _SAME_SIDE:
        return []
    gaps = _free([("|", left, 0.0, left, 0.0), *glyphs, ("|", right, 0.0, right, 0.0)])
    walls: list[float] = []
    for wall in before[1:-1]:
        x0, x1 = min(gaps, key=lambda gap: max(gap[0] - wall, wall - gap[1]))
        if max(x0 - wall, wall - x1) > _NEAR:
            return []
        walls.append(wall if x0 < wall < x1 else (x0 + x1) / 2)
    return walls if all(one < other for one, other in pairwise([left, *walls, right])) else []


def _tells_rows(grid: RuledGrid, glyphs: Sequence[Glyph]) -> bool:
    """False where a row of the grid is several rows of the table: numbers below each other, or lines in most cells."""
    texts = {place: [line.text for line in read_lines(own)] for place, own in _cells(grid, glyphs).items()}
    for number, slots in enumerate(read_regions(grid)):
        single = [column for column, region in enumerate(slots) if region.row == region.last_row]
        filled = [lines for column in single if (lines := texts.get((number, column)))]
        several = [lines for lines in filled if len(lines) > 1]
        if any(all(map(is_number, lines)) for lines in several) or len(several) > max(1, _SEVERAL * len(filled)):
            return False
    return True


def _cells(grid: RuledGrid, glyphs: Sequence[Glyph]) -> dict[tuple[int, int], list[Glyph]]:
    """The characters by row and column."""
    found: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        _, x0, y0, x1, y1 = glyph
        row = sum(edge < (y0 + y1) / 2 for edge in grid.rows) - 1
        column = sum(edge < (x0 + x1) / 2 for edge in grid.columns) - 1
        found.setdefault((row, column), []).append(glyph)
    return found
