"""The workbook of one department: its money, indicators, goals, totals and findings with their words."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from jixiao.export.excel.book import Book, page_title
from jixiao.export.excel.sheets import DEPARTMENTS, ORIGINAL, SHEETS
from jixiao.export.files import Exported, OpenWarehouse


@dataclass(frozen=True, slots=True)
class Department:
    """A department and where its workbook stands."""

    key: int
    name: str
    city: str
    function: str

    @property
    def file_name(self) -> str:
        """A file name safe on every system: letters, digits and ideographs; the key makes it the only one."""
        plain = unicodedata.normalize("NFC", f"{self.city}_{self.name}")
        return f"{self.key}_{re.sub(r'[^0-9A-Za-z_㐀-䶿一-鿿]+', '', plain)[:60]}.xlsx"


def departments(source: OpenWarehouse) -> list[Department]:
    """Every department of a warehouse."""
    return [Department(*row) for row in source.connection.execute(DEPARTMENTS).fetchall()]


def write(source: OpenWarehouse, path: Path, department: Department) -> Exported:
    """Write the workbook of a department. Raises OSError."""
    book = Book(source, path, department.name)
    with book:
        about = book.lines("说明")
        for sheet in SHEETS:
            lead = to_original if sheet.title == "审计疑点" else None
            book.add(sheet, [department.key], lead)
        about(
            [
                ("部门名称", department.name),
                ("城市名称", department.city),
                ("部门职能", department.function),
                ("金额", "万元, as printed; a row of sums adds only the rows that the filter shows"),
                ("核对", "A finding is a reason for review, not a conclusion; page and line lead to the original"),
                *((own.title, own.row) for own in SHEETS),
                *(("注意", note) for note in book.notes),
            ]
        )
    return book.exported()


def to_original(page: int, row: int, _: object) -> str:
    """The row of a finding's words: both sheets hold the same findings in the same order."""
    return f"internal:'{page_title(ORIGINAL, page)}'!A{row + 1}"
