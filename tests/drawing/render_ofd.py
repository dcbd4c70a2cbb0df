"""A drawn document as OFD: the pages of its PDF, printed in the ways in which programs write OFD."""

import io
import zipfile
from html import escape
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.drawing.pdf_layout import Manner, PdfCell, PdfPage, PdfTable, lay_out
from tests.drawing.render_pdf import draw_manner

OFD = "http://www.ofdspec.org/2016"
_MM = 25.4 / 72
RULES = ("lines", "one path", "rect", "bar")
TEXTS = ("line", "characters", "repeated steps", "scaled", "blocks")
TURNS = ("upright", "left", "right")
# The matrix of text written so on a page that is displayed sideways: about the origin, in a y axis that points down.
_FRAMES = {"left": "0 -1 1 0", "right": "0 1 -1 0"}


def render_ofd(text: str, random: Random) -> bytes:
    """The OFD of a document printed as lines (see `lay_out`); its manner is drawn from ``random``."""
    manner = draw_manner(random)
    return ofd_of(lay_out(text, manner, random), manner, random)


def ofd_of(pages: list[PdfPage], manner: Manner, random: Random) -> bytes:
    """The OFD of laid out pages; how text and rules are written, templates and folders are drawn from ``random``."""
    pen = _Pen(manner, random.choice(RULES), random.choice(TEXTS), random.choice(TURNS))
    numbers, in_template = random.choice(("", "- {} -", "第{}页")), random.random() < 0.3
    printed = [pen.page(page) for page in pages]
    contents = {f"Doc_0/Pages/Page_{at}/Content.xml": objects for at, objects in enumerate(printed)}
    templates = {}
    if in_template:  # the frames of the first page belong to a template, as those of blank forms do
        templates["Doc_0/Tpls/Tpl_0/Content.xml"] = printed[0]
        contents["Doc_0/Pages/Page_0/Content.xml"] = ""
    parts = {}
    for at, (name, objects) in enumerate(contents.items()):
        folio = pen.line(manner.width / 2, manner.margin / 2, numbers.format(at + 1)) if numbers else ""
        template = '<ofd:Template TemplateID="9" ZOrder="Background"/>' if in_template and at == 0 else ""
        parts[name] = _page(template + "<ofd:Content><ofd:Layer>" + objects + folio + "</ofd:Layer></ofd:Content>")
    parts |= {
        name: _page(f"<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>")
        for name, objects in templates.items()
    }
    return packed(parts, pen.size(), len(pages), bool(templates), random.choice(("", "/Doc_0/")))


def packed(parts: dict[str, str], size: tuple[float, float], pages: int, has_template: bool, above: str = "") -> bytes:
    """A package of page files, in one document of this page size in millimetres."""
    listed = "".join(f'<ofd:Page ID="{at + 1}" BaseLoc="{above}Pages/Page_{at}/Content.xml"/>' for at in range(pages))
    template = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if has_template else ""
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {size[0]:.3f} {size[1]:.3f}</ofd:PhysicalBox></ofd:PageArea>"
    document = f'<ofd:Document xmlns:ofd="{OFD}"><ofd:CommonData>{area}{template}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>'
    body = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    root = f'<ofd:OFD xmlns:ofd="{OFD}" Version="1.0" DocType="OFD">{body}</ofd:OFD>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {"OFD.xml": root, "Doc_0/Document.xml": document, **parts}.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return out.getvalue()


def _page(inside: str) -> str:
    return f'<ofd:Page xmlns:ofd="{OFD}">{inside}</ofd:Page>'


class _Pen:
    """Writes pages; lengths come in points from the lower left corner of the upright page."""

    def __init__(self, manner: Manner, rules: str, texts: str, turn: str) -> None:
        self.manner, self.rules, self.texts, self.turn = manner, rules, texts, turn
        self.y = 0.0

    def size(self) -> tuple[float, float]:
        """Width and height of the displayed page in millimetres."""
        width, height = self.manner.width * _MM, self.manner.height * _MM
        return (width, height) if self.turn == "upright" else (height, width)

    def page(self, page: PdfPage) -> str:
        """The objects of a page."""
        self.y = self.manner.height - self.manner.margin
        pieces = []
        for block in page.blocks:
            if isinstance(block, PdfTable):
                pieces.append(self.table(block))
            else:
                pieces.append(self.line(self.manner.margin + 2, self.y - self.manner.leading, block))
                self.y -= 2 * self.manner.leading
        objects = "".join(pieces)
        return f'<ofd:PageBlock ID="7">{objects}</ofd:PageBlock>' if self.texts == "blocks" else objects

    def table(self, table: PdfTable) -> str:
        """A table with the rules around its cells."""
        tops = [self.y]
        for row in table.rows:
            tops.append(tops[-1] - row.height)
        frames, texts = [], []
        for index, row in enumerate(table.rows):
            for cell in row.cells:
                left, right = table.edges[cell.column], table.edges[cell.column + cell.columns]
                top, bottom = tops[index], tops[index + cell.rows]
                frames.append((left, top, right, bottom))
                texts.append(self.cell(cell, left, top, bottom))
        self.y = tops[-1] - self.manner.leading
        return self.frames(frames) + "".join(texts)

    def cell(self, cell: PdfCell, left: float, top: float, bottom: float) -> str:
        """The lines of a cell."""
        manner = self.manner
        spare = top - bottom - len(cell.lines) * manner.leading
        y = top - (spare / 2 if manner.align == "middle" else manner.padding) - manner.size
        pieces = []
        for line in cell.lines:
            pieces.append(self.line(left + manner.padding, y, line))
            y -= manner.leading
        return "".join(pieces)

    def line(self, x: float, y: float, text: str) -> str:
        """A line of text whose base line begins at a point."""
        manner = self.manner
        steps = [stringWidth(character, manner.font, manner.size) * _MM for character in text]
        left, top = x * _MM, (manner.height - y - manner.size) * _MM
        size, base = manner.size * _MM, manner.size * _MM
        if self.texts == "characters":
            pieces, at = [], left
            for character, step in zip(text, steps, strict=True):
                pieces.append(self.text_object(at, top, step, size, self.code(character, base, "")))
                at += step
            return "".join(pieces)
        if self.texts == "scaled":
            wide = " ".join(f"{step / _MM:.4f}" for step in steps[:-1])
            code = self.code(text, manner.size, wide)
            return self.text_object(left, top, sum(steps), manner.size, code, f"{_MM:.6f}")
        return self.text_object(left, top, sum(steps), size, self.code(text, base, self.deltas(steps[:-1])))

    def deltas(self, steps: list[float]) -> str:
        """The steps between characters, equal ones counted where the manner says so."""
        printed = [f"{step:.4f}" for step in steps]
        if self.texts != "repeated steps":
            return " ".join(printed)
        pieces: list[str] = []
        at = 0
        while at < len(printed):
            count = next((n for n, step in enumerate(printed[at:]) if step != printed[at]), len(printed) - at)
            pieces.append(f"g {count} {printed[at]}" if count > 1 else printed[at])
            at += count
        return " ".join(pieces)

    def code(self, text: str, base: float, deltas: str) -> str:
        """The code of a text, its base line so far below the upper edge of its object."""
        steps = f' DeltaX="{deltas}"' if deltas else ""
        return f'<ofd:TextCode X="0" Y="{base:.4f}"{steps}>{escape(text)}</ofd:TextCode>'

    def text_object(self, left: float, top: float, width: float, size: float, code: str, scale: str = "1") -> str:
        """A text object; on a page displayed sideways its matrix turns it."""
        height = self.manner.size * _MM * 1.2
        x, y, matrix = left, top, f"{scale} 0 0 {scale} 0 0"
        if self.turn != "upright":
            x, y = self.turned(left, top)
            a, b, c, d = (float(part) * float(scale) for part in _FRAMES[self.turn].split())
            matrix = f"{a} {b} {c} {d} 0 0"
        is_plain = scale == "1" and self.turn == "upright"
        ctm = "" if is_plain else f' CTM="{matrix}"'
        return f'<ofd:TextObject ID="1" Font="2" Size="{size:.4f}" Boundary="{x:.4f} {y:.4f} {width:.4f} {height:.4f}"{ctm}>{code}</ofd:TextObject>'

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright page, in millimetres from its upper left corner, on the displayed one."""
        width, height = self.manner.width * _MM, self.manner.height * _MM
        if self.turn == "left":
            return y, width - x
        return (height - y, x) if self.turn == "right" else (x, y)

    def frames(self, frames: list[tuple[float, float, float, float]]) -> str:
        """The rules around cells."""
        paths = [self.frame(*frame) for frame in frames]
        if self.rules == "bar":
            return "".join(_path(bar, 'Stroke="false" Fill="true"') for path in paths for bar in _bars(path))
        if self.rules == "one path":
            return _path([part for path in paths for part in path], "")
        if self.rules == "rect":
            return "".join(_path(path, "") for path in paths)
        return "".join(_path([(a, b)], "") for path in paths for a, b in path)

    def frame(self, left: float, top: float, right: float, bottom: float) -> list[tuple[tuple[float, float], ...]]:
        """The four sides of a cell on the displayed page."""
        high, low = (self.manner.height - top) * _MM, (self.manner.height - bottom) * _MM
        corners = [(left * _MM, high), (right * _MM, high), (right * _MM, low), (left * _MM, low)]
        points = [self.turned(x, y) for x, y in corners]
        return list(zip(points, [*points[1:], points[0]], strict=True))


def _path(parts: list[tuple[tuple[float, float], ...]], attributes: str) -> str:
    """A path of lines, or of one closed bar where a part has more than two points."""
    xs, ys = ([point[axis] for part in parts for point in part] for axis in (0, 1))
    left, top = min(xs), min(ys)
    pieces = []
    for first, *others in parts:
        pieces.append(f"M {first[0] - left:.4f} {first[1] - top:.4f}")
        pieces += [f"L {x - left:.4f} {y - top:.4f}" for x, y in others]
        pieces += ["C"] * (len(others) > 1)
    boundary = f"{left:.4f} {top:.4f} {max(xs) - left:.4f} {max(ys) - top:.4f}"
    return f'<ofd:PathObject ID="3" Boundary="{boundary}" LineWidth="0.25" {attributes}><ofd:AbbreviatedData>{" ".join(pieces)}</ofd:AbbreviatedData></ofd:PathObject>'


def _bars(path: list[tuple[tuple[float, float], ...]]) -> list[list[tuple[tuple[float, float], ...]]]:
    """Thin rectangles along the sides of a cell."""
    bars = []
    for (ax, ay), (bx, by) in path:
        x0, x1, y0, y1 = min(ax, bx) - 0.1, max(ax, bx) + 0.1, min(ay, by) - 0.1, max(ay, by) + 0.1
        bars.append([((x0, y0), (x1, y0), (x1, y1), (x0, y1))])
    return bars
