"""How a printed document falls onto pages: wrapped cells, merged cells, rows broken where a page ends."""

import html
import re
from dataclasses import dataclass, field
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

# Words and numbers are not parted by a wrap.
_PIECE = re.compile(r"[A-Za-z0-9,.%\-]+|.")
_FURNITURE = re.compile(r"- \d+ -")


@dataclass(frozen=True, slots=True)
class Manner:
    """How one document is printed; lengths in points."""

    width: float
    height: float
    margin: float
    size: float
    leading: float
    padding: float
    font: str
    shares: tuple[float, ...]
    breaks_rows: bool
    repeats_header: bool
    merges: float
    align: str


@dataclass(slots=True)
class PdfCell:
    """A cell of one page: its place in the grid of columns, its lines, and the rows it spans on that page."""

    column: int
    columns: int
    lines: list[str]
    rows: int = 1

    @property
    def text(self) -> str:
        """Its lines, one below another."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class PdfRow:
    """A row of one page: its height and the cells that begin in it."""

    height: float
    cells: list[PdfCell]


@dataclass(slots=True)
class PdfTable:
    """A table, or the part of it that stands on one page; ``edges`` are its columns' edges."""

    edges: list[float]
    rows: list[PdfRow] = field(default_factory=list)


@dataclass(slots=True)
class PdfPage:
    """A page: paragraphs and tables from the top down."""

    blocks: list[str | PdfTable] = field(default_factory=list)


def wrap(text: str, width: float, font: str, size: float) -> list[str]:
    """``text`` in lines of at most ``width`` points; words and numbers stay whole where they fit."""
    lines, used = [""], 0.0
    for piece in _PIECE.findall(text):
        whole = stringWidth(piece, font, size)
        for part in (piece,) if whole <= width else tuple(piece):
            step = stringWidth(part, font, size)
            if used + step > width and lines[-1]:
                lines.append("")
                used = 0.0
            lines[-1] += part
            used += step
    return lines if text else []


def lay_out(text: str, manner: Manner, random: Random) -> list[PdfPage]:
    """The pages of a document printed as lines: rows of cells separated by tabs, paragraphs between them."""
    pager = _Pager(manner, random)
    table: list[list[str]] = []
    for line in [*text.split("\n"), "end of the document"]:
        if "\t" in line:
            table.append([_plain(cell) for cell in line.split("\t")])
        elif line.strip() and not _FURNITURE.fullmatch(line.strip()):
            if table:
                pager.table(table)
                table = []
            pager.paragraph(line.lstrip("# "))
    pager.pages[-1].blocks.pop()
    return [page for page in pager.pages if page.blocks]


def _plain(cell: str) -> str:
    """A cell's text without the tags that a web page left in it."""
    return html.unescape(re.sub(r"</?p>", "", cell)).replace("\xa0", " ").strip() if "<p>" in cell else cell


class _Pager:
    """Puts paragraphs and tables onto pages."""

    def __init__(self, manner: Manner, random: Random) -> None:
        self.manner, self.random = manner, random
        self.pages = [PdfPage()]
        self.left = manner.height - 2 * manner.margin

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append(PdfPage())
        self.left = self.manner.height - 2 * self.manner.margin

    def paragraph(self, text: str) -> None:
        """A paragraph on one line."""
        height = 2 * self.manner.leading
        if self.left < 4 * height:
            self.turn()
        self.pages[-1].blocks.append(text)
        self.left -= height

    def table(self, printed: list[list[str]]) -> None:
        """A table, over as many pages as it takes."""
        manner = self.manner
        is_list = len(manner.shares) == len(printed[0])
        shares = manner.shares if is_list else (1.0,) * len(printed[0])
        width = manner.width - 2 * manner.margin
        edges = [manner.margin]
        for share in shares:
            edges.append(edges[-1] + width * share / sum(shares))
        repeated = printed[0] if is_list and manner.repeats_header else None
        rows = [cells for index, cells in enumerate(printed) if index == 0 or cells != printed[0]]
        table = self._open(edges)
        for index, cells in enumerate(rows):
            rest = self._cells(cells, edges, is_header=index == 0)
            while rest:
                room = int((self.left - 2 * manner.padding) / manner.leading)
                needed = max(1, *(len(cell.lines) for cell in rest))
                least = min(needed, 3 if manner.breaks_rows and index else needed)
                is_begun = len(table.rows) > (repeated is not None and index > 0)
                # A row that no page could hold is broken whatever the manner.
                if room >= least or not is_begun:
                    rest = self._put(table, rest, room)
                if rest:
                    table = self._next(edges, repeated)
        self._merge_down(table)

    def _open(self, edges: list[float]) -> PdfTable:
        table = PdfTable(edges)
        self.pages[-1].blocks.append(table)
        return table

    def _next(self, edges: list[float], header: list[str] | None) -> PdfTable:
        last = self.pages[-1].blocks[-1]
        assert isinstance(last, PdfTable)
        self._merge_down(last)
        if not last.rows:
            self.pages[-1].blocks.pop()
        self.turn()
        table = self._open(edges)
        if header is not None:
            self._put(table, self._cells(header, edges, is_header=True), 99)
        return table

    def _put(self, table: PdfTable, cells: list[PdfCell], room: int) -> list[PdfCell]:
        """Print a row as far as ``room`` lines go; gives the cells of what is left."""
        manner = self.manner
        lines = min(max(1, *(len(cell.lines) for cell in cells)), max(room, 1))
        height = lines * manner.leading + 2 * manner.padding
        printed = [PdfCell(cell.column, cell.columns, cell.lines[:lines]) for cell in cells]
        table.rows.append(PdfRow(height, printed))
        self.left -= height
        rest = [PdfCell(cell.column, cell.columns, cell.lines[lines:]) for cell in cells]
        return rest if any(cell.lines for cell in rest) else []

    def _cells(self, cells: list[str], edges: list[float], is_header: bool) -> list[PdfCell]:
        """A row's cells; now and then a filled one takes the blank ones behind it."""
        spans: list[list[int]] = []
        for column, cell in enumerate(cells):
            joins = not is_header and not cell and spans and cells[spans[-1][0]] and len(cells) == 8
            if joins and self.random.random() < self.manner.merges:
                spans[-1][1] += 1
            else:
                spans.append([column, 1])
        room = 2 * self.manner.padding
        manner = self.manner
        return [
            PdfCell(
                column,
                count,
                wrap(cells[column], edges[column + count] - edges[column] - room, manner.font, manner.size),
            )
            for column, count in spans
        ]

    def _merge_down(self, table: PdfTable) -> None:
        """Merge blank cells of the first columns into the filled ones above them, as forms print their first level."""
        if len(table.edges) != 9 or not self.manner.merges:
            return
        above: dict[int, PdfCell] = {}
        for row in table.rows:
            for cell in list(row.cells):
                head = above.get(cell.column)
                if cell.column < 2 and cell.columns == 1 and not cell.lines and head is not None:
                    head.rows += 1
                    row.cells.remove(cell)
                else:
                    above = {column: kept for column, kept in above.items() if column != cell.column}
                    if cell.column < 2 and cell.columns == 1 and cell.lines:
                        above[cell.column] = cell
                    elif cell.column < 2:
                        for column in range(cell.column, min(cell.column + cell.columns, 2)):
                            above.pop(column, None)
