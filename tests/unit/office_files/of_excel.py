"""Workbooks: boxes and comments over cells, merged ranges, what is hidden, what cells display, very wide sheets."""

from collections.abc import Callable
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.drawing.workbooks import Grid, ods, xml_spreadsheet
from tests.unit.office_files import Made
from tests.unit.test_readers import repacked, workbook

Fill = Callable[[xlsxwriter.Workbook, Worksheet], object]

_READ = [["项目", "金额"], ["甲", "12.5"]]
_SHEET = "xl/worksheets/sheet1.xml"
_TITLE = "项目支出绩效目标表"


def _book(fill: Fill, top: int = 0) -> bytes:
    """A workbook with a table of two rows below row ``top``, and whatever else is filled in."""

    def whole(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(top, 0, ["项目", "金额"])
        sheet.write_row(top + 1, 0, ["甲", 12.5])
        fill(book, sheet)

    return workbook(whole)


def _only(fill: Fill) -> bytes:
    return workbook(lambda book: fill(book, book.add_worksheet()))


def _changed(data: bytes, old: str, new: str) -> bytes:
    return repacked(data, _SHEET, lambda xml: xml.replace(old.encode(), new.encode()))


def _formats(*cells: tuple[object, str]) -> bytes:
    def fill(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        for column, (value, form) in enumerate(cells):
            sheet.write(0, column, value, book.add_format({"num_format": form}))

    return _only(fill)


def _grid() -> Grid:
    grid = Grid()
    for row, texts in enumerate((("项目", "金额"), ("甲", "12.5"))):
        for column, text in enumerate(texts):
            grid.put(row, column, text)
    return grid


def _in_xml(old: str, new: str, data: bytes) -> bytes:
    assert old.encode() in data, old
    return data.replace(old.encode(), new.encode(), 1)


def _flat(new: str) -> bytes:
    """An OpenDocument spreadsheet in one file, with more in the cell of 甲."""
    return _in_xml("<text:p>甲</text:p>", f"<text:p>甲</text:p>{new}", ods([_grid()], is_flat=True))


def _outlined(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_row(2, 0, ["其中：乙", 5])
    sheet.set_row(2, None, None, {"level": 1, "hidden": True})
    sheet.set_row(3, None, None, {"collapsed": True})


def _filtered(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_row(2, 0, ["乙", 5])
    sheet.autofilter(0, 0, 2, 1)
    sheet.filter_column(0, "x == 甲")
    sheet.set_row(2, options={"hidden": True})


def _side_by_side(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    for row, texts in enumerate((["项目", "金额"], ["乙", 3])):
        sheet.write_row(row, 3, texts)


def _merged(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.merge_range(0, 0, 0, 3, _TITLE)
    sheet.merge_range(1, 0, 2, 1, "产出")
    sheet.merge_range(1, 2, 1, 3, "数量")
    sheet.write_row(2, 2, ["长度", 12])
    sheet.merge_range(3, 1, 4, 3, "说明")
    sheet.write(3, 0, "甲")
    sheet.write(4, 0, "乙")


def _text_below_a_merge(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.merge_range(2, 0, 2, 1, "合计")
    sheet.write(2, 1, 99)  # stands in the file below the merged cell, where nobody sees it


def _rich(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(2, 0, "修建", bold, "道路", " 3 公里")
    sheet.write_string(2, 1, "00123")


def _errors(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_formula(2, 0, '=""', None, "x")
    sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 0, '="乙"', None, "乙")
    sheet.write_boolean(3, 1, True)


def _wide(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write(0, 120, "备注")
    sheet.write(1, 120, "不含结转")


def _zeros(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.hide_zero()
    sheet.write_row(2, 0, ["乙", 0])


def _printed(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, 0, 1)
    sheet.freeze_panes(1, 1)
    sheet.protect()


def _charts(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Sheet1!$B$2:$B$2"})
    chart.set_title({"name": "金额分布"})
    sheet.insert_chart(0, 0, chart)
    other = book.add_chart({"type": "pie"})
    other.add_series({"values": "=Sheet1!$B$2:$B$2"})
    book.add_chartsheet().set_chart(other)


def _lines(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write(2, 0, "一\n二", book.add_format({"text_wrap": True}))
    sheet.write(2, 1, "  3  ")


EXCEL: dict[str, Made] = {
    "a title in a text box": Made(_book(lambda _, sheet: sheet.insert_textbox(0, 0, _TITLE), 3), [[_TITLE], *_READ]),
    "title and unit in a text box": Made(
        _book(lambda _, sheet: sheet.insert_textbox(0, 0, f"{_TITLE}\n单位：元"), 3), [[_TITLE], ["单位：元"], *_READ]
    ),
    "a unit in a text box beside cells": Made(
        _book(lambda _, sheet: sheet.insert_textbox(0, 4, "单位：元")), [["单位：元"], *_READ]
    ),
    "a text box over a table": Made(
        _book(lambda _, sheet: sheet.insert_textbox(1, 1, "此表为样表")), _READ, ("beside",)
    ),
    "a text box between the rows of a table": Made(
        _book(lambda _, sheet: (sheet.write_row(4, 0, ["乙", 5]), sheet.insert_textbox(2, 1, "99"))),
        [*_READ, ["乙", "5"]],
        ("beside",),
    ),
    "a note in a text box below": Made(
        _book(lambda _, sheet: sheet.insert_textbox(4, 0, "注：不含结转")), [*_READ, ["注：不含结转"]]
    ),
    "everything in a text box": Made(
        _only(lambda _, sheet: sheet.insert_textbox(0, 0, f"{_TITLE}\n单位：元")), [[_TITLE], ["单位：元"]]
    ),
    "a comment at a number": Made(_book(lambda _, sheet: sheet.write_comment(1, 1, "应为 15.00")), _READ, ("beside",)),
    "a comment at a blank cell": Made(
        _book(lambda _, sheet: sheet.write_comment(5, 3, "应为 15.00")), _READ, ("beside",)
    ),
    "a unit in the head of the printed page": Made(
        _book(lambda _, sheet: sheet.set_header('&L&"宋体,常规"&10部门预算&R&K000000单位：万元')),
        [["单位：万元"], *_READ],
    ),
    "a title in the head of the printed page": Made(
        _book(lambda _, sheet: sheet.set_header(f"&C&14{_TITLE}&R&P/&N")), [[_TITLE], *_READ]
    ),
    "a head with another unit": Made(
        _book(lambda _, sheet: (sheet.set_header("&R单位：万元"), sheet.write(0, 0, "单位：元")), 1),
        [["单位：元"], *_READ],
        ("beside",),
    ),
    "a comment of Excel 2003": Made(
        _in_xml(
            '<Data ss:Type="String">甲</Data>',
            '<Data ss:Type="String">甲</Data><Comment><ss:Data>应为乙</ss:Data></Comment>',
            xml_spreadsheet([_grid()]),
        ),
        _READ,
        ("beside",),
    ),
    "a comment of an OpenDocument sheet": Made(
        _flat("<office:annotation><text:p>应为乙</text:p></office:annotation>"), _READ, ("beside",)
    ),
    "a text box of an OpenDocument sheet": Made(
        _flat(
            "<draw:frame xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><draw:text-box><text:p>样表</text:p></draw:text-box></draw:frame>"
        ),
        _READ,
        ("beside",),
    ),
    "cells merged in every way": Made(
        _only(_merged),
        [[_TITLE], ["产出", "", "数量", ""], ["", "", "长度", "12"], ["甲", "说明", "", ""], ["乙"]],
    ),
    "a number below a merged cell": Made(_book(_text_below_a_merge), [*_READ, ["合计"]]),
    "rows folded away": Made(_book(_outlined), _READ, ("hidden",)),
    "rows filtered away": Made(_book(_filtered), _READ, ("hidden",)),
    "two tables side by side": Made(
        _book(_side_by_side), [["项目", "金额", "", "项目", "金额"], ["甲", "12.5", "", "乙", "3"]]
    ),
    "print titles, frozen panes, a protected sheet": Made(_book(_printed), _READ),
    "charts over the table and on a sheet of their own": Made(_book(_charts), _READ, ("beside",)),
    "rich text and numbers that are texts": Made(_book(_rich), [*_READ, ["修建道路 3 公里", "00123"]]),
    "formulas that show nothing, errors and truths": Made(
        _changed(_book(_errors), "<v>x</v>", "<v></v>"), [*_READ, ["", "#DIV/0!"], ["乙", "TRUE"]]
    ),
    "a very wide sheet": Made(_book(_wide), _READ, ("hidden",)),
    "zeros that are not shown": Made(_book(_zeros), [*_READ, ["乙"]]),
    "lines and spaces in a cell": Made(_book(_lines), [*_READ, ["一\v二", "  3  "]]),
    "amounts in units of ten thousand": Made(
        _formats(
            (12345678, '0!.0,"万元"'),
            (12345678, "#,##0.00,"),
            (-1234.5, "#,##0.00;(#,##0.00)"),
            (0, '0.00;-0.00;"-"'),
            (0.955, "0.0%"),
        ),
        [["1234.6万元", "12,345.68", "(1,234.50)", "-", "95.5%"]],
    ),
    "dates as they are shown": Made(
        _formats(
            (date(2025, 3, 1), 'yyyy"年"m"月"d"日"'),
            (date(2025, 3, 1), "yyyy/mm"),
            (datetime(2025, 3, 1, 14, 5), "h:mm AM/PM"),
            (date(2025, 3, 1), "m/d"),
        ),
        [["2025年3月1日", "2025/03", "2:05 PM", "3/1"]],
    ),
    "values that a format hides": Made(_formats((5, ";;;"), ("甲", "@"), (7, '"共"0"个"')), [["", "甲", "共7个"]]),
    "fractions, money with blanks, exponents": Made(
        _formats((1.5, "# ?/?"), (1234.5, '_ "¥"* #,##0.00_ '), (123456, "0.00E+00")),
        [["1.5", "¥1,234.50", "123456"]],
        ("format_not_understood",),
    ),
    "strings in the cell, phonetic readings": Made(
        _changed(
            _book(lambda _, sheet: sheet.write(2, 0, 5)),
            '<c r="A3"><v>5</v></c>',
            '<c r="A3" t="inlineStr"><is><t>东莞</t><rPh sb="0" eb="1"><t>dong</t></rPh></is></c>',
        ),
        [*_READ, ["东莞"]],
    ),
    "cells without places": Made(
        _changed(_changed(_changed(_book(lambda *_: None), ' r="A2"', ""), ' r="B2"', ""), '<row r="2"', "<row"), _READ
    ),
}
"""By what is odd about them."""
