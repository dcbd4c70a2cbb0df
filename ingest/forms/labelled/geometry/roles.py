"""Which cells of a row are labels and which are values: the place in the grid decides, known words help.

A row of a form alternates labels and values, perhaps behind a label of a block. Every way to read it has a cost; the
cheapest is taken. A text in a column where labels stand is likely a label, a number never is, a known word mostly is.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.forms.labelled.geometry.costs import costs_of
from ingest.forms.labelled.geometry.heads import columns_under
from ingest.forms.labelled.geometry.ways import Costs, Roles, cheapest
from ingest.forms.labelled.labels import GOAL_KINDS, find_label, speaks
from ingest.forms.labelled.signs import RowSigns
from ingest.grammar.amounts import is_amount
from ingest.source.printed import PrintedCells

_AGAINST_COLUMN = 0.9
_REPEATED = 0.75
_HEADER = 1.0
_VALUES_ALONE = 0.8
_GOALS = 3.0
_OVER_AMOUNTS = 0.6
_MOST_LEFT = 2
_FEWEST_HEADED = 2
_MOST_ALIKE = 3


class Columns(NamedTuple):
    """The columns of a form in which known labels stand, and those in which other texts do."""

    labels: Collection[int]
    values: Collection[int]


def columns_of(rows: Sequence[RowSigns]) -> Columns:
    """The columns of a form's rows by what their texts show; rows of its grid tell nothing."""
    counts: dict[int, int] = {}
    for row in rows:
        if not row.is_of_grid:
            for index, told in row.texts.items():
                counts[index] = counts.get(index, 0) + (1 if told.is_label else -1)
    return Columns(
        frozenset(at for at, count in counts.items() if count > 0),
        frozenset(at for at, count in counts.items() if count < 0),
    )


@lru_cache(maxsize=1024)
def _in_column(costs: Costs, is_repeated: bool, is_of_values: bool, is_of_labels: bool) -> Costs:
    """The costs of a text with what the form says: most forms repeat it, values or labels stand in its column."""
    as_label, as_value = costs[:2]
    if is_repeated:
        as_label *= _REPEATED
    if is_of_values:
        as_label += _AGAINST_COLUMN
    if is_of_labels:
        as_value += _AGAINST_COLUMN
    return Costs(as_label, as_value, *costs[2:])


class RoleReader:
    """Reads the roles of cells in the rows of one form, by the numbers of these from 0.

    ``signs`` are what the texts of the rows show, ``repeated`` are texts that most forms of a document print.
    """

    def __init__(self, rows: Sequence[PrintedCells], signs: Sequence[RowSigns], repeated: Collection[str]) -> None:
        self._rows, self._columns, self._repeated = rows, columns_of(signs), repeated
        self._costs: list[tuple[Costs, ...] | None] = [None for _ in rows]
        self._alternating: list[Roles | None] = [None for _ in rows]
        self._below: dict[tuple[tuple[int, ...], int], Roles | None] = {}

    def costs(self, number: int) -> tuple[Costs, ...]:
        """What it costs to take the cells of a row for labels and for values, by their texts and their columns."""
        found = self._costs[number]
        if found is None:
            labels, values = self._columns
            costs = [(index, cell.text, costs_of(cell.text)) for index, cell in self._rows[number].items()]
            found = self._costs[number] = tuple(
                [
                    _in_column(own, text in self._repeated, index in values, index in labels)
                    if index in values or index in labels or text in self._repeated
                    else own
                    for index, text, own in costs
                ]
            )
        return found

    def alternating(self, number: int) -> Roles:
        """The cheapest way to read a row as labels and values one after the other."""
        found = self._alternating[number]
        if found is None:
            found = self._alternating[number] = cheapest(tuple(self._rows[number]), self.costs(number))
        return found

    def below(self, header: Sequence[int], number: int) -> Roles | None:
        """A row read as values below a header with labels of the row left of it; None where it does not fit."""
        asked = tuple(header), number
        if asked not in self._below:
            self._below[asked] = self._read_below(header, number)
        return self._below[asked]

    def _read_below(self, header: Sequence[int], number: int) -> Roles | None:
        cells, first = self._rows[number], header[0]
        left = [index for index in cells if index < first]
        under = [index for index in cells if index >= first]
        if not under or len(left) > _MOST_LEFT or columns_under(header, under) is None:
            return None
        if left and {cells[index].text for index in left} & {cells[index].text for index in under}:
            return None  # a label printed twice in a row stands before two values
        costs = list(zip(cells, self.costs(number), strict=True))
        cost = sum([own.label for index, own in costs if index < first])
        cost += sum([own.value for index, own in costs if index >= first])
        return Roles(cost, frozenset(left))

    def heads(self, number: int) -> tuple[int, ...]:
        """The columns of a row that is the header of those below it; none where all read better by themselves."""
        return self._heads(number, min(number + 1 + _MOST_ALIKE, len(self._rows)))

    def _heads(self, number: int, stop: int) -> tuple[int, ...]:
        """As `heads`, by the rows below it to before ``stop``."""
        cells = tuple(self._rows[number])
        if number + 1 >= stop or len(cells) < _FEWEST_HEADED:
            return ()
        loss = sum([own.label for own in self.costs(number)]) + _HEADER - self.alternating(number).cost
        if loss - self._most_spared(number + 1, stop) - _OVER_AMOUNTS >= 0:
            return ()
        row, following = self._rows[number], self._rows[number + 1]
        found: list[tuple[float, tuple[int, ...]]] = []
        # what stands above nothing is a block or the corner of a table
        first = min((at for at, cell in following.items() if is_amount(cell.text)), default=cells[0])
        inner = tuple(at for at in cells[_MOST_LEFT:] if at >= first)  # what stands before heads the labels of the rows
        for header in dict.fromkeys((cells, cells[1:], inner)):
            if len(header) < _FEWEST_HEADED or next(iter(following)) > header[0]:
                continue
            if any(is_amount(row[at].text) for at in header):
                continue  # a row of values among others
            if any(at in following and following[at].text == row[at].text for at in header):
                continue  # what comes again right below is no label of a column
            is_pair = len(cells) == _FEWEST_HEADED and _has_amount(following, header[1])
            if is_pair and not (_heads_amounts(row[header[1]].text) or _has_amount(following, header[0])):
                continue  # 项目实施地点, 全市范围 above a label and its amount
            if len([index for index in following if index >= header[0]]) > 1:
                gains = list(self._gains(header, number + 1, stop))
                if gains:
                    gains.append(self._over_amounts(header, number, len(gains)))
                    found.append((loss - sum(gains), header))
        best = min(found, default=(0.0, ()))
        is_header = best[0] < 0 and not self._heads(number + 1, stop)  # what heads rows itself is no row of values
        return best[1] if is_header else ()

    def _over_amounts(self, header: Sequence[int], number: int, count: int) -> float:
        """What speaks for a header besides: amounts in every one of several rows below a text that is none."""
        row, below = self._rows[number], self._rows[number + 1 : number + 1 + count]
        columns = [at for at in header if not is_amount(row[at].text)]
        return _OVER_AMOUNTS * (
            len(below) > 1 and any(all(_has_amount(other, at) for other in below) for at in columns)
        )

    def _most_spared(self, first: int, stop: int) -> float:
        """More is not spared by a header: what rows below it cost by themselves, as values at no cost."""
        spared, columns = 0.0, self._rows[first].keys()
        for number in range(first, stop):
            if self._rows[number].keys() != columns:
                break
            spared += self.alternating(number).cost
        return spared

    def _gains(self, header: tuple[int, ...], first: int, stop: int) -> Iterator[float]:
        """What it spares to read the row below as values under a header, and those like it behind it."""
        for number in range(first, stop):
            fitted = self.below(header, number) if self._rows[number].keys() == self._rows[first].keys() else None
            if fitted is None:
                return
            is_alone = not fitted.labels and self.costs(number)[0].value > 0
            if number == first and self._are_goals(header, number):
                yield _GOALS
                continue
            gain = self.alternating(number).cost - fitted.cost - (_VALUES_ALONE if is_alone else 0)
            if number > first and gain < 0:
                return
            yield gain

    def _are_goals(self, header: tuple[int, ...], number: int) -> bool:
        """True for texts right below the known labels of goals, none of them a label: they stand as those do."""
        row, above = self._rows[number], self._rows[number - 1]
        is_free = not any(find_label(cell.text) for cell in row.values())
        return is_free and tuple(row) == header and all(_is_goal(above[at].text) for at in header)


def _heads_amounts(text: str) -> bool:
    """True for the label of a column of amounts: a known one, or one that speaks of money."""
    return speaks(text, "money_word") or find_label(text) is not None


def _is_goal(text: str) -> bool:
    """True for the known label of a goal: goals stand side by side below theirs."""
    label = find_label(text)
    return label is not None and not label.has_value and bool(label.kinds & GOAL_KINDS)


def _has_amount(row: PrintedCells, at: int) -> bool:
    return at in row and is_amount(row[at].text)
