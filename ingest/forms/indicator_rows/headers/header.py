"""The header of a list of projects: 项目名称 beside the levels of indicators, in one row or below spanning labels.

What makes it one is that it names a column of projects and a grid of indicators (or one column that holds them all)
and that no value stands in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.forms.indicator_rows.headers.banners import banner_columns, is_banner, names_project, with_banners
from ingest.forms.indicator_rows.headers.columns import (
    OF_NAMES,
    HeadColumn,
    ListColumns,
    head_column,
    is_known,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.grid_columns import parted, read_grid
from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.indicator_rows.headers.levels import read_levels_header
from ingest.forms.indicator_rows.headers.told import list_columns, numbered_lists, sections
from ingest.forms.indicator_rows.headers.triples import read_triples_header
from ingest.forms.indicator_rows.parts import UNIT_BESIDE, are_joined, looks_like_unit
from ingest.forms.labelled.labels import GOAL_KINDS, find_label, fold_label, grid_column, speaks
from ingest.forms.labelled.signs import ends_of, signs_of
from ingest.forms.reading import Part, holding
from ingest.grammar.places import is_region
from ingest.source.blocks import Line
from ingest.source.column_labels import deepest, spanning
from ingest.source.column_numbers import numbers_columns
from ingest.source.printed import Texts, fold
from ingest.vocabulary import words

RowTexts = Mapping[int, str]

_DEEPEST = 3
_FEWEST_COLUMNS = 4
_LONGEST_LABEL = 40
_LONGEST_NUMBER = 2
_ROWS_BELOW = 12
_LABELS_BELOW, _FEWEST_LABELS = 4, 2


def is_certain(columns: ListColumns) -> bool:
    """True for a list that prints an indicator a row, or names the unit of every project.

    Any other may be the table of units and projects with all indicators in one cell.
    """
    return columns.has_indicators or columns.at("unit", "department", "region") is not None


def naming(part: Part) -> frozenset[int]:
    """The numbers of a part's rows that print the label of a column of projects' names."""
    names = frozenset(filter(names_projects, holding(part, OF_NAMES)))
    rows = [line.number for line in part.source.lines if line.is_row] if names else []
    return frozenset([number for number in rows if not names.isdisjoint(part.texts[number].values())])


def headers(part: Part) -> dict[int, ListColumns]:
    """The headers of a part's lists by the numbers of their lines."""
    found: dict[int, ListColumns] = {}
    texts, named = part.texts, part.ask(naming)
    has_rows = any(line.is_row for line in part.source.lines)
    named_within = holding(part, "：:") & holding(part, ends_of("project_name")) if has_rows else ()
    banners = any(map(is_banner, named_within))
    lines = [line for line in part.source.lines if texts[line.number]] if named or banners else []
    for place, line in enumerate(lines):
        if line.number in named and len(texts[line.number]) > 1:
            rows = [texts[other.number] for other in lines[place : place + _DEEPEST + _ROWS_BELOW] if other.is_row]
            columns = read_triples_header(rows) or read_list_header(rows) or read_levels_header(rows)
            if columns is not None:
                found[line.number] = columns
    return found | _headers_above_banners(lines, texts) if banners else found


def _headers_above_banners(lines: Sequence[Line], texts: Texts) -> dict[int, ListColumns]:
    """The headers of lists whose projects are named in rows of their own; the first of them stands below its header."""
    found: dict[int, ListColumns] = {}
    rows = [texts[line.number] for line in lines]
    for banner in (place for place, row in enumerate(rows) if names_project(row)):
        for place in range(max(banner - _DEEPEST, 0), banner):
            behind = banner_columns(rows[place : place + _DEEPEST + _ROWS_BELOW])
            columns = read_list_header(with_banners(rows[place:][: _DEEPEST + _ROWS_BELOW], behind)) if behind else None
            if columns is not None and behind is not None:
                found.setdefault(lines[place].number, replace(columns, banners=behind))
                break
    return found


def read_list_header(rows: Sequence[RowTexts]) -> ListColumns | None:
    """The columns of a list whose header begins with the first of these rows; None for any other row."""
    if not rows or not any(map(names_projects, rows[0].values())):
        return None
    name = max(at for at, text in rows[0].items() if names_projects(text))  # 二级项目名称 behind 一级项目名称
    depth = 1
    while depth < min(_DEEPEST, len(rows)) and _is_below(rows[:depth], rows[depth], name):
        depth += 1
    header = rows[:depth]
    own = deepest(header)
    if len(own) < _FEWEST_COLUMNS or any(map(is_value, own.values())):
        return None
    is_headed = any(any(map(_heads_indicators, row.values())) for row in rows[:_DEEPEST])
    if not (is_headed or sections(rows) or list_columns(rows)):
        return None
    above = spanning(header)
    labels = tuple(fold(text) for row in header for text in row.values())
    known = set(labels)
    below = [row for row in rows[depth:] if not is_numbering(row) and not known.issuperset(map(fold, row.values()))]
    if _labels_a_form([row[name] for row in below if name in row]):
        return None
    heads, grid_texts = parted(own, above, below)
    grid = read_grid(grid_texts, below)
    levels: tuple[LevelColumn, ...] = ()
    if grid is None:
        heads |= {at: head_column(text, above[at]) for at, text in grid_texts.items()}
        parted_in, listed = sections(below) & heads.keys(), list_columns(below) & heads.keys()
        heads |= {at: HeadColumn("sections" if at in parted_in else "grid", own[at]) for at in parted_in | listed}
        levels = numbered_lists([at for at, head in heads.items() if _heads_indicators(head.label)], below)
        if not (levels or parted_in or listed):
            return None
    for at in (name, *(level.name for level in levels)):
        heads.pop(at, None)
    heads |= _units_by_content(heads, below)
    is_mixed = names_units_and_projects(own[name])
    if is_mixed and are_joined([row[name] for row in below if name in row]):
        heads, is_mixed = {**heads, UNIT_BESIDE: HeadColumn("unit", own[name])}, False
    return ListColumns(name, is_mixed, heads, grid, depth, labels, levels=levels)


def _labels_a_form(texts: Sequence[str]) -> bool:
    """True for labels of a form below 项目名称, where names of projects would stand in a list: 主管部门, 实施单位."""
    labels = [label for text in texts[:_LABELS_BELOW] if (label := find_label(text)) is not None]
    return len(labels) >= _FEWEST_LABELS and any(label.kinds & {"form_unit", "form_department"} for label in labels)


@lru_cache(maxsize=4096)
def _heads_indicators(text: str) -> bool:
    """True for the label of a column of levels or of indicators, or of one that holds all indicators."""
    label, signs = find_label(text), signs_of(text)
    is_known = label is not None and ("grid" in label.kinds or _says_indicators(label.kinds, text))
    return (
        is_known
        or signs.names_level
        or signs.column == "level3"
        or fold_label(text).endswith(words("form_labels", "grid"))
    )


def _says_indicators(kinds: frozenset[str], text: str) -> bool:
    """True for the label of a goal that says that indicators are: 绩效目标（主要指标）."""
    return bool(kinds & GOAL_KINDS) and "指标" in text


def _units_by_content(heads: Mapping[int, HeadColumn], below: Sequence[RowTexts]) -> dict[int, HeadColumn]:
    """The first column under an unknown label whose cells are all names of units, where no label names units."""
    if any(head.role in ("unit", "department") for head in heads.values()):
        return {}
    for at, head in heads.items():
        cells = [row[at] for row in below if at in row]
        if head.role == "attribute" and not is_known(head.label) and cells and all(map(looks_like_unit, cells)):
            return {at: HeadColumn("unit", head.label)}
    return {}


def _is_below(header: Sequence[RowTexts], row: RowTexts, name: int) -> bool:
    """True for a row of labels below others: nothing below the name, what spans its columns is a known label.

    The labels are known ones, or all of them stand below one.
    """
    if name in row or len(row) < 2:
        return False
    has_levels = sum(map(_names_column, row.values())) > 1 and not any(map(is_value, row.values()))
    above = header[-1] if len(header) > 1 else header[0]
    spanning = [max((at for at in above if at <= index), default=-1) for index in row]
    divides_money = len(set(spanning)) == 1 and not any(map(is_value, row.values()))  # 中央、自治区、旗本级
    is_header = has_levels or divides_money or all(is_known(text) or is_region(text) for text in row.values())
    if not is_header or is_numbering(row):
        return False
    return all(at >= 0 and (is_known(above[at]) or speaks(above[at], "money_word")) for at in spanning)


def _names_column(text: str) -> bool:
    """True for the label of a column of a grid: a level, a name, a target, a weight."""
    return signs_of(text).names_level or grid_column(text) is not None


def is_numbering(texts: RowTexts) -> bool:
    """True for the row below a header that numbers its columns: 1, 2, 3; 甲 before them."""
    if numbers_columns(texts.values()):
        return True
    numbers = []
    for text in texts.values():
        bare = text.strip("栏次列（）() ")
        if len(bare) > _LONGEST_NUMBER:
            return False
        numbers.append(bare)
    counted = [int(text) for text in numbers if text.isdigit()]
    return (
        len(counted) > 1
        and len(counted) >= len(texts) - 2
        and counted == list(range(counted[0], counted[0] + len(counted)))
    )
