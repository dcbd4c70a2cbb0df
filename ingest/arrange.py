"""Which rows of a table are units and which are their projects, proved by what adds up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.figures import SOURCES, Figures, Section, amount

_WRONG_SUM = 10.0
_WRONG_SPLIT = 1.0
_NO_UNIT = 8.0
_BEAM = 200
IMPOSSIBLE = 1000.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be a unit or a project: its figures, and how unlikely its looks make either reading."""

    figures: Figures
    unit_cost: float
    project_cost: float


def _total(figures: Figures) -> Decimal:
    """The best reading of a row's total: printed, or the sum of its sources."""
    printed = figures.get("total")
    if printed is not None and printed.value is not None:
        return printed.value
    return sum((amount(figures, source) or Decimal(0) for source in SOURCES), Decimal(0))


def arrange(rows: Sequence[Candidate], document: Figures | None) -> list[Section]:
    """Read a flat list of rows as units with their projects: the reading that adds up best.

    Each unit is followed by its projects; its figures are the sum of theirs and 合计 is the sum of the units. Sums
    decide before looks, looks decide between readings that add up. Projects before any unit form a section without one.
    """
    totals = [_total(row.figures) for row in rows]
    states: list[dict[Decimal, tuple[float, tuple[Section, ...]]]] = [{} for _ in range(len(rows) + 1)]
    states[0][Decimal(0)] = (0.0, ())
    openings = [index for index, row in enumerate(rows) if row.unit_cost < IMPOSSIBLE]
    for start in range(len(rows)):
        if not states[start]:
            continue
        sections = list(_sections_from(rows, totals, start, openings))
        for spent, (cost, before) in _best(states[start]):
            for section, stop, whole, extra in sections:
                state = (cost + extra, (*before, section))
                known = states[stop].get(spent + whole)
                if known is None or state[0] < known[0]:
                    states[stop][spent + whole] = state
    grand = _total(document) if document is not None else None
    finals = [
        (cost + (_WRONG_SUM if grand is not None and spent != grand else 0.0), sections)
        for spent, (cost, sections) in states[-1].items()
    ]
    return list(min(finals, key=lambda final: final[0])[1]) if finals else []


def _best(
    states: dict[Decimal, tuple[float, tuple[Section, ...]]],
) -> Iterable[tuple[Decimal, tuple[float, tuple[Section, ...]]]]:
    return sorted(states.items(), key=lambda item: item[1][0])[:_BEAM]


def _sections_from(
    rows: Sequence[Candidate], totals: Sequence[Decimal], start: int, openings: Sequence[int]
) -> Iterable[tuple[Section, int, Decimal, float]]:
    """The sections that may begin at ``start``: section, row behind it, its total and its cost."""
    stops = [index for index in openings if index > start] + [len(rows)]
    for has_unit in (True, False):
        if (has_unit and rows[start].unit_cost >= IMPOSSIBLE) or (not has_unit and start > 0):
            continue
        first = start + 1 if has_unit else start
        cost = rows[start].unit_cost if has_unit else _NO_UNIT
        running, position = Decimal(0), first
        for stop in stops:
            cost += sum(row.project_cost for row in rows[position:stop])
            running += sum(totals[position:stop], Decimal(0))
            position = stop
            if stop < first or cost >= IMPOSSIBLE:
                continue
            projects = tuple(range(first, stop))
            mismatch = _mismatch(rows, rows[start], projects, running, totals[start]) if has_unit else 0.0
            section = Section(start if has_unit else None, projects)
            yield section, stop, totals[start] if has_unit else running, cost + mismatch


def _mismatch(
    rows: Sequence[Candidate], unit: Candidate, projects: Sequence[int], running: Decimal, total: Decimal
) -> float:
    if running != total or not projects:
        return _WRONG_SUM
    split = 0.0
    for source in SOURCES:
        parts = [amount(rows[project].figures, source) for project in projects]
        whole = amount(unit.figures, source)
        if whole is not None and None not in parts and sum(filter(None, parts), Decimal(0)) != whole:
            split += _WRONG_SPLIT
    return split
