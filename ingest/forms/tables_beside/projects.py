"""Lists of projects that are no form of theirs: of self-evaluations (绩效自评结果汇总表), of budgets (项目支出表).

A list is a table of one column of projects' names, with money or a score, under a heading that says what it lists. It
has no column of indicators.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ingest.forms.heading import printed_money_unit
from ingest.forms.indicator_rows.headers.columns import (
    GOALS,
    HeadColumn,
    head_column,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.header import naming
from ingest.forms.labelled.labels import grid_column, speaks
from ingest.forms.reading import Part
from ingest.grammar.amounts import read_wan
from ingest.grammar.codes import split_code
from ingest.grammar.table_titles import heading_of
from ingest.source.blocks import Line, Source
from ingest.source.column_labels import deepest, spanning
from ingest.source.page_numbers import is_page_number, page_numbers
from ingest.source.printed import Printed, Texts, fold
from ingest.vocabulary import words

RowTexts = Mapping[int, str]

_LINES_ABOVE = 4
_DEEPEST = 2
_FEWEST_ROWS = 2
_OF_INDICATORS = ("level1", "level2", "level3", "annual", "cycle", "value", "actual", "weight")
_AMOUNTS = frozenset(("allocated", "budget", "adjusted", "executed"))
_ALLOCATED = ("annual_total", "budget")


@dataclass(frozen=True, slots=True)
class ProjectList:
    """A list: its heading, the column of names, those of what it tells by their meaning, the unit of each.

    ``header`` and ``rows`` are its lines.
    """

    heading: str
    name: int
    columns: Mapping[str, int]
    units: Mapping[str, str | None]
    is_evaluated: bool
    header: Sequence[Line] = ()
    rows: Sequence[Line] = ()

    def wan(self, cells: RowTexts, measure: str) -> Decimal | None:
        """An amount of a row in 万元; None where it prints none, or its unit is not printed."""
        unit, at = self.units.get(measure), self.columns.get(measure, -1)
        return read_wan(cells.get(at, ""), unit) if unit is not None else None

    def name_of(self, cells: RowTexts) -> str | None:
        """The project that a row names, its code left off; None for a total, and for a row without a name."""
        printed = cells.get(self.name, "")
        if any(map(is_sum, cells.values())):
            return None
        return split_code(Printed(printed, range(len(printed)))).name.text or None


def is_sum(text: str) -> bool:
    """True for the label of a row that adds up others: 合计, 小计."""
    return fold(text).strip(":") in _sums()


@cache
def _sums() -> frozenset[str]:
    return frozenset((*words("form_labels", "grand_total"), *words("form_labels", "row_subtotal")))


def lists_of(part: Part) -> Iterator[ProjectList]:
    """The lists of projects that a part of a file prints, from top to bottom."""

    def may_head(heading: str) -> bool:
        return _is_of_projects(heading, True) or _is_of_projects(heading, False)

    for found, of_performance in tables_of(part, may_head):
        if _is_of_projects(found.heading, of_performance):
            yield found


def tables_of(
    part: Part, may_head: Callable[[str], bool], by_words: bool = False
) -> Iterator[tuple[ProjectList, bool]]:
    """The tables of a part that name projects and tell something of each, under headings that ``may_head`` one.

    Beside each stands whether it tells their performance. ``by_words`` a column may be of money that only speaks of it.
    """
    source, texts, named = part.source, part.texts, part.ask(naming)
    lines = [line for line in source.lines if texts[line.number]] if named else []
    numbers = page_numbers(source) if named else frozenset()
    lines = [line for line in lines if line.number not in numbers]
    for place, line in enumerate(lines):
        if line.number not in named or sum(map(names_projects, texts[line.number].values())) != 1:
            continue
        rows = [texts[other.number] for other in lines[place : place + _DEEPEST] if other.is_row]
        depth = 1 + (len(rows) > 1 and _is_below(rows[0], rows[1]))
        told = _told(rows[:depth], by_words)
        if told is None:
            continue  # most rows that name a project are of a form
        above = lines[max(place - _LINES_ABOVE, 0) : place]
        above = [*takewhile(lambda other: not other.is_row, reversed(above))][::-1]
        titles = [text for other in above for text in texts[other.number].values()]
        heading = heading_of([text for text in titles if printed_money_unit(text) is None]) or heading_of(titles) or ""
        if may_head(heading) and (body := [*_body(source, texts, lines[place + depth :])]):
            titles = titles if heading else _last_unit(lines[:place], texts)
            found = replace(told.under(titles, heading), header=lines[place : place + depth], rows=body)
            yield found, told.of_performance


def _last_unit(lines: Sequence[Line], texts: Texts) -> list[str]:
    """The text that prints the unit of money nearest above, for a list that nothing heads."""
    for line in reversed(lines):
        if said := [text for text in texts[line.number].values() if printed_money_unit(text) is not None]:
            return said[-1:]
    return []


def lists_money_alone(part: Part) -> bool:
    """True for a table whose header names projects and their money, and neither goals nor indicators, above its rows.

    Its title may be that of a form: 项目明细及绩效目标表 above the list, the goals stand below it.
    """
    named = part.ask(naming)
    lines = [line for line in part.source.lines if line.is_row and part.texts[line.number]] if named else []
    for place, line in enumerate(lines[:-_FEWEST_ROWS]):
        texts = part.texts[line.number]
        if line.number not in named or len(texts) <= _FEWEST_ROWS or any(map(is_value, texts.values())):
            continue
        if _heads_money(texts):
            rows = [*_numbered(part, lines[place + 1 :])]
            return len(rows) >= _FEWEST_ROWS and all(_holds_row(texts, part.texts[row.number]) for row in rows)
    return False


def _heads_money(header: RowTexts) -> bool:
    """True for a header of one column of names and others, money among them, none of goals or indicators."""
    texts = header.values()
    heads = [head_column(text, "") for text in texts if not names_projects(text)]
    if any(head.role in GOALS for head in heads) or any(grid_column(text) in _OF_INDICATORS for text in texts):
        return False
    is_of_money = any(head.role == "money" or speaks(head.label, "money_word") for head in heads)
    return is_of_money and len(heads) + 1 == len(header)


def _numbered(part: Part, lines: Sequence[Line]) -> Iterator[Line]:
    """The rows that begin with a number."""
    return (line for line in lines if next(iter(part.texts[line.number].values())).isdigit())


def _holds_row(header: RowTexts, row: RowTexts) -> bool:
    """True for a row with a name where the header names projects."""
    return any(at in row for at, text in header.items() if names_projects(text))


def _is_below(first: RowTexts, second: RowTexts) -> bool:
    """True for a second row of a header: labels below others that span them."""
    return not any(names_projects(text) or is_value(text) for text in second.values()) and min(second) > min(first)


class _Told(NamedTuple):
    """What the header of a list tells: as of a `ProjectList`; units as the columns print them, and whether of goals."""

    name: int
    columns: Mapping[str, int]
    units: Mapping[str, str | None]
    is_evaluated: bool
    of_performance: bool

    def under(self, titles: Sequence[str], heading: str) -> ProjectList:
        """The list below such titles, without its rows; ``heading`` is the nearest of them."""
        unit = next((unit for title in reversed(titles) if (unit := printed_money_unit(title)) is not None), None)
        units = {meaning: own or unit for meaning, own in self.units.items()}
        return ProjectList(heading, self.name, self.columns, units, self.is_evaluated)


def _told(header: Sequence[RowTexts], by_words: bool) -> _Told | None:
    """What such a header tells; None where it is that of no list, or its columns tell nothing to compare."""
    own = deepest(header)
    name = next((at for at, text in own.items() if names_projects(text)), None)  # a label below may hide it
    if name is None or names_units_and_projects(own[name]) or any(map(is_value, own.values())):
        return None
    others = {at: text for at, text in own.items() if at != name}
    if any(grid_column(text) in _OF_INDICATORS for text in others.values()):
        return None
    above = spanning(header)
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
    goals = [at for at, head in heads.items() if head.role in GOALS]
    if by_words and not columns.keys() & _AMOUNTS:
        columns |= _money_by_words(heads)
    if not columns:
        return None
    columns |= {"goal": goals[0]} if len(goals) == 1 else {}
    units = {meaning: heads[at].unit for meaning, at in columns.items()}
    return _Told(name, columns, units, is_evaluated, is_evaluated or bool(goals))


def _meaning(head: HeadColumn, is_evaluated: bool) -> str | None:
    """What a column tells, as the columns of the landed rows are called."""
    if head.kind == "execution_score":  # 自评得分 of a project, unless it is that of its rate
        return None if speaks(head.label, "execution_rate_word") else "score"
    if head.role in ("score", "grade"):
        return head.role
    if head.kind in _ALLOCATED and not is_evaluated:
        return "allocated"
    return head.kind if head.kind in ("budget", "adjusted", "executed", "execution_rate") else None


def _money_by_words(heads: Mapping[int, HeadColumn]) -> dict[str, int]:
    """The only column that speaks of money (补助资金, 本次下达资金); none where several do."""
    found = [at for at, head in heads.items() if head.unit is not None or speaks(head.label, "money_word")]
    return {"allocated": found[0]} if len(found) == 1 else {}


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
