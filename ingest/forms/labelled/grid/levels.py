"""The levels of an indicator: both in one cell, one under the other's label, carried down too far."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.grammar.labels import begins_with_level1, is_level2, level1_code, level2_code, says_level2
from ingest.source.printed import NOTHING, Printed, PrintedCells

# 产出指标—数量指标, 产出指标（数量指标）, 产出指标数量指标, 产出指标（50分）数量指标
_BETWEEN = re.compile(
    r"(?:[（(【\[](?!\s?\d{1,3}(?:\.\d{1,2})?\s?[分%％])|[-－—–/／、>＞→·_：:])++"
    r"|(?<=[分%％][）)】\]])(?=.)|(?<=指标)(?=[^（(【\[])"
)
_COLON = re.compile("[：:]")
# 【数量指标】缴纳人数, （数量指标）缴纳人数, 数量指标-缴纳人数
_IN_FRONT = re.compile(
    r"(?:(?P<open>[【\[［〔（(「])\s?(?P<label>[^【】\[\]［］〔〕（()）「」：:]{2,24}?)\s?[】\]］〕）)」]\s?[：:]?"
    r"|(?P<bare>[^-－—–/／、>＞→·：:（(【\[\d]{2,12}?指标)\s?[-－—–/／>＞→·]{1,2})\s?(?=\S)"
)
_NUMBERED_NAME = re.compile(r"指标\s*\d{1,2}\s*[：:、.]")
_SEVERAL = re.compile("[；;]\\s*+\\S|指标[：:]")
_COST, _SATISFACTION = 4, 3
_NAMED = {"level1": "一级", "level2": "二级"}
_SECOND_ALONE = (1, 2)
"""The first levels of which no second one is called as a first one is: 满意度指标 and 成本指标 are both."""
_FEWEST = 2


def settled(printed: PrintedIndicator, has_second: bool = False) -> PrintedIndicator:
    """The indicator with its levels in their places: 指标类型 may print 数量指标, or 产出指标-数量指标.

    产出指标 and 效益指标 are first levels, whatever column they stand in, 公众满意度指标 is one in the column of these
    where another is that of second ones (``has_second``).
    """
    level1, level2 = printed.level1, printed.level2
    if level2 is not None and level1_code(level2.text) in _SECOND_ALONE and level2_code(level2.text) is None:
        return replace(printed, level1=level2, level2=None)
    if level1 is None or printed.level2 is not None or level1_code(level1.text) is not None:
        return printed
    code = level2_code(level1.text)
    if has_second and code is not None and code // 10 == _SATISFACTION:
        return printed
    if code is not None and code % 10 != _COST:  # 成本指标 is a first level of the later framework, too
        return replace(printed, level1=None, level2=level1)
    first, second = parted_levels(level1)
    return replace(printed, level1=first, level2=second) if second else printed


def settled_alike(found: list[PrintedIndicator]) -> list[PrintedIndicator]:
    """Indicators of one column of levels that holds second ones: 成本指标, 满意度指标 beside 数量指标 are such."""
    first = [own.level1.text for own in found if own.level1 is not None]
    seconds = [own for own in found if own.level1 is None and own.level2 is not None]
    told = [own for own in seconds if own.level2 and (level2_code(own.level2.text) or 0) // 10 in _SECOND_ALONE]
    is_mixed = len(first) + len(seconds) == len(found) and all(level2_code(text) is not None for text in first)
    if (
        not first
        or len(seconds) < _FEWEST
        or not told
        or not is_mixed
        or any(own.level1 and own.level2 for own in found)
    ):
        return found
    return [own if own.level1 is None else replace(own, level1=None, level2=own.level1) for own in found]


def in_order(columns: Mapping[int, str], known: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The columns, those of levels that were told by their cells named as their headers say, else the first one left.

    服务对象满意度指标 is called a first level, too, and 成本指标 a second one.
    """
    told = {role: at for at, role in columns.items() if role in _NAMED and at not in known}
    said = {role: at for at, text in texts.items() if (role := _said(text)) is not None}
    said = {role: at for role, at in said.items() if at not in known and role not in known.values()}
    if any(_said(texts[at]) not in (None, role) for role, at in told.items()):
        rest = {at: role for at, role in columns.items() if at not in told.values()}
        return {**rest, **{at: role for role, at in said.items()}}
    if not said and len(told) == _FEWEST and told["level1"] > told["level2"]:
        return {**columns, told["level1"]: "level2", told["level2"]: "level1"}
    return dict(columns)


def _said(text: str) -> str | None:
    """The level that an unknown header names: 一级目标类别."""
    return next((role for role, word in _NAMED.items() if word in text), None)


def joined_code(text: str) -> int | None:
    """The code of the first of two levels that one cell prints: 产出指标—数量指标; None for any other text."""
    cut = _cut(text)
    return level1_code(text[: cut[0]]) if cut is not None else None


def joins_levels(text: str) -> bool:
    """True for a text that prints two levels: 产出指标—数量指标."""
    return _cut(text) is not None


def parted_levels(printed: Printed) -> tuple[Printed, Printed]:
    """The two levels that one cell prints; NOTHING for the second of any other text, which is the first as it is."""
    cut = _cut(printed.text)
    if cut is None:
        return printed, NOTHING
    end, start = cut
    return printed[:end].strip(), printed[start:].strip(" \u3000)）】]")


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[int, int] | None:
    """Where the first of two levels ends and the second begins; None where a text does not print both.

    A sign stands between them, a bracket around the second, or nothing where two lines became one.
    """
    for found in _BETWEEN.finditer(text) if begins_with_level1(text) else ():
        second = text[found.end() :].strip(" \u3000)）】]")
        if level1_code(text[: found.start()]) is not None and level2_code(second) is not None:
            return found.span()
    return None


def before_name(name: Printed) -> tuple[Printed, Printed, Printed]:
    """The levels that a name prints before a colon or in brackets, and the name.

    数量指标：缴纳人数, 产出指标-数量指标：缴纳人数, 【数量指标】缴纳人数, 数量指标-缴纳人数.
    """
    colon = _COLON.search(name.text)
    label, rest = (name[: colon.start()].strip(), name[colon.end() :].strip()) if colon else (NOTHING, NOTHING)
    is_joined = "】" not in label.text
    first, second = parted_levels(label) if is_joined else (NOTHING, NOTHING)
    if second:
        return first, second, rest
    front = _IN_FRONT.match(name.text)
    if front is not None:
        own, behind = name[slice(*front.span("label" if front["open"] else "bare"))], name[front.end() :]
        first, second = parted_levels(own)
        is_list = _NUMBERED_NAME.match(behind.text) is not None  # 【产出指标-数量指标】指标1：
        if not is_list and (second or is_level2(own.text)):
            return (first, second, behind) if second else (NOTHING, own, behind)
    return (NOTHING, label, rest) if is_joined and is_level2(label.text) else (NOTHING, NOTHING, name)


def stand_before(names: Iterable[str]) -> bool:
    """True where every one of several names prints its second level before a colon, and is one name."""
    found = [*names]
    return len(found) >= _FEWEST and all(map(_stands_before, found))


@lru_cache(maxsize=4096)
def _stands_before(name: str) -> bool:
    _, level2, rest = before_name(Printed(name, range(len(name))))
    return bool(level2) and not _SEVERAL.search(rest.text)


def contradict(printed: PrintedIndicator) -> bool:
    """True where the framework has the second level under another first level than the one that is carried down."""
    if printed.level1 is None or printed.level2 is None:
        return False
    first, second = level1_code(printed.level1.text), level2_code(printed.level2.text)
    if first is None or second is None or _COST in (first, second // 10, second % 10):
        return False
    return first != second // 10


def ends_level(grid: IndicatorGrid, indicators: list[PrintedIndicator], cells: PrintedCells) -> bool:
    """True for a row of no more than the end of a second level that the end of a page cut off: 服务对象满, 意度.

    The level is whole then in the grid and in its ``indicators``.
    """
    (index, cell), *others = cells.items()
    above = grid.carried2
    if others or not above or index - grid.shift != grid.at("level2") or level2_code(cell.text) is not None:
        return False
    whole = above.followed_by(cell)
    is_cut = level2_code(above.text) is None or (not is_level2(above.text) and is_level2(whole.text))
    is_word = not says_level2(above.text) and says_level2(whole.text)  # 可持续影响指, 标
    if not is_cut or not (is_word or level2_code(whole.text) is not None):
        return False
    grid.carried2 = whole
    indicators[:] = [replace(own, level2=whole) if own.level2 is above else own for own in indicators]
    return True


def is_label_alone(grid: IndicatorGrid, name: Printed) -> bool:
    """True for 质量 or 时效 in the column of names of a grid without second levels: a line that nobody filled in."""
    return grid.at("level2") is None and level2_code(name.text) is not None
