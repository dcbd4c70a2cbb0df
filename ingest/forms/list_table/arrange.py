"""Which rows of a table are units and which are their projects, proved by what adds up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from math import inf
from typing import NamedTuple

from ingest.forms.list_table.figures import Figures, Section, amount, whole_numbers
from ingest.grammar.funding_sources import FUNDING_SOURCES

_WRONG_SUM = 10.0
_WRONG_SPLIT = 1.0
_NO_UNIT = 8.0
_BEAMS = (3, 200)
"""States kept a row: few find a good reading soon, which keeps the search among many short."""
IMPOSSIBLE = 1000.0


@dataclass(slots=True, unsafe_hash=True)
class Candidate:
    """A row that may be a unit or a project: its figures, and how unlikely its looks make either reading."""

    figures: Figures
    unit_cost: float
    project_cost: float


class _Step(NamedTuple):
    """A section: its unit's row, its projects' rows from ``first`` to before ``stop``, its total and its cost."""

    unit: int | None
    first: int
    stop: int
    total: int
    cost: float


_Path = tuple["_Path | None", _Step]
_State = tuple[float, _Path | None]
"""What a reading of the first rows costs, and its last section behind those before."""


def _total(figures: Figures) -> Decimal:
    """The best reading of a row's total: printed, or the sum of its sources."""
    printed = figures.get("total")
    if printed is not None and printed.value is not None:
        return printed.value
    return sum((amount(figures, source) or Decimal(0) for source in FUNDING_SOURCES), Decimal(0))


def arrange(rows: Sequence[Candidate], document: Figures | None) -> list[Section]:
    """Read a flat list of rows as units with their projects: the reading that adds up best.

    Each unit is followed by its projects; its figures are the sum of theirs and 合计 is the sum of the units. Sums
    decide before looks, looks decide between readings that add up. Projects before any unit form a section without one.
    """
    grand, *totals = whole_numbers([_total(document or {}), *(_total(row.figures) for row in rows)])
    openings = [index for index, row in enumerate(rows) if row.unit_cost < IMPOSSIBLE]
    ahead = list(accumulate((min(row.unit_cost, row.project_cost) for row in reversed(rows)), initial=0.0))[::-1]
    steps = [
        sorted(_steps_from(rows, totals, start, openings), key=lambda step: step.cost + ahead[step.stop])
        for start in range(len(rows))
    ]
    best: _State = (inf, None)
    for beam in _BEAMS:
        best = _search(steps, ahead, grand if document is not None else None, beam, best[0]) or best
    return _sections(best[1])


def _search(
    steps: Sequence[Sequence[_Step]], ahead: Sequence[float], grand: int | None, beam: int, least: float
) -> _State | None:
    """The cheapest reading of all rows that costs ``least`` or less; None where ``beam`` states a row find none.

    ``steps`` are the sections that may begin at each row, those that promise the cheapest readings first; ``ahead`` is
    the least that the rows from one on can cost: what must come to more than a known reading leads to nothing better.
    """
    end = len(steps)
    states: list[dict[int, _State]] = [{} for _ in range(end + 1)]
    states[0][0] = (0.0, None)
    for start in range(end):
        for spent, (cost, before) in sorted(states[start].items(), key=lambda item: item[1][0])[:beam]:
            for step in steps[start]:
                if cost + step.cost + ahead[step.stop] > least:
                    break
                reached = cost + step.cost
                total = spent + step.total
                if step.stop == end and grand is not None and total != grand:
                    reached += _WRONG_SUM
                following = states[step.stop]
                if total not in following or reached < following[total][0]:
                    following[total] = (reached, (before, step))
                    least = min(least, reached) if step.stop == end else least
    return min(states[-1].values(), key=lambda state: state[0], default=None)


def _sections(last: "_Path | None") -> list[Section]:
    """The sections of a path, which runs from the last to the first."""
    found: list[Section] = []
    while last is not None:
        last, step = last
        found.append(Section(step.unit, tuple(range(step.first, step.stop))))
    return found[::-1]


def _steps_from(
    rows: Sequence[Candidate], totals: Sequence[int], start: int, openings: Sequence[int]
) -> Iterable[_Step]:
    """The sections that may begin at ``start``."""
    stops = [index for index in openings if index > start] + [len(rows)]
    for has_unit in (True, False):
        if (has_unit and rows[start].unit_cost >= IMPOSSIBLE) or (not has_unit and start > 0):
            continue
        first = start + 1 if has_unit else start
        cost = rows[start].unit_cost if has_unit else _NO_UNIT
        running, position = 0, first
        for stop in stops:
            cost += sum(row.project_cost for row in rows[position:stop])
            running += sum(totals[position:stop])
            position = stop
            if stop < first or cost >= IMPOSSIBLE:
                continue
            if not has_unit:
                yield _Step(None, first, stop, running, cost)
            elif running != totals[start] or stop == first:
                yield _Step(start, first, stop, totals[start], cost + _WRONG_SUM)
            else:
                split = _mismatch(rows, rows[start], range(first, stop))
                yield _Step(start, first, stop, totals[start], cost + split)


def _mismatch(rows: Sequence[Candidate], unit: Candidate, projects: Sequence[int]) -> float:
    split = 0.0
    for source in FUNDING_SOURCES:
        parts = [amount(rows[project].figures, source) for project in projects]
        whole = amount(unit.figures, source)
        if whole is not None and None not in parts and sum(filter(None, parts), Decimal(0)) != whole:
            split += _WRONG_SPLIT
    return split
