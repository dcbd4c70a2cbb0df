"""A folder of documents: what counts, what is quarantined, what supersedes what."""

from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from ingest.delivery.folder import Delivered, scan
from ingest.errors import DocumentRejected
from ingest.forms import FORMS, recognise
from ingest.forms.departments.prose import PROSE
from ingest.forms.notices.form import NOTICE
from ingest.forms.notices.sectioned import SECTIONS
from ingest.forms.notices.tabled import TABLED
from ingest.forms.reading import Part
from ingest.forms.reports.form import REPORT
from ingest.landing import tables as landing
from ingest.landing.batch import batch, joined
from ingest.landing.supersede import find_superseded
from ingest.pipeline import read
from ingest.readers.text.reader import read_text
from ingest.rows import DOCUMENT_TABLES, QuarantineRow, Reading, SupersessionRow
from ingest.source.printed import texts_of
from tests.drawing.department import of_department
from tests.drawing.strategies import drawn

HEADER = "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\n"


def table(amount: str = "1.00", year: int = 2024, department: str = "佛山市民政局", project: str = "工作经费") -> bytes:
    return (
        f"{department}{year}年项目支出绩效目标表\n部门名称：{department}\n单位：万元\n{HEADER}"
        f"合计\t{amount}\t{amount}\n{department}\t{amount}\t{amount}\n{project}\t{amount}\t{amount}\t\t\t做好工作。\t\n"
    ).encode()


@pytest.mark.parametrize(("unit", "amount"), [("万元", "5000.00"), ("元", "0.50")])
def test_department_and_unit_of_money_stand_in_cells_of_one_row_above_a_table(unit: str, amount: str) -> None:
    lines = table("5000.00").decode().replace("\n单位：万元", f"\t\t\t\t\t单位：{unit}")
    reading = read(lines.encode(), "a.txt")
    assert (reading.document.department_name, reading.document.money_unit) == ("佛山市民政局", unit)
    assert [row.amount_wan for row in reading.funding] == [Decimal(amount)]
    assert reading.document.money_unit_basis == "printed" and reading.not_understood == ()


def test_documents_come_in_order_and_the_same_bytes_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", "README.md", ".hidden", "documents.csv"):
        (tmp_path / name).write_bytes(b"file\n" if name.endswith("csv") else name.encode())
    (tmp_path / "c.txt").write_bytes(b"a.txt")
    assert [document.file_name for document in scan(tmp_path)] == ["a.txt", "b/2.txt"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x00\x01\x02binary", "not_text"),
        (b"\xff\xff\xff\xff", "encoding"),
        ("会议通知".encode(), "unknown_form"),
        (table()[:-60].split("合计".encode())[0], "no_projects"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read(data, "x.txt")
    assert rejected.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_does_not_change_what_is_read(encoding: str) -> None:
    reading = read(table().decode().encode(encoding), "x.txt")
    assert [(row.funding_source_code, row.amount_printed) for row in reading.funding] == [("fiscal", "1.00")]


def test_exactly_one_form_matches_and_every_module_is_listed() -> None:
    source = read_text(table(), "x.txt")
    assert recognise(Part(source, texts_of(source))).name == "list_table"
    forms = Path(__file__).parents[2] / "ingest" / "forms"
    declared = {
        ".".join(("ingest", "forms", *path.relative_to(forms).with_suffix("").parts))
        for path in forms.rglob("*.py")
        if "= Form(" in path.read_text(encoding="utf-8")
    }
    assert {form.read.__module__ for form in (*FORMS, REPORT, PROSE, NOTICE, SECTIONS, TABLED)} == declared


def test_landing_keeps_every_row_once() -> None:
    reading = read(table(), "x.txt")
    connection = duckdb.connect()
    landing.create(connection)
    landing.create(connection)
    landing.land(connection, 1, 7, batch([reading]))
    for row_class in DOCUMENT_TABLES:
        rows = connection.execute(f"select * from landing.{row_class.table}").fetchall()
        assert [row[:2] for row in rows] == [(1, 7)] * len(_member(reading, row_class.table))


def test_batches_joined_are_one_batch() -> None:
    readings = [read(table(), "x.txt"), read(drawn(1, "approval").data, "y.txt"), read(drawn(2, "flow").data, "z.txt")]
    lost = [QuarantineRow(name, "0", "parser", None, "empty", "empty", None, None, None, None, None) for name in "ab"]
    whole = joined([batch(readings[:1], lost[:1]), batch([], lost[1:]), batch(readings[1:])])
    assert whole == batch(readings, lost)
    assert whole.readings() == readings


def _member(reading: Reading, name: str) -> tuple[object, ...]:
    member = {"documents": "document", "sources": "source", "printed_totals": "totals"}.get(name, name)
    value = getattr(reading, member)
    return value if isinstance(value, tuple) else (value,)


def _land(
    connection: duckdb.DuckDBPyConnection, first: int, files: dict[str, bytes], is_read_again: bool = False
) -> list[tuple[int, int, str]]:
    """Land what is new of ``files``, all that is delivered."""
    landed = {sha for (sha,) in connection.execute("select sha256 from landing.documents").fetchall()}
    delivered = [Delivered(Path(name), name, sha256(data).hexdigest(), None) for name, data in files.items()]
    new = [document for document in delivered if document.sha256 not in landed or is_read_again]
    readings = [read(files[document.file_name], document.file_name) for document in new]
    landing.land(connection, first, first, batch(readings))
    found = find_superseded(connection, range(first, first + len(readings)), delivered)
    landing.land_rows(connection, first, found)
    return [(row.document_id, row.superseded_by, row.reason) for row in found]


@pytest.fixture
def landed() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    landing.create(connection)
    assert _land(connection, 1, {"a.txt": table()}) == []
    return connection


def test_a_corrected_file_supersedes(landed: duckdb.DuckDBPyConnection) -> None:
    assert _land(landed, 2, {"a.txt": table("2.00", project="别的项目")}) == [(1, 2, "same file")]
    assert _land(landed, 3, {"a.txt": table("3.00")}) == [(2, 3, "same file")]


def test_a_corrected_document_under_another_name_supersedes_where_the_old_one_is_gone(
    landed: duckdb.DuckDBPyConnection,
) -> None:
    assert _land(landed, 2, {"b.txt": table("2.00")}) == [(1, 2, "same projects")]


def test_a_withdrawn_form_of_a_whole_department_is_superseded() -> None:
    connection = duckdb.connect()
    landing.create(connection)
    delivered = []
    for number, name in ((1, "a.txt"), (2, "b.txt")):
        data = table(f"{number}.00")
        delivered.append(Delivered(Path(name), name, sha256(data).hexdigest(), None))
        landing.land(connection, number, number, batch([of_department(read(data, name))]))
    assert find_superseded(connection, range(2, 3), delivered) == []
    assert find_superseded(connection, range(2, 3), delivered[1:]) == [SupersessionRow(1, 2, "same department")]


def test_documents_side_by_side_do_not_supersede(landed: duckdb.DuckDBPyConnection) -> None:
    assert _land(landed, 2, {"c.txt": table("3.00", project="甲"), "d.txt": table("4.00", project="甲")}) == []


@pytest.mark.parametrize("other", [table("2.00", year=2025), table("2.00", department="佛山市财政局")])
def test_another_year_or_department_does_not_supersede(landed: duckdb.DuckDBPyConnection, other: bytes) -> None:
    assert _land(landed, 2, {"a.txt": other}) == []


def test_the_same_bytes_read_again_supersede(landed: duckdb.DuckDBPyConnection) -> None:
    assert _land(landed, 2, {"z.txt": table()}, is_read_again=True) == [(1, 2, "re-read")]


def test_a_renamed_document_is_not_superseded_by_what_took_its_name(landed: duckdb.DuckDBPyConnection) -> None:
    assert _land(landed, 2, {"a.txt": table("2.00"), "renamed.txt": table()}) == []
