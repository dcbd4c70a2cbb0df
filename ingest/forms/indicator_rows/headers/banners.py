"""Lists whose projects are named in rows of their own, above their indicators: `项目名称：某某项目 项目资金：50万元`.

Such a row, a banner, tells of the rows below it what columns tell elsewhere. It is read as cells of columns behind
those of the table, one for each label, which the first row below it fills.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import Printed, PrintedCells, fold

BEHIND = 1_000
"""The first of the columns behind those of any table."""

_COLON = re.compile("[：:]")
_SHORTEST, _LONGEST = 2, 12
_NAME = "project_name"
_TOLD = AMOUNT_KINDS | {_NAME, "form_unit", "form_department"}
_FEWEST_COLUMNS = 4
_DEEPEST = 3

RowTexts = Mapping[int, str]


def cuts(text: str) -> list[tuple[int, int]]:
    """Where each label of a banner begins and ends, its colon included; none for any other text."""
    found: list[tuple[int, int]] = []
    for colon in _COLON.finditer(text):
        low = found[-1][1] if found else 0
        for start in range(max(low, colon.start() - _LONGEST), colon.start() - _SHORTEST + 1):
            label = find_label(text[start : colon.start()])
            if label is not None and not label.has_value and label.kinds & _TOLD:
                found.append((start, colon.end()))
                break
    return found if found and found[0][0] == 0 else []


def is_banner(text: str) -> bool:
    """True for a text that begins with the label of a project's name, and holds the name."""
    label = find_label(text)
    return label is not None and label.has_value and _NAME in label.kinds and bool(cuts(text))


def names_project(texts: RowTexts) -> bool:
    """True for a banner that names a project, alone in its row."""
    return len(texts) == 1 and is_banner(next(iter(texts.values())))


def banner_columns(rows: Sequence[RowTexts]) -> dict[str, int] | None:
    """The columns behind a header that begins with the first row, by their labels; None where no banner follows it.

    The labels are those of all banners among the rows. An indicator stands below the first one.
    """
    depth = next((at for at, row in enumerate(rows[: _DEEPEST + 1]) if names_project(row)), 0)
    if not depth or len(rows[0]) < _FEWEST_COLUMNS or len(rows) <= depth + 1:
        return None
    if not any(map(is_of_framework, rows[depth + 1].values())):
        return None
    labels: dict[str, int] = {}
    for row in rows:
        for label in _labels(row) if names_project(row) else ():
            labels.setdefault(label, BEHIND + len(labels))
    return labels


def _labels(row: RowTexts) -> Iterator[str]:
    return (fold(text[start:end]).strip(":") for text in row.values() for start, end in cuts(text))


def with_banners(rows: Sequence[RowTexts], columns: Mapping[str, int]) -> list[RowTexts]:
    """The rows as if the columns behind them were printed: their labels in the first row, the banners left out."""
    first, *below = [row for row in rows if not names_project(row)]
    return [{**first, **{at: label for label, at in columns.items()}}, *below]


def banner_cells(cells: PrintedCells, columns: Mapping[str, int]) -> tuple[dict[int, Printed], list[Printed]] | None:
    """The values of a banner by the columns behind the table, and its labels; None for any other row."""
    texts = {at: cell.text for at, cell in cells.items()}
    if not columns or not names_project(texts):
        return None
    (cell,) = cells.values()
    places = cuts(cell.text)
    ends = [start for start, _ in places[1:]] + [len(cell.text)]
    found, labels = {}, []
    for (start, begin), end in zip(places, ends, strict=True):
        at = columns.get(fold(cell.text[start:begin]).strip(":"))
        if at is None:
            return None
        labels.append(cell[start:begin])
        found[at] = cell[begin:end].strip(" ，,；;")
    return found, labels
