"""The cells of a form that prints each in a line of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import level1_code, level2_code
from ingest.source.blocks import Line, Source, Span
from ingest.source.page_numbers import is_page_number
from ingest.vocabulary import words

LEVELS = ("level1", "level2")
_LEVEL, _VALUE = "指标", "值"
_LONGEST_BEGINNING = 4
_OF_FIRST = 10  # 14 is a second level of 1
_NOTE, _NOTES = "说明", ("注：", "注:", "备注：", "备注:", "说明：", "说明:")


class Uneven(Exception):
    """The cells of a form do not come out even: nobody knows whose they are."""


class Cell(NamedTuple):
    """A text and the lines it stands in; blank for a cell that is printed so."""

    text: str
    lines: Sequence[Line]


@dataclass(slots=True)
class Rows:
    """The rows that cells are put into."""

    found: list[Line] = field(default_factory=list)

    def add(self, *cells: Cell | None) -> None:
        """Put cells into a row, None for a place without one; nothing for a row without any."""
        filled = [cell for cell in cells if cell is not None and cell.text]
        if not filled:
            return
        first, last = filled[0].lines[0], filled[-1].lines[-1]
        at = first.span.start
        spans = []
        for cell in cells:
            start = at
            if cell is not None and cell.text:
                start, at = cell.lines[0].span.start, cell.lines[-1].span.end
            spans.append(Span(start, at))
        self.found.append(Line(first.number, first.page, Span(first.span.start, last.span.end), tuple(spans)))


def cells_of(source: Source, *, with_blanks: bool) -> list[Cell]:
    """The cells of a source; a blank line is one, or is none, and a label in two lines is one cell."""
    found: list[Cell] = []
    for line in source.lines:
        text = source.text[line.span.start : line.span.end].strip()
        if found and _goes_on(found[-1].text, text):
            found[-1] = Cell(found[-1].text + text, (*found[-1].lines, line))
        elif (text or with_blanks) and not is_page_number(text):
            found.append(Cell(text, (line,)))
    return found


def _goes_on(before: str, text: str) -> bool:
    """True for the rest of a label of a level or a column: 经济效益, 指标; 年度, 指标值."""
    if text == _LEVEL:
        return _LEVEL not in before and (level1_code(before) is not None or level2_code(before) is not None)
    is_beginning = 0 < len(before) <= _LONGEST_BEGINNING and find_label(before) is None and grid_column(before) is None
    return is_beginning and bool(text) and grid_column(before + text) is not None


def is_label(text: str) -> bool:
    """True for a label whose value stands elsewhere."""
    label = find_label(text)
    return label is not None and not label.has_value


def begins(text: str) -> bool:
    """True for a cell that is no value: a label, a title, a note behind the form, the foot of the page."""
    is_label = find_label(text) is not None or is_title(text)
    return (
        is_label or text == _NOTE or text.startswith(_NOTES) or text.startswith(words("form_labels", "page_furniture"))
    )


def level_of(text: str, first: int | None = None, *, is_second: bool = False) -> str | None:
    """level1 or level2 for a label of the framework that says 指标, or 值 (数量值); a name such as 群众满意度 is none.

    服务对象满意度指标 and 成本指标 may be of both levels: right behind a first level (``is_second``) they are of the
    second, and so is one of the second levels of ``first``, the code of the first level above.
    """
    if _LEVEL not in text and not text.endswith(_VALUE):
        return None
    code = level2_code(text)
    is_below = code is not None and (is_second or code // _OF_FIRST == first)
    if not is_below and level1_code(text) is not None:
        return "level1"
    return "level2" if code is not None else None
