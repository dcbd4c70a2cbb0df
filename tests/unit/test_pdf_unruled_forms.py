"""Forms printed without rules: labels in the middle of their rows, texts beside a label, columns over pages."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import lines, printed

EDGES = (40.0, 100.0, 180.0, 300.0, 390.0)
SIZE, STEP, TOP = 9.0, 17.0, 700.0
GRID = [
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "清淤河道长度", "≥12公里"],
    ["", "", "清运淤泥方量", "≥3.5万立方米"],
    ["", "", "巡查次数", "≥50次"],
    ["", "质量指标", "验收合格率", "≥98%"],
    ["效益指标", "社会效益指标", "受益居民人数", "≥3.5万人"],
    ["", "", "河道水质", "有效改善"],
]


class Text(NamedTuple):
    """A text in the middle of its cell: its rows, its column, where in its column it stands."""

    words: str
    top: float
    bottom: float
    column: int
    align: str = "left"


def write(canvas: Canvas, texts: Sequence[Text]) -> None:
    canvas.setFont(FONT, SIZE)
    for words, top, bottom, column, align in texts:
        left, right = EDGES[column] + 2, EDGES[column + 1] - 2
        wide = stringWidth(words, FONT, SIZE)
        x = {"left": left, "right": right - wide, "centre": (left + right - wide) / 2}[align]
        canvas.drawString(x, TOP - (top + bottom) / 2 * STEP - SIZE / 3, words)


def grid_texts(rows: Sequence[Sequence[str]], first: int = 0, labels: str = "centre", labelled: int = 2) -> list[Text]:
    """The texts of a grid below line ``first``: titles in the middle, those of the first ``labelled`` columns half way down."""
    found = []
    for column in range(len(rows[0])):
        filled = [number for number, row in enumerate(rows) if row[column]] + [len(rows)]
        for number, after in pairwise(filled):
            is_title = rows[number] is GRID[0]
            is_label = column < labelled and not is_title
            end = after if is_label and labels == "centre" else number + 1
            align = "centre" if is_title or is_label else ("left", "left", "left", "right")[column]
            found.append(Text(rows[number][column], first + number, first + end, column, align))
    return found


@pytest.mark.parametrize("labels", ["centre", "top"])
def test_a_label_stands_in_the_first_of_its_rows(labels: str) -> None:
    data = printed(lambda canvas: write(canvas, grid_texts(GRID, labels=labels)), size=(430, 760))
    assert lines(data) == GRID


def test_a_label_beside_titles_and_their_rows_stands_beside_the_titles() -> None:
    money = [
        ["项目资金", "资金来源", "年初预算数", "执行数"],
        ["", "年度资金总额", "120.50", "110.25"],
        ["", "财政拨款", "100.50", "95.25"],
        ["", "其他资金", "20.00", "15.00"],
    ]
    data = printed(
        lambda canvas: write(canvas, [*grid_texts(money, labelled=1), *grid_texts(GRID, 4)]), size=(430, 760)
    )
    assert lines(data) == [*money, *GRID]


def test_labels_that_are_no_middles_stay_where_they_are_written() -> None:
    texts = [one._replace(bottom=one.bottom + 1) if one.words == "产出指标" else one for one in grid_texts(GRID)]
    read = lines(printed(lambda canvas: write(canvas, texts), size=(430, 760)))
    assert [row[0] for row in read[:2]] == ["一级指标", ""]


@pytest.mark.parametrize("at", [0, 1])
def test_a_text_beside_its_label_is_one_row(at: int) -> None:
    goal = ["完成年度清淤任务，保持河道畅通，", "汛期前完成险工险段加固，改善水质，", "居民满意。"]
    texts = [Text(text, number, number + 1, 1) for number, text in enumerate(goal)]
    texts += [Text("总体目标", at, at + 1, 0), *grid_texts(GRID, 4)]
    read = lines(printed(lambda canvas: write(canvas, texts), size=(430, 760)))
    assert read == [["总体目标", "\v".join(goal)], *GRID]


def test_a_name_of_several_lines_is_one_row_with_its_value() -> None:
    lower = [
        one._replace(top=one.top + 0.6 * (one.top > 3), bottom=one.bottom + 0.6 * (one.bottom > 3))
        for one in grid_texts(GRID)
    ]
    wrapped = next(one for one in lower if one.words == "巡查次数")
    middle = (wrapped.top + wrapped.bottom) / 2
    parts = [
        wrapped._replace(words=words, top=middle + off, bottom=middle + off)
        for words, off in (("巡查", -0.35), ("次数", 0.35))
    ]
    texts = [*(one for one in lower if one is not wrapped), *parts]
    read = lines(printed(lambda canvas: write(canvas, texts), size=(430, 760)))
    assert read == [[text.replace("巡查", "巡查\v") for text in row] for row in GRID]


def test_a_table_goes_on_over_the_page_in_its_columns() -> None:
    more = [["", "", f"第{number}标段巡查次数", f"≥{number}0次"] for number in range(2, 5)]
    rest = [*more, ["满意度指标", "服务对象满意度", "居民满意度", "≥90%"], ["", "", "企业满意度", "≥85%"]]
    data = printed(
        lambda canvas: write(canvas, grid_texts(GRID)), lambda canvas: write(canvas, grid_texts(rest)), size=(430, 760)
    )
    assert lines(data) == [*GRID, *rest]


def test_the_year_above_a_form_stays_above_it_whenever_it_was_written() -> None:
    texts = [*grid_texts(GRID, 2), Text("（2024年度）", 0, 1, 2)]
    read = lines(printed(lambda canvas: write(canvas, texts), size=(430, 760)))
    assert read == [["（2024年度）"], *GRID]


def test_a_label_printed_on_the_next_page_names_its_rows_on_this_one() -> None:
    def ruled(canvas: Canvas, rows: Sequence[Sequence[str]], begin: Sequence[int]) -> None:
        bottom = TOP - len(rows) * STEP
        for edge in EDGES:
            canvas.line(edge, TOP, edge, bottom)
        for number in range(len(rows) + 1):
            left = EDGES[0] if number in begin else EDGES[2]
            canvas.line(left, TOP - number * STEP, EDGES[-1], TOP - number * STEP)
        write(canvas, [Text(text, n, n + 1, at) for n, row in enumerate(rows) for at, text in enumerate(row) if text])

    above = [["产出指标", "数量指标", "长度", "≥12"], ["", "", "合格率", "≥98%"], ["", "", "达标率", "≥95%"]]
    below = [["产出指标", "质量指标", "覆盖率", "≥96%"], ["", "", "完好率", "≥97%"]]
    data = printed(
        lambda canvas: ruled(canvas, above, (0, 1, 3)), lambda canvas: ruled(canvas, below, (0, 2)), size=(430, 760)
    )
    assert lines(data)[1] == ["", "质量指标", "合格率", "≥98%"]


@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_text_wrapped_in_the_last_row_keeps_its_rest(column: int) -> None:
    rows = [
        GRID[0],
        ["年度指标名", "绩效指标名", "巡查次数名", "≥9次"],
        GRID[1],
        ["产出指标", "质量指标", "验收合格率", "≥98%"],
        ["满意度指标", "服务对象群", "居民满意度", "≥90%"],
    ]
    texts = [
        Text(text, number, number + 1, at) for number, row in enumerate(rows) for at, text in enumerate(row) if text
    ]
    spread = [one._replace(top=1.5 * one.top, bottom=1.5 * one.top + 1) for one in texts]
    rest = Text("其余", 1.5 * 4 + 0.6, 1.5 * 4 + 1.6, column)
    read = lines(printed(lambda canvas: write(canvas, [*spread, rest]), size=(430, 760)))
    assert read[4][column] == f"{rows[4][column]}\v其余"
    assert len(read) == len(rows)


def test_cells_without_a_ground_are_told_by_the_labels_that_have_one() -> None:
    rows = [
        ["项目名称", "购置教学设备", "", "主管部门"],
        ["年度目标", "完成教学设备采购并投入使用，改善办学条件", "", ""],
        *GRID,
    ]

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.85)
        for number, row in enumerate(rows):
            for column in range(4):
                if column == 0 or row is GRID[0] or row[column] == "主管部门":
                    left, width = EDGES[column], EDGES[column + 1] - EDGES[column]
                    canvas.rect(left, TOP - (number + 1) * STEP, width, STEP, stroke=0, fill=1)
        canvas.setFillGray(0)
        write(canvas, [Text(text, n, n + 1, at) for n, row in enumerate(rows) for at, text in enumerate(row) if text])

    assert lines(printed(draw, size=(430, 760))) == rows


def test_a_sum_below_all_labels_leaves_these_the_middles_of_their_rows() -> None:
    total = ["", "", "总分", "100"]
    whole = [*grid_texts(GRID), Text("总分", 7, 8, 2), Text("100", 7, 8, 3, "right")]
    assert lines(printed(lambda canvas: write(canvas, whole), size=(430, 760))) == [*GRID, total]


def test_rules_across_say_of_which_rows_a_label_is() -> None:
    """Rows are of various heights, so that labels are the middles of their cells and not of the texts of their rows."""
    heights = [1.0, 2.2, 0.8, 0.8, 0.8, 0.8, 2.2]
    edges = [sum(heights[:number]) for number in range(len(heights) + 1)]

    def draw(canvas: Canvas) -> None:
        placed = [one._replace(top=edges[int(one.top)], bottom=edges[int(one.bottom)]) for one in grid_texts(GRID)]
        write(canvas, placed)
        for column, rows in enumerate(([0, 1, 5, 7], [0, 1, 4, 5, 7], range(8), range(8))):
            for row in rows:
                y = TOP - edges[row] * STEP
                canvas.line(EDGES[column], y, EDGES[column + 1], y)

    assert lines(printed(draw, size=(430, 760))) == GRID


def test_a_sum_in_the_column_of_labels_leaves_these_to_the_rules_across() -> None:
    """Most rows have a label of the second level of their own; the last has two."""
    rows = [
        GRID[0],
        ["产出指标", "数量指标", "清淤河道长度", "≥12公里"],
        ["", "质量指标", "验收合格率", "≥98%"],
        ["", "时效指标", "按期完成率", "≥95%"],
        ["效益指标", "社会效益指标", "受益居民人数", "≥3.5万人"],
        ["满意度指标", "服务对象满意", "居民满意度", "≥90%"],
        ["", "", "企业满意度", "≥92%"],
        ["总分", "", "", "100"],
    ]

    def draw(canvas: Canvas) -> None:
        write(canvas, [*grid_texts(rows[:7]), Text("总分", 7, 8, 0), Text("100", 7, 8, 3, "right")])
        for column, edges in enumerate(([0, 1, 4, 5, 7, 8], [0, 1, 2, 3, 4, 5, 7, 8], range(9), range(9))):
            for row in edges:
                canvas.line(EDGES[column], TOP - row * STEP, EDGES[column + 1], TOP - row * STEP)

    assert lines(printed(draw, size=(430, 760))) == rows


def test_a_label_wrapped_around_the_middle_of_the_last_row_keeps_its_rest() -> None:
    rows = [*GRID[:5], ["效益指标", "社会效益", "居民满意度", "≥90%"]]
    texts = [
        one._replace(top=1.3 * one.top, bottom=1.3 * one.bottom) for one in grid_texts(rows) if one.words != "社会效益"
    ]
    middle = 1.3 * 5.5
    label = [Text("社会效益", middle - 0.7, middle, 1), Text("指标", middle, middle + 0.7, 1)]
    read = lines(printed(lambda canvas: write(canvas, [*texts, *label]), size=(430, 760)))
    assert read == [*GRID[:5], ["效益指标", "社会效益\v指标", "居民满意度", "≥90%"]]


def test_the_last_row_may_end_in_the_middle_of_several_texts() -> None:
    """The rest of three texts looks like titles, and nothing stands below it."""
    row, rest = ["购置教学", "某市教育", "清淤12公里", "12.50"], ["设备", "局机关", "河道"]
    texts = [GRID[0], row, rest, row, rest]
    written = [Text(one, at, at + 1, column) for at, own in enumerate(texts) for column, one in enumerate(own)]
    data = printed(lambda canvas: write(canvas, written), size=(430, 760))
    assert [line[:3] for line in lines(data)][-1] == rest
