"""Lists of projects printed without rules: what a project has once, numbers too, in the middle of its rows or on top."""

from collections.abc import Iterator

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.pipeline import read
from ingest.rows import Reading
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import lines, printed

HEADER = ("单位", "项目名称", "金额（万元）", "年度目标", "一级指标", "二级指标", "三级指标", "指标值")
EDGES = (30, 110, 190, 255, 390, 450, 530, 640, 720)
SIZE, STEP, WRAP, TOP = 8.0, 17.0, 10.4, 480.0
PROJECTS = (
    (("梅州市林业局",), ("2024年森林防火",), ("1250.40",), ("巡护全市林区，", "全年无重大", "火灾。")),
    (("梅州市林业局",), ("虫害防治", "药剂采购"), ("90.00",), ("控制松材线虫病", "等虫害，", "成灾率下降。")),
)
ROWS = (
    (("产出指标", 3), ("数量指标", 2), "巡护次数", "≥300次"),
    (None, None, "巡护里程", "1200公里"),
    (None, ("质量指标", 1), "到位率", "≥95%"),
    (("效益指标", 1), ("生态效益指标", 1), "林木蓄积", "有所提高"),
    (("满意度指标", 1), ("满意度指标", 1), "林农满意度", "≥90%"),
)


def texts(is_centred: bool) -> Iterator[tuple[int, float, str]]:
    """Column, middle in points below the header, text: each once for its rows."""
    for number, once in enumerate(PROJECTS):
        first = number * len(ROWS)
        for column, wrapped in enumerate(once):
            middle = (first + (len(ROWS) if is_centred else 1) / 2) * STEP
            begin = middle - (len(wrapped) - 1) / 2 * WRAP if is_centred else middle
            yield from ((column, begin + at * WRAP, text) for at, text in enumerate(wrapped))
        for row, (*levels, name, target) in enumerate(ROWS, first):
            for column, level in enumerate(levels, 4):
                if level is not None:
                    yield column, (row + (level[1] if is_centred else 1) / 2) * STEP, level[0]
            yield 6, (row + 0.5) * STEP, name
            yield 7, (row + 0.5) * STEP, target


def draw(canvas: Canvas, is_centred: bool) -> None:
    canvas.setFont(FONT, SIZE)
    canvas.drawString(300, TOP + 30, "梅州市林业局2024年项目支出绩效目标表")
    for column, y, text in [*((at, -STEP / 2, title) for at, title in enumerate(HEADER)), *texts(is_centred)]:
        left, right = EDGES[column], EDGES[column + 1]
        x = (left + right - stringWidth(text, FONT, SIZE)) / 2 if is_centred else left + 2
        canvas.drawString(x, TOP - y - SIZE / 3, text)
    if is_centred:
        for at in (-STEP, 0, 2 * len(ROWS) * STEP):
            canvas.line(EDGES[0], TOP - at, EDGES[-1], TOP - at)


@pytest.mark.parametrize("is_centred", [True, False])
def test_what_a_project_has_once_is_of_its_first_row(is_centred: bool) -> None:
    data = printed(lambda canvas: draw(canvas, is_centred), size=(760, 560))
    assert lines(data)[1:3] == [
        list(HEADER),
        ["梅州市林业局", "2024年森林防火", "1250.40", "\v".join(PROJECTS[0][3]), "产出指标", "数量指标", *ROWS[0][2:]],
    ]
    assert told(read(data, "list.pdf")) == [("2024年森林防火", "1250.40", 5), ("虫害防治药剂采购", "90.00", 5)]


def told(reading: Reading) -> list[tuple[str, str, int]]:
    amounts = {row.project_seq: f"{row.amount_wan:.2f}" for row in reading.funding}
    counted = [row.project_seq for row in reading.indicators]
    return [(own.project_name, amounts[own.project_seq], counted.count(own.project_seq)) for own in reading.projects]


def test_the_rest_of_a_row_is_no_label_beside_a_text() -> None:
    rows = [
        ("梅州市林业局", "森林防火和", "通过巡护全市林区和修建防火隔离带，降低", "数量指标", "≥300次"),
        ("", "虫害防治", "火灾和病虫害的发生，保护森林资源和生物", "", ""),
        ("", "", "多样性。", "", ""),
        ("", "", "", "质量指标", "≥95%"),
        ("", "", "", "满意度", "≥90%"),
    ]

    def write(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for x, title in zip((30, 110, 190, 400, 480), ("单位", "项目名称", "目标", "指标", "指标值"), strict=True):
            canvas.drawString(x, TOP, title)
        for at, row in enumerate(rows):
            for x, text in zip((30, 110, 190, 400, 480), row, strict=True):
                canvas.drawString(x, TOP - 17 - at * WRAP - (at > 2) * 6 - (at > 3) * 6, text)

    found = lines(printed(write, size=(560, 560)))
    assert found[1][:3] == ["梅州市林业局", "森林防火和\v虫害防治", "\v".join(row[2] for row in rows[:3])]


@pytest.mark.parametrize("is_wrap", [True, False])
def test_a_line_that_leaves_room_is_a_row_of_its_own(is_wrap: bool) -> None:
    """Rows stand as near as wrapped lines do: only a text that fills its column goes on in the next line."""
    above, below = (
        ("培训退役军人和随军家属的人数以", "及合格人数") if is_wrap else ("培训退役军人人数", "举办招聘会场次")
    )
    rows = [("数量指标", above, "≥30人"), ("", below, "" if is_wrap else "5场")]
    rows += [("质量指标", "培训退役军人和随军家属的合格率", "≥2024年的95%"), ("时效指标", "培训完成时间", "12月底")]

    def write(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for at, row in enumerate([("二级指标", "三级指标", "指标值"), *rows]):
            y = TOP - at * WRAP - 8 * (at > 0) - 3 * (at > 2) - 3 * (at > 3)
            for x, text in zip((30, 110, 260), row, strict=True):
                canvas.drawString(x, y, text)

    found = [row[1:] for row in lines(printed(write, size=(560, 560)))[1:3]]
    assert found[0] == ([f"{above}\v{below}", "≥30人"] if is_wrap else [above, "≥30人"])
    assert found[1] == (list(rows[2][1:]) if is_wrap else [below, "5场"])
