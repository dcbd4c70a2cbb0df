"""A drawn document as a ruled PDF: wrapped and merged cells, rows broken over pages, rules of every make."""

import io
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.drawing.pdf_layout import Manner, PdfCell, PdfPage, PdfTable, lay_out

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

RULES = ("stroke", "thin", "bar", "dashed", "double", "rect", "pieces")
TURNS = ("upright", "rotate", "content", "both")
_LONG, _SHORT = 842.0, 595.0


def draw_manner(random: Random, font: str = FONT) -> Manner:
    """How to print in ``font``, drawn from ``random``."""
    is_wide = random.random() < 0.5
    size = random.choice((7.0, 8.0, 9.0, 10.5))
    name, amount, goal, indicators = random.uniform(2, 4), random.uniform(1.3, 1.8), random.uniform(3, 5), 6.0
    return Manner(
        width=_LONG if is_wide else _SHORT,
        height=_SHORT if is_wide else _LONG,
        margin=random.choice((36.0, 50.0)),
        size=size,
        leading=size * random.choice((1.15, 1.3, 1.6)),
        padding=random.choice((2.0, 4.0)),
        font=font,
        shares=(name, amount, amount, amount, amount, goal, indicators),
        breaks_rows=random.random() < 0.5,
        repeats_header=random.random() < 0.5,
        merges=random.choice((0.0, 0.5, 1.0)),
        align=random.choice(("left", "middle")),
    )


def render_pdf(text: str, random: Random) -> bytes:
    """The PDF of a document printed as lines (see `lay_out`); its manner is drawn from ``random``."""
    manner = draw_manner(random)
    return print_pages(lay_out(text, manner, random), manner, random)


def print_pages(pages: list[PdfPage], manner: Manner, random: Random) -> bytes:
    """The PDF of laid out pages; rules, rotation and page numbers are drawn from ``random``."""
    file = io.BytesIO()
    turn, rules, numbers = random.choice(TURNS), random.choice(RULES), random.choice(("", "- {} -", "第{}页"))
    size = (manner.height, manner.width) if turn in ("rotate", "content") else (manner.width, manner.height)
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1)
    for number, page in enumerate(pages, start=1):
        if turn in ("rotate", "both"):
            canvas.setPageRotation(random.choice((90, 270)) if turn == "rotate" else 90)
        if turn in ("content", "both"):
            canvas.translate(manner.height, 0)
            canvas.rotate(90)
        canvas.setFont(manner.font, manner.size)
        _Pen(canvas, manner, rules, random).page(page)
        if numbers:
            canvas.drawCentredString(manner.width / 2, manner.margin / 2, numbers.format(number))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Pen:
    """Draws one page; ``rules`` says of what its rules are made."""

    def __init__(self, canvas: Canvas, manner: Manner, rules: str, random: Random) -> None:
        self.canvas, self.manner, self.rules, self.random = canvas, manner, rules, random
        self.y = manner.height - manner.margin

    def page(self, page: PdfPage) -> None:
        """All of a page from the top down."""
        for block in page.blocks:
            if isinstance(block, PdfTable):
                self.table(block)
            else:
                self.canvas.drawString(self.manner.margin + 2, self.y - self.manner.leading, block)
                self.y -= 2 * self.manner.leading

    def table(self, table: PdfTable) -> None:
        """The cells of a table, each with its four rules."""
        tops = [self.y]
        for row in table.rows:
            tops.append(tops[-1] - row.height)
        for index, row in enumerate(table.rows):
            for cell in row.cells:
                left, right = table.edges[cell.column], table.edges[cell.column + cell.columns]
                self.cell(cell, left, tops[index], right, tops[index + cell.rows])
        self.y = tops[-1] - self.manner.leading

    def cell(self, cell: PdfCell, left: float, top: float, right: float, bottom: float) -> None:
        """The frame and the lines of a cell."""
        self.frame(left, top, right, bottom)
        manner = self.manner
        spare = top - bottom - len(cell.lines) * manner.leading
        y = top - (spare / 2 if manner.align == "middle" else manner.padding) - manner.size
        for line in cell.lines:
            self.canvas.drawString(left + manner.padding, y, line)
            y -= manner.leading

    def frame(self, left: float, top: float, right: float, bottom: float) -> None:
        """The four rules around a cell."""
        if self.rules == "rect":
            self.canvas.rect(left, bottom, right - left, top - bottom)
            return
        for x0, y0, x1, y1 in (
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, bottom, left, top),
            (right, bottom, right, top),
        ):
            self.rule(x0, y0, x1, y1)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """One rule, horizontal or vertical, of the document's make."""
        canvas, is_level = self.canvas, y0 == y1
        if self.rules == "bar":
            canvas.rect(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5, stroke=0, fill=1)
        elif self.rules == "double":
            shift = (0.0, 0.8) if is_level else (0.8, 0.0)
            for sign in (-1, 1):
                dx, dy = sign * shift[0], sign * shift[1]
                canvas.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)
        elif self.rules == "pieces":
            length = max(x1 - x0, y1 - y0)
            count = max(1, int(length // 6))
            for piece in range(count):
                start, end = length * piece / count, length * (piece + 0.7) / count
                end = length if piece == count - 1 else end
                canvas.line(*((x0 + start, y0, x0 + end, y0) if is_level else (x0, y0 + start, x0, y0 + end)))
        else:
            if self.rules == "dashed":
                canvas.setDash(3, 2)
            canvas.setLineWidth(0.25 if self.rules == "thin" else 0.75)
            canvas.line(x0, y0, x1, y1)


def render_plain_pdf(text: str, random: Random) -> bytes:
    """The PDF of a text without rules: its lines one below another, pages numbered."""
    file = io.BytesIO()
    size, per_page = random.choice((7.0, 9.0)), random.randint(20, 50)
    numbers = random.choice(("- {} -", "第{}页"))
    canvas = Canvas(file, pagesize=(_LONG, _SHORT if per_page < 40 else _LONG), invariant=1)
    lines = [line for line in text.split("\n") if line.strip()]
    height = canvas._pagesize[1]
    for number, start in enumerate(range(0, len(lines), per_page), start=1):
        canvas.setFont(FONT, size)
        for index, line in enumerate(lines[start : start + per_page]):
            canvas.drawString(40, height - 40 - index * size * 1.5, line)
        canvas.drawCentredString(_LONG / 2, 12, numbers.format(number))
        canvas.showPage()
    canvas.save()
    return file.getvalue()
