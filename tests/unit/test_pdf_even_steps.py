"""Tables without rules whose rows stand equally far apart, and the lines of their cells equally closer."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import lines, printed

EDGES = (50.0, 112.0, 180.0, 296.0, 384.0)
SIZE, TOP, _ROWS_OF_MONEY = 9.0, 700.0, 4
MONEY = (50.0, 120.0, 230.0, 340.0, 420.0)
"""Where the texts of the rows of money begin."""
ROWS: tuple[tuple[str, ...], ...] = (
    ("（一）食品安全抽检经费", "", "", "", ""),
    ("实施单位", "厦门市海沧区市场监督管理局", "", "资金总额", "312.40"),
    ("", "其中：财政资金", "312.40", "其他资金", "0.00"),
    (
        "年度绩效目标",
        "完成全年食品安全监督抽检和风险监测任务，及时处置不合格食品，保障群众“舌尖上的安全”。",
        "",
        "",
        "",
    ),
    ("一级指标", "二级指标", "三级指标", "目标值", "指标解释"),
    ("产出指标", "数量指标", "食品抽检批次", "≥4批次/千人", "反映食品抽检覆盖情况，按辖区常住人\n口计算"),
    ("", "", "每万人口农产品快检批次", "≥12000批次", "各市场监管所快检室全年检测量"),
    ("", "质量指标", "不合格食品核查处置率", "=100%", "已处置不合格批次占全部不合格批次的\n比例"),
    ("", "时效指标", "抽检任务完成时间", "2024年12月10日前", "以国家食品安全抽检系统录入时间为准"),
    ("成本指标", "经济成本指标", "单批次检验费用", "≤780元", "含购样费、检验费"),
    ("效益指标", "社会效益指标", "重大安全事故", "=0起", "反映食品安全总体水平"),
    ("", "可持续影响指\n标", "抽检信息公示率", "=100%", "抽检结果按规定在网站公示"),
    ("满意度指标", "服务对象满意\n度指标", "消费者满意度", "≥85%", "问卷调查"),
)


def write(canvas: Canvas, rows: Sequence[Sequence[str]], step: float, close: float, head: str = "") -> None:
    y = TOP
    if head:
        canvas.setFont(FONT, 7)
        canvas.drawString(200, y + 1.6 * step, head)
    canvas.setFont(FONT, SIZE)
    for at, row in enumerate(rows):
        y -= 8 if row[0].startswith("（") else 5 if rows[at - 1][0].startswith("（") else 0
        for x, cell in zip(MONEY if at % len(ROWS) < _ROWS_OF_MONEY else EDGES, row, strict=True):
            for number, text in enumerate(cell.split("\n")):
                canvas.drawString(x, y - number * close, text)
        y -= step + max(cell.count("\n") for cell in row) * close


def cells(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", "\v") for cell in row] for row in rows]


@pytest.mark.parametrize(("step", "close"), [(13.0, 9.9), (14.0, 10.5), (15.0, 11.5)])
def test_lines_that_stand_closer_are_of_one_cell(step: float, close: float) -> None:
    data = printed(lambda canvas: write(canvas, ROWS * 2, step, close), size=(595, 760))
    assert lines(data)[1:] == cells((*ROWS, *ROWS)[1:])


def test_a_smaller_line_farther_above_is_the_head_of_a_page() -> None:
    head = "江山市市场监督管理局　部门预算公开"
    data = printed(lambda canvas: write(canvas, ROWS * 2, 13.0, 9.9, head), size=(595, 760))
    assert lines(data)[2:] == cells((*ROWS, *ROWS)[1:])
