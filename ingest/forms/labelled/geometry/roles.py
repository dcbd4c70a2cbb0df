"""Which cells of a row are labels and which are values: the place in the grid decides, known words help.

A row of a form alternates labels and values, perhaps behind a label of a block. Every way to read it has a cost; the
cheapest is taken. A text in a column where labels stand is likely a label, a number never is, a known word mostly is.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.geometry.heads import LONGEST_LABEL, SENTENCE, columns_under
from ingest.forms.labelled.labels import find_label, fold_label, holds_amount, printed_unit
from ingest.grammar.amounts import is_amount, read_amount
from ingest.grammar.labels import is_of_framework
from ingest.grammar.places import find_place
from ingest.source.printed import PrintedCells, fold
from ingest.vocabulary import words

# a part of a sentence may end as a label does: 体绩效目标，不能列出年度绩效目标
_PAUSE = re.compile("[，,]")
_DATE = re.compile(r"20\d\d\s*[-年./]")
_ANSWERS = frozenset(("attribute", "source_other", "source_fiscal", "source_fiscal_part"))

_AGAINST_COLUMN = 0.9
_VALUE_FIRST = 1.2
_VALUE_AFTER_VALUE = 2.2
_LABEL_AFTER_BLOCK = 0.2
_LABEL_AFTER_LABEL = 0.9
_LABEL_AFTER_UNKNOWN = 1.5
_LABEL_OVER_GAP = 0.4
_LABEL_LAST = 0.6
_UNKNOWN_LAST = 2.0
_REPEATED = 0.75
_HEADER = 1.0
_VALUES_ALONE = 0.8
_OVER_AMOUNTS = 0.6
_MOST_LEFT = 2
_FEWEST_HEADED = 2
_MOST_ALIKE = 3


class Costs(NamedTuple):
    """What it costs to take a cell for a label, and for a value."""

    label: float
    value: float


class Roles(NamedTuple):
    """A way to read a row: its cost, and the columns in which labels stand."""

    cost: float
    labels: frozenset[int]


@lru_cache(maxsize=16384)
def _costs(text: str) -> Costs:
    """What it costs to take a text for a label and for a value, by itself."""
    found = find_label(text)
    if found is not None and found.has_value:
        return Costs(0.0, 3.0)
    if found is not None:
        is_answer = found.kinds <= _ANSWERS
        return Costs(0.0, 1.2 if is_answer else 3.0)
    if holds_amount(text):
        return Costs(0.2, 3.0)
    folded = fold(text)
    if (read_amount(text) is None or is_amount(text) or _DATE.search(fold_label(text))) and folded:
        return Costs(6.0, 0.0)
    if len(folded) > LONGEST_LABEL or SENTENCE.search(folded):
        return Costs(4.0, 0.0)
    if folded.endswith(":") or printed_unit(text) is not None:
        return Costs(0.2, 3.0)
    if is_name_of_body(text) and find_place(text) is not None:
        return Costs(3.0, 0.1)
    if not _PAUSE.search(text) and fold_label(text).endswith(words("form_labels", "label_ending")):
        return Costs(0.7, 1.2)
    return Costs(1.2, 0.7)


class Columns(NamedTuple):
    """The columns of a form in which known labels stand, and those in which other texts do."""

    labels: Collection[int]
    values: Collection[int]


def columns_of(rows: Sequence[PrintedCells]) -> Columns:
    """The columns of a form's rows by what stands in them; rows of its grid tell nothing."""
    labels: dict[int, int] = {}
    others: dict[int, int] = {}
    for cells in rows:
        if any(is_of_framework(cell.text) for cell in cells.values()):
            continue
        for index, cell in cells.items():
            counted = labels if find_label(cell.text) is not None else others
            counted[index] = counted.get(index, 0) + 1
    return Columns(
        {at for at, count in labels.items() if count > others.get(at, 0)},
        {at for at, count in others.items() if count > labels.get(at, 0)},
    )


class RoleReader:
    """Reads the roles of cells in the rows of one form; ``repeated`` are texts that most forms of a document print."""

    def __init__(self, columns: Columns, repeated: Collection[str] = ()) -> None:
        self._columns, self._repeated = columns, repeated
        self._alternating: dict[tuple[tuple[int, str], ...], Roles] = {}

    def costs(self, index: int, text: str) -> Costs:
        """What it costs to take a cell for a label and for a value, by its text and its column."""
        as_label, as_value = _costs(text)
        if text in self._repeated:
            as_label *= _REPEATED
        if index in self._columns.values:
            as_label += _AGAINST_COLUMN
        if index in self._columns.labels:
            as_value += _AGAINST_COLUMN
        return Costs(as_label, as_value)

    def alternating(self, cells: PrintedCells) -> Roles:
        """The cheapest way to read a row as labels and values one after the other; each row is asked for many times."""
        row = tuple((index, cell.text) for index, cell in cells.items())
        found = self._alternating.get(row)
        if found is None:
            found = self._alternating[row] = self._cheapest(row)
        return found

    def _cheapest(self, row: Sequence[tuple[int, str]]) -> Roles:
        # the cheapest way that ends with a value, and with a label; each with its columns
        ways: Mapping[bool, tuple[float, tuple[int, ...]]] = {False: (0.0, ())}
        before, is_known = -1, False
        for place, (index, text) in enumerate(row):
            costs, known = self.costs(index, text), find_label(text)
            following: dict[bool, tuple[float, tuple[int, ...]]] = {}
            for is_label, own in ((True, costs.label), (False, costs.value)):
                found = [
                    (cost + own + _step(was_label, is_label, place, index - before, is_known), found_labels)
                    for was_label, (cost, found_labels) in ways.items()
                ]
                cost, found_labels = min(found)
                way = (cost, (*found_labels, index) if is_label else found_labels)
                is_open = is_label and not (known is not None and known.has_value) and not holds_amount(text)
                following[is_open] = min(following.get(is_open, way), way)
            ways, before, is_known = following, index, known is not None
        with_label, with_value = ways.get(True, (float("inf"), ())), ways.get(False, (float("inf"), ()))
        last = _LABEL_LAST if is_known or len(row) == 1 else _UNKNOWN_LAST
        cost, labels = min((with_label[0] + last, with_label[1]), with_value)
        return Roles(cost, frozenset(labels))

    def below(self, header: Sequence[int], cells: PrintedCells) -> Roles | None:
        """A row read as values below a header with labels of the row left of it; None where it does not fit."""
        left = [index for index in cells if index < header[0]]
        under = [index for index in cells if index >= header[0]]
        if not under or len(left) > _MOST_LEFT or columns_under(header, under) is None:
            return None
        if {cells[index].text for index in left} & {cells[index].text for index in under}:
            return None  # a label printed twice in a row stands before two values
        cost = sum(self.costs(index, cells[index].text).label for index in left)
        cost += sum(self.costs(index, cells[index].text).value for index in under)
        return Roles(cost, frozenset(left))

    def heads(self, cells: PrintedCells, below: Sequence[PrintedCells]) -> tuple[int, ...]:
        """The columns of a row that is the header of those below it; none where all read better by themselves."""
        if not below or len(cells) < _FEWEST_HEADED:
            return ()
        following = below[0]
        own = sum(self.costs(index, cell.text).label for index, cell in cells.items()) + _HEADER
        found: list[tuple[float, tuple[int, ...]]] = []
        # what stands above nothing is a block or the corner of a table
        for header in (tuple(cells), tuple(cells)[1:]):
            if next(iter(following)) > header[0] or len(header) < _FEWEST_HEADED:
                continue
            if any(at in following and following[at].text == cells[at].text for at in header):
                continue  # what comes again right below is no label of a column
            if len([index for index in following if index >= header[0]]) > 1:
                gains = list(self._gains(header, below))
                if gains:
                    gains.append(_over_amounts(header, cells, below[: len(gains)]))
                    found.append((own - self.alternating(cells).cost - sum(gains), header))
        best = min(found, default=(0.0, ()))
        is_header = best[0] < 0 and not self.heads(following, below[1:])  # what heads rows itself is no row of values
        return best[1] if is_header else ()

    def _gains(self, header: tuple[int, ...], below: Sequence[PrintedCells]) -> Iterator[float]:
        """What it spares to read the row below as values under a header, and those like it behind it."""
        for number, row in enumerate(below[:_MOST_ALIKE]):
            fitted = self.below(header, row) if row.keys() == below[0].keys() else None
            if fitted is None:
                return
            is_alone = not fitted.labels and self.costs(*_first(row)).value > 0
            gain = self.alternating(row).cost - fitted.cost - (_VALUES_ALONE if is_alone else 0)
            if number and gain < 0:
                return
            yield gain


def _over_amounts(header: Sequence[int], cells: PrintedCells, below: Sequence[PrintedCells]) -> float:
    """What speaks for a header besides: amounts in every one of several rows below a text that is none."""
    columns = [at for at in header if not is_amount(cells[at].text)]
    return _OVER_AMOUNTS * (len(below) > 1 and any(all(_has_amount(row, at) for row in below) for at in columns))


def _has_amount(row: PrintedCells, at: int) -> bool:
    return at in row and is_amount(row[at].text)


def _first(cells: PrintedCells) -> tuple[int, str]:
    index, cell = next(iter(cells.items()))
    return index, cell.text


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
