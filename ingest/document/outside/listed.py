"""The lists of projects beside their forms: of self-evaluations (绩效自评结果汇总表), of budgets (项目支出表).

A list is a table of one column of projects' names, with money or a score, under a heading that says what it lists. It
has no column of indicators. What it prints of each project, and its total, is kept beside the forms.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import chain, takewhile

from ingest.document.outside.tables import heading_of
from ingest.forms.heading import printed_money_unit
from ingest.forms.indicator_rows.headers.columns import (
    GOALS,
    HeadColumn,
    head_column,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.spans import deepest, spanning
from ingest.forms.labelled.labels import grid_column, speaks
from ingest.grammar.amounts import read_wan
from ingest.grammar.codes import split_code
from ingest.grammar.quantities import read_score
from ingest.rows import ListedProjectRow
from ingest.source.blocks import Line, Source
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import Printed, Texts, fold
from ingest.vocabulary import words

RowTexts = Mapping[int, str]

_LINES_ABOVE = 4
_DEEPEST = 2
_OF_INDICATORS = ("level1", "level2", "level3", "annual", "cycle", "value", "actual", "weight")
_AMOUNTS = ("allocated", "budget", "adjusted", "executed")
_ALLOCATED = ("annual_total", "budget")


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its heading, the column of names, those of what it tells by their meaning, the unit of each, its rows."""

    heading: str
    name: int
    columns: Mapping[str, int]
    units: Mapping[str, str | None]
    is_evaluated: bool
    rows: Sequence[Line] = ()


def listed_projects(source: Source, texts: Texts, own: Iterable[int]) -> tuple[ListedProjectRow, ...]:
    """The rows of the lists of a source; a list whose rows all are projects of its forms (lines ``own``) is none."""
    forms = frozenset(own)
    rows: list[ListedProjectRow] = []
    table_seq = 0
    for found in _lists(source, texts):
        table = [row for line in found.rows if (row := _row(found, texts[line.number], line)) is not None]
        named = [row for row in table if not row.is_total]
        if all(row.line in forms for row in named):
            continue
        table_seq += 1
        for row_seq, row in enumerate(table, start=1):
            row.table_seq, row.row_seq = table_seq, row_seq
        rows.extend(table)
    return tuple(rows)


def _row(found: _List, cells: RowTexts, line: Line) -> ListedProjectRow | None:
    """A row of a list, its numbers still 0; None for one that names no project and is no total."""
    is_total = any(map(_is_sum, cells.values()))
    printed = cells.get(found.name, "")
    name = None if is_total else split_code(Printed(printed, range(len(printed)))).name.text
    if not (is_total or name):
        return None
    amounts = {measure: _amount(found, cells, measure) for measure in _AMOUNTS}
    return ListedProjectRow(
        table_seq=0,
        row_seq=0,
        heading=found.heading,
        is_evaluated=found.is_evaluated,
        is_total=is_total,
        project_name=name,
        allocated_wan=amounts["allocated"],
        budget_wan=amounts["budget"],
        adjusted_wan=amounts["adjusted"],
        executed_wan=amounts["executed"],
        execution_rate=read_score(_told(found, cells, "execution_rate")),
        score=read_score(_told(found, cells, "score")),
        grade=_told(found, cells, "grade") or None,
        words=" | ".join(cells.values()),
        page=line.page,
        line=line.number,
    )


def _told(found: _List, cells: RowTexts, meaning: str) -> str:
    return cells.get(found.columns.get(meaning, -1), "")


def _amount(found: _List, cells: RowTexts, measure: str) -> Decimal | None:
    """An amount in 万元; None where its unit is not printed."""
    unit = found.units.get(measure)
    return read_wan(_told(found, cells, measure), unit) if unit is not None else None


def _is_sum(text: str) -> bool:
    return fold(text).strip(":") in _sums()


@cache
def _sums() -> frozenset[str]:
    return frozenset((*words("form_labels", "grand_total"), *words("form_labels", "row_subtotal")))


def _lists(source: Source, texts: Texts) -> Iterator[_List]:
    lines = [line for line in source.lines if texts[line.number]]
    names = frozenset(filter(names_projects, {*chain.from_iterable([texts[line.number].values() for line in lines])}))
    for place, line in enumerate(lines) if names else ():
        own = texts[line.number].values()
        if not line.is_row or names.isdisjoint(own) or sum(map(names.__contains__, own)) != 1:
            continue
        rows = [texts[other.number] for other in lines[place : place + _DEEPEST] if other.is_row]
        depth = 1 + (len(rows) > 1 and _is_below(rows[0], rows[1]))
        above = lines[max(place - _LINES_ABOVE, 0) : place]
        above = [*takewhile(lambda other: not other.is_row, reversed(above))][::-1]
        titles = [text for other in above for text in texts[other.number].values()]
        found = _read(rows[:depth], titles)
        if found is not None and (body := [*_body(source, texts, lines[place + depth :])]):
            yield replace(found, rows=body)


def _is_below(first: RowTexts, second: RowTexts) -> bool:
    """True for a second row of a header: labels below others that span them."""
    return not any(names_projects(text) or is_value(text) for text in second.values()) and min(second) > min(first)


def _read(header: Sequence[RowTexts], titles: Sequence[str]) -> _List | None:
    """The list with such a header under such titles, without its rows; None where it is none, or its columns tell
    nothing to compare.
    """
    own, above = deepest(header), spanning(header)
    name = next((at for at, text in own.items() if names_projects(text)), None)  # a label below may hide it
    if name is None or names_units_and_projects(own[name]) or any(map(is_value, own.values())):
        return None
    others = {at: text for at, text in own.items() if at != name}
    if any(grid_column(text) in _OF_INDICATORS for text in others.values()):
        return None
    heads = {at: head_column(text, above[at]) for at, text in others.items()}
    meanings: dict[str, list[int]] = {}
    is_evaluated = any(
        head.role in ("score", "grade") or head.kind in ("executed", "execution_score") for head in heads.values()
    )
    for at, head in heads.items():
        meaning = _meaning(head, is_evaluated)
        if meaning is not None:
            meanings.setdefault(meaning, []).append(at)
    columns = {meaning: places[0] for meaning, places in meanings.items() if len(places) == 1}
    is_of_goals = any(head.role in GOALS for head in heads.values())
    heading = heading_of(titles)
    if not columns or heading is None or not _is_of_projects(heading, is_evaluated or is_of_goals):
        return None
    unit = next((unit for title in reversed(titles) if (unit := printed_money_unit(title)) is not None), None)
    units = {meaning: heads[at].unit or unit for meaning, at in columns.items()}
    return _List(heading, name, columns, units, is_evaluated)


def _meaning(head: HeadColumn, is_evaluated: bool) -> str | None:
    """What a column tells, as the columns of the landed rows are called."""
    if head.kind == "execution_score":  # 自评得分 of a project, unless it is that of its rate
        return None if speaks(head.label, "execution_rate_word") else "score"
    if head.role in ("score", "grade"):
        return head.role
    if head.kind in _ALLOCATED and not is_evaluated:
        return "allocated"
    return head.kind if head.kind in ("budget", "adjusted", "executed", "execution_rate") else None


def _is_of_projects(heading: str, is_of_performance: bool) -> bool:
    """True where a heading says what is listed: the performance of projects, or all their money."""
    if is_of_performance:
        return speaks(heading, "list_of_performance_word")
    return speaks(heading, "money_table_title") and not speaks(heading, "no_money_table")


def _body(source: Source, texts: Texts, lines: Sequence[Line]) -> Iterator[Line]:
    """The rows of a list, up to the next paragraph that is no page number, or the next header."""
    for line in lines:
        if not line.is_row:
            if is_page_number(source.text[line.span.start : line.span.end]):
                continue
            return
        if any(map(names_projects, texts[line.number].values())):
            return
        yield line
