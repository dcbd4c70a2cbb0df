"""Texts of tables without rules that end in the next line, lines of low signs, labels on a wall; all invented."""

import pytest

from ingest.forms.labelled.grid.levels import parted_levels
from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.ends import closes, ends_texts
from ingest.readers.pdf.aligned.pieces import LaidLine, piece_of
from ingest.readers.pdf.aligned.runs import runs
from ingest.readers.pdf.lines import TextLine
from ingest.readers.pdf.tables import _runs_over
from ingest.source.printed import Printed

SIZE, PITCH = 8.0, 13.5
COLUMNS = Columns([(0.0, 48.0), (60.0, 110.0), (140.0, 190.0), (260.0, 300.0), (340.0, 380.0)])
WIDE = "建成便民服务站点六处并覆盖全部九个社区方便"


def line(row: int, texts: dict[float, str], low: float = SIZE) -> LaidLine:
    """A line of texts by their left sides, each sign as wide as high; digits and points are ``low``."""
    y = row * PITCH
    pieces = [
        TextLine((sign, x + at * SIZE, y + SIZE - (low if sign.isascii() else SIZE), x + (at + 1) * SIZE, y + SIZE))
        for x, text in texts.items()
        for at, sign in enumerate(text)
    ]
    own, start = [], 0
    for text in texts.values():
        own.append(piece_of(TextLine(pieces[start : start + len(text)])))
        start += len(text)
    _, _, top, _, bottom = pieces[len(pieces) // 2]
    return LaidLine(top, bottom, own, TextLine(pieces))


@pytest.mark.parametrize(
    ("above", "below"),
    [("项目资金（万", "元）"), ("效益指标（30", "分）"), ("成本（按每", "亩）计"), ("建设(二", "期)及配套")],
)
def test_a_text_closes_the_bracket_that_is_open_above(above: str, below: str) -> None:
    assert closes(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [("项目资金（万元）", "元）"), ("项目资金（万", "（元）"), ("项目资金（万", "合计"), ("数量", "）")],
)
def test_other_texts_close_none(above: str, below: str) -> None:
    assert not closes(above, below)


def test_a_line_of_ends_belongs_to_the_row_above() -> None:
    head = line(0, {0.0: "项目资金（万", 140.0: "年初预算数", 260.0: "全年执行数"})
    assert ends_texts([head], line(1, {0.0: "元）"}), COLUMNS)
    assert not ends_texts([head], line(1, {0.0: "元）", 60.0: "年度资金"}), COLUMNS)  # nothing stands above it
    assert not ends_texts([head], line(3, {0.0: "元）"}), COLUMNS)  # too far below
    assert not ends_texts([head], line(1, {0.0: "合计"}), COLUMNS)


@pytest.mark.parametrize(
    ("above", "below", "is_end"),
    [
        ({0.0: "年度目标", 60.0: WIDE}, {60.0: "居民办事。"}, True),
        ({0.0: "年度目标", 60.0: WIDE[:-1] + "。"}, {60.0: "居民办事。"}, False),  # a sentence ends above
        ({0.0: "年度目标", 60.0: WIDE[:10]}, {60.0: "居民办事。"}, False),  # there was room
        ({0.0: "年度目标", 60.0: WIDE}, {76.0: "居民办事。"}, False),  # begins elsewhere
        ({0.0: "年度目标", 60.0: WIDE}, {0.0: "指标"}, False),
    ],
)
def test_a_wide_text_goes_on_below_itself(above: dict[float, str], below: dict[float, str], is_end: bool) -> None:
    first = line(0, {**above, 246.0: "实际"} if is_end else above)
    assert ends_texts([first], line(1, below), COLUMNS) is is_end


def test_rows_of_low_signs_are_of_the_table_above() -> None:
    rows = [
        line(0, {0.0: "资金情况", 140.0: "预算数"}, 4.0),
        line(1, {0.0: "整体支出", 140.0: "3985.00"}, 3.0),
        line(2, {0.0: "基本支出", 140.0: "402.00"}, 3.0),
    ]
    for row in rows[1:]:  # the sign in the middle, which stood for the line, is a digit
        row.top, row.bottom = row.bottom - 3.0, row.bottom
    rows[0].bottom -= 4.0
    assert [len(run) for run in runs(rows)] == [3]


def test_a_closing_bracket_whose_blank_half_reaches_over_a_wall_ends_its_cell() -> None:
    behind = ("社", 134.2, 0.0, 143.2, 9.0)
    assert not _runs_over(("）", 125.7, 0.0, 134.7, 9.0), 132.1, behind)
    assert _runs_over(("费", 125.7, 0.0, 134.7, 9.0), 132.1, behind)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("效益指标（30分）社会效益指标", ("效益指标（30分）", "社会效益指标")),
        ("产出指标(50分)数量指标", ("产出指标(50分)", "数量指标")),
        ("产出指标（数量指标）", ("产出指标", "数量指标")),
        ("产出指标—数量指标", ("产出指标", "数量指标")),
        ("产出指标数量指标", ("产出指标", "数量指标")),
        ("效益指标（30分）", ("效益指标（30分）", "")),
    ],
)
def test_points_behind_a_first_level_are_no_part_of_the_second(text: str, levels: tuple[str, str]) -> None:
    first, second = parted_levels(Printed(text, range(len(text))))
    assert (first.text, second.text) == levels
