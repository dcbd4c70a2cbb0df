"""What the text of a cell shows by itself, asked of every cell of a document, and by several readers."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.forms.labelled.geometry.arranged.paired_columns import names_both
from ingest.forms.labelled.labels import find_label, fold_label, grid_column
from ingest.forms.labelled.meaning.tasks import heads_names
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import fold
from ingest.vocabulary import words

_LEVELS = ("level1", "level2")
_NUMBERED = re.compile(r"指标\d{0,2}[:：、.．]?")
_ALL_LEVELS = (*_LEVELS, "level3")


def says_none(text: str) -> bool:
    """True for a cell that says that there is nothing: 无, 不涉及, 指标1：无."""
    return _NUMBERED.sub("", fold(text), count=1).rstrip("。.") in words("form_labels", "nothing_word")


class Signs(NamedTuple):
    """Whether a text is a label of the framework, whether one of a form, and the column of a grid that it names.

    ``is_pair`` where it names two such columns in one, ``is_sum`` for the label of a sum of scores (总分, 小计),
    ``heads_tasks`` for that of a column of tasks' names.
    """

    is_of_framework: bool
    is_label: bool
    column: str | None
    is_pair: bool = False
    is_sum: bool = False
    heads_tasks: bool = False

    @property
    def names_level(self) -> bool:
        """True for the label of a column of levels."""
        return self.column in _LEVELS


_NOTHING = Signs(is_of_framework=False, is_label=False, column=None)
_LABEL = Signs(is_of_framework=False, is_label=True, column=None)
"""What most texts show: of both a row shows no more than where its labels stand."""


class RowSigns(NamedTuple):
    """What a row shows: its texts by column, and all of them.

    ``is_of_grid`` where one is a label of the framework: it is a row of a grid; ``names_columns`` where one names a
    column of a grid, ``names_pairs`` where one names two in one; ``levels`` is how many name columns of levels, that of
    the indicators among them; ``has_sum`` where one is the label of a sum of scores, ``heads_tasks`` where one is that
    of a column of tasks' names.
    """

    texts: Mapping[int, Signs]
    is_of_grid: bool = False
    names_columns: bool = False
    levels: int = 0
    names_pairs: bool = False
    has_sum: bool = False
    heads_tasks: bool = False


def signs_of_row(texts: Mapping[int, str]) -> RowSigns:
    """What the texts of a row show, by column."""
    signs = {at: signs_of(text) for at, text in texts.items()}
    told = [own for own in signs.values() if own is not _NOTHING and own is not _LABEL]
    if not told:
        return RowSigns(signs)
    are_of_grid, _, columns, *others = zip(*told, strict=True)
    levels = sum(map(_ALL_LEVELS.__contains__, columns))
    return RowSigns(signs, any(are_of_grid), any(columns), levels, *map(any, others))


@cache
def ends_of(kind: str) -> frozenset[str]:
    """The last characters of the labels of a kind: a text without any of them prints none."""
    return frozenset(fold_label(word)[-1] for word in words("form_labels", kind))


@lru_cache(maxsize=16384)
def signs_of(text: str) -> Signs:
    """What a text shows; every label has a letter."""
    if not any(map(str.isalpha, text)):
        return _NOTHING
    label, is_framework, column = find_label(text), is_of_framework(text), grid_column(text)
    is_sum = label is not None and "total_score" in label.kinds
    if not is_sum and not ends_of("row_subtotal").isdisjoint(text):
        is_sum = fold_label(text).endswith(words("form_labels", "row_subtotal"))
    heads_tasks = not ends_of("task_name_word").isdisjoint(text) and heads_names(text)
    is_pair = names_both(text)
    if is_framework or column is not None or is_pair or is_sum or heads_tasks:
        return Signs(is_framework, label is not None, column, is_pair, is_sum, heads_tasks)
    return _NOTHING if label is None else _LABEL
