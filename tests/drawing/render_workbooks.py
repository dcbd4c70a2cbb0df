"""A drawn document as a workbook of the formats that `workbooks` writes."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from random import Random

from tests.drawing.layouts import DrawnFile, Layout
from tests.drawing.render_xlsx import placed, render_xlsx
from tests.drawing.workbooks import Grid, ods, strict, xlsb, xml_spreadsheet

_FORMATS = ("General", "0.00", "#,##0.00")


def _render(write: Callable[[list[Grid]], bytes], layout: Layout, random: Random) -> DrawnFile:
    number_format = random.choice(_FORMATS)
    grids = []
    for number, part in enumerate(layout.parts, start=1):
        grid = Grid(f"表{number}")
        heading = (part.title, *part.lines)
        for row, text in enumerate(heading):
            grid.put(row, 0, text, columns=part.width)
        for row, column, box in placed(part.table):
            form = number_format if isinstance(box.content, Decimal) else "General"
            grid.put(len(heading) + row, column, box.content, form, box.rows, box.columns)
        grids.append(grid)
    return DrawnFile(write(grids), layout.truth)


def render_strict(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout`` as strict Open XML."""
    drawn = render_xlsx(layout, random)
    return DrawnFile(strict(drawn.data), drawn.truth)


render_xml_spreadsheet = partial(_render, xml_spreadsheet)
render_ods = partial(_render, ods)
render_xlsb = partial(_render, xlsb)
