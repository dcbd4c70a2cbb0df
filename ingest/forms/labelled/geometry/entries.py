"""The entries of a form, as its geometry gives them: every value with the labels beside it, above it and left of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.forms.labelled.labels import FormLabel, printed_unit
from ingest.grammar.amounts import amount_and_notes
from ingest.source.printed import Printed

_SHORTEST_CUT = 12
_ENDS = "。；;！!？?"


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


def labels_of(entries: Sequence[Entry]) -> list[FormLabel]:
    """The labels beside values and above them, each once."""
    both = (*[entry.label for entry in entries], *[entry.header for entry in entries])
    return [*{id(label): label for label in both if label is not None}.values()]
