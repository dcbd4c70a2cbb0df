"""A drawn document as a scanner gives it: pages as images, a little askew, with noise and the artefacts of JPEG."""

import html
import io
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

DPI = 200
LIST_SHARES = (15.0, 9.0, 9.0, 9.0, 8.0, 18.0, 32.0)
FORM_SHARES = (7.0, 10.0, 16.0, 16.0, 13.0, 13.0, 12.0, 13.0)
_MARGIN = 0.5
_PADDING = 10
# Words and numbers are not parted by a wrap.
# Where running text has lost its columns, the page has them far apart.
_COLUMN, _GAP = re.compile(r"(?<=\S) (?=[\d,]+\.\d\d)|(?<=\d\.\d\d) (?=\S)"), " " * 7
_PIECE = re.compile(r"[A-Za-z0-9,.%\-]+|.")


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is printed and scanned: size of letters in points, skew in degrees, noise in grey levels."""

    size: float
    skew: float
    noise: float
    quality: int
    weight: int


def draw_look(random: Random) -> Look:
    """The look of one scan, drawn from ``random``."""
    return Look(
        size=random.choice((9.0, 10.0, 10.5, 12.0)),
        skew=random.uniform(-1.2, 1.2),
        noise=random.uniform(2, 12),
        quality=random.randint(60, 90),
        weight=random.choice((350, 400, 500)),
    )


def render_scan(text: str, random: Random) -> list[Image.Image]:
    """The pages of a document printed as lines: rows of cells separated by tabs, paragraphs between them."""
    look = draw_look(random)
    return [scanned(page, look, random) for page in print_pages(text, look)]


def as_pdf(pages: list[Image.Image]) -> bytes:
    """A PDF of page images and nothing else."""
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return file.getvalue()


def as_image(page: Image.Image, kind: str) -> bytes:
    """One page as a file: PNG, JPEG or TIFF."""
    file = io.BytesIO()
    page.save(file, kind, dpi=(DPI, DPI))
    return file.getvalue()


def scanned(page: Image.Image, look: Look, random: Random) -> Image.Image:
    """A printed page as it comes from the scanner."""
    turned = page.rotate(look.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = cv2.GaussianBlur(np.asarray(turned, dtype=np.float32), (0, 0), 0.6)
    noise = np.random.default_rng(random.getrandbits(32)).normal(0, look.noise, grey.shape)
    noisy = Image.fromarray(np.clip(grey * 0.92 + 12 + noise, 0, 255).astype(np.uint8))
    file = io.BytesIO()
    noisy.save(file, "JPEG", quality=look.quality, dpi=(DPI, DPI))
    return Image.open(io.BytesIO(file.getvalue()))


@cache
def _font(pixels: int, weight: int) -> ImageFont.FreeTypeFont:
    with as_file(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc") as path:
        font = ImageFont.truetype(str(path), pixels, index=2)
    font.set_variation_by_axes([weight])
    return font


def print_pages(text: str, look: Look) -> list[Image.Image]:
    """Clean pages, A4 across."""
    press = _Press(look)
    table: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append([_plain(cell) for cell in line.split("\t")])
        elif line.strip() or table:
            press.table(table)
            table = []
            press.paragraph(line)
    return press.pages


def _plain(cell: str) -> str:
    """A cell's text without the tags that a web page left in it."""
    return html.unescape(re.sub(r"</?p>", "", cell)).replace("\xa0", " ").strip() if "<p>" in cell else cell


class _Press:
    """Prints paragraphs and ruled tables onto pages from the top down."""

    def __init__(self, look: Look) -> None:
        self.pages: list[Image.Image] = []
        self.font = _font(round(look.size * DPI / 72), look.weight)
        self.title = _font(round(look.size * 1.6 * DPI / 72), look.weight)
        self.leading = round(look.size * 1.3 * DPI / 72)
        self.width, self.height = round(11.69 * DPI), round(8.27 * DPI)
        self.left = round(_MARGIN * DPI)
        self._turn()

    def _turn(self) -> None:
        self.pages.append(Image.new("L", (self.width, self.height), 255))
        self.pen = ImageDraw.Draw(self.pages[-1])
        self.y = round(_MARGIN * DPI)

    def _room(self, height: int) -> None:
        if self.y + height > self.height - _MARGIN * DPI:
            self._turn()

    def paragraph(self, line: str) -> None:
        """A line of its own; a title is larger and stands in the middle, and begins a page unless it is near its top."""
        if not line.strip():
            return
        is_title = line.startswith("#") or "项目支出绩效目标" in line
        text, font = (line.lstrip("# "), self.title) if is_title else (_COLUMN.sub(_GAP, line.lstrip("#")), self.font)
        if is_title and self.y > self.height / 5:
            self._turn()
        self._room(2 * self.leading)
        x = (self.width - font.getlength(text)) / 2 if is_title else self.left
        self.pen.text((x, self.y), text, font=font, fill=0)
        self.y += round(font.size * 1.6)

    def table(self, rows: list[list[str]]) -> None:
        """A ruled table; a form's blank first cells belong to the filled ones above them."""
        if not rows:
            return
        columns = max(map(len, rows))
        shares = {7: LIST_SHARES, 8: FORM_SHARES}.get(columns, (1.0,) * columns)
        unit = (self.width - 2 * self.left) / sum(shares)
        edges = [self.left]
        for share in shares:
            edges.append(round(edges[-1] + share * unit))
        for number, row in enumerate(rows):
            self._row(row, edges, merges=number > 0 and columns == len(FORM_SHARES))
        self._rule(edges[0], edges[-1])

    def _rule(self, x0: int, x1: int) -> None:
        self.pen.line((x0, self.y, x1, self.y), fill=0, width=2)

    def _row(self, cells: list[str], edges: list[int], merges: bool) -> None:
        """A row; where it ``merges``, a blank cell of the first two columns goes on with the one above it."""
        wrapped = [self._wrap(c, b - a - 2 * _PADDING) for c, a, b in zip(cells, edges, edges[1:], strict=False)]
        height = max(1, *map(len, wrapped)) * self.leading + 2 * _PADDING
        if self.y + height > self.height - self.left:
            self._rule(edges[0], edges[-1])
            self._turn()
            merges = False
        for column, lines in enumerate(wrapped):
            if not (merges and column < 2 and not cells[column]):
                self._rule(edges[column], edges[column + 1])
            for index, line in enumerate(lines):
                at = (edges[column] + _PADDING, self.y + _PADDING + index * self.leading)
                self.pen.text(at, line, font=self.font, fill=0)
        for edge in edges:
            self.pen.line((edge, self.y, edge, self.y + height), fill=0, width=2)
        self.y += height

    def _wrap(self, text: str, width: int) -> list[str]:
        lines, used = [""], 0.0
        for piece in _PIECE.findall(text):
            whole = self.font.getlength(piece)
            for part in (piece,) if whole <= width else tuple(piece):
                step = self.font.getlength(part)
                if used + step > width and lines[-1]:
                    lines.append("")
                    used = 0.0
                lines[-1] += part
                used += step
        return lines if text else []
