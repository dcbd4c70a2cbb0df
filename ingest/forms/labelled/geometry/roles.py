"""Which cells of a row are labels and which are values: the place in the grid decides, known words help.

A row of a form alternates labels and values, perhaps behind a label of a block. Every way to read it has a cost; the
cheapest is taken. A text in a column where labels stand is likely a label, a number never is, a known word mostly is.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ingest.forms.labelled.geometry.costs import costs_of, ends_with_source, is_body
from ingest.forms.labelled.geometry.goals_below import heads_goals, is_goal
from ingest.forms.labelled.geometry.heads import columns_under
from ingest.forms.labelled.geometry.ways import Costs, Roles, cheapest
from ingest.forms.labelled.labels import find_label, fold_label, speaks
from ingest.forms.labelled.signs import RowSigns
from ingest.grammar.amounts import is_amount
from ingest.vocabulary import words

Texts = Mapping[int, str]

_AGAINST_COLUMN = 0.9
_REPEATED = 0.75
_HEADER = 1.0
_VALUES_ALONE = 0.8
_GOALS = 3.0
_OVER_AMOUNTS = 0.6
_SOURCE_SAID = 2.0
_MOST_LEFT = 2
_ROUNDED = 1e-9
_FEWEST_HEADED = 2
_MOST_ALIKE = 3
_LEVELS_OF_A_GRID = 2
"""Labels of so many levels are those of a grid: no row of it tells how one above is read."""


def standing(rows: Sequence[RowSigns]) -> dict[int, int]:
    """The columns of a form in which known labels stand (above 0), and those in which other texts do (below 0).

    Rows of its grid tell nothing.
    """
    more: dict[int, int] = {}
    for row in rows:
        for at, own in () if row.is_of_grid else row.texts.items():
            more[at] = more.get(at, 0) + (1 if own.is_label else -1)
    return {at: (labels > 0) - (labels < 0) for at, labels in more.items()}


@lru_cache(maxsize=16384)
def _costs(text: str, is_repeated: bool, stands: int) -> Costs:
    """The costs of a text with what the form says: most forms repeat it, values or labels stand in its column."""
    if not is_repeated and not stands:
        return costs_of(text)
    as_label, as_value, *others = costs_of(text)
    if is_repeated:
        as_label *= _REPEATED
    if stands < 0:
        as_label += _AGAINST_COLUMN
    if stands > 0:
        as_value += _AGAINST_COLUMN
    return Costs(as_label, as_value, *others)


class _Row(NamedTuple):
    """A row by itself: its columns, what its cells cost, and the cheapest way to read it."""

    columns: tuple[int, ...]
    costs: tuple[Costs, ...]
    alternating: Roles


class Below(NamedTuple):
    """A row read as values below a header: what it costs, the labels left of it, each value with its column."""

    cost: float
    labels: Sequence[int]
    values: Sequence[tuple[int, int]]


class RoleReader:
    """Reads the roles of cells in the rows of one form, by the numbers of these from 0.

    ``signs`` are what the texts of the ``rows`` show, ``repeated`` are texts that most forms of a document print.
    """

    def __init__(self, rows: Sequence[Texts], signs: Sequence[RowSigns], repeated: Collection[str]) -> None:
        self._rows, self._signs, self._repeated = rows, signs, repeated
        self._standing = dict.fromkeys(chain.from_iterable(rows), 0) | standing(signs)
        self._read: list[_Row | None] = [None for _ in rows]
        self._below: dict[tuple[tuple[int, ...], int], Below | None] = {}

    def _row(self, number: int) -> _Row:
        """What a row costs by its texts and their columns."""
        found = self._read[number]
        if found is None:
            row, stands, repeated = self._rows[number], self._standing, self._repeated
            columns = tuple(row)
            costs = tuple([_costs(text, text in repeated, stands[index]) for index, text in row.items()])
            if ends_with_source(tuple(row.values())):
                costs = (*costs[:-1], costs[-1]._replace(label=costs[-1].label + _SOURCE_SAID))
            found = self._read[number] = _Row(columns, costs, cheapest(columns, costs))
        return found

    def alternating(self, number: int) -> Roles:
        """The cheapest way to read a row as labels and values one after the other."""
        return self._row(number).alternating

    def below(self, header: Sequence[int], number: int) -> Below | None:
        """A row read as values below a header with labels of the row left of it; None where it does not fit."""
        asked = tuple(header), number
        if asked not in self._below:
            self._below[asked] = self._read_below(header, number)
        return self._below[asked]

    def _read_below(self, header: Sequence[int], number: int) -> Below | None:
        cells, costs, _ = self._row(number)
        count = bisect_left(cells, header[0])
        left, under = cells[:count], cells[count:]
        columns = columns_under(header, under) if under and count <= _MOST_LEFT else None
        if columns is None:
            return None
        texts = [*self._rows[number].values()]
        if not set(texts[:count]).isdisjoint(texts[count:]):
            return None  # a label printed twice in a row stands before two values
        cost = sum([own.label for own in costs[:count]]) + sum([own.value for own in costs[count:]])
        return Below(cost, left, [*zip(under, columns, strict=True)])

    def are_values(self, number: int, below: Below) -> bool:
        """True where a row reads no worse as values below a header, and heads no rows itself."""
        return below.cost <= self.alternating(number).cost and not self.heads(number)

    def heads(self, number: int) -> tuple[int, ...]:
        """The columns of a row that is the header of those below it; none where all read better by themselves."""
        if goals := heads_goals(self._rows[number], self._rows[number + 1] if number + 1 < len(self._rows) else {}):
            return goals
        for place, own in enumerate(self._signs[number + 1 : number + 1 + _MOST_ALIKE], start=number + 1):
            if own.levels >= _LEVELS_OF_A_GRID:
                return self._heads(number, place)
        return self._heads(number, min(number + 1 + _MOST_ALIKE, len(self._rows)))

    def _heads(self, number: int, stop: int) -> tuple[int, ...]:
        """As `heads`, by the rows below it to before ``stop``."""
        row = self._rows[number]
        if number + 1 >= stop or len(row) < _FEWEST_HEADED:
            return ()
        following, last = self._rows[number + 1], [*row][-1]
        if is_amount(row[last]) or following.get(last) == row[last]:
            return ()  # every header heads the last column
        cells, _, alternating = self._row(number)
        loss = alternating.as_labels + _HEADER - alternating.cost
        spared, spared_of_goals = self._most_spared(number + 1, stop)
        if loss - spared_of_goals - _OVER_AMOUNTS >= _ROUNDED:
            return ()
        begin = next(iter(following))
        task = begin if _name_of_tasks(row) == begin else None
        if loss - spared - _OVER_AMOUNTS >= _ROUNDED and task is None and not is_goal(row[last]):
            return ()
        found: list[tuple[float, tuple[int, ...]]] = []
        amounts = [at for at, text in following.items() if is_amount(text)]
        # a value among others, or what comes again right below: no label of a column
        odd = [at for at, text in row.items() if is_amount(text) or following.get(at) == text or is_body(text)]
        # what stands above nothing is a block or the corner of a table; what stands before heads the labels of the rows
        first = min(amounts, default=cells[0])
        inner = tuple([at for at in cells[_MOST_LEFT:] if at >= first])
        for header in dict.fromkeys((cells, cells[1:], inner)):
            if len(header) < _FEWEST_HEADED or begin > header[0] or not set(odd).isdisjoint(header):
                continue
            if task is not None and header[0] != task:
                continue  # the names of tasks are values, no labels of rows
            is_pair = len(cells) == _FEWEST_HEADED and header[1] in amounts
            if is_pair and not (_heads_amounts(row[header[1]]) or header[0] in amounts):
                continue  # 项目实施地点, 全市范围 above a label and its amount
            if len([index for index in following if index >= header[0]]) > 1:
                gains = list(self._gains(header, number + 1, stop))
                if gains:
                    gains.append(self._over_amounts(header, number, len(gains)))
                    found.append((loss - sum(gains), header))
        best = min(found, default=(0.0, ()))
        # what heads rows itself is no row of values
        is_header = best[0] < 0 and (task is not None or not self._heads(number + 1, stop))
        return best[1] if is_header else ()

    def _over_amounts(self, header: Sequence[int], number: int, count: int) -> float:
        """What speaks for a header besides: amounts in every one of several rows below a text that is none."""
        below = self._rows[number + 1 : number + 1 + count]
        return _OVER_AMOUNTS * (
            len(below) > 1 and any(all(at in other and is_amount(other[at]) for other in below) for at in header)
        )

    def _most_spared(self, first: int, stop: int) -> tuple[float, float]:
        """More is not spared by a header: what rows below it cost by themselves beyond their cells, goals at all.

        That is no less.
        """
        spared, spared_of_goals, columns = 0.0, 0.0, self._rows[first].keys()
        for number in range(first, stop):
            if number > first and self._rows[number].keys() != columns:
                break
            alternating = (self._read[number] or self._row(number)).alternating
            spared += alternating.order
            spared_of_goals += alternating.cost
        return spared, spared_of_goals

    def _gains(self, header: tuple[int, ...], first: int, stop: int) -> Iterator[float]:
        """What it spares to read the row below as values under a header, and those like it behind it."""
        for number in range(first, stop):
            fitted = self.below(header, number) if self._rows[number].keys() == self._rows[first].keys() else None
            if fitted is None:
                return
            own = self._row(number)
            is_alone = not fitted.labels and own.costs[0].value > 0
            if number == first and self._are_goals(header, number):
                yield _GOALS
                continue
            gain = own.alternating.cost - fitted.cost - (_VALUES_ALONE if is_alone else 0)
            if number > first and gain < 0:
                return
            yield gain

    def _are_goals(self, header: tuple[int, ...], number: int) -> bool:
        """True for texts right below the known labels of goals, none of them a label: they stand as those do.

        So for a task below 任务名称, 主要内容, 完成情况.
        """
        row, above = self._rows[number], self._rows[number - 1]
        if tuple(row) == header and _name_of_tasks(above) == header[0]:
            return True
        are_below = tuple(row) == header and all(is_goal(above[at]) for at in header)
        return are_below and not any(map(find_label, row.values()))


def _heads_amounts(text: str) -> bool:
    """True for the label of a column of amounts: a known one, or one that speaks of money."""
    return speaks(text, "money_word") or find_label(text) is not None


def _name_of_tasks(texts: Texts) -> int | None:
    """The column of the names of tasks in the header of their list, whose labels are all known: 任务名称, 主要内容."""
    names = words("form_labels", "task_name_word")
    tasks = [at for at, text in texts.items() if speaks(text, "task_only_word") and fold_label(text).endswith(names)]
    is_header = bool(tasks) and all(find_label(text) is not None for at, text in texts.items() if at > tasks[0])
    return tasks[0] if is_header else None
