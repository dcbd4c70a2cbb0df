"""Tables that rules do not frame all round, drawn between paragraphs: what each prints, and its PDF."""

import io
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.drawing.pdf_layout import wrap
from tests.drawing.render_pdf import FONT

KINDS = ("none", "rows", "head", "columns", "head and columns", "zebra", "cells", "bars", "frame", "head cells")
_NAMES = (
    "河道清淤养护",
    "课堂教学改革",
    "机关运行",
    "信息系统运行维护",
    "人才培养",
    "垃圾分类宣传",
    "就业服务",
    "图书采购",
)
_WORDS = ("已完成", "进行中", "未开始", "年底前", "良好", "有效提升")
_HEADS = ("项目名称", "预算数", "执行数", "执行率", "完成情况", "得分")
_PROSE = "为规范项目支出管理，提高资金使用效益，根据有关规定，结合本部门实际，现将项目支出绩效情况说明如下。" * 3
_WIDTH, _HEIGHT = 595.0, 842.0


@dataclass(frozen=True, slots=True)
class LooseTable:
    """A drawn table: its PDF and the texts of its rows, wraps joined."""

    data: bytes
    rows: list[list[str]]


def draw_loose_table(random: Random, kind: str, wraps: bool = False) -> LooseTable:
    """A table of ``kind``; with ``wraps`` long names take two lines."""
    size = random.choice((8.0, 9.0, 10.5, 12.0))
    count = random.randint(3, 6)
    rows = [list(_HEADS[:count]), *(_row(random, count, number) for number in range(random.randint(3, 12)))]
    step = size * random.choice((1.5, 1.8, 2.2))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    canvas.setFont(FONT, size)
    y = _paragraph(canvas, _HEIGHT - 60, size)
    _Pen(canvas, random, kind, size, step, wraps).table(rows, y - 2 * step)
    canvas.showPage()
    canvas.save()
    return LooseTable(file.getvalue(), rows)


def draw_prose(random: Random, columns: int) -> bytes:
    """Paragraphs set in columns: no table."""
    size = random.choice((8.0, 9.0, 10.5))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    canvas.setFont(FONT, size)
    width = (_WIDTH - 80) / columns - 15
    for column in range(columns):
        y = _HEIGHT - 60
        for paragraph in range(4):
            text = _PROSE[paragraph * random.randint(1, 9) :]
            for line in wrap(text, width, FONT, size):
                canvas.drawString(40 + column * (width + 15), y, line)
                y -= size * 1.5
            y -= size
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _row(random: Random, count: int, number: int) -> list[str]:
    budget, share = random.randint(100, 9_999_999) / 100, random.randint(0, 1000) / 10
    name = f"{random.choice(_NAMES)}{number + 1}期"
    cells = [name, f"{budget:,.2f}", f"{budget * share / 100:,.2f}", f"{share}%", random.choice(_WORDS), str(number)]
    return [cells[0], *(cell if random.random() > 0.08 else "" for cell in cells[1:count])]


def _paragraph(canvas: Canvas, y: float, size: float) -> float:
    for line in wrap(_PROSE, _WIDTH - 80, FONT, size):
        canvas.drawString(40, y, line)
        y -= size * 1.5
    return y


class _Pen:
    """Draws one table and a paragraph below it."""

    def __init__(self, canvas: Canvas, random: Random, kind: str, size: float, step: float, wraps: bool) -> None:
        self.canvas, self.random, self.kind, self.size, self.step, self.wraps = canvas, random, kind, size, step, wraps

    def table(self, rows: list[list[str]], top: float) -> None:
        """The table, its first row's upper edge at ``top``."""
        count = len(rows[0])
        first = self.size * (5.5 if self.wraps else 11)
        edges = [40.0, 40.0 + first, *(40 + first + (_WIDTH - 80 - first) * n / (count - 1) for n in range(1, count))]
        aligns = ["left", *(self.random.choice(("left", "right", "middle")) for _ in range(count - 1))]
        lines = [
            [wrap(cell, edges[n + 1] - edges[n] - 6, FONT, self.size) for n, cell in enumerate(row)] for row in rows
        ]
        tops = [top]
        for row in lines:
            extra = (max(len(cell) for cell in row) - 1) * self.size * 1.2
            tops.append(tops[-1] - self.step - extra)
        self.grounds(edges, tops)
        for row, y in zip(lines, tops, strict=False):
            for number, cell in enumerate(row):
                for index, line in enumerate(cell):
                    self.text(line, edges[number], edges[number + 1], y - index * self.size * 1.2, aligns[number])
        self.rules(edges, tops)
        _paragraph(self.canvas, tops[-1] - 3 * self.step, self.size)

    def text(self, text: str, left: float, right: float, top: float, align: str) -> None:
        """A line of a cell."""
        width = stringWidth(text, FONT, self.size)
        x = {"left": left + 3, "right": right - 3 - width, "middle": (left + right - width) / 2}[align]
        self.canvas.drawString(x, top - (self.step + self.size * 0.7) / 2, text)

    def grounds(self, edges: list[float], tops: list[float]) -> None:
        """What lies below the texts."""
        canvas = self.canvas
        for number, (top, bottom) in enumerate(pairwise(tops)):
            if self.kind == "zebra" and number % 2 == 0:
                canvas.setFillGray(0.9)
                canvas.rect(edges[0], bottom, edges[-1] - edges[0], top - bottom, stroke=0, fill=1)
            elif self.kind == "cells" or (self.kind == "head cells" and number == 0):
                canvas.setFillGray(0.8 if number == 0 else 0.92)
                for left, right in pairwise(edges):
                    canvas.rect(left + 0.5, bottom + 0.5, right - left - 1, top - bottom - 1, stroke=0, fill=1)
        canvas.setFillGray(0)

    def rules(self, edges: list[float], tops: list[float]) -> None:
        """The rules of the kind."""
        canvas, kind = self.canvas, self.kind
        level = {"rows": tops, "head": [*tops[:2], tops[-1]], "head and columns": [*tops[:2], tops[-1]]}
        level |= {"frame": [tops[0], tops[-1]], "columns": [tops[0], tops[1], tops[-1]]}
        for y in level.get(kind, []):
            canvas.line(edges[0], y, edges[-1], y)
        if kind in ("columns", "head and columns"):
            for x in edges:
                canvas.line(x, tops[0], x, tops[-1])
        if kind == "frame":
            canvas.rect(edges[0], tops[-1], edges[-1] - edges[0], tops[0] - tops[-1])
        if kind == "bars":
            for y in tops:
                canvas.rect(edges[0] - 3, y - 3, edges[-1] - edges[0] + 6, 6, stroke=0, fill=1)
            for x in edges:
                canvas.rect(x - 3, tops[-1], 6, tops[0] - tops[-1], stroke=0, fill=1)
