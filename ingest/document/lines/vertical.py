"""A form whose cells were printed below each other, a line each, as text taken out of a PDF is: put back into rows.

Labels and their values alternate; the labels of a grid follow one another, then its cells, row by row. A level that is
carried down is not printed again. Where cells do not come out even the lines stay as they are: nobody knows whose they
are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document.publication import part_of
from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import GOAL_KINDS, find_label, grid_column
from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.targets import read_target
from ingest.source.blocks import Line, Source, Span

_FEWEST_COLUMNS = 3
_LEVELS = ("level1", "level2")
_VALUES = frozenset(("value", "annual", "cycle"))
_LONG = 12
_ENDS = "。；;！!？?"
_BEFORE_NAME = 12


class _Uneven(Exception):
    """The cells of a grid do not come out even."""


@dataclass(slots=True)
class _Lines:
    """The printed lines of a source and their texts; ``rows`` are what they are put into."""

    lines: Sequence[Line]
    texts: Sequence[str]
    rows: list[Line] = field(default_factory=list)

    def row(self, cells: Sequence[Sequence[int] | None]) -> None:
        """Put lines into a row: each cell the lines it consists of, None for a blank one."""
        filled = [own for own in cells if own]
        first, last = self.lines[filled[0][0]], self.lines[filled[-1][-1]]
        at = first.span.start
        spans = []
        for own in cells:
            start = self.lines[own[0]].span.start if own else at
            at = self.lines[own[-1]].span.end if own else at
            spans.append(Span(start, at))
        self.rows.append(Line(first.number, first.page, Span(first.span.start, last.span.end), tuple(spans)))


def gathered(source: Source) -> Source:
    """The source from the title of its first form on, its lines put into rows; itself where it prints no such form."""
    if any(line.is_row for line in source.lines):
        return source
    lines = [line for line in source.lines if source.text[line.span.start : line.span.end].strip()]
    texts = [source.text[line.span.start : line.span.end].strip() for line in lines]
    start = _first_form(texts)
    if start is None:
        return source
    found = _Lines(lines[start:], texts[start:])
    try:
        _gather(found)
    except _Uneven:
        return source
    return part_of(source, found.rows)


def _first_form(texts: Sequence[str]) -> int | None:
    """The title below which the label of a project's name stands alone in its line; None where none does."""
    for number, text in enumerate(texts):
        if is_title(text) and any(map(_names_project, texts[number + 1 : number + _BEFORE_NAME])):
            return number if any(_header(texts, at) for at in range(number, len(texts))) else None
    return None


def _names_project(text: str) -> bool:
    label = find_label(text)
    return label is not None and "project_name" in label.kinds and not label.has_value


def _header(texts: Sequence[str], at: int) -> list[str]:
    """The roles of the columns of a grid whose labels begin at a line; none for any other line."""
    roles: list[str] = []
    while at < len(texts) and (role := grid_column(texts[at])) is not None and role not in roles:
        roles.append(role)
        at += 1
    is_grid = len(roles) >= _FEWEST_COLUMNS and "level3" in roles and not _VALUES.isdisjoint(roles)
    return roles if is_grid and roles[0] in _LEVELS else []


def _gather(found: _Lines) -> None:
    at, texts = 0, found.texts
    while at < len(texts):
        if roles := _header(texts, at):
            found.row([[at + step] for step in range(len(roles))])
            at = _grid(found, at + len(roles), roles)
        elif _is_label(texts[at]) and at + 1 < len(texts) and not _begins(texts, at + 1):
            end = _end_of_value(texts, at)
            found.row([[at], list(range(at + 1, end))])
            at = end
        else:
            found.rows.append(found.lines[at])
            at += 1


def _is_label(text: str) -> bool:
    label = find_label(text)
    return label is not None and not label.has_value


def _begins(texts: Sequence[str], at: int) -> bool:
    """True for a line that is no value: a label, a title, or the header of a grid."""
    return find_label(texts[at]) is not None or is_title(texts[at]) or bool(_header(texts, at))


def _end_of_value(texts: Sequence[str], at: int) -> int:
    """Behind the lines of the value below a label: a goal goes on as long as its lines are long and end no sentence."""
    label, end = find_label(texts[at]), at + 2
    is_goal = label is not None and bool(label.kinds & GOAL_KINDS)
    while is_goal and end < len(texts) and not _begins(texts, end):
        if len(texts[end - 1]) < _LONG or texts[end - 1][-1] in _ENDS:
            break
        end += 1
    return end


def _grid(found: _Lines, at: int, roles: Sequence[str]) -> int:
    """Put the cells of a grid into rows; gives the line behind them."""
    texts, others = found.texts, [place for place, role in enumerate(roles) if role not in _LEVELS]
    row: dict[int, int] = {}
    while at < len(texts) and (not _begins(texts, at) or _level(texts[at]) is not None):
        is_second = [roles[place] for place in row] == ["level1"]
        level, is_full = _level(texts[at], is_second), all(place in row for place in others)
        is_begun = any(place in row for place in others)
        if level is not None and level in roles:
            if is_begun and not is_full:
                raise _Uneven
            place = roles.index(level)
            if is_full or place in row:
                row = _close(found, row, roles)
            row[place] = at
        else:
            row = _close(found, row, roles) if is_full else row
            place = next(own for own in others if own not in row)
            if roles[place] == "level3" and read_target(texts[at]).is_quantitative:
                raise _Uneven
            row[place] = at
        at += 1
    _close(found, row, roles)
    return at


def _close(found: _Lines, row: dict[int, int], roles: Sequence[str]) -> dict[int, int]:
    """End a row, which holds all its cells but carried levels."""
    if any(place not in row for place, role in enumerate(roles) if role not in _LEVELS):
        raise _Uneven
    found.row([[row[place]] if place in row else None for place in range(len(roles))])
    return {}


def _level(text: str, is_second: bool = False) -> str | None:
    """level1 or level2 for a label of the framework that says 指标; a name such as 群众满意度 is none.

    服务对象满意度指标 may be of both levels: behind a first level (``is_second``) it is of the second.
    """
    if "指标" not in text:
        return None
    if is_second and level2_code(text) is not None:
        return "level2"
    if level1_code(text) is not None:
        return "level1"
    return "level2" if level2_code(text) is not None else None
