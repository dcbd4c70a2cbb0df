"""Tables of PDF without rules whose cells wrap as tightly as their rows stand: nobody can tell lines from rows."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import printed

EDGES = (30.0, 110.0, 200.0, 320.0)
STEP = 12.0
FORM = [
    ["项目名称", "堤防维修", "主管部门", "广州市水务局"],
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "清淤河道长度", "≥12公里"],
    ["", "", "巡查次数", "≥50次"],
    ["", "质量指标", "验收合格率", "≥98%"],
    ["效益指标", "社会效益指标", "受益居民人数", "≥3.5万人"],
    ["", "", "河道水质", "有效改善"],
]
WRAPPED = [*FORM[:4], ["", "", "和支流", ""], *FORM[4:]]


def form(rows: list[list[str]]) -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 10)
        canvas.drawString(150, 280, "项目支出绩效目标表（2024年度）")
        for number, row in enumerate(rows):
            for x, text in zip(EDGES, row, strict=True):
                canvas.drawString(x, 260 - STEP * number, text)

    return printed(draw)


def test_indicators_of_a_name_alone_below_others_are_lines_of_cells_and_the_document_is_refused() -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read(form(WRAPPED), "x.pdf")
    assert rejected.value.code == "not_understood"
    assert rejected.value.found == "和支流"


def test_indicators_with_their_values_are_read() -> None:
    assert [(row.indicator_name, row.annual_target) for row in read(form(FORM), "x.pdf").indicators] == [
        (name, target) for _, _, name, target in FORM[2:]
    ]
