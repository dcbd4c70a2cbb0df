"""A font to embed, as published PDFs do. Every wide character has the same glyph; readers look at codes only."""

from pathlib import Path

import reportlab
from fontTools.ttLib import TTFont as FontFile
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

NAME = "BenchmarkWide"
_WIDE = ((0x2000, 0x2700), (0x3000, 0x3020), (0x4E00, 0x9FA6), (0xFF00, 0xFFEF))


def register_font(folder: Path) -> str:
    """Write a font that has every wide character into ``folder``, register it with reportlab; gives its name."""
    font = FontFile(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
    font["hmtx"]["M"] = (font["head"].unitsPerEm, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            wide = (code for first, last in _WIDE for code in range(first, last))
            table.cmap.update({code: "M" for code in wide if code not in table.cmap})
    path = folder / "wide.ttf"
    font.save(path)
    pdfmetrics.registerFont(TTFont(NAME, path))
    return NAME
