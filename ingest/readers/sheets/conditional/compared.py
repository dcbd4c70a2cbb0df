"""Conditions that compare a cell with values, or that a formula says, of formats other than Open XML.

Their formulas name cells by their distance (`RC[-1]`, `R2C3`), as XML Spreadsheet 2003 writes them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.sheets.conditional.formulas import Values, value_of
from ingest.readers.sheets.conditional.values import NotKnown, Place, are_ordered, as_truth

_CELL = re.compile(r'"(?:[^"]|"")*"|(?<![\w.])R(\[-?\d{1,7}\]|\d{1,7})?C(\[-?\d{1,5}\]|\d{1,5})?(?![\w(.:!])')
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

SIGNS = ("between", "not between", "=", "<>", ">", "<", ">=", "<=")
"""How a cell is compared with values: in the order in which binary workbooks number it, from 1."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A condition: a formula that is true, or where ``sign`` is one of `SIGNS` a cell that stands so to values."""

    formulas: Sequence[str]
    values: Values
    sign: str = ""

    def __call__(self, place: Place) -> bool:
        """Whether it holds for a cell. Raises `NotKnown`."""
        given = [value_of(in_letters(one, place), self.values, place, place) for one in self.formulas]
        if len(given) < (2 if self.sign in SIGNS[:2] else 1):
            raise NotKnown
        if not self.sign:
            return as_truth(given[0])
        content = self.values(place)
        if self.sign not in SIGNS[:2]:
            return are_ordered(content, self.sign, given[0])
        low, high = given[:2] if are_ordered(given[0], "<=", given[1]) else given[1::-1]
        is_between = are_ordered(low, "<=", content) and are_ordered(content, "<=", high)
        return is_between == (self.sign == "between")


def in_letters(formula: str, place: Place) -> str:
    """A formula with the cells that it names from ``place`` on as those of letters and numbers (`$B$3`)."""

    def named(found: re.Match[str]) -> str:
        if found[0].startswith('"'):
            return found[0]
        row, column = (_counted(part, at) for part, at in zip(found.groups(), place, strict=True))
        return f"${letters(column)}${row + 1}"

    return _CELL.sub(named, formula)


def _counted(part: str | None, at: int) -> int:
    """A row or column, from 0. Raises `NotKnown` for one that no sheet has."""
    found = at if not part else at + int(part[1:-1]) if part.startswith("[") else int(part) - 1
    if found < 0:
        raise NotKnown
    return found


def letters(column: int) -> str:
    """The letters of a column."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = _LETTERS[rest] + found
    return found
