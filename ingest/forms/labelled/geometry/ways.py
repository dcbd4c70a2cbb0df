"""The cheapest way to read the cells of a row as labels and values one after the other, by what each costs."""

from collections.abc import Mapping
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
    """A way to read a row: its cost, and the columns in which labels stand."""

    cost: float
    labels: frozenset[int]


@lru_cache(maxsize=4096)
def cheapest(columns: tuple[int, ...], costs: tuple[Costs, ...]) -> Roles:
    """The cheapest way to read cells of these columns and costs as labels and values one after the other."""
    # the cheapest way that ends with a value, and with a label; each with its columns
    ways: Mapping[bool, tuple[float, tuple[int, ...]]] = {False: (0.0, ())}
    before, is_known = -1, False
    for place, (index, own) in enumerate(zip(columns, costs, strict=True)):
        following: dict[bool, tuple[float, tuple[int, ...]]] = {}
        for is_label, cost_of_role in ((True, own.label), (False, own.value)):
            cost, labels = min(
                (cost + cost_of_role + _step(was_label, is_label, place, index - before, is_known), found_labels)
                for was_label, (cost, found_labels) in ways.items()
            )
            way = (cost, (*labels, index) if is_label else labels)
            is_open = is_label and not own.is_whole
            following[is_open] = min(following.get(is_open, way), way)
        ways, before, is_known = following, index, own.is_known
    with_label, with_value = ways.get(True, (float("inf"), ())), ways.get(False, (float("inf"), ()))
    last = _LABEL_LAST if is_known or len(columns) == 1 else _UNKNOWN_LAST
    cost, labels = min((with_label[0] + last, with_label[1]), with_value)
    return Roles(cost, frozenset(labels))


def _step(was_label: bool, is_label: bool, place: int, gap: int, is_known: bool) -> float:
    """What it costs that a cell follows the one before it, a text that the vocabulary has or has not."""
    if place == 0:
        return 0.0 if is_label else _VALUE_FIRST
    if was_label and is_label:
        if place == 1:
            return _LABEL_AFTER_BLOCK
        if not is_known:
            return _LABEL_AFTER_UNKNOWN
        return _LABEL_OVER_GAP if gap > 1 else _LABEL_AFTER_LABEL
    return 0.0 if was_label or is_label else _VALUE_AFTER_VALUE
