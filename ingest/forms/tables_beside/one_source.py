"""Lists of projects by the money of one source, 一般公共预算项目支出表, that hold all the money of the projects.

Such a list says what all of a project gets where its total is the sum of 项目支出 in a table of all expenditure.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.forms.labelled.labels import fold_label, speaks
from ingest.forms.reading import Part
from ingest.forms.tables_beside.projects import ProjectList, is_sum, tables_of
from ingest.forms.tables_beside.summed import is_summed
from ingest.grammar.amounts import read_wan
from ingest.source.blocks import Line
from ingest.source.printed import Texts
from ingest.vocabulary import words

_OF_PROJECTS = "项目"
_ALLOCATED = "allocated"


def whole_lists_of_one_source(part: Part) -> Iterator[ProjectList]:
    """The lists of a part under titles of one source whose proved total is all that projects get."""
    for found, is_of_performance in tables_of(part, _is_of_one_source):
        if is_of_performance or not is_summed(found, part.texts):
            continue
        if _total(found, part.texts) in _sums_of_projects(part, found):
            yield found


def _is_of_one_source(heading: str) -> bool:
    """True for a title of a list of projects but for the words of its source."""
    source = next((word for word in words("form_labels", "budget_of_one_source") if word in heading), None)
    rest = heading.replace(source, "") if source else ""
    return _OF_PROJECTS in rest and not speaks(rest, "no_list_of_money")


def _total(found: ProjectList, texts: Texts) -> Decimal | None:
    totals = [texts[line.number] for line in found.rows if any(map(is_sum, texts[line.number].values()))]
    return found.wan(totals[0], _ALLOCATED) if len(totals) == 1 else None


def _sums_of_projects(part: Part, found: ProjectList) -> set[Decimal]:
    """What rows 合计 print below 项目支出 in tables beside 基本支出, read in the unit of a list."""
    unit, sums = found.units.get(_ALLOCATED), set[Decimal]()
    lines = [line for line in part.source.lines if part.texts[line.number]]
    for place, line in enumerate(lines) if unit is not None else ():
        kinds = {_item(text): at for at, text in part.texts[line.number].items()}
        at = kinds.get("item_project", -1)
        if not line.is_row or at < 0 or "item_basic" not in kinds:
            continue
        for row in _rows_below(lines[place + 1 :]):
            cells = part.texts[row.number]
            value = read_wan(cells.get(at, ""), unit) if any(map(is_sum, cells.values())) else None
            sums |= {value} if value is not None else set()
    return sums


def _item(text: str) -> str:
    kinds = ("item_basic", "item_project")
    return next((kind for kind in kinds if fold_label(text) in words("form_labels", kind)), "")


def _rows_below(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if not line.is_row:
            return
        yield line
