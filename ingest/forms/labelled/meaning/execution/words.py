"""The columns of a table of execution under labels that no vocabulary has: by their words, proved by the rate.

A table is one of execution where a label that is known says so, or where an evaluation prints amounts under labels of
which one speaks of a budget and another of spending. Where executed and budgeted amounts do not give the rate that is
printed, words decide nothing.
"""

from collections.abc import Iterable, Sequence

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import EXECUTION_COLUMNS, FormLabel, speaks
from ingest.forms.labelled.meaning.execution.proof import (
    hinted,
    is_rate_of,
    name_adjusted,
    name_by_proof,
    paid,
    read_rate,
    settle_adjusted,
)
from ingest.grammar.amounts import amount_and_notes, read_wan

_AMOUNTS = frozenset(("budget", "adjusted", "executed"))


def name_columns(entries: Sequence[Entry], labels_of_entries: Sequence[FormLabel]) -> None:
    """Give the unknown labels of tables and pairs of execution their kinds."""
    is_known = all(label.kinds for label in labels_of_entries)
    if is_known and all(_is_once(kind, labels_of_entries) for kind in ("budget", "adjusted")):
        if any("adjusted" in label.kinds for label in labels_of_entries):
            for row in _rows(entries):
                settle_adjusted(row)
        return
    if not any(map(_may_be_of_execution, labels_of_entries)):
        return
    for row in _rows(entries):
        name_adjusted(row)
        settle_adjusted(row)
        name_by_proof(row)
        labels = [_column(entry) for entry in row]
        known = {kind for label in labels for kind in label.kinds & EXECUTION_COLUMNS}
        spoken = {id(label): kind for label in labels if not label.kinds and (kind := hinted(label)) is not None}
        if "executed" not in {*known, *spoken.values()}:
            spoken |= {id(label): "executed" for label in labels if paid(label)}
        is_planned = any(_is_plan_of_year(entry.header) for entry in row if entry.header is not None)
        if not (is_planned or "budget" in {*known, *spoken.values()}):  # 全年安排 alone may be what was never adjusted
            spoken = {own: kind for own, kind in spoken.items() if kind != "adjusted"}
        kinds = [*known, *spoken.values()]
        is_once = len(kinds) == len(set(kinds))
        is_of_execution = "executed" in kinds and ("budget" in kinds or "adjusted" in kinds or is_planned)
        if not (spoken and is_once and is_of_execution):
            continue
        kind_of = {id(label): label.only(EXECUTION_COLUMNS) or spoken.get(id(label), "") for label in labels}
        cells = {kind_of[id(label)]: entry for label, entry in zip(labels, row, strict=True)}
        if all(_fits(kind, entry) for kind, entry in cells.items() if kind) and _gives_rate(cells):
            for label in labels:
                if id(label) in spoken:
                    label.kinds = frozenset((spoken[id(label)],))


def _may_be_of_execution(label: FormLabel) -> bool:
    if label.kinds:
        return not label.kinds.isdisjoint(EXECUTION_COLUMNS)
    return hinted(label) is not None or paid(label)


def _is_plan_of_year(label: FormLabel) -> bool:
    """True for 年度预算数; 合计 beside it is said of spending, too."""
    return "annual_total" in label.kinds and speaks(label.label.text, "planned_money_word")


def _is_once(kind: str, labels: Sequence[FormLabel]) -> bool:
    return sum([kind in label.kinds for label in labels]) < 2


def _rows(entries: Sequence[Entry]) -> Iterable[list[Entry]]:
    """The first rows of tables with labels at their left, and rows of pairs; a row of other amounts tells nothing."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        rows.setdefault(entry.row, []).append(entry)
    seen: set[int] = set()
    for row in rows.values():
        table = row[0].table if row[0].header is not None else None
        if len(row) > 1 and (table is None or table not in seen) and len({entry.table for entry in row}) == 1:
            seen |= {table} if table is not None else set()
            yield row


def _column(entry: Entry) -> FormLabel:
    label = entry.header or entry.label
    assert label is not None
    return label


def _fits(kind: str, entry: Entry) -> bool:
    if kind in _AMOUNTS:
        return amount_and_notes(entry.value.text) is not None
    return read_rate(entry.value) is not None


def _gives_rate(cells: dict[str, Entry]) -> bool:
    """True unless the printed rate is another than that of executed and budgeted amounts."""
    rate = read_rate(cells["execution_rate"].value) if "execution_rate" in cells else None
    planned = cells.get("adjusted") or cells.get("budget")
    executed = cells["executed"]
    values = [read_wan(entry.value.text, entry.unit) for entry in (executed, planned) if entry is not None]
    if rate is None or len(values) < 2 or values[0] is None or not values[1]:
        return True
    return is_rate_of(rate, values[0], values[1])
