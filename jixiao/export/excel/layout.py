"""How wide the columns of a sheet are, how high its rows, and on what paper it prints.

Heights are given: programs other than Excel cut a wrapped text where they are not. Widths are in Latin characters, of
which an ideograph takes two; heights in points.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from jixiao.marts import value_terms
from jixiao.warehouse import MartColumn

A3, A4 = 8, 9
"""Papers, by Excel's numbers."""

_BY_TYPE = {"VARCHAR": 20, "DECIMAL": 13}
_OTHER = 8
_CODE = 9
_BY_NAME = {
    **dict.fromkeys(("annual_goal", "cycle_goal", "achieved_goal", "evidence", "message", "particulars"), 32),
    **dict.fromkeys(("annual_unit", "cycle_unit", "city_name", "function_name"), 10),
    **dict.fromkeys(("level1_name", "level2_name"), 14),
    **dict.fromkeys(("file_name", "url"), 16),
    **dict.fromkeys(("page", "line"), 6),
    "context": 80,
}
_LINE = 18
_HIGHEST = 409
_WIDEST_OF_A4 = 170
"""Beyond this, what is fitted to the width of A4 is smaller than half its size."""


def width_of(column: MartColumn) -> int:
    """The width of a column, by what stands in it."""
    if any(name == column.name for name, _ in value_terms()):
        return _CODE
    return _BY_NAME.get(column.name, _BY_TYPE.get(column.type.partition("(")[0], _OTHER))


def paper_of(widths: Iterable[int]) -> int:
    """The paper on which columns fitted to one page can be read."""
    return A3 if sum(widths) > _WIDEST_OF_A4 else A4


def height_of(texts: Iterable[tuple[str, int]]) -> int:
    """The height of a row: that of the longest of its texts, each in its column's width; of Excel's highest at most."""
    return min(max((_LINE * lines_of(text, width) for text, width in texts), default=_LINE), _HIGHEST)


def lines_of(text: str, width: int) -> int:
    """The lines of a text in a width."""
    most = _HIGHEST // _LINE + 1
    shown: Sequence[str] = text[: width * most].splitlines()
    return sum(max(-(-cell_len(line) // (width - 1)), 1) for line in shown) or 1
