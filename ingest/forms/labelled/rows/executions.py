"""The table of execution of a self-evaluation to landed rows: one a measure, parts of 财政拨款 that add up as one."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from ingest.forms.labelled.form import ExecutionLine
from ingest.forms.labelled.meaning.execution.proof import AMOUNTS
from ingest.forms.labelled.meaning.money import source_by_words
from ingest.forms.labelled.rows.levels import land_level, order_levels
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount
from ingest.grammar.funding_sources import LEADING_SOURCE, source_of_kind
from ingest.grammar.government_levels import level_named
from ingest.grammar.quantities import read_score
from ingest.rows import AttributeRow, ExecutionRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING

_TOTALS = ("annual_total", "midterm_total")
_FEWEST_PARTS = 2
_OF_WHICH = "其中"


def land_executions(ledger: Ledger, reading: FormReading, lines: Sequence[ExecutionLine], project_seq: int) -> None:
    """One row a measure; lines of a measure that has one already (parts of it) are kept as attributes."""
    seen: set[str] = set()
    nested = _levels_of_one_line(lines)
    own_lines = [line for line in lines if line not in nested]
    sums = {LEADING_SOURCE: _parts_of_fiscal(own_lines), **beside_each_other(own_lines)}
    for line in lines:
        measure = next((source for source, own in sums.items() if line in own), None)
        measure = measure or (None if line in nested else _measure(line, own_lines))
        parts = sums.get(measure or "", [])
        is_first = measure not in seen and (line in parts[:1] if parts else _has_amount(line))
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
            reading.executions.append(_execution(ledger, line, measure, project_seq))
    order_levels(reading, project_seq)


def _land_levels(ledger: Ledger, reading: FormReading, line: ExecutionLine, project_seq: int) -> None:
    """Land the amounts of a line of 财政拨款 that is of a level of government."""
    for column in AMOUNTS if _is_of_fiscal(line) else ():
        printed = line.cells.get(column, NOTHING)
        value = line.wan(column)
        if value is not None:
            land_level(ledger, reading, project_seq, line.label, printed, value, column)


def _levels_of_one_line(lines: Sequence[ExecutionLine]) -> list[ExecutionLine]:
    """The lines of levels right behind one of 财政拨款 that names none and that they make up: 中央资金, 省级资金.

    The total tells, where it is printed; else their sum.
    """
    totals = [line for line in lines if line.kind in _TOTALS] or [*_unnamed_total(lines)]
    own = [line for line in lines if line not in totals]
    found: list[ExecutionLine] = []
    for place, line in enumerate(own):
        if not _is_of_fiscal(line) or level_named(line.label.text) is not None:
            continue
        levels = list(takewhile(_is_of_level, own[place + 1 :]))
        if totals and _is_sum(totals[0], own):
            continue
        is_whole = len(totals) == 1 and _is_sum(totals[0], [other for other in own if other not in levels])
        if levels and (is_whole or _is_sum(line, levels)):
            found += levels
    return found


def _is_of_level(line: ExecutionLine) -> bool:
    return _is_of_fiscal(line) and level_named(line.label.text) is not None


def _parts_of_fiscal(lines: Sequence[ExecutionLine]) -> list[ExecutionLine]:
    """The lines of 中央资金, 省级资金 … that with other sources add up to the total; none where they do not."""
    totals = [line for line in lines if line.kind in _TOTALS] or _unnamed_total(lines)
    own = [line for line in lines if line not in totals]
    parts = [line for line in own if _is_of_fiscal(line) and any(amounts_of(line).values())]
    is_told = all(line.kind or source_by_words(line.label.text) for line in parts)  # 上年结转 is of another source
    is_whole = len(totals) == 1 and len(parts) >= _FEWEST_PARTS and _is_sum(totals[0], own)
    return parts if is_whole and is_told else []


def beside_each_other(lines: Sequence[ExecutionLine]) -> dict[str, list[ExecutionLine]]:
    """The lines of a source beside 财政拨款 that prints several (上年结转资金, 其他资金), none a part of another.

    Those with an amount, or the first where all are zero.
    """
    found: dict[str, list[ExecutionLine]] = {}
    for line in lines:
        source = source_of_kind(line.kind) if line.kind and line.kind not in _TOTALS else None
        source = source if line.kind or line is lines[0] else source_by_words(line.label.text)
        if source is not None and source != LEADING_SOURCE and _has_amount(line):
            found.setdefault(source, []).append(line)
    return {
        source: [line for line in own if any(amounts_of(line).values())] or own[:1]
        for source, own in found.items()
        if len(own) >= _FEWEST_PARTS and not _is_sum(own[0], own[1:]) and not any(map(_is_part, own[1:]))
    }


def _is_part(line: ExecutionLine) -> bool:
    """True for a line that says that it is of the one before it: 其中：单位自有资金."""
    return line.label.text.strip().startswith(_OF_WHICH)


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


def _measure(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> str | None:
    """The measure of a line: by its label; an unknown first line that the others add up to is the total."""
    if line.kind in _TOTALS:
        return "total"
    if line.kind:
        return source_of_kind(line.kind) or (LEADING_SOURCE if _is_all_of_fiscal(line, lines) else None)
    if line is lines[0]:
        has_total = any(other.kind in _TOTALS for other in lines)
        return "total" if not has_total and line in _unnamed_total(lines) else None
    source = source_by_words(line.label.text)
    return None if source == LEADING_SOURCE and not _is_all_of_fiscal(line, lines) else source


def _is_all_of_fiscal(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> bool:
    """True for a part of 财政拨款 (中央资金) that is the whole of it: no other line is of it."""
    return not any(_is_of_fiscal(other) for other in _beside(line, lines))


def _beside(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> list[ExecutionLine]:
    """The lines of sources beside one."""
    totals = _unnamed_total(lines)
    return [other for other in lines if other is not line and other not in totals and other.kind not in _TOTALS]


def _unnamed_total(lines: Sequence[ExecutionLine]) -> Sequence[ExecutionLine]:
    """The first line under an unknown label that the others add up to."""
    return lines[:1] if lines and not lines[0].kind and _is_sum(lines[0], lines[1:]) else ()


def _is_of_fiscal(line: ExecutionLine) -> bool:
    if line.kind:
        return source_of_kind(line.kind) in (None, LEADING_SOURCE)
    return source_by_words(line.label.text) in (None, LEADING_SOURCE)


def _is_sum(line: ExecutionLine, others: Sequence[ExecutionLine]) -> bool:
    """True for a line alone, and for one whose amounts are the sums of the others'."""
    own = amounts_of(line)
    parts = [amounts_of(other).values() for other in others]
    return not parts or (any(own.values()) and [*own.values()] == [*map(sum, zip(*parts, strict=True))])


def amounts_of(line: ExecutionLine) -> dict[str, Decimal]:
    """The amounts of a line by column, 万元; 0 where none is printed."""
    return {column: line.wan(column) or Decimal(0) for column in AMOUNTS}


def _has_amount(line: ExecutionLine) -> bool:
    return any(line.wan(column) is not None for column in AMOUNTS)


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
        return ledger.field(printed).text, value
    if read_amount(printed.text) is None:
        ledger.label(printed)
    else:
        ledger.leave(printed, "amount cannot be read")
    return None, None


def read_number(ledger: Ledger, line: ExecutionLine, column: str) -> Decimal | None:
    """The rate, weight or score of a line of execution, booked; None where none is printed or it cannot be read."""
    printed = line.cells.get(f"execution_{column}", NOTHING)
    value = read_score(printed.strip("（()）/／").text)
    if value is not None:
        ledger.field(printed)
    elif read_amount(printed.text) is None:
        ledger.label(printed)
    else:
        ledger.leave(printed, "no number")
    return value


def _keep(ledger: Ledger, reading: FormReading, line: ExecutionLine, project_seq: int) -> None:
    for column, printed in line.cells.items():
        if read_amount(printed.text) is None and column != "execution_reason":
            ledger.label(printed)
            continue
        ledger.field(printed)
        label = f"{line.label.text.strip('：: ')} {column}"
        reading.attributes.append(AttributeRow(project_seq, label, printed.text, **ledger.place(printed)))
