"""The table of execution of a self-evaluation to landed rows: one a measure, parts of 财政拨款 that add up as one."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.labelled.form import ExecutionLine
from ingest.forms.labelled.meaning.execution.proof import AMOUNTS
from ingest.forms.labelled.rows.execution_lines import (
    beside_each_other,
    has_amount,
    is_of_fiscal,
    levels_of_one_line,
    measure_of,
    parts_of_fiscal,
)
from ingest.forms.labelled.rows.levels import land_level, order_levels
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount
from ingest.grammar.funding_sources import LEADING_SOURCE
from ingest.grammar.government_levels import level_named
from ingest.grammar.quantities import read_score
from ingest.rows import AttributeRow, ExecutionRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING

_FEWEST_PARTS, _FISCAL = 2, "财政"
_AROUND_NUMBERS = "（()）/／，,；;得分：: "
_AROUND_LABELS = "：: "


def land_executions(ledger: Ledger, reading: FormReading, lines: Sequence[ExecutionLine], project_seq: int) -> None:
    """One row a measure; lines of a measure that has one already (parts of it) are kept as attributes."""
    seen: set[str] = set()
    nested = levels_of_one_line(lines)
    own_lines = [line for line in lines if line not in nested]
    sums = {LEADING_SOURCE: parts_of_fiscal(own_lines), **beside_each_other(own_lines)}
    for line in lines:
        measure = next((source for source, own in sums.items() if line in own), None)
        measure = measure or (None if line in nested else measure_of(line, own_lines))
        parts = sums.get(measure or "", [])
        is_first = measure not in seen and (line in parts[:1] if parts else has_amount(line))
        if measure != "total":
            _land_levels(ledger, reading, line, project_seq)
        if measure is None or not is_first:
            _keep(ledger, reading, line, project_seq)
            continue
        seen.add(measure)
        if len(parts) >= _FEWEST_PARTS:
            reading.executions.append(_joined(ledger, measure, parts, project_seq))
            _keep(ledger, reading, line, project_seq)
        else:
            row = _execution(ledger, line, measure, project_seq)
            is_all = measure == "total" and _is_all_of_one(line, own_lines)
            reading.executions += [row, _of_fiscal(row)] if is_all else [row]
    order_levels(reading, project_seq)


def _of_fiscal(row: ExecutionRow) -> ExecutionRow:
    """The amounts of a total as those of 财政拨款; its rate and score are not said again."""
    return replace(
        row,
        measure=LEADING_SOURCE,
        execution_rate=None,
        execution_rate_printed=None,
        weight=None,
        score=None,
        reason=None,
    )


def _is_all_of_one(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> bool:
    """True for a total that says that all is of 财政 (市本级财政, 年度财政资金总额), beside no line of a source."""
    is_named = _FISCAL in line.label.text or (not line.kind and level_named(line.label.text) is not None)
    is_said = is_named and (bool(line.kind) or is_of_fiscal(line))
    return is_said and all(measure_of(other, lines) is None for other in lines if other is not line)


def _land_levels(ledger: Ledger, reading: FormReading, line: ExecutionLine, project_seq: int) -> None:
    """Land the amounts of a line of 财政拨款 that is of a level of government."""
    for column in AMOUNTS if is_of_fiscal(line) else ():
        printed = line.cells.get(column, NOTHING)
        value = line.wan(column)
        if value is not None:
            land_level(ledger, reading, project_seq, line.label, printed, value, column)


def _joined(ledger: Ledger, measure: str, parts: Sequence[ExecutionLine], project_seq: int) -> ExecutionRow:
    """The sums of the parts of a source, a column each; of their rates and scores none is that of the whole.

    The parts themselves are kept as attributes.
    """
    sums: dict[str, Decimal | None] = {}
    texts: dict[str, str | None] = {}
    first = NOTHING
    for column in AMOUNTS:
        read = [(value, line.cells[column]) for line in parts if (value := line.wan(column)) is not None]
        sums[column] = sum((value for value, _ in read), Decimal(0)) if read else None
        texts[column] = " + ".join(cell.text for _, cell in read) or None
        first = first or next((cell for _, cell in read), NOTHING)
    return ExecutionRow(
        project_seq=project_seq,
        measure=measure,
        budget_wan=sums["budget"],
        budget_printed=texts["budget"],
        adjusted_wan=sums["adjusted"],
        adjusted_printed=texts["adjusted"],
        executed_wan=sums["executed"],
        executed_printed=texts["executed"],
        execution_rate=None,
        execution_rate_printed=None,
        weight=None,
        score=None,
        reason=None,
        **ledger.place(first),
    )


def _execution(ledger: Ledger, line: ExecutionLine, measure: str, project_seq: int) -> ExecutionRow:
    texts, amounts = {}, {}
    for column in AMOUNTS:
        texts[column], amounts[column] = _amount(ledger, line, column)
    numbers = {column: read_number(ledger, line, column) for column in ("rate", "weight", "score")}
    reason = line.cells.get("execution_reason", NOTHING)
    where = next(line.cells[column] for column in AMOUNTS if amounts[column] is not None)
    rate = line.cells.get("execution_rate", NOTHING)
    return ExecutionRow(
        project_seq=project_seq,
        measure=measure,
        budget_wan=amounts["budget"],
        budget_printed=texts["budget"],
        adjusted_wan=amounts["adjusted"],
        adjusted_printed=texts["adjusted"],
        executed_wan=amounts["executed"],
        executed_printed=texts["executed"],
        execution_rate=numbers["rate"],
        execution_rate_printed=rate.text if numbers["rate"] is not None else None,
        weight=numbers["weight"] if numbers["weight"] is not None else said_weight(line, numbers["score"]),
        score=numbers["score"],
        reason=ledger.field(reason).text or None,
        **ledger.place(where),
    )


def said_weight(line: ExecutionLine, score: Decimal | None) -> Decimal | None:
    """The weight that a label prints, where the score is no more."""
    weight = read_score(line.weight_said)
    return weight if weight is not None and score is not None and score <= weight else None


def _amount(ledger: Ledger, line: ExecutionLine, column: str) -> tuple[str | None, Decimal | None]:
    printed = line.cells.get(column, NOTHING)
    value = line.wan(column)
    if value is not None:
        text = ledger.field(printed).text
        is_sum = line.is_changed and column == "adjusted"
        return f"{line.cells['budget'].text} + {text}" if is_sum else text, value
    if read_amount(printed.text) is None:
        ledger.label(printed)
    else:
        ledger.leave(printed, "amount cannot be read")
    return None, None


def read_number(ledger: Ledger, line: ExecutionLine, column: str) -> Decimal | None:
    """The rate, weight or score of a line of execution, booked; None where none is printed or it cannot be read."""
    printed = line.cells.get(f"execution_{column}", NOTHING)
    value = read_score(printed.strip(_AROUND_NUMBERS).text)
    if value is not None:
        ledger.field(printed)
    elif read_amount(printed.text) is None:
        ledger.label(printed)
    else:
        ledger.leave(printed, "no number")
    return value


def _keep(ledger: Ledger, reading: FormReading, line: ExecutionLine, project_seq: int) -> None:
    """Keep what a line prints as attributes, under its label and that of the column: 组织机构 得分."""
    name = line.label.text.strip(_AROUND_LABELS)
    for column, printed in line.cells.items():
        if read_amount(printed.text) is None and column != "execution_reason":
            ledger.label(printed)
            continue
        ledger.field(printed)
        own = line.columns.get(column, line.label).text.strip(_AROUND_LABELS)
        label = name if own == name else f"{name} {own}"
        row = AttributeRow(project_seq, label, printed.text, **ledger.place(printed), measure=column)
        reading.attributes.append(row)
