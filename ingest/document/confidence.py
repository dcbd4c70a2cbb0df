"""How sure the characters of a document are: boxes of its text, and recognised numbers to be looked at again."""

import re
from bisect import bisect_right
from decimal import Decimal
from itertools import pairwise

from ingest.errors import DocumentRejected
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import is_amount, read_amount
from ingest.rows import DepartmentIndicatorRow, IndicatorRow, IssueRow, PerformanceRow, TextBoxRow
from ingest.source.blocks import Mark, Source, Span
from ingest.vocabulary import vocabulary

_ERROR = re.compile(r"#(?<![^\t\n]#)(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)(?=\t|$)", re.MULTILINE)


_TOLD = "columns_assumed"
"""The notice of a table whose rows and columns are told by the places of its texts."""
_VALUES = ("annual_target", "cycle_target", "target", "actual", "weight", "score", "note", "reason")


def text_boxes(source: Source) -> tuple[TextBoxRow, ...]:
    """The boxes of a document's characters, rounded to 0.01 points; none for a medium without pages."""
    return tuple(map(_text_box, source.marks))


def _text_box(mark: Mark) -> TextBoxRow:
    x0, y0, x1, y1 = (Decimal(f"{side:.2f}") for side in mark.box[:4])
    return TextBoxRow(mark.page, x0, y0, x1, y1, Decimal(f"{mark.box.confidence:.4f}"), *mark.span)


def doubts(source: Source, found: FormReading) -> list[IssueRow]:
    """The issues of a document's characters: numbers not surely recognised, what its reader noticed, errors printed."""
    return [*_doubtful_numbers(source, found), *_noticed(source, found), *_formula_errors(source, found)]


def refuse_lines_as_rows(source: Source, found: FormReading) -> None:
    """Raise DocumentRejected where a table without rules gives indicators of a name alone, below another one.

    They are the second lines of its cells: names and values of its rows cannot be trusted then.
    """
    told = min((one.span.start for one in source.notices if one.code == _TOLD and one.span), default=None)
    if told is None:
        return
    rows: list[IndicatorRow | PerformanceRow | DepartmentIndicatorRow] = [*found.indicators, *found.performance]
    for above, row in pairwise([*rows, *found.department_indicators]):
        follows = row.char_start >= told and (row.page, row.line - 1) == (above.page, above.line)
        if follows and row.indicator_name and not any(getattr(row, name, None) is not None for name in _VALUES):
            raise DocumentRejected(
                "not_understood",
                "the lines of the cells of a table without rules cannot be told from its rows",
                row.page,
                row.line,
                expected="a table whose rules part its rows",
                found=row.indicator_name[:60],
            )


def _doubtful_numbers(source: Source, found: FormReading) -> list[IssueRow]:
    """An issue for every line of text that is a number, or was to be one, and was not recognised surely."""
    limits = {row["name"]: float(row["value"]) for row in vocabulary("expectation_thresholds")}
    floor = limits["confidence_of_a_number"]
    doubtful = [mark for mark in source.marks if mark.box.confidence < floor]
    return [_issue(source, found, mark) for mark in doubtful if _is_number(source.text[slice(*mark.span)])]


def _noticed(source: Source, found: FormReading) -> list[IssueRow]:
    """An issue for everything that the reader of the file said of a place of it, or of the whole."""
    return [
        IssueRow(
            notice.code,
            _project(found, notice.span) if notice.span else None,
            None,
            notice.printed,
            notice.message,
            **source.place(notice.span or Span(0, 0)),
        )
        for notice in source.notices
    ]


def _formula_errors(source: Source, found: FormReading) -> list[IssueRow]:
    """An issue for every cell that shows the error of a formula (#NAME?, #REF!) in the place of what it was to say."""
    message = "the cell shows the error of a formula, not what the formula was to say"
    errors = (Span(*error.span()) for error in _ERROR.finditer(source.text))
    return [
        IssueRow("formula_error", _project(found, at), None, source.text[slice(*at)], message, **source.place(at))
        for at in errors
    ]


def _is_number(text: str) -> bool:
    """True for a number, also a damaged one: more digits and points than anything else."""
    signs = sum(sign.isdigit() or sign in ".,，。" for sign in text)
    return read_amount(text) is not None and (is_amount(text) or 2 * signs > len(text))


def _issue(source: Source, found: FormReading, mark: Mark) -> IssueRow:
    text = source.text[slice(*mark.span)]
    message = f"recognised with confidence {mark.box.confidence:.2f}"
    return IssueRow("low_confidence", _project(found, mark.span), None, text, message, **source.place(mark.span))


def _project(found: FormReading, span: Span) -> int | None:
    """The project the characters belong to; None in the row of a unit or of the document."""
    start, end = span
    if any(t.project_seq is None and t.char_start < end and start < t.char_end for t in found.totals):
        return None
    index = bisect_right(found.projects, start, key=lambda project: project.char_start) - 1
    return found.projects[index].project_seq if index >= 0 else None
