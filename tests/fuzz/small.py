"""The smallest files of every reader, and number formats: of their like far more are tried in the same time."""

from tests.drawing.render_odt import packed_odt
from tests.unit.office_files.of_excel import EXCEL
from tests.unit.office_files.of_pdf import PDF
from tests.unit.office_files.of_web import WEB
from tests.unit.office_files.of_word import WORD
from tests.unit.test_conditional_formats import EXAMPLE as CONDITIONAL
from tests.unit.test_html import PAGE, mail
from tests.unit.test_number_format import MOMENTS, NUMBERS, OTHERS
from tests.unit.test_ods import EXAMPLE as STYLED
from tests.unit.test_odt import cell, paragraph, table
from tests.unit.test_ofd import TABLE, ofd
from tests.unit.test_pdf import hello, printed
from tests.unit.test_pdf_striped import ROWS
from tests.unit.test_pdf_striped import listed as striped
from tests.unit.test_sheets import WRITERS, grid_of
from tests.unit.test_word import LEVELS, document, flat, looking, numbered, of_2003

_ROWS = [["项目", "金额"], ["甲", "12.50"]]
_WORDS = numbered("一") + looking("二", "<w:vanish/>") + numbered("三", 2)

FILES: dict[str, bytes] = {
    **{kind: write([grid_of(_ROWS)]) for kind, write in WRITERS.items()},
    "ofd": ofd(TABLE),
    "odt": packed_odt(table(cell("项目") + cell("金额")) + paragraph("甲")),
    "docx": document(_WORDS, "", LEVELS.format("decimal", "%1.", "tab")),
    "docx of 2003": of_2003(_WORDS),
    "flat docx": flat({"/word/document.xml": of_2003(_WORDS).partition(b"?>")[2].partition(b"?>")[2].decode()}),
    "html": PAGE.encode(),
    "mhtml": mail(("a", "8bit", PAGE)),
    "pdf": printed(hello),
    "striped pdf": printed(striped(ROWS, [(0, 3), (3, 5)])),
    "conditional xlsx": CONDITIONAL,
    "styled ods": STYLED,
    **{name: made.data for own in (WORD, EXCEL, PDF, WEB) for name, made in own.items()},
    **{f"text parted by {sign}": "\n".join(sign.join(row) for row in _ROWS * 3).encode() for sign in ",;\t"},
}
"""By kind, a file with a table of two rows or a few words."""

FORMATS = [f"{value}\n{code}" for value, code, _ in (*NUMBERS, *MOMENTS, *OTHERS)]
"""A value and its number format, a line each."""
