"""Headers of two rows: 年度指标值 above 符号, 数值, 单位; or 指标值 beside 绩效指标 above 一级指标, 二级指标, 三级指标.

The second row stands under a part of the first: it parts a column of it, or names what a label of the whole grid spans.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ingest.forms.labelled.grid.inferred.regions import named_by_regions
from ingest.forms.labelled.grid.inferred.to_date import monitored_column
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import fold
from ingest.vocabulary import words

Texts = Mapping[int, str]

_LEVELS = frozenset(("level1", "level2", "level3"))
_FEWEST = 2
_MOST_ROWS = 3
_YEAR = re.compile(r"20\d\d\s?年?度?")
_TARGET = "目标值"


def both_rows(first: Texts, second: Texts) -> Texts | None:
    """One header for two rows of it; None where the second is no row of a header.

    A text of the second row that says nothing by itself (全年) is read with the one above it (全年年度指标值), unless
    another one below that names the targets, or the reasons beside what they are of (经费保障, 其他, 原因说明). What
    parts a note is one: 优, 良, 中, 差 below 绩效标准, of which 优 is the target where no other column is. What stands
    below a year is of that year: 完成值 below 上年. So is what stands below a region.
    """
    if len(second) < _FEWEST or any(map(_is_value, second.values())) or any(map(_is_value, first.values())):
        return None
    above, below = _levels(first), _levels(second)
    if above and not below:
        parents = _parents(first, second)
        if parents is None or any(parent in above for parent in parents.values()):
            return None
        if len(above) < _FEWEST and {*parents.values()} != {max(first)}:  # 优, 良, 中, 差 under the last label are
            return None
        told = {parents[at] for at, text in second.items() if grid_column(text) in (*VALUES, "reason")}
        told |= {at for at, text in first.items() if monitored_column(text) == "likelihood"}
        notes = {at for at, text in first.items() if grid_column(text) == "note"}
        past = {at for at, text in first.items() if _names_time(text)}
        named = {
            at: first[parents[at]] + text
            if parents[at] in past
            else text
            if grid_column(text) or parents[at] in told
            else text * (parents[at] not in notes) + first[parents[at]]
            for at, text in second.items()
        }
        named |= named_by_regions(first, second, parents)
        roles = {grid_column(text) for at, text in first.items() if at not in parents.values()}
        best = _best(second, parents) if roles.isdisjoint((*VALUES, None)) else None
        return dict(sorted({**first, **named, **({best: _TARGET} if best is not None else {})}.items()))
    if len(below) >= _FEWEST and (not above or _spans(first, above, below)):
        beside = {at: text for at, text in first.items() if at > max(below) and at not in second}
        whole = dict(sorted({**second, **beside}.items()))
        return whole if any(map(grid_column, beside.values())) else None
    return None


def _names_time(text: str) -> bool:
    """True for a label of a year that counts for all columns below it: 上年, 本年, 2023年."""
    return _YEAR.fullmatch(fold(text)) is not None or fold(text) in words("form_labels", "year_block")


def _best(second: Texts, parents: Mapping[int, int]) -> int | None:
    """The column 优 beside 良, 中, 差 under one label: what is wanted, where no other column names targets."""
    best = [at for at, text in second.items() if fold(text) in words("form_labels", "graded_best")]
    others = [at for at, text in second.items() if fold(text) in words("form_labels", "graded")]
    is_graded = len(best) == 1 and len(others) >= _FEWEST
    return best[0] if is_graded and len({parents[at] for at in (*best, *others)}) == 1 else None


def _spans(first: Texts, above: set[int], below: set[int]) -> bool:
    """True for the first label of a row, 指标, over all levels of the next one."""
    begin, end = [*sorted(first), max(below) + 1][:2]
    return above == {begin} and begin <= min(below) and max(below) < end


@lru_cache(maxsize=4096)
def _is_value(text: str) -> bool:
    """True for a text that stands in rows of a grid, never in its header: a quantity, a label of the framework."""
    is_label = grid_column(text) is not None or find_label(text) is not None
    if monitored_column(text) is not None:  # 1-7月执行情况
        return False
    return any(map(str.isdigit, _YEAR.sub("", text))) or (is_of_framework(text) and not is_label)


def _levels(texts: Texts) -> set[int]:
    return {at for at, text in texts.items() if grid_column(text) in _LEVELS}


def _parents(first: Texts, second: Texts) -> dict[int, int] | None:
    """The column of the first row that each of the second is part of; None where one of them parts nothing."""
    if min(second) < min(first):
        return None
    parents = {at: max(own for own in first if own <= at) for at in second}
    counts = [list(parents.values()).count(parent) for parent in set(parents.values())]
    is_parted = set(parents.values()) <= second.keys() and max(counts) > 1
    return parents if is_parted else None


def begun_headers(
    texts: Sequence[Texts], levels: Sequence[int], number: int
) -> Sequence[tuple[Texts, Sequence[Texts]]]:
    """The headers of two rows and of three that begin with a row, each with its rows below that.

    ``levels`` says of each row how many labels of levels it prints.
    """
    if not levels[number] and (number + 1 == len(levels) or levels[number + 1] < _FEWEST):
        return ()
    found: list[tuple[Texts, Sequence[Texts]]] = []
    first, *others = levels[number : number + _MOST_ROWS]
    whole: Texts | None = texts[number]
    for last, own in enumerate(others, start=1):
        is_of_header = (first and own == 0) or (last == 1 and first <= 1 < own)
        whole = both_rows(whole, texts[number + last]) if is_of_header and whole is not None else None
        if whole is None:
            break
        found.append((whole, texts[number + 1 : number + last + 1]))
    return found
