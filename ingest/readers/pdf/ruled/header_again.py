"""The header of a table that is printed again on its next page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.readers.pdf.ruled.table import TableCell

_MOST_HEADER_ROWS = 4


def repeated_rows(page: Sequence[Sequence[TableCell]], rows: Sequence[Sequence[TableCell]]) -> int:
    """How many first rows repeat rows of the first ``page``: its heading. A row of a single text may be another."""
    own = _texts(rows[0]) if rows else []
    most = 0
    for start, row in enumerate(page):
        if len(row) != len(rows[0] if rows else ()) or _texts(row) != own:
            continue
        same = takewhile(lambda pair: _texts(pair[0]) == _texts(pair[1]), zip(page[start:], rows, strict=False))
        count = sum(1 for _ in same)
        if any(len(_texts(one)) > 1 for one in rows[:count]):
            most = max(most, count)
    return most


def _texts(row: Sequence[TableCell]) -> list[str]:
    return [squashed(cell.text) for cell in row if cell.text]


def without_joined_header(
    header: Sequence[Sequence[TableCell]], rows: Sequence[list[TableCell]]
) -> tuple[Sequence[list[TableCell]], bool]:
    """The rows with the header a row of its own where no rule parts it from the row below; whether that was so."""
    if not rows:
        return rows, False
    for count in range(1, min(_MOST_HEADER_ROWS, len(header)) + 1):
        titles: dict[int, str] = {}
        for cell in (cell for row in header[:count] for cell in row):
            titles[cell.column] = titles.get(cell.column, "") + squashed(cell.text)
        parts = [_parted(cell, titles.get(cell.column, "")) for cell in rows[0]]
        whole = [part for part in parts if part is not None]
        found = sum(1 for top, _ in whole if top.text)
        if len(whole) == len(parts) and found > 1 and any(rest.text for _, rest in whole):
            return [[top for top, _ in whole], [rest for _, rest in whole], *rows[1:]], True
    return rows, False


def _parted(cell: TableCell, title: str) -> tuple[TableCell, TableCell] | None:
    """A cell parted behind the lines that are its title; None where it does not begin with it."""
    texts = cell.text.split("\n") if cell.text else []
    count, seen = 0, ""
    while len(seen) < len(title) and count < len(texts):
        seen += squashed(texts[count])
        count += 1
    if seen != title:
        return None
    top = replace(cell, text="\n".join(texts[:count]), lines=cell.lines[:count], reaches_bottom=False)
    rest = replace(cell, text="\n".join(texts[count:]), lines=cell.lines[count:], begins_at_top=True)
    return top, rest


def squashed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())
