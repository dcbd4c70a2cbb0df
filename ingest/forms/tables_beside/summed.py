"""Lists of projects with their money alone, whose sums prove them: 资金分配表, 项目明细表, 项目资金使用情况表.

They stand outside the forms. Any table may print names and amounts below 项目, so a list is one that names projects, or
that divides money by its title, and whose rows add up to its total.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.forms.indicator_rows.headers.columns import names_projects
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.reading import Part
from ingest.forms.tables_beside.heads import RowTexts
from ingest.forms.tables_beside.money import is_allocation
from ingest.forms.tables_beside.projects import ProjectList, is_sum, tables_of
from ingest.source.blocks import Line
from ingest.source.printed import Texts, fold
from ingest.vocabulary import words

MEASURES = ("allocated", "budget", "adjusted", "executed")
"""The amounts that a list may print of a project, as the landed rows call them."""

FEWEST = 2
_OF_PROJECTS = "项目"
_GROUP = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")


def summed_lists(part: Part) -> Iterator[ProjectList]:
    """The lists of a part whose rows add up to their total; a row that heads a group of others is none of them."""
    for found, _ in tables_of(part, _may_list, by_words=True):
        if _names_what_it_lists(found, part.texts):
            rows = _summing(found, part.texts)
            if rows:
                yield ProjectList(
                    found.heading, found.name, found.columns, found.units, found.is_evaluated, found.header, rows
                )


def is_summed(found: ProjectList, texts: Texts) -> bool:
    """True where every kind of money that a list prints adds up to the one total of the list."""
    return bool(_summing(found, texts))


def _may_list(heading: str) -> bool:
    if is_allocation(heading):
        return True
    return _OF_PROJECTS in heading and not speaks(heading, "no_list_of_money")


def _names_what_it_lists(found: ProjectList, texts: Texts) -> bool:
    """False for a column 项目 under another title: what stands below it may be items of one project."""
    labels = [text for line in found.header for text in texts[line.number].values() if names_projects(text)]
    return is_allocation(found.heading) or any(map(_is_of_names, labels))


def _is_of_names(text: str) -> bool:
    label = find_label(text)
    return label is not None and "project_name" in label.kinds


def _summing(found: ProjectList, texts: Texts) -> Sequence[Line]:
    """The rows of a list, its total among them, those that head groups left out where the sums want it; else none."""
    grand = [line for line in found.rows if any(map(_is_grand_total, texts[line.number].values()))]
    if len(grand) != 1:
        return ()
    rows = [line for line in found.rows if found.name_of(texts[line.number]) is not None]
    single = [line for line in rows if not _GROUP.match(_first(texts[line.number]))]
    for named in (rows, single):
        if len(named) >= FEWEST and _add_up(found, [texts[line.number] for line in named], texts[grand[0].number]):
            left_out = {line.number for line in rows if line not in named}
            return [line for line in found.rows if line.number not in left_out]
    return ()


def _add_up(found: ProjectList, named: Sequence[RowTexts], total: RowTexts) -> bool:
    measures = [own for own in MEASURES if own in found.columns]
    printed = {own: found.wan(total, own) for own in measures}
    sums = {own: sum((found.wan(cells, own) or Decimal(0) for cells in named), Decimal(0)) for own in measures}
    return bool(printed) and any(printed.values()) and printed == sums


def _first(cells: RowTexts) -> str:
    return cells[min(cells)]


def _is_grand_total(text: str) -> bool:
    return is_sum(text) and fold(text).strip(":") in words("form_labels", "grand_total")
