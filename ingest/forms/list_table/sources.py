"""Which funding sources a row's amounts belong to where the layout lost its blank cells.

A text layer prints `100.00 60.00 40.00` for a total and two of three sources. A row with one source is 财政拨款 unless
the sums say otherwise; the sources of a unit's projects must add up to the unit's, the units' to 合计.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations, islice

from ingest.forms.list_table.figures import Section, whole_numbers
from ingest.grammar.funding_sources import FUNDING_SOURCES

FundingSources = tuple[str, ...]
_MOST_STATES = 20_000

_Sums = tuple[int, int, int]
_Chosen = tuple["_Chosen | None", FundingSources]
"""The sources of a row, behind those of the rows before it."""


def usual_sources(count: int) -> FundingSources:
    """The sources of ``count`` amounts where nothing proves others: the leading columns."""
    return FUNDING_SOURCES[:count]


def place_sources(
    amounts: Sequence[Sequence[Decimal]], sections: Sequence[Section], document: Sequence[Decimal] | None
) -> list[FundingSources]:
    """The sources of every row's amounts (without its total), such that columns add up where that is possible.

    ``amounts`` are the rows' source amounts in printed order, ``document`` those of 合计.
    """
    placed = [usual_sources(len(row)) for row in amounts]
    whole = _vector(document, usual_sources(len(document))) if document is not None else None
    tops = [index for section in sections for index in _tops(section)]
    _place(placed, amounts, tops, whole)
    for section in sections:
        if section.unit is not None:
            _place(placed, amounts, section.projects, _vector(amounts[section.unit], placed[section.unit]))
    return placed


def _tops(section: Section) -> Iterable[int]:
    return section.projects if section.unit is None else (section.unit,)


def _vector(amounts: Sequence[Decimal], sources: FundingSources) -> tuple[Decimal, ...]:
    by_source = dict(zip(sources, amounts, strict=False))
    return tuple(by_source.get(source, Decimal(0)) for source in FUNDING_SOURCES)


def _place(
    placed: list[FundingSources],
    amounts: Sequence[Sequence[Decimal]],
    rows: Sequence[int],
    whole: tuple[Decimal, ...] | None,
) -> None:
    """Choose the sources of ``rows`` so that they add up to ``whole``; leave them where that cannot be."""
    if whole is None:
        return
    numbers = iter(whole_numbers([*whole, *(amount for row in rows for amount in amounts[row])]))
    fiscal, special, other = islice(numbers, len(FUNDING_SOURCES))
    states: dict[_Sums, _Chosen | None] = {(0, 0, 0): None}
    for row in rows:
        choices = _choices(list(islice(numbers, len(amounts[row]))))
        following: dict[_Sums, _Chosen | None] = {}
        for (a, b, c), before in states.items():
            for sources, (x, y, z) in choices:
                added = (a + x, b + y, c + z)
                if a + x <= fiscal and b + y <= special and c + z <= other and added not in following:
                    following[added] = (before, sources)
        states = following
        if len(states) > _MOST_STATES:
            return
    chosen = states.get((fiscal, special, other))
    for row in reversed(rows):
        if chosen is None:
            return
        chosen, placed[row] = chosen


def _choices(amounts: Sequence[int]) -> list[tuple[FundingSources, _Sums]]:
    """The ways to place a row's amounts: the sources, and what each of the three then gets."""
    choices: list[tuple[FundingSources, _Sums]] = []
    for sources in combinations(FUNDING_SOURCES, min(len(amounts), len(FUNDING_SOURCES))):
        placed = dict(zip(sources, amounts, strict=False))
        fiscal, special, other = (placed.get(source, 0) for source in FUNDING_SOURCES)
        choices.append((sources, (fiscal, special, other)))
    return choices
