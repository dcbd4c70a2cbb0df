"""The columns of a grid whose header no vocabulary has: by what stands below, and by words that speak of a role.

A column of labels of the framework holds levels, one of comparison signs operators, the first of names behind the
levels the indicators. A word in a header (权数, 年末实现值) tells a role only where the cells below fit it, and where
no other column claims the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.inferred.compared import (
    hold_quantities,
    hold_targets,
    is_comparison,
    reason_of_shortfall,
    target_and_actual,
)
from ingest.forms.labelled.grid.inferred.hints import hinted, is_no_target
from ingest.forms.labelled.grid.inferred.neighbours import (
    name_beside_levels,
    target_called_note,
    texts_beside_targets,
    value_beside_unit,
    without_directions,
)
from ingest.forms.labelled.grid.inferred.regions import of_regions
from ingest.forms.labelled.grid.inferred.scores import weight_and_score, without_scores
from ingest.forms.labelled.grid.levels import in_order, joined_code
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import find_label
from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.quantities import is_sign, read_score

Texts = Mapping[int, str]

_LEVELS = ("level1", "level2", "level3")
_LEVELS_ALONE = frozenset(("level1", "level2"))
BLOCKS_OF_GRID = frozenset(("grid", "annual_grid", "cycle_grid"))
_LONGEST_UNIT = 3
_FEWEST_KNOWN = 3
_LEVEL = "级"  # 一级指标
_YEAR = re.compile("20[0-9]{2}")


def by_content(texts: Texts, known: dict[int, str], below: Sequence[Texts]) -> dict[int, str]:
    """The columns by words and, where words do not tell, by the cells below; levels must show themselves."""
    columns = dict(known)
    if any((level1_code(text) or level2_code(text)) and hinted(text) is None for text in texts.values()):
        return columns
    for role, is_of_role in (("level1", _level1), ("level2", level2_code)):
        if role not in columns.values():
            place = _most(texts, columns, below, is_of_role)
            is_row = len(known) < _FEWEST_KNOWN and place is not None and is_level(texts[place])
            if place is not None and is_row and not _names_columns(texts[place]):
                return dict(known)  # a row of a grid: 质量指标 above 时效指标
            columns |= {place: role} if place is not None else {}
    columns = in_order(columns, known, texts)
    levels = [index for index, role in columns.items() if role in _LEVELS_ALONE]
    levels = levels or [index for index, role in columns.items() if role == "level3"]
    if not levels:
        return columns
    name = _before_levels(columns)
    start = max(levels) if name is None else name
    open_ = [index for index in sorted(texts) if index > start and index not in columns]
    held = {index: [row[index] for row in below if index in row] for index in open_}
    signs = {index: "operator" for index in open_ if held[index] and all(map(is_sign, held[index]))}
    columns |= without_directions(signs, held) if "operator" in columns.values() else signs
    open_ = [index for index in open_ if index not in columns]
    if "level2" not in columns.values() and open_ and _are_labels(held[open_[0]]):
        columns[open_.pop(0)] = "level2"
    name_beside_levels(columns, open_, held, len(below))
    of_regions(columns, open_, texts)
    _by_words(columns, without_scores({at: texts[at] for at in open_ if at not in columns}, below), held, len(below))
    target_and_actual(columns, open_, below, texts)
    columns |= target_called_note(columns, texts, below)
    value_beside_unit(columns, open_, below)
    _value_and_unit(columns, open_, held, below)
    weight_and_score(columns, open_, below)
    reason_of_shortfall(columns, open_, below)
    texts_beside_targets(columns, open_, below)
    return columns


def _before_levels(columns: Mapping[int, str]) -> int | None:
    """Where the one column of names stands, if it is left of all levels; None else."""
    names = [index for index, role in columns.items() if role == "level3"]
    levels = [index for index, role in columns.items() if role in _LEVELS_ALONE]
    return names[0] if len(names) == 1 and levels and names[0] < min(levels) else None


def _level1(text: str) -> int | None:
    code = level1_code(text)
    return code if code is not None else joined_code(text)


def _most(
    texts: Texts, columns: Mapping[int, str], below: Sequence[Texts], is_of_role: Callable[[str], int | None]
) -> int | None:
    """The open column in which most cells are labels of a level, that of the next row among them; None else."""
    heads_levels = _is_without_levels(columns, below)
    counts = {
        index: sum(index in row and is_of_role(row[index]) is not None for row in below)
        for index in texts
        if index not in columns
        and is_of_role(below[0].get(index, "")) is not None
        and (heads_levels or not _is_block(texts[index]))
    }
    place = max(counts, key=lambda index: (counts[index], -index), default=None)
    return place if place is not None and counts[place] else None


def _is_without_levels(columns: Mapping[int, str], below: Sequence[Texts]) -> bool:
    """True where no label names levels, but one names the indicators: 绩效指标 above 数量指标 heads the levels then.

    So it does above 产出指标 beside 二级指标.
    """
    if "level2" in columns.values() and "level1" not in columns.values():
        return True
    name = next((index for index, role in columns.items() if role == "level3"), None)
    if name is None or not _LEVELS_ALONE.isdisjoint(columns.values()):
        return False
    named = [row[name] for row in below if name in row]
    alike = sum((level1_code(text) or level2_code(text)) is not None for text in named)  # 群众满意度 is a name, too
    return 2 * alike < len(named)


def _names_columns(text: str) -> bool:
    """True for what heads levels and is none itself: 一级指标, 绩效指标."""
    return _LEVEL in text or _is_block(text)


def _is_block(text: str) -> bool:
    label = find_label(text)
    return label is not None and bool(label.kinds & BLOCKS_OF_GRID)


def _are_labels(cells: Sequence[str]) -> bool:
    """True where all cells end as labels of levels do: 安全生产指标."""
    return bool(cells) and all(is_level(text) for text in cells)


def _are_numbers(cells: Sequence[str]) -> bool:
    return bool(cells) and all(read_score(text) is not None for text in cells)


def _by_words(columns: dict[int, str], texts: Texts, held: Mapping[int, list[str]], rows: int) -> None:
    """The roles that words of the header speak of, each where one open column claims it and its cells fit."""
    found = {index: role for index, text in texts.items() if (role := hinted(text)) is not None}
    counts, taken = Counter(found.values()), set(columns.values())
    name = _before_levels(columns)
    named = max((at for at, role in columns.items() if role in _LEVELS), default=-1) if name is None else name
    is_evaluated = bool({"reason", "actual"} & taken or "score" in {*taken, *found.values()})
    has_target = bool(set(VALUES) & {*taken, *found.values()})
    for index, role in found.items():
        is_whole = has_target and len(held[index]) >= rows  # of a plan some rows of another column may be blank
        if role == "actual" and not (is_evaluated or (is_whole and not _YEAR.search(texts[index]))):
            continue
        if role == "unit" and not set(VALUES) & {*taken, *found.values()}:
            continue  # 目标值及单位: without a column of values it may hold these
        is_value = role in VALUES
        others_taken = set(VALUES) & taken - ({"cycle"} if role != "cycle" else set()) if is_value else {role} & taken
        is_free = role == "note" or (counts[role] == 1 and not others_taken)
        is_confirmed = _CONFIRM.get(role, bool)(held[index]) or is_no_target(texts[index])
        others = [at for at in held if named < at != index and at not in columns]
        if is_value and _are_numbers(held[index]) and any(hold_targets(held[at], at < index) for at in others):
            continue  # the numbers may be weights: 设定分值 beside 指标内容值
        if is_free and index > named and is_confirmed:
            columns[index] = role


def _are_texts(cells: Sequence[str]) -> bool:
    return not any(read_score(text) is not None for text in cells)


def _are_units(cells: Sequence[str]) -> bool:
    return bool(cells) and not any(map(_has_digit, cells))


_CONFIRM: Mapping[str, Callable[[Sequence[str]], bool]] = {
    "weight": _are_numbers,
    "score": _are_numbers,
    "unit": _are_units,
    "operator": lambda cells: all(map(is_sign, cells)),
    "reason": _are_texts,
    "note": lambda cells: not hold_quantities(cells),
    "actual": lambda cells: 2 * sum(map(is_comparison, cells)) <= len(cells),
}


def _value_and_unit(
    columns: dict[int, str], open_: Sequence[int], held: Mapping[int, list[str]], below: Sequence[Texts]
) -> None:
    """The column of targets, where exactly one of the open ones holds quantities; the unit behind bare numbers."""
    if not set(VALUES) & set(columns.values()):
        named = max((index for index, role in columns.items() if role == "level3"), default=-1)
        behind = [index for index in open_ if index > named and index not in columns]
        if "operator" in columns.values():
            behind = _beside_operators(columns, behind, below)
        elif "score" in columns.values() and "actual" not in columns.values() and sum(map(bool, held.values())) > 1:
            behind = []  # any of them may be what was achieved
        candidates = [index for index in behind if hold_quantities(held[index])]
        if "operator" in columns.values() and not candidates:
            candidates = [index for index in behind if any(read_score(text) is not None for text in held[index])][:1]
        texts = [index for index in behind if held[index] and not _are_numbers(held[index])]
        if len(candidates) == 1 and texts[:1] in ([], candidates):
            columns[candidates[0]] = "value"
    value = next((index for index, role in columns.items() if role in VALUES), None)
    if value is None or "unit" in columns.values():
        return
    bare = [row for row in below if value in row and read_score(row[value]) is not None]
    for index in open_:
        if index not in columns and bare and held[index] and all(index in row for row in bare):
            is_unit = all(len(text) <= _LONGEST_UNIT and not _has_digit(text) for text in held[index])
            if is_unit and len(held[index]) == len(bare):
                columns[index] = "unit"
                return


def _beside_operators(columns: Mapping[int, str], behind: Sequence[int], below: Sequence[Texts]) -> list[int]:
    """The open column next behind the one of signs, where a number stands beside every sign."""
    place = next(index for index, role in columns.items() if role == "operator")
    found = [index for index in behind if index > place][:1]
    rows = [row for row in below if place in row]
    return [at for at in found if all(_has_digit(row.get(at, "")) for row in rows)]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
