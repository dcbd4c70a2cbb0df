"""The year of a document of several forms, of which the title of one prints another year than all others do."""

from collections import Counter
from typing import NamedTuple

from ingest.forms.reading import FormReading
from ingest.grammar.years import printed_years
from ingest.rows import IssueRow
from ingest.source.blocks import Source, Span
from ingest.source.printed import fold

_FEWEST_FORMS = 3
_MESSAGE = "the title of a form prints {}, the other forms of the document are of {}"


class YearOfMost(NamedTuple):
    """The year that the titles of most forms print, its first line, and the line of the one that prints another."""

    year: int
    words: str
    other: str


def year_of_most(found: FormReading, text: str) -> YearOfMost | None:
    """The year of all titles but one, of three forms or more; None where they agree, and where nothing decides."""
    lines = list(dict.fromkeys(line.strip() for line in found.heading.splitlines() if printed_years(line)))
    years = {fold(line): printed_years(line) for line in lines}
    forms = len(found.projects) + len({row.form_seq for row in found.department_indicators})
    if forms < _FEWEST_FORMS or not lines or any(len(own) > 1 for own in years.values()):
        return None
    times = Counter(fold(line) for line in text.splitlines())
    votes: Counter[int] = Counter()
    for line, (year,) in years.items():
        votes[year] += max(times[line], 1)
    (most, count), *others = votes.most_common()
    if len(others) != 1 or others[0][1] != 1 or count < _FEWEST_FORMS - 1:
        return None
    words, other = (next(line for line in lines if printed_years(line) == (year,)) for year in (most, others[0][0]))
    return YearOfMost(most, words, other)


def doubts_of_years(source: Source, found: FormReading, text: str, year: int) -> list[IssueRow]:
    """An issue where the title of one form prints another year than that of the document, ``year``, and of the others.

    ``text`` is the text of the whole file.
    """
    told = year_of_most(found, text) if found.heading else None
    if told is None or told.year != year:
        return []
    own = (line.span for line in source.lines if fold(source.text[slice(*line.span)]) == fold(told.other))
    message = _MESSAGE.format(printed_years(told.other)[0], year)
    return [IssueRow("year_contradicted", None, None, told.other, message, **source.place(next(own, Span(0, 0))))]
