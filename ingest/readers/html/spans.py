"""How many rows and columns the cells of an HTML table cover."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

_COUNT = re.compile(r"\s*(\d{1,5})")


def columns_of(cell: etree._Element, attribute: str = "colspan") -> int:
    """The columns that a cell covers, or what another attribute counts; at least one."""
    printed = _COUNT.match(cell.get(attribute) or "")
    return max(int(printed[1]), 1) if printed else 1


def rows_of(cell: etree._Element, is_over_groups: bool = False) -> int:
    """The rows that a cell covers: none behind the end of its group, unless ``is_over_groups``; all where it says 0."""
    row = cell.getparent()
    printed = (cell.get("rowspan") or "").strip()
    if printed in ("", "1") or row is None or row.tag != "tr":
        return columns_of(cell, "rowspan") if printed else 1
    left = 1 + sum(1 for _ in row.itersiblings("tr"))
    count = left if printed == "0" else columns_of(cell, "rowspan")
    return count if is_over_groups and not _is_of_heading(cell) else min(left, count)


def are_over_groups(rows: Sequence[Sequence[etree._Element]]) -> bool:
    """True where cells, given by row, cover rows of other groups: all rows are as wide so, and otherwise are not.

    LibreOffice makes a group of each row that a rule closes, and ends no cell with it; a heading ends its cells.
    """
    rows = [cells for cells in rows if not any(_is_of_heading(cell) for cell in cells[:1])]
    spanned = [cell for cells in rows for cell in cells if (cell.get("rowspan") or "1") != "1"]
    if all(rows_of(cell, is_over_groups=True) == rows_of(cell) for cell in spanned):
        return False
    return len(_widths(rows, is_over_groups=True)) == 1 < len(_widths(rows, is_over_groups=False))


def _is_of_heading(cell: etree._Element) -> bool:
    row = cell.getparent()
    group = None if row is None else row.getparent()
    return group is not None and group.tag == "thead"


def _widths(rows: Iterable[Sequence[etree._Element]], is_over_groups: bool) -> set[int]:
    """The widths of rows in columns, those of cells above that go on in them included."""
    widths = set()
    covering: list[tuple[int, int]] = []  # rows left and columns of cells above
    for cells in rows:
        own = [(rows_of(cell, is_over_groups), columns_of(cell)) for cell in cells]
        widths.add(sum(columns for _, columns in (*covering, *own)))
        covering = [(left - 1, columns) for left, columns in (*covering, *own) if left > 1]
    return widths
