"""A drawn document as an Excel workbook: merged cells, amounts as numbers in several formats, cover sheets."""

import io
from collections.abc import Iterator
from decimal import Decimal
from random import Random

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.drawing.layouts import Box, DrawnFile, Layout, Part, Table

_FORMATS = ("General", "0.00", "#,##0.00", "#,##0.00_ ;[Red]-#,##0.00 ", "_ * #,##0.00_ ;_ * -#,##0.00_ ")
_COVER = ("部门预算公开", "目录", "第一部分 部门概况", "第二部分 部门预算表")


def render_xlsx(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout``; a sheet a form or all on one, formats and the cover are drawn from ``random``."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        if random.random() < 0.3:
            workbook.add_worksheet().write_column(0, 0, _COVER)
        amount = workbook.add_format({"num_format": random.choice(_FORMATS)})
        is_sheet_each = random.random() < 0.5
        sheet, top = workbook.add_worksheet(), random.randint(0, 2)
        for number, part in enumerate(layout.parts):
            if number and is_sheet_each:
                sheet, top = workbook.add_worksheet(), 0
            top = _print(part, sheet, top, amount, is_merged=random.random() < 0.7)
    return DrawnFile(out.getvalue(), layout.truth)


def _print(part: Part, sheet: Worksheet, top: int, amount: object, is_merged: bool) -> int:
    """Print a part from row ``top`` on; gives the row behind it."""
    for text in (part.title, *part.lines):
        if is_merged:
            sheet.merge_range(top, 0, top, part.width - 1, text)
        else:
            sheet.write_string(top, 0, text)
        top += 1
    for row, column, box in placed(part.table):
        if box.rows > 1 or box.columns > 1:
            sheet.merge_range(top + row, column, top + row + box.rows - 1, column + box.columns - 1, "")
        if isinstance(box.content, Decimal):
            sheet.write_number(top + row, column, float(box.content), amount)
        else:
            sheet.write_string(top + row, column, box.content)
    return top + len(part.table) + 1


def placed(table: Table) -> Iterator[tuple[int, int, Box]]:
    """Every cell with its true row and column."""
    taken: set[tuple[int, int]] = set()
    for row, boxes in enumerate(table):
        column = 0
        for box in boxes:
            while (row, column) in taken:
                column += 1
            yield row, column, box
            taken |= {(row + down, column + right) for down in range(box.rows) for right in range(box.columns)}
