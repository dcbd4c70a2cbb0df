"""The arithmetic of a document: which rows are units, what damaged numbers must have been.

All amounts are in the printed unit. A figure is named by its row and its measure; row `DOCUMENT` is 合计.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ingest.grammar.amounts import Amount, could_print

SOURCES = ("fiscal", "special_account", "other")
MEASURES = ("total", *SOURCES)
DOCUMENT = -1

_WRONG_SUM = 10.0
_WRONG_SPLIT = 1.0
_NO_UNIT = 8.0
_BEAM = 200
IMPOSSIBLE = 1000.0


class Cell(NamedTuple):
    """A figure's place: row (`DOCUMENT` for 合计) and measure."""

    row: int
    measure: str


Figures = Mapping[str, Amount]
"""The printed amounts of a row by measure; a blank cell has none."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be a unit or a project: its figures, and how unlikely its looks make either reading."""

    figures: Figures
    unit_cost: float
    project_cost: float


@dataclass(frozen=True, slots=True)
class Section:
    """A unit's row (None where none is printed) and the rows of its projects."""

    unit: int | None
    projects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """The value that arithmetic proves for a figure, and the equations that prove it."""

    value: Decimal
    proof: str


def amount(figures: Figures, measure: str) -> Decimal | None:
    """The value of a figure: 0 where its cell is blank, None where it is damaged."""
    printed = figures.get(measure)
    return Decimal(0) if printed is None else printed.value


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


@dataclass(frozen=True, slots=True)
class _Equation:
    whole: Cell
    parts: tuple[Cell, ...]
    is_row: bool

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.whole, *self.parts)


def repair(
    rows: Sequence[Figures], sections: Sequence[Section], document: Figures | None
) -> dict[Cell, Repair]:
    """The damaged figures that arithmetic proves.

    A figure is repaired only where the equation of its row (总计 = sum of the sources) and the equation of its column
    (unit = sum of its projects, 合计 = sum of the units) both hold with one and the same value, which agrees with the
    digits still legible. Readable numbers are never changed: a contradiction between them is left to be reported.
    """
    figures: dict[int, Figures] = dict(enumerate(rows))
    if document is not None:
        figures[DOCUMENT] = document
    equations = list(_equations(figures, sections))
    unknown = _unknown(figures, equations)
    values: dict[Cell, Decimal] = {}
    for row, printed in figures.items():
        for measure in MEASURES:
            value = amount(printed, measure)
            if Cell(row, measure) not in unknown and value is not None:
                values[Cell(row, measure)] = value
    _solve(values, unknown, equations)
    proved = {cell: values[cell] for cell in unknown if cell in values and _is_proved(cell, values, equations)}
    return {
        cell: Repair(value, _proof(cell, equations))
        for cell, value in proved.items()
        if could_print(_text(figures, cell), value) and not (value == 0 and not _text(figures, cell))
    }


def _text(figures: Mapping[int, Figures], cell: Cell) -> str:
    printed = figures[cell.row].get(cell.measure)
    return printed.printed if printed else ""


def _equations(figures: Mapping[int, Figures], sections: Sequence[Section]) -> Iterable[_Equation]:
    for row in figures:
        yield _Equation(Cell(row, "total"), tuple(Cell(row, source) for source in SOURCES), True)
    for measure in MEASURES:
        for section in sections:
            if section.unit is not None and section.projects:
                parts = tuple(Cell(project, measure) for project in section.projects)
                yield _Equation(Cell(section.unit, measure), parts, False)
        if DOCUMENT in figures:
            tops = [[section.unit] if section.unit is not None else section.projects for section in sections]
            parts = tuple(Cell(row, measure) for top in tops for row in top)
            yield _Equation(Cell(DOCUMENT, measure), parts, False)


def _unknown(figures: Mapping[int, Figures], equations: Sequence[_Equation]) -> set[Cell]:
    """Damaged figures, and in a row that does not add up its odd-looking or blank ones."""
    amounts = [printed for row in figures.values() for printed in row.values() if printed.value is not None]
    usual = Counter(printed.has_two_decimals for printed in amounts)[True] * 2 > len(amounts)
    unknown: set[Cell] = set()
    for equation in equations:
        row = figures[equation.whole.row]
        if not equation.is_row:
            continue
        damaged = {cell for cell in equation.cells if (p := row.get(cell.measure)) and p.is_damaged}
        values = [amount(row, cell.measure) for cell in equation.parts]
        adds_up = None not in values and amount(row, "total") == sum(filter(None, values), Decimal(0))
        if damaged or not adds_up:
            odd = {c for c in equation.cells if (p := row.get(c.measure)) and usual and not p.has_two_decimals}
            blank = {cell for cell in equation.cells if cell.measure not in row}
            unknown |= damaged | odd | (set() if damaged or odd else blank)
    return unknown


def _solve(values: dict[Cell, Decimal], unknown: set[Cell], equations: Sequence[_Equation]) -> None:
    """Fill in every unknown that some equation determines alone, column equations first."""
    solved = True
    while solved:
        solved = False
        for equation in sorted(equations, key=lambda equation: equation.is_row):
            open_cells = [cell for cell in equation.cells if cell not in values]
            if len(open_cells) != 1 or open_cells[0] not in unknown:
                continue
            (cell,) = open_cells
            parts = sum((values[part] for part in equation.parts if part != cell), Decimal(0))
            values[cell] = parts if cell == equation.whole else values[equation.whole] - parts
            solved = True


def _is_proved(cell: Cell, values: Mapping[Cell, Decimal], equations: Sequence[_Equation]) -> bool:
    kinds: set[bool] = set()
    for equation in equations:
        if cell not in equation.cells:
            continue
        if any(other not in values for other in equation.cells):
            continue
        if values[equation.whole] != sum((values[part] for part in equation.parts), Decimal(0)):
            return False
        kinds.add(equation.is_row)
    return values[cell] >= 0 and kinds == {True, False}


def _proof(cell: Cell, equations: Sequence[_Equation]) -> str:
    column = next(e for e in equations if not e.is_row and cell in e.cells)
    above = "合计" if column.whole.row == DOCUMENT else "unit"
    return f"总计 = Σ sources of the row; {above} {cell.measure} = Σ {len(column.parts)} rows below"
