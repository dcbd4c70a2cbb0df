"""Which of the conditional formats of a sheet a cell has: the first one whose condition holds gives each look."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.readers.sheets.conditional.values import Faulty, NotKnown, Place


class Look(NamedTuple):
    """What a format sets: a number format, whether it writes in white (on ``is_blank`` ground); None: not set."""

    number_format: str | None = None
    is_white: bool | None = None
    is_blank: bool | None = None

    def over(self, other: "Look") -> "Look":
        """This look, and of the other one what this does not set."""
        number_format, is_white, is_blank = self
        return Look(
            other.number_format if number_format is None else number_format,
            other.is_white if is_white is None else is_white,
            other.is_blank if is_blank is None else is_blank,
        )

    @property
    def is_told(self) -> bool:
        """True where it may change what is read."""
        return self.number_format is not None or bool(self.is_white)


Range = tuple[int, int, int, int]
"""First row, row behind the last, first column, column behind the last."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on the cells of ranges with its look; ``holds`` raises `NotKnown`.

    The rules of a sheet count in the order of their ``priority``; behind one that holds and ``stops`` none does.
    """

    ranges: Sequence[Range]
    holds: Callable[[Place], bool]
    look: Look
    priority: int = 0
    stops: bool = False

    def covers(self, place: Place) -> bool:
        """True for a cell in one of the ranges."""
        row, column = place
        return any(top <= row < bottom and left <= column < right for top, bottom, left, right in self.ranges)


def looks_of(rules: Iterable[Rule], places: Iterable[Place]) -> Iterable[tuple[Place, Look, bool]]:
    """The cells whose rules may change what they show, each with its look, and whether all of it is known."""
    told = sorted((rule for rule in rules if rule.look != Look() or rule.stops), key=lambda rule: rule.priority)
    if not any(rule.look.is_told for rule in told):
        return
    for place in places:
        own = [rule for rule in told if rule.covers(place)]
        if any(rule.look.is_told for rule in own):
            yield place, *look_at(own, place)


def look_at(rules: Sequence[Rule], place: Place) -> tuple[Look, bool]:
    """The look that rules, in their order, give a cell, and whether all of it is known."""
    found = Look()
    for number, rule in enumerate(rules):
        try:
            holds = rule.holds(place)
        except Faulty:
            holds = False
        except NotKnown:
            rest = [other.look for other in rules[number:]]
            is_open = any(look.number_format is not None for look in rest) and found.number_format is None
            return found, not is_open and not (found.is_white is None and any(look.is_white for look in rest))
        if holds:
            found = found.over(rule.look)
            if rule.stops:
                break
    return found, True
