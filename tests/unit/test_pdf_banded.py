"""Tables of PDF without rules whose every other row has a ground, painted cell by cell, as programs of texts do it."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.unit.test_pdf import Draw, lines, printed

EDGES = (20.0, 90.0, 170.0, 280.0, 340.0, 390.0)
TOP, LINE, SIZE = 280.0, 10.0, 8.0


class Placed(NamedTuple):
    """A cell: its rows and columns, ends exclusive, and its lines, which stand at its upper left."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    written: Sequence[str]


def cell(row: int, column: int, *written: str, rows: int = 1, columns: int = 1) -> Placed:
    return Placed((row, row + rows), (column, column + columns), written)


TITLES = [cell(0, n, title) for n, title in enumerate(["一级指标", "二级指标", "三级指标", "指标值", "分值"])]
BODY = [
    cell(1, 0, "产出指标", rows=3), cell(1, 1, "数量指标", rows=2), cell(1, 2, "清淤河道长度"), cell(1, 3, "≥12公里"), cell(1, 4, "20"),
    cell(2, 2, "清运淤泥", "方量"), cell(2, 3, "≥3万方"), cell(2, 4, "20"),
    cell(3, 1, "质量指标"), cell(3, 2, "验收合格率"), cell(3, 3, "≥98%"), cell(3, 4, "30"),
    cell(4, 0, "效益指标"), cell(4, 1, "社会效益", "指标"), cell(4, 2, "受益居民人数"), cell(4, 3, "≥3万人"), cell(4, 4, "20"),
    cell(5, 0, "其他说明", columns=2), cell(5, 2, "本年度没有其他需要说明的事", columns=3),
]  # fmt: skip
READ = [
    ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
    ["产出指标", "数量指标", "清淤河道长度", "≥12公里", "20"],
    ["", "", "清运淤泥\v方量", "≥3万方", "20"],
    ["", "质量指标", "验收合格率", "≥98%", "30"],
    ["效益指标", "社会效益\v指标", "受益居民人数", "≥3万人", "20"],
    ["其他说明", "", "本年度没有其他需要说明的事"],
]


def banded(cells: Sequence[Placed], bands: int, has_rule: bool = False) -> Draw:
    """The cells with a ground behind those that begin in every other row, from row ``bands`` on."""
    count = max(own.rows[1] for own in cells)
    highs = [max(len(own.written) for own in cells if own.rows == (row, row + 1)) * LINE + 4 for row in range(count)]
    tops = [TOP - sum(highs[:row]) for row in range(count + 1)]

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.9)
        for (top, bottom), (left, right), _ in cells:
            if top % 2 == bands % 2 and top >= bands:
                wide, high = EDGES[right] - EDGES[left], tops[top] - tops[bottom]
                canvas.rect(EDGES[left], tops[bottom], wide, high, stroke=0, fill=1)
        if has_rule:
            canvas.line(EDGES[0], tops[1], EDGES[-1], tops[1])
            canvas.line(EDGES[1], tops[0], EDGES[1], tops[-1])
        canvas.setFillGray(0)
        canvas.setFont("STSong-Light", SIZE)
        for (top, _), (left, _), written in cells:
            for number, line in enumerate(written):
                canvas.drawString(EDGES[left] + 3, tops[top] - 2 - SIZE - number * LINE, line)

    return draw


def read(page: Draw) -> list[list[str]]:
    return [[*"|".join(row).rstrip("|").split("|")] for row in lines(printed(page))]


@pytest.mark.parametrize("bands", [0, 1])
@pytest.mark.parametrize("has_rule", [False, True], ids=["no rules", "rules of titles and of the first column"])
def test_grounds_of_every_other_row_tell_cells(bands: int, has_rule: bool) -> None:
    assert read(banded([*TITLES, *BODY], bands, has_rule)) == READ


def test_a_paragraph_between_two_tables_is_a_line_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        banded([*TITLES, *BODY], 1)(canvas)
        canvas.drawString(EDGES[0], 120, "二、其他")

    assert read(draw) == [*READ, ["二、其他"]]
