"""Sheets wider than a page: columns printed on further pages stand beside the first ones again, where edges prove it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import Draw, lines, printed

LEFT, TOP = 20.0, 250.0
BANDS = [[100.0, 150.0, 90.0], [180.0, 160.0], [120.0, 60.0]]
"""The widths of the columns of each band of pages, each so wide that no further column fits."""
HEADER = ["单位", "项目名称", "金额", "绩效目标", "数量指标", "质量指标", "备注"]
UPPER = [
    HEADER,
    ["市水利局", "堤防维修", "12.50", "保障度汛", "≥10公里", "≥95%", "无"],
    ["市水利局", "防汛物资", "3.00", "物资充足", "≥3类", "≥97%", "无"],
]
LOWER = [
    ["市水利局", "河道清淤", "8.00", "河道通畅", "≥6公里", "≥90%", "无"],
    ["市水利局", "水库除险", "5.00", "水库安全", "≥2座", "≥98%", "新增"],
    ["市水利局", "水土保持", "9.00", "减少流失", "≥4处", "≥92%", "无"],
]
UNEVEN, EVEN = [24.0, 40.0, 24.0], [24.0, 24.0, 24.0]


def part(band: int, rows: Sequence[Sequence[str]], heights: Sequence[float], above: str = "", at: float = LEFT) -> Draw:
    """A page with the columns of a band: rules all round every cell, and a text above them."""
    widths = BANDS[band]
    first = sum(map(len, BANDS[:band]))

    def draw(canvas: Canvas) -> None:
        canvas.drawString(at, TOP + 20, above)
        xs = [LEFT + sum(widths[:number]) for number in range(len(widths) + 1)]
        ys = [TOP - sum(heights[:number]) for number in range(len(heights) + 1)]
        canvas.grid(xs, ys)
        for y, texts in zip(ys, rows, strict=False):
            for x, text in zip(xs[:-1], texts[first:], strict=False):
                canvas.drawString(x + 3, y - 14, text)

    return draw


def tables(*pages: Draw) -> list[list[str]]:
    return [row for row in lines(printed(*pages)) if len(row) > 1]


def codes(*pages: Draw) -> set[str]:
    return {notice.code for notice in read_pdf(printed(*pages), "wide.pdf").notices}


@pytest.mark.parametrize("heights", [UNEVEN, EVEN])
def test_pages_of_the_next_columns_follow_all_of_the_first(heights: Sequence[float]) -> None:
    pages = [part(band, rows, heights) for band in range(3) for rows in (UPPER, LOWER)]
    assert tables(*pages) == [*UPPER, *LOWER]


@pytest.mark.parametrize("heights", [UNEVEN, EVEN])
def test_pages_of_the_next_columns_follow_each_of_the_first(heights: Sequence[float]) -> None:
    pages = [part(band, rows, heights) for rows in (UPPER, LOWER) for band in range(3)]
    assert tables(*pages) == [*UPPER, *LOWER]


@pytest.mark.parametrize("is_over_first", [True, False])
def test_columns_as_wide_as_those_of_the_page_before_stand_beside_them(
    is_over_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.BANDS", [[110.0] * 3, [110.0] * 3, [110.0]])
    parts = [(band, rows) for band in range(3) for rows in (UPPER, LOWER)]
    if not is_over_first:
        parts = [(band, rows) for rows in (UPPER, LOWER) for band in range(3)]
    heights = {id(UPPER): UNEVEN, id(LOWER): [50.0, 24.0, 36.0]}
    assert tables(*(part(band, rows, heights[id(rows)]) for band, rows in parts)) == [*UPPER, *LOWER]


def test_forms_of_one_kind_with_the_same_rows_stay_two() -> None:
    other = [HEADER, ["市民政局", *UPPER[1][1:]], ["市民政局", *LOWER[1][1:]]]
    pages = [part(0, rows, UNEVEN) for rows in (UPPER, other)]
    assert tables(*pages) == [row[:3] for row in (*UPPER, *other)]


def test_a_line_of_a_cell_keeps_its_page() -> None:
    source = read_pdf(printed(part(0, UPPER, UNEVEN), part(1, UPPER, UNEVEN)), "wide.pdf")
    pages = {source.text[mark.span.start : mark.span.end]: mark.page for mark in source.marks}
    assert pages["堤防维修"] == 1
    assert pages["保障度汛"] == 2


def test_a_blank_page_at_the_end_is_not_printed() -> None:
    pages = [part(0, UPPER, UNEVEN), part(0, LOWER, [30.0, 50.0, 24.0]), part(1, UPPER, UNEVEN)]
    assert tables(*pages) == [row[:5] for row in UPPER] + [[*row[:3], "", ""] for row in LOWER]


def test_a_cell_over_several_rows_has_fewer_edges() -> None:
    def merged(canvas: Canvas) -> None:
        canvas.grid([LEFT, LEFT + 100, LEFT + 340], [TOP, TOP - 24, TOP - 94, TOP - 124])
        for row, (unit, name) in enumerate([("单位", "项目名称"), ("市水利局", "堤防"), ("市民政局", "养老")]):
            y = TOP - (14, 64, 108)[row]
            canvas.drawString(LEFT + 3, y, unit)
            canvas.drawString(LEFT + 103, y, name)

    assert tables(merged, part(1, [*UPPER, LOWER[0]], [24.0, 40.0, 30.0, 30.0])) == [
        ["单位", "项目名称", "绩效目标", "数量指标"],
        ["市水利局", "堤防", "保障度汛", "≥10公里"],
        ["", "", "物资充足", "≥3类"],
        ["市民政局", "养老", "河道通畅", "≥6公里"],
    ]


def test_a_title_printed_in_halves_is_one() -> None:
    pages = [part(0, UPPER, UNEVEN, "项目支出绩", at=LEFT + 292), part(1, UPPER, UNEVEN, "绩效目标表")]
    assert lines(printed(*pages))[0] == ["项目支出绩效目标表"]


def test_a_cell_printed_in_halves_is_one_and_that_is_said() -> None:
    def half(widths: Sequence[float], texts: Sequence[str], at: Callable[[float, float], float], wall: int) -> Draw:
        xs = [LEFT, LEFT + widths[0], LEFT + sum(widths)]
        ys = [TOP, TOP - 24, TOP - 64, TOP - 94]

        def draw(canvas: Canvas) -> None:
            for y in ys:
                canvas.line(xs[0], y, xs[-1], y)
            for x in xs:
                for number, (y, end) in enumerate(pairwise(ys)):
                    is_open = number == 1 and x in (xs[wall], xs[1])
                    canvas.line(x, y, x, y if is_open else end)
            canvas.drawString(xs[0] + 3, ys[0] - 14, texts[0])
            canvas.drawString(xs[1] + 3, ys[0] - 14, texts[1])
            for number, text in enumerate(texts[2:4]):
                canvas.setFont(FONT, 10)
                canvas.drawString(at(xs[0], xs[-1] - 10 * len(text)), ys[1] - 14 - 14 * number, text)
            canvas.drawString(xs[0] + 3, ys[2] - 14, texts[4])

        return draw

    left = half([150, 190], ["目标", "金额", "加强堤防维", "完善排涝设", "甲"], lambda _, right: right, 2)
    right = half([180, 160], ["指标", "备注", "护，保障度汛", "施，减少内涝", "乙"], lambda left, _: left, 0)
    assert tables(left, right)[1] == ["加强堤防维护，保障度汛\v完善排涝设施，减少内涝", "", "", ""]
    assert "text_cut" in codes(left, right)


def test_columns_printed_again_are_read_once() -> None:
    again: list[list[str]] = [[row[0], *row[3:5]] for row in UPPER]

    def repeated(canvas: Canvas) -> None:
        xs, ys = [LEFT, LEFT + 100, LEFT + 220, LEFT + 340], [TOP, TOP - 24, TOP - 64, TOP - 88]
        canvas.grid(xs, ys)
        for y, texts in zip(ys, again, strict=False):
            for x, text in zip(xs[:-1], texts, strict=True):
                canvas.drawString(x + 3, y - 14, text)

    assert tables(part(0, UPPER, UNEVEN), repeated) == [row[:5] for row in UPPER]


def test_tables_with_headings_of_their_own_stay_two() -> None:
    pages = [part(0, UPPER, UNEVEN, "收入总表"), part(1, UPPER, UNEVEN, "支出总表")]
    assert tables(*pages) == [row[:3] for row in UPPER] + [row[3:5] for row in UPPER]
    assert "table_in_parts" not in codes(*pages)


def test_even_rows_prove_nothing_where_the_next_column_had_room() -> None:
    pages = [part(2, UPPER, EVEN), part(0, UPPER, EVEN)]
    assert len(tables(*pages)) == 6
    assert "table_in_parts" in codes(*pages)


def test_rows_that_are_not_level_are_of_another_table() -> None:
    pages = [part(0, UPPER, UNEVEN), part(1, UPPER, [30.0, 40.0, 24.0])]
    assert len(tables(*pages)) == 6
    assert "table_in_parts" not in codes(*pages)


@pytest.mark.parametrize("at_end", [False, True])
def test_a_row_over_all_pages_has_no_walls_on_a_page_between(at_end: bool) -> None:
    """Its cell begins on the first page and ends on the last: on the one between there are rules above and below it."""
    over = 3 if at_end else 0
    heights = [24.0, 24.0, 40.0, 24.0]
    ys = [TOP - sum(heights[:number]) for number in range(5)]

    def page(band: int, text: str, sides: Sequence[int]) -> Draw:
        xs = [LEFT + sum(BANDS[band][:number]) for number in range(len(BANDS[band]) + 1)]
        first = sum(map(len, BANDS[:band]))

        def draw(canvas: Canvas) -> None:
            for y in ys:
                canvas.line(xs[0], y, xs[-1], y)
            rows = [number for number in range(4) if number != over]
            for number, texts in zip(rows, UPPER, strict=True):
                for x in xs:
                    canvas.line(x, ys[number], x, ys[number + 1])
                for x, own in zip(xs[:-1], texts[first:], strict=False):
                    canvas.drawString(x + 3, ys[number] - 14, own)
            for side in sides:
                canvas.line(xs[side], ys[over], xs[side], ys[over + 1])
            canvas.drawString(xs[0] + 3, ys[over] - 14, text)

        return draw

    rows = tables(page(0, "", [0]), page(1, "公开的说明", []), page(2, "", [-1]))
    assert rows[over] == ["公开的说明", "", "", "", "", "", ""]
    assert [row for number, row in enumerate(rows) if number != over] == UPPER


def test_a_row_closed_on_the_page_beside_does_not_go_on_below_it() -> None:
    """The page of the merged cells ends without a rule, that of the rows beside them with one."""
    heights = [*UNEVEN, 24.0]

    def merged(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for y in (TOP, TOP - heights[0], TOP - sum(heights[:2])):
                canvas.line(LEFT, y, LEFT + 340, y)
            for x in (LEFT, LEFT + 100, LEFT + 340):
                canvas.line(x, TOP, x, TOP - sum(heights))
            canvas.drawString(LEFT + 3, TOP - 94, f"第{number}项")

        return draw

    blank = [["", "", "", text, text] for text in "甲乙丙"]
    pages = [[*blank, ["", "", "", "数量指标", "≥3类"]], [["", "", "", "质量指标", "健全"], *blank]]
    found = tables(merged(1), merged(2), *(part(1, rows, heights) for rows in pages))
    assert [row[2:] for row in found] == [row[3:] for rows in pages for row in rows]


def test_bands_of_which_one_has_a_single_column_are_as_long_as_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages, and those of the next band as wide, look as if they went on below one another."""
    monkeypatch.setattr(f"{__name__}.BANDS", [[110.0] * 3, [300.0], [140.0, 160.0]])
    widths = [3, 1, 2]
    rows = [[row[:6] for row in part] for part in (UPPER, LOWER)]
    heights = {id(rows[0]): EVEN, id(rows[1]): [24.0] * 3}
    pages = [part(band, own, heights[id(own)]) for band in range(len(widths)) for own in rows]
    assert tables(*pages) == [row for own in rows for row in own]


def test_a_title_goes_on_behind_the_columns_that_are_printed_again() -> None:
    """Two columns stand on both pages with the same texts, which proves a part of two rows too."""
    begin = [LEFT, LEFT + 70, LEFT + 180]

    def page(texts: Sequence[Sequence[str]], above: str, at: float, right: float) -> Draw:
        xs = [*begin, right]

        def draw(canvas: Canvas) -> None:
            canvas.drawString(at, TOP + 20, above)
            canvas.grid(xs, [TOP, TOP - 24, TOP - 60])
            for number, row in enumerate(texts):
                for x, text in zip(xs, row, strict=False):
                    canvas.drawString(x + 3, TOP - 14 - 30 * number, text)

        return draw

    pages = [
        page([["单位", "项目名称", "金额"], ["市水利局", "堤防维修", "12.50"]], "项目支出绩效", LEFT + 184, LEFT + 240),
        page([["单位", "项目名称", "目标"], ["市水利局", "堤防维修", "保障度汛"]], "效目标表", begin[-1], LEFT + 330),
    ]
    found = lines(printed(*pages))
    assert found[0] == ["项目支出绩效目标表"]
    assert found[1:] == [["单位", "项目名称", "金额", "目标"], ["市水利局", "堤防维修", "12.50", "保障度汛"]]


@pytest.mark.parametrize(("begin", "rest", "text"), [("55", "50.18", "5550.18"), ("5", "50.18", "550.18")])
def test_equal_digits_on_both_sides_of_an_edge_are_two(begin: str, rest: str, text: str) -> None:
    """Two forms on each page; the second band of pages has the second half of their last column."""
    tops = [TOP, TOP - 110]

    def page(right: float, number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for form, top in enumerate(tops):
                ys = [top, top - 24, top - 48, top - 88]
                for y in ys:
                    canvas.line(LEFT, y, right, y)
                for x in (LEFT, LEFT + 130, LEFT + 260) if not number else (right,):
                    canvas.line(x, top, x, ys[-1])
                for above, below in ((0, 1), (2, 3)):  # only the cell of the amount goes over the edge
                    canvas.line(LEFT if number else right, ys[above], LEFT if number else right, ys[below])
                if not number:
                    for row, words in enumerate(("名称", "金额", "目标")):
                        canvas.drawString(LEFT + 3, ys[row] - 14, f"{words}{form}")
                        canvas.drawString(LEFT + 133, ys[row] - 14, "甲乙丙"[row])
                    canvas.drawRightString(right, ys[1] - 14, begin)
                else:
                    canvas.drawString(LEFT, ys[1] - 14, rest)

        return draw

    cells = {cell for row in tables(page(LEFT + 340, 0), page(LEFT + 60, 1)) for cell in row}
    assert text in cells
    assert cells >= {"名称0", "名称1", "目标1"}
