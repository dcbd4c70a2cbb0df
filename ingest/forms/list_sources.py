"""Which funding sources a row's amounts belong to where the layout lost its blank cells.

A text layer prints `100.00 60.00 40.00` for a total and two of three sources. A row with one source is 财政拨款 unless
the sums say otherwise; the sources of a unit's projects must add up to the unit's, the units' to 合计.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from ingest.figures import SOURCES, Section

Sources = tuple[str, ...]
_MOST_STATES = 20_000


def usual_sources(count: int) -> Sources:
    """The sources of ``count`` amounts where nothing proves others: the leading columns."""
    return SOURCES[:count]


def place_sources(
    amounts: Sequence[Sequence[Decimal]], sections: Sequence[Section], document: Sequence[Decimal] | None
) -> list[Sources]:
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


def _vector(amounts: Sequence[Decimal], sources: Sources) -> tuple[Decimal, ...]:
    by_source = dict(zip(sources, amounts, strict=False))
    return tuple(by_source.get(source, Decimal(0)) for source in SOURCES)


def _place(
    placed: list[Sources],
    amounts: Sequence[Sequence[Decimal]],
    rows: Sequence[int],
    whole: tuple[Decimal, ...] | None,
) -> None:
    """Choose the sources of ``rows`` so that they add up to ``whole``; leave them where that cannot be."""
    states: dict[tuple[Decimal, ...], tuple[Sources, ...]] = {(Decimal(0),) * len(SOURCES): ()}
    for row in rows:
        following: dict[tuple[Decimal, ...], tuple[Sources, ...]] = {}
        for spent, chosen in states.items():
            for sources in combinations(SOURCES, min(len(amounts[row]), len(SOURCES))):
                added = tuple(a + b for a, b in zip(spent, _vector(amounts[row], sources), strict=True))
                if whole is None or all(a <= b for a, b in zip(added, whole, strict=True)):
                    following.setdefault(added, (*chosen, sources))
        states = following
        if len(states) > _MOST_STATES:
            return
    chosen_sources = states.get(whole) if whole is not None else None
    for row, sources in zip(rows, chosen_sources or (), strict=False):
        placed[row] = sources
