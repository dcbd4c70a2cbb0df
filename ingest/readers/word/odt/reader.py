"""OpenDocument texts: paragraphs, lists and tables in their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import open_package, parse_part, parse_xml
from ingest.readers.tables import WIDEST, rows_of, with_tabbed
from ingest.readers.word.beside import BESIDE_IT, BOX
from ingest.readers.word.odt.styles import Styles
from ingest.readers.word.odt.texts import NOT_READ, Texts, columns_of, floats, running_heads, text_boxes
from ingest.readers.word.xml import name_of, nearest, value
from ingest.source.beside import with_beside
from ingest.source.blocks import Cell, Notice, Row, Source, assemble

_CELLS = ("table-cell", "covered-table-cell")
_PARAGRAPHS = ("p", "h")
_GROUPS = ("table-header-rows", "table-rows", "table-row-group")
_MOST_REPEATED = 1000
_DEEPEST_TABLE = 8


def read_odt(data: bytes, file_name: str) -> Source:
    """An OpenDocument text as a `Source`: what is seen of it, text boxes behind their paragraph.

    Raises DocumentRejected (``damaged``, ``too_large``, ``encrypted``, ``unsafe_xml``, ``too_wide``).
    """
    with open_package(data) as package:
        names = set(package.namelist())
        if "META-INF/manifest.xml" in names:
            manifest = parse_part(package, "META-INF/manifest.xml")
            if next(manifest.iter("{*}encryption-data"), None) is not None:
                raise DocumentRejected("encrypted", "the file is protected by a password: publish it without one")
        content = parse_part(package, "content.xml")
        common = [parse_part(package, "styles.xml")] if "styles.xml" in names else []
    return _read(content, [content, *common], data, file_name)


def read_flat_odt(data: bytes, file_name: str) -> Source:
    """As `read_odt`, of a document that is one XML file."""
    root = parse_xml(data)
    return _read(root, [root], data, file_name)


def _read(content: etree._Element, styles: Sequence[etree._Element], data: bytes, file_name: str) -> Source:
    body = _Body(Texts(content, Styles(styles)))
    rows = [
        row for text in content.iter("{*}body") for own in nearest(text, "text") for row in with_tabbed(body.rows(own))
    ]
    if not any(row.cells for row in rows) and next(content.iter("{*}image"), None) is not None:
        message = "the document holds pictures and no text"
        raise DocumentRejected("no_text_layer", message, expected="text, or the pictures as files of their own")
    found, told = with_beside(BESIDE_IT, [*running_heads(styles), *body.texts.notes.lines], rows)
    source = assemble(file_name, sha256(data).hexdigest(), "odt", "utf-8", found)
    return replace(source, notices=(*source.notices, *body.texts.unprinted(), *told))


class _Body:
    """Walks the body of a document."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._floating: list[etree._Element] = []

    def rows(self, container: Iterable[etree._Element]) -> Iterator[Row]:
        """The rows of the paragraphs, lists and tables below an element, in order."""
        for found in container:
            name = name_of(found)
            if name in _PARAGRAPHS:
                yield from self.paragraph(found, "")
            elif name == "list":
                for mark, inner in self.texts.list_items(found):
                    yield from self.paragraph(inner, mark) if name_of(inner) in _PARAGRAPHS else self.rows([inner])
            elif name == "table":
                yield from self.table(found)
            elif name == "section" and value(found, "display") == "none":
                self.texts.set_aside(found)
            elif name not in NOT_READ:
                yield from self.rows(found)

    def paragraph(self, paragraph: etree._Element, mark: str) -> Iterator[Row]:
        """A row of one cell, then the rows of the text boxes anchored in it."""
        text = self.texts.paragraph(paragraph, mark)
        yield Row(self.texts.page, (Cell(text, notices=self.texts.unprinted()),) if text.strip() else ())
        for box in text_boxes(paragraph):
            yield from self.rows(box)

    def table(self, table: etree._Element) -> Iterator[Row]:
        """The rows of a table; one of a single column is a frame around what stands in it."""
        rows = list(_rows(table))
        if all(len(_cells(row)) == 1 for row in rows):
            for row in rows:
                if not self._is_hidden(row):
                    yield from (inner for inner in self.rows(_cells(row)[0]) if inner.cells)
            return
        page = self.texts.page
        texts: list[list[str]] = []
        notices: dict[tuple[int, int], Sequence[Notice]] = {}
        self._add(rows, 0, texts, notices, 1)
        yield from rows_of(texts, page, notices)

    def _add(
        self,
        rows: Sequence[etree._Element],
        first: int,
        texts: list[list[str]],
        notices: dict[tuple[int, int], Sequence[Notice]],
        depth: int,
    ) -> None:
        """Add rows whose first cell stands in column ``first``; those of wide nested tables follow."""
        for row in rows:
            if self._is_hidden(row):
                continue
            own = [""] * first
            nested: list[tuple[int, etree._Element]] = []
            for cell in _cells(row):
                repeated = columns_of(cell, "number-columns-repeated")
                text = self._cell(cell) if name_of(cell) == "table-cell" else ""
                if said := self.texts.unprinted():
                    notices[len(texts), min(len(own), WIDEST - 1)] = said
                if len(own) + (repeated if text.strip() else 1) > WIDEST:
                    if text.strip():
                        message = "a table is wider than any form"
                        raise DocumentRejected("too_wide", message, expected=f"{WIDEST} columns")
                    break
                nested += ((len(own), table) for table in nearest(cell, "table", NOT_READ) if not _is_column(table))
                own += [text] * min(repeated, WIDEST - len(own))
            times = columns_of(row, "number-rows-repeated")
            texts += [own] * min(times, _MOST_REPEATED if any(own) else 1)
            for column, table in nested if depth < _DEEPEST_TABLE else ():
                self._add(list(_rows(table)), column, texts, notices, depth + 1)

    def _is_hidden(self, row: etree._Element) -> bool:
        """True for a row that is not shown; its text is set aside."""
        if value(row, "visibility") in ("collapse", "filter"):
            self.texts.set_aside(row)
            return True
        return False

    def _cell(self, cell: etree._Element) -> str:
        """The text of a cell, or that of the boxes that float over it where it has none; else they are said."""
        text = "\n".join(self._texts(cell))
        said: list[str] = []
        while self._floating:
            said.append("\n".join(self._texts(self._floating.pop(0))).strip())
        if not text.strip():
            return "\n".join(said) if said else text
        self.texts.notes.add(BOX, said)
        return text

    def _texts(self, cell: etree._Element) -> Iterator[str]:
        """The paragraphs of a cell, those of lists, text boxes and tables of one column in their place.

        Boxes that float are set aside.
        """
        for found in cell:
            name = name_of(found)
            if name in _PARAGRAPHS:
                yield self.texts.paragraph(found)
                for box in text_boxes(found):
                    if floats(box):
                        self._floating.append(box)
                    else:
                        yield from self._texts(box)
            elif name == "list":
                for mark, inner in self.texts.list_items(found):
                    if name_of(inner) in _PARAGRAPHS:
                        yield self.texts.paragraph(inner, mark)
            elif name == "table":
                for row in _rows(found) if _is_column(found) else ():
                    yield from (text for own in _cells(row) for text in self._texts(own))
            elif name not in NOT_READ:
                yield from self._texts(found)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for found in table:
        if name_of(found) == "table-row":
            yield found
        elif name_of(found) in _GROUPS:
            yield from _rows(found)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [found for found in row if name_of(found) in _CELLS]


def _is_column(table: etree._Element) -> bool:
    """True for a table with one cell a row."""
    return all(len(_cells(row)) == 1 for row in _rows(table))
