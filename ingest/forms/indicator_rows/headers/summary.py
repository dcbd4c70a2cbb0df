"""Lists of projects without indicators: 项目绩效目标汇总表, 项目绩效自评汇总表, a project a row.

They are asked for only where a file holds no other form: what they print stands in the forms, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.forms.indicator_rows.headers.columns import (
    GOALS,
    HeadColumn,
    ListColumns,
    head_column,
    is_known,
    is_value,
    names_projects,
    names_units_and_projects,
    with_goal_by_words,
)
from ingest.forms.labelled.labels import FormLabel
from ingest.forms.labelled.meaning.execution.proof import hinted
from ingest.forms.reading import Part
from ingest.grammar.amounts import is_amount
from ingest.source.blocks import Line
from ingest.source.column_labels import deepest, spanning
from ingest.source.printed import Printed, Texts, fold

RowTexts = Mapping[int, str]

_OF = "绩效"
_DEEPEST = 2
_FEWEST_COLUMNS = 3
_ROWS_BELOW = 6
_LINES_ABOVE = 6
_RESULTS = frozenset({*GOALS, "score", "grade"})
_MONEY = ("money", "execution")


def summaries(part: Part) -> dict[int, ListColumns]:
    """The headers of such lists by the numbers of their lines, below a line that speaks of 绩效.

    Of a list of money alone, its own heading speaks of it: tables of 三公经费 have 项目, 预算数 and 决算数, too.
    """
    found: dict[int, ListColumns] = {}
    texts = part.texts
    lines = [line for line in part.source.lines if texts[line.number]]
    is_of_performance = False
    for place, line in enumerate(lines):
        cells = texts[line.number]
        is_of_performance = is_of_performance or any(_OF in text for text in cells.values())
        if is_of_performance and line.is_row and any(map(names_projects, cells.values())):
            rows = [texts[other.number] for other in lines[place : place + _DEEPEST + _ROWS_BELOW] if other.is_row]
            columns = read_summary_header(rows)
            if columns is not None and (_tells_results(columns) or _is_headed(texts, line, lines[:place])):
                found[line.number] = columns
    return found


def _tells_results(columns: ListColumns) -> bool:
    """True for a list with goals, scores or grades. One of money alone may be any table of a budget."""
    return any(head.role in _RESULTS for head in columns.heads.values())


def _is_headed(texts: Texts, header: Line, above: Sequence[Line]) -> bool:
    """True where the lines between a header and the table before it speak of 绩效."""
    near = [line for line in above if header.number - line.number <= _LINES_ABOVE]  # others of the file may be left out
    heading = takewhile(lambda line: len(texts[line.number]) < _FEWEST_COLUMNS, reversed(near))
    return any(_OF in text for line in heading for text in texts[line.number].values())


def read_summary_header(rows: Sequence[RowTexts]) -> ListColumns | None:
    """The columns of a list whose header begins with the first of these rows: what it tells of projects, and money."""
    if not rows:
        return None
    names = [at for at, text in rows[0].items() if names_projects(text)]
    name = names[-1] if names else -1
    depth = 1 + (len(rows) > 1 and name not in rows[1] and _is_of_header(rows[1]))
    header, below = rows[:depth], rows[depth:]
    own, above = deepest(header), spanning(header)
    heads = {at: _of_project(head_column(text, above[at])) for at, text in own.items() if at != name}
    heads = with_goal_by_words(heads)
    unknown = [at for at, head in heads.items() if head.role == "attribute" and not is_known(head.label)]
    texts = [row[at] for at in unknown for row in below if at in row]
    is_whole = not unknown or (bool(texts) and all(map(is_amount, texts)))  # texts may be of units
    if not names or len(own) < _FEWEST_COLUMNS or not is_whole or any(map(is_value, own.values())):
        return None
    roles = {head.role for head in heads.values()}
    kinds = {head.kind for head in heads.values()}
    tells = bool(roles & _RESULTS) or {"budget", "executed"} <= kinds
    has_money = any(
        at in row and is_amount(row[at]) for at, head in heads.items() if head.role in _MONEY for row in below
    )
    if not (tells and has_money):
        return None
    labels = tuple(fold(text) for row in header for text in row.values())
    is_evaluated = "executed" in kinds or "score" in roles
    is_mixed = names_units_and_projects(own[name])
    return ListColumns(name, is_mixed, heads, None, depth, labels, is_evaluated=is_evaluated)


def _is_of_header(row: RowTexts) -> bool:
    """True for a row of labels, one of them known, below others."""
    return any(map(is_known, row.values())) and not any(map(is_value, row.values()))


def _of_project(head: HeadColumn) -> HeadColumn:
    """The score of a whole project stands in a list of projects under the label of any score."""
    if head.role in ("attribute", "money") and head.kind is None and not is_known(head.label):
        kind = hinted(FormLabel(frozenset(), Printed(head.label, range(0))))
        head = replace(head, role="execution", kind=kind) if kind is not None else head
    if head.kind == "execution_score":
        return replace(head, role="score", kind=None)
    return replace(head, role="attribute", kind=None) if head.kind in ("execution_reason", "execution_weight") else head
