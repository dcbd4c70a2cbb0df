"""Rows below a header whose block a text prints once: 预算执行情况 | 年度预算数 | … | 执行率, then 总额 | … | 100%.

A page merges the cell of the block over the rows beside it. A text that leaves merged cells out prints these rows a
column or two too far left. So the second of two rows of a header: 绩效指标 | 年度指标值 | 实际完成值 | …, then
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位. One that leaves blank cells out prints 100% below 分值.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.forms.labelled.geometry.heads import OF_MONEY, is_text, names_amounts, names_source
from ingest.forms.labelled.labels import EXECUTION_KINDS, GOAL_KINDS, find_label, grid_column
from ingest.source.printed import PrintedCells

_RATE = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
_KINDS_OF_NO_LABEL: frozenset[str] = frozenset()
# 项目资金 is the label of a total and of the block
_OF_A_BLOCK = frozenset(("annual_total",))
_HEADING = EXECUTION_KINDS | GOAL_KINDS
_LEVELS, _VALUES = ["level1", "level2", "level3"], ("value", "annual")
_EXPECTED = "预期"  # 年度总体目标 beside 预期目标 is the label of both goals
_FEWEST = 2
_MOST = 2


def put_back(rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows of a form, such rows where their labels stand; all rows as they are where none is so.

    Money is put back where its rates then stand below 执行率 and did not before; the labels of its rows go with it.
    Goals are put back where the labels of goals end a row and as many texts begin the next. What stands beside the
    label of targets is put behind the parts of these where the next row prints levels below it.
    """
    moved = list(rows)
    for number, row in enumerate(rows[:-1]):
        texts = [cell.text for cell in row.values()]
        if len(texts) <= _FEWEST:
            continue
        if sum(map(_may_head, texts)) < _FEWEST:
            if grid_column(texts[1]) in _VALUES:
                _put_header(moved, number)
            continue
        own = list(map(_kinds, texts))
        if len([kind for kind in own if kind & EXECUTION_KINDS]) >= _FEWEST:
            _put_money(moved, number, own)
        elif own[-1] & GOAL_KINDS and own[-2] & GOAL_KINDS:
            _put_goals(moved, number, own)
    return moved if moved != rows else rows


@lru_cache(maxsize=4096)
def _may_head(text: str) -> bool:
    """True for a label above what was planned and spent, and for that of a goal."""
    return not _kinds(text).isdisjoint(_HEADING)


@lru_cache(maxsize=4096)
def _kinds(text: str) -> frozenset[str]:
    label = find_label(text)
    return _KINDS_OF_NO_LABEL if label is None or label.has_value else label.kinds


def _put_money(rows: list[PrintedCells], number: int, kinds: Sequence[frozenset[str]]) -> None:
    places = list(rows[number])
    rate = next((at for at, kind in zip(places, kinds, strict=True) if "execution_rate" in kind), None)
    first = places[0]
    if rate is None or kinds[0] & OF_MONEY - _OF_A_BLOCK:
        return
    if not _is_moved(rows[number + 1], first, rate):
        _put_rates(rows, number + 1, rate)
        return
    for at in range(number + 1, len(rows)):
        row = rows[at]
        if first not in row or not (names_amounts(row[first].text) or names_source(row[first].text)):
            return
        rows[at] = _moved(row, 1)


def _put_rates(rows: list[PrintedCells], total: int, rate: int) -> None:
    """Put a rate that ends its row right before ``rate``, its column, there, as the row of the total prints one."""
    above = rows[total]
    if rate - 1 not in above or rate not in above or not _RATE.fullmatch(above[rate].text):
        return
    if _RATE.fullmatch(above[rate - 1].text):
        return
    for at in range(total + 1, len(rows)):
        row = rows[at]
        first = next(iter(row.values()), None)
        if first is None or not (names_amounts(first.text) or names_source(first.text)):
            return
        if max(row) == rate - 1 and _RATE.fullmatch(row[rate - 1].text):
            rows[at] = {own + (own == rate - 1): cell for own, cell in row.items()}


def _put_header(rows: list[PrintedCells], number: int) -> None:
    first, second = rows[number], rows[number + 1]
    places = list(second)
    roles = [grid_column(cell.text) for cell in second.values()]
    is_left = roles[: len(_LEVELS)] == _LEVELS and len(roles) > len(_LEVELS) and list(first)[:2] == places[:2]
    if not is_left or grid_column(next(iter(first.values())).text) is not None:
        return
    above, whole, *others = first.values()
    behind = dict(enumerate(others, start=places[-1] + 1))
    rows[number] = {places[0]: above, places[len(_LEVELS)]: whole, **behind}


def _is_moved(row: PrintedCells, first: int, rate: int) -> bool:
    """True for a row whose rate stands left of ``rate``, the column of rates, and its label in the first column."""
    is_left = rate - 1 in row and _RATE.fullmatch(row[rate - 1].text) is not None
    return is_left and first in row and not (rate in row and _RATE.fullmatch(row[rate].text))


def _put_goals(rows: list[PrintedCells], number: int, kinds: Sequence[frozenset[str]]) -> None:
    header, row = list(rows[number]), rows[number + 1]
    lead = len(header) - len(row)
    second = [*rows[number].values()][1].text
    is_left = list(row) == header[: len(row)] and all(map(is_text, row.values()))
    is_left = is_left and not any(_kinds(cell.text) for cell in row.values())
    is_block = not kinds[0] & GOAL_KINDS or (lead == 1 and len(header) > _FEWEST and _EXPECTED in second)
    if 0 < lead <= _MOST and is_left and is_block and all(kind & GOAL_KINDS for kind in kinds[lead:]):
        rows[number + 1] = _moved(row, header[lead] - header[0])


def _moved(row: PrintedCells, columns: int) -> PrintedCells:
    return {at + columns: cell for at, cell in row.items()}
