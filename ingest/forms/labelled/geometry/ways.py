"""The cheapest way to read the cells of a row as labels and values one after the other, by what each costs."""

from functools import lru_cache
from typing import NamedTuple

_VALUE_FIRST = 1.2
_VALUE_AFTER_VALUE = 2.2
_LABEL_AFTER_BLOCK = 0.2
_LABEL_AFTER_LABEL = 0.9
_LABEL_AFTER_UNKNOWN = 1.5
_LABEL_OVER_GAP = 0.4
_LABEL_LAST = 0.6
_UNKNOWN_LAST = 2.0


class Costs(NamedTuple):
    """What it costs to take a cell for a label, and for a value.

    ``is_known`` where the vocabulary has its label, ``is_whole`` where a label holds its value itself.
    """

    label: float
    value: float
    is_known: bool = False
    is_whole: bool = False


class Roles(NamedTuple):
    """A way to read a row: its cost, and the columns in which labels stand.

    ``as_labels`` is what all cells cost as labels, ``order`` what the way costs beyond its cells, each taken for what
    is cheaper.
    """

    cost: float
    labels: frozenset[int]
    as_labels: float
    order: float


_Way = tuple[float, tuple[int, ...]]
"""What it costs to read the first cells of a row, and the columns of the labels among them."""
_NONE: _Way = (float("inf"), ())
_BEGUN: _Way = (0.0, ())


@lru_cache(maxsize=4096)
def cheapest(columns: tuple[int, ...], costs: tuple[Costs, ...]) -> Roles:
    """The cheapest way to read cells of these columns and costs as labels and values one after the other."""
    # the cheapest way that ends with a label that waits for its value, and with none
    waiting, done = _NONE, _BEGUN
    before, is_known = -1, False
    for place, (index, own) in enumerate(zip(columns, costs, strict=True)):
        behind_label = _label_behind_label(place, index - before, is_known)
        cost, labels = min(
            (done[0] + own.label, done[1]),
            (waiting[0] + own.label + behind_label, waiting[1]),
        )
        as_label = cost, (*labels, index)
        as_value = min(
            (done[0] + own.value + (_VALUE_AFTER_VALUE if place else _VALUE_FIRST), done[1]),
            (waiting[0] + own.value, waiting[1]),
        )
        waiting, done = (_NONE, min(as_label, as_value)) if own.is_whole else (as_label, as_value)
        before, is_known = index, own.is_known
    last = _LABEL_LAST if is_known or len(columns) == 1 else _UNKNOWN_LAST
    cost, labels = min((waiting[0] + last, waiting[1]), done)
    as_labels, least = sum([own.label for own in costs]), sum([min(own.label, own.value) for own in costs])
    return Roles(cost, frozenset(labels), as_labels, cost - least)


def _label_behind_label(place: int, gap: int, is_known: bool) -> float:
    """What it costs that a label follows another, a text that the vocabulary has or has not."""
    if place == 1:
        return _LABEL_AFTER_BLOCK
    if not is_known:
        return _LABEL_AFTER_UNKNOWN
    return _LABEL_OVER_GAP if gap > 1 else _LABEL_AFTER_LABEL
