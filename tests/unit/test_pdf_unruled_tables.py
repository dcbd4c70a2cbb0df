"""Tables without rules around their cells: names without numbers, wraps that are wider, columns that stand close."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import lines, printed

SIZE, WRAP, STEP = 10.0, 12.0, 18.0
PLACES = (24.0, 110.0, 200.0, 290.0)
Texts = tuple[str, ...]
HEAD: Texts = ("项目", "预算数", "执行数", "得分")
FULL: tuple[Texts, ...] = (HEAD, ("甲工程", "120.50", "98.00", "9"), ("乙工程", "88.00", "80.00", "8"))


def draw(canvas: Canvas, rows: Sequence[Texts], places: Sequence[float] = PLACES) -> None:
    """Rows one below another; a break in a text is a wrap."""
    canvas.setFont(FONT, SIZE)
    y = 280.0
    for row in rows:
        wrapped = [text.split("\n") for text in row]
        for x, own in zip(places, wrapped, strict=True):
            for number, text in enumerate(own):
                canvas.drawString(x, y - number * WRAP, text)
        y -= STEP + (max(map(len, wrapped)) - 1) * WRAP


def as_read(rows: Sequence[Texts]) -> list[list[str]]:
    return [[text.replace("\n", "\v") for text in row] for row in rows]


def test_a_name_without_numbers_below_a_wrapped_one_parts_no_table() -> None:
    rows = (
        *FULL,
        ("信息系统\n运行维护", "70.00", "61.00", "7"),
        ("垃圾分类\n宣传", "", "", ""),
        ("丙工程", "12.00", "11.00", "9"),
        ("丁工程", "10.00", "9.00", "9"),
    )
    assert lines(printed(lambda canvas: draw(canvas, rows))) == as_read(rows)


def test_lines_of_prose_between_tables_part_them() -> None:
    prose = (
        "注：本表按照预算批复口径填列",
        "执行数截至年底，未经决算",
        "以决算批复为准，特此说明",
        "其余见后表，口径相同",
    )

    def both(canvas: Canvas) -> None:
        draw(canvas, [*FULL, *((text, "", "", "") for text in prose), *FULL])

    source = read_pdf(printed(both), "x")
    assert not any(line.is_row for line in source.lines if source.text[line.span.start : line.span.end] in prose)


def test_the_last_wrap_may_be_a_letter_wider_than_all_others() -> None:
    rows = (*FULL, ("信息系统\n运行维护1", "70.00", "61.00", "7"))
    assert lines(printed(lambda canvas: draw(canvas, rows))) == as_read(rows)


@pytest.mark.parametrize("is_last", [False, True])
def test_a_name_that_fills_its_column_and_the_number_behind_it_are_a_row(is_last: bool) -> None:
    """They stand closer than texts of two columns do elsewhere."""
    close = ("信息系统运行维", "70.00", "", "")
    rows = (*FULL, close) if is_last else (*FULL, close, ("丁工程", "10.00", "9.00", "9"))
    places = (24.0, 98.0, 200.0, 290.0)
    assert lines(printed(lambda canvas: draw(canvas, rows, places))) == as_read(rows)


def test_columns_that_stand_close_are_two_though_few_lines_have_both() -> None:
    """Numbers set to the right beside numbers set to the left; names take two lines each."""
    rows = (
        ("项目", "预算数", "执行数", "得分"),
        ("信息系统\n运行维护", "61910.08", "31264.59", "9"),
        ("垃圾分类\n宣传", "75088.14", "74111.99", "8"),
        ("河道清淤\n养护", "", "74706.69", "8"),
        ("课堂教学\n改革", "", "20311.54", "7"),
        ("人才培养\n计划", "75626.14", "", "9"),
    )
    places = (24.0, 110.0, 150.0, 290.0)
    assert lines(printed(lambda canvas: draw(canvas, rows, places))) == as_read(rows)


def test_the_end_of_a_sentence_beside_two_lines_is_no_label() -> None:
    """The last line of a paragraph, in the left one of two columns."""

    def columns(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for y, left in ((260, "为规范项目支出管理，提高资金使用效益，"), (245, "特此说明如下。")):
            canvas.drawString(24, y, left)
            canvas.drawString(225, y, "结合本部门实际，现说明项目支出")
        canvas.drawString(225, 230, "绩效情况如下。")

    assert not any(line.is_row for line in read_pdf(printed(columns), "x").lines)
