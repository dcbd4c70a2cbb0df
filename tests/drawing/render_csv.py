"""A drawn document as comma-separated text, as a spreadsheet saves it: GB18030, every record equally long."""

import csv
import io
from random import Random

from tests.drawing.layouts import DrawnFile, Layout, Part
from tests.drawing.render_xlsx import placed


def render_csv(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout``; whether amounts are grouped is drawn from ``random``."""
    is_grouped = random.random() < 0.5
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=random.choice(("\r\n", "\n")))
    for part in layout.parts:
        writer.writerows(_records(part, is_grouped))
    return DrawnFile(out.getvalue().encode("gb18030"), layout.truth)


def _records(part: Part, is_grouped: bool) -> list[list[str]]:
    records = [[text, *[""] * (part.width - 1)] for text in (part.title, *part.lines)]
    records += [[""] * part.width for _ in part.table]
    first = 1 + len(part.lines)
    for row, column, box in placed(part.table):
        text = box.text.replace("。", "。\n", 1)
        records[first + row][column] = text if is_grouped or isinstance(box.content, str) else text.replace(",", "")
    return records
