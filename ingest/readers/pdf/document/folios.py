"""The number of a page as a line of its own, and two numbered pages that stand side by side on one sheet."""

import re
from collections.abc import Callable
from dataclasses import replace
from operator import itemgetter

from ingest.readers.pdf.lines import TextLine
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph, Page
from ingest.source.page_numbers import is_page_number

_WIDE = 1.2
_NUMBER = re.compile(r"\d+")
_CROSSING = 2.0


def without_page_number(glyphs: list[Glyph]) -> tuple[list[Glyph], TextLine]:
    """The characters without the lowest line where that is the number of the page, also inside a table; that line."""
    if not glyphs:
        return glyphs, TextLine()
    _, _, top, _, bottom = max(glyphs, key=itemgetter(4))
    middle = (top + bottom) / 2
    lowest = TextLine([glyph for glyph in glyphs if glyph[4] > middle])
    if not is_page_number(lowest.text):
        return glyphs, TextLine()
    return [glyph for glyph in glyphs if glyph[4] <= middle], lowest


def pages_of(sheet: Page) -> list[Page]:
    """The two pages of a sheet, each with its number below it and nothing across their middle; else the sheet itself.

    Both keep the places of the sheet.
    """
    middle = sheet.width / 2
    if sheet.width < _WIDE * sheet.height or any(glyph[1] < middle < glyph[3] for glyph in sheet.glyphs):
        return [sheet]
    if any(x0 < middle - _CROSSING and x1 > middle + _CROSSING for x0, _, x1, _ in (*sheet.rules, *sheet.fills)):
        return [sheet]
    halves = [_half(sheet, lambda x: x < middle), _half(sheet, lambda x: x >= middle)]
    folios = [_NUMBER.search(without_page_number(half.glyphs)[1].text) for half in halves]
    numbers = [int(folio[0]) for folio in folios if folio is not None]
    return halves if len(numbers) == 2 and numbers[1] == numbers[0] + 1 else [sheet]


def _half(sheet: Page, holds: Callable[[float], bool]) -> Page:
    def glyphs(written: list[Glyph]) -> list[Glyph]:
        return [glyph for glyph in written if holds((glyph[1] + glyph[3]) / 2)]

    def boxes(drawn: list[Bounds]) -> list[Bounds]:
        return [box for box in drawn if holds((box[0] + box[2]) / 2)]

    return replace(
        sheet,
        glyphs=glyphs(sheet.glyphs),
        slanted=glyphs(sheet.slanted),
        sideways={turns: glyphs(written) for turns, written in sheet.sideways.items()},
        invisible=glyphs(sheet.invisible),
        cut=glyphs(sheet.cut),
        outside=glyphs(sheet.outside),
        halved=glyphs(sheet.halved),
        rules=boxes(sheet.rules),
        fills=boxes(sheet.fills),
    )
