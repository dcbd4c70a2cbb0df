"""What the text of a cell shows by itself, asked of every cell of a document, and by several readers."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import is_of_framework

_LEVELS = ("level1", "level2")
_ALL_LEVELS = (*_LEVELS, "level3")


class Signs(NamedTuple):
    """Whether a text is a label of the framework, whether one of a form, and the column of a grid that it names."""

    is_of_framework: bool
    is_label: bool
    column: str | None

    @property
    def names_level(self) -> bool:
        """True for the label of a column of levels."""
        return self.column in _LEVELS


RowSigns = Mapping[int, Signs]
"""What the texts of a row show, by column."""


def is_of_grid(row: RowSigns) -> bool:
    """True for a row that prints a label of the framework: a row of a grid."""
    return True in [told.is_of_framework for told in row.values()]


def count_levels(row: RowSigns) -> int:
    """How many columns of levels a row names, that of the indicators among them."""
    return [told.column in _ALL_LEVELS for told in row.values()].count(True)


@lru_cache(maxsize=16384)
def signs_of(text: str) -> Signs:
    """What a text shows."""
    return Signs(is_of_framework(text), find_label(text) is not None, grid_column(text))
