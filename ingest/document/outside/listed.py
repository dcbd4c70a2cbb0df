"""What the lists of projects beside the forms of a file print: of each project, and their totals."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.forms.reading import Part
from ingest.forms.tables_beside.projects import ProjectList, RowTexts, is_sum, lists_of
from ingest.grammar.amounts import read_wan
from ingest.grammar.quantities import read_score
from ingest.rows import ListedProjectRow
from ingest.source.blocks import Line

_AMOUNTS = ("allocated", "budget", "adjusted", "executed")


def listed_projects(part: Part, own: Iterable[int]) -> tuple[ListedProjectRow, ...]:
    """The rows of the lists of a part; a list whose rows all are projects of its forms (lines ``own``) is none."""
    texts, forms = part.texts, frozenset(own)
    rows: list[ListedProjectRow] = []
    table_seq = 0
    for found in lists_of(part):
        table = [row for line in found.rows if (row := _row(found, texts[line.number], line)) is not None]
        named = [row for row in table if not row.is_total]
        if all(row.line in forms for row in named):
            continue
        table_seq += 1
        for row_seq, row in enumerate(table, start=1):
            row.table_seq, row.row_seq = table_seq, row_seq
        rows.extend(table)
    return tuple(rows)


def _row(found: ProjectList, cells: RowTexts, line: Line) -> ListedProjectRow | None:
    """A row of a list, its numbers still 0; None for one that names no project and is no total."""
    is_total = any(map(is_sum, cells.values()))
    name = found.name_of(cells)
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


def _told(found: ProjectList, cells: RowTexts, meaning: str) -> str:
    return cells.get(found.columns.get(meaning, -1), "")


def _amount(found: ProjectList, cells: RowTexts, measure: str) -> Decimal | None:
    """An amount in 万元; None where its unit is not printed."""
    unit = found.units.get(measure)
    return read_wan(_told(found, cells, measure), unit) if unit is not None else None
