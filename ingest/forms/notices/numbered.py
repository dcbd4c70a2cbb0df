"""The projects that only numbered headings above their forms name: `（一）食品抽检`, below it 实施单位 and a grid."""

from collections.abc import Iterator
from itertools import pairwise

from ingest.forms.departments.prose_lines import numbering_of, without_number
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.evidence import is_title, names_a_project
from ingest.forms.labelled.grid.lines import says_level
from ingest.forms.labelled.labels import find_label, grid_column
from ingest.forms.labelled.rows.titled import is_general
from ingest.forms.reading import Part
from ingest.source.printed import Printed

_LONGEST = 60
_FEWEST = 2
_LEVELS = frozenset(("level1", "level2", "level3"))


def names_above(part: Part) -> frozenset[int]:
    """The lines that name the projects of the forms below them, all numbered alike.

    None where 项目名称 names any, or one of the headings has no form with a grid below it.
    """
    if part.ask(names_a_project):
        return frozenset()
    headings = [*_headings(part)]
    kinds = {numbering for _, numbering, _ in headings}
    if len(headings) < _FEWEST or len(kinds) > 1 or not all(has_grid for *_, has_grid in headings):
        return frozenset()
    return frozenset(number for number, *_ in headings)


def _headings(part: Part) -> Iterator[tuple[int, str, bool]]:
    """The lines that may name a project above a row of a form: number, numbering, and whether a grid stands below."""
    lines = [line for line in part.source.lines if part.texts[line.number]]
    found = [
        (at, numbering)
        for at, line in enumerate(lines)
        if (numbering := _heading([*part.texts[line.number].values()])) is not None
        and at + 1 < len(lines)
        and lines[at + 1].is_row
        and _begins_form([*part.texts[lines[at + 1].number].values()])
    ]
    for (at, numbering), (stop, _) in pairwise([*found, (len(lines), "")]):
        below = [{grid_column(text) for text in part.texts[line.number].values()} for line in lines[at + 1 : stop]]
        yield lines[at].number, numbering, any(len(columns & _LEVELS) > 1 for columns in below)


def _heading(texts: list[str]) -> str | None:
    """The numbering of a line alone that may name a project; None for any other."""
    if len(texts) != 1 or (numbering := numbering_of(texts[0])) is None:
        return None
    name = without_number(Printed(texts[0], range(len(texts[0]))))[1].text.strip()
    is_name = 1 < len(name) <= _LONGEST and find_label(name) is None and not any(map(name.__contains__, "。；;：:"))
    is_other = is_title(name) or is_name_of_body(name) or says_level(name) or is_general(name, 1)
    return numbering if is_name and not is_other else None


def _begins_form(texts: list[str]) -> bool:
    """True for a row that begins with a label of a form and has something beside it."""
    label = find_label(texts[0])
    return len(texts) > 1 and label is not None and "grid" not in label.kinds
