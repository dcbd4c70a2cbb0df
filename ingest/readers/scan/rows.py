"""A page image to rows: tables with a cell for every column, other lines of text around them in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.readers.scan.lines import Region, letter_height, text_lines, without_specks
from ingest.readers.scan.page import PageImage
from ingest.readers.scan.recognise import Recognised, recognise
from ingest.readers.scan.rules import GridCell, ScannedGrid, find_grids, find_ink
from ingest.source.blocks import Cell, Row

# In points: what a rule and its blur take of a cell.
_INSET = 1.2
# In heights of a letter: paper around a line; indents that tell projects from units.
_MARGIN = 0.15
_INDENTS = (0.8, 6.0)
# Sure characters of a line: below it a page may stand on its side or its head. So many of its lines are looked at.
_READABLE = 6.0
_SAMPLE = 12

Line = list[Region]
"""A line of text as its pieces."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A cell of a table or (None) the page around the tables: its region and its lines of text."""

    cell: GridCell | None
    region: Region
    lines: list[Line]


def page_rows(page: PageImage) -> list[Row]:
    """The rows of a page from the top down, whichever way round it was scanned; none for a blank page."""
    turned = [_Reader(page)]
    if turned[0].sure_letters() < _READABLE:
        for _ in range(3):
            page = page.turned()
            turned.append(_Reader(page))
    return max(turned, key=_Reader.sure_letters).rows()


class _Reader:
    """A page's tables and lines, and the recognised text of their pieces."""

    def __init__(self, page: PageImage) -> None:
        self._page = page
        ink = find_ink(page)
        self._grids, text = find_grids(ink, page.scale)
        inset = round(_INSET * page.scale)
        regions = [
            [Region(c.left + inset, c.top + inset, c.right - inset, c.bottom - inset) for c in grid.cells]
            for grid in self._grids
        ]
        around = text.copy()
        for grid in self._grids:
            around[grid.top : grid.bottom, grid.left : grid.right] = 0
        whole = Region(0, 0, text.shape[1], text.shape[0])
        self._letter = letter_height(text, [r for own in regions for r in own]) or letter_height(around, [whole])
        text, around = without_specks(text, self._letter), without_specks(around, self._letter)
        self._tables = [
            [_Block(c, r, text_lines(text, r, self._letter)) for c, r in zip(grid.cells, own, strict=True)]
            for grid, own in zip(self._grids, regions, strict=True)
        ]
        self._free = _Block(None, whole, text_lines(around, whole, self._letter))
        blocks = [*(block for table in self._tables for block in table), self._free]
        self._regions = {piece: block.region for block in blocks for line in block.lines for piece in line}
        self._found: dict[Region, Recognised] = {}

    def _recognise(self, pieces: Sequence[Region]) -> list[Recognised]:
        new = [piece for piece in pieces if piece not in self._found]
        pictures = [self._around(piece, self._regions[piece]).cut(self._page.pixels) for piece in new]
        self._found.update(zip(new, recognise(pictures), strict=True))
        return [self._found[piece] for piece in pieces]

    def sure_letters(self) -> float:
        """How many characters of the longest lines are surely recognised, by line; 0 for a blank page.

        Letters on their side are recognised as well as others, but no longer line is.
        """
        longest = sorted(self._regions, key=lambda piece: (piece.left - piece.right, piece))[:_SAMPLE]
        return median(len(found.text) * found.confidence for found in self._recognise(longest)) if longest else 0.0

    def rows(self) -> list[Row]:
        """The rows of tables and the lines around them from the top down."""
        self._recognise(list(self._regions))
        placed = [(grid.top, self._table(grid, own)) for grid, own in zip(self._grids, self._tables, strict=True)]
        placed += self._paragraphs(is_indented=not self._grids)
        return [row for _, rows in sorted(placed, key=lambda item: item[0]) for row in rows]

    def _around(self, piece: Region, region: Region) -> Region:
        """The piece with some paper around it, at least as high as a letter, within its region."""
        margin = round(_MARGIN * self._letter)
        above = margin + max(0, round((self._letter - (piece.bottom - piece.top)) / 2))
        return Region(
            max(piece.left - 2 * margin, region.left),
            max(piece.top - above, region.top),
            min(piece.right + 2 * margin, region.right),
            min(piece.bottom + above, region.bottom),
        )

    def _cell(self, lines: Sequence[Line]) -> Cell:
        """A cell of lines; blank ones are left out."""
        texts, boxes = [], []
        for line in lines:
            found = [part for piece in line if (part := self._found[piece]).text.strip()]
            if found:
                sides = line[0].left, min(p.top for p in line), line[-1].right, max(p.bottom for p in line)
                texts.append(" ".join(part.text.strip() for part in found))
                boxes.append(self._page.box(*sides, min(part.confidence for part in found)))
        return Cell("\n".join(texts), lines=boxes)

    def _table(self, grid: ScannedGrid, blocks: Sequence[_Block]) -> list[Row]:
        """A row for every row of the grid in which a cell begins; what a merged cell covers is blank."""
        rows: dict[int, list[Cell]] = {}
        for block in blocks:
            assert block.cell is not None
            cells = rows.setdefault(block.cell.row, [Cell("")] * grid.columns)
            cells[block.cell.column] = self._cell(block.lines)
        return [Row(self._page.number, cells) for _, cells in sorted(rows.items())]

    def _paragraphs(self, is_indented: bool) -> Iterator[tuple[int, list[Row]]]:
        """The lines outside tables with their tops; indents as spaces where no table is on the page."""
        left = min((line[0].left for line in self._free.lines), default=0)
        for line in self._free.lines:
            cell = self._cell([line])
            indent = (line[0].left - left) / self._letter
            if is_indented and cell.text and _INDENTS[0] < indent < _INDENTS[1]:
                (box,) = cell.lines
                cell = Cell(" " * round(2 * indent) + cell.text, box)
            if cell.text:
                yield line[0].top, [Row(self._page.number, (cell,))]
