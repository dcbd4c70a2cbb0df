"""Columns of names, of targets and of texts beside them whose labels no vocabulary has: by which cells are filled.

A unit stands beside a number that has none; what stands beside a target with a unit of its own is no unit.
"""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.grid.columns import UNKNOWN
from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.inferred.compared import answers, is_comparison
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import fold_label, names_target
from ingest.grammar.quantities import read_direction, read_score
from ingest.grammar.targets import read_target
from ingest.vocabulary import words

Texts = Mapping[int, str]

_FEWEST = 2
_MOST_ODD = 5  # of so many cells one may be odd
_POINTS = "分"  # 齐全得4分: how it is scored
_OF_EVALUATION = frozenset(("actual", "score"))
_OF_YEAR = frozenset(("value", "annual"))


def name_beside_levels(columns: dict[int, str], open_: Sequence[int], held: Mapping[int, list[str]], rows: int) -> None:
    """Name the column of names: the first ``open_`` one that holds no bare numbers; ``held`` are the cells of each.

    The one behind it, where that is filled in more rows: the first holds second levels then. So where words call a
    column behind the targets so, and this stands between them and the levels: 指标内容 explains it.
    """
    called = [index for index, role in columns.items() if role == "level3"]
    target = min((index for index, role in columns.items() if role in (*VALUES, "operator")), default=-1)
    texts = [index for index in open_ if any(read_score(text) is None for text in held[index]) or not held[index]]
    if (called and min(called) < target) or not texts or (called and texts[0] > target):
        return
    first, second = (*texts, target)[:2]
    is_inner = second < target and 0 < len(held[first]) < len(held[second]) and "level2" not in columns.values()
    if is_inner and _are_names(held[second], rows):
        columns |= {**dict.fromkeys(called, "note"), first: "level2", second: "level3"}
    elif _are_names(held[first], rows):
        columns |= {**dict.fromkeys(called, "note"), first: "level3"}


def _are_names(cells: Sequence[str], rows: int) -> bool:
    """True where nearly every row has a text of its own, hardly one of them a quantity or a label."""
    odd = rows // _MOST_ODD + 1
    own = len(set(cells))
    if not cells or own < len(cells) - odd // 2 or len(cells) < rows - odd:
        return False
    strange = sum(read_target(text).is_quantitative or ("指标" in text and is_level(text)) for text in cells)
    return strange < odd and strange < len(cells)


def value_beside_unit(columns: dict[int, str], open_: Sequence[int], below: Sequence[Texts]) -> None:
    """Name the one open column that holds bare numbers in those rows alone in which the known unit is filled."""
    roles = {role: index for index, role in columns.items()}
    if "unit" not in roles or "level3" not in roles or roles.keys() & {*VALUES, *_OF_EVALUATION}:
        return
    rows = [row for row in below if roles["level3"] in row]
    units = [roles["unit"] in row for row in rows]
    filled = [at for at in open_ if at not in columns and at > roles["level3"] and all(at in row for row in rows)]
    found = [at for at in filled if [read_score(row[at]) is not None for row in rows] == units]
    if len(filled) == 1 and found and sum(units) >= _FEWEST:
        columns[found[0]] = "value"


def counted_value(columns: Mapping[int, str], texts: Texts) -> dict[int, str]:
    """The column of targets called 数量 beside that of their units, where none is called a target."""
    if not {*VALUES, "actual"}.isdisjoint(columns.values()):
        return {}
    called = [at for at, text in texts.items() if fold_label(text) in words("form_labels", "counted_value")]
    found = [at for at in called if at not in columns and columns.get(at + 1) == "unit"]
    return {found[0]: "value"} if len(found) == 1 else {}


def texts_beside_targets(columns: dict[int, str], open_: Sequence[int], below: Sequence[Texts]) -> None:
    """Name the open columns of texts in a target form that hold no unit: notes (佐证, 责任科室)."""
    value = next((index for index, role in columns.items() if role in VALUES), None)
    if value is None or not _OF_EVALUATION.isdisjoint(columns.values()):
        return
    for at in open_:
        if at in columns or at < value:
            continue
        beside = [(read_target(row[value]), row[at]) for row in below if at in row and value in row]
        has_digit = any(any(map(str.isdigit, row[at])) for row in below if at in row)
        others = {text for target, text in beside if target.unit and target.unit != text}
        bare = {text for target, text in beside if target.is_quantitative and not target.unit}
        if others and bare <= others and not has_digit:
            columns[at] = "note"


def parted_values(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The columns of targets of which most rows print several beside each other: of other years, nobody knows which.

    A second row of the header that no vocabulary has (前年, 上年, 预计当年) would say it.
    """
    found: dict[int, str] = {}
    for at in [own for own, role in columns.items() if role in VALUES]:
        following = min((own for own in texts if own > at), default=at)
        rows = [row for row in below if at in row]
        inner = [[row[own] for own in range(at + 1, following) if own in row] for row in rows]
        several = [
            read_target(row[at]).is_quantitative and any(map(_is_quantity, own))
            for row, own in zip(rows, inner, strict=True)
        ]
        is_parted = len(rows) >= _FEWEST and 2 * sum(several) >= len(rows)
        if is_parted or (len(rows) >= _FEWEST and _is_of_texts_beside_targets(at, columns, texts, below)):
            found[at] = UNKNOWN
    return found


def _is_of_texts_beside_targets(at: int, columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> bool:
    """True for texts without a digit under a label that no vocabulary has but by its ending (某某指标值), where an open
    column behind the names holds comparisons: that is the one of targets, or nobody knows.
    """
    name = next((own for own, role in columns.items() if role == "level3"), at)
    others = [own for own in texts if own not in columns and own > name]
    has_digit = any(any(map(str.isdigit, row.get(at, ""))) for row in below)
    return not (has_digit or names_target(texts.get(at, ""))) and any(
        is_comparison(row.get(own, "")) for own in others for row in below
    )


def _is_quantity(text: str) -> bool:
    return read_target(text).is_quantitative


def target_called_note(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The one column behind the names, by its words of notes, whose cells are targets: 绩效标准 over 4座, ≤45万元/座.

    So only where no other column is one of targets, nor compares under an unknown label; actual values answer it. Those
    cells that are no quantities are texts of their own.
    """
    roles = {role: index for index, role in columns.items()}
    if "level3" not in roles or roles.keys() & _OF_YEAR or ("score" in roles and "actual" not in roles):
        return {}
    rows = [row for row in below if roles["level3"] in row]
    others = [at for at in texts if at not in columns and at > roles["level3"]]
    if any(is_comparison(row.get(at, "")) for at in others for row in rows):
        return {}
    notes = [at for at, role in columns.items() if role == "note" and at > roles["level3"]]
    quantities = {at: sum(_is_measured(row[at]) for row in rows if at in row) for at in notes}
    found = [at for at in notes if 2 * quantities[at] > len(rows) and all(at in row for row in rows)]
    found = [at for at in found if "actual" not in roles or answers(at, roles["actual"], rows)]
    found = [at for at in found if any(is_comparison(row[at]) for row in rows)] or found
    return {found[0]: "annual"} if len(found) == 1 and len(rows) >= _FEWEST else {}


def _is_measured(text: str) -> bool:
    target = read_target(text)
    return target.is_quantitative and target.unit != _POINTS and (target.unit is not None or target.operator != "=")


def without_directions(signs: Mapping[int, str], held: Mapping[int, list[str]]) -> dict[int, str]:
    """The columns of signs beside one that words name: a column of directions (正向指标) is a note."""
    return {index: "note" if all(map(read_direction, held[index])) else role for index, role in signs.items()}
