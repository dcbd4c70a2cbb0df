"""The reports of a file and their parts: title, cover, headings of projects, prose of money, tables."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.evidence import has_grid
from ingest.forms.labelled.labels import find_label
from ingest.forms.labelled.rows.titled import may_name_project
from ingest.forms.reading import Part
from ingest.forms.reports.money import lines_of_money
from ingest.forms.reports.scored import scored_in
from ingest.grammar.places import find_place
from ingest.source.blocks import Line, Source
from ingest.source.printed import Texts, fold
from ingest.vocabulary import words

_LONGEST_TITLE = 80
_LINES_ABOVE = 3
_LINES_BELOW = 12
_SENTENCE = re.compile("[。；;：:，,]")
# 评价对象为2023年度资金
OF_YEAR = re.compile(r"评价(?:对象|范围)[^。]{0,12}?(?P<year>20\d\d年度?)(?:项目|资金|预算|财政)")
# （一）农村饮水改造提升项目
NUMBERED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|项目[一二三四五六七八九十\d]{1,3}[：:、])\s*"
)
_GOALS = frozenset(("annual_goal", "achieved_goal"))
_MONEY = frozenset(("annual_total", "project_total", "source_fiscal"))
_BUDGET_AND_SPENT = frozenset(("budget", "executed"))


class Section(NamedTuple):
    """What a report says of one project, by the numbers of lines: heading that names it, prose of its money, tables.

    ``heading`` is None where the title of the report names the project; ``scored`` are lines of sentences that score.
    """

    heading: int | None
    money: tuple[int, ...]
    table: tuple[int, ...]
    scored: tuple[int, ...] = ()


class Report(NamedTuple):
    """A report by the numbers of its lines: title with what stands above it, cover, and its sections."""

    title: tuple[int, ...]
    cover: tuple[int, ...]
    sections: tuple[Section, ...]

    @property
    def lines(self) -> Iterator[int]:
        """Every line of the report."""
        yield from (*self.title, *self.cover)
        for section in self.sections:
            yield from () if section.heading is None else (section.heading,)
            yield from (*section.money, *section.table, *section.scored)


def reports(part: Part) -> list[Report]:
    """The reports of a part, each with the tables up to the next one."""
    texts = part.texts
    lines = [line for line in part.source.lines if texts[line.number]]
    starts = [at for at, line in enumerate(lines) if not line.is_row and _is_title(_text(texts, line))]
    found = []
    for at, stop in pairwise([*starts, len(lines)] if starts else ()):
        sections = _sections(texts, lines[at + 1 : stop], _grids(part.source, texts, lines[at + 1 : stop]))
        sections = sections or _in_sentences(part, lines[at + 1 : stop])
        if sections:
            above = lines[max(at - _LINES_ABOVE, 0) : at + 1]
            prose = [line for line in lines[at + 1 : stop] if not line.is_row]
            cover = [line.number for line in prose[:_LINES_BELOW] if _is_of_cover(_text(texts, line))]
            cover += [line.number for line in prose if _is_of_whole(_text(texts, line))]
            title = [line.number for line in above if not line.is_row and not _SENTENCE.search(_text(texts, line))]
            found.append(Report(tuple(title), tuple(dict.fromkeys(cover)), sections))
    return found


def _sections(texts: Texts, lines: Sequence[Line], grids: Collection[int]) -> tuple[Section, ...]:
    """The sections of a report: one of each heading that names a project above a grid, else one of all its ``grids``.

    These are given by the numbers of their lines.
    """
    if not grids:
        return ()
    headings = [at for at, line in enumerate(lines) if not line.is_row and _names_project(_text(texts, line))]
    parts = [lines[at:stop] for at, stop in pairwise([*headings, len(lines)])]
    named = [part for part in parts if _holds(part, grids)]
    if named and not _holds(lines[: headings[0]], grids):
        return tuple(_section(texts, part, grids, part[0].number) for part in named)
    return (_section(texts, lines, grids, None),)


def _in_sentences(part: Part, lines: Sequence[Line]) -> tuple[Section, ...]:
    """The section of a report without tables of scores whose sentences score its indicators."""
    scored = scored_in(part, [line.number for line in lines])
    if scored is None:
        return ()
    own = frozenset(scored.lines)
    prose = lines_of_money(part.texts, [line for line in lines if not line.is_row and line.number not in own])
    return (Section(None, tuple(prose), (), tuple(scored.lines)),)


def _holds(lines: Sequence[Line], grids: Collection[int]) -> bool:
    return any(line.number in grids for line in lines)


def _section(texts: Texts, lines: Sequence[Line], grids: Collection[int], heading: int | None) -> Section:
    """The tables of indicators among some lines, the one of goals, and the one of money, else the prose of it."""
    own = [line.number for line in lines if line.number in grids]
    others = [rows for rows in _tables(lines) if rows[0].number not in grids]
    kinds = (_is_of_money, _is_of_goals, _is_of_cover_rows)
    money, goals, cover = (_one(rows for rows in others if is_of(texts, rows)) for is_of in kinds)
    prose = [] if money else lines_of_money(texts, [line for line in lines if not line.is_row])
    return Section(heading, tuple(prose), tuple(sorted({*own, *money, *goals, *cover})))


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of each table."""
    rows: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.is_row:
            rows.append(line)
            continue
        if rows:
            yield rows
        rows = []


def _grids(source: Source, texts: Texts, lines: Sequence[Line]) -> frozenset[int]:
    """The lines of the tables with scored indicators."""
    found = (rows for rows in _tables(lines) if has_grid(Part(replace(source, lines=tuple(rows)), texts)))
    return frozenset(line.number for rows in found for line in rows)


def _is_of_money(texts: Texts, rows: Sequence[Line]) -> bool:
    """True for a table whose rows are labelled as the money of a form is (年度资金总额, 其中：财政拨款), or whose first
    row is a header of what was budgeted and what was spent.
    """
    labels = [find_label(next(iter(texts[line.number].values()), "")) for line in rows]
    heads = [find_label(text) for text in texts[rows[0].number].values()]
    is_of_execution = {kind for head in heads if head for kind in head.kinds} >= _BUDGET_AND_SPENT
    return is_of_execution or any(label is not None and not label.kinds.isdisjoint(_MONEY) for label in labels)


def _is_of_goals(texts: Texts, rows: Sequence[Line]) -> bool:
    """True for a table of goals and what was achieved: 预期目标 beside 实际完成情况."""
    labels = [find_label(text) for line in rows for text in texts[line.number].values()]
    kinds = {kind for label in labels if label is not None for kind in label.kinds}
    return kinds >= _GOALS


def _is_of_cover_rows(texts: Texts, rows: Sequence[Line]) -> bool:
    """True for the table of a cover: 项目名称, 项目单位 and what stands beside them."""
    labels = [find_label(next(iter(texts[line.number].values()), "")) for line in rows]
    return any(label is not None and "project_name" in label.kinds for label in labels)


def _one(tables: Iterable[Sequence[Line]]) -> list[int]:
    """The lines of the only table; none of several."""
    found = [*tables]
    return [line.number for line in found[0]] if len(found) == 1 else []


def _names_project(text: str) -> bool:
    """True for a numbered heading that names a project: （一）农村饮水改造提升项目."""
    number = NUMBERED.match(text)
    is_short = len(text) < _LONGEST_TITLE and not _SENTENCE.search(text)
    return number is not None and is_short and may_name_project(text[number.end() :])


def _is_of_cover(text: str) -> bool:
    """True for a line that says whose report it is, or of which year."""
    label = find_label(text)
    is_whose = label is not None and label.has_value and bool(label.kinds & {"form_unit", "form_department"})
    return is_whose or names_department(text) or (len(text) < _LINES_BELOW and "年度" in text)


def names_department(text: str) -> bool:
    """True for a line of its own that is a body of a place, no heading and no sentence."""
    is_line = len(text) < _LONGEST_TITLE and not _SENTENCE.search(text) and NUMBERED.match(text) is None
    return is_line and is_name_of_body(text) and find_place(text) is not None


def _is_of_whole(text: str) -> bool:
    """True for a line anywhere in a report that says of which year it is, or what its project is called."""
    label = find_label(text)
    is_name = label is not None and label.has_value and "project_name" in label.kinds
    return OF_YEAR.search(text) is not None or (is_name and not _SENTENCE.search(text[label.end :] if label else ""))


@cache
def title_words() -> tuple[str, ...]:
    """The words that end the title of a report, the longest first."""
    return tuple(sorted(words("form_labels", "report_title"), key=len, reverse=True))


def _is_title(text: str) -> bool:
    is_short = len(text) < _LONGEST_TITLE and not _SENTENCE.search(text)
    return is_short and fold(text).endswith(tuple(map(fold, title_words())))


def _text(texts: Texts, line: Line) -> str:
    return "".join(texts[line.number].values())
