"""The headers of tables that name projects, and what their columns tell: asked by every reader of lists of projects."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ingest.forms.indicator_rows.headers.columns import (
    GOALS,
    HeadColumn,
    head_column,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.header import naming
from ingest.forms.labelled.labels import grid_column, speaks
from ingest.forms.reading import Part
from ingest.source.blocks import Line
from ingest.source.column_labels import deepest, spanning
from ingest.source.page_numbers import page_numbers

RowTexts = Mapping[int, str]

OF_INDICATORS = ("level1", "level2", "level3", "annual", "cycle", "value", "actual", "weight")
_DEEPEST = 2
_AMOUNTS = frozenset(("allocated", "budget", "adjusted", "executed"))
_ALLOCATED = ("annual_total", "budget")


class Head(NamedTuple):
    """A header: its ``lines``, the column of names, the others, and the ``columns`` that tell something of a project.

    ``place`` is that of its first line among those of `Heads`.
    """

    place: int
    lines: Sequence[Line]
    name: int
    heads: Mapping[int, HeadColumn]
    columns: Mapping[str, int]
    is_evaluated: bool

    @property
    def goals(self) -> list[int]:
        """The columns of goals."""
        return [at for at, head in self.heads.items() if head.role in GOALS]

    def told(self, by_words: bool) -> Mapping[str, int]:
        """The columns by their meaning, a goal among them; nothing where they tell nothing to compare.

        ``by_words`` a column may be of money that only speaks of it.
        """
        columns = dict(self.columns)
        if by_words and not columns.keys() & _AMOUNTS:
            columns |= _money_by_words(self.heads)
        goals = self.goals if columns else []
        return columns | ({"goal": goals[0]} if len(goals) == 1 else {})


class Heads(NamedTuple):
    """The filled lines of a part of a file, its page numbers left out, and the headers among them."""

    lines: Sequence[Line]
    found: Sequence[Head]


def heads_of(part: Part) -> Heads:
    """The headers of a part whose first row has one column of projects' names, and none of indicators."""
    source, texts, named = part.source, part.texts, part.ask(naming)
    if not named:
        return Heads((), ())
    numbers = page_numbers(source)
    lines = [line for line in source.lines if texts[line.number] and line.number not in numbers]
    found: list[Head] = []
    for place, line in enumerate(lines):
        if line.number in named and sum(map(names_projects, texts[line.number].values())) == 1:
            rows = [texts[other.number] for other in lines[place : place + _DEEPEST] if other.is_row]
            depth = 1 + (len(rows) > 1 and _is_below(rows[0], rows[1]))
            head = _head(place, lines[place : place + depth], rows[:depth])
            found += [head] if head is not None else []
    return Heads(lines, found)


def _is_below(first: RowTexts, second: RowTexts) -> bool:
    """True for a second row of a header: labels below others that span them."""
    return not any(names_projects(text) or is_value(text) for text in second.values()) and min(second) > min(first)


def _head(place: int, lines: Sequence[Line], header: Sequence[RowTexts]) -> Head | None:
    """What a header tells; None where it is none of a list."""
    own = deepest(header)
    name = next((at for at, text in own.items() if names_projects(text)), None)  # a label below may hide it
    if name is None or names_units_and_projects(own[name]) or any(map(is_value, own.values())):
        return None
    others = {at: text for at, text in own.items() if at != name}
    if any(grid_column(text) in OF_INDICATORS for text in others.values()):
        return None
    above = spanning(header)
    heads = {at: head_column(text, above[at]) for at, text in others.items()}
    is_evaluated = any(
        head.role in ("score", "grade") or head.kind in ("executed", "execution_score") for head in heads.values()
    )
    meanings: dict[str, list[int]] = {}
    for at, head in heads.items():
        meaning = _meaning(head, is_evaluated)
        if meaning is not None:
            meanings.setdefault(meaning, []).append(at)
    columns = {meaning: places[0] for meaning, places in meanings.items() if len(places) == 1}
    return Head(place, lines, name, heads, columns, is_evaluated)


def _meaning(head: HeadColumn, is_evaluated: bool) -> str | None:
    """What a column tells, as the columns of the landed rows are called."""
    if head.kind == "execution_score":  # 自评得分 of a project, unless it is that of its rate
        return None if speaks(head.label, "execution_rate_word") else "score"
    if head.role in ("score", "grade"):
        return head.role
    if head.kind in _ALLOCATED and not is_evaluated:
        return "allocated"
    return head.kind if head.kind in ("budget", "adjusted", "executed", "execution_rate") else None


def _money_by_words(heads: Mapping[int, HeadColumn]) -> dict[str, int]:
    """The only column that speaks of money (补助资金, 本次下达资金); none where several do."""
    found = [at for at, head in heads.items() if head.unit is not None or speaks(head.label, "money_word")]
    return {"allocated": found[0]} if len(found) == 1 else {}
