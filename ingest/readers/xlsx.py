"""Excel workbooks (.xlsx): the visible sheets in their order, a page each."""

import re
import warnings
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import from_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from ingest.errors import DocumentRejected
from ingest.readers.number_format import BUILT_IN, NO_DATE, shown
from ingest.readers.package import open_package
from ingest.readers.tables import WIDEST, Covered, rows_of, shown_rows
from ingest.source.blocks import Row, Source, assemble

_LAST_ROW = 2**20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


def read_xlsx(data: bytes, file_name: str) -> Source:
    """A workbook as a `Source`: what each cell shows, the text of merged cells once.

    Formulas show the value they had when the file was saved. Raises DocumentRejected (``damaged``, ``too_large``,
    ``encrypted``, ``unsafe_xml``).
    """
    try:
        with open_package(data) as package, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            rows = list(_rows(workbook, package))
    except DocumentRejected:
        raise
    except Exception as error:  # openpyxl raises whatever its parts meet in a damaged file
        raise DocumentRejected("damaged", f"the workbook is damaged: {type(error).__name__}: {error}") from error
    return assemble(file_name, sha256(data).hexdigest(), "xlsx", "utf-8", rows)


def _rows(workbook: Workbook, package: ZipFile) -> Iterator[Row]:
    sheets: list[Any] = [sheet for sheet in workbook.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    for page, sheet in enumerate(visible, start=1):
        covered = _covered(package.read(sheet._worksheet_path))
        yield from rows_of(shown_rows(_texts(sheet, workbook), covered), page)


def _texts(sheet: Any, workbook: Workbook) -> Iterator[list[str]]:
    blank: object = None  # stands for each of the rows that the file leaves out: there may be a million
    for cells in sheet.iter_rows(max_row=_LAST_ROW, max_col=WIDEST):
        if cells is blank:
            yield []
            continue
        texts = ["" if cell.value is None else _shown(cell, workbook) for cell in cells]
        blank = blank if any(texts) else cells
        yield texts


def _covered(sheet: bytes) -> Covered:
    """The cells that the merged ranges of a sheet's XML cover."""
    covered = Covered()
    for found in _MERGED.finditer(sheet):
        left, top, right, bottom = (edge or 0 for edge in range_boundaries(found[1].decode("ascii")))
        covered.add(top - 1, bottom, left - 1, right)
    return covered


def _shown(cell: ReadOnlyCell, workbook: Workbook) -> str:
    value: Any = cell.value
    built_in = BUILT_IN.get(cell.style_array.numFmtId)
    if built_in is not None and isinstance(value, int | float) and not isinstance(value, bool):
        try:
            value = from_excel(value, workbook.epoch)
        except (ValueError, OverflowError):
            return NO_DATE
    return shown(value, built_in or cell.number_format)
