"""The font that stands in where a PDF names a Chinese font without carrying it: every character is a small square.

Only boxes matter here, and their widths stand in the file. pdfium would draw each character in a font of the system to
measure it, which is slow and differs between machines; without such a font it drops characters that stand alone.
"""

import ctypes
import struct
from functools import cache

import pypdfium2.raw as pdfium

_EM = 1000
# Smaller than the width of any character: a box is as wide as the file says, or as what is drawn if that is wider.
_SIDE = 100
# Windows character sets: Shift-JIS, Hangul, GB 2312, Big5.
_WIDE_CHARSETS = (128, 129, 134, 136)


@cache
def square_font() -> bytes:
    """A TrueType font whose one glyph, a small square, stands for every character."""
    points = struct.pack(">4B", 1, 1, 1, 1) + struct.pack(">8h", 0, _SIDE, 0, -_SIDE, 0, 0, _SIDE, 0)
    glyph = struct.pack(">5hHH", 1, 0, 0, _SIDE, _SIDE, 3, 0) + points + bytes(2)
    one_for_all = struct.pack(">HHLLLLLL", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    tables = {
        b"cmap": struct.pack(">HHHHL", 0, 1, 3, 10, 12) + one_for_all,
        b"glyf": glyph * 2,
        b"head": struct.pack(
            ">LLLLHHQQ4hHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, 0, _EM, _EM, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">L3hH11hH", 0x10000, _EM, 0, 0, _EM, 0, 0, _EM, 1, *[0] * 7, 1),
        b"hmtx": struct.pack(">Hhh", _EM, 0, 0),
        b"loca": struct.pack(">3L", 0, len(glyph), 2 * len(glyph)),
        b"maxp": struct.pack(">L14H", 0x10000, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    directory, body = struct.pack(">L4H", 0x10000, len(tables), 64, 2, 48), b""
    start = len(directory) + 16 * len(tables)
    for tag, table in tables.items():
        directory += tag + struct.pack(">LLL", 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body


class _StandIn:
    """What pdfium asks for fonts; it is kept as long as pdfium may ask."""

    def __init__(self) -> None:
        types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        self._map, self._data = types["MapFont"](self.map_font), types["GetFontData"](self.font_data)
        self.info = pdfium.FPDF_SYSFONTINFO(version=1, MapFont=self._map, GetFontData=self._data)

    @staticmethod
    def map_font(_info: object, _weight: int, _italic: int, charset: int, *_: object) -> int | None:
        """The handle of the square font for a Chinese, Japanese or Korean one; None leaves pdfium its own."""
        return 1 if charset in _WIDE_CHARSETS else None

    @staticmethod
    def font_data(_info: object, _font: object, table: int, buffer: object, size: int) -> int:
        """Copies the font where it fits into ``buffer``; gives its length, 0 for a single table of it."""
        font = square_font()
        if table != 0:
            return 0
        if size >= len(font):
            ctypes.memmove(buffer, font, len(font))  # type: ignore[arg-type]
        return len(font)


@cache
def use_square_font() -> _StandIn:
    """Let pdfium measure by the square font and by none of the system's, in this process."""
    stand_in = _StandIn()
    pdfium.FPDF_SetSystemFontInfo(stand_in.info)
    return stand_in
