"""What a reader gives: the characters of a document as lines of cells, each cell a span of characters."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A run of characters of `Source.text`: offsets from 0, the end exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """Where a character stands, for people: page and line, both counted from 1."""

    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document: a row of a table where it has several cells, else a paragraph of one cell."""

    number: int
    page: int
    span: Span
    cells: tuple[Span, ...]

    @property
    def is_row(self) -> bool:
        """True for a row of a table."""
        return len(self.cells) > 1


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded document: its characters and the lines and cells found in them."""

    file_name: str
    sha256: str
    medium: str
    encoding: str
    text: str
    lines: tuple[Line, ...]

    @property
    def pages(self) -> int:
        """Number of pages; 1 for a document without page breaks."""
        return self.lines[-1].page if self.lines else 1

    def position(self, offset: int) -> Position:
        """Page and line of the character at ``offset`` (characters from 0)."""
        index = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        line = self.lines[max(index, 0)]
        return Position(line.page, line.number)
