"""Word documents: paragraphs and tables in the order of the body."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.tables import WIDEST, Spanned, rows_of, spread, with_tabbed
from ingest.readers.word.beside import BESIDE_IT, BOX, running_heads
from ingest.readers.word.chunks import chunk_rows
from ingest.readers.word.parts import Parts, flat_parts, package_parts
from ingest.readers.word.texts import Texts, floats, is_prompt, text_boxes
from ingest.readers.word.xml import child, holds, name_of, named_children, nearest, number, value
from ingest.source.beside import with_beside
from ingest.source.blocks import Cell, Notice, Row, Source, assemble

_NOT_READ = {"del", "moveFrom", "pPr", "rPr", "sectPr", "tcPr", "tblPr", "tblGrid", "trPr", "txbxContent", "binData"}
_PLAIN_ROW = {*_NOT_READ, "tbl"}
_PICTURES = {"blip", "imagedata"}
_MERGES_DOWN = {"vMerge", "vmerge"}
_MERGES = {*_MERGES_DOWN, "hMerge", "hmerge"}
_TAKEN_AWAY = {"del", "hidden"}
_DEEPEST_TABLE = 8


def read_word(data: bytes, file_name: str) -> Source:
    """A Word document (.docx) as a `Source`: what is seen of it, tracked changes accepted, boxes behind their text.

    Pages are those Word saw when it saved the file. Raises DocumentRejected (``damaged``, ``too_large``,
    ``unsafe_xml``, ``no_text_layer``).
    """
    return _read(package_parts(data), data, file_name)


def read_flat_word(data: bytes, file_name: str) -> Source:
    """A Word document saved as one XML file, by Word 2003 or later, as a `Source`. Raises as `read_word` does."""
    return _read(flat_parts(data), data, file_name)


def _read(parts: Parts, data: bytes, file_name: str) -> Source:
    body = _Body(parts)
    rows = list(with_tabbed(body.rows(_body(parts.document))))
    rows += [body.end_paragraph()] if body.begun else []
    found, told = with_beside(BESIDE_IT, [*running_heads(parts), *body.texts.notes.lines], rows)
    has_text = any(row.cells for row in rows)
    if not has_text and any(name_of(element) in _PICTURES for element in parts.document.iter()):
        message = "the document holds pictures and no text"
        raise DocumentRejected("no_text_layer", message, expected="text, or the pictures as files of their own")
    source = assemble(file_name, sha256(data).hexdigest(), "docx", "utf-8", found)
    return replace(source, notices=(*source.notices, *body.texts.unprinted(), *told))


def _body(document: etree._Element) -> etree._Element:
    """The body; what stands beside it in a file of Word 2003 are styles, lists and properties."""
    body = child(document, "body")
    return body if body is not None else document


class _Body:
    """Walks the body of a document."""

    def __init__(self, parts: Parts) -> None:
        self.texts = Texts(parts)
        self._chunks = parts.chunks
        self.begun = ""
        self._floating: list[etree._Element] = []

    def rows(self, container: etree._Element) -> Iterator[Row]:
        """The rows of the paragraphs and tables below an element, in order."""
        for found in container:
            name = name_of(found)
            if name == "p":
                yield from self.paragraph(found)
            elif name == "tbl":
                yield from self.table(found)
            elif is_prompt(found, name):
                self.texts.deleted(found)
            elif name == "altChunk":
                chunk = self._chunks.get(value(found, "id") or "")
                if chunk is None:
                    raise DocumentRejected("damaged", "a part of the document is not in the file", found="altChunk")
                yield from chunk_rows(chunk, self.texts.page)
            elif name not in _NOT_READ:
                yield from self.rows(found)

    def paragraph(self, paragraph: etree._Element) -> Iterator[Row]:
        """A row of one cell, then the rows of the text boxes anchored in it."""
        self.begun += self.texts.paragraph(paragraph)
        if not self.texts.goes_on:
            yield self.end_paragraph()
        for box in text_boxes(paragraph):
            yield from self.rows(box)

    def end_paragraph(self) -> Row:
        """The row of what was read since the last paragraph ended."""
        text, self.begun = self.begun, ""
        return Row(self.texts.page, (Cell(text, notices=self.texts.unprinted()),) if text.strip() else ())

    def table(self, table: etree._Element) -> Iterator[Row]:
        """The rows of a table; a row of one cell is no row of a table but what stands in it."""
        if self.begun:
            yield self.end_paragraph()
        part = _Part(self.texts.page)
        merging: set[int] = set()
        for row in nearest(table, "tr", _PLAIN_ROW):
            cells = list(nearest(row, "tc", _PLAIN_ROW))
            if len(cells) == 1 and _columns(named_children(child(cells[0], "tcPr"))) == 1 and not _is_deleted(row):
                yield from part.rows()
                part = _Part(self.texts.page)
                yield from (inner for inner in self.rows(cells[0]) if inner.cells)
            else:
                self.add_row(part, row, cells, merging, (), 1)
        yield from part.rows()

    def add_row(
        self,
        part: "_Part",
        row: etree._Element,
        cells: Sequence[etree._Element],
        merging: set[int],
        before: Sequence[Spanned],
        depth: int,
    ) -> None:
        """Add a row to a part of a table, behind the blank cells ``before``, then the tables nested in its cells.

        ``merging`` are the columns whose cells of the row above may go on below; those of this row take their place.

        A table of one column in a cell is text of the cell; the rows of a wider one follow in the columns from that of
        the cell on, so that the table around it goes on below.
        """
        if _is_deleted(row):
            self.texts.deleted(row)
            return
        skipped = number(value(child(row, "trPr", "gridBefore")), 0)
        own = [*before, *[Spanned("") for _ in range(min(skipped, len(cells) + part.width))]]
        nested: list[tuple[int, etree._Element]] = []
        above = frozenset(merging)
        merging.clear()
        column = sum(spanned.columns for spanned in own)
        for cell in cells:
            tables = nearest(cell, "tbl", _NOT_READ) if holds(cell, "tbl") else ()
            nested += ((column, table) for table in tables if not _is_column(table))
            properties = named_children(child(cell, "tcPr"))
            if _MERGES_DOWN & properties.keys():
                merging.add(column)
            own.append(self.cell(cell, properties, column in above))
            part.notice(column, self.texts.unprinted())
            column += own[-1].columns
        part.add(own)
        for column, table in nested if depth < _DEEPEST_TABLE else ():
            blank = [Spanned("", columns=column)] if column else []
            inside: set[int] = set()
            for inner in nearest(table, "tr", _PLAIN_ROW):
                self.add_row(part, inner, list(nearest(inner, "tc", _PLAIN_ROW)), inside, blank, depth + 1)

    def cell(self, cell: etree._Element, properties: Mapping[str, etree._Element], is_below: bool) -> Spanned:
        """A cell of a row; blank where it was deleted or goes on from the cell beside or, if ``is_below``, above."""
        columns = _columns(properties)
        going_on = {merge for merge in _MERGES & properties.keys() if value(properties[merge]) != "restart"}
        if "cellDel" in properties or going_on - _MERGES_DOWN or (going_on and is_below):
            self.texts.deleted(cell)
            return Spanned("", columns=columns)
        return Spanned(self._with_boxes("".join(self._texts(cell)).removesuffix("\n")), columns=columns)

    def _with_boxes(self, text: str) -> str:
        """The text of a cell, or that of the boxes that float over it where it has none; else they are said."""
        said: list[str] = []
        while self._floating:
            said.append("".join(self._texts(self._floating.pop(0))).strip())
        if not text.strip():
            return "\n".join(said) if said else text
        self.texts.notes.add(BOX, said)
        return text

    def _texts(self, cell: etree._Element) -> Iterator[str]:
        """The paragraphs of a cell, with the break behind each, those of boxes and one-column tables in their place.

        Boxes that float are set aside.
        """
        for found in cell:
            name = name_of(found)
            if name == "p":
                yield self.texts.paragraph(found) + ("" if self.texts.goes_on else "\n")
                for box in text_boxes(found):
                    if floats(box):
                        self._floating.append(box)
                    else:
                        yield from self._texts(box)
            elif name == "tbl":
                if _is_column(found) or name_of(cell) == "txbxContent":
                    for inner in nearest(found, "tr", _PLAIN_ROW):
                        cells = (
                            "".join(self._texts(own)).removesuffix("\n") for own in nearest(inner, "tc", _PLAIN_ROW)
                        )
                        yield " ".join(cells) + "\n"
            elif is_prompt(found, name):
                self.texts.deleted(found)
            elif name not in _NOT_READ:
                yield from self._texts(found)


class _Part:
    """The rows of a table, or of what stands of it between rows of one cell."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._table: list[list[Spanned]] = []
        self._notices: dict[tuple[int, int], Sequence[Notice]] = {}
        self.width = 1

    def notice(self, column: int, notices: Sequence[Notice]) -> None:
        """Add notices of a cell of the row that is added next."""
        if notices:
            self._notices[len(self._table), min(column, WIDEST - 1)] = notices

    def add(self, cells: list[Spanned]) -> None:
        """Add a row."""
        self._table.append(cells)
        self.width = max(self.width, len(cells))

    def rows(self) -> Iterator[Row]:
        """The rows in their true columns."""
        yield from rows_of(spread(self._table), self._page, self._notices)


def _is_deleted(row: etree._Element) -> bool:
    """True for a row that a tracked change takes away or that is hidden."""
    return not _TAKEN_AWAY.isdisjoint(named_children(child(row, "trPr")))


def _is_column(table: etree._Element) -> bool:
    """True for a table with one cell a row."""
    return all(len(list(nearest(row, "tc", _PLAIN_ROW))) == 1 for row in nearest(table, "tr", _PLAIN_ROW))


def _columns(properties: Mapping[str, etree._Element]) -> int:
    return max(number(value(properties.get("gridSpan")), 1), 1)
