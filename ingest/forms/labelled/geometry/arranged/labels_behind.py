"""Forms whose labels stand right of their values, or below them: given as forms that print labels first.

农村公路养护 | 项目名称 | 某局 | 主管部门; or a row of values, and below it the row of their labels. Such is a form
where every row above its grid is so, and the name of the project is among them: one row in the usual order denies it.
"""

from collections.abc import Sequence

from ingest.forms.labelled.labels import find_label
from ingest.source.printed import PrintedCells

Rows = Sequence[PrintedCells]

_FEWEST = 3
_PAIR = 2


def labels_first(head: Rows) -> list[PrintedCells]:
    """The rows above a grid with each label left of its value; as they are where labels stand before or above values.

    Labels with the values above them have a row each.
    """
    if not any(_names_project(text) for row in head[:_FEWEST] for text in _texts(row)):
        return [*head]
    if _are_right(head):
        return [_turned(row) for row in head]
    # a label alone where values are due has its value in a paragraph
    alone = next((at for at in range(0, len(head), _PAIR) if _is_label_alone(head[at])), len(head))
    if _are_below(head[:alone]):
        pairs = zip(head[:alone:_PAIR], head[1:alone:_PAIR], strict=True)
        rows = [{0: label, 1: values[at]} for values, labels in pairs for at, label in labels.items()]
        return [*rows, *head[alone:]]
    return [*head]


def _are_right(head: Rows) -> bool:
    """True where each row is values with their labels behind them."""
    texts = [_texts(row) for row in head]
    is_each = all(
        len(own) % _PAIR == 0 and all(map(_is_label, own[1::_PAIR])) and not any(map(_is_label, own[::_PAIR]))
        for own in texts
    )
    return is_each and sum(map(len, texts)) >= _FEWEST * _PAIR


def _are_below(head: Rows) -> bool:
    """True where a row of values and one of as many labels follow each other throughout."""
    is_each = len(head) % _PAIR == 0 and all(
        values.keys() == labels.keys()
        and all(map(_is_label, _texts(labels)))
        and not any(map(_is_label, _texts(values)))
        for values, labels in zip(head[::_PAIR], head[1::_PAIR], strict=True)
    )
    return is_each and sum(map(len, head)) >= _FEWEST * _PAIR


def _turned(row: PrintedCells) -> PrintedCells:
    """A row with the cells of each pair in each other's columns."""
    columns = [*row]
    turned = [column for at in range(0, len(columns), _PAIR) for column in (columns[at + 1], columns[at])]
    return {at: row[column] for at, column in zip(columns, turned, strict=True)}


def _is_label_alone(row: PrintedCells) -> bool:
    return len(row) == 1 and all(map(_is_label, _texts(row)))


def _texts(row: PrintedCells) -> list[str]:
    return [cell.text for cell in row.values()]


def _is_label(text: str) -> bool:
    label = find_label(text)
    return label is not None and not label.has_value


def _names_project(text: str) -> bool:
    label = find_label(text)
    return label is not None and not label.has_value and "project_name" in label.kinds
