"""The row 预算执行率 of a grid that names no indicator: rate, weight and score of the money that the form prints."""

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.labels import find_label
from ingest.grammar.quantities import read_score
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed

_TOTALS = ("annual_total", "midterm_total")
_COLUMNS = ("execution_rate", "execution_weight", "execution_score")


def take_rate_row(ledger: Ledger, form: LabelledForm) -> None:
    """Move such rows from the indicators to the line of the whole money, where that prints nothing else."""
    line = next((line for line in form.executions if line.kind in _TOTALS), None)
    for row in [row for row in form.indicators if _is_of_rate(row)] if line is not None else ():
        parts = dict(zip(_COLUMNS, (row.actual, row.weight, row.score), strict=True))
        if line is not None and all(_agree(line, column, part) for column, part in parts.items()):
            form.indicators.remove(row)
            own = [part for part in (row.level1, row.level2, row.annual, *parts.values()) if part]
            begins = {part.at[0] for part in own}
            form.fields = [part for part in form.fields if not part or part.at[0] not in begins]
            for column, part in parts.items():
                if part and read_score(line.cells.get(column, NOTHING).text) is None:
                    ledger.label(line.cells.get(column, NOTHING))
                    line.cells[column] = part
                    own.remove(part)
            for part in own:
                ledger.label(part)


def _is_of_rate(row: PrintedIndicator) -> bool:
    level = row.level1 or row.level2
    label = find_label(level.text) if row.name is None and level is not None else None
    return label is not None and "execution_rate" in label.kinds


def _agree(line: ExecutionLine, column: str, part: Printed | None) -> bool:
    """True where the line prints no number in a column, or the same."""
    own = read_score(line.cells.get(column, NOTHING).text)
    return part is None or own is None or own == read_score(part.text)
