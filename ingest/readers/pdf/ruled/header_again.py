"""The header of a table that is printed again on its next page."""

from collections.abc import Mapping, Sequence
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
    titles: dict[int, str] = {}
    for row in header[:_MOST_HEADER_ROWS]:
        for cell in row:
            titles[cell.column] = titles.get(cell.column, "") + squashed(cell.text)
        counts = [*takewhile(lambda count: count >= 0, (_of_title(cell, titles) for cell in rows[0]))]
        if len(counts) < len(rows[0]) or sum(map(bool, counts)) < 2:
            continue
        whole = list(map(_parted, rows[0], counts))
        if sum(1 for top, _ in whole if top.text) > 1 and any(rest.text for _, rest in whole):
            return [[top for top, _ in whole], [rest for _, rest in whole], *rows[1:]], True
    return rows, False


def _of_title(cell: TableCell, titles: Mapping[int, str]) -> int:
    """How many of the first lines of a cell are the title of its column; -1 where it does not begin with it."""
    title = titles.get(cell.column, "")
    texts = cell.text.split("\n") if cell.text and title else []
    count, seen = 0, ""
    while len(seen) < len(title) and count < len(texts):
        seen += squashed(texts[count])
        count += 1
    return count if seen == title else -1


def _parted(cell: TableCell, count: int) -> tuple[TableCell, TableCell]:
    """A cell parted behind so many lines."""
    texts = cell.text.split("\n") if cell.text else []
    top = replace(cell, text="\n".join(texts[:count]), lines=cell.lines[:count], reaches_bottom=False)
    rest = replace(cell, text="\n".join(texts[count:]), lines=cell.lines[count:], begins_at_top=True)
    return top, rest


def squashed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())
