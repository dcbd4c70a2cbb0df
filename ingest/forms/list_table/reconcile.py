"""What damaged numbers must have been, where the arithmetic of the document proves it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.list_table.figures import DOCUMENT, MEASURES, FigurePlace, Figures, Section, amount
from ingest.grammar.amounts import could_print
from ingest.grammar.funding_sources import FUNDING_SOURCES


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
    """The figures that may have to be repaired: those of rows that hold a damaged one or do not add up."""
    has_two_decimals = _prints_two_decimals(figures.values())
    rows = {equation.whole.row: equation for equation in equations if equation.is_row}
    return {place for row, equation in rows.items() for place in _suspects(figures[row], equation, has_two_decimals)}


def _prints_two_decimals(rows: Iterable[Figures]) -> bool:
    """True where most amounts of the document print two decimals, so that one without looks damaged."""
    amounts = [printed for row in rows for printed in row.values() if printed.value is not None]
    return 2 * sum(printed.has_two_decimals for printed in amounts) > len(amounts)


def _suspects(row: Figures, equation: _Equation, has_two_decimals: bool) -> set[FigurePlace]:
    """The damaged and the odd-looking figures of a row; its blank ones where it has neither and does not add up."""
    printed = {place: row[place.measure] for place in equation.cells if place.measure in row}
    damaged = {place for place, figure in printed.items() if figure.is_damaged}
    if not damaged and _adds_up(row, equation):
        return set()
    odd = {place for place, figure in printed.items() if has_two_decimals and not figure.has_two_decimals}
    blank = {place for place in equation.cells if place not in printed}
    return damaged | odd or blank


def _adds_up(row: Figures, equation: _Equation) -> bool:
    values = [amount(row, place.measure) for place in equation.parts]
    return None not in values and amount(row, "total") == sum(filter(None, values), Decimal(0))


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
    above = "合计" if column.whole.row == DOCUMENT else "单位小计"
    return f"本行：总计 = Σ 资金来源；本栏：{above} = Σ 下列 {len(column.parts)} 行"
