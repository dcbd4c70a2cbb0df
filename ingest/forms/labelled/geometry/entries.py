"""The entries of a form, as its geometry gives them: every value with the labels beside it, above it and left of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.forms.labelled.labels import FormLabel, printed_unit
from ingest.grammar.amounts import amount_and_notes
from ingest.grammar.labels import is_level2
from ingest.grammar.quantities import is_operator, read_score
from ingest.source.printed import Printed

_SHORTEST_CUT = 12
_ENDS = "。；;！!？?"
_SHORTEST_LABEL = 2
# 15, ≥3, 90%, 12公里: a cell of a grid
_QUANTITY = re.compile(r"\s*(?:[≥≤＞＜><≧≦＝=]\s*)?(?!20\d\d(?![\d.,]))\d[\d.,]*\s*(?:%|[^\d\s%年月、.．:：)）]{0,3})")
# 12月底前, unless it is one of several in a row: 3月底 15, 6月底 45
_MONTH = re.compile(r"\d{1,2}月[底末初前]{0,2}")


@dataclass(slots=True, eq=False)
class Entry:
    """A value and its labels: ``label`` beside it, ``header`` above it, ``block`` at the left of its rows.

    ``value`` is the whole of its ``parts``, ``row`` counts the rows of the form, ``column`` is where the value stands,
    ``at`` where its label does, ``table`` the row of its header; ``is_behind_grid`` where a grid of indicators stands
    above it, ``above`` is the label of the first row of a header of two.
    """

    block: FormLabel | None
    label: FormLabel | None
    header: FormLabel | None
    parts: list[Printed]
    row: int
    column: int
    at: int
    table: int = -1
    is_behind_grid: bool = False
    above: FormLabel | None = None
    unit: str = "万元"
    value: Printed = field(init=False)

    def __post_init__(self) -> None:
        self.value = self.parts[0].followed_by(*self.parts[1:]) if self.parts[1:] else self.parts[0]

    def say(self, *parts: Printed) -> None:
        """Make these parts the value."""
        self.parts = [*parts]
        self.__post_init__()

    @property
    def named_by(self) -> FormLabel | None:
        """The label that says what a value is: that beside it, but what no vocabulary has above a text beside money."""
        label, header = self.label, self.header
        is_of_column = label is not None and header is not None and bool(label.kinds) and not header.kinds
        return header if is_of_column else label or header

    def goes_on_at(self, index: int) -> bool:
        """True where a text below goes on with the value: in its column, or broken off before its end.

        What stands where the label of the value does may be a label itself.
        """
        if amount_and_notes(self.value.text) is not None:
            return False
        is_cut = len(self.value.text) >= _SHORTEST_CUT and self.value.text[-1:] not in _ENDS
        return index == self.column or (is_cut and index != self.at)

    @property
    def path(self) -> str:
        """The labels as printed, from the block to the column."""
        labels = (self.block, self.label, self.header)
        return " › ".join(label.label.text.strip("：: ") for label in labels if label is not None)


@dataclass(slots=True)
class Layout:
    """What the geometry of a form gives: entries, every label in printed order, and texts without a label."""

    entries: list[Entry] = field(default_factory=list)
    labels: list[FormLabel] = field(default_factory=list)
    unlabelled: list[Printed] = field(default_factory=list)

    def used_labels(self) -> list[FormLabel]:
        """The labels that the vocabulary has, that some value has, or that print the unit of money.

        Any other text taken for one says nothing.
        """
        if all(label.kinds for label in self.labels):
            return self.labels
        used = {id(label) for entry in self.entries for label in (entry.block, entry.label, entry.header, entry.above)}
        return [one for one in self.labels if one.kinds or id(one) in used or printed_unit(one.label.text) is not None]


def leave_odd(layout: Layout) -> None:
    """Leave rows where a quantity, a sign, a unit or a sentence would label a value, or a sign or a level be one.

    They are of a grid or of goals whose header no vocabulary has.
    """
    named = [(own, label) for own in layout.entries if (label := own.label or own.header) is not None]
    named = [(own, label) for own, label in named if not (label.kinds or (own.label and own.header))]
    odd = {own.row for own, label in named if _is_odd(label.label.text.strip(), own.value.text)}
    if months := [own.row for own, label in named if _MONTH.fullmatch(label.label.text.strip())]:
        rows = Counter(own.row for own in layout.entries)
        odd |= {row for row in months if rows[row] == 1}
    if not odd:
        return
    unknown = {id(own) for own, _ in named}
    left = [own for own in layout.entries if own.row in odd and (id(own) in unknown or own.label is None)]
    layout.unlabelled += [part for own in left for part in own.parts]
    layout.entries = [own for own in layout.entries if own not in left]


def _is_odd(label: str, value: str) -> bool:
    is_sentence = len(label) >= _SHORTEST_CUT and label[-1] in _ENDS
    is_unit = len(label) < _SHORTEST_LABEL and read_score(value) is not None
    is_of_grid = is_operator(label) or is_operator(value) or is_level2(value) or _QUANTITY.fullmatch(label) is not None
    return is_sentence or is_unit or is_of_grid


def labels_of(entries: Sequence[Entry]) -> list[FormLabel]:
    """The labels beside values and above them, each once."""
    both = [*[entry.label for entry in entries], *[entry.header for entry in entries]]
    found = dict(zip(map(id, both), both, strict=True))
    return [label for label in found.values() if label is not None]
