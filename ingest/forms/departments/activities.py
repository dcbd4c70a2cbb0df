"""Duties with activities below them (职责, 工作活动): the money of an activity is part of that of its duty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.rows.department import DepartmentTaskRow


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A row of a table of duties: what landed, how far its name is indented, whether it has an indicator of its own."""

    task: DepartmentTaskRow
    indent: int
    has_indicator: bool


def mark_activities(rows: Sequence[DutyRow]) -> None:
    """Mark the activities among rows in printed order as parts, in place: what stands above them holds their money."""
    at = 0
    while at < len(rows):
        below = [*_indented(rows, at)] or [*_adding_up(rows, at)]
        for row in below:
            row.task.is_part = True
        at += 1 + len(below)


def _indented(rows: Sequence[DutyRow], at: int) -> Iterator[DutyRow]:
    """The rows right below one whose names stand further right."""
    for row in rows[at + 1 :]:
        if row.indent <= rows[at].indent:
            return
        yield row


def _adding_up(rows: Sequence[DutyRow], at: int) -> Sequence[DutyRow]:
    """The rows with indicators right below a duty without one, where they add up to its money; none else."""
    whole, added = rows[at].task.amount_wan, Decimal(0)
    if rows[at].has_indicator or not whole:
        return ()
    for stop, row in enumerate(rows[at + 1 :], start=at + 2):
        if not row.has_indicator or row.task.amount_wan is None:
            return ()
        added += row.task.amount_wan
        if added >= whole:
            return rows[at + 1 : stop] if added == whole else ()
    return ()
