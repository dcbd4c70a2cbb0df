"""Prose in two columns: lines that stand side by side are read one column after the other."""

from collections.abc import Iterator, Sequence

from ingest.readers.pdf.lines import TextLine

# In heights of a line: how wide a column is, how near to its side a full line ends, how far lines stand apart.
_WIDE = 8.0
_FULL = 2.0
_APART = 2.5
_FEWEST_LINES = 4
_MOSTLY = 0.6


class _Columns:
    """Lines of two columns that follow one another, and the gutter between them."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self.sides: tuple[list[TextLine], list[TextLine]] = ([], [])
        self._pairs = 0
        self._gutter = (0.0, 0.0)
        self._bottom = 0.0

    def takes(self, line: TextLine) -> bool:
        """Add a line that stands in the columns, or begins them; False for any other."""
        x0, top, x1, bottom = line.box
        height = bottom - top
        if not self.lines and x1 - x0 <= 2 * _WIDE * height:
            return False
        parts = line.pieces
        if self.lines and top - self._bottom > _APART * height:
            return False
        if len(parts) == 2 and all(_width(part) > _WIDE * height for part in parts):
            left, right = parts[0].box[2], parts[1].box[0]
            gutter = (max(left, self._gutter[0]), min(right, self._gutter[1])) if self.lines else (left, right)
            if gutter[0] >= gutter[1]:
                return False
            self._gutter = gutter
            self._pairs += 1
        elif len(parts) != 1 or not self.lines:
            return False
        for part in parts:
            x0, _, x1, _ = part.box
            side = 0 if x1 <= self._gutter[1] else 1
            if side and x0 < self._gutter[0]:
                return False
            self.sides[side].append(part)
        self.lines.append(line)
        self._bottom = bottom
        return True

    @property
    def are_prose(self) -> bool:
        """True where most lines of both columns fill them."""
        return self._pairs >= _FEWEST_LINES and all(map(_is_full, self.sides))


def in_columns(lines: Sequence[TextLine]) -> Iterator[tuple[float, TextLine]]:
    """Lines from the top down in the order in which they are read, each with its top, or that of its columns."""
    columns = _Columns()
    for line in [*lines, None]:
        if line is not None and columns.takes(line):
            continue
        yield from _ordered(columns)
        columns = _Columns()
        if line is not None and not columns.takes(line):
            yield line[0][2], line


def _ordered(columns: _Columns) -> Iterator[tuple[float, TextLine]]:
    if columns.are_prose:
        top = columns.lines[0][0][2]
        yield from ((top, line) for side in columns.sides for line in side)
    else:
        yield from ((line[0][2], line) for line in columns.lines)


def _width(line: TextLine) -> float:
    x0, _, x1, _ = line.box
    return x1 - x0


def _is_full(side: Sequence[TextLine]) -> bool:
    boxes = [line.box for line in side]
    end = max(x1 for _, _, x1, _ in boxes)
    full = sum(end - x1 < _FULL * (y1 - y0) for _, y0, x1, y1 in boxes)
    return full >= _MOSTLY * len(side)
