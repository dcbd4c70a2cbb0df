"""Forms wider than a page: their rows over all columns have no walls on a page between, their titles go on."""

from collections.abc import Sequence
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas

from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import Draw, lines, printed

LEFT, TOP, HEIGHT = 20.0, 250.0, 20.0
Slot = tuple[int, int, str]
"""A cell of a row: its first column, how many it covers, its text."""
WIDTHS = [110.0, 120.0, 110.0, 130.0, 90.0, 120.0, 150.0]
PAGES = [(0, 3), (3, 6), (6, 7)]
"""The columns of a sheet, and which of them stand on each page."""
FORM: list[list[Slot]] = [
    [(0, 1, "项目名称"), (1, 2, "堤防维修"), (3, 1, "实施单位"), (4, 3, "水务站")],
    [(0, 7, "年度目标完成情况")],
    [(0, 3, "目标"), (3, 2, "保障度汛"), (5, 2, "已保障")],
    [(0, 7, "绩效指标")],
    *[
        [
            (0, 1, one),
            (1, 1, f"{one}一"),
            (2, 1, f"{one}二"),
            (3, 1, f"≥{n}处"),
            (4, 1, f"{n}处"),
            (5, 1, "5"),
            (6, 1, "无"),
        ]
        for n, one in enumerate("甲乙丙丁", 3)
    ],
    [(0, 7, "注")],
]


def sheet(
    page: int,
    rows: Sequence[Sequence[Slot]] = FORM,
    top: float = TOP,
    widths: Sequence[float] = WIDTHS,
    title: str = "",
    size: float = 10,
) -> Draw:
    """A page of a sheet: the rules of its cells, their texts where they begin, and a title in the middle of the sheet.

    Nothing is printed beyond the columns of the page.
    """
    first, end = PAGES[page]
    edges = [0.0, *accumulate(widths)]

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(LEFT - edges[first], 0)
        frame = canvas.beginPath()
        frame.rect(edges[first], 0, edges[end] - edges[first], 300)
        canvas.clipPath(frame, stroke=0, fill=0)
        canvas.setFont(FONT, size)
        if title:
            canvas.drawString((edges[-1] - size * len(title)) / 2, top + 10, title)
        for number, row in enumerate(rows):
            y = top - HEIGHT * number
            for column, count, text in row:
                x0, x1 = edges[column], edges[column + count]
                canvas.drawString(x0 + 3, y - 14, text)
                for x in (x0, x1):
                    if edges[first] <= x <= edges[end]:
                        canvas.line(x, y, x, y - HEIGHT)
            begin, finish = edges[row[0][0]], edges[row[-1][0] + row[-1][1]]
            for edge in (y, y - HEIGHT):
                canvas.line(max(begin, edges[first]), edge, min(finish, edges[end]), edge)
        canvas.restoreState()

    return draw


def shown(rows: Sequence[Sequence[Slot]], width: int = 7) -> list[list[str]]:
    """The rows as they are read: the text of a cell in its first column."""
    texts = [{column: text for column, _, text in row} for row in rows]
    return [[own.get(column, "") for column in range(width)] for own in texts]


def tables(*pages: Draw) -> list[list[str]]:
    return [row for row in lines(printed(*pages)) if len(row) > 1]


def test_rows_without_walls_between_the_pieces_of_a_page_are_rows_of_the_form() -> None:
    assert tables(*(sheet(page) for page in range(3))) == shown(FORM)


def test_a_row_that_differs_from_the_page_before_proves_nothing() -> None:
    """Its cell is closed on the page before: what stands on the next one are tables of their own."""
    other = [[(0, 3, "年度目标完成情况"), (3, 4, "")] if row is FORM[1] else row for row in FORM]
    assert tables(sheet(0, other), sheet(1)) != [row[:6] for row in shown(FORM)]
    assert len(tables(sheet(0, other), sheet(1))) > len(FORM)


def test_columns_as_wide_as_those_before_stand_beside_them_where_cells_go_over() -> None:
    widths = [110.0] * 7
    form = [[slot for slot in row if slot[0] < 6] for row in FORM]
    rows = shown(form, width=6)
    assert tables(sheet(0, form, widths=widths), sheet(1, form, widths=widths)) == rows


def test_forms_of_one_kind_without_such_cells_stay_two() -> None:
    """They have the same rows, and the columns of one page."""
    form = [
        [(0, 1, "项目"), (1, 1, "金额"), (2, 1, "目标")],
        *([(n, 1, f"{own}{n}") for n in range(3)] for own in "甲乙丙"),
    ]
    pages = [sheet(0, form), sheet(0, form)]
    assert tables(*pages) == [*shown(form, 3), *shown(form[1:], 3)] or tables(*pages) == [*shown(form, 3)] * 2


def test_a_title_goes_over_several_pages() -> None:
    title = "堤防维修项目支出绩效自评表公开的第三张"
    pages = [sheet(page, title=title, size=28) for page in range(3)]
    found = lines(printed(*pages))
    assert found[0] == [title]
    assert next(row for row in found if len(row) > 1) == shown(FORM)[0]


def test_a_character_cut_by_the_edge_of_a_page_is_read_once() -> None:
    """Its halves stand at the end of one page and at the begin of the next; equal characters beside it stay two."""
    goal = "完成强制免疫一一一一一一一一一一一一一一一一一一一一一一一一一一一一万头次抗体合格"
    form = [[(0, 7, goal)] if row is FORM[1] else row for row in FORM]
    found = tables(*(sheet(page, form, size=10.5) for page in range(3)))
    assert found[1][0] == goal


def test_forms_with_other_columns_below_one_another_go_on_each_beside_its_own() -> None:
    """The third form begins in the second column of the sheet."""
    third: list[list[Slot]] = [
        [(1, 1, "项目名称"), (2, 2, "养老服务"), (4, 1, "实施单位"), (5, 1, "民政站")],
        *[[(n + 1, 1, f"{own}{n}") for n in range(5)] for own in "戊己庚"],
    ]
    first, second = (
        [[slot for slot in row if slot[0] < 6] for row in FORM[begin:end]] for begin, end in ((4, 6), (6, 8))
    )

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            sheet(number, first)(canvas)
            sheet(number, second, top=TOP - 60)(canvas)
            sheet(number, third, top=TOP - 120)(canvas)

        return draw

    found = tables(page(0), page(1))
    assert found[:4] == shown([*first, *second], 6)
    assert [[text for text in row if text] for row in found[4:]] == [[text for _, _, text in row] for row in third]


def test_forms_side_by_side_on_a_sheet_go_on_over_the_pages_between() -> None:
    """The second page has the end of the first form and the begin of the second one."""
    second: list[list[Slot]] = [
        [(0, 1, "项目名称"), (1, 2, "养老服务")],
        [(0, 1, "目标"), (1, 2, "服务老人")],
        *[[(n, 1, f"{own}{n}") for n in range(3)] for own in "戊己庚"],
    ]
    first: list[list[Slot]] = [
        [(0, 1, "项目名称"), (1, 3, "堤防维修")],
        [(0, 1, "目标"), (1, 3, "保障度汛")],
        *[[(n, 1, f"{own}{n}") for n in range(4)] for own in "甲乙丙丁"],
    ]
    widths = [130.0, 120.0, 110.0, 110.0, 60.0, 90.0, 190.0, 190.0]
    both = [
        [*row, *((column + 5, count, text) for column, count, text in other)]
        for row, other in zip(first, [*second, []], strict=True)
    ]

    def page(begin: int, end: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            edges = [0.0, *accumulate(widths)]
            canvas.translate(LEFT - edges[begin], 0)
            frame = canvas.beginPath()
            frame.rect(edges[begin], 0, edges[end] - edges[begin], 300)
            canvas.clipPath(frame, stroke=0, fill=0)
            canvas.setFont(FONT, 10)
            for number, row in enumerate(both):
                y = TOP - HEIGHT * number
                for column, count, text in row:
                    x0, x1 = edges[column], edges[column + count]
                    canvas.rect(x0, y - HEIGHT, x1 - x0, HEIGHT)
                    canvas.drawString(x0 + 3, y - 14, text)

        return draw

    found = tables(page(0, 3), page(3, 6), page(6, 8))
    assert [[text for text in row if text] for row in found] == [
        [text for _, _, text in row if text] for form in (first, second) for row in form
    ]
