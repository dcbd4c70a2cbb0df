"""What the lists of projects beside the forms of a file print: of each project, and their totals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from ingest.forms.reading import Part
from ingest.forms.tables_beside.behind import lists_behind
from ingest.forms.tables_beside.heads import RowTexts
from ingest.forms.tables_beside.one_source import whole_lists_of_one_source
from ingest.forms.tables_beside.projects import ProjectList, is_sum, lists_of
from ingest.forms.tables_beside.summed import MEASURES, is_summed, summed_lists
from ingest.grammar.quantities import read_score
from ingest.rows import ListedProjectRow
from ingest.source.blocks import Line
from ingest.source.printed import fold

_NONE: Mapping[str, Decimal] = MappingProxyType({})


def listed_projects(
    part: Part, own: Iterable[int], outside: Part | None = None, money: Mapping[str, Decimal] = _NONE
) -> tuple[ListedProjectRow, ...]:
    """The rows of the lists of a part; a list whose rows all are projects of its forms (lines ``own``) is none.

    ``outside`` is what of it stands outside the publication, where lists of money alone are looked for; ``money`` is
    that of the projects of its forms by their names, folded.
    """
    texts, forms = part.texts, frozenset(own)
    rows: list[ListedProjectRow] = []
    table_seq = 0
    behind = {own.header[0].number for own in part.ask(lists_behind)}
    for found in _lists(part, outside):
        table = [row for line in found.rows if (row := _row(found, texts[line.number], line)) is not None]
        named = [row for row in table if not row.is_total]
        if all(row.line in forms for row in named):
            continue
        table_seq += 1
        is_proved = is_summed(found, texts) or found.header[0].number in behind
        divides_form = is_proved and _divides(table, money)
        for row_seq, row in enumerate(table, start=1):
            row.table_seq, row.row_seq, row.is_proved, row.divides_form = table_seq, row_seq, is_proved, divides_form
        rows.extend(table)
    return tuple(rows)


def _lists(part: Part, outside: Part | None) -> Iterator[ProjectList]:
    """Every list once, from top to bottom."""
    found: dict[int, ProjectList] = {}
    if outside is not None:
        lines = {line.number for line in outside.source.lines}
        found = {at: own for own in part.ask(lists_behind) if (at := own.header[0].number) in lines}
        found |= {own.header[0].number: own for own in summed_lists(outside)}
    found |= {own.header[0].number: own for own in lists_of(part)}
    found = found or {own.header[0].number: own for own in whole_lists_of_one_source(part)}
    return iter([found[number] for number in sorted(found)])


def _divides(table: Sequence[ListedProjectRow], money: Mapping[str, Decimal]) -> bool:
    """True for a list without the projects of the forms whose total is the money of one of them."""
    named = {fold(row.project_name) for row in table if row.project_name}
    totals = {row.allocated_wan or row.adjusted_wan or row.budget_wan for row in table if row.is_total}
    return named.isdisjoint(money) and not totals.isdisjoint(money.values())


def _row(found: ProjectList, cells: RowTexts, line: Line) -> ListedProjectRow | None:
    """A row of a list, its numbers still 0; None for one that names no project and is no total."""
    is_total = any(map(is_sum, cells.values()))
    name = found.name_of(cells)
    if not (is_total or name):
        return None
    amounts = {measure: found.wan(cells, measure) for measure in MEASURES}
    return ListedProjectRow(
        table_seq=0,
        row_seq=0,
        heading=found.heading or None,
        is_evaluated=found.is_evaluated,
        is_total=is_total,
        is_proved=False,
        divides_form=False,
        project_name=name,
        allocated_wan=amounts["allocated"],
        budget_wan=amounts["budget"],
        adjusted_wan=amounts["adjusted"],
        executed_wan=amounts["executed"],
        execution_rate=read_score(_told(found, cells, "execution_rate")),
        score=read_score(_told(found, cells, "score")),
        grade=_told(found, cells, "grade") or None,
        goal=_told(found, cells, "goal") or None,
        words=" | ".join(cells.values()),
        page=line.page,
        line=line.number,
    )


def _told(found: ProjectList, cells: RowTexts, meaning: str) -> str:
    return cells.get(found.columns.get(meaning, -1), "")
