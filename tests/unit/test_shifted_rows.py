"""Where a row of a grid stands is told as if every shift were tried, whatever is known to fit no better; all invented."""

from random import Random

import pytest

from ingest.forms.labelled.grid import fit
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.grid.header import read_grid_header
from ingest.source.printed import NOTHING, Printed

_HEADERS = (
    ("一级指标", "二级指标", "三级指标", "指标值"),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"),
    ("一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"),
    ("一级指标", "二级指标", "三级指标", "运算符号", "指标值", "度量单位", "权重"),
    ("二级指标", "三级指标", "指标值", "备注"),
)
_LEVELS = ("产出指标", "产出", "数量指标", "质量", "产出指标—数量指标", "安全生产指标", "巡查指标（10分）")
_NAMES = ("指标1：巡查次数", "巡查次数", "群众满意度", "巡查指标", "质量")
_VALUES = ("≥90%", "12公里", "100", "（10分）", "9.5", "≥", "正向", "公里", "全年", "3月底前")
_BY_LABEL = {"一级指标": _LEVELS, "二级指标": _LEVELS, "三级指标": _NAMES}
_CARRIED = ("", "产出", "产出指标", "质量", "质量指标")


def _printed(text: str) -> Printed:
    return Printed(text, range(len(text))) if text else NOTHING


def _drawn(random: Random) -> tuple[IndicatorGrid, dict[int, Printed]]:
    header = random.choice(_HEADERS)
    grid = read_grid_header(dict(enumerate(header, start=1)), [{1: "产出指标", 2: "数量指标", 3: "巡查次数"}])
    assert grid is not None
    grid.carried1, grid.carried2 = (_printed(random.choice(_CARRIED)) for _ in range(2))
    grid.shift = random.choice((0, 0, -1, 1))
    grid.shifts = {grid.shift, *random.sample((0, -1, 1), random.randrange(3))}
    start = 1 + random.choice((0, 0, 0, -1, -1, 1))
    texts = {at: random.choice(_BY_LABEL.get(label, _VALUES)) for at, label in enumerate(header, start)}
    odd = {at: random.choice((*_LEVELS, *_NAMES, *_VALUES)) for at in texts if not random.randrange(6)}
    kept = {at: text for at, text in (texts | odd).items() if at >= 0 and random.randrange(5)}
    return grid, {at: _printed(text) for at, text in (kept or {start + 1: "巡查次数"}).items()}


def _tried(grid: IndicatorGrid, texts: dict[int, str]) -> int:
    """The shift that fits best of all: another than that of the row before costs something, of equal ones that stays."""

    def told(shift: int) -> tuple[int, int, bool, int]:
        cost = fit._AGAINST_SHIFT if shift and shift not in grid.shifts else fit._BACK
        fits = fit._fits(grid, texts, shift) - (cost if shift != grid.shift else 0)
        is_kept = bool(grid.shifts) and shift == grid.shift
        return fits, -fit._outside(grid, texts, shift), is_kept, -abs(shift)

    return max(fit._SHIFTS, key=told)


@pytest.mark.parametrize("seed", range(40))
def test_no_shift_that_is_not_tried_would_fit_better(seed: int) -> None:
    random = Random(seed)
    for _ in range(100):
        grid, cells = _drawn(random)
        assert fit.best_shift(grid, cells) == _tried(grid, {at: cell.text for at, cell in cells.items()})


@pytest.mark.parametrize("seed", range(40))
def test_no_shift_fits_better_than_is_thought_possible(seed: int) -> None:
    random = Random(seed)
    for _ in range(100):
        grid, cells = _drawn(random)
        texts = {at: cell.text for at, cell in cells.items()}
        for shift in fit._SHIFTS:
            lost = fit._outside(grid, texts, shift) if "level1" in grid.places else 0
            assert fit._fits(grid, texts, shift) <= fit._most_of_row(grid, texts) + fit._OUTSIDE * lost
