"""What a sheet shows beside its cells: text boxes, comments, the heads and feet of its printed pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.source.beside import facts, said_beside, with_beside
from ingest.source.blocks import Cell, Notice, Row

_WHERE = "a text box or a running head of a sheet"
BOX, COMMENT, CHART = "a text box", "a comment", "a chart"
"""What holds a text, in words."""

# A part of a head (left, middle, right), a font, a colour, a size, a field or a look.
_CODE = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|.)', re.DOTALL)
_PARTS = ("&L", "&C", "&R")

Place = tuple[int, int]
Cells = Mapping[int, Mapping[int, Cell]]


@dataclass(slots=True)
class Beside:
    """Texts of a sheet by the row and column they are anchored at, counted from 0; ``heads`` are lines of its pages.

    ``notes`` are texts that are never read as cells, each with what holds it.
    """

    boxes: list[tuple[Place, str]] = field(default_factory=list)
    notes: list[tuple[Place, str, str]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    def add_head(self, code: str) -> None:
        """Add a head or foot in the codes of Excel: `&L部门：某局&R单位：万元`."""
        for sign in _PARTS:
            code = code.replace(sign, "\n")
        self.heads += filter(None, map(str.strip, _CODE.sub(_plain, code).splitlines()))


def _plain(code: re.Match[str]) -> str:
    return "&" if code[0] == "&&" else ""


def with_boxes(
    beside: Beside, shown: dict[int, dict[int, Cell]], hidden: set[int], column: int
) -> tuple[list[str], list[str]]:
    """Put the lines of text boxes into the rows above and below the table that hold nothing else, in a ``column``.

    Gives those of the others that say what a form says above its table, and the rest.
    """
    rows = [row for row, cells in shown.items() if len(cells) > 1]
    first, last = min(rows, default=0), max(rows, default=-1)
    lines: list[str] = []
    rest: list[str] = []
    for (row, _), text in sorted(beside.boxes):
        at = row
        for line in filter(None, map(str.strip, text.splitlines())):
            if at not in shown and at not in hidden and not first <= at <= last:
                shown[at] = {column: Cell(line)}
                at += 1
            else:
                (lines if facts(line) else rest).append(line)
    return lines, rest


def notices(beside: Beside, shown: Cells, boxes: Sequence[str]) -> Iterator[tuple[Place, Notice]]:
    """What is said of notes, each at its row or the one before, and of ``boxes`` at the first one that is shown."""
    if not shown:
        return
    rows = sorted(shown)
    if boxes:
        yield (rows[0], min(shown[rows[0]])), said_beside(BOX, "；".join(boxes))
    for (row, column), what, text in sorted(beside.notes):
        if any(map(str.isalnum, text)):
            near = max((own for own in rows if own <= row), default=rows[0])
            yield (near, column if column in shown[near] else min(shown[near])), said_beside(what, text)


def with_lines(beside: Beside, lines: Sequence[str], rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Notice]]:
    """The rows of a sheet with those of its heads and ``lines`` that say what no row says, as `with_beside` does."""
    return with_beside(_WHERE, [*beside.heads, *lines], rows)
