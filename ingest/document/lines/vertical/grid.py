"""The cells of a grid, one below the other: put into its rows where there is one way to do so."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ingest.document.lines.vertical.cells import LEVELS, Cell, Rows, Uneven, begins, level_of
from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import level1_code
from ingest.grammar.quantities import is_operator, read_score
from ingest.grammar.targets import read_target

_FEWEST_COLUMNS = 3
_VALUES = frozenset(("value", "annual", "cycle"))
_MAY_LACK = frozenset(("actual", "weight", "score", "note", "reason"))
_FREE = "reason"
# ≥95%, 12公里, 2024年9月底前
_VALUE = re.compile(r"[≥≤><=＞＜＝]\s*\S+|20\d\d年\S{0,9}|\d[\d.,]*\s*\S{0,4}")
_OPEN = ("：", ":")


@dataclass(slots=True)
class _Group:
    """The cells below the labels of levels, up to the next such label."""

    levels: Mapping[str, Cell]
    cells: list[Cell] = field(default_factory=list)


def header_at(cells: Sequence[Cell], at: int) -> list[str]:
    """The roles of the columns of a grid whose labels begin at a cell; none for any other cell."""
    roles: list[str] = []
    while at < len(cells) and (role := grid_column(cells[at].text)) is not None and role not in roles:
        roles.append(role)
        at += 1
    is_grid = len(roles) >= _FEWEST_COLUMNS and "level3" in roles and not _VALUES.isdisjoint(roles)
    return roles if is_grid and roles[0] in LEVELS else []


def put_grid(rows: Rows, cells: Sequence[Cell], at: int, roles: Sequence[str]) -> int:
    """Put the cells behind a header into rows; gives the place behind them. Raises Uneven."""
    stop = _stop(cells, at)
    groups = [*_groups(cells[at:stop], roles)]
    columns = [role for role in roles if role not in LEVELS]
    for group, parted in zip(groups, _parted(groups, columns), strict=True):
        for number, row in enumerate(parted or [{}]):
            own = {**row, **(group.levels if number == 0 else {})}
            rows.add(*(own.get(role) for role in roles))
    return stop


def _stop(cells: Sequence[Cell], at: int) -> int:
    """Behind the cells of a grid: the first label behind its last level and the cell next to that.

    A name may be a label elsewhere: 完成时间.
    """
    ends = (own for own in range(at, len(cells)) if _ends(cells, own))
    end = next(ends, len(cells))
    levels = [own for own in range(at, end) if level_of(cells[own].text) is not None]
    behind = levels[-1] + 2 if levels else at
    return next((own for own in range(behind, end) if begins(cells[own].text)), end)


def _ends(cells: Sequence[Cell], at: int) -> bool:
    """True for a cell that no grid holds: a title, a note, the name of the next project, another header."""
    label = find_label(cells[at].text)
    is_of_form = label is not None and "project_name" in label.kinds
    return is_of_form or bool(header_at(cells, at)) or (label is None and begins(cells[at].text))


def _groups(cells: Sequence[Cell], roles: Sequence[str]) -> Iterator[_Group]:
    group, first = _Group({}), None
    for at, cell in enumerate(cells):
        is_second = [*group.levels] == ["level1"] and not group.cells
        is_above = at + 1 < len(cells) and level_of(cells[at + 1].text) == "level2"
        level = level_of(cell.text, None if is_above else first, is_second=is_second)
        if level is None or level not in roles:
            if cell.text or group.cells:
                group.cells.append(cell)
            continue
        first = level1_code(cell.text) if level == "level1" else first
        if is_second and level == "level2":
            group = _Group({**group.levels, level: cell})
            continue
        if group.levels or group.cells:
            yield group
        group = _Group({level: cell})
    yield group


def _parted(groups: Sequence[_Group], columns: Sequence[str]) -> list[list[Mapping[str, Cell]]]:
    """The rows of each group; all rows lack the same columns but for the reason of a deviation. Raises Uneven."""
    found = [parted for filled in _ways(columns) if (parted := _fit(groups, filled)) is not None]
    if len(found) != 1:
        raise Uneven
    return found[0]


def _ways(columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """The columns that rows may fill, in every way."""
    open_columns = [role for role in columns if role in _MAY_LACK]
    for count in range(len(open_columns) + 1):
        for lacking in combinations(open_columns, count):
            yield [role for role in columns if role not in lacking]


def _fit(groups: Sequence[_Group], filled: Sequence[str]) -> list[list[Mapping[str, Cell]]] | None:
    """The rows of all groups by the columns they fill; None where one does not fit, or fits in two ways."""
    found = []
    for group in groups:
        ways = _rows(group.cells, filled)
        if len(ways) != 1:
            return None
        found.append(ways[0])
    is_reasoned = any(_FREE in row for parted in found for row in parted)
    return found if is_reasoned or _FREE not in filled else None


def _rows(cells: Sequence[Cell], filled: Sequence[str]) -> list[list[Mapping[str, Cell]]]:
    """The ways to part cells into rows, two at most."""
    ways: list[list[list[Mapping[str, Cell]]]] = [[[]], *([] for _ in cells)]
    patterns = [filled, [role for role in filled if role != _FREE]] if _FREE in filled else [filled]
    for at in range(len(cells)):
        for pattern in patterns if ways[at] else ():
            own = cells[at : at + len(pattern)]
            if len(own) == len(pattern) and all(map(_fits, pattern, own)):
                row = dict(zip(pattern, own, strict=True))
                ways[at + len(pattern)] = [*ways[at + len(pattern)], *([*way, row] for way in ways[at])][:2]
    return ways[len(cells)]


def _is_number(text: str) -> bool:
    return read_score(text) is not None


def _is_text(text: str) -> bool:
    return not _is_number(text) and not read_target(text).is_quantitative


def _is_name(text: str) -> bool:
    """True for a text that is no value: 新建水泥路1条 may be a name, 1条 is none."""
    return bool(text) and not (_is_number(text) or is_operator(text) or _VALUE.fullmatch(text) or text.endswith(_OPEN))


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "level3": _is_name,
    "weight": _is_number,
    "score": _is_number,
    "operator": is_operator,
    "reason": _is_text,
}


def _fits(role: str, cell: Cell) -> bool:
    """True for a cell that may stand in a column; a blank one may, but where names do."""
    return (not cell.text and role != "level3") or _TESTS.get(role, bool)(cell.text)
