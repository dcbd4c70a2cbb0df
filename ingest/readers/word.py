"""Word documents (.docx): paragraphs and tables in the order of the body."""

from collections.abc import Iterator
from hashlib import sha256

from lxml import etree

from ingest.readers.package import open_package, parse_part
from ingest.readers.tables import Spanned, rows_of, spread
from ingest.source.blocks import Cell, Row, Source, assemble

# Deleted or moved text, field codes, and the second copy of what the first alternative already holds.
_NOT_READ = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
_PAGE_BREAK = "lastRenderedPageBreak"


def read_word(data: bytes, file_name: str) -> Source:
    """A Word document as a `Source`: tracked deletions left out, insertions kept, text boxes behind their paragraph.

    Pages are those Word saw when it saved the file. Raises DocumentRejected (``damaged``,
    ``too_large``, ``unsafe_xml``).
    """
    with open_package(data) as package:
        root = parse_part(package, "word/document.xml")
    return assemble(file_name, sha256(data).hexdigest(), "docx", "utf-8", _Body().rows(root))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """An attribute of the element in whatever edition of the namespace; None where either is missing."""
    if element is None:
        return None
    return next((str(v) for key, v in element.attrib.items() if etree.QName(key).localname == attribute), None)


def _child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The descendant along ``path`` of local names; None where there is none."""
    for wanted in path:
        element = next((child for child in element if _name(child) == wanted), None) if element is not None else None
    return element


class _Body:
    """Walks a document and counts its pages."""

    def __init__(self) -> None:
        self.page = 1

    def rows(self, container: etree._Element) -> Iterator[Row]:
        """The rows of the paragraphs and tables below an element, in order."""
        for child in container:
            name = _name(child)
            if name == "p":
                yield from self.paragraph(child)
            elif name == "tbl":
                yield from self.table(child)
            elif name not in _NOT_READ:
                yield from self.rows(child)

    def paragraph(self, paragraph: etree._Element) -> Iterator[Row]:
        """A row of one cell, then the rows of the text boxes anchored in it."""
        text = self.text(paragraph)
        yield Row(self.page, (Cell(text),) if text.strip() else ())
        for box in _boxes(paragraph):
            yield from self.rows(box)

    def text(self, element: etree._Element) -> str:
        """The printed text below an element, without text boxes."""
        pieces: list[str] = []
        for child in element:
            name = _name(child)
            if name == "t":
                pieces.append(child.text or "")
            elif name == _PAGE_BREAK:
                self.page += 1
            elif name in _BREAKS:
                pieces.append(_BREAKS[name])
            elif name not in _NOT_READ and name != "txbxContent":
                pieces.append(self.text(child))
        return "".join(pieces)

    def table(self, table: etree._Element) -> Iterator[Row]:
        """The rows of a table.

        A table of one column in a cell is text of the cell; the rows of a wider one follow the row that it stands in.
        """
        plain: list[list[Spanned]] = []
        page = self.page
        for row in _below(table, "tr"):
            cells = list(_below(row, "tc"))
            if _child(row, "trPr", "del") is not None:
                continue
            if len(cells) == 1 and _columns(cells[0]) == 1:
                yield from rows_of(spread(plain), page)
                plain, page = [], self.page
                yield from (inner for inner in self.rows(cells[0]) if inner.cells)
                continue
            before = int(_value(_child(row, "trPr", "gridBefore")) or 0)
            plain.append([Spanned("") for _ in range(min(before, len(table)))] + [self.cell(cell) for cell in cells])
            nested = [inner for cell in cells for inner in _below(cell, "tbl") if not _is_column(inner)]
            if nested:
                yield from rows_of(spread(plain), page)
                plain, page = [], self.page
                for inner in nested:
                    yield from self.table(inner)
        yield from rows_of(spread(plain), page)

    def cell(self, cell: etree._Element) -> Spanned:
        """A cell of a row; blank where it goes on from the cell above."""
        text = "\n".join(self._texts(cell))
        merged = _child(cell, "tcPr", "vMerge")
        is_covered = merged is not None and _value(merged) != "restart"
        return Spanned("" if is_covered else text, columns=_columns(cell))

    def _texts(self, cell: etree._Element) -> Iterator[str]:
        """The paragraphs of a cell, those of tables of one column in it in their place."""
        for child in cell:
            name = _name(child)
            if name == "p":
                yield self.text(child)
            elif name == "tbl":
                if _is_column(child):
                    for inner in _below(child, "tr"):
                        for own in _below(inner, "tc"):
                            yield from self._texts(own)
            elif name not in _NOT_READ and name != "txbxContent":
                yield from self._texts(child)


def _is_column(table: etree._Element) -> bool:
    """True for a table with one cell a row."""
    return all(len(list(_below(row, "tc"))) == 1 for row in _below(table, "tr"))


def _below(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The nearest elements of a name below ``element``, through whatever wraps them."""
    for child in element:
        name = _name(child)
        if name == wanted:
            yield child
        elif name not in _NOT_READ and name not in ("tbl", "txbxContent"):
            yield from _below(child, wanted)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        name = _name(child)
        if name == "txbxContent":
            yield child
        elif name not in _NOT_READ:
            yield from _boxes(child)


def _columns(cell: etree._Element) -> int:
    printed = _value(_child(cell, "tcPr", "gridSpan")) or "1"
    return int(printed) if printed.isdecimal() and len(printed) < 6 else 1
