"""HTML pages: paragraphs and tables in their order, without scripts, styles and what only leads to other pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from urllib.parse import unquote, urlsplit

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.tables import Spanned, rows_of, spread
from ingest.source.blocks import Cell, Row, Source, assemble

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*+=\s*+[\"']?\s*+([\w-]+)", re.IGNORECASE)
_LOOKED_AT = 4096
_LOST = "\ufffd"
_MOST_LOST = 1000  # one character in so many

_NOT_READ = {
    *("head", "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "map"),
    *("nav", "footer", "aside", "select", "button", "textarea", "datalist", "dialog"),
}
_BLOCKS = {
    *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre"),
    *("section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar|7z)$", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read_html(data: bytes, file_name: str) -> Source:
    """An HTML page as a `Source`; text that is mostly links is left out.

    Raises DocumentRejected (``encoding``, ``damaged``).
    """
    text, encoding = _decode(data)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentRejected("damaged", f"the page cannot be read: {error}") from error
    fatal = next((entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL), None)
    if root is None or fatal is not None:  # the parser stopped in the middle: too deep, too long a text
        raise DocumentRejected("damaged", f"the page cannot be read to its end: {fatal or 'it is empty'}")
    page = _Page()
    page.walk(root)
    source = assemble(file_name, sha256(data).hexdigest(), "html", encoding, page.rows)
    return replace(source, attachments=tuple(dict.fromkeys(_attachments(root))))


def _attachments(root: etree._Element) -> Iterator[str]:
    """The files that a page links to, by the text of the link, else by their own name."""
    for link in root.iter("a"):
        text = _SPACE.sub(" ", "".join(link.itertext())).strip()
        target = unquote(urlsplit(link.get("href") or "").path.rpartition("/")[2])
        name = next((name for name in (text, target) if _FILE.search(name)), None)
        if name is not None:
            yield name


def _decode(data: bytes) -> tuple[str, str]:
    """The characters of a page: by its byte order mark, else as UTF-8, as declared or GB18030, whichever fits best.

    A page may hold some damaged characters, where a site cut a text between two bytes; they become U+FFFD.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _DECLARED.search(data[:_LOOKED_AT])
    is_big5 = declared is not None and declared[1].lower().startswith(b"big5")
    candidates = [marked] if marked else ["utf-8", *(["big5"] if is_big5 else []), "gb18030"]
    texts = [(data.decode(encoding, errors="replace"), encoding) for encoding in candidates]
    text, encoding = min(texts, key=lambda found: found[0].count(_LOST))
    if text.count(_LOST) * _MOST_LOST > len(text):
        raise DocumentRejected("encoding", "the characters cannot be decoded", expected="UTF-8, UTF-16, GB18030, Big5")
    return text, "utf-8" if encoding == "utf-8-sig" else encoding


class _Text:
    """A text being gathered, and how much of it leads elsewhere."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0

    def add(self, text: str | None, is_linked: bool) -> None:
        folded = _SPACE.sub(" ", text or "")
        self.pieces.append(folded)
        self.linked += len(folded.strip()) if is_linked else 0

    def text(self) -> str:
        """The text, its lines without white space around."""
        return "\n".join(line for piece in "".join(self.pieces).split("\n") if (line := piece.strip(" ")))

    def is_linked(self) -> bool:
        """True where more than half of the text is links."""
        return 2 * self.linked > len(self.text())


class _Page:
    """Walks a page; the depth of its elements is bounded by the parser."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._open = _Text()

    def walk(self, element: etree._Element, is_linked: bool = False) -> None:
        """Read an element and what is below it, as paragraphs and tables."""
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _NOT_READ or _is_hidden(element):
            return
        if name == "table":
            self.close()
            self.table(element)
            return
        if name in _BLOCKS or name == "br":
            self.close()
        is_linked = is_linked or (name == "a" and bool(element.get("href")))
        self._open.add(element.text, is_linked)
        for child in element:
            self.walk(child, is_linked)
            self._open.add(child.tail, is_linked)
        if name in _BLOCKS:
            self.close()

    def close(self) -> None:
        """End a paragraph; one that leads elsewhere is dropped."""
        text, self._open = self._open, _Text()
        if text.text() and not text.is_linked():
            self.rows.append(Row(1, (Cell(text.text()),)))

    def table(self, table: etree._Element) -> None:
        """The rows of a table; the tables in the cells of a row follow in its place."""
        plain: list[list[tuple[Spanned, int]]] = []
        for part in _parts(table):
            cells = [cell for cell in part if cell.tag in ("td", "th") and not _is_hidden(cell)]
            is_frame = len(cells) == 1 and _span(cells[0], "colspan") == 1
            if part.tag == "tr" and not is_frame and not any(cell.find(".//table") is not None for cell in cells):
                plain.append([_cell(cell) for cell in cells])
                continue
            self._end(plain)
            plain = []
            for block in cells if part.tag == "tr" else [part]:
                self.walk(block)
                self.close()
        self._end(plain)

    def _end(self, plain: list[list[tuple[Spanned, int]]]) -> None:
        linked = sum(linked for cells in plain for _, linked in cells)
        if 2 * linked <= sum(len(cell.text) for cells in plain for cell, _ in cells):
            self.rows += rows_of(spread([cell for cell, _ in cells] for cells in plain), page=1)


def _parts(table: etree._Element) -> Iterator[etree._Element]:
    """The captions and rows of a table, without those of the tables in it."""
    for child in table:
        if child.tag in ("tr", "caption"):
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _parts(child)


def _cell(cell: etree._Element) -> tuple[Spanned, int]:
    """A cell with its breaks, and how many of its characters are links."""
    text = _Text()
    _gather(cell, text, is_linked=False)
    return Spanned(text.text(), _span(cell, "rowspan"), _span(cell, "colspan")), text.linked


def _gather(element: etree._Element, text: _Text, is_linked: bool) -> None:
    name = element.tag if isinstance(element.tag, str) else ""
    if name in _NOT_READ or _is_hidden(element):
        return
    if name in _BLOCKS or name == "br":
        text.pieces.append("\n")
    is_linked = is_linked or (name == "a" and bool(element.get("href")))
    text.add(element.text, is_linked)
    for child in element:
        _gather(child, text, is_linked)
        text.add(child.tail, is_linked)
    if name in _BLOCKS:
        text.pieces.append("\n")


def _span(cell: etree._Element, attribute: str) -> int:
    printed = re.match(r"\s*(\d{1,5})", cell.get(attribute) or "")
    return max(int(printed[1]), 1) if printed else 1


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
