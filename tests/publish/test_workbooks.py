"""Workbooks as auditors use them: every row in Chinese, sums that agree, links to the words, nothing run from a text."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import yaml
from openpyxl.cell import Cell
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from jixiao.export.excel import book, papers, summary
from jixiao.export.excel.department import departments
from jixiao.export.excel.layout import A3
from jixiao.export.excel.sheets import ORIGINAL, SHEETS, Sheet
from jixiao.export.files import OpenWarehouse
from jixiao.export.run import export_files
from jixiao.marts import value_terms
from jixiao.project import ROOT
from jixiao.warehouse import mart_tables, open_warehouse
from tests.publish.hostile import spoil

CODES = {"rule_code", "funding_source_code"}
"""Columns of sheets whose codes are names of rules, as the rules are looked up."""


@pytest.fixture(scope="module")
def hostile(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoil(published, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def folder(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("export") / "xlsx"
    export_files("xlsx", hostile, place, list)
    return place


def _expected(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, parameters: Sequence[Any] = ()
) -> tuple[list[str], list[list[Any]]]:
    found = connection.execute(sheet.query, list(parameters))
    names = [column[0] for column in found.description or []]
    terms = value_terms()
    return names, [
        [_shown(terms.get((name, value), value)) for name, value in zip(names, row, strict=True)]
        for row in found.fetchall()
    ]


def _shown(value: Any) -> Any:
    """What a cell can hold of a value: a text up to the limit."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return value[: book.LONGEST_TEXT]
    return Decimal(value) if isinstance(value, int) else value


def _value(cell: Cell) -> Any:
    if isinstance(cell.value, str):
        return unescape(cell.value)  # the library leaves the escapes of control characters in inline texts
    return Decimal(str(cell.value)) if isinstance(cell.value, int | float) and cell.data_type == "n" else cell.value


def _rows(page: Worksheet, sheet: Sheet, width: int) -> list[list[Any]]:
    """The rows between the header and the sums, without the number of the row and the columns to fill in."""
    cells = list(page.iter_rows(min_row=2))
    if sheet.summed and cells:
        cells.pop()
    first = int(sheet.is_numbered)
    if first:
        assert [row[0].value for row in cells] == list(range(1, len(cells) + 1))
    return [[_value(cell) for cell in row[first : first + width]] for row in cells]


def _check(held: Workbook, connection: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], *parameters: Any) -> None:
    for sheet in sheets:
        names, rows = _expected(connection, sheet, parameters)
        page = held[sheet.title]
        assert _rows(page, sheet, len(names)) == rows, sheet.title
        assert (page.freeze_panes, page.page_setup.orientation, page.print_title_rows) == ("A2", "landscape", "$1:$1")
        assert page.auto_filter.ref == (None if not rows else f"A1:{page.cell(1, page.max_column).column_letter}{len(rows) + 1}")  # fmt: skip


def test_workbooks_hold_the_rows_they_name(folder: Path, hostile: Path) -> None:
    with open_warehouse(hostile) as connection:
        source = OpenWarehouse(connection, mart_tables(connection), ())
        known = departments(source)
        for own in known:
            _check(openpyxl.load_workbook(folder / own.file_name), connection, SHEETS, own.key)
        _check(openpyxl.load_workbook(folder / summary.NAME), connection, summary.SHEETS)
        _check(openpyxl.load_workbook(folder / papers.NAME), connection, (papers.PAPERS, papers.WORDS))
    assert len(known) == 5


def test_nothing_of_a_text_is_run_or_linked(folder: Path) -> None:
    formulas, targets = set(), set()
    for path in folder.glob("*.xlsx"):
        for page in openpyxl.load_workbook(path):
            for cell in (cell for row in page.iter_rows() for cell in row):
                assert cell.data_type in {"s", "n", "d", "f", "inlineStr"}
                if cell.data_type == "f":
                    formulas.add(re.sub(r"[A-Z]+\d+", "A1", cell.value))
                if cell.hyperlink:
                    targets.add(re.sub(r"\d+", "0", cell.hyperlink.location or cell.hyperlink.target))
    assert formulas == {"=SUBTOTAL(109,A1:A1)"}
    assert {target for target in targets if not target.startswith("0_")} == {f"'{ORIGINAL}'!A0"}


def test_sums_agree_with_what_a_reader_sees_before_anything_is_computed(folder: Path, hostile: Path) -> None:
    sums = 0
    for path in folder.glob("*.xlsx"):
        written, computed = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
        for page in written:
            for cell in (cell for row in page.iter_rows() for cell in row if cell.data_type == "f"):
                first, last = re.fullmatch(r"=SUBTOTAL\(109,(\w+):(\w+)\)", cell.value).groups()  # type: ignore[union-attr]
                assert (first, last) == (f"{cell.column_letter}2", f"{cell.column_letter}{cell.row - 1}")
                added = sum((Decimal(str(row[0].value)) for row in page[first:last] if row[0].value is not None), Decimal(0))  # fmt: skip
                assert Decimal(str(computed[page.title][cell.coordinate].value)) == added
                sums += 1
    assert sums > 20
    with duckdb.connect(str(hostile), read_only=True) as connection:
        ((money,),) = connection.execute("select sum(counted_wan) from marts.fct_funding").fetchall()
    for title in ("部门汇总", "城市汇总"):
        page = openpyxl.load_workbook(folder / summary.NAME, data_only=True)[title]
        place = [cell.value for cell in page[1]].index("金额（万元）")
        assert Decimal(str(page[page.max_row][place].value)) == money


def test_findings_lead_to_their_words(folder: Path, hostile: Path) -> None:
    held = openpyxl.load_workbook(folder / papers.NAME)
    listed, words = held[papers.PAPERS.title], held[ORIGINAL]
    heads = [cell.value for cell in listed[1]]
    assert tuple(heads[-len(papers.OWN) :]) == papers.OWN
    assert listed.max_row == words.max_row > 100
    place, shown = heads.index("文件名"), [cell.value for cell in words[1]].index("原文及上下文")
    for row in range(2, listed.max_row + 1):
        assert listed.cell(row, 1).hyperlink.location == f"'{ORIGINAL}'!A{row}"
        assert listed.cell(row, place + 1).value == words.cell(row, 2).value
        assert "【" in words.cell(row, shown + 1).value
        assert [cell.value for cell in listed[row][-len(papers.OWN) :]] == [None] * len(papers.OWN)
    grave = [cell.value for cell in listed["E"]][1:]
    assert grave == sorted(grave, key=["高", "中", "低"].index)
    linked = openpyxl.load_workbook(folder / summary.NAME)["部门汇总"]
    assert all((folder / linked.cell(row, 1).hyperlink.target).is_file() for row in range(2, linked.max_row))


def test_every_code_of_a_sheet_has_a_chinese_term(published: Path) -> None:
    named = {name for name, _ in value_terms()}
    accepted = {
        (column["name"], value)
        for path in (ROOT / "models" / "marts").rglob("*.yml")
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", [])
        for column in model["columns"]
        for test in column.get("data_tests", [])
        if column["name"] in named and "accepted_values" in test
        for value in test["accepted_values"]["arguments"]["values"]
    }
    assert accepted == set(value_terms())
    with open_warehouse(published) as connection:
        for sheet, parameters in [(own, [1]) for own in SHEETS] + [(own, []) for own in summary.SHEETS]:
            names, rows = _expected(connection, sheet, parameters)
            codes = [
                (name, value)
                for row in rows
                for name, value in zip(names, row, strict=True)
                if isinstance(value, str) and re.fullmatch(r"[a-z_]+", value) and name not in CODES
            ]
            assert codes == [], sheet.title


def test_what_excel_cannot_hold_is_said(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = spoil(published, tmp_path, ("字" * 40_000,))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            "update marts.fct_funding set counted_wan = 123456789012.123456 "
            "where funding_key = (select min(funding_key) from marts.fct_funding)"
        )
    monkeypatch.setattr(book, "MOST_ROWS", 11)
    export_files("xlsx", warehouse, tmp_path / "out", list)
    content = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    notes = " ".join(note for file in content["files"] for note in file.get("notes", []))
    assert "绩效指标 goes on in page 绩效指标 (2)" in notes
    assert "has 40000 characters and was cut" in notes
    assert "计入合计的金额（万元） has more digits than Excel keeps and is written as text" in notes
    assert "计入合计的金额（万元） is therefore not summed" in notes
    path = next((tmp_path / "out").glob("1_*.xlsx"))
    held = openpyxl.load_workbook(path)
    assert [page.max_row for page in held if page.title.startswith("绩效指标")] == [11, 11, 5]
    assert held["项目资金"]["F2"].value == "123456789012.123456"
    assert [cell.data_type for row in held["项目资金"].iter_rows() for cell in row].count("f") == 0
    shown = [row[1].value for row in held["说明"].iter_rows()]
    assert all(
        book.in_both(note) in shown for note in next(f["notes"] for f in content["files"] if f["name"] == path.name)
    )
    assert "项目资金 第 2 行：计入合计的金额（万元）因此不求合计\n" in "\n".join(map(str, shown))
    long = openpyxl.load_workbook(tmp_path / "out" / papers.NAME)
    assert long["疑点底稿 (2)"]["A2"].hyperlink.location == f"'{ORIGINAL} (2)'!A2"


def test_an_address_is_linked_only_where_it_is_one(published: Path, tmp_path: Path) -> None:
    warehouse = spoil(published, tmp_path)
    with duckdb.connect(str(warehouse)) as connection:
        for key, url in ((1, "https://example.org/a.pdf"), (2, "internal:'说明'!A1"), (3, 'http://x/"y'), (4, "file:///etc/passwd")):  # fmt: skip
            connection.execute("update marts.dim_document set url = ? where document_key = ?", [url, key])
    export_files("xlsx", warehouse, tmp_path / "out", list)
    page = openpyxl.load_workbook(tmp_path / "out" / papers.NAME)[papers.PAPERS.title]
    place = [cell.value for cell in page[1]].index("公开网址")
    linked = {row[place].value for row in page.iter_rows(min_row=2) if row[place].hyperlink}
    assert linked == {"https://example.org/a.pdf"}


def test_a_wrapped_text_has_the_lines_that_it_needs(folder: Path) -> None:
    wrapped = 0
    for path in folder.glob("*.xlsx"):
        for page in openpyxl.load_workbook(path):
            for cell in (cell for row in page.iter_rows() for cell in row if cell.data_type in {"s", "inlineStr"}):
                width = page.column_dimensions[_widths(page)[cell.column]].width
                height = page.row_dimensions[cell.row].height or 15
                lines = -(-cell_len(cell.value.partition("\n")[0]) // round(width))
                assert height >= min(15 * lines, 400), (path.name, page.title, cell.coordinate)
                wrapped += lines > 1
    assert wrapped > 100


def _widths(page: Worksheet) -> dict[int, str]:
    """The group of columns of one width to which a column belongs, by its number."""
    return {number: name for name, own in page.column_dimensions.items() for number in range(own.min, own.max + 1)}


def test_every_sheet_prints_landscape_as_wide_as_one_page_large_enough_to_read(folder: Path) -> None:
    for path in folder.glob("*.xlsx"):
        for page in openpyxl.load_workbook(path):
            assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0), page.title
            assert page.sheet_properties.pageSetUpPr.fitToPage
            width = sum(own.width * (own.max - own.min + 1) for own in page.column_dimensions.values())
            assert width < (400 if int(page.page_setup.paperSize) == A3 else 190), (path.name, page.title)


def test_sums_of_counts_have_no_cents(folder: Path) -> None:
    page = openpyxl.load_workbook(folder / summary.NAME)["部门汇总"]
    formats = {page.cell(1, cell.column).value: cell.number_format for cell in page[page.max_row] if cell.data_type == "f"}  # fmt: skip
    assert formats["项目数"] == formats["文件数"] == "#,##0"
    assert formats["金额（万元）"].startswith("#,##0.00")
