"""HTML pages: paragraphs and tables in their order, without scripts, styles and what only leads to other pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import takewhile

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.html.named import attachments, pictures, title_of
from ingest.readers.html.spans import are_over_groups, columns_of
from ingest.readers.html.spans import rows_of as rows_covered
from ingest.readers.html.text import CONTROLS, NOT_READ, Seen, Text, gather, pictured, whole_text
from ingest.readers.tables import WIDEST, Spanned, rows_of, spread
from ingest.readers.text.encodings import without_mark
from ingest.readers.word.texts import not_printed
from ingest.source.blocks import Cell, Notice, Row, Source, assemble

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*+=\s*+[\"']?\s*+([\w-]+)", re.IGNORECASE)
_LOOKED_AT = 4096
_LOST = "\ufffd"
_MOST_LOST = 1000  # one character in so many
_ORDER = {"caption": -2, "thead": -1, "tfoot": 1}  # where the groups of a table stand, wherever they are written


def read_html(data: bytes, file_name: str) -> Source:
    """An HTML page as a `Source`; text that is mostly links is left out, what is hidden is not read.

    Raises DocumentRejected (``encoding``, ``damaged``, ``hidden``).
    """
    root, encoding = parse_page(data)
    source = assemble(file_name, sha256(data).hexdigest(), "html", encoding, page_rows(root))
    linked, shown = (tuple(dict.fromkeys(names(root))) for names in (attachments, pictures))
    return replace(source, attachments=linked, pictures=shown, called=title_of(root))


def parse_page(data: bytes) -> tuple[etree._Element, str]:
    """The root of a page and its encoding. Raises DocumentRejected (``encoding``, ``damaged``)."""
    text, encoding = _decode(data)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentRejected("damaged", f"the page cannot be read: {error}") from error
    fatal = next((entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL), None)
    if root is None or fatal is not None:  # the parser stopped in the middle: too deep, too long a text
        raise DocumentRejected("damaged", f"the page cannot be read to its end: {fatal or 'it is empty'}")
    return root, encoding


def page_rows(root: etree._Element, number: int = 1) -> list[Row]:
    """The paragraphs and rows of tables of a page, as of page ``number``. Raises DocumentRejected (``hidden``)."""
    page = _Page(root, number)
    page.walk(root)
    page.close()
    is_shown = any(len(row.cells) > 1 for row in page.rows) or any(attachments(root))
    if page.hidden_tables and not is_shown:
        message = "the page hides its tables until somebody clicks: save what it then shows and publish that"
        raise DocumentRejected("hidden", message, expected="a page that shows its tables")
    return page.rows


def _decode(data: bytes) -> tuple[str, str]:
    """The characters of a page: by its byte order mark, else as UTF-8, as declared or GB18030, whichever fits best.

    A page may hold some damaged characters, where a site cut a text between two bytes; they become U+FFFD.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is None and (wide := without_mark(data)) is not None:
        return wide
    declared = _DECLARED.search(data[:_LOOKED_AT])
    is_big5 = declared is not None and declared[1].lower().startswith(b"big5")
    candidates = [marked] if marked else ["utf-8", *(["big5"] if is_big5 else []), "gb18030"]
    texts = [(data.decode(encoding, errors="replace"), encoding) for encoding in candidates]
    text, encoding = min(texts, key=lambda found: found[0].count(_LOST))
    if text.count(_LOST) * _MOST_LOST > len(text):
        raise DocumentRejected("encoding", "the characters cannot be decoded", expected="UTF-8, UTF-16, GB18030, Big5")
    return text, "utf-8" if encoding == "utf-8-sig" else encoding


class _Page:
    """Walks a page; the depth of its elements is bounded by the parser."""

    def __init__(self, root: etree._Element, number: int) -> None:
        self.rows: list[Row] = []
        self.hidden_tables = 0
        self._number = number
        self._seen = Seen(root)
        self._open = Text()

    def walk(self, element: etree._Element, is_linked: bool = False, font: str = "") -> None:
        """Read an element and what is below it, as paragraphs and tables."""
        name = element.tag if isinstance(element.tag, str) else ""
        if name in NOT_READ or name in CONTROLS:
            return
        if self._seen.is_hidden(element):
            self.hidden_tables += sum(len(table.findall(".//tr")) > 1 for table in element.iter("table"))
            return
        if self._seen.role(element) == "table":
            self.close()
            self.table(element)
            return
        is_block = self._seen.is_block(element)
        if is_block:
            self.close()
        is_linked = is_linked or (name == "a" and bool(element.get("href")))
        font = self._seen.font(element, font)
        is_raised, is_kept = self._seen.is_raised(element), self._seen.look(element).is_kept
        self._open.add(self._seen.before(element) + pictured(element), is_linked)
        self._open.add(element.text, is_linked, font, is_raised, is_kept)
        for child in element:
            self.walk(child, is_linked, font)
            self._open.add(child.tail, is_linked, font, is_raised, is_kept)
        self._open.add(self._seen.behind(element), is_linked)
        if is_block:
            self.close()

    def close(self) -> None:
        """End a paragraph; one that leads elsewhere is dropped."""
        text, self._open = self._open, Text()
        if (printed := text.text()) and not text.is_linked():  # the lines of a text that keeps its own, by tabs
            lines = (line.strip("\t") for line in printed.split("\n"))
            self.rows += (Row(self._number, tuple(map(Cell, line.split("\t")))) for line in lines if line.strip())

    def table(self, table: etree._Element) -> None:
        """The rows of a table; the tables in the cells of a row follow in its place, those of one column are text."""
        plain: list[list[tuple[Spanned, Text]]] = []
        left_out: list[str] = []
        holds_rows, hidden = False, frozenset(self._hidden_columns(table))
        spans: list[int] = []  # the rows that each cell above still covers
        parts = [(part, list(self._cells(part))) for part in self._parts(table)]
        is_over_groups = are_over_groups([own for part, own in parts if part.tag == "tr"])
        for part, own in parts:
            if self._seen.is_hidden(part):
                left_out.append(whole_text(part))
                continue
            cells = []
            for column, cell in enumerate(own):
                if self._seen.look(cell).is_removed or column in hidden:
                    left_out.append(whole_text(cell))
                else:
                    cells.append(cell)
            is_frame = len(cells) == 1 and columns_of(cells[0]) == 1 and not spans
            spans = [left - 1 for left in (*spans, *(rows_covered(cell, is_over_groups) for cell in cells)) if left > 1]
            is_row = self._seen.role(part) == "row"
            if is_row and not is_frame and not any(self._holds_tables(cell) for cell in cells):
                plain.append([self._cell(cell, is_over_groups) for cell in cells])
                holds_rows = holds_rows or len(cells) > 1
                if cells:
                    plain[-1][0][1].unprinted[:0] = left_out
                    left_out = []
                continue
            self._end(plain)
            plain = []
            self._walk_cells(cells if is_row else [part], holds_rows)
        if plain and plain[-1]:
            plain[-1][-1][1].unprinted += left_out
        self._end(plain)

    def _hidden_columns(self, table: etree._Element) -> Iterator[int]:
        """The columns that a table hides as Excel saves them; none where cells span, which would shift them."""
        columns = [found for found in table.iter("col") if next(found.iterancestors("table"), None) is table]
        hidden = {found for found in columns if self._seen.look(found).is_hidden}
        if not hidden or any(cell.get("colspan") or cell.get("rowspan") for cell in table.iter("td", "th")):
            return
        at = 0
        for column in columns:
            span = min(columns_of(column, "span"), WIDEST)
            yield from range(at, at + span) if column in hidden else ()
            at += span

    def _walk_cells(self, cells: Sequence[etree._Element], is_below_rows: bool) -> None:
        """Read what stands in the cells of a frame; below rows tables side by side are each in its own columns."""
        is_beside = is_below_rows and sum(map(self._holds_tables, cells)) > 1
        column = 0
        for cell in cells:
            first = len(self.rows)
            self._walk_inside(cell)
            self.close()
            if column:
                self.rows[first:] = (_moved(row, column) for row in self.rows[first:])
            column += columns_of(cell) if is_beside else 0

    def _walk_inside(self, cell: etree._Element) -> None:
        if self._seen.is_hidden(cell):
            return
        self._open.add(cell.text, False)
        for child in cell:
            self.walk(child)
            self._open.add(child.tail, False)

    def _end(self, plain: list[list[tuple[Spanned, Text]]]) -> None:
        """Add the rows of a table, unless most of its filled cells lead elsewhere."""
        filled = [text for cells in plain for cell, text in cells if cell.text]
        if 2 * sum(text.is_linked() for text in filled) > len(filled):
            return
        notices: dict[tuple[int, int], Sequence[Notice]] = {}
        for row, cells in enumerate(plain):
            told = [text for _, text in cells if text.unprinted]
            at = next((column for column, (_, text) in enumerate(cells) if text.unprinted and text.text()), 0)
            if said := not_printed([one for text in told for one in text.unprinted]):
                notices[row, at] = said
        self.rows += rows_of(spread([cell for cell, _ in cells] for cells in plain), self._number, notices)

    def _parts(self, table: etree._Element) -> Iterator[etree._Element]:
        """The captions and rows of a table, without those of the tables in it; cells without a row are one."""
        for child in sorted(table, key=lambda part: _ORDER.get(str(part.tag), 0)):
            role = self._seen.role(child) if child.getparent() is table else ""
            if role == "cell":
                yield self._row_around(child)
            elif role in ("row", "caption", "table"):
                yield child
            elif child.getparent() is table and child.tag not in NOT_READ and isinstance(child.tag, str):
                yield from self._parts(child)

    def _row_around(self, cell: etree._Element) -> etree._Element:
        """A row put around a cell and those that follow it, as browsers do."""
        row = etree.Element("tr")
        cell.addprevious(row)
        following = list(takewhile(lambda other: self._seen.role(other) == "cell", cell.itersiblings()))
        row.extend([cell, *following])
        return row

    def _cells(self, row: etree._Element) -> Iterator[etree._Element]:
        """The cells of a row."""
        for child in row:
            role = self._seen.role(child)
            if role == "cell":
                yield child
            elif not role and isinstance(child.tag, str):
                yield from self._cells(child)

    def _holds_tables(self, cell: etree._Element) -> bool:
        """True where tables stand in a cell that are more than a column of texts."""
        tables = [inner for inner in cell.iterdescendants() if self._seen.role(inner) == "table"] if len(cell) else []
        rows = [part for table in tables for part in self._parts(table)]
        return len(tables) > 1 or any(len(list(self._cells(row))) > 1 for row in rows)

    def _cell(self, cell: etree._Element, is_over_groups: bool) -> tuple[Spanned, Text]:
        """A cell with its breaks."""
        gather(cell, text := Text(), self._seen)
        return Spanned(text.text(), rows_covered(cell, is_over_groups), columns_of(cell)), text


def _moved(row: Row, columns: int) -> Row:
    """A row of a table so many columns further to the right; a paragraph as it is."""
    return row if len(row.cells) < 2 else row._replace(cells=[*[Cell("")] * min(columns, WIDEST), *row.cells])
