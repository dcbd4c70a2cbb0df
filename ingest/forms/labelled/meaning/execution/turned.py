"""Tables of execution that are turned: 年初预算, 全年预算, 执行数 at the left of rows, a source over each column."""

from collections.abc import Sequence

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import EXECUTION_COLUMNS, FormLabel
from ingest.forms.labelled.meaning.execution.proof import AMOUNTS, hinted
from ingest.grammar.amounts import amount_and_notes

_FEWEST = 2


def turn(entries: Sequence[Entry]) -> None:
    """Give the entries of such tables the places that they have in others: a source a row, under 预算数 and 执行数.

    Rows get numbers behind all others. The rates in the row below, no amounts, take the labels of their columns.
    """
    behind = max([entry.row for entry in entries], default=0) + 1
    tables: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.label is not None and entry.header is not None:
            tables.setdefault(entry.table, []).append(entry)
    for table in tables.values():
        if not _is_turned(table):
            continue
        above = {entry.column: entry.header for entry in table}
        rows = {entry.row for entry in table}
        last = max(rows) + 1
        for entry in entries:
            label = entry.label
            is_rate = label is not None and entry.row == last and _kind(label) == "execution_rate"
            if (entry.row in rows or is_rate) and label is not None and entry.column in above:
                entry.label, entry.header = above[entry.column], _named(label)
                entry.row = behind + entry.column
        behind += max(above) + 1


def _is_turned(table: Sequence[Entry]) -> bool:
    """True where rows of amounts are called budget and spending, and no column is."""
    if any(_kind(entry.header) in EXECUTION_COLUMNS for entry in table if entry.header is not None):
        return False
    amounts = [entry for entry in table if amount_and_notes(entry.value.text) is not None]
    told = {_kind(entry.label) for entry in amounts if entry.label is not None} & frozenset(AMOUNTS)
    return len(told) >= _FEWEST and "executed" in told


def _named(label: FormLabel) -> FormLabel:
    """The label of a row as that of a column: its words tell what it is, where the vocabulary has it not."""
    if not label.kinds & EXECUTION_COLUMNS and (kind := _kind(label)) is not None:
        label.kinds = frozenset((kind,))
    return label


def _kind(label: FormLabel) -> str | None:
    return label.only(EXECUTION_COLUMNS) or (hinted(label) if not label.kinds else None)
