"""Forms side by side in one table: titles stand in one row, or 项目名称 several times, each with a name of its own."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.labels import find_label, fold_label, read_label
from ingest.forms.labelled.signs import signs_of
from ingest.forms.labelled.template import FormRows, names_project
from ingest.grammar.amounts import is_amount
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

Rows = Sequence[PrintedCells]

_FEWEST_AGAIN = 2
_FEWEST_OF_TWO = 4
"""Cells of a row that prints two labels with their values."""
_OF_WHOM = frozenset(("project_name", "form_unit", "form_department"))
_ON_A_COVER = _OF_WHOM | {"attribute"}
# 2024年3月15日, 二〇二四年三月
_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{4}\s*年(?:\s*[\d一二三四五六七八九十]{1,3}\s*月)?(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?"
)
# 预算编码:301001
_UNKNOWN = re.compile(r"[^:,;。\d]{2,12}:[^:;。]{0,30}")


def forms_of(form: FormRows) -> list[tuple[Printed, Rows]]:
    """The forms that stand side by side, left to right, each with its title; one alone as it is."""
    if not form.titles_beside:
        return [(form.own_title(), rows) for rows in parted(form.rows)]
    starts = [0, *form.titles_beside]
    ends = [*form.titles_beside, max(max(row) for row in form.rows) + 1]
    titles = [form.title, *form.titles_beside.values()]
    found = [(title, _between(form.rows, *cut)) for title, *cut in zip(titles, starts, ends, strict=True)]
    return [(title, rows) for title, rows in found if rows]


def parted(rows: Rows) -> list[Rows]:
    """The rows of each of the forms, left to right; all rows as they are where one form stands alone.

    Forms that stand side by side print most of their labels again; a label that one form prints twice stands alone.
    """
    starts = max([_names(row) for row in rows if len(row) >= _FEWEST_OF_TWO], key=len, default=[])
    if len(starts) < 2:
        return _parted_by_texts(rows)
    forms = _cut(rows, starts)
    first, *others = map(_labels, forms)
    return forms if all(2 * len(first & other) > len(first) for other in others) else [rows]


def _names(row: PrintedCells) -> list[int]:
    """The columns in which the label of a name stands, each before a name."""
    first = fold(next(iter(row.values()), NOTHING).text)
    if not _is_name(first):
        return []
    return [
        column
        for (column, cell), (_, name) in pairwise(row.items())
        if fold(cell.text) == first and not find_label(name.text)
    ]


@lru_cache(maxsize=4096)
def _is_name(text: str) -> bool:
    """True for the label of a project's name."""
    label = find_label(text)
    return label is not None and "project_name" in label.kinds


def _parted_by_texts(rows: Rows) -> list[Rows]:
    """The rows of forms whose labels no vocabulary has: the first rows print their first text again, each with a value.

    Rows of a grid, of money and of goals tell nothing: theirs stand beside the cycle and beside the year.
    """
    starts = next((_again(row) for row in rows if len(row) > 1), ())
    if len(starts) < _FEWEST_AGAIN or sum(_again(row) == starts for row in rows) < _FEWEST_AGAIN:
        return [rows]
    return _cut(rows, starts)


def _again(row: PrintedCells) -> tuple[int, ...]:
    """The columns in which the first text of a row stands, each before a value of its own."""
    first = fold(next(iter(row.values()), NOTHING).text)
    label, signs = find_label(first), signs_of(first)
    if not first or signs.is_of_framework or signs.column is not None or (label and not label.kinds <= _OF_WHOM):
        return ()
    found = {at: fold(value.text) for (at, cell), (_, value) in pairwise(row.items()) if fold(cell.text) == first}
    is_own = len(set(found.values())) == len(found) and not any(map(is_amount, found.values()))
    return tuple(found) if is_own else ()


def _cut(rows: Rows, starts: Sequence[int]) -> list[Rows]:
    """The rows of each of the forms that begin in these columns; what stands left of the first is of it."""
    return [_between(rows, *cut) for cut in pairwise([0, *starts[1:], max(max(row) for row in rows if row) + 1])]


def _between(rows: Rows, low: int, high: int) -> Rows:
    """What stands in a run of columns."""
    found = ({at: cell for at, cell in row.items() if low <= at < high} for row in rows)
    return [row for row in found if row]


def _labels(rows: Rows) -> set[str]:
    """The labels of a form, folded."""
    return {fold(cell.text) for row in rows for cell in row.values() if find_label(cell.text)}


def with_grids_apart(forms: Sequence[FormRows]) -> list[FormRows]:
    """The forms of a document, one without indicators joined with the next one, which has them and names no project.

    So a form is printed in two tables, or on two sheets: 绩效目标表（一） of the money, （二） of the indicators.
    """
    found: list[FormRows] = []
    for form in forms:
        before = found[-1] if found else None
        may_go_on = before is not None and not before.has_grid() and form.has_grid()
        if before is not None and may_go_on and _are_of_one(before.rows, form.rows):
            before.rows += form.rows
        else:
            found.append(form)
    return found


def _are_of_one(first: Rows, second: Rows) -> bool:
    """True for rows that name a project, before others that name none."""
    return any(map(names_project, first)) and not any(map(names_project, second))


def without_covers(forms: Sequence[FormRows], ledger: Ledger) -> list[FormRows]:
    """The forms of a document without covers: one of no more than who and which project, above a form of the same.

    What a cover prints and its form does not (预算编码, 填报日期) is of the form; the rest is booked in ``ledger``.
    Labels behind their values stand before them in what it gives.
    """
    found: list[FormRows] = []
    filled = [form for form in forms if form.rows]
    for form in filled:
        form.put_labels_first()
    for form, following in pairwise([*filled, FormRows()]):
        if not (_is_cover(form) and _is_of_same(_named(form.rows), _named(following.rows))):
            found.append(form)
            continue
        known = {kind for kind, _ in _named(following.rows)}
        kept = [row for row in form.rows if not _is_said(row, known)]
        for cell in (cell for row in form.rows if not any(row is own for own in kept) for cell in row.values()):
            ledger.label(cell)  # its form prints it again
        following.rows[:0] = kept
    return found


def _is_cover(form: FormRows) -> bool:
    """True for rows of who and which project, short texts behind other labels, a date and who made it among them."""
    if not all(_is_signature(row) or _are_pairs(row) for row in form.rows):
        return False
    cells = [cell for row in form.rows if not _is_signature(row) for cell in row.values()]
    kinds = [label.kinds for cell in cells if (label := read_label(cell)) is not None]
    return all(own & _ON_A_COVER for own in kinds) and any(own & _OF_WHOM for own in kinds)


def _is_signature(row: PrintedCells) -> bool:
    if len(row) != 1:
        return False
    text = fold(next(iter(row.values())).text)
    return find_label(text) is None and (
        _DATE.fullmatch(text) is not None or is_name_of_body(text.removesuffix("制").removesuffix("编"))
    )


def _are_pairs(row: PrintedCells) -> bool:
    """True for labels with their values, in one cell or in the next; a label that no vocabulary has ends in a colon."""
    first, *others = row.values()
    if (label := read_label(first)) is None:
        return not others and _UNKNOWN.fullmatch(fold(first.text)) is not None
    return bool(label.value) or len(others) == 1 or any(read_label(cell) for cell in others)


def _named(rows: Rows) -> list[tuple[str, str]]:
    """Whose form and of which project rows say it is: kinds of labels, and names without brackets."""
    return [(kind, name) for row in rows for kinds, name in _pairs(row) for kind in kinds & _OF_WHOM if name]


def _pairs(row: PrintedCells) -> Iterator[tuple[frozenset[str], str]]:
    cells = [*row.values(), NOTHING]
    for cell, following in pairwise(cells):
        label = read_label(cell)
        if label is not None:
            behind = NOTHING if read_label(following) else following
            yield label.kinds, fold_label((label.value or behind).text)


def _is_of_same(cover: Sequence[tuple[str, str]], form: Sequence[tuple[str, str]]) -> bool:
    """True where a form names the project of a cover, or whom a cover names that names no project."""
    projects = {name for kind, name in cover if kind == "project_name"}
    if projects:
        return projects == {name for kind, name in form if kind == "project_name"}
    return not {name for _, name in cover}.isdisjoint(name for kind, name in form if kind != "project_name")


def _is_said(row: PrintedCells, known: set[str]) -> bool:
    """True for a row of names that the form prints, too, and for a date or who made the cover."""
    labels = [label.kinds for cell in row.values() if (label := find_label(cell.text)) is not None]
    return _is_signature(row) or (bool(labels) and not any(kinds.isdisjoint(known) for kinds in labels))
