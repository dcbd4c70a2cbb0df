"""PDF with a text layer: ruled tables are rebuilt from their rules, other text is given line by line."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from ingest.errors import DocumentRejected
from ingest.readers.pdf.aligned.find import find_aligned
from ingest.readers.pdf.aligned.prose import in_columns
from ingest.readers.pdf.aligned.stacked import unstacked
from ingest.readers.pdf.document.attachments import attachments
from ingest.readers.pdf.document.fields import comments, fields, form_of, with_fields
from ingest.readers.pdf.document.folios import pages_of, without_page_number
from ingest.readers.pdf.document.opening import opened, opened_page
from ingest.readers.pdf.lines import (
    TextLine,
    in_order,
    printed_lines,
    rejoined,
    turned_back,
    turned_lines,
)
from ingest.readers.pdf.page import Glyph, Page, read_page
from ingest.readers.pdf.rows import Block, PageTable, Paragraph, rows
from ingest.readers.pdf.ruled.grounds.banded import with_banded
from ingest.readers.pdf.ruled.grounds.shading import band_edges, bars, shaded_grids
from ingest.readers.pdf.ruled.grounds.striped import same_columns, striped_grids
from ingest.readers.pdf.ruled.table import RuledTable, Sides
from ingest.readers.pdf.ruled.wide.together import put_together
from ingest.readers.pdf.rules import grids_of, whole_rules
from ingest.readers.pdf.tables import holds_middle, read_tables
from ingest.source.beside import said_beside
from ingest.source.blocks import Box, Notice, Source, assemble
from ingest.source.page_numbers import is_page_number

# How far, in heights of its characters, a line stands in from the leftmost one to be an indented one.
_INDENTS = (0.4, 6.0)
_LONGEST_QUOTE = 200


# A sheet fills a column that is too narrow for its number with so many signs # at least.
_FEWEST_SIGNS = 2
_NARROW = Notice("text_cut", "the column is too narrow for its number: signs # are printed instead")
_CUT = (Notice("text_cut", "the text is larger than its cell and cut off; only what is seen of it is read"),)


def read_pdf(data: bytes, file_name: str) -> Source:
    """A PDF as a `Source` (medium ``pdf``): each cell has its box as the page is displayed.

    Raises DocumentRejected (``encrypted``, ``damaged``, ``no_text_layer``).
    """
    blocks: list[Block] = []
    told: list[Notice] = []
    outside: list[tuple[int, Sequence[Glyph]]] = []
    has_text = False
    with opened(data) as document, form_of(document) as form:
        for number in range(1, pdfium.FPDF_GetPageCount(document) + 1):
            with opened_page(document, number) as raw:
                page = with_fields(read_page(raw), fields(form, raw))
                noted = [text for text in comments(raw) if any(map(str.isalnum, text))]
            if needs_recognition(page):
                raise no_text_layer(number, page)
            has_text = has_text or bool(page.glyphs or page.sideways or page.slanted)
            for part in pages_of(page):
                blocks.extend(read_blocks(part, number, _open_columns(blocks, part)))
            told.extend(_unseen(page.invisible, number))
            outside.append((number, page.outside))
            told += [said_beside(f"page {number}: a comment", "；".join(noted))] if noted else []
        names = tuple(name for name, _ in attachments(document))
    if not has_text:
        raise DocumentRejected("no_text_layer", "no page holds any text", expected="a PDF with a text layer")
    source = assemble(file_name, hashlib.sha256(data).hexdigest(), "pdf", "pdf", rows(put_together(blocks)))
    told += [one for number, glyphs in outside for one in _unseen(glyphs, number, source)]
    return replace(source, attachments=names, notices=(*source.notices, *told)) if names or told else source


def _unseen(glyphs: Sequence[Glyph], number: int, source: Source | None = None) -> Iterator[Notice]:
    """What is said of the text of page ``number`` that nobody sees and that ``source`` does not print elsewhere."""
    printed = set(re.split(r"[\n\t\v]", source.text)) if source and glyphs else ()
    found = [piece.text for line in printed_lines(glyphs) for piece in line.pieces]
    texts = [text for text in found if text not in printed]
    text = "；".join(texts)
    if any(map(str.isalnum, text)):
        message = f"page {number} holds text that is invisible, white, painted over or cut off: it is not read"
        yield Notice("hidden", message, text[:_LONGEST_QUOTE])


def needs_recognition(page: Page) -> bool:
    """True for a page whose text has to be recognised from its picture: a scan, or characters without a meaning."""
    return page.is_scan or page.is_meaningless


def no_text_layer(number: int, page: Page | None = None) -> DocumentRejected:
    """The rejection of a document whose page ``number`` (from 1) shows text that no character stands for."""
    message = "the page is an image without a text layer to trust"
    if page is not None and page.is_meaningless:
        message = "the characters of the PDF have no meaning: a font has no table of them (ToUnicode)"
    return DocumentRejected("no_text_layer", message, number, 1, expected="a PDF with a text layer")


def _open_columns(blocks: Sequence[Block], page: Page) -> Sequence[float]:
    """Where on ``page`` the columns of a table without rules would go on that the page before ends with.

    Nothing where there is none. Of two pages on one sheet each has its half.
    """
    half = page.width / 2
    for block in reversed(blocks):
        if isinstance(block, PageTable):
            columns = block.table.columns if block.table.is_told else []
            if columns and page.glyphs and columns[-1] < half and all(glyph[1] >= half for glyph in page.glyphs):
                return [edge + half for edge in columns]
            if columns and page.glyphs and columns[0] >= half and all(glyph[3] < half for glyph in page.glyphs):
                return [edge - half for edge in columns]
            return columns
        if not is_page_number(block.text):
            break
    return ()


def read_blocks(page: Page, number: int, before: Sequence[float] = ()) -> list[Block]:
    """The tables and paragraphs of a page in reading order.

    On a page without tables the lines stand as they were written, so that the texts of cells that nothing frames
    follow one another. ``before`` are the edges of the columns of a table that no rules frame and that may go on here.
    """
    glyphs, folio = without_page_number(page.glyphs)
    ruled = whole_rules([*page.rules, *bars(page)] if page.fills else page.rules)
    grids = grids_of(*ruled)
    if page.fills:
        grids = with_banded([*grids, *shaded_grids(page.fills, grids, glyphs)], page.fills, glyphs)
    striped = [] if grids else striped_grids(*ruled, band_edges(page.fills), glyphs, before)
    grids = grids or striped
    tables, outside = read_tables(grids, glyphs, page.sideways) if grids else ([], glyphs)
    if striped:
        tables = [replace(own, columns=same_columns(own.columns, before), is_told=True) for own in tables]
    tables, taken = unstacked(grids, tables, glyphs, ruled)
    outside = _without(outside, taken)
    written = printed_lines(outside)
    level = in_order(written)
    aligned, are_parted = find_aligned(written, level, *ruled, bands=band_edges(page.fills), before=before)
    used = [glyph for found in aligned for glyph in found.glyphs]
    rest = printed_lines(_without(outside, used)) if used else written
    placed: list[tuple[float, Block]] = []
    if grids or aligned:
        tables += [found.table for found in aligned]
        placed += [(table.top, _page_table(page, number, table)) for table in tables]
        level = in_order(rest) if used else level
        ordered = in_columns(level) if len(level) < len(rest) or are_parted else ((line[0][2], line) for line in level)
        placed += [(top, one) for top, line in ordered for one in _paragraphs(page, number, [line])]
    else:
        rest = rejoined(rest)
        rest = [line for _, line in in_columns(rest)] if are_parted else rest
        placed += [(0.0, one) for one in _paragraphs(page, number, rest, is_indented=True)]
    placed.sort(key=lambda item: item[0])
    return [*(block for _, block in placed), *_paragraphs(page, number, [folio]), *_otherwise(page, number)]


def _without(glyphs: list[Glyph], taken: Sequence[Glyph]) -> list[Glyph]:
    """The characters that are not among those ``taken``."""
    own = set(map(id, taken))
    return [glyph for glyph in glyphs if id(glyph) not in own] if own else glyphs


def _page_table(page: Page, number: int, table: RuledTable) -> PageTable:
    """A table of page ``number``, its lines as they are displayed."""
    for cells in table.rows:
        for cell in cells:
            if page.cut:
                cell.notices = (*cell.notices, *_cut(page, cell.lines))
            if page.halved:
                cell.halved = [_halved(page, line) for line in cell.lines]
            if cell.text[:1] == "#" and len(cell.text) >= _FEWEST_SIGNS and not cell.text.strip("#"):
                cell.notices = (*cell.notices, _NARROW)
            if page.turns:
                cell.lines = [page.displayed(*line[:4]) for line in cell.lines]
    return PageTable(number, table, page.width)


def _cut(page: Page, lines: Iterable[Box]) -> Sequence[Notice]:
    """What is said of a text of which the page shows but a part; ``lines`` are the boxes of its lines."""
    return _CUT if holds_middle(lines, page.cut) else ()


def _halved(page: Page, line: Box) -> Sides:
    """Which ends of a line are parts of a character that the edge of a page cuts."""
    own = [glyph for glyph in page.halved if holds_middle([line], [glyph])]
    return any(glyph[1] <= line.x0 for glyph in own), any(glyph[3] >= line.x1 for glyph in own)


def _otherwise(page: Page, number: int) -> Iterator[Paragraph]:
    """What stands on a page otherwise than upright and in no cell."""
    yield from (replace(one, is_mark=True) for one in _paragraphs(page, number, printed_lines(page.slanted)))
    for turns, written in page.sideways.items():
        for line in turned_lines(written, turns):
            if line.text:
                yield Paragraph(number, line.text, page.displayed(*turned_back(line.inked_box, turns)))


def _paragraphs(page: Page, number: int, lines: Iterable[TextLine], is_indented: bool = False) -> list[Paragraph]:
    """The lines that print anything; indents, which tell projects from units, as spaces."""
    printed = [(line.text, line.inked_box) for line in lines if line.text]
    left = min((box[0] for _, box in printed), default=0.0)
    paragraphs = []
    for text, (x0, y0, x1, y1) in printed:
        depth = (x0 - left) / (y1 - y0)
        indent = " " * round(2 * depth) if is_indented and _INDENTS[0] < depth < _INDENTS[1] else ""
        line, box = Box(x0, y0, x1, y1), page.displayed(x0, y0, x1, y1)
        halved = _halved(page, line) if page.halved else (False, False)
        paragraphs.append(Paragraph(number, indent + text, box, notices=_cut(page, [line]), halved=halved))
    return paragraphs
