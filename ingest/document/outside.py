"""What of a file is outside its publication: tables, which are named and not read, and what a report says of a form."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import takewhile

from ingest.document.publication import goes_on, is_printed, sections_of
from ingest.forms.reading import FormReading
from ingest.grammar.table_titles import is_title_of_table
from ingest.rows import DepartmentBudgetRow, ExecutionRow, IssueRow, OutsideTableRow
from ingest.source.blocks import Line, Source
from ingest.source.page_numbers import is_page_number
from ingest.vocabulary import words

_LONGEST_HEADING = 60
_ALIKE = 1
"""Points by which a rate in words may be rounded."""


def outside_tables(whole: Source, publication: Source) -> tuple[OutsideTableRow, ...]:
    """The tables of a whole file that are not of its publication; one that goes on over pages is one.

    Rows that the publication prints, too, are its heading on another page.
    """
    if publication is whole:
        return ()
    inside = {line.number for line in publication.lines}
    printed = {_text(publication, line) for line in publication.lines}
    tables = [
        (lines, rows)
        for lines in _tables(whole, [line for line in whole.lines if line.number not in inside])
        if (rows := [line for line in lines if line.is_row and is_printed(line)])
        and not all(_text(whole, row) in printed for row in rows)
    ]
    return tuple(
        OutsideTableRow(
            table_seq=seq,
            heading=_heading(_above(whole, lines)),
            table_rows=len(rows),
            characters=sum(len("".join(_text(whole, row).split())) for row in rows),
            page=rows[0].page,
            line=rows[0].number,
        )
        for seq, (lines, rows) in enumerate(tables, start=1)
    )


def rates_said(whole: Source, publication: Source, found: FormReading) -> tuple[IssueRow, ...]:
    """A doubt where a report says an execution rate that the one form in it does not have."""
    executions = [row for row in found.executions if row.measure == "total" and row.executed_wan is not None]
    budgets = [row for row in found.department_budget if row.item == "total" and row.executed_wan is not None]
    if publication is whole or len(executions) + len(budgets) != 1:
        return ()
    row: ExecutionRow | DepartmentBudgetRow = executions[0] if executions else budgets[0]
    said = dict(_rates(whole, publication))
    rates = _rates_of(row)
    if len(said) != 1 or not rates or any(abs(rate - own) <= _ALIKE for rate in said for own in rates):
        return ()
    (clause,) = said.values()
    return (
        IssueRow(
            "rate_contradicted",
            row.project_seq if isinstance(row, ExecutionRow) else None,
            None,
            " ".join(publication.text[row.char_start : row.char_end].split()),
            f"the words around the form say: {clause}",
            row.page,
            row.line,
            row.char_start,
            row.char_end,
        ),
    )


def _rates_of(row: ExecutionRow | DepartmentBudgetRow) -> list[Decimal]:
    """The execution rate as printed, and what amounts of the form give."""
    adjusted = row.adjusted_wan if isinstance(row, ExecutionRow) else row.amount_wan
    first = row.budget_wan if isinstance(row, ExecutionRow) else row.initial_wan
    executed = row.executed_wan or Decimal(0)
    computed = [100 * executed / budget for budget in (adjusted, first) if budget]
    return [*computed, *([row.execution_rate] if row.execution_rate is not None else [])] if computed else []


def _rates(whole: Source, publication: Source) -> Iterator[tuple[Decimal, str]]:
    """The execution rates of the whole money that lines outside the publication say, with their clauses."""
    inside = {line.number for line in publication.lines}
    said, of_part = _clause()
    for line in whole.lines:
        if not line.is_row and line.number not in inside:
            for clause in said.finditer("".join(_text(whole, line).split())):
                if not of_part.search(clause[0]):
                    yield Decimal(clause[1]), clause[0]


@cache
def _clause() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rate = "|".join(words("form_labels", "rate_said_word"))
    return (
        re.compile(rf"[^。；;，,]*(?:{rate})[^。；;，,0-9]{{0,4}}([0-9]{{1,3}}(?:[.][0-9]{{1,4}})?)[%％]"),
        re.compile("|".join(words("form_labels", "rate_of_part_word"))),
    )


def _tables(source: Source, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each table, with the paragraphs above it."""
    tables: list[list[Line]] = []
    for section in sections_of(lines):
        if tables and goes_on(tables[-1], section) and not _above(source, section):
            tables[-1] += section
        else:
            tables.append(list(section))
    return tables


def _above(source: Source, section: Sequence[Line]) -> list[str]:
    """The lines above a table, page numbers left out."""
    lines = takewhile(lambda line: not line.is_row, section)
    texts = [text for line in lines if (text := _text(source, line))]
    return [text for text in texts if not text.isdecimal() and not is_page_number(text)]


def _heading(above: Sequence[str]) -> str | None:
    """The nearest line above that is called as a table is (收支总表), else the nearest short one."""
    short = [text for text in reversed(above) if len(text) <= _LONGEST_HEADING]
    return next(filter(is_title_of_table, short), next(iter(short), None))


def _text(source: Source, line: Line) -> str:
    return source.text[line.span.start : line.span.end].strip()
