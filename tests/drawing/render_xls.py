"""A drawn document as an Excel 97-2003 workbook."""

import io
from decimal import Decimal
from random import Random

import xlwt

from tests.drawing.layouts import DrawnFile, Layout
from tests.drawing.render_xlsx import placed


def render_xls(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout``, a sheet a form; the number format is drawn from ``random``."""
    workbook = xlwt.Workbook(encoding="utf-8")
    amount = xlwt.easyxf(num_format_str=random.choice(("General", "0.00", "#,##0.00")))
    for number, part in enumerate(layout.parts):
        sheet = workbook.add_sheet(f"表{number + 1}")
        heading = (part.title, *part.lines)
        for row, text in enumerate(heading):
            sheet.write_merge(row, row, 0, part.width - 1, text)
        for row, column, box in placed(part.table):
            top = len(heading) + row
            content, style = (
                (float(box.content), amount)
                if isinstance(box.content, Decimal)
                else (box.content, xlwt.Style.default_style)
            )
            sheet.write_merge(top, top + box.rows - 1, column, column + box.columns - 1, content, style)
    out = io.BytesIO()
    workbook.save(out)
    return DrawnFile(out.getvalue(), layout.truth)
