"""The columns of a grid that words alone name."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.inferred.columns import Texts
from ingest.forms.labelled.grid.inferred.hints import hinted
from ingest.forms.labelled.grid.inferred.to_date import monitored_column, ticked_columns
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import find_label, fold_label, grid_column
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.quantities import is_operator, read_direction, read_score
from ingest.vocabulary import words

_BARE_YEAR = re.compile(r"\s*20\d\d\s*年度?\s*")
_FEWEST_YEARS = 2
_LEVELS = ("level1", "level2", "level3")
_TARGETS = ("cycle", "annual", "actual")
# Where a sign would stand, of a target that is none: 定性 beside 健全.
_QUALITATIVE = "定性"
_SATISFACTION = 3
_NUMBER = re.compile(r"\s*+(?:[指目]标\s*+)?[（(]?\d{1,2}[)）]?\s*+[:：、.．]?\s*+")
_OF_YEAR = re.compile(r"\s*(20\d\d)年度?(?=\D)")


def named_columns(texts: Texts, year: int | None = None) -> dict[int, str]:
    """The columns of a row whose texts name a column of a grid, and what they name; ``year`` is that of the form.

    2023年完成值 is a note in a form of 2024, and 2024年完成值 what was achieved. Several years alone
    (2024年, 2025年) are targets.
    """
    bare = [index for index, text in texts.items() if "20" in text and _BARE_YEAR.fullmatch(text)]
    found: dict[int, str] = dict.fromkeys(bare, "annual") if len(bare) >= _FEWEST_YEARS else {}
    for index, text in texts.items():
        own = _OF_YEAR.match(text) if year is not None and "20" in text else None
        column = monitored_column(text) or grid_column(text) or (grid_column(text[own.end() :]) if own else None)
        if column is None and own is not None and (said := _said_of_year(text[own.end() :])) is not None:
            column = said if int(own[1]) == year or said == "actual" else "note"
        if column is not None:
            is_other = own is not None and int(own[1]) != year and column == "actual"
            found[index] = "note" if is_other else column
    return found | ticked_columns(texts) if "reason" in found.values() else found


@lru_cache(maxsize=4096)
def names_level(text: str) -> bool:
    """True for a text that may name a column of levels or of names, a year before it or not."""
    own = _OF_YEAR.match(text)
    return grid_column(text) in _LEVELS or (own is not None and grid_column(text[own.end() :]) in _LEVELS)


def _said_of_year(rest: str) -> str | None:
    """What a word alone behind a year says: 目标, 计划数 are planned, 实际 is what was done."""
    word = fold_label(rest).removesuffix("数").removesuffix("值")
    if word in words("form_labels", "planned_word"):
        return "annual"
    return "actual" if word in words("form_labels", "actual_word") else None


def told_by_words(texts: Texts, below: Sequence[Texts], year: int | None) -> dict[int, str]:
    """The columns that words name, names and signs told by what stands below where words alone mistake them."""
    return with_signs(_behind_numbers(named_columns(texts, year), texts, below), below)


def noted(texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The columns that words tell to hold notes or reasons, where no row below tells what columns hold: 评分要点说明.

    Where no column of targets is known, only beside weights and scores: 标准值 may be a target. No reason is a number.
    """
    known = set(named_columns(texts).values())
    if not (known & set(VALUES) or known >= {"weight", "score"}):
        return {}
    told = {index: role for index, text in texts.items() if (role := hinted(text)) in ("note", "reason")}
    reasons = [index for index, role in told.items() if role == "reason"]
    is_sure = len(reasons) == 1 and not any(read_score(row.get(reasons[0], "")) is not None for row in below)
    return told if is_sure and "reason" not in known else {at: role for at, role in told.items() if role == "note"}


def levels_shown(columns: dict[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The columns, 一级指标 moved left where the cells show it: 投入, 产出 below 绩效目标, 成本目标 below 评价指标."""
    places = {role: at for at, role in columns.items()}
    first = places.get("level1")
    if first is None or "level2" in places:
        return columns
    left = max((at for at in texts if at < first and at not in columns), default=None)
    held = [[row[at] for row in below if at in row] for at in (left, first) if at is not None]
    is_shown = left is not None and all(held) and any(map(level1_code, held[0])) and all(map(level2_code, held[1]))
    return {**columns, left: "level1", first: "level2"} if left is not None and is_shown else columns


def levels_below(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """Both columns of levels, told by what they hold, whatever their words: 产出 and 数量 before a column of names.

    指标类别, 指标内容, 具体指标: of several columns that words call names, or notes, the last one holds these.
    """
    name = max((at for at, role in columns.items() if role == "level3"), default=None)
    left = sorted(at for at in texts if name is not None and at < name)[-2:]
    is_target = any(columns.get(at) in _TARGETS for at in left)  # rows stand left of their header
    if name is None or is_target or len(left) != len(("level1", "level2")):
        return {}
    rows = [row for row in below if name in row]
    first, second = [[row[at] for row in rows if at in row] for at in left]
    are_levels = bool(first and second) and all(map(level1_code, first)) and all(map(level2_code, second))
    is_named = not any(map(is_level, (row[name] for row in rows)))
    return dict(zip(left, ("level1", "level2"), strict=True)) if are_levels and is_named else {}


def level1_before(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The column under an unknown label next before that of the second level: its cells head labels of that.

    Nothing where the first level is known, or no row below stands in both columns.
    """
    second = next((at for at, role in columns.items() if role == "level2"), None)
    if second is None or "level1" in columns.values():
        return {}
    left = max((at for at in texts if at < second), default=None)
    if left is None or left in columns or find_label(texts[left]) is not None:
        return {}
    rows = [row for row in below if left in row and row.get(second) != texts[second]]  # no header of a next block
    is_text = all(read_score(row[left]) is None for row in rows)
    if any(level2_code(row[left]) is not None and not is_level(row.get(second, "")) for row in rows):
        return {}  # rows that stand left of their header
    are_levels = any(second in row and (is_level(row[left]) or is_level(row[second])) for row in rows)
    return {left: "level1"} if is_text and are_levels else {}


def names_at_level2(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The column of 二级指标 that holds names, in a grid without 三级指标: labels of the framework stand left of it.

    The columns of the header right behind it are known: none of them holds the names under an unknown label.
    """
    places = {role: at for at, role in columns.items()}
    if "level3" in places or not {"level1", "level2"} <= places.keys():
        return {}
    first, second = places["level1"], places["level2"]
    behind = [at for at in texts if at > second][:1]
    rows = [row for row in below if first in row and second in row]
    names = [
        is_of_framework(row[first]) and not is_level(row[second]) for row in rows if not _is_satisfaction(row, first)
    ]
    is_shifted = any(at < first and is_level(text) for row in below for at, text in row.items())
    is_shown = bool(names) and all(names) and all(at in columns for at in behind) and not is_shifted
    return {second: "level3"} if is_shown else {}


def _is_satisfaction(row: Texts, first: int) -> bool:
    """True for a row of satisfaction: 服务对象满意度 is called a level, and may be the name of an indicator."""
    return level1_code(row[first]) == _SATISFACTION


def _behind_numbers(columns: dict[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The columns, 三级指标 moved right where it spans two: below it stand 指标1, 指标2, and the names behind them.

    A column of such numbers next before that of the names holds them whatever its label is.
    """
    at = next((index for index, role in columns.items() if role == "level3"), None)
    if at is None:
        return columns
    is_inside = at - 1 in texts and at - 1 not in columns and at - 1 > min(texts)
    if is_inside and _are_numbers(at - 1, at, texts, below):
        return {**columns, at - 1: "number"}
    is_apart = at + 1 not in texts and _are_numbers(at, at + 1, texts, below)
    return {**columns, at: "number", at + 1: "level3"} if is_apart else columns


def _are_numbers(at: int, name: int, texts: Texts, below: Sequence[Texts]) -> bool:
    """True for a column of numbers, each with a name beside it."""
    rows = takewhile(lambda row: at not in row or _NUMBER.fullmatch(row[at]), (row for row in below if row != texts))
    numbered = [row for row in rows if at in row]
    return bool(numbered) and all(name in row and not _NUMBER.fullmatch(row[name]) for row in numbered)


def with_signs(columns: dict[int, str], below: Sequence[Texts], open_: Collection[int] = ()) -> dict[int, str]:
    """The columns, the one of signs told by what it holds (指标方向性: ≥); 正向指标 beside it is a note.

    It may be one of those that are ``open_``, of which nothing else tells what they hold.
    """
    cells = {
        at: [row[at] for row in below if row.get(at, _QUALITATIVE) != _QUALITATIVE]
        for at in (*columns, *open_)
        if columns.get(at, "note") in ("operator", "note")
    }
    signs = [at for at, own in cells.items() if own and all(map(is_operator, own))]
    turned = [at for at, own in cells.items() if own and all(map(read_direction, own))]
    operators = [at for at in cells if columns.get(at) == "operator"]
    if len(signs) == 1 and all(at in (*signs, *turned) for at in operators):
        return {**columns, **dict.fromkeys(operators, "note"), signs[0]: "operator"}
    turned = [at for at in turned if at in columns]
    return {**columns, turned[0]: "operator"} if not operators and len(turned) == 1 else columns
