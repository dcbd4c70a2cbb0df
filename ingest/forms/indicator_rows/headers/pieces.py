"""The pieces of a document that holds lists: each from a title to before the next, or to what heads a list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.forms.indicator_rows.above import begins_table
from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.source.blocks import Line, Source
from ingest.source.printed import Texts, fold


@dataclass(slots=True)
class Piece:
    """Lines of a document from a title to before the next: a list, or labelled forms."""

    lines: list[Line] = field(default_factory=list)
    title: str = ""
    is_list: bool = False


def pieces_of(source: Source, texts: Texts, begins: Mapping[int, ListColumns]) -> Iterator[Piece]:
    """The document parted at its titles, and above a list below other tables, whatever its heading is called.

    Lines above the first title, and titles without rows, go with what follows.
    """
    piece = Piece()
    before = Piece()
    for line in source.lines:
        cells = list(texts[line.number].values())
        if cells and len(cells) <= 3 and begins_table(cells[0]) and any(own.is_row for own in piece.lines):
            yield piece
            before, piece = piece, Piece()
        if cells and not piece.title and begins_table(cells[0]):
            piece.title = fold(cells[0])
            piece.is_list = before.is_list and piece.title == before.title
        if line.number in begins and not piece.is_list:
            above, heads = _parted(piece.lines, texts)
            if any(own.is_row for own in above):
                yield Piece(above, piece.title)
                piece = Piece(heads)
        piece.lines.append(line)
        piece.is_list = piece.is_list or line.number in begins
    yield piece


def _parted(lines: Sequence[Line], texts: Texts) -> tuple[list[Line], list[Line]]:
    """What stands above the header of a list: other tables, and the lines that head it, 单位：万元 among them."""
    place = len(lines)
    while place and _may_head([*texts[lines[place - 1].number].values()]):
        place -= 1
    return [*lines[:place]], [*lines[place:]]


def _may_head(cells: Sequence[str]) -> bool:
    return len(cells) <= 1 or all(":" in fold(cell) for cell in cells)
