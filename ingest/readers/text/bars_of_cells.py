"""Tables of which each cell stands in a line of its own, a bar behind it: 项目名称 |, 购置设备 |, ||||.

A row that holds fewer cells than the table has columns ends with a line of the bars that remain. So every row has the
same number of bars, which tells where one begins that holds all its cells.

Where a line holds a whole row, a bar before it and the bars that remain behind it, only the cells of several lines
stand apart: |, 项目资金, （万元） |, | 年初预算数 | 全年预算数 | |||. There these end a row, however many they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

_BAR, _BREAK = "|", "\v"
_ENDS_ROW = re.compile(r"\s*\|{2,}\s*")
_FEWEST_ENDS = 2
_MARKDOWN = re.compile(r"[|: ]*-[|:\- ]*")
# the bar behind a cell of several lines, that before the next one in a line of its own
_TWICE = re.compile(r"\|\v\|")
_FEWEST_WHOLE = 4


def rows_of_lines(lines: Sequence[str]) -> Sequence[str]:
    """The lines, those of such a row joined by a vertical tab each; all as they are where no table is so printed."""
    if sum(map(_is_whole, lines)) >= _FEWEST_WHOLE and not any(map(_MARKDOWN.fullmatch, lines)):
        return [*_between_bars(lines)]
    ends = [at for at, line in enumerate(lines) if _ENDS_ROW.fullmatch(line)]
    return [*_joined(lines, ends)] if len(ends) >= _FEWEST_ENDS else lines


def _is_whole(line: str) -> bool:
    """True for a row in one line, the bars that remain behind it: | 项目名称 | 甲 | |||."""
    return line.startswith(_BAR) and line.rstrip().endswith(_BAR * 2) and line.strip(f"{_BAR} ") != ""


def _between_bars(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those from one that begins with a bar to one that ends with several joined by breaks.

    Bars between cells become tabs, so the one behind the last cell: a row of one cell is a row, too. The others become
    blanks, so the bar that begins a cell behind one of several lines, which ends with a bar.
    """
    row: list[str] = []
    for line in lines:
        if not row and not line.startswith(_BAR):
            yield line
            continue
        row.append(line)
        if line.rstrip().endswith("||"):
            yield _row_between(_BREAK.join(row))
            row = []
    yield from row


def _row_between(row: str) -> str:
    """A row of cells with tabs between them and behind the last, as long as before."""
    inner = " " + row.removeprefix(_BAR).rstrip(f"{_BAR} {_BREAK}")
    behind = row[len(inner) :].replace(_BAR, "\t", 1).replace(_BAR, " ")
    return _TWICE.sub(f"\t{_BREAK} ", inner).replace(_BAR, "\t") + behind


def _joined(lines: Sequence[str], ends: Sequence[int]) -> Iterator[str]:
    start = 0
    for stop in _stops(lines, ends):
        own = [at for at in ends if start <= at < stop]
        yield from _rows(lines[start:stop], [at - start for at in own])
        start = stop


def _stops(lines: Sequence[str], ends: Sequence[int]) -> Iterator[int]:
    """Where a table ends: behind the end of a row, where a line without a bar follows; at last all lines."""
    for at in ends:
        if at + 1 < len(lines) and _BAR not in lines[at + 1]:
            yield at + 1
    yield len(lines)


def _rows(lines: Sequence[str], ends: Sequence[int]) -> Iterator[str]:
    """The rows of a table, and what stands before and behind them as it is."""
    bars = [0, *accumulate(line.count(_BAR) for line in lines)]
    counts = Counter(bars[second + 1] - bars[first + 1] for first, second in pairwise(ends))
    if not counts:
        yield from lines
        return
    starts = _starts(bars, ends[0] + 1, counts.most_common(1)[0][0])
    yield from lines[: starts[0]]
    for start, stop in pairwise(starts):
        yield _BREAK.join(lines[start:stop])
    yield from lines[starts[-1] :]


def _starts(bars: Sequence[int], end: int, wide: int) -> list[int]:
    """The lines at which rows of ``wide`` bars begin, and the one behind the last, as far as there are whole rows.

    ``end`` is behind the first line that ends a row. A line without a bar is of the cell that goes on below it, but
    above the first row.
    """
    first_at = {count: at for at, count in reversed([*enumerate(bars)])}
    first = last = bars[end]
    while first - wide in first_at:
        first -= wide
    while last + wide in first_at:
        last += wide
    rows = [first_at[count] for count in range(first + wide, last + 1, wide)]
    return [max(at for at, count in enumerate(bars) if count == first), *rows]
