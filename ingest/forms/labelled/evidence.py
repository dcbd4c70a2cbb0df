"""What makes a source one of the labelled forms, and which: titles, a named project, a grid of indicators."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from ingest.forms.indicator_rows.headers.header import headers
from ingest.forms.indicator_rows.headers.regions import region_tables
from ingest.forms.indicator_rows.headers.turned import turned_lists
from ingest.forms.labelled.bodies import body_of_title
from ingest.forms.labelled.form import is_monitored
from ingest.forms.labelled.grid.header import is_told, read_grid_header
from ingest.forms.labelled.grid.lines import says_level, tells_reached
from ingest.forms.labelled.labels import find_label, fold_label
from ingest.forms.labelled.signs import ends_of, signs_of
from ingest.forms.reading import Part, holding
from ingest.grammar.amounts import is_amount
from ingest.grammar.codes import split_code
from ingest.grammar.lists.bracketed import is_bracketed_list
from ingest.grammar.years import in_digits
from ingest.source.blocks import Line, Source, Span
from ingest.source.printed import Printed, Texts, fold
from ingest.vocabulary import words

TITLES = ("approval_title", "target_title", "evaluation_title")
_ROWS_BELOW = 4
_LONGEST_TITLE = 80
_LONGEST_NAMING = 200
_LONGEST_GRID_LABEL = 60
_FEWEST_AMOUNTS = 2
_FEWEST_LINES = _MOST_BESIDE_TITLE = 3
_ELSEWHERE = re.compile(r"[（(]?(?:详见|参见|见)")
_YEAR_INSIDE = re.compile(r"(?<=.)20\d\d年")
_YEAR_BEHIND = re.compile(r"20\d\d年?度?$")
_LEVELS = frozenset(("level1", "level2", "level3"))
_Row = tuple[tuple[int, str], ...]
"""The texts of a row by column."""


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """True for a text that ends as the title of a labelled form does; `详见项目绩效目标表` names one elsewhere."""
    if not 0 < len(text) < _LONGEST_TITLE or not any(map(text.__contains__, _last_characters())):
        return False
    if _ELSEWHERE.match(text):
        return False
    folded = _YEAR_BEHIND.sub("", fold_label(in_digits(text)))
    return folded.endswith(_title_words()) or _is_bare_title(folded)


def _is_bare_title(folded: str) -> bool:
    """True for whose and of which year something is, without 表 behind it: 某县某局2024年度项目绩效目标."""
    year = _YEAR_INSIDE.search(folded)
    is_called = year is not None and folded.endswith(words("form_labels", "bare_title"))
    return is_called and body_of_title(Printed(folded, range(len(folded)))) is not None


@cache
def _title_words() -> tuple[str, ...]:
    return tuple(fold(word) for kind in TITLES for word in words("form_labels", kind))


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in (*_title_words(), *words("form_labels", "bare_title")))


def evidence(part: Part) -> Mapping[str, str]:
    """As `evidence_of_forms`, where the part holds no list of projects."""
    is_list = any(part.ask(question) for question in (headers, turned_lists, region_tables))
    return {} if is_list else evidence_of_forms(part)


def evidence_of_forms(part: Part) -> Mapping[str, str]:
    """A title and a named project, or a grid; with actual values, or a title that says so, it is evaluated."""
    source, texts = part.source, part.texts
    grid, named = part.ask(_grid), part.ask(_named_project)
    if grid is None and named is None:
        return {}
    titles = _titles(part)
    is_listed = bool(named) and not titles and (_prints_bracketed_list(source, texts) or _prints_lines(source, texts))
    if not (titles or (grid is not None and named) or is_listed):
        return {}
    are_monitored = bool(titles) and all(map(is_monitored, titles.splitlines()))
    is_evaluation = _has(titles, "evaluation_title") or (not are_monitored and part.ask(_prints_actual))
    name = "target_form"
    if is_evaluation:
        name = "self_evaluation"
    elif _has(titles, "approval_title"):
        name = "approval_form"
    return {name: f"{titles.splitlines()[0] if titles else 'no title'}; line {named if grid is None else grid}"}


def continues(part: Part) -> bool:
    """True for a grid without a title or a project of its own: the rest of the form before it."""
    return part.ask(_grid) is not None and not _titles(part) and part.ask(_named_project) is None


def names_a_project(part: Part) -> bool:
    """True for a part that answers the label 项目名称."""
    return part.ask(_named_project) is not None


def has_grid(part: Part) -> bool:
    """True for a part that prints the header of a grid of indicators."""
    return part.ask(_grid) is not None


def _has(titles: str, kind: str) -> bool:
    return any(fold(word) in titles for word in words("form_labels", kind))


def _titles(part: Part) -> str:
    """The lines that look like titles, folded."""
    source, texts, found = part.source, part.texts, []
    for line in source.lines:
        cells = texts[line.number]
        if not 0 < len(cells) <= _MOST_BESIDE_TITLE:
            continue
        first, text = next(iter(cells.items()))
        if is_title(text):
            filled = [cell for cell in line.cells if source.text[cell.start : cell.end].strip()]
            if len(filled) <= _MOST_BESIDE_TITLE and filled[0] == line.cells[first]:
                found.append(fold(text))
    return "\n".join(found)


class _MayHead(NamedTuple):
    """A row that may be the header of a grid: its line, its texts, those of the rows below it."""

    line: int
    cells: Mapping[int, str]
    below: Sequence[Mapping[int, str]]

    @property
    def has_actual(self) -> bool | None:
        """True for a grid with actual values, None for no grid; a list names projects in a column of its own."""
        header = tuple(self.cells.items()), tuple([tuple(row.items()) for row in self.below])
        return None if any(map(_names_project, self.cells.values())) else _has_actual(*header)

    @property
    def says_no_actual(self) -> bool:
        """True where words alone say that a grid has no actual values."""
        if any(not row.keys() <= self.cells.keys() for row in self.below[:1]):
            return False
        columns = {at: column for at, text in self.cells.items() if (column := signs_of(text).column) is not None}
        return is_told(columns, self.cells) and "actual" not in columns.values()


def _may_head(part: Part) -> Sequence[_MayHead]:
    """The rows whose words show levels, or those below show them; a row of a grid heads nothing."""
    lines = [line.number for line in part.source.lines if line.is_row and part.texts[line.number]]
    rows = [part.texts[line] for line in lines]
    signs = {text: signs_of(text) for text in frozenset(chain.from_iterable([row.values() for row in rows]))}
    named = {text for text, told in signs.items() if told.column in _LEVELS}
    framework = {text for text, told in signs.items() if told.is_of_framework}
    is_bare = [*[framework.isdisjoint(row.values()) for row in rows], True]
    return [
        _MayHead(lines[place], row, rows[place + 1 : place + 1 + _ROWS_BELOW])
        for place, row in enumerate(rows)
        if (is_bare[place] and not is_bare[place + 1]) or not named.isdisjoint(row.values())
    ]


def _grid(part: Part) -> int | None:
    """The line of the first header of a grid."""
    return next((own.line for own in part.ask(_may_head) if own.has_actual is not None), None)


def _prints_actual(part: Part) -> bool:
    """True where a grid of the part has a column of actual values."""
    first = part.ask(_grid)
    heads = [own for own in part.ask(_may_head) if first is not None and own.line >= first]
    return any(own.has_actual for own in heads if own.line == first or not own.says_no_actual)


@lru_cache(maxsize=64)
def _has_actual(header: _Row, below: tuple[_Row, ...]) -> bool | None:
    """True for the header of a grid with actual values, None for no header; asked of a section and of the whole."""
    grid = read_grid_header(dict(header), [dict(row) for row in below])
    return grid.has_actual if grid is not None else None


def _names_project(text: str) -> bool:
    label = find_label(text)
    return label is not None and "project_name" in label.kinds


def project_names(texts: Mapping[int, str]) -> Iterator[str]:
    """What the label 项目名称 is answered by in a row, without a code."""
    for text, behind in pairwise([*texts.values(), ""]):
        label = find_label(text)
        if label is not None and "project_name" in label.kinds:
            value = text[label.end :].strip() if label.has_value else behind
            if value and (label.has_value or find_label(value) is None):
                yield split_code(Printed(value, range(len(value)))).name.text


def _prints_bracketed_list(source: Source, texts: Texts) -> bool:
    """True where the label 绩效指标 is answered by `【产出指标-数量指标】…`."""
    for line in source.lines:
        cells = texts[line.number]
        filled = [index for index, cell in enumerate(line.cells) if source.text[cell.start : cell.end].strip()]
        for index, behind in pairwise(filled):
            label = find_label(cells.get(index, "")) if _length(line.cells[index]) <= _LONGEST_GRID_LABEL else None
            if label and "grid" in label.kinds and is_bracketed_list(source.text[slice(*line.cells[behind])]):
                return True
    return False


def _prints_lines(source: Source, texts: Texts) -> bool:
    """True where lines of text begin with labels of the framework: 数量指标：….; a list of words has fewer.

    Sentences that tell what indicators reached are those of a report around a form.
    """
    said = [text for line in source.lines for text in texts[line.number].values() if says_level(text)]
    return len(said) >= _FEWEST_LINES and not any(map(tells_reached, said))


def _length(cell: Span) -> int:
    return cell.end - cell.start


def _named_project(part: Part) -> int | None:
    """The line in which the label 项目名称 is answered by a value; None where there is none."""
    source, texts = part.source, part.texts
    names = frozenset(filter(_names_project, holding(part, ends_of("project_name"))))
    for place, line in enumerate(source.lines) if names else ():
        cells = texts[line.number]
        if names.isdisjoint(cells.values()):
            continue
        filled = [text for index, text in cells.items() if _length(line.cells[index]) <= _LONGEST_NAMING]
        for text, behind in pairwise([*filled, ""]):
            label = find_label(text)
            if label is None or "project_name" not in label.kinds:
                continue
            is_answered = label.has_value or bool(behind and find_label(behind) is None)
            if is_answered and not _heads_amounts(cells, source.lines[place + 1 : place + 2], texts):
                return line.number
    return None


def _heads_amounts(cells: Mapping[int, str], below: Sequence[Line], texts: Texts) -> bool:
    """True for a row of texts above one of the same columns with numbers: the header of a table of something else."""
    following = texts[below[0].number] if below and below[0].is_row else {}
    numbers = [at for at, text in following.items() if is_amount(text) and at in cells and not is_amount(cells[at])]
    is_under = following.keys() <= cells.keys() and len(numbers) >= _FEWEST_AMOUNTS and min(cells) in following
    return is_under and min(cells) not in numbers and find_label(following[min(cells)]) is None
