"""The budget year as the rows of a form say it, where no heading prints one: 预算年度 2024, 年度目标（2024年）."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.forms.labelled.labels import find_label, fold_label, grid_column, speaks
from ingest.forms.reading import FormReading
from ingest.grammar.years import printed_years, year_range
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold
from ingest.vocabulary import words

_YEAR = re.compile(r"(20\d\d)年?度?")
# 上年(2019年)
_YEARS_BEFORE = {"上年": 1, "去年": 1, "前年": 2}
_BEFORE = re.compile(r"(上年|去年|前年)度?[(]?(20\d\d)年?度?[)]?")
_MOST_YEARS = 2
_TARGETS = ("value", "annual")
_IN_LABEL = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# 预算年度（2024年）绩效目标
_IN_BRACKETS = re.compile(r"[^\d()（）]{0,12}年度[^\d()（）]{0,8}[(（]\s*+(20\d\d)\s*+年?度?\s*+[)）][^\d()（）]{0,12}")


def years_said(rows: Iterable[PrintedCells]) -> dict[int, Printed]:
    """The years that labels of the year, of its goal or of its targets say; each with the cell that says it."""
    found: dict[int, Printed] = {}
    for cells in rows:
        if sum("20" in cell.text for cell in cells.values()) > _MOST_YEARS:
            continue  # columns of years
        if any("20" in cell.text for cell in cells.values()):
            for cell, behind in pairwise([*cells.values(), NOTHING]):
                for year in _said(cell.text, behind.text):
                    found.setdefault(year, behind if _names_year(cell.text) else cell)
    return found


def first_of_columns(title: str, rows: Iterable[PrintedCells]) -> int | None:
    """The first of the years that a title of targets spans (2024-2026年), each of them a column of one row.

    It is the year for which such a plan is made. None for any other form.
    """
    span = year_range(title)
    if span is None or speaks(title, "evaluation_title"):
        return None
    every = set(range(span.first, span.last + 1))
    columns = (
        {int(year[1]) for cell in cells.values() if (year := _YEAR.match(fold(cell.text))) is not None}
        for cells in rows
    )
    return span.first if any(every <= years for years in columns) else None


def year_beside(label: str, value: str) -> int | None:
    """The year under or behind a label of one: 预算年度, 2024; None for any other label or value."""
    year = _YEAR.fullmatch(fold(value)) if _names_year(label) else None
    return int(year[1]) if year else None


def _said(text: str, behind: str) -> Iterator[int]:
    if _names_year(text):
        if (year := year_beside(text, behind)) is not None:
            yield year
    elif fold(text).startswith(tuple(f"{fold(word)}:" for word in words("form_labels", "year_label"))):
        yield from printed_years(text)
    elif "20" in text and (label := find_label(text)) is not None and "annual_goal" in label.kinds:
        years = {int(year) for year in _IN_LABEL.findall(text[: label.end])}
        if len(years) == 1 and year_range(text) is None:
            yield from years
    elif "20" in text and (named := _IN_BRACKETS.fullmatch(text)) is not None:
        if not speaks(text, "no_target_word"):
            yield int(named[1])
    elif "20" in text and (before := _BEFORE.fullmatch(fold(text))) is not None:
        yield int(before[2]) + _YEARS_BEFORE[before[1]]
    elif "20" in text and grid_column(text) in _TARGETS:
        yield from printed_years(text)  # 2024年指标值


def _names_year(text: str) -> bool:
    return fold_label(text) in words("form_labels", "year_label")


def year_of(title: str, rows: Sequence[PrintedCells], reading: FormReading) -> int | None:
    """The year of a form: that of its title, else of the document's heading, else the one that its rows say."""
    years: Sequence[int] = printed_years(title) or printed_years(reading.heading)
    if len(years) != 1:
        said = years_said(rows)
        reading.years_said |= {year: cell.text for year, cell in said.items()}
        years = [year for year in said if year in years or not years]
        planned = first_of_columns(title, rows) if not years else None
        if planned is not None:
            reading.years_said[planned] = title
            years = [planned]
    return years[0] if len(years) == 1 else None
