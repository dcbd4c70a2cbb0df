"""Lists of projects behind a form, most often of a whole department, in its table or file: 项目名称, 金额, 绩效目标.

Nothing may head them, and their columns are those of tasks or indicators; their sums tell them. They are no part of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.indicator_rows.headers.columns import names_projects
from ingest.forms.labelled.evidence import has_grid, names_a_project
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.labelled.rows.department_form.items import item_said
from ingest.forms.reading import Part
from ingest.forms.tables_beside.heads import RowTexts
from ingest.forms.tables_beside.projects import ProjectList, tables_of
from ingest.forms.tables_beside.summed import FEWEST, MEASURES, is_summed
from ingest.grammar.amounts import read_wan
from ingest.source.blocks import Line
from ingest.source.printed import Texts

_OF_PROJECTS = "项目"
_ROWS_BELOW = 2
_GRADES = frozenset(("score", "grade"))
_ITEMS = ("basic", "project", "total")


def lists_behind(part: Part) -> list[ProjectList]:
    """The lists behind a grid whose rows add up to their total, or to what the form of a department prints beside
    项目支出; each ends with its last amount.
    """
    found = [_to_last_amount(own, part.texts) for own, _ in tables_of(part, lambda _: True, by_words=True)]
    return [own for own in found if _is_list(own, part.texts) and _is_behind(own, part)]


def _to_last_amount(found: ProjectList, texts: Texts) -> ProjectList:
    measures = [own for own in MEASURES if found.units.get(own) is not None]
    last = len(found.rows) if measures else 0
    while last and not any(found.wan(texts[found.rows[last - 1].number], own) for own in measures):
        last -= 1
    return replace(found, rows=found.rows[:last])


def _is_list(found: ProjectList, texts: Texts) -> bool:
    """True for names of projects by the label of their column, or by the heading; not for items, nor for tasks.

    Projects that a list evaluates are facts of their own.
    """
    labels = [text for line in found.header for text in texts[line.number].values()]
    called = [label for text in labels if names_projects(text) and (label := find_label(text)) is not None]
    is_called = any("project_name" in label.kinds for label in called) or _OF_PROJECTS in found.heading
    names = [name for line in found.rows if (name := found.name_of(texts[line.number]))]
    is_of_items = any(item_said(name) in _ITEMS for name in names)
    is_of_tasks = any(speaks(text, "task_only_word") for text in (*labels, found.heading))
    is_graded = not _GRADES.isdisjoint(found.columns)
    return is_called and len(names) >= FEWEST and not (is_of_items or is_of_tasks or is_graded)


def _is_behind(found: ProjectList, part: Part) -> bool:
    above = [line for line in part.source.lines if line.number < found.header[0].number]
    form = Part(replace(part.source, lines=tuple(above)), part.texts)
    if not has_grid(form):
        return False
    return is_summed(found, part.texts) or (not names_a_project(form) and _adds_up_to_form(found, above, part.texts))


def _adds_up_to_form(found: ProjectList, above: Sequence[Line], texts: Texts) -> bool:
    """True for a list without a total whose amounts add up to one that the form ``above`` prints beside 项目支出."""
    rows = [texts[line.number] for line in found.rows]
    if any(found.name_of(cells) is None for cells in rows):
        return False
    for measure in MEASURES:
        amounts = [own for cells in rows if (own := found.wan(cells, measure)) is not None]
        unit = found.units.get(measure)
        if len(amounts) >= FEWEST and unit and sum(amounts, Decimal(0)) in _of_projects(above, texts, unit):
            return True
    return False


def _of_projects(lines: Sequence[Line], texts: Texts, unit: str) -> set[Decimal]:
    """The amounts beside and right below a label 项目支出."""
    cells: list[RowTexts] = [texts[line.number] for line in lines]
    return {*_amounts(cells, unit)}


def _amounts(rows: Sequence[RowTexts], unit: str) -> Iterator[Decimal]:
    for at, cells in enumerate(rows):
        if any(item_said(text) == "project" for text in cells.values()):
            for own in rows[at : at + _ROWS_BELOW + 1]:
                yield from (amount for text in own.values() if (amount := read_wan(text, unit)) is not None)
