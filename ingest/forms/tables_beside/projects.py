"""Lists of projects that are no form of theirs: of self-evaluations (绩效自评结果汇总表), of budgets (项目支出表).

A list is a table of one column of projects' names, with money or a score, under a heading that says what it lists. It
has no column of indicators.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import takewhile

from ingest.forms.heading import printed_money_unit
from ingest.forms.indicator_rows.headers.columns import (
    GOALS,
    head_column,
    is_value,
    names_projects,
)
from ingest.forms.indicator_rows.headers.header import naming
from ingest.forms.labelled.labels import grid_column, speaks
from ingest.forms.reading import Part
from ingest.forms.tables_beside.heads import OF_INDICATORS, RowTexts, heads_of
from ingest.grammar.amounts import read_wan
from ingest.grammar.codes import split_code
from ingest.grammar.table_titles import heading_of
from ingest.source.blocks import Line, Source
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import Printed, Texts, fold
from ingest.vocabulary import words

_LINES_ABOVE = 4
_FEWEST_ROWS = 2


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
    source, texts, (lines, heads) = part.source, part.texts, part.ask(heads_of)
    for head in heads:
        columns = head.told(by_words)
        if not columns:
            continue  # most rows that name a project are of a form
        above = lines[max(head.place - _LINES_ABOVE, 0) : head.place]
        above = [*takewhile(lambda other: not other.is_row, reversed(above))][::-1]
        titles = [text for other in above for text in texts[other.number].values()]
        heading = heading_of([text for text in titles if printed_money_unit(text) is None]) or heading_of(titles) or ""
        body = [*_body(source, texts, lines[head.place + len(head.lines) :])] if may_head(heading) else []
        if body:
            titles = titles if heading else _last_unit(lines[: head.place], texts)
            unit = next((unit for title in reversed(titles) if (unit := printed_money_unit(title)) is not None), None)
            units = {meaning: head.heads[at].unit or unit for meaning, at in columns.items()}
            found = ProjectList(heading, head.name, columns, units, head.is_evaluated, head.lines, body)
            yield found, head.is_evaluated or bool(head.goals)


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
    if any(head.role in GOALS for head in heads) or any(grid_column(text) in OF_INDICATORS for text in texts):
        return False
    is_of_money = any(head.role == "money" or speaks(head.label, "money_word") for head in heads)
    return is_of_money and len(heads) + 1 == len(header)


def _numbered(part: Part, lines: Sequence[Line]) -> Iterator[Line]:
    """The rows that begin with a number."""
    return (line for line in lines if next(iter(part.texts[line.number].values())).isdigit())


def _holds_row(header: RowTexts, row: RowTexts) -> bool:
    """True for a row with a name where the header names projects."""
    return any(at in row for at, text in header.items() if names_projects(text))


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
