"""The money of a form printed below each other: the labels of its columns, then each source and its amounts."""

import re
from collections.abc import Mapping, Sequence

from ingest.document.lines.vertical.cells import Cell, Rows, Uneven, begins
from ingest.forms.labelled.labels import AMOUNT_KINDS, EXECUTION_COLUMNS, find_label
from ingest.grammar.amounts import is_amount

_FEWEST = 3
_AMOUNTS = ("budget", "adjusted", "executed")
_DASH = re.compile(r"[—–\-/／]+")
_SOURCE = "source_"


def columns_at(cells: Sequence[Cell], at: int) -> list[str]:
    """The kinds of the columns of money whose labels begin at a cell; none for any other cell."""
    kinds: list[str] = []
    while at < len(cells) and (kind := _kind(cells[at].text)) is not None and kind not in kinds:
        kinds.append(kind)
        at += 1
    return kinds if len(kinds) >= _FEWEST and len(_amounts(kinds)) > 1 else []


def put_money(rows: Rows, cells: Sequence[Cell], at: int, kinds: Sequence[str], lead: int) -> int:
    """Put the sources behind such labels into rows below them; gives the place behind. Raises Uneven."""
    while at < len(cells) and _names_source(cells[at].text):
        stop = at + 1
        while stop < len(cells) and stop - at <= len(kinds) and not begins(cells[stop].text):
            stop += 1
        placed = _placed(cells[at + 1 : stop], kinds)
        rows.add(*([None] * (lead - 1)), cells[at], *(placed.get(kind) for kind in kinds))
        at = stop
    return at


def _kind(text: str) -> str | None:
    label = find_label(text)
    kinds = EXECUTION_COLUMNS & label.kinds if label is not None and not label.has_value else ()
    return min(kinds, default=None)


def _amounts(kinds: Sequence[str]) -> list[str]:
    return [kind for kind in kinds if kind in _AMOUNTS]


def _names_source(text: str) -> bool:
    label = find_label(text)
    return label is not None and any(kind in AMOUNT_KINDS or kind.startswith(_SOURCE) for kind in label.kinds)


def _placed(cells: Sequence[Cell], kinds: Sequence[str]) -> Mapping[str, Cell]:
    """The cells of a source by their columns: from the first on, else its amounts and what fits one column alone.

    The cell of the reason may be merged over all sources.
    """
    amounts = _amounts(kinds)
    if len(cells) < len(amounts) and all(_DASH.fullmatch(cell.text) for cell in cells):
        return (
            dict(zip(kinds[-len(cells) :], cells, strict=True)) if cells else {}
        )  # whichever columns they stand in, they say nothing
    are_first = all(not cell.text or _fits(kind, cell.text) for kind, cell in zip(kinds, cells, strict=False))
    if len(cells) in (0, len(kinds)) or (are_first and len(amounts) <= len(cells) < len(kinds)):
        return dict(zip(kinds, cells, strict=False))
    found = dict(zip(amounts, cells, strict=False))
    if len(found) < len(amounts) or not all(_fits(kind, cell.text) for kind, cell in found.items()):
        raise Uneven
    others = [kind for kind in kinds if kind not in amounts]
    for cell in cells[len(amounts) :]:
        fitting = [kind for kind in others if _fits(kind, cell.text)]
        if not fitting or (len(fitting) > 1 and not _DASH.fullmatch(cell.text)):
            raise Uneven
        found[fitting[0]] = cell
        others = others[others.index(fitting[0]) + 1 :]
    return found


def _fits(kind: str, text: str) -> bool:
    is_number, is_rate = is_amount(text.rstrip("%％")), text.endswith(("%", "％"))
    if kind == "execution_reason":
        return not is_number
    return bool(_DASH.fullmatch(text)) or (is_number and is_rate == (kind == "execution_rate"))
