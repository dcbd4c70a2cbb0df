"""What the rows of a list may be: projects, headings, totals, or rows that belong to nobody."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ingest.forms.indicator_rows.headers.columns import GOALS, ListColumns, names_projects
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.grid.names.inside import WHOLE_WEIGHTS
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.labelled.rows.evaluation import LONGEST_GRADE
from ingest.grammar.amounts import amount_and_notes, read_amount
from ingest.grammar.labels import is_of_framework
from ingest.grammar.quantities import read_score
from ingest.source.printed import NOTHING, Printed, fold
from ingest.vocabulary import words

_JOINED = re.compile(r"\s*+(?P<unit>[^/／\s]{3,40})\s*+(?P<stroke>[/／])\s*+(?P<name>\S.+)", re.DOTALL)
# ≥95%, 3次, =
_NO_NAME = re.compile(r"[≥≤<>=]?\d[\d,.]*(?:[%‰]|\w)?|[≥≤<>=]")

_ENDS = ("。", "；", ";", "！")
_BEHIND_WHOLE = re.compile("支出|预算|绩效|目标|自评|评价|情况|项目")

NO_PROJECT = "no project's name stands above the row"
OTHER_PROJECT = "the row prints another goal or amount than the project above, and no name"
OTHER_COLUMNS = "the row stands under other columns than its header's"
OUTSIDE = "a line outside the list"
NAME_ELSEWHERE = "the name of the row's project is printed nowhere beside it"
UNIT_BESIDE = 2_000
"""The column, behind those of any table, of the units that stand in the cells of names."""
ONE_AGAIN = "a level comes back without a project's name: the row may be of another project"


@dataclass(slots=True)
class Heading:
    """A row with a name and perhaps amounts alone: a unit, or a project whose rows follow; ``word`` is its 小计."""

    line: ListLine
    name: Printed
    word: Printed = NOTHING


@dataclass(slots=True)
class Total:
    """A row 合计, 小计 of a unit, or what a class of projects comes to: 其他运转类."""

    line: ListLine
    name: Printed
    is_of_unit: bool
    is_of_class: bool = False


@dataclass(slots=True)
class Left:
    """A row that belongs to nobody, and why."""

    line: ListLine
    reason: str


Part = Heading | Total | Left | ProjectRows


def names_whose(part: Part) -> bool:
    """True for a part that may say whose projects they are: a heading, or rows with a unit or a department."""
    return isinstance(part, Heading) or (isinstance(part, ProjectRows) and bool(part.unit or part.department))


def heads_projects(part: Part) -> bool:
    """True for projects, and for the total of a class of them: a unit is named above both."""
    return isinstance(part, ProjectRows) or (isinstance(part, Total) and part.is_of_class)


def lines_of(part: Part) -> Sequence[ListLine]:
    """The rows of a part."""
    return [*part.lines, *part.scores] if isinstance(part, ProjectRows) else [part.line]


def is_rest(line: ListLine, before: ListLine, columns: ListColumns) -> bool:
    """True for the rest of a row that a page's end broke: it fills only cells that the row before fills."""
    if not line.is_top or line.is_indicator(columns.grid) or read_total(line, columns) is not None:
        return False
    if not (line.heads.keys() <= before.heads.keys() and line.cells.keys() <= before.cells.keys()):
        return False
    if any(read_amount(line.heads[at].text) for at in columns.all_of("money", "execution") if at in line.heads):
        return False  # an amount is never parted: the row is whole
    goals = [before.heads[at].text for at in columns.all_of(*GOALS) if at in line.heads]
    name = line.heads.get(columns.name, NOTHING)
    is_alone = len(line.all_cells) == 1 and name and looks_like_unit(name.text)
    return not is_alone and not any(goal.endswith(_ENDS) for goal in goals)


def read_total(line: ListLine, columns: ListColumns) -> Total | None:
    """A row whose first text says that it is a total; its other texts are amounts."""
    first = min(line.heads, default=columns.name)  # perhaps below the codes of projects
    names = dict.fromkeys((columns.name, *columns.all_of("unit", "department", "region", "number"), first))
    texts = [line.heads[at] for at in names if at in line.heads]
    for cell in texts:
        folded = fold(cell.text).strip("：:")
        if folded in words("form_labels", "row_subtotal"):
            return Total(line, cell, is_of_unit=True)
        if folded in words("form_labels", "grand_total"):
            return Total(line, cell, is_of_unit=False)
        if folded in words("form_labels", "project_class") and not (line.cells or says_of_project(line, columns)):
            return Total(line, cell, is_of_unit=False, is_of_class=True)  # 其他运转类, 本级项目
    return None


def heading_of(total: Total, unit: Printed) -> Heading:
    """The 小计 beside the name of a unit whose projects follow, as the heading of these."""
    heads = {at: cell for at, cell in total.line.heads.items() if cell is not total.name}
    return Heading(replace(total.line, heads=heads), unit, total.name)


def says_of_project(line: ListLine, columns: ListColumns) -> bool:
    """True for a row that prints a goal, a list of indicators or what was evaluated of a project."""
    evaluated = ("score", "execution") if columns.is_evaluated else ()
    return any(at in line.heads for at in columns.all_of(*GOALS, "grid", "sections", *evaluated))


def prints_scores(line: ListLine, columns: ListColumns) -> bool:
    """True for the row of the total score of the project above: 总分, full score and score, perhaps its grade."""
    grid = columns.grid
    if grid is None or not columns.has_actual:
        return False
    label, *others = [cell.text for _, cell in line.sorted_cells]
    scores = [line.cells[at].text for at in (grid.at("weight"), grid.at("score")) if at in line.cells]
    is_scored = bool(scores) and all(read_score(text) is not None for text in scores)
    money = [line.heads[at].text for at in columns.all_of("money", "execution") if at in line.heads]
    is_short = all(read_score(text) is not None or len(text) <= LONGEST_GRADE for text in others)
    return is_scored and is_short and money in ([], [label]) and _names_scores(label)


def _names_scores(text: str) -> bool:
    label, folded = find_label(text), fold(text).strip(":")
    is_total = label is not None and not label.has_value and "total_score" in label.kinds
    return is_total or any(folded in words("form_labels", kind) for kind in ("row_subtotal", "grand_total"))


def prints_grand_total(cells: Mapping[int, str]) -> bool:
    """True for a row 合计 with an amount."""
    texts = list(cells.values())
    is_total = any(fold(text).strip(":") in words("form_labels", "grand_total") for text in texts[:2])
    return is_total and any(amount_and_notes(text) is not None for text in texts[1:])


def names_department(name: str, department: str) -> bool:
    """True for what the row of a whole department is called: 部门整体支出, 某局整体支出绩效自评."""
    if not speaks(name, "overall_title"):
        return False
    name = fold(name).replace(fold(department) or "\0", "")
    word = next((fold(word) for word in words("form_labels", "overall_title") if fold(word) in name), "\0")
    before, _, behind = name.partition(word)
    return (not before or is_name_of_body(before)) and not _BEHIND_WHOLE.sub("", behind)


def looks_like_unit(name: str) -> bool:
    """True for a name that ends as names of units do, and not as names of projects."""
    stem = fold(name)
    while stem.endswith(")") and "(" in stem[1:]:
        stem = stem[: stem.rindex("(")]
    lengths = [
        max((len(word) for word in words("name_endings", kind) if stem.endswith(word)), default=0)
        for kind in ("unit", "project")
    ]
    return lengths[0] > lengths[1]


def is_no_name(text: str) -> bool:
    """True for what stands in the column of names only where a row is out of place: a level, a label, a quantity."""
    return is_of_framework(text) or names_projects(text) or bool(_NO_NAME.fullmatch(fold(text)))


def give_to_next(columns: ListColumns, parts: Sequence[Part]) -> None:
    """Give doubted rows to the project below where the weights prove it: its name stands in the middle of its rows.

    They do where those of the project above are whole without these rows, and those of the next one with them.
    """
    projects = [part for part in parts if isinstance(part, ProjectRows)]
    for own, following in pairwise(projects):
        if own.doubted is None:
            continue
        sound, tail = own.lines[: own.doubted], own.lines[own.doubted :]
        if _weights(columns, sound) in WHOLE_WEIGHTS and (
            _weights(columns, [*tail, *following.lines[: following.doubted]]) in WHOLE_WEIGHTS
        ):
            own.lines, own.doubted = sound, None
            following.lines = [*tail, *following.lines]
            following.doubted = following.doubted + len(tail) if following.doubted is not None else None


def _weights(columns: ListColumns, lines: Sequence[ListLine]) -> Decimal:
    """The weights that rows print, added up: those of a column of their own, or before scores (20/18)."""
    at = (columns.grid.at("weight"), columns.grid.at("score")) if columns.grid is not None else ()
    column = next((own for own in at if own is not None), None)
    texts = [line.cells[column].text.partition("/")[0] for line in lines if column in line.cells] if column else []
    return sum((read_score(text) or Decimal(0) for text in texts), Decimal(0))


def are_joined(cells: Sequence[str]) -> bool:
    """True for a column whose cells all print a unit and its project: 某县教育局/校舍维修 below 单位名称、项目名称."""
    units = [found["unit"] for text in cells if (found := _JOINED.fullmatch(text)) is not None]
    return 0 < len(cells) == len(units) <= 2 * sum(map(looks_like_unit, units))


def unit_and_project(cell: Printed) -> tuple[Printed, Printed, Printed] | None:
    """The unit, the stroke and the project of a cell; None for a cell of one name."""
    found = _JOINED.fullmatch(cell.text)
    if found is None:
        return None
    unit, stroke, name = (cell[slice(*found.span(part))] for part in ("unit", "stroke", "name"))
    return unit, stroke, name.strip()
