"""Tables of a file outside its publication, which are named and not read."""

from collections.abc import Sequence
from itertools import takewhile

from ingest.document.publication import goes_on, is_printed, sections_of
from ingest.grammar.table_titles import heading_of
from ingest.rows import OutsideTableRow
from ingest.source.blocks import Line, Source
from ingest.source.page_numbers import is_page_number


def outside_tables(whole: Source, publication: Source) -> tuple[OutsideTableRow, ...]:
    """The tables of a whole file that are not of its publication; one that goes on over pages is one.

    Rows that the publication prints, too, are its heading on another page.
    """
    if publication is whole:
        return ()
    inside = {line.number for line in publication.lines}
    printed = {_text(publication, line) for line in publication.lines}
    tables = [
        (lines, rows)
        for lines in _tables(whole, [line for line in whole.lines if line.number not in inside])
        if (rows := [line for line in lines if line.is_row and is_printed(line)])
        and not all(_text(whole, row) in printed for row in rows)
    ]
    return tuple(
        OutsideTableRow(
            table_seq=seq,
            heading=heading_of(_above(whole, lines)),
            table_rows=len(rows),
            characters=sum(len("".join(_text(whole, row).split())) for row in rows),
            page=rows[0].page,
            line=rows[0].number,
        )
        for seq, (lines, rows) in enumerate(tables, start=1)
    )


def _tables(source: Source, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each table, with the paragraphs above it."""
    tables: list[list[Line]] = []
    for section in sections_of(lines):
        if tables and goes_on(tables[-1], section) and not _above(source, section):
            tables[-1] += section
        else:
            tables.append(list(section))
    return tables


def _above(source: Source, section: Sequence[Line]) -> list[str]:
    """The lines above a table, page numbers left out."""
    lines = takewhile(lambda line: not line.is_row, section)
    texts = [text for line in lines if (text := _text(source, line))]
    return [text for text in texts if not text.isdecimal() and not is_page_number(text)]


def _text(source: Source, line: Line) -> str:
    return source.text[line.span.start : line.span.end].strip()
