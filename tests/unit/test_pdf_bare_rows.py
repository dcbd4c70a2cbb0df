"""Tables of PDF of which every other row has walls around its cells, and the rows between and the header have none."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import Draw, lines, printed

EDGES = (20.0, 90.0, 170.0, 280.0, 340.0, 390.0)
TOP, HIGH = 280.0, 16.0
Slot = tuple[int, int, str]
"""A cell of a row: its first column, the one behind its last, its text."""
HEADER = [(n, n + 1, title) for n, title in enumerate(["一级指标", "二级指标", "三级指标", "指标值", "分值"])]
BODY: list[list[Slot]] = [
    [(0, 1, "产出指标"), (1, 2, "数量指标"), (2, 3, "清淤河道长度"), (3, 4, "≥12公里"), (4, 5, "20")],
    [(0, 1, ""), (1, 2, "质量指标"), (2, 3, "验收合格率"), (3, 4, "≥98%"), (4, 5, "30")],
    [(0, 1, ""), (1, 2, "时效指标"), (2, 4, "完工时间六月底前"), (4, 5, "10")],
    [(0, 1, "效益指标"), (1, 2, "社会效益"), (2, 3, "受益居民人数"), (3, 4, "≥3万人"), (4, 5, "20")],
    [(0, 1, "满意度"), (1, 2, "服务对象"), (2, 3, "居民满意度"), (3, 4, "≥90%"), (4, 5, "10")],
    [(0, 1, ""), (1, 2, "服务对象"), (2, 4, "村民满意度不低于九成"), (4, 5, "10")],
    [(0, 1, "说明"), (1, 2, ""), (2, 3, ""), (3, 4, "无"), (4, 5, "0")],
]


def listed(rows: Sequence[Sequence[Slot]], bare: Sequence[int]) -> Draw:
    """Rows with rules above and below each, and walls between the cells of those that are not ``bare``."""

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            top = TOP - HIGH * number
            for y in (top, top - HIGH):
                canvas.line(EDGES[0], y, EDGES[-1], y)
            for edge in (EDGES[0], EDGES[-1], *(EDGES[first] for first, _, _ in row if number not in bare)):
                canvas.line(edge, top, edge, top - HIGH)
            canvas.setFont(FONT, 8)
            for first, _, text in row:
                canvas.drawString(EDGES[first] + 3, top - 12, text)

    return draw


def shown(rows: Sequence[Sequence[Slot]]) -> list[list[str]]:
    texts = [{first: text for first, _, text in row} for row in rows]
    return [[own.get(column, "") for column in range(len(EDGES) - 1)] for own in texts]


def test_texts_of_rows_without_walls_stand_in_the_columns_of_the_rows_between() -> None:
    rows = [HEADER, *BODY]
    assert lines(printed(listed(rows, bare=[0, 2, 4, 6]))) == shown(rows)


def test_a_text_over_an_edge_is_that_of_one_cell() -> None:
    rows = [HEADER, BODY[0], BODY[2], BODY[3], BODY[5], BODY[4], BODY[2], BODY[0]]
    assert lines(printed(listed(rows, bare=[0, 2, 4, 6]))) == shown(rows)


def test_a_few_rows_without_walls_are_one_cell_each() -> None:
    rows = [HEADER, *BODY]
    found = lines(printed(listed(rows, bare=[2, 7])))
    assert found[2][0] == "质量指标 验收合格率 ≥98% 30"
    assert found[1] == shown(rows)[1]


def test_rows_without_walls_below_one_another_are_one_cell_each() -> None:
    rows = [HEADER, *BODY, *BODY]
    found = lines(printed(listed(rows, bare=[2, 3, 6, 9])))
    assert found[2][0] == "质量指标 验收合格率 ≥98% 30"
