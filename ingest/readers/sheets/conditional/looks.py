"""Which of the conditional formats of a sheet a cell has: the first one whose condition holds gives each look."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.readers.sheets.conditional.values import Faulty, NotKnown, Place

WHITE = "FFFFFF"
"""The ground of a cell that has none of its own; other colours are told from one another as they are written."""


class Look(NamedTuple):
    """What a format sets: a number format, the colours of the text and of its ground, whether a picture stands for the
    value; None: not set.
    """

    number_format: str | None = None
    ink: str | None = None
    ground: str | None = None
    hides_value: bool | None = None

    def over(self, other: "Look") -> "Look":
        """This look, and of the other one what this does not set."""
        number_format, ink, ground, hides_value = self
        return Look(
            other.number_format if number_format is None else number_format,
            other.ink if ink is None else ink,
            other.ground if ground is None else ground,
            other.hides_value if hides_value is None else hides_value,
        )

    @property
    def is_unseen(self) -> bool:
        """True where nobody sees the value: it is of the colour of its ground, or only a picture stands there."""
        return bool(self.hides_value) or (self.ink is not None and self.ink == (self.ground or WHITE))

    def may_change(self, own: "Look") -> bool:
        """True where it may change what is read of a cell with a look of its own."""
        return self.number_format is not None or self._replace(number_format=None).over(own).is_unseen > own.is_unseen


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


def can_change(rules: Iterable[Rule], own: Iterable[Look]) -> bool:
    """True where some rule may change what is read of a cell with one of these looks of its own."""
    looks = set(own)
    return any(look.may_change(one) for look in {rule.look for rule in rules} for one in looks)


def looks_of(rules: Iterable[Rule], cells: Mapping[Place, Look]) -> Iterator[tuple[Place, Look, bool]]:
    """The cells whose rules may change what they show, each with its look, and whether all of it is known.

    ``cells`` have looks of their own, which the rules overlay.
    """
    told = sorted((rule for rule in rules if rule.look != Look() or rule.stops), key=lambda rule: rule.priority)
    if not can_change(told, cells.values()):
        return
    for place, own in cells.items():
        rules_here = [rule for rule in told if rule.covers(place)]
        if any(rule.look.may_change(own) for rule in rules_here):
            yield place, *look_at(rules_here, place, own)


def look_at(rules: Sequence[Rule], place: Place, own: Look) -> tuple[Look, bool]:
    """The look that rules, in their order, give a cell with one of its own, and whether all of it is known."""
    found = Look()
    for number, rule in enumerate(rules):
        try:
            holds = rule.holds(place)
        except Faulty:
            holds = False
        except NotKnown:
            return found, not any(found.over(other.look).may_change(found.over(own)) for other in rules[number:])
        if holds:
            found = found.over(rule.look)
            if rule.stops:
                break
    return found, True
