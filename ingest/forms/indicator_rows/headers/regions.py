"""A transfer by regions: a region a row, an indicator a column, or two of target and actual value below its name.

The project is named by the title alone. The labels above a column, from the outer one in, say what it holds.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.forms.indicator_rows.headers.columns import HeadColumn, ListColumns, head_column, names_projects
from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.indicator_rows.headers.levels import sign_said
from ingest.forms.labelled.labels import find_label, fold_label, grid_column
from ingest.forms.reading import Part
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.places import is_region
from ingest.source.printed import fold
from ingest.vocabulary import words

RowTexts = Mapping[int, str]
Label = tuple[int, int]
"""Where a label stands: its row in the header, its column."""

_DEEPEST = 4
_FEWEST = 2
_FEWEST_COLUMNS = 4
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_VALUES = ("value", "annual")
_TOLD = ("money", "execution", "number")


@dataclass(frozen=True, slots=True)
class RegionTable:
    """The numbers of its lines, header and rows apart; ``region`` is the column of regions.

    ``names`` are the labels that name indicators, by the column below 0 under which ``columns`` has each of them.
    """

    header: tuple[int, ...]
    lines: tuple[int, ...]
    region: int
    columns: ListColumns
    names: Mapping[int, Label]


def region_tables(part: Part) -> list[RegionTable]:
    """The table of regions that a part of a file consists of; beside other rows of labels it is part of a form."""
    lines, texts = part.source.lines, part.texts
    rows = [(line.number, texts[line.number]) for line in lines if line.is_row and len(texts[line.number]) > _FEWEST]
    if not rows or any(map(names_projects, rows[0][1].values())):
        return []
    first = min(rows[0][1])
    region = next((at for at, text in list(rows[0][1].items())[:_FEWEST] if _names_regions(text)), None)
    if region is None and _holds_regions([row[first] for _, row in rows[1:] if first in row]):
        region = first
    table = _table(rows, region) if region is not None else None
    return [table] if table is not None and len(table.header) + len(table.lines) == len(rows) else []


def is_sum(text: str) -> bool:
    """True for what stands in the column of regions where a row is of all of them."""
    folded = fold(text).strip(":")
    return any(folded in words("form_labels", kind) for kind in ("grand_total", "whole_region"))


def _names_regions(text: str) -> bool:
    return fold_label(text) in {fold_label(word) for word in words("form_labels", "row_region")}


def _holds_regions(cells: Sequence[str]) -> bool:
    """True for a column of regions under another label: 项目单位 over 龙门镇, 葛坑镇."""
    return len([text for text in cells if not is_sum(text)]) >= _FEWEST and all(
        is_sum(text) or (is_region(text) and find_label(text) is None) for text in cells
    )


def _is_label(text: str) -> bool:
    return find_label(text) is not None and not is_sum(text)


def _table(rows: Sequence[tuple[int, RowTexts]], region: int) -> RegionTable | None:
    depth = next((at for at, (_, row) in enumerate(rows) if at and region in row), 0)
    header = [row for _, row in rows[:depth]]
    below = [(number, row) for number, row in rows[depth:] if region in row and not _is_label(row[region])]
    if not 0 < depth <= _DEEPEST or not below:
        return None
    columns = sorted({at for row in header for at in row} | {at for _, row in below for at in row})
    labels = {at: _labels(header, at) for at in columns if at != region}
    heads: dict[int, HeadColumn] = {region: HeadColumn("region", header[0][region])}
    named: dict[Label, dict[str, int]] = {}
    for at, own in labels.items():
        texts = [header[row][column] for row, column in own]
        role = grid_column(texts[-1]) if texts else None
        is_pair = role in (*_VALUES, "actual") and len(own) > 1
        head = head_column(texts[-1], texts[0]) if texts else HeadColumn("attribute", "")
        if is_pair:
            named.setdefault(own[-_FEWEST], {})["actual" if role == "actual" else "value"] = at
        elif head.role in _TOLD or not any(map(_spans_indicators, texts[:-1])):
            heads[at] = head
        else:
            named.setdefault(own[-1], {})["value"] = at
    levels = {
        -place: _level([header[row][at] for row, at in labels[own["value"]] if (row, at) != name], own, -place)
        for place, (name, own) in enumerate(named.items(), start=1)
        if "value" in own
    }
    texts = [fold(header[row][column]) for row, column in named]
    if len(levels) < _FEWEST or len(columns) < _FEWEST_COLUMNS or len(set(texts)) < len(texts):
        return None  # what stands below each of several names is none itself: 实际值
    names = {-place: name for place, name in enumerate(named, start=1)}
    printed = tuple(fold(text) for row in header for text in row.values())
    found = ListColumns(min(levels) - 1, False, heads, None, depth, printed, levels=tuple(levels.values()))
    found.is_evaluated = any(head.kind == "executed" for head in heads.values())
    numbers = tuple(number for number, _ in rows[:depth])
    return RegionTable(numbers, tuple(number for number, _ in below), region, found, names)


def _labels(header: Sequence[RowTexts], at: int) -> list[Label]:
    """The labels above a column, the outer one first: each the next left one, unless that ends before the column."""
    found: list[Label] = []
    for number, row in enumerate(header):
        column = max((other for other in row if other <= at), default=None)
        begins = found[-1][1] if found else 0
        if column is not None and column >= begins:
            found.append((number, column))
    return found


def _spans_indicators(text: str) -> bool:
    label = find_label(text)
    return is_of_framework(text) or bool(sign_said(text)) or (label is not None and "grid" in label.kinds)


def _level(above: Sequence[str], own: Mapping[str, int], at: int) -> LevelColumn:
    """An indicator as a level of its own: the second level above its name, with the first."""
    bare = [_BRACKETED.sub("", text) for text in above]  # 产出指标（目标值/实际值）
    firsts = [text for text in bare if level1_code(text) is not None]
    seconds = [text for text in bare if level2_code(text) is not None and text not in firsts]
    sign = next((sign for text in above if (sign := sign_said(text))), "") if "actual" not in own else ""
    first, second = (firsts or [""])[-1], (seconds or [""])[-1]
    is_below = bool(second and first)
    return LevelColumn(second or first, at, own["value"], first if is_below else None, own.get("actual"), sign)
