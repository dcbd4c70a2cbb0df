"""PDF as programs print it: turned pages, letters set apart, tables side by side and over pages, prose in columns."""

from collections.abc import Callable, Sequence

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from tests.drawing.render_pdf import FONT
from tests.unit.office_files import Made
from tests.unit.test_pdf import printed, table

Draw = Callable[[Canvas], object]

_XS, _YS = [20.0, 120.0, 220.0], [280.0, 260.0, 240.0]
_TEXTS = {(0, 0): "项目", (0, 1): "金额", (1, 0): "甲", (1, 1): "12.50"}
_READ = [["项目", "金额"], ["甲", "12.50"]]
_LEFT = [
    "本部门贯彻落实党中央关于水务工",
    "作的方针政策和决策部署，坚持和",
    "加强党对水务工作的集中统一领导",
    "主要职责是保障水资源的合理开发",
    "利用，负责生活生产经营和生态",
]
_RIGHT = [
    "环境用水的统筹和保障，指导水利",
    "工程建设与运行管理，负责水土保",
    "持工作，指导农村水利工作，开展",
    "水利科技和外事工作，完成市委市",
    "政府交办的其他任务，并按规定",
]


def _plain(canvas: Canvas) -> None:
    table(canvas, _XS, _YS, _TEXTS)


def _column(canvas: Canvas, texts: Sequence[str], x: float, top: float = 200) -> None:
    for number, text in enumerate(texts):
        canvas.drawString(x, top - 16 * number, text)


def _both(canvas: Canvas) -> None:
    for number, pair in enumerate(zip(_LEFT, _RIGHT, strict=True)):
        for x, text in zip((20, 210), pair, strict=True):
            canvas.drawString(x, 200 - 16 * number, text)


def _after(*draws: Draw) -> bytes:
    return printed(lambda canvas: [draw(canvas) for draw in draws], size=(400, 300))


def _turned(rotation: int) -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        _plain(canvas)

    return printed(draw)


def _sideways(canvas: Canvas) -> None:
    canvas.translate(300, 0)
    canvas.rotate(90)
    canvas.translate(0, 0)
    _plain(canvas)


def _note(canvas: Canvas) -> None:
    _plain(canvas)
    canvas.freeTextAnnotation("应为 15.00", "/Helv 10 Tf", [120, 200, 220, 220])


def _apart(canvas: Canvas) -> None:
    canvas.grid(_XS, _YS)
    for (row, column), text in _TEXTS.items():
        canvas.drawString(_XS[column] + 3, _YS[row] - 12, text, charSpace=2 if column == 0 else 1)


def _one_by_one(canvas: Canvas) -> None:
    canvas.grid(_XS, _YS)
    for (row, column), text in _TEXTS.items():
        x = _XS[column] + 3
        for sign in text:
            canvas.drawString(x, _YS[row] - 12, sign)
            x += canvas.stringWidth(sign, FONT, 10)


def _narrow(canvas: Canvas) -> None:
    canvas.grid(_XS, _YS)
    for (row, column), text in _TEXTS.items():
        written = canvas.beginText(_XS[column] + 3, _YS[row] - 12)
        written.setHorizScale(70)
        written.textOut(text)
        canvas.drawText(written)


def _twice(canvas: Canvas) -> None:
    _plain(canvas)
    for (row, column), text in _TEXTS.items():
        canvas.drawString(_XS[column] + 3.3, _YS[row] - 12, text)


def _seal(canvas: Canvas) -> None:
    _plain(canvas)
    canvas.setStrokeColor(Color(1, 0, 0))
    canvas.circle(200, 245, 25)
    canvas.setFillColor(Color(1, 0, 0))
    canvas.setFont(FONT, 6)
    canvas.drawString(230, 215, "公章")


def _beside(gap: float) -> bytes:
    def draw(canvas: Canvas) -> None:
        _plain(canvas)
        table(
            canvas,
            [x + 200 + gap for x in _XS[:2]] + [390],
            _YS,
            {(0, 0): "项目", (0, 1): "金额", (1, 0): "乙", (1, 1): "3.00"},
        )

    return printed(draw)


def _merged(canvas: Canvas) -> None:
    canvas.rect(20, 220, 300, 60)
    for line in ((20, 260, 320, 260), (120, 240, 320, 240), (120, 220, 120, 260), (220, 220, 220, 260)):
        canvas.line(*line)
    for x, y, text in (
        (150, 266, "绩效目标表"),
        (30, 236, "产出"),
        (130, 246, "数量"),
        (230, 246, "12"),
        (130, 226, "质量"),
        (230, 226, "95%"),
    ):
        canvas.drawString(x, y, text)


def _white_head(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0, 0.1, 0.4))
    canvas.rect(20, 260, 200, 20, stroke=0, fill=1)
    canvas.setFillColor(Color(1, 1, 1))
    for column in (0, 1):
        canvas.drawString(_XS[column] + 3, 266, _TEXTS[0, column])
    canvas.setFillColor(Color(0, 0, 0))
    canvas.grid(_XS, _YS)
    for column in (0, 1):
        canvas.drawString(_XS[column] + 3, 246, _TEXTS[1, column])


def _in_form(canvas: Canvas) -> None:
    canvas.beginForm("table")
    canvas.setFont(FONT, 10)
    _plain(canvas)
    canvas.endForm()
    canvas.doForm("table")


def _cropped(canvas: Canvas) -> None:
    canvas.setCropBox((10, 10, 390, 290))
    _plain(canvas)
    canvas.drawString(2, 2, "外")


def _stood(canvas: Canvas) -> None:
    canvas.grid([20, 50, 220], [280, 220])
    for number, sign in enumerate("产出指标"):
        canvas.drawString(30, 268 - 13 * number, sign)
    canvas.drawString(60, 246, "12.50")


def _page(texts: dict[tuple[int, int], str], head: bool, top: float = 60) -> Draw:
    rows = ({(0, 0): "项目", (0, 1): "金额"} if head else {}) | {
        (row + head, column): text for (row, column), text in texts.items()
    }
    count = max(row for row, _ in rows) + 1
    return lambda canvas: table(canvas, _XS, [top - 20 * number for number in range(count + 1)], rows)


def _over_pages(again: bool, caption: bool = False) -> bytes:
    second = _page({(0, 0): "乙", (0, 1): "3.00"}, head=again, top=280)

    def behind(canvas: Canvas) -> None:
        second(canvas)
        if caption:
            canvas.drawString(20, 288, "续表")

    return printed(_page({(0, 0): "甲", (0, 1): "12.50"}, head=True), behind)


_WIDE = [20.0, 90.0, 160.0, 230.0]


def _over(*texts: tuple[int, int, str], xs: Sequence[float] = _WIDE, pad: float = 3) -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.grid(xs, [280, 260, 240])
        for row, column, text in texts:
            canvas.drawString(xs[column] + pad, 268 - 20 * row, text)

    return printed(draw)


def _with(*lines: tuple[float, float, float, float]) -> bytes:
    def draw(canvas: Canvas) -> None:
        _plain(canvas)
        for line in lines:
            canvas.line(*line)

    return printed(draw)


def _rounded(canvas: Canvas) -> None:
    _plain(canvas)
    canvas.roundRect(15, 235, 210, 50, 6)


def _nested(canvas: Canvas) -> None:
    canvas.grid([20, 120, 320], [280, 260, 200])
    canvas.grid([130, 200, 300], [250, 230, 210])
    for x, y, text in (
        (23, 268, "项目"),
        (123, 268, "内容"),
        (23, 240, "甲"),
        (133, 238, "一"),
        (203, 238, "1.00"),
        (133, 218, "二"),
        (203, 218, "2.00"),
    ):
        canvas.drawString(x, y, text)


def _narrow_rows(*rows: tuple[str, ...], top: float) -> Draw:
    texts = {(row, column): text for row, own in enumerate(rows) for column, text in enumerate(own) if text}
    return lambda canvas: table(canvas, [20, 60, 100, 140], [top - 20 * row for row in range(len(rows) + 1)], texts)


_LOOSE = [
    ["名称", "金额", "比率"],
    ["甲", "12.00", "95%"],
    ["乙", "7.50", "80%"],
    ["丙", "3.00", "70%"],
    ["丁", "1.50", "60%"],
]


def _loose(canvas: Canvas) -> None:
    for row, texts in enumerate(_LOOSE):
        for column, text in enumerate(texts):
            canvas.drawString(20 + 100 * column, 260 - 18 * row, text)


PDF: dict[str, Made] = {
    "prose in two columns below a table": Made(
        _after(_plain, lambda canvas: _column(canvas, _LEFT, 20), lambda canvas: _column(canvas, _RIGHT, 210)),
        [*_READ, *([text] for text in _LEFT + _RIGHT)],
    ),
    "prose in two columns, written across": Made(_after(_both), [[text] for text in _LEFT + _RIGHT]),
    "prose in two columns written across below a table": Made(
        _after(_plain, _both), [*_READ, *([text] for text in _LEFT + _RIGHT)]
    ),
    "prose in two columns, one after the other": Made(
        _after(lambda canvas: _column(canvas, _LEFT, 20), lambda canvas: _column(canvas, _RIGHT, 210)),
        [[text] for text in _LEFT + _RIGHT],
    ),
    "a comment over the page": Made(printed(_note), _READ, ("beside",)),
    "a page displayed a quarter turned": Made(_turned(90), _READ),
    "a page displayed upside down": Made(_turned(180), _READ),
    "a page displayed three quarters turned": Made(_turned(270), _READ),
    "a table written sideways": Made(printed(_sideways), _READ),
    "letters set apart": Made(printed(_apart), _READ),
    "letters placed one by one": Made(printed(_one_by_one), _READ),
    "letters made narrow": Made(printed(_narrow), _READ),
    "bold by printing twice": Made(printed(_twice), _READ),
    "a text that runs over into the next cell": Made(
        _over((0, 0, "名称"), (0, 1, "备注"), (0, 2, "金额"), (1, 0, "东莞市水务局机关"), (1, 2, "12.50")),
        [["名称", "备注", "金额"], ["东莞市水务局机关", "", "12.50"]],
    ),
    "a title that runs over all cells of a row": Made(
        _over((0, 0, "项目支出绩效目标申报表（2025年）"), (1, 0, "甲"), (1, 1, "1"), (1, 2, "2")),
        [["项目支出绩效目标申报表（2025年）", "", ""], ["甲", "1", "2"]],
    ),
    "cells that are as wide as their texts": Made(
        _over(
            (0, 0, "名称名称"), (0, 1, "备注备注"), (1, 0, "东莞水务"), (1, 1, "12.50"), xs=[20, 60, 100, 140], pad=0.5
        ),
        [["名称名称", "备注备注", ""], ["东莞水务", "12.50", ""]],
    ),
    "a text that begins right behind a wall, the one before ending there": Made(
        _over((0, 0, "名称名称"), (1, 0, "东莞水务"), (1, 1, "12.50"), xs=[20, 61.6, 100], pad=1.6),
        [["名称名称", ""], ["东莞水务", "12.50"]],
    ),
    "texts wider than their cells on both sides, each in its own": Made(
        _over((0, 0, "全年预算"), (0, 1, "全年执行"), (1, 0, "12.5"), (1, 1, "11.3"), xs=[20, 58.3, 96.6], pad=-0.6),
        [["全年预算", "全年执行"], ["12.5", "11.3"]],
    ),
    "a text that runs over into one that is there": Made(
        _over((0, 0, "名称"), (0, 1, "金额"), (1, 0, "东莞水务局"), (1, 1, "12.50"), xs=[20, 75, 130]),
        [["名称", "金额"], ["东莞水务局", "12.50"]],
    ),
    "underlined and struck through": Made(_with((22, 243, 118, 243), (123, 251, 150, 251)), _READ),
    "a head cell parted from corner to corner": Made(_with((20, 280, 120, 260)), _READ),
    "a frame with round corners": Made(printed(_rounded), _READ),
    "a table in a cell": Made(printed(_nested), [["项目", "内容"], ["甲", ""], ["一", "1.00"], ["二", "2.00"]]),
    "a row over two pages whose texts fill their columns": Made(
        printed(
            _narrow_rows(("指标", "目标", "备注"), ("可持续", "63人以", "作用"), top=60),
            _narrow_rows(("性", "上", ""), top=280),
        ),
        [["指标", "目标", "备注"], ["可持续\v性", "63人以\v上", "作用"]],
        ("row_joined",),
    ),
    "a row behind a page of full columns": Made(
        printed(
            _narrow_rows(("指标", "目标", "备注"), ("可持续", "63人以", "作用"), top=60),
            _narrow_rows(("满意度", "95%", "无"), top=280),
        ),
        [["指标", "目标", "备注"], ["可持续", "63人以", "作用"], ["满意度", "95%", "无"]],
    ),
    "a row of a quantity behind another that fills its column": Made(
        printed(
            _narrow_rows(("指标", "目标", "备注"), ("可持续", "≥63人", "作用"), top=60),
            _narrow_rows(("满意度", "≥95%", ""), top=280),
        ),
        [["指标", "目标", "备注"], ["可持续", "≥63人", "作用"], ["满意度", "≥95%", ""]],
    ),
    "a table without rules": Made(printed(_loose), _LOOSE, ("columns_assumed",)),
    "a seal over the table": Made(printed(_seal), [*_READ, ["公章"]]),
    "two tables side by side": Made(_beside(40), [*_READ, ["项目", "金额"], ["乙", "3.00"]]),
    "cells merged both ways": Made(
        printed(_merged), [["绩效目标表", "", ""], ["产出", "数量", "12"], ["", "质量", "95%"]]
    ),
    "white letters on a dark head": Made(printed(_white_head), _READ),
    "a table in a form of the file": Made(printed(_in_form), _READ),
    "a page cut to a smaller box": Made(printed(_cropped), _READ),
    "a label written downwards": Made(printed(_stood), [["产\v出\v指\v标", "12.50"]]),
    "a table over two pages, its head again": Made(_over_pages(again=True), [*_READ, ["项目", "金额"], ["乙", "3.00"]]),
    "a table over two pages": Made(_over_pages(again=False), [*_READ, ["乙", "3.00"]]),
    "a table over two pages with a caption": Made(
        _over_pages(again=True, caption=True), [*_READ, ["续表"], ["项目", "金额"], ["乙", "3.00"]]
    ),
}
"""By what is odd about them."""
