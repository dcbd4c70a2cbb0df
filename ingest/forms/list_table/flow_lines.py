"""Running text whose columns are gone: which of its lines are the name of a row, by width and indentation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from ingest.source.blocks import Line
from ingest.source.printed import fold

AMOUNT = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d(?!\d)"
# `    工作经费 4.00 4.00`, `270.38 270.38`, `    设备运行维护经费 12.77 12.77 该项目主要用于…`
_ROW = re.compile(rf"(?P<name>.*?)(?:(?<=\s)|(?<!.))(?P<amounts>{AMOUNT}(?:[ \t]+{AMOUNT}){{1,3}})(?=\s|$)(?P<rest>.*)")
_ENDS_TEXT = re.compile(r"[。；;！!？?]\s*$|指标值")
_USUAL_NAME_WIDTH = 22
_WIDEST_NAME = 44
_SLACK = 2
_MOST_NAME_LINES = 8
# A word or number is not parted at the end of a line: 2021-2022
_UNPARTED = re.compile(r"[A-Za-z0-9,.\-]+|.")


def match_row(text: str) -> re.Match[str] | None:
    """The line of text as a row with amounts; None for any other line."""
    return _ROW.fullmatch(text) if "." in text else None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text that is neither blank nor a repeated heading nor a page number."""

    line: Line
    raw: str
    row: re.Match[str] | None

    @property
    def is_indented(self) -> bool:
        """True for a line that begins with white space."""
        return self.raw[:1].isspace()

    @property
    def width(self) -> int:
        """Columns it takes."""
        return _columns(self.raw.rstrip())

    def is_full(self, following: "TextLine", width: int) -> bool:
        """True where the first piece of the following line that cannot be parted did not fit behind it."""
        piece = _UNPARTED.match(following.raw.strip())
        return self.width + _columns(piece[0] if piece else "") > width - _SLACK


def _columns(text: str) -> int:
    """Columns a text takes: 2 for a wide character, 1 for a narrow one."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def wrapped_width(lines: Sequence[str], label: str) -> int | None:
    """The width at which ``label`` is wrapped in ``lines``; None where it stands on one line or nowhere."""
    parts = [
        line.strip()
        for line in lines
        if fold(line) and fold(label).startswith(fold(line)) and fold(line) != fold(label)
    ]
    return max(map(_columns, parts), default=None)


def name_width(texts: Sequence[TextLine], with_amounts: Sequence[int], label_width: int | None) -> int:
    """The width at which names are wrapped: the widest line between an indented one and the amounts that follow.

    ``label_width`` is the width at which the label of their column is wrapped, where it is.
    """
    widths = [label_width] if label_width else []
    for index in with_amounts:
        block: list[int] = []
        for text in reversed(texts[max(index - _MOST_NAME_LINES, 0) : index]):
            if text.row or text.width > _WIDEST_NAME or _ENDS_TEXT.search(text.raw):
                break
            block.append(text.width)
            if text.is_indented:
                widths.extend(block)
                break
    return max(widths, default=_USUAL_NAME_WIDTH)


def name_start(texts: Sequence[TextLine], low: int, index: int, width: int) -> int:
    """The line where the name of the row at ``index`` begins, not before line ``low``.

    A project's name begins at the indented line. A unit's name is what is left of narrow lines, all but the last of
    them as wide as the column of names.
    """
    has_own_name = bool(texts[index].row and texts[index].raw[: amounts_start(texts[index])].strip())
    if has_own_name and texts[index].is_indented:
        return index
    widest = max(width, _USUAL_NAME_WIDTH)
    narrow = index
    while narrow > low and not texts[narrow].is_indented:
        before = texts[narrow - 1]
        is_behind_text = narrow - 1 > low and _ENDS_TEXT.search(texts[narrow - 2].raw)
        if before.width > (_WIDEST_NAME if is_behind_text else widest) or _ENDS_TEXT.search(before.raw):
            break
        narrow -= 1
    if texts[narrow].is_indented and narrow < index:
        return narrow
    start = index if has_own_name or narrow == index else index - 1
    while start > narrow and (
        texts[start - 1].is_full(texts[start], width) or _closes_more(texts[start : index + 1], texts[start - 1])
    ):
        start -= 1
    return start


def _closes_more(texts: Sequence[TextLine], before: TextLine) -> bool:
    """True where a name closes a bracket that the line before it opens: it was broken behind the bracket."""
    name = "".join(fold(text.raw[: amounts_start(text)] if text.row else text.raw) for text in texts)
    return name.count(")") > name.count("(") and fold(before.raw).count("(") > fold(before.raw).count(")")


def amounts_start(text: TextLine) -> int:
    """Where in the line the amounts begin; 0 for a line without."""
    return text.row.start("amounts") if text.row else 0
