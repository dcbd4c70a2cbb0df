"""Plain texts whose tables are drawn with bars: 项目名称 | 甲, │ 项目名称 │ 甲 │, | 项目名称 | 甲 |.

Bars and the lines between rows are the drawing of a table, as the rules of a page are. The text of a web page may give
each cell a line of its own with the bar behind it: `rows_of_lines` puts these into rows first.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.readers.text.bars_of_cells import rows_of_lines

_BARS = "|｜│┃║"
_BAR = re.compile(f"[{_BARS}]")
_OUTER_LEFT = re.compile(f"^\\s*[{_BARS}]")
_OUTER_RIGHT = re.compile(f"[{_BARS}]\\s*$")
# What draws a table: bars, and signs of which lines are drawn.
_DRAWN = re.compile(f"[{_BARS}\u2500-\u257f]|\\+[-=]")
_BORDER = re.compile(f"[-+=:{_BARS}\u2500-\u257f\\s]+")
# A cell of its own may hold a sign: = |.
_OF_BORDER = re.compile(r"[-=]{2}|[+\u2500-\u257f]|\|:?-+:?\|")
_FEWEST_ROWS = 3


def undrawn(text: str) -> str:
    """``text`` with a tab for each bar between two cells and blanks for the rest of the drawing; as long as before.

    A row whose cells stand a line each becomes one line, with a vertical tab for each break within it. Fewer than three
    rows below each other are no table: 首页 | 政务公开.
    """
    return "\n".join(_lines(rows_of_lines(text.split("\n")))) if _BAR.search(text) else text


def _lines(lines: Sequence[str]) -> Iterator[str]:
    for is_drawn, group in groupby(lines, lambda line: bool(_DRAWN.search(line))):
        block = list(group)
        rows = [line for line in block if not _is_border(line)]
        if is_drawn and len(rows) >= _FEWEST_ROWS and all(map(_BAR.search, rows)):
            outer = [edge for edge in (_OUTER_LEFT, _OUTER_RIGHT) if all(map(edge.search, rows))]
            yield from (_row(line, outer) for line in block)
        else:
            yield from block


def _is_border(line: str) -> bool:
    return _BORDER.fullmatch(line) is not None and _OF_BORDER.search(line) is not None


def _row(line: str, outer: Sequence[re.Pattern[str]]) -> str:
    if _is_border(line):
        return " " * len(line)
    for edge in outer:
        line = edge.sub(lambda found: " " * len(found[0]), line, count=1)
    return _BAR.sub("\t", line)
