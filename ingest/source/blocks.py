"""What a reader gives: the characters of a document as lines of cells, each cell a span of characters."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple, TypedDict


class Span(NamedTuple):
    """A run of characters of `Source.text`: offsets from 0, the end exclusive."""

    start: int
    end: int


_SPAN = partial(tuple.__new__, Span)


def spans_of(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Pairs as spans: most of a document's spans are made here, the short way."""
    return tuple(map(_SPAN, pairs))


class Position(NamedTuple):
    """Where a character stands, for people: page and line, both counted from 1."""

    page: int
    line: int


class Place(TypedDict):
    """Where a landed row was read: the fields of that name of every row class."""

    page: int
    line: int
    char_start: int
    char_end: int


class PlaceOfRow(TypedDict):
    """As `Place`, of what may not be printed itself: then ``page`` and ``line`` are those of its row."""

    page: int
    line: int
    char_start: int | None
    char_end: int | None


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """A line of a document: a row of a table where it has several cells, else a paragraph of one cell.

    ``begun`` are the columns in which a cell begins, filled or not, the others being covered by merged cells; None
    where the medium does not tell. ``is_row`` is true for a row of a table.
    """

    number: int
    page: int
    span: Span
    cells: tuple[Span, ...]
    begun: frozenset[int] | None = None
    is_row: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_row = len(self.cells) > 1


class Box(NamedTuple):
    """Where a cell stands on its page, in points from the page's upper left corner, and how surely it was recognised.

    ``confidence`` is 1 for printed characters, less for recognised ones.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0


class Mark(NamedTuple):
    """The box of a run of characters."""

    span: Span
    page: int
    box: Box


_MARK = partial(tuple.__new__, Mark)


class Notice(NamedTuple):
    """What must be known of a place of a file besides its text: a ``code`` of seed issue_codes, in words.

    ``printed`` is the text concerned; ``span`` is where it stands, None for a notice of the whole file.
    """

    code: str
    message: str
    printed: str = ""
    span: Span | None = None


class Cell(NamedTuple):
    """The text of a cell as a reader found it; line breaks inside it are layout.

    ``lines`` are the boxes of its lines of text, one each, where a reader tells them apart; ``pages`` the pages they
    stand on, where not all stand on that of the row.
    """

    text: str
    box: Box | None = None
    lines: Sequence[Box] = ()
    pages: Sequence[int] = ()
    notices: Sequence[Notice] = ()


class Row(NamedTuple):
    """A row of a table (several cells) or a paragraph (one cell) on a page counted from 1; ``begun`` as in `Line`."""

    page: int
    cells: Sequence[Cell]
    begun: frozenset[int] | None = None


@dataclass(frozen=True)
class Source:
    """A decoded document: its characters, the lines and cells found in them, and boxes where pages have any.

    ``attachments`` are the names of files that a page links to or carries, ``pictures`` those of pictures it shows,
    ``called`` is what a page calls itself, where it prints nothing of it.
    """

    file_name: str
    sha256: str
    medium: str
    encoding: str
    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    attachments: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    called: str = ""

    @property
    def pages(self) -> int:
        """Number of pages; 1 for a document without page breaks."""
        return self.lines[-1].page if self.lines else 1

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def position(self, offset: int) -> Position:
        """Page and line of the character at ``offset`` (characters from 0)."""
        index = bisect_right(self._starts, offset) - 1
        line = self.lines[max(index, 0)]
        return Position(line.page, line.number)

    def place(self, span: tuple[int, int]) -> Place:
        """Where a span stands; the fields of a row that was read there."""
        start, end = span
        line = self.lines[max(bisect_right(self._starts, start) - 1, 0)]
        return {"page": line.page, "line": line.number, "char_start": start, "char_end": end}


_BREAKS = str.maketrans({"\t": " ", "\n": "\v", "\r": "\v", "\f": "\v"})
_BREAK = re.compile(r"[\t\n\r\f]")


def assemble(file_name: str, sha256: str, medium: str, encoding: str, rows: Iterable[Row]) -> Source:
    """The source of a document that is no text file: a row a line, its cells separated by tabs.

    A break inside a cell becomes a vertical tab, so that a line stays a row; every other character stays itself.
    """
    pieces: list[str] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    notices: list[Notice] = []
    at = 0
    for number, row in enumerate(rows, start=1):
        start = at
        cells: list[tuple[int, int]] = []
        for cell in row.cells:
            text = cell.text
            if _BREAK.search(text):
                text = text.replace("\r\n", "\n").translate(_BREAKS)
            end = at + len(text)
            cells.append((at, end))
            pieces += (text, "\t")
            if cell.box or cell.lines:
                marks += _marks(text, at, row.page, cell)
            if cell.notices:
                notices += [notice._replace(span=Span(at, end)) for notice in cell.notices]
            at = end + 1
        if not row.cells:
            pieces.append("\n")
            at += 1
        else:
            pieces[-1] = "\n"
        own = spans_of(cells) if cells else (Span(start, start),)
        lines.append(Line(number, row.page, Span(start, at - 1), own, row.begun))
    text = "".join(pieces)
    return Source(file_name, sha256, medium, encoding, text, tuple(lines), tuple(marks), notices=tuple(notices))


def _marks(text: str, start: int, page: int, cell: Cell) -> Iterator[Mark]:
    """The marks of a cell whose ``text`` begins at ``start``."""
    parts = (text.split("\v"), cell.lines) if cell.lines else ([text], [cell.box] if cell.box else [])
    pages = cell.pages or [page] * len(parts[1])
    for part, box, own_page in zip(*parts, pages, strict=bool(cell.box or cell.lines)):
        end = start + len(part)
        if part:
            yield _MARK((_SPAN((start, end)), own_page, box))
        start = end + 1
