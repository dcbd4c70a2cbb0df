"""Drawn forms in every medium, by the renderers that all drawn documents share."""

import re
from random import Random
from typing import Any

from tests.drawing.forms.draw import DrawnForms
from tests.drawing.forms.sheet import Row, Sheet
from tests.drawing.layouts import Box, Layout, Part, Table
from tests.drawing.pdf_layout import lay_out
from tests.drawing.render_csv import render_csv
from tests.drawing.render_docx import render_docx
from tests.drawing.render_html import render_html
from tests.drawing.render_odt import render_odt
from tests.drawing.render_ofd import ofd_of
from tests.drawing.render_pdf import draw_manner, print_pages
from tests.drawing.render_workbooks import render_ods, render_strict, render_xlsb, render_xml_spreadsheet
from tests.drawing.render_xls import render_xls
from tests.drawing.render_xlsx import render_xlsx

RENDERERS: dict[str, Any] = {
    "html": render_html, "xlsx": render_xlsx, "xls": render_xls, "docx": render_docx, "odt": render_odt,
    "csv": render_csv,
    "strict": render_strict, "xlsb": render_xlsb, "xml_spreadsheet": render_xml_spreadsheet, "ods": render_ods,
}  # fmt: skip
PAGES = {"pdf": print_pages, "ofd": ofd_of}
"""Media that are printed on pages, where words and lines have places alone."""
MEDIA = ("text", *PAGES, *RENDERERS)


def printed(forms: DrawnForms, medium: str, random: Random) -> bytes:
    """The document in a medium."""
    if medium == "text":
        return as_text(forms).encode()
    if medium in PAGES:
        manner = draw_manner(random)
        return PAGES[medium](lay_out(as_text(forms), manner, random), manner, random)
    layout = Layout(tuple(_parts(forms)), None)  # type: ignore[arg-type]
    data: bytes = RENDERERS[medium](layout, random).data
    return data


def as_text(forms: DrawnForms) -> str:
    """The document as lines, cells separated by tabs."""
    lines: list[str] = []
    for sheet in forms.sheets:
        lines += [sheet.title, *sheet.lines] if sheet.title else []
        lines += [row if isinstance(row, str) else "\t".join(row.cells) for row in sheet.rows]
        lines.append("")
    return "\n".join(lines)


def _parts(forms: DrawnForms) -> list[Part]:
    """The forms as tables; a paragraph parts a table in two, a form without a title goes on with the one before."""
    parts: list[Part] = []
    for sheet in forms.sheets:
        title, lines = sheet.title, tuple(sheet.lines)
        rows: list[Row] = []
        *above, last = sheet.rows
        if isinstance(last, str):  # what stands below a table is printed in its last row
            last = Row((last, *[""] * (forms.manner.width - 1)))
        for row in [*above, last, ""]:
            if isinstance(row, Row):
                rows.append(row)
                continue
            if rows:
                parts.append(Part(title, lines, table_of(rows)))
            title, lines, rows = row, (), []
    return parts


def table_of(rows: list[Row]) -> Table:
    """Rows of cells with what they span: blank cells behind and, in carried columns, below them."""
    table: Table = []
    heads: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        boxes: list[Box] = []
        kept: dict[int, tuple[int, int]] = {}
        column = 0
        while column < len(row.cells):
            text, width = row.cells[column], 1
            if not text and column in row.carried and column in heads:
                at, place = heads[column]
                box = table[at][place]
                table[at][place] = Box(box.content, box.rows + 1, box.columns)
                kept[column] = heads[column]
                column += 1
                continue
            while row.is_spread and text and column + width < len(row.cells) and not row.cells[column + width]:
                width += 1
            if width == 1:
                kept[column] = (number, len(boxes))
            boxes.append(Box(text, columns=width))
            column += width
        table.append(boxes)
        heads = kept
    return table


def squash(text: str) -> str:
    """A text without white space."""
    return re.sub(r"\s+", "", text)


__all__ = ["MEDIA", "PAGES", "Sheet", "as_text", "printed", "squash"]
