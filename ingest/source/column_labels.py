"""A header of several rows: the label of every column, and the one that spans it."""

from collections.abc import Mapping, Sequence

RowTexts = Mapping[int, str]


def deepest(header: Sequence[RowTexts]) -> dict[int, str]:
    """The last label of every column, those that only span others left out."""
    own: dict[int, str] = {}
    for number, row in enumerate(header):
        own |= {at: text for at, text in row.items() if not any(_is_span(row, r, at) for r in header[number + 1 :])}
    return dict(sorted(own.items()))


def _is_span(row: RowTexts, below: RowTexts, at: int) -> bool:
    """True for a label that spans those below it: the next label of its own row stands behind them."""
    end = min((other for other in row if other > at), default=max([*below, at]) + 1)
    return at not in below and any(at < index < end for index in below)


def spanning(header: Sequence[RowTexts]) -> dict[int, str]:
    """The label above every column, which spans it."""
    first = header[0]
    places = {at for row in header for at in row}
    return {at: first[max((other for other in first if other <= at), default=min(first))] for at in places}
