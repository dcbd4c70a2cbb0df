"""Indicators to landed rows: the same for every form that prints them."""

from dataclasses import dataclass, replace

from ingest.forms.reading import FormReading
from ingest.grammar.codes import may_be_marked, split_mark
from ingest.grammar.labels import category
from ingest.grammar.lists.listed import read_list
from ingest.grammar.lists.numbered import Item, is_false_start
from ingest.grammar.quantities import read_direction, read_score
from ingest.grammar.targets import Target, read_target
from ingest.rows import IndicatorRow, IssueRow, PerformanceRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, bounds


@dataclass(frozen=True, slots=True)
class PrintedProgress:
    """What a form of monitoring says of an indicator; a part is empty where nothing is printed.

    ``to_date`` was done in the part of the year that ``label`` names, ``expected`` is of all of it, then how likely.
    """

    label: str
    to_date: Printed
    expected: Printed
    likelihood: str


@dataclass(slots=True, unsafe_hash=True)
class PrintedIndicator:
    """One indicator as printed; a part is None where nothing is printed for it."""

    whole: Printed
    ordinal: int | None
    level1: Printed | None
    level2: Printed | None
    code1: int | None
    code2: int | None
    name: Printed | None
    cycle: Printed | None
    annual: Printed | None
    annual_name: str | None = None
    operator: Printed | None = None
    weight: Printed | None = None
    actual: Printed | None = None
    score: Printed | None = None
    reason: Printed | None = None
    note: str | None = None
    progress: PrintedProgress | None = None


def indicator_row(ledger: Ledger, project_seq: int, indicator_seq: int, printed: PrintedIndicator) -> IndicatorRow:
    """The landed row of an indicator: category by its labels, both targets read."""
    printed = marked(printed)
    cycle, annual = _target(printed.cycle), _target(printed.annual)
    name_start, name_end = bounds(printed.name)
    cycle_start, cycle_end = bounds(printed.cycle)
    annual_start, annual_end = bounds(printed.annual)
    level1, level2 = _text(printed.level1), _text(printed.level2)
    return IndicatorRow(
        project_seq=project_seq,
        indicator_seq=indicator_seq,
        printed_ordinal=printed.ordinal,
        printed_level1=level1,
        printed_level2=level2,
        category_code=category(level1, level2, printed.code1, printed.code2),
        indicator_name=_text(printed.name),
        annual_indicator_name=printed.annual_name,
        cycle_target=_text(printed.cycle),
        cycle_operator=cycle.operator if cycle else None,
        cycle_value=cycle.value if cycle else None,
        cycle_upper_value=cycle.upper_value if cycle else None,
        cycle_unit=cycle.unit if cycle else None,
        cycle_is_quantitative=cycle.is_quantitative if cycle else None,
        annual_target=_text(printed.annual),
        annual_operator=annual.operator if annual else None,
        annual_value=annual.value if annual else None,
        annual_upper_value=annual.upper_value if annual else None,
        annual_unit=annual.unit if annual else None,
        annual_is_quantitative=annual.is_quantitative if annual else None,
        **ledger.place(printed.whole),
        name_start=name_start,
        name_end=name_end,
        cycle_start=cycle_start,
        cycle_end=cycle_end,
        annual_start=annual_start,
        annual_end=annual_end,
        weight=read_score((printed.weight or NOTHING).text),
        note=printed.note,
    )


def performance_row(ledger: Ledger, project_seq: int, indicator_seq: int, printed: PrintedIndicator) -> PerformanceRow:
    """The landed row of an indicator of a self-evaluation: target and actual value read, weight and score."""
    printed = marked(printed)
    stated = printed.annual or printed.cycle
    target, actual = _target(stated), _target(printed.actual)
    name_start, name_end = bounds(printed.name)
    target_start, target_end = bounds(stated)
    actual_start, actual_end = bounds(printed.actual)
    level1, level2 = _text(printed.level1), _text(printed.level2)
    return PerformanceRow(
        project_seq=project_seq,
        indicator_seq=indicator_seq,
        printed_level1=level1,
        printed_level2=level2,
        category_code=category(level1, level2, None, None),
        indicator_name=_text(printed.name),
        target=_text(stated),
        target_operator=target.operator if target else None,
        target_value=target.value if target else None,
        target_upper_value=target.upper_value if target else None,
        target_unit=target.unit if target else None,
        target_is_quantitative=target.is_quantitative if target else None,
        actual=_text(printed.actual),
        actual_operator=actual.operator if actual else None,
        actual_value=actual.value if actual else None,
        actual_upper_value=actual.upper_value if actual else None,
        actual_unit=actual.unit if actual else None,
        actual_is_quantitative=actual.is_quantitative if actual else None,
        direction=read_direction(printed.operator.text) if printed.operator else None,
        weight=read_score((printed.weight or NOTHING).text),
        score=read_score((printed.score or NOTHING).text),
        reason=_text(printed.reason),
        note=_note(printed),
        **ledger.place(printed.whole),
        name_start=name_start,
        name_end=name_end,
        target_start=target_start,
        target_end=target_end,
        actual_start=actual_start,
        actual_end=actual_end,
    )


def marked(printed: PrintedIndicator) -> PrintedIndicator:
    """The indicator with the mark at its name (★) in its note."""
    if not printed.annual_name and not (printed.name and may_be_marked(printed.name.text)):
        return printed
    name, mark = split_mark(printed.name) if printed.name else (NOTHING, NOTHING)
    other = printed.annual_name
    if other:
        other = split_mark(Printed(other, range(len(other))))[0].text
        other = None if other == name.text else other
    if not mark and other == printed.annual_name:
        return printed
    note = "；".join(filter(None, (mark.text, printed.note)))
    return replace(printed, name=name or None, annual_name=other, note=note or None)


def _note(printed: PrintedIndicator) -> str | None:
    """The note of an indicator that was evaluated, with what columns of a part of the year say beside it."""
    progress = printed.progress
    if progress is None:
        return printed.note
    done = f"{progress.label}：{progress.to_date.text}" if progress.to_date else ""
    return "；".join(filter(None, (printed.note, done, progress.expected.text, progress.likelihood)))


def _target(printed: Printed | None) -> Target | None:
    return read_target(printed.text) if printed is not None and printed.text else None


def _text(printed: Printed | None) -> str | None:
    return (printed.text or None) if printed is not None else None


def read_indicators(ledger: Ledger, reading: FormReading, project_seq: int, cell: Printed) -> None:
    """Read the indicator list of a project's cell into ``reading``; damage becomes issues."""
    for seq, printed in enumerate(listed_indicators(ledger, reading, project_seq, cell), start=1):
        if printed.actual:
            reading.issues.append(issue(ledger, "not_an_indicator", printed.actual, "not of a plan", project_seq, seq))
        reading.indicators.append(indicator_row(ledger, project_seq, seq, printed))


def listed_indicators(ledger: Ledger, reading: FormReading, project_seq: int, cell: Printed) -> list[PrintedIndicator]:
    """The indicators of a project's cell, booked; damage becomes issues."""
    listed, is_numbered = read_list(cell, ledger.source.text)
    booked: set[int] | None = None if is_numbered else set()
    if before := listed.preamble.strip():
        ledger.leave(before, said := "text outside the indicator list")
        reading.issues.append(issue(ledger, "not_an_indicator", before, said, project_seq))
    for seq, item in enumerate(listed.items, start=1):
        _book(ledger, cell, item, booked)
        for leftover, reason in item.leftovers:
            ledger.leave(leftover, reason)
            code = "label_cut" if reason == "label cut off" else "value_repeated"
            reading.issues.append(issue(ledger, code, leftover, reason, project_seq, seq))
    if is_numbered:  # else the numbers may begin anew under each label
        reading.issues.extend(_sequence_issues(ledger, project_seq, listed.items))
    return [_printed(item) for item in listed.items]


def _book(ledger: Ledger, cell: Printed, item: Item, booked: set[int] | None) -> None:
    """Book an item of a cell; where labels stand above several items, each is noted in ``booked`` and booked once."""
    fields = [part for part in item.parts if part is not None and part.text]
    if booked is not None:
        fields = [*{part.at[0]: part for part in fields if part.at[0] not in booked}.values()]
        booked.update([part.at[0] for part in fields])
    ledger.fields(fields)
    ledger.labels(cell, item.labels)


def _printed(item: Item) -> PrintedIndicator:
    return PrintedIndicator(
        whole=item.whole,
        ordinal=int(item.ordinal.text) if item.ordinal else None,
        level1=item.label1,
        level2=item.label2,
        code1=int(item.code1.text) if item.code1 else None,
        code2=int(item.code2.text) if item.code2 else None,
        name=item.name,
        cycle=item.cycle,
        annual=item.annual,
        actual=item.actual,
    )


def _sequence_issues(ledger: Ledger, project_seq: int, items: tuple[Item, ...]) -> list[IssueRow]:
    """Ordinals that repeat or skip, and items begun twice."""
    issues: list[IssueRow] = []
    due = 1
    for seq, item in enumerate(items, start=1):
        ordinal = int(item.ordinal.text) if item.ordinal else None
        if seq < len(items) and is_false_start(item, items[seq]):
            issues.append(issue(ledger, "false_start", item.whole, "item is printed again at once", project_seq, seq))
        if ordinal is None:
            issues.append(issue(ledger, "ordinal_missing", item.whole, f"no number; {due} is due", project_seq, seq))
        elif ordinal != due:
            code = "ordinal_repeated" if ordinal < due else "ordinal_skipped"
            issues.append(issue(ledger, code, item.ordinal, f"number {ordinal}; {due} is due", project_seq, seq))
        due = (ordinal or due) + 1
    return issues


def issue(
    ledger: Ledger,
    code: str,
    printed: Printed,
    message: str,
    project_seq: int | None = None,
    indicator_seq: int | None = None,
) -> IssueRow:
    """An issue row at the place of ``printed``."""
    return IssueRow(code, project_seq, indicator_seq, printed.text, message, **ledger.place(printed))
