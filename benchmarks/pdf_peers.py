"""What each reader of PDF finds: cells by page, table, row and column."""

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import camelot
import pdfplumber
import pymupdf
import pypdfium2

from ingest.readers.pdf.page import read_page
from ingest.readers.pdf.reader import PageTable, read_blocks

CellKey = tuple[int, int, int, int, str]
"""Page from 1, table, row and column from 0, and the text without white space."""
_BY_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def squash(text: str | None) -> str:
    """A text without white space."""
    return "".join((text or "").split())


def ours(data: bytes) -> Iterator[CellKey]:
    """The cells that our reader finds, page by page, before it joins pages."""
    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        raw = document[index]
        blocks = read_blocks(read_page(raw.raw), index + 1)
        for order, block in enumerate(block for block in blocks if isinstance(block, PageTable)):
            for row, cells in enumerate(block.table.rows):
                for cell in cells:
                    if cell.text:
                        yield index + 1, order, row, cell.column, squash(cell.text)
        raw.close()
    document.close()


def by_pdfplumber(data: bytes) -> Iterator[CellKey]:
    """The cells that pdfplumber finds with its own settings; by its text where it finds no table by rules."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number, page in enumerate(document.pages, start=1):
            found = page.extract_tables() or page.extract_tables(_BY_TEXT)
            for order, table in enumerate(found):
                yield from _filled(number, order, table)
            page.close()


def by_camelot(data: bytes) -> Iterator[CellKey]:
    """The cells that camelot finds from ruled lines (lattice), pages drawn by pdfium; by text (stream) where none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "benchmark.pdf"
        path.write_bytes(data)
        tables = camelot.read_pdf(str(path), pages="all", flavor="lattice", backend="pdfium", suppress_stdout=True)
        for table in tables or camelot.read_pdf(str(path), pages="all", flavor="stream", suppress_stdout=True):
            yield from _filled(int(table.page), int(table.order) - 1, table.df.values.tolist())


def by_pymupdf(data: bytes) -> Iterator[CellKey]:
    """The cells that PyMuPDF finds with its own settings; by its text where it finds no table by rules."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for number, page in enumerate(document, start=1):
            found = page.find_tables().tables or page.find_tables(strategy="text").tables
            for order, table in enumerate(found):
                yield from _filled(number, order, table.extract())


def _filled(page: int, order: int, rows: list[list[str | None]]) -> Iterator[CellKey]:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if squash(cell):
                yield page, order, row, column, squash(cell)


READERS: dict[str, Callable[[bytes], Iterator[CellKey]]] = {
    "jixiao": ours,
    "pdfplumber": by_pdfplumber,
    "camelot": by_camelot,
    "PyMuPDF": by_pymupdf,
}
