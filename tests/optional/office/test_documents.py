"""Documents of older office programs say what their web page says; what cannot be read is told with its reason."""

import hashlib
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document as new_document
from docx.oxml import parse_xml

from ingest.delivery.folder import documents_in
from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.readers import read_source
from ingest.readers.office import is_installed
from ingest.sandbox.workers import read_one
from tests.drawing.draw import Limits
from tests.drawing.expected import observed
from tests.drawing.strategies import drawn_file
from tests.optional.office.made import saved_as
from tests.properties.laws import broken_laws
from tests.unit.test_readers import W, run
from tests.unit.test_word import sign

FEW = Limits(2, 3, 3)
WORD = "doc:MS Word 97"


@cache
def drawn_as(layout: str, target: str, seed: int = 1) -> bytes:
    """A drawn document, printed as a Word document and saved in another format."""
    with TemporaryDirectory() as folder:
        return saved_as(drawn_file(seed, layout, "docx", FEW).data, "docx", target, Path(folder))


def test_the_whole_extra_is_there() -> None:
    assert is_installed()


@pytest.mark.parametrize("layout", ["table", "approval"])
@pytest.mark.parametrize(("name", "target"), [("a.doc", WORD), ("a.wps", WORD), ("a.rtf", "rtf")])
def test_a_drawn_form_is_read_as_its_web_page(layout: str, name: str, target: str) -> None:
    data = drawn_as(layout, target)
    reading = read(data, name)
    page = read(drawn_file(1, layout, "html", FEW).data, "a.html")
    assert observed(reading) == observed(page) == drawn_file(1, layout, "docx", FEW).truth
    assert broken_laws(reading) == []
    document = reading.document
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.file_name, document.medium, document.encoding) == (name, "docx", "libreoffice")


SAVED = [
    ("xlsx", "ods", "ods"),
    ("xlsx", "fods", "ods"),
    ("xlsx", "xls:MS Excel 97", "xls"),
    ("xlsx", "xlsx:Calc MS Excel 2007 XML", "xlsx"),
    ("docx", "odt", "odt"),
    ("docx", "fodt", "odt"),
    ("docx", "docx:MS Word 2007 XML", "docx"),
]


@pytest.mark.parametrize("layout", ["table", "approval"])
@pytest.mark.parametrize(("printed_in", "target", "medium"), SAVED)
def test_what_an_office_program_saves_is_read_as_its_web_page(
    layout: str, printed_in: str, target: str, medium: str, tmp_path: Path
) -> None:
    """LibreOffice's own writing of the formats that are read without it; .et is a workbook of Excel 97 by its bytes."""
    drawn = drawn_file(1, layout, printed_in, FEW)
    for name in ("a.et", "a") if medium == "xls" else ("a",):
        reading = read(saved_as(drawn.data, printed_in, target, tmp_path), name)
        assert observed(reading) == drawn_file(1, layout, "html", FEW).truth
        assert broken_laws(reading) == []
        assert (reading.document.medium, reading.document.encoding == "libreoffice") == (medium, False)


def test_it_is_read_within_the_limits_of_a_document_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "left").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "left"))
    monkeypatch.setattr("tempfile.tempdir", None)
    path = tmp_path / "a.doc"
    path.write_bytes(drawn_as("approval", WORD))
    (document,) = documents_in(path)
    assert observed(read_one(document)) == drawn_file(1, "approval", "docx", FEW).truth
    assert list((tmp_path / "left").iterdir()) == []


def test_signs_numbers_and_deleted_text_survive_the_conversion(tmp_path: Path) -> None:
    word = new_document()
    inside = (
        sign("Wingdings", "F0FE") + '<w:del w:author="a"><w:r><w:delText>旧值</w:delText></w:r></w:del>' + run("新值")
    )
    word.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{inside}</w:p>'))
    for text in ("养护道路", "验收"):
        word.add_paragraph(text, style="List Number")
    out = io.BytesIO()
    word.save(out)
    source = read_source(saved_as(out.getvalue(), "docx", WORD, tmp_path), "a.doc")
    assert source.text.splitlines() == ["☑新值", "1. 养护道路", "2. 验收"]


def rejection(data: bytes) -> DocumentRejected:
    with pytest.raises(DocumentRejected) as rejected:
        read_source(data, "a.doc")
    return rejected.value


def test_a_password_is_told() -> None:
    data = bytearray(drawn_as("approval", WORD))
    data[data.index(b"\xec\xa5", 512) + 11] |= 1
    assert rejection(bytes(data)).code == "encrypted"


@pytest.mark.parametrize("length", [600, 5000])
def test_a_damaged_document_is_told(length: int) -> None:
    data = drawn_as("approval", WORD)
    directory = "WordDocument\0".encode("utf-16-le").ljust(128, b"\0")
    assert rejection(data[: length // 512 * 512] + directory).code == "damaged"
