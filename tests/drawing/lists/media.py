"""Drawn lists in every medium, by the renderers that all drawn documents share."""

from random import Random

from tests.drawing.forms.media import MEDIA, PAGES, RENDERERS, table_of
from tests.drawing.forms.sheet import Row
from tests.drawing.layouts import Layout, Part
from tests.drawing.lists.draw import DrawnList
from tests.drawing.pdf_layout import lay_out
from tests.drawing.render_pdf import draw_manner


def printed(drawn: DrawnList, medium: str, random: Random) -> bytes:
    """The list in a medium; cells that are carried down are merged where the medium merges."""
    if medium == "text":
        return drawn.data
    if medium in PAGES:
        manner = draw_manner(random)
        return PAGES[medium](lay_out(drawn.text, manner, random), manner, random)
    sheet = drawn.sheet
    rows = [row for row in sheet.rows if isinstance(row, Row)]
    layout = Layout((Part(sheet.title, tuple(sheet.lines), table_of(rows)),), drawn.truth)
    data: bytes = RENDERERS[medium](layout, random).data
    return data


__all__ = ["MEDIA", "printed"]
