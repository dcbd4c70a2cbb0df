"""Columns of 绩效运行监控: what was done in a part of the year, what is expected of all of it, how likely that is."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from ingest.forms.indicators import PrintedIndicator, PrintedProgress
from ingest.forms.labelled.grid.columns import CAUSE, PROGRESS, TICKED, IndicatorGrid
from ingest.forms.labelled.labels import fold_label, speaks
from ingest.grammar.quantities import with_operator_and_unit
from ingest.source.printed import NOTHING, PrintedCells, fold
from ingest.vocabulary import words

# 1-7月, 上半年, 截至8月31日, 监控期内; all twelve months are a year
_PART_OF_YEAR = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月?[-—–~～至到](?!12月)\d{1,2}月份?(?:底|末)?"
    r"|[上前]?半年度?|前[一二三123][个]?季度|前[一二三四五六七八九十\d]{1,2}个?月|一季度|第一季度|监控(?:期|时点)[间内末]?"
    r"|(?:截[至止]|至)(?:20\d\d年)?(?!12月)\d{1,2}月(?:底|末|份|\d{1,2}日)?(?:止|前)?|(?:截[至止])?监控日)"
)
_PERIODS = ("月", "半年", "季度", "监控")
"""One of these is in every name of a part of a year."""
_TOLD = (*PROGRESS, TICKED)
_DONE = re.compile(
    r"(?:指标|目标|任务|绩效)*(?:值|数)?(?:实际|累计|已)*(?:执行|完成|实现|进展|落实)(?:指标)?"
    r"(?:值|情况|数|数值|进度|进展)?"
)


@lru_cache(maxsize=4096)
def is_of_part_of_year(text: str) -> bool:
    """True for a label that names a part of the year: 1-7月执行数, 执行数（截至8月31日）."""
    folded = fold(text)
    return any(map(folded.__contains__, _PERIODS)) and _PART_OF_YEAR.search(folded) is not None


@lru_cache(maxsize=4096)
def monitored_column(text: str) -> str | None:
    """What a label of a grid's header says of a year that is not over; None for any other label."""
    if (role := _words().get(fold_label(text))) is not None:
        return role
    folded = fold(text)
    period = _PART_OF_YEAR.search(folded) if any(map(folded.__contains__, _PERIODS)) else None
    if period is None:
        return None
    rest = (folded[: period.start()] + folded[period.end() :]).strip("()（）[]【】")
    return "to_date" if _DONE.fullmatch(rest) and not speaks(rest, "planned_word") else None


def ticked_columns(texts: Mapping[int, str]) -> dict[int, str]:
    """The columns in which causes (经费保障, 制度保障) or likelihoods are ticked; none where one is alone."""
    found: dict[int, str] = {}
    for role, kind in ((CAUSE, "cause_of_deviation"), (TICKED, "likelihood_word")):
        known = words("form_labels", kind)
        own = [at for at, text in texts.items() if fold_label(text) in known]
        found |= dict.fromkeys(own, role) if len(own) > 1 else {}
    return found


def with_progress(
    grid: IndicatorGrid, cells: PrintedCells, printed: PrintedIndicator, is_monitored: bool = False
) -> PrintedIndicator:
    """The indicator of a row with what the columns of monitoring say of it.

    Where the title says that the form monitors, 实际完成值 is what was done up to then.
    """
    if not is_monitored and grid.places.keys().isdisjoint(_TOLD):
        return printed
    row = grid.row(cells)
    unit = next((cell for side in grid.sides if (cell := row.get(side.unit, NOTHING))), NOTHING)
    to_date, expected = (
        with_operator_and_unit(row.get(grid.at(role), NOTHING), NOTHING, unit) for role in ("to_date", "expected")
    )
    likelihood, role = row.get(grid.at("likelihood"), NOTHING).text, "to_date"
    ticked = [grid.labels[at] for at, own in grid.columns.items() if own == TICKED and at in row]
    likelihood = likelihood or "；".join(ticked)
    if is_monitored and not to_date and printed.actual is not None:
        role, to_date = "actual", printed.actual
        printed = replace(printed, actual=None)
    if not (to_date or expected or likelihood):
        return printed
    label = grid.labels.get(grid.places[role], "") if to_date else ""
    return replace(printed, progress=PrintedProgress(label, to_date, expected, likelihood))


@cache
def _words() -> Mapping[str, str]:
    return {fold_label(word): role for role in PROGRESS for word in words("form_labels", f"grid_{role}")}
