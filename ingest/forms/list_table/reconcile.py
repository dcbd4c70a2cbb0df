"""What damaged numbers must have been, where the arithmetic of the document proves it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.list_table.figures import DOCUMENT, FUNDING_SOURCES, MEASURES, FigurePlace, Figures, Section, amount
from ingest.grammar.amounts import could_print


@dataclass(frozen=True, slots=True)
class Repair:
    """The value that arithmetic proves for a figure, and the equations that prove it."""

    value: Decimal
    proof: str


@dataclass(frozen=True, slots=True)
class _Equation:
    whole: FigurePlace
    parts: tuple[FigurePlace, ...]
    is_row: bool

    @property
    def cells(self) -> tuple[FigurePlace, ...]:
        return (self.whole, *self.parts)


def repair(rows: Sequence[Figures], sections: Sequence[Section], document: Figures | None) -> dict[FigurePlace, Repair]:
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
    values: dict[FigurePlace, Decimal] = {}
    for row, printed in figures.items():
        for measure in MEASURES:
            value = amount(printed, measure)
            if FigurePlace(row, measure) not in unknown and value is not None:
                values[FigurePlace(row, measure)] = value
    _solve(values, unknown, equations)
    proved = {cell: values[cell] for cell in unknown if cell in values and _is_proved(cell, values, equations)}
    return {
        cell: Repair(value, _proof(cell, equations))
        for cell, value in proved.items()
        if could_print(_text(figures, cell), value) and not (value == 0 and not _text(figures, cell))
    }


def _text(figures: Mapping[int, Figures], cell: FigurePlace) -> str:
    printed = figures[cell.row].get(cell.measure)
    return printed.printed if printed else ""


def _equations(figures: Mapping[int, Figures], sections: Sequence[Section]) -> Iterable[_Equation]:
    for row in figures:
        yield _Equation(FigurePlace(row, "total"), tuple(FigurePlace(row, source) for source in FUNDING_SOURCES), True)
    for measure in MEASURES:
        for section in sections:
            if section.unit is not None and section.projects:
                parts = tuple(FigurePlace(project, measure) for project in section.projects)
                yield _Equation(FigurePlace(section.unit, measure), parts, False)
        if DOCUMENT in figures:
            tops = [[section.unit] if section.unit is not None else section.projects for section in sections]
            parts = tuple(FigurePlace(row, measure) for top in tops for row in top)
            yield _Equation(FigurePlace(DOCUMENT, measure), parts, False)


def _unknown(figures: Mapping[int, Figures], equations: Sequence[_Equation]) -> set[FigurePlace]:
    """Damaged figures, and in a row that does not add up its odd-looking or blank ones."""
    amounts = [printed for row in figures.values() for printed in row.values() if printed.value is not None]
    usual = Counter(printed.has_two_decimals for printed in amounts)[True] * 2 > len(amounts)
    unknown: set[FigurePlace] = set()
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


def _solve(values: dict[FigurePlace, Decimal], unknown: set[FigurePlace], equations: Sequence[_Equation]) -> None:
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


def _is_proved(cell: FigurePlace, values: Mapping[FigurePlace, Decimal], equations: Sequence[_Equation]) -> bool:
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


def _proof(cell: FigurePlace, equations: Sequence[_Equation]) -> str:
    column = next(e for e in equations if not e.is_row and cell in e.cells)
    above = "合计" if column.whole.row == DOCUMENT else "unit"
    return f"总计 = Σ sources of the row; {above} {cell.measure} = Σ {len(column.parts)} rows below"
