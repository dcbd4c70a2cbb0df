"""A drawn document as an OpenDocument text: covered cells, spans of text, lists and frames, repeated columns."""

import io
import zipfile
from html import escape
from random import Random

from tests.drawing.layouts import Box, DrawnFile, Layout, Part
from tests.drawing.render_xlsx import placed

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
MIME = "application/vnd.oasis.opendocument.text"
NAMES = " ".join(
    [f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "style", "text", "table", "drawing")]
    + [f'xmlns:draw="{OASIS}:drawing:1.0" xmlns:fo="{OASIS}:xsl-fo-compatible:1.0" xmlns:svg="{OASIS}:svg-compatible:1.0"']
)  # fmt: skip


def packed_odt(body: str, styles: str = "") -> bytes:
    """A package whose text is ``body``, with automatic styles."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        package.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content(body, styles)}')
    return out.getvalue()


def content(body: str, styles: str = "", name: str = "document-content", attributes: str = "") -> str:
    """The XML of a document."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:{name} {NAMES} {attributes}><office:automatic-styles>{styles}</office:automatic-styles>{text}</office:{name}>"


def render_odt(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout``; a report around it, frames and spans of text are drawn from ``random``."""
    pieces = []
    if random.random() < 0.3:
        pieces.append('<text:h text:outline-level="1">第一部分 部门概况</text:h>')
        pieces.append(f"<text:p>{'本部门贯彻落实党中央的方针政策和决策部署，主要职能如下。' * 20}</text:p>")
    pieces += [_part(part, random) for part in layout.parts]
    return DrawnFile(packed_odt("".join(pieces)), layout.truth)


def _part(part: Part, random: Random) -> str:
    heading = "".join(f"<text:p>{escape(text)}</text:p>" for text in (part.title, *part.lines))
    printed = heading + _table(part, random)
    if random.random() < 0.2:
        cell = f"<table:table-cell>{printed}<text:p/></table:table-cell>"
        printed = f"<table:table><table:table-column/><table:table-row>{cell}</table:table-row></table:table>"
    return printed


def _table(part: Part, random: Random) -> str:
    covered = "<table:covered-table-cell/>"
    grid = [[covered] * part.width for _ in part.table]
    for row, column, box in placed(part.table):
        grid[row][column] = _cell(box, random)
    rows = ["<table:table-row>" + "".join(cells) + "</table:table-row>" for cells in grid]
    head = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>" if random.random() < 0.5 else rows[0]
    columns = f'<table:table-column table:number-columns-repeated="{part.width}"/>'
    return f"<table:table>{columns}{head}{''.join(rows[1:])}</table:table>"


def _cell(box: Box, random: Random) -> str:
    spans = f' table:number-rows-spanned="{box.rows}"' * (box.rows > 1)
    spans += f' table:number-columns-spanned="{box.columns}"' * (box.columns > 1)
    text, manner = escape(box.text), random.random()
    if manner < 0.2:
        text = text.replace("。", "。<text:line-break/>", 1)
    elif manner < 0.4:
        text = f'<text:span text:style-name="T1">{text}</text:span>'
    elif manner < 0.5:
        text = text.replace("。", "。</text:p><text:p>", 1)
    paragraph = f"<text:p>{text}</text:p>" if box.text else ""
    return f"<table:table-cell{spans}>{paragraph}</table:table-cell>"
