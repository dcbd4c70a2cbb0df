"""What stands in a PDF and is not printed as text: painted over, white on paper, watermarks; forms on turned pages."""

from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import Draw, lines, printed, table

XS, YS = [20.0, 120.0, 220.0, 380.0], [280.0 - 30 * row for row in range(7)]
CELLS = {(row, column): f"{row}{column}.50" for row in range(6) for column in range(3)}
ROWS = [[f"{row}{column}.50" for column in range(3)] for row in range(6)]


def body(canvas: Canvas) -> None:
    table(canvas, XS, YS, CELLS)


def changed(*cells: tuple[int, int, str]) -> list[list[str]]:
    rows = [[*row] for row in ROWS]
    for row, column, text in cells:
        rows[row][column] = text
    return rows


def hidden(data: bytes) -> list[tuple[str, str]]:
    return [(notice.code, notice.printed) for notice in read_pdf(data, "x").notices]


def box(canvas: Canvas, grey: float) -> None:
    canvas.setFillGray(grey)
    canvas.rect(121, 251, 98, 28, stroke=0, fill=1)
    canvas.setFillGray(0)


@pytest.mark.parametrize(("grey", "new"), [(1, "新值"), (0, "")])
def test_what_is_painted_over_is_not_read_and_said(grey: float, new: str) -> None:
    def draw(canvas: Canvas) -> None:
        body(canvas)
        box(canvas, grey)
        canvas.drawString(123, 268, new)

    assert lines(printed(draw)) == changed((0, 1, new))
    assert hidden(printed(draw)) == [("hidden", "01.50")]


def below(canvas: Canvas) -> None:
    box(canvas, 0.9)
    body(canvas)


def marker(canvas: Canvas) -> None:
    body(canvas)
    canvas.setFillColor(Color(1, 1, 0, alpha=0.4))
    canvas.rect(121, 251, 98, 28, stroke=0, fill=1)


def clipped(canvas: Canvas) -> None:
    body(canvas)
    path = canvas.beginPath()
    path.rect(300, 5, 50, 50)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFillGray(0.9)
    canvas.rect(0, 0, 400, 300, stroke=0, fill=1)


def framed(canvas: Canvas) -> None:
    body(canvas)
    path = canvas.beginPath()
    path.rect(121, 251, 98, 28)
    path.rect(122, 252, 96, 26)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)


@pytest.mark.parametrize("draw", [below, marker, clipped, framed])
def test_grounds_markers_and_frames_cover_nothing(draw: Draw) -> None:
    assert lines(printed(draw)) == ROWS
    assert hidden(printed(draw)) == []


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(123, 256, "999.99")
    canvas.setFillGray(0)


def test_white_text_is_read_on_dark_ground_alone() -> None:
    def on_paper(canvas: Canvas) -> None:
        body(canvas)
        white(canvas)

    def on_dark(canvas: Canvas) -> None:
        box(canvas, 0.2)
        on_paper(canvas)

    assert lines(printed(on_paper)) == ROWS
    assert hidden(printed(on_paper)) == [("hidden", "999.99")]
    assert lines(printed(on_dark)) == changed((0, 1, "01.50\v999.99"))


def tiles(canvas: Canvas, text: str = "样张12") -> None:
    canvas.saveState()
    canvas.setFillGray(0.8)
    for x in range(30, 400, 130):
        for y in range(5, 300, 60):
            canvas.drawString(x, y, text)
    canvas.restoreState()


@pytest.mark.parametrize("is_first", [True, False])
def test_a_watermark_tiled_between_the_lines_stands_apart(is_first: bool) -> None:
    def draw(canvas: Canvas) -> None:
        for step in (tiles, body) if is_first else (body, tiles):
            step(canvas)

    rows = lines(printed(draw))
    assert rows[:6] == ROWS
    assert {word for row in rows[6:] for cell in row for word in cell.split()} == {"样张12"}


def test_pale_numbers_that_repeat_are_no_watermark() -> None:
    def draw(canvas: Canvas) -> None:
        body(canvas)
        tiles(canvas, "0.00")

    rows = lines(printed(draw))
    assert "0.00" in " ".join(cell for row in rows[: rows.index(next(r for r in rows if "50.50" in r))] for cell in row)


def slanted(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(60, 100)
    canvas.rotate(45)
    canvas.setFillGray(0.9)
    canvas.setFont(FONT, 30)
    canvas.drawString(0, 0, "内部")
    canvas.restoreState()


def upright(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.setFont(FONT, 60)
    canvas.drawString(10, 230, "内部")
    canvas.restoreState()


def head(canvas: Canvas) -> None:
    canvas.drawString(150, 290, "某市部门预算")


def over_pages(before: Sequence[Callable[[Canvas], None]], behind: Sequence[Callable[[Canvas], None]]) -> bytes:
    """A text broken by the end of its page, in a table that goes on over three pages."""

    def first(canvas: Canvas) -> None:
        for step in before:
            step(canvas)
        table(canvas, [20, 120, 176], [280, 250, 5], {(0, 0): "名称", (0, 1): "目标", (1, 0): "经费"})
        for row in range(20):
            canvas.drawString(123, 238 - 12 * row, "保障机关工")

    def second(canvas: Canvas) -> None:
        for step in behind:
            step(canvas)
        table(canvas, [20, 120, 176], [280, 250, 220], {(0, 1): "作。", (1, 0): "合计"})

    return printed(first, second)


@pytest.mark.parametrize(
    ("before", "behind"), [((slanted,), (slanted,)), ((upright,), (upright,)), ((tiles,), (tiles,)), ((), (slanted,))]
)
def test_watermarks_part_no_table(before: Sequence[Draw], behind: Sequence[Draw]) -> None:
    rows = lines(over_pages(before, behind))
    assert next(row for row in rows if "保障" in row[-1])[1].endswith("\v作。")
    assert ["合计", ""] in rows


def test_a_head_that_only_later_pages_bear_parts_no_table() -> None:
    def last(canvas: Canvas) -> None:
        head(canvas)
        canvas.drawString(20, 200, "完")

    def second(canvas: Canvas) -> None:
        head(canvas)
        table(canvas, [20, 120, 176], [280, 250, 220], {(0, 1): "作（二）。", (1, 0): "合计"})

    def first(canvas: Canvas) -> None:
        table(
            canvas, [20, 120, 176], [60, 30, 5], {(0, 0): "名称", (0, 1): "目标", (1, 0): "经费", (1, 1): "保障（一、"}
        )

    assert lines(printed(first, second, last))[1] == ["经费", "保障（一、\v作（二）。"]


def test_a_form_on_a_page_that_is_turned_upright_keeps_its_rules() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("one", 0, 0, 300, 400)
        table(
            canvas, [20.0, 100.0, 200.0], [380.0, 350.0, 320.0], {(r, c): f"{r}{c}.50" for r in (0, 1) for c in (0, 1)}
        )
        canvas.endForm()
        canvas.translate(400, 0)
        canvas.rotate(90)
        canvas.doForm("one")

    assert lines(printed(draw)) == [["00.50", "01.50"], ["10.50", "11.50"]]


SHEET = {(0, 0): "名称", (0, 1): "目标值", (1, 1): "15.00", (2, 0): "合计", (2, 1): "30.00"}
SHEET_XS, SHEET_YS = [20.0, 120.0, 220.0], [280.0, 260.0, 245.0, 225.0]


def in_cell(canvas: Canvas, right: float, texts: Sequence[tuple[float, float, str]]) -> None:
    """Texts as a spreadsheet prints them into the cell of the second row: what reaches out of it is clipped."""
    table(canvas, SHEET_XS, SHEET_YS, SHEET)
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(20, 245, right - 20, 15)
    canvas.clipPath(path, stroke=0, fill=0)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.restoreState()


def turned(draw: Draw) -> Draw:
    def sideways(canvas: Canvas) -> None:
        canvas.translate(400, 0)
        canvas.rotate(90)
        canvas.setFont(FONT, 10)
        draw(canvas)

    return sideways


@pytest.mark.parametrize("turn", [lambda draw: draw, turned])
@pytest.mark.parametrize(
    ("right", "texts", "seen", "said"),
    [
        (120, [(22, 255, "校舍加固"), (22, 243, "改造面积")], "校舍加固\v改造面积", None),
        (120, [(22, 264, "实施"), (22, 249, "校舍加固"), (22, 234, "面积")], "校舍加固", ("hidden", "实施；面积")),
        (120, [(22, 249, "校舍加固改造面积及相关")], "校舍加固改造面积及相", ("text_cut", "校舍加固改造面积及相")),
        (120, [(22, 249, "1234567890" * 3)], "1234567890123456789012", ("text_cut", "1234567890123456789012")),
        (380, [(22, 249, "校舍加固")], "校舍加固", None),
    ],
)
def test_what_a_sheet_cuts_off_stands_in_no_other_cell(
    turn: Callable[[Draw], Draw],
    right: float,
    texts: list[tuple[float, float, str]],
    seen: str,
    said: tuple[str, str] | None,
) -> None:
    data = printed(turn(lambda canvas: in_cell(canvas, right, texts)))
    assert lines(data) == [["名称", "目标值"], [seen, "15.00"], ["合计", "30.00"]]
    assert hidden(data) == ([said] if said else [])


def test_a_label_that_the_end_of_a_page_cuts_through_is_read_on_both_pages_and_nothing_is_said() -> None:
    def part(low: float, high: float, at: float, label: float, texts: dict[tuple[int, int], str]) -> Draw:
        def draw(canvas: Canvas) -> None:
            table(canvas, [20, 120, 220, 320], [*range(int(high), int(low) - 1, -20)], texts)
            canvas.setFillGray(1)
            canvas.rect(21, low + 1, 98, high - low - 2, stroke=0, fill=1)  # the first column is one merged cell
            canvas.setFillGray(0)
            path = canvas.beginPath()
            path.rect(20, low, 100, high - low)
            canvas.clipPath(path, stroke=0, fill=0)
            canvas.drawString(22, at, "数量指标")
            canvas.drawString(22, label, "（产出）")

        return draw

    first = part(20, 60, 18, 30, {(0, 1): "培训次数", (0, 2): "12次", (1, 1): "检查次数", (1, 2): "4次"})
    second = part(240, 280, 278, 290, {(0, 1): "发放册数", (0, 2): "90册", (1, 1): "合计", (1, 2): "106"})
    data = printed(first, second)
    assert [row[0] for row in lines(data) if "数量指标" in row[0]] == ["（产出）\v数量指标", "数量指标"]
    assert hidden(data) == []


TALL = [280.0, 230.0, 180.0, 130.0, 80.0]
SPARSE = {(row, column): f"{row}{column}.50" for row in range(4) for column in range(3)}


@pytest.mark.parametrize(
    ("colour", "size", "angle"),
    [
        ((0.8, 0.8, 0.8), 20, 0),
        ((0.7, 0.8, 1.0), 14, 0),
        ((1.0, 0.0, 0.0), 40, 0),
        ((0.0, 0.0, 0.0), 40, 0),
        ((0.0, 0.0, 0.0), 10, 45),
        ((1.0, 0.0, 0.0), 30, 45),
        ((0.8, 0.8, 0.8), 40, -45),
    ],
)
def test_a_mark_across_the_rules_of_blank_room_stands_in_no_cell(
    colour: tuple[float, float, float], size: float, angle: float
) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 140, 260, 380], TALL, SPARSE)
        canvas.setFillColorRGB(*colour)
        canvas.setFont(FONT, size)
        canvas.translate(200, 180 - size / 4)
        canvas.rotate(angle)
        canvas.drawCentredString(0, 0, "机密")

    rows = lines(printed(draw))
    assert rows[:4] == [[SPARSE[row, column] for column in range(3)] for row in range(4)]
    assert "".join(text for row in rows[4:] for text in row) == "机密"


@pytest.mark.parametrize("size", [36, 48])
def test_a_large_heading_is_none_of_a_larger_mark_across_its_table(size: float) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 140, 260, 380], TALL, SPARSE)
        canvas.setFont(FONT, 20)
        canvas.drawString(120, 284, "绩效目标表")
        canvas.setFillGray(0.6)
        canvas.setFont(FONT, size)
        canvas.drawString(30, 180 - size / 4, "内部资料注意")

    rows = lines(printed(draw))
    assert rows[0] == ["绩效目标表"]
    assert rows[1:5] == [[SPARSE[row, column] for column in range(3)] for row in range(4)]


def test_a_large_heading_and_pale_notes_in_cells_stay() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 140, 260, 380], TALL, SPARSE)
        canvas.setFont(FONT, 22)
        canvas.drawString(120, 284, "绩效目标表")
        canvas.setFont(FONT, 10)
        canvas.setFillGray(0.7)
        canvas.drawString(143, 240, "备注")
        canvas.line(143, 239, 163, 239)

    rows = lines(printed(draw))
    assert rows[0] == ["绩效目标表"]
    assert rows[1][1] == "01.50\v备注"


@pytest.mark.parametrize(("x", "said"), [(368, ["况；得分"]), (420, []), (300, [])])
def test_what_stands_beyond_the_edge_of_a_page_that_cuts_a_line_is_said(x: int, said: list[str]) -> None:
    """Texts wholly beyond it are marks of printers, but for a page that cuts a line."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(20, 280, "项目支出")
        canvas.drawString(x, 200, "完成情况")
        canvas.drawString(420, 180, "得分")

    assert hidden(printed(draw)) == [("hidden", text) for text in said]
