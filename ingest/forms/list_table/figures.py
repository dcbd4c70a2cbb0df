"""The money columns of a table: figures by row and measure, in the printed unit. Row `DOCUMENT` is 合计."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ingest.grammar.amounts import Amount
from ingest.grammar.funding_sources import FUNDING_SOURCES

MEASURES = ("total", *FUNDING_SOURCES)
DOCUMENT = -1


class FigurePlace(NamedTuple):
    """A figure's place: row (`DOCUMENT` for 合计) and measure."""

    row: int
    measure: str


Figures = Mapping[str, Amount]
"""The printed amounts of a row by measure; a blank cell has none."""


@dataclass(frozen=True, slots=True)
class Section:
    """A unit's row (None where none is printed) and the rows of its projects."""

    unit: int | None
    projects: tuple[int, ...]


def amount(figures: Figures, measure: str) -> Decimal | None:
    """The value of a figure: 0 where its cell is blank, None where it is damaged."""
    printed = figures.get(measure)
    return Decimal(0) if printed is None else printed.value


def whole_numbers(numbers: Sequence[Decimal]) -> list[int]:
    """The numbers in units of the last decimal place that any of them has: sums of integers are exact and fast."""
    places = max((-int(number.as_tuple().exponent) for number in numbers), default=0)
    ratios = (number.as_integer_ratio() for number in numbers)
    return [numerator * 10 ** max(places, 0) // denominator for numerator, denominator in ratios]
