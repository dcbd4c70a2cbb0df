"""Tables that are drawn less well than they should be: missing walls, rules that stick out, rows broken over pages."""

import io
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from ingest.readers.pdf.ruled.broken_rows import OpenRow
from ingest.readers.pdf.ruled.table import TableCell
from tests.unit.test_pdf import lines, printed, table

ROWS = {(0, 0): "名称", (0, 1): "金额", (1, 0): "甲", (1, 1): "12.00", (2, 0): "乙", (2, 1): "7.50"}
XS, YS = [20.0, 120.0, 220.0, 320.0], [280.0, 260.0, 240.0, 220.0]
TEXTS = ROWS | {(0, 2): "比率", (1, 2): "95%", (2, 2): "80%"}
EXPECTED = [["名称", "金额", "比率"], ["甲", "12.00", "95%"], ["乙", "7.50", "80%"]]


def write(canvas: Canvas, texts: dict[tuple[int, int], str] = TEXTS) -> None:
    for (row, column), text in texts.items():
        canvas.drawString(XS[column] + 3, YS[row] - 14, text)


@pytest.mark.parametrize("gap", [3.4, 3.6, 3.8, 4.0, 4.2, 5.0])
def test_a_doubled_border_loses_nothing(gap: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([20, 120, 220, 220 + gap], YS)
        write(canvas, ROWS)

    rows = lines(printed(draw))
    assert [[cell for cell in row if cell] for row in rows] == [row[:2] for row in EXPECTED]
    assert gap > 4 or {len(row) for row in rows} == {2}


@pytest.mark.parametrize("gap", [1.0, 3.6, 3.9])
def test_a_doubled_rule_between_columns_is_no_column(gap: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([20, 120, 220 - gap, 220, 320], YS)
        write(canvas)

    assert lines(printed(draw)) == EXPECTED


def test_a_missing_corner_wall_keeps_each_number_in_its_row() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 220, 300, 60)
        for x0, y0, x1, y1 in (
            (20, 260, 320, 260),
            (20, 240, 120, 240),
            (220, 240, 320, 240),
            (220, 220, 220, 280),
            (120, 260, 120, 280),
            (120, 220, 120, 240),
        ):
            canvas.line(x0, y0, x1, y1)
        write(canvas)

    assert lines(printed(draw)) == EXPECTED


@pytest.mark.parametrize("far", [10, 14])
def test_rules_that_stick_out_make_no_column(far: int) -> None:
    def draw(canvas: Canvas) -> None:
        for number, y in enumerate(YS):
            canvas.line(20, y, 320 + far * (number % 2), y)
        for x in XS[:3]:
            canvas.line(x, 220, x, 280)
        canvas.line(320, 220, 320, 240)
        write(canvas)

    assert lines(printed(draw)) == EXPECTED


@pytest.mark.parametrize("without", [{0}, {1, 2}])
def test_rows_without_walls_are_parted_at_the_columns(without: set[int]) -> None:
    def draw(canvas: Canvas) -> None:
        for number, (top, bottom) in enumerate(pairwise(YS)):
            for x in (20, 320) if number in without else XS:
                canvas.line(x, bottom, x, top)
        for y in YS:
            canvas.line(20, y, 320, y)
        write(canvas)

    assert lines(printed(draw)) == EXPECTED


def test_a_title_over_all_columns_stays_one_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 280, 300, 15)
        canvas.drawString(90, 284, "项目支出 绩效目标表")
        table(canvas, XS, YS, TEXTS)

    assert lines(printed(draw)) == [["项目支出 绩效目标表", "", ""], *EXPECTED]


@pytest.mark.parametrize("turn", [90, 270])
def test_text_written_sideways_stands_in_its_cell(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([20, 50], [280, 220])
        canvas.grid([50, 120, 220], YS)
        for row, (name, value) in enumerate((("数量", "12"), ("质量", "95%"), ("成本", "7"))):
            canvas.drawString(53, YS[row] - 14, name)
            canvas.drawString(123, YS[row] - 14, value)
        canvas.translate(38 if turn == 90 else 32, 230 if turn == 90 else 270)
        canvas.rotate(turn)
        canvas.drawString(0, 0, "产出指标")

    assert lines(printed(draw)) == [["产出指标", "数量", "12"], ["", "质量", "95%"], ["", "成本", "7"]]


def test_numbers_stacked_in_one_cell_are_rows() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid(XS, [280, 260, 220])
        write(canvas)

    assert lines(printed(draw)) == EXPECTED


def test_a_wrapped_number_is_no_stack() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([20, 62, 104], [280, 240])
        for x in (23, 65):
            canvas.drawString(x, 266, "1234567")
            canvas.drawString(x, 254, "8.90")

    assert lines(printed(draw)) == [["1234567\v8.90", "1234567\v8.90"]]


@pytest.mark.parametrize(
    ("above", "below"), [("86.0", "0"), ("100.0", "0%"), ("100.0", "%"), ("21,5", "07.25"), ("3,", "408")]
)
def test_a_number_parted_at_its_decimals_is_no_stack(above: str, below: str) -> None:
    """The cells have room for another character between their padding and the wall."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([20, 92, 164, 236], [280, 262, 232, 202])
        for x, text in ((24, "来源"), (96, "预算数"), (168, "执行数")):
            canvas.drawString(x, 267, text)
        for y, name in ((250, "财政"), (220, "其他")):
            canvas.drawString(24, y - 5, name)
            for x in (112, 184):
                canvas.drawString(x, y, above)
                canvas.drawString(x, y - 12, below)

    assert [len(row) for row in lines(printed(draw))] == [3, 3, 3]


def test_the_rest_of_a_row_goes_on_behind_the_header_printed_again() -> None:
    """The row is open at the end of its page; below the header of the next one no rule parts it either."""

    def first(canvas: Canvas) -> None:
        table(canvas, XS, [80, 60], {(0, 0): "名称", (0, 1): "金额", (0, 2): "指标"})
        for x in XS:
            canvas.line(x, 60, x, 20)
        canvas.drawString(223, 40, "指标一完成；")
        canvas.drawString(223, 26, "指标二")

    def second(canvas: Canvas) -> None:
        canvas.grid(XS, [280, 220])
        for x, head, rest in zip(XS, ("名称", "金额", "指标"), ("培训", "2.18", "完成。"), strict=False):
            canvas.drawString(x + 3, 268, head)
            canvas.drawString(x + 3, 244, rest)

    rows = [row for row in lines(printed(first, second)) if any(row)]
    assert rows[0] == ["名称", "金额", "指标"]
    assert rows[1] == ["培训", "2.18", "指标一完成；\v指标二\v完成。"]


def test_a_text_alone_in_its_row_at_the_top_of_a_page_is_the_rest_of_the_one_above() -> None:
    def first(canvas: Canvas) -> None:
        table(
            canvas,
            XS,
            [60, 40, 20],
            {(0, 0): "质量", (0, 1): "合格", (0, 2): "≥98%", (1, 0): "时效", (1, 1): "完成（含"},
        )

    def second(canvas: Canvas) -> None:
        table(canvas, XS, [280, 260, 240], {(0, 1): "复核）", (1, 0): "成本", (1, 1): "总额", (1, 2): "≤5"})

    assert lines(printed(first, second))[1:] == [["时效", "完成（含\v复核）", ""], ["成本", "总额", "≤5"]]


def test_a_text_below_a_label_of_its_own_is_no_rest() -> None:
    def first(canvas: Canvas) -> None:
        table(canvas, XS, [60, 40, 20], {(0, 0): "名称", (0, 1): "甲", (1, 0): "目标", (1, 1): "全年（2024年）"})

    def second(canvas: Canvas) -> None:
        table(canvas, XS, [280, 260, 240], {(0, 1): "完成清淤", (1, 0): "成本", (1, 2): "≤5"})

    assert lines(printed(first, second))[1:3] == [["目标", "全年（2024年）", ""], ["", "完成清淤", ""]]


def test_a_new_row_of_numbers_is_never_joined() -> None:
    def first(canvas: Canvas) -> None:
        table(canvas, XS, [60, 40], {(0, 0): "甲", (0, 1): "1.00", (0, 2): "2.00"})
        for x in XS:
            canvas.line(x, 40, x, 20)
        canvas.drawString(23, 26, "乙")
        canvas.drawString(123, 26, "3.00")

    def second(canvas: Canvas) -> None:
        table(canvas, XS, [280, 260, 240], {(0, 0): "丙", (0, 1): "4.00", (1, 0): "丁", (1, 1): "5.00"})

    rows = lines(printed(first, second))
    assert ["乙", "3.00", ""] in rows and ["丙", "4.00", ""] in rows


def test_bullets_of_a_tall_font_stay_on_their_line() -> None:
    for ascent, descent in ((1500, 500), (2000, 1000), (3000, 1500)):
        assert read_pdf(tall_bullets(ascent, descent), "tall.pdf").text.split("\t")[0] == (
            "* first line of the goal\v* second line, 95 percent\vthird line"
        )


def tall_bullets(ascent: int, descent: int) -> bytes:
    """Three lines in a cell, two of them behind a bullet in a font that claims to be so tall."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(400, 300), invariant=1, pageCompression=0)
    canvas.grid([20, 320, 380], [280, 240, 200])
    for y, bullet, text in (
        (271, "*", "first line of the goal"),
        (258, "*", "second line, 95 percent"),
        (245, "", "third line"),
    ):
        canvas.setFont("Courier", 10)
        canvas.drawString(25, y, bullet)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(35 if bullet else 25, y, text)
    canvas.showPage()
    canvas.save()
    widths = "/FirstChar 42 /LastChar 42 /Widths [600] /FontDescriptor << /Type /FontDescriptor /FontName /Courier "
    tall = f"/Flags 33 /FontBBox [0 -{descent} 600 {ascent}] /Ascent {ascent} /Descent -{descent} /StemV 80 >> "
    data = file.getvalue().replace(b"/BaseFont /Courier", b"/BaseFont /Courier " + (widths + tall).encode())
    # The places in the table of contents no longer fit: without it a reader looks for the objects.
    return data[: data.rindex(b"startxref")] + b"startxref\n0\n%%EOF\n"


def test_a_text_of_a_merged_cell_goes_on_over_the_page_beside_rows_of_its_own() -> None:
    xs = [20.0, 80.0, 140.0, 220.0, 320.0]

    def first(canvas: Canvas) -> None:
        table(canvas, xs, [80, 60], {(0, 0): "名称", (0, 1): "目标", (0, 2): "指标", (0, 3): "目标值"})
        canvas.grid([20, 80, 140], [60, 20])
        canvas.grid([140, 220, 320], [60, 40, 20])
        for x, y, text in ((23, 46, "甲"), (83, 50, "完成全年"), (83, 38, "的清淤和"), (83, 26, "河道养护")):
            canvas.drawString(x, y, text)
        for y, name, target in ((46, "长度", "12公里"), (26, "方量", "300方")):
            canvas.drawString(143, y, name)
            canvas.drawString(223, y, target)

    def second(canvas: Canvas) -> None:
        canvas.grid([20, 80, 140], [280, 240])
        canvas.grid([140, 220, 320], [280, 260, 240])
        canvas.drawString(83, 270, "任务，保")
        canvas.drawString(83, 258, "障行洪。")
        for y, name, target in ((266, "合格率", "95%"), (246, "满意度", "90%")):
            canvas.drawString(143, y, name)
            canvas.drawString(223, y, target)

    assert [row for row in lines(printed(first, second)) if any(row)] == [
        ["名称", "目标", "指标", "目标值"],
        ["甲", "完成全年\v的清淤和\v河道养护\v任务，保\v障行洪。", "长度", "12公里"],
        ["", "", "方量", "300方"],
        ["", "", "合格率", "95%"],
        ["", "", "满意度", "90%"],
    ]


@pytest.mark.parametrize(
    ("above", "below", "is_rest"), [("服务对象满意度指", "标", True), ("服务对象满意度指", "可持续影响指标", False)]
)
def test_the_end_of_a_word_alone_in_its_row_is_of_the_row_above(above: str, below: str, is_rest: bool) -> None:
    xs = [20.0, 60.0, 144.0, 320.0]

    def first(canvas: Canvas) -> None:
        table(canvas, xs, [60, 40, 20], {(0, 0): "一级", (0, 1): "二级", (1, 0): "满意", (1, 1): above, (1, 2): "≥90%"})

    def second(canvas: Canvas) -> None:
        table(canvas, xs, [280, 260, 240], {(0, 1): below, (1, 0): "成本", (1, 1): "经济", (1, 2): "≤5"})

    found = lines(printed(first, second))
    assert found[1:3] == (
        [["满意", f"{above}\v{below}", "≥90%"], ["成本", "经济", "≤5"]]
        if is_rest
        else [["满意", above, "≥90%"], ["", below, ""]]
    )


@pytest.mark.parametrize("amount", ["", "8.00"])
def test_names_that_fill_their_lines_go_on_where_the_next_page_prints_no_amount(amount: str) -> None:
    """A page ends behind the first of the rows of a project; the next one begins with the rest of its merged cells."""
    xs = [20.0, 72.0, 124.0, 180.0, 260.0, 320.0]

    def first(canvas: Canvas) -> None:
        texts = {(0, 0): "单位", (0, 1): "名称", (0, 2): "金额", (0, 3): "指标", (0, 4): "目标"}
        cells = {(1, 0): "某市水利", (1, 1): "河道清淤", (1, 2): "12.50", (1, 3): "长度", (1, 4): "3公里"}
        table(canvas, xs, [60, 40, 20], texts | cells)

    def second(canvas: Canvas) -> None:
        canvas.grid(xs[:4], [280, 240])
        canvas.grid(xs[3:], [280, 260, 240])
        for x, text in zip(xs, ("局本级", "及养护", amount), strict=False):
            canvas.drawString(x + 3, 267, text)
        for y, name, target in ((266, "合格率", "95%"), (246, "满意度", "90%")):
            canvas.drawString(xs[3] + 3, y, name)
            canvas.drawString(xs[4] + 3, y, target)

    found = [row for row in lines(printed(first, second)) if any(row)]
    assert found[1][:3] == (
        ["某市水利", "河道清淤", "12.50"] if amount else ["某市水利\v局本级", "河道清淤\v及养护", "12.50"]
    )
    assert found[2] == [*(("局本级", "及养护", amount) if amount else ("", "", "")), "合格率", "95%"]


def test_a_line_that_the_end_of_a_page_cuts_through_is_read_once() -> None:
    """Both pages print the line; what follows on the next one is the rest of its cell."""
    xs = [20.0, 72.0, 132.0, 220.0, 320.0]

    def first(canvas: Canvas) -> None:
        canvas.grid(xs[:3], [80, 20])
        canvas.grid(xs[2:], [80, 50, 20])
        for y, name, goal in ((44, "某某河道", "完成清淤"), (32, "养护工程", "和堤防加"), (21, "（二期）", "固任务，")):
            canvas.drawString(23, y, name)
            canvas.drawString(75, y, goal)
        canvas.drawString(135, 60, "长度")
        canvas.drawString(135, 30, "方量")

    def second(canvas: Canvas) -> None:
        canvas.grid(xs[:3], [280, 220])
        canvas.grid(xs[2:], [280, 250, 220])
        canvas.drawString(23, 270, "（二期）")
        canvas.drawString(75, 270, "固任务，")
        canvas.drawString(75, 258, "保度汛。")
        canvas.drawString(135, 260, "合格率")
        canvas.drawString(135, 230, "满意度")

    found = [row[:3] for row in lines(printed(first, second)) if any(row)]
    assert found[0] == ["某某河道\v养护工程\v（二期）", "完成清淤\v和堤防加\v固任务，\v保度汛。", "长度"]
    assert found[1:] == [["", "", "方量"], ["", "", "合格率"], ["", "", "满意度"]]


def test_a_row_alone_on_its_page_has_no_cells_but_its_own() -> None:
    columns, own = range(4), [TableCell(0, column, text) for column, text in enumerate("甲乙")]
    above, below = OpenRow(1, own, columns, 4), OpenRow(2, [TableCell(0, 3, "3", rows=2)], columns, 4)
    below.give_rests([above], 1)
    assert [cell.text for cell in above.row().cells] == ["甲", "乙", "", ""]
    assert [cell.text for cell in below.row().cells] == ["", "", "", "3"]


HEAD, NUMBERS = ("Year", "Paid", "Share", "Part"), [("2021", "120", "3.5", "17%"), ("2022", "98", "2.8", "22%")]
SUM = ("All", "218", "3.2", "19%")
PLACES = (24, 124, 194, 264)


def of_places(canvas: Canvas, y: float, texts: tuple[str, ...]) -> None:
    for x, text in zip(PLACES, texts, strict=True):
        canvas.drawString(x, y, text)


def with_title_set_apart(canvas: Canvas, head: tuple[str, ...] = HEAD) -> None:
    """Rules between rows alone; the last title is justified, so that its first line has a wide gap."""
    canvas.setFont("Helvetica", 9)
    for y in (282, 254, 198):
        canvas.line(20, y, 360, y)
    of_places(canvas, 271, head)
    canvas.drawString(310, 271, "of")
    canvas.drawString(264, 259, "Total Amount")
    for number, texts in enumerate((*NUMBERS, SUM)):
        of_places(canvas, 242 - 18 * number, texts)


def test_the_end_of_a_wrapped_title_set_wide_apart_is_no_column() -> None:
    assert lines(printed(with_title_set_apart)) == [
        ["Year", "Paid", "Share", "Part of\vTotal Amount"],
        *map(list, (*NUMBERS, SUM)),
    ]


def test_two_titles_above_numbers_of_their_own_stay_two() -> None:
    def draw(canvas: Canvas) -> None:
        with_title_set_apart(canvas)
        for y in (242, 224, 206):
            canvas.drawString(310, y, "5")

    assert [row[-2:] for row in lines(printed(draw))][-3:] == [[text[-1], "5"] for text in (*NUMBERS, SUM)]


@pytest.mark.parametrize("reach", [199, 216])
def test_a_row_below_the_last_rule_is_of_the_table_as_far_as_the_rule_between_columns_goes(reach: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for y in (282, 262, 220):
            canvas.line(20, y, 360, y)
        canvas.line(110, 282, 110, reach)
        for number, texts in enumerate((HEAD, *NUMBERS, SUM)):
            of_places(canvas, 268 - 20 * number, texts)

    rows = lines(printed(draw))
    assert rows[:3] == list(map(list, (HEAD, *NUMBERS)))
    assert (rows[3:] == [list(SUM)]) is (reach == 199)


@pytest.mark.parametrize(("cuts", "width"), [(True, 2), (False, 3)])
def test_what_is_cut_off_of_a_rule_parts_nothing(cuts: bool, width: int) -> None:
    """A rule beyond the edge of what is drawn on, as programs do that draw a whole sheet and clip it to a page."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([20, 120, 320], YS)
        write(canvas, ROWS)
        canvas.saveState()
        if cuts:
            path = canvas.beginPath()
            path.rect(20, 10, 300, 190)
            canvas.clipPath(path, stroke=0, fill=0)
        canvas.line(220, 220, 220, 280)
        canvas.restoreState()

    assert {len(row) for row in lines(printed(draw))} == {width}
