"""The rows of one form, and what all forms of a document share: their unit of money, the texts of their template."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from ingest.forms.labelled.bodies import names_body
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.arranged.labels_behind import labels_first
from ingest.forms.labelled.labels import (
    GOAL_KINDS,
    NUMBERED_PROJECT,
    find_label,
    fold_label,
    grid_column,
    printed_unit,
    read_label,
    speaks,
)
from ingest.grammar.amounts import amount_and_notes
from ingest.grammar.codes import split_code_of_body
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import NOTHING, Printed, PrintedCells
from ingest.vocabulary import words

LONGEST_TEMPLATE = 20
_MONEY = "元"
_UNITS = frozenset(("元", "千元", "万元", "亿元"))
_FEWEST_COLUMNS = 3
# 部门整体支出绩效自评表（续表）
_REST = re.compile(r"[（(]?续表?\d?[)）]?$")
_BODIES = frozenset(("form_department", "form_unit"))
_PAIR = 2
_LEVELS_OF_PROJECTS = ["一级", "二级"]
# What ends a sentence of a goal, or begins a list.
_ENDS = ("。", "；", ";", "！", "!", "：", ":")


@dataclass(slots=True)
class FormRows:
    """The rows of one form below its title, a paragraph a row of one cell.

    ``unit`` is named above them, by itself or under a label; ``below`` is a line between title and rows that nothing
    else reads, ``titles_beside`` are those of forms at its right, by the column in which they begin. Where the form
    ``goes_on`` behind another, the title is that of the first one. ``is_left`` where a line stands behind its grid;
    ``name`` is the project's in a numbered heading above it.
    """

    title: Printed = NOTHING
    money_unit: str | None = None
    rows: list[PrintedCells] = field(default_factory=list)
    is_named: bool = False
    goes_on: bool = False
    is_left: bool = False
    unit: Printed = NOTHING
    unit_label: Printed = NOTHING
    below: Printed = NOTHING
    titles_beside: dict[int, Printed] = field(default_factory=dict)
    name: Printed = NOTHING
    _above: int = 0

    def own_title(self) -> Printed:
        """The title, unless it is that of a department's form and this one goes on behind it with a project."""
        is_other = self.goes_on and self.is_named and speaks(self.title.text, "overall_title")
        return NOTHING if is_other else self.title

    def next(self, rows: list[PrintedCells]) -> "FormRows":
        """The form behind this one that has no title of its own, with its first rows."""
        return FormRows(self.title, self.money_unit, rows, goes_on=True)

    def names_lower(self, cells: PrintedCells) -> bool:
        """True for a row right below the name of a project that names one of it: 一级项目名称, 二级项目名称."""
        labels = [fold_label(next(iter(row.values())).text) for row in (self.rows[-1], cells)]
        return names_project(self.rows[-1]) and [text[:2] for text in labels] == _LEVELS_OF_PROJECTS

    def ends_before(self, cells: PrintedCells) -> bool:
        """True for a row of whose form it is, behind grid and a line below that: of another form, its title unknown."""
        label = find_label(next(iter(cells.values())).text) if self.is_left and len(cells) > 1 else None
        return label is not None and not label.has_value and bool(label.kinds & _BODIES)

    def has_grid(self) -> bool:
        """True where rows of a grid, header and more, stand below its head."""
        return len(self.head()) < len(self.rows) - 1

    def head(self) -> list[PrintedCells]:
        """The rows of the form above its grid and the header of that."""
        while self._above < len(self.rows) and not is_row_of_grid(self.rows[self._above]):
            self._above += 1
        return self.rows[: max(self._above - 1, 0)] if self._above < len(self.rows) else list(self.rows)

    def put_labels_first(self) -> None:
        """Put labels that stand right of their values, or below them, before these."""
        head = self.head()
        self.rows[: len(head)] = labels_first(head)
        self._above = 0


def is_rest(fresh: FormRows, before: FormRows, cells: PrintedCells) -> bool:
    """True where a page prints the title of a form again above the rest of its grid, perhaps with whose form it is.

    A title with 续表 says so itself; any other may be that of the next form, where the one before names no project.
    """
    title = _REST.sub("", fresh.title.text).strip()
    is_told = before.is_named or _REST.search(fresh.title.text) is not None
    if title != _REST.sub("", before.title.text).strip() or not is_told or len(fresh.rows) > 1:
        return False
    last = find_label(next(iter(before.rows[-1].values())).text)
    is_ended = last is not None and "total_score" in last.kinds
    is_header = sum(grid_column(cell.text) is not None for cell in cells.values()) >= _FEWEST_COLUMNS
    return is_header and not is_ended and all(map(names_body, fresh.rows))


def is_row_of_grid(cells: PrintedCells) -> bool:
    """True for a row that prints a label of the framework."""
    return any(map(is_of_framework, [cell.text for cell in cells.values()]))


def begins_as(cells: PrintedCells, head: Sequence[PrintedCells]) -> bool:
    """True for a row whose first label, whatever its words, stands in one of the rows of the form's head, too.

    合计 behind a grid is the sum of its scores, and 小计 that of a level, whatever else the head adds up.
    """
    at, first = next(iter(cells.items()))
    is_sum = fold_label(first.text) in (*words("form_labels", "grand_total"), *words("form_labels", "row_subtotal"))
    is_label = len(cells) > 1 and amount_and_notes(first.text) is None and not is_sum
    rows = [row for row in head if any(cell.text == first.text for cell in row.values())] if is_label else []
    is_known = find_label(first.text) is not None  # else 水库加固 may be a task there and the name of an indicator here
    return bool(rows) and (is_known or any(first.text in (_text(row, at), _text(row, min(row))) for row in rows))


def _text(row: PrintedCells, at: int) -> str:
    return row[at].text if at in row else ""


def names_project(cells: PrintedCells) -> bool:
    """True for a row in which 项目名称 is a label before its value, and for one that begins with 项目1."""
    texts = [cell.text for cell in cells.values()]
    if not any(map(_may_name, texts)):
        return False
    last = len(texts) - 2
    for place, text in enumerate(texts):
        if (place not in (0, 1, last) and "：" not in text and ":" not in text) or _EXPLAINED.match(text):
            continue  # neither before its value nor with it
        label = find_label(text)
        if label is not None and "project_name" in label.kinds and (label.has_value or _labels_next(texts, place)):
            return True
        if label is None and place == 0 and text[:2] == "项目" and NUMBERED_PROJECT.fullmatch(text):
            return len(texts) > 1
    return False


# 1.项目名称：填写规范名称。
_EXPLAINED = re.compile(r"(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])[^。]{1,80}。$")


def labels_value(cells: Sequence[Printed]) -> bool:
    """True for the label of a body and its name, which may stand beside the title of a form in one row."""
    first, second, *others = [*(find_label(cell.text) for cell in cells), None, None]
    is_pair = len(others) == len(cells) == _PAIR and second is None
    return is_pair and first is not None and not first.has_value and bool(first.kinds & _BODIES)


@lru_cache(maxsize=16384)
def _may_name(text: str) -> bool:
    """True for the label of a project's name, and for its number."""
    if (label := find_label(text)) is not None:
        return "project_name" in label.kinds
    return text[:2] == "项目" and NUMBERED_PROJECT.fullmatch(text) is not None


def _labels_next(texts: Sequence[str], place: int) -> bool:
    """True for a label first in its row, before the last text, or behind the number of the form before other pairs."""
    is_behind_number = place == 1 and texts[0].isdigit() and place + 1 < len(texts)
    return place in (0, len(texts) - 2) or (is_behind_number and find_label(texts[place + 1]) is None)


def only_unit(rows: list[PrintedCells]) -> str | None:
    """The one unit of money that brackets in a form's labels print, or a cell behind its label (金额单位, 万元).

    None for none and for several.
    """
    texts = {cell.text for cells in rows for cell in cells.values() if _MONEY in cell.text}
    units = set(filter(None, map(printed_unit, texts)))
    alone = _UNITS.intersection(texts)
    for cells in rows if alone else ():
        row = [cell.text for cell in cells.values()]
        units |= {text for before, text in pairwise(row) if text in alone and fold_label(before) in _unit_labels()}
    return units.pop() if len(units) == 1 else None


@cache
def _unit_labels() -> frozenset[str]:
    return frozenset(map(fold_label, words("form_labels", "money_unit")))


def repeated_texts(forms: list[FormRows]) -> frozenset[str]:
    """Short texts that most forms of a document print: labels, whatever their words."""
    fewest = max(2, (len(forms) + 1) // 2 + 1)
    if sum(bool(form.rows) for form in forms) < fewest:
        return frozenset()
    counts: Counter[str] = Counter()
    for form in forms:
        counts.update({cell.text for cells in form.rows for cell in cells.values()})
    return frozenset(text for text, count in counts.items() if count >= fewest and len(text) <= LONGEST_TEMPLATE)


def goal_that_breaks_off(rows: Sequence[PrintedCells]) -> Printed:
    """The last row where it is a goal behind its label, alone, that ends in no end of a sentence; NOTHING else."""
    line = next(iter(rows[-1].values())) if rows and len(rows[-1]) == 1 else NOTHING
    return line if breaks_off(line.text) else NOTHING


def breaks_off(text: str, is_rest: bool = False) -> bool:
    """True for a goal behind its label, or the rest of one, that ends in no end of a sentence."""
    if not text or text.endswith(_ENDS):
        return False
    label = None if is_rest else read_label(Printed(text, range(len(text))))
    return is_rest or (label is not None and bool(label.value) and bool(label.kinds & GOAL_KINDS))


def name_unit(found: LabelledForm, form: FormRows) -> None:
    """The body named above a form is its unit where the form itself names none, and the name there its project.

    Under a label of a unit it is the department of another unit in the form, where none is named: 填报单位：某局.
    """
    found.values |= {"project_name": [form.name]} if form.name else {}
    if not form.unit or found.names.setdefault("form_unit", form.unit) is form.unit:
        return
    names = [split_code_of_body(own).name.text for own in (form.unit, found.names["form_unit"])]
    is_department = names[0].endswith(words("name_endings", "department")) and names[0] != names[1].removesuffix("本级")
    if form.unit_label and is_department and "form_department" not in found.names:
        found.names["form_department"] = form.unit
    elif form.unit_label:
        found.attributes.append((form.unit_label, [form.unit]))
    elif not form.titles_beside:
        found.fillers.append(form.unit)
