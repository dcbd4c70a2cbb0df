"""Arithmetic as proof: amounts, which rows are units, what damaged numbers were, which source an amount is of."""

from decimal import Decimal

import pytest

from ingest.forms.list_table.arrange import IMPOSSIBLE, Candidate, arrange
from ingest.forms.list_table.figures import DOCUMENT, FigurePlace, Section
from ingest.forms.list_table.reconcile import repair
from ingest.forms.list_table.sources import place_sources
from ingest.grammar.amounts import Amount, read_amount
from ingest.pipeline import read


def _figures(total: str, fiscal: str = "", special: str = "", other: str = "") -> dict[str, Amount]:
    cells = {"total": total, "fiscal": fiscal, "special_account": special, "other": other}
    return {measure: amount for measure, text in cells.items() if (amount := read_amount(text))}


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,497.06", "1497.06"),
        ("56, 539. 99", "56539.99"),
        ("１２.５０", "12.50"),
        ("-3.00", "-3.00"),
        ("7", "7"),
        ("4.00万元", "4.00"),
    ],
)
def test_amounts_are_exact(printed: str, value: str) -> None:
    amount = read_amount(printed)
    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize("printed", ["25. 7€", "1O.50", "1,72.90", "12.3.4", "见附件"])
def test_what_is_no_well_formed_number_is_damaged(printed: str) -> None:
    amount = read_amount(printed)
    assert amount is not None
    assert amount.is_damaged


@pytest.mark.parametrize("printed", ["", " ", "-", "——", "/"])
def test_blank_cells_hold_no_amount(printed: str) -> None:
    assert read_amount(printed) is None


def _rows(*totals: str, has_text: tuple[int, ...] = ()) -> list[Candidate]:
    return [
        Candidate(_figures(total, total), IMPOSSIBLE if index in has_text else 1.0, 0.0 if index in has_text else 1.0)
        for index, total in enumerate(totals)
    ]


def test_units_are_the_rows_whose_followers_add_up() -> None:
    rows = _rows("100.00", "60.00", "40.00", "30.00", "10.00", "20.00")
    assert arrange(rows, _figures("130.00")) == [Section(0, (1, 2)), Section(3, (4, 5))]


def test_a_project_without_text_is_no_unit_where_sums_say_so() -> None:
    rows = _rows("16.00", "10.00", "6.00", "7.00", "7.00", has_text=(4,))
    assert arrange(rows, _figures("23.00")) == [Section(0, (1, 2)), Section(3, (4,))]


def test_rows_with_text_are_projects_even_where_the_source_does_not_add_up() -> None:
    rows = _rows("99.00", "60.00", "40.00", has_text=(1, 2))
    assert arrange(rows, _figures("99.00")) == [Section(0, (1, 2))]


def test_projects_without_a_unit_row_form_a_section_of_their_own() -> None:
    rows = _rows("60.00", "40.00", has_text=(0, 1))
    assert arrange(rows, _figures("100.00")) == [Section(None, (0, 1))]


def test_a_damaged_number_is_repaired_where_row_and_column_prove_it() -> None:
    rows = [_figures("65.76", "65.76"), _figures("25. 76", "25. 7€", "5"), _figures("40.00", "40.00")]
    repaired = repair(rows, [Section(0, (1, 2))], _figures("65.76", "65.76"))
    assert {cell: found.value for cell, found in repaired.items()} == {
        FigurePlace(1, "fiscal"): Decimal("25.76"),
        FigurePlace(1, "special_account"): Decimal(0),
    }


def test_a_damaged_number_stays_damaged_where_the_column_contradicts() -> None:
    rows = [_figures("65.76", "66.00"), _figures("25.76", "25.7€"), _figures("40.00", "40.00")]
    assert repair(rows, [Section(0, (1, 2))], _figures("65.76", "66.00")) == {}


def test_a_damaged_number_is_not_repaired_against_its_legible_digits() -> None:
    rows = [_figures("65.76", "65.76"), _figures("25.76", "91.3€"), _figures("40.00", "40.00")]
    assert repair(rows, [Section(0, (1, 2))], _figures("65.76", "65.76")) == {}


def test_a_readable_contradiction_is_never_corrected() -> None:
    rows = [_figures("65.76", "65.76"), _figures("25.76", "26.76"), _figures("40.00", "40.00")]
    assert repair(rows, [Section(0, (1, 2))], _figures("65.76", "65.76")) == {}


def test_a_damaged_grand_total_is_repaired_from_both_sides() -> None:
    rows = [_figures("5.00", "5.00"), _figures("5.00", "5.00")]
    repaired = repair(rows, [Section(0, (1,))], _figures("5.O0", "5.00"))
    assert {cell: found.value for cell, found in repaired.items()} == {FigurePlace(DOCUMENT, "total"): Decimal("5.00")}


def test_sources_are_placed_so_that_columns_add_up() -> None:
    amounts = [[Decimal(60), Decimal(40)], [Decimal(60)], [Decimal(40)]]
    placed = place_sources(amounts, [Section(0, (1, 2))], [Decimal(60), Decimal(40)])
    assert placed == [("fiscal", "special_account"), ("fiscal",), ("special_account",)]


def test_a_total_named_in_a_column_of_amounts_is_no_amount() -> None:
    lines = [
        "2023年项目支出绩效目标表",
        "部门名称：清远市人民检察院\t\t\t\t\t\t单位：万元",
        "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标",
        "\t21.72\t21.72\t\t合计\t\t",
        "清远市人民检察院\t21.72\t21.72\t\t\t\t",
        "设备运行\t21.72\t21.72\t\t\t保障运行\t1、1-产出指标；11-数量指标；设备数量；年度指标值:3台。",
    ]
    reading = read("\n".join(lines).encode(), "list.txt")
    assert [row.project_name for row in reading.projects] == ["设备运行"]
    totals = {row.measure: row.amount_wan for row in reading.totals if row.level == "document"}
    assert totals == {"total": Decimal("21.72"), "fiscal": Decimal("21.72")}
