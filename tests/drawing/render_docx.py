"""A drawn document as a Word document: paragraphs, merged cells, tables in frames."""

import io
from random import Random

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.table import _Cell

from tests.drawing.layouts import DrawnFile, Layout, Part
from tests.drawing.render_xlsx import placed


def render_docx(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout``; a report around it, frames and paragraphs in cells are drawn from ``random``."""
    word = new_document()
    if random.random() < 0.3:
        word.add_heading("第一部分 部门概况", 1)
        word.add_paragraph("本部门贯彻落实党中央的方针政策和决策部署，主要职能如下。" * 20)
    for part in layout.parts:
        _print(part, word, random)
    word.add_paragraph()  # a document of Word never ends with a table
    out = io.BytesIO()
    word.save(out)
    return DrawnFile(out.getvalue(), layout.truth)


def _print(part: Part, word: WordDocument, random: Random) -> None:
    place: WordDocument | _Cell = word
    if random.random() < 0.2:
        place = word.add_table(1, 1).cell(0, 0)
    for text in (part.title, *part.lines):
        place.add_paragraph(text)
    size = {"rows": len(part.table), "cols": part.width}
    cells = [row.cells for row in place.add_table(**size).rows]
    for row, column, box in placed(part.table):
        cell = cells[row][column]
        if box.rows > 1 or box.columns > 1:
            cell = cell.merge(cells[row + box.rows - 1][column + box.columns - 1])
        cell.text = box.text.replace("。", "。\n", 1) if random.random() < 0.3 else box.text
