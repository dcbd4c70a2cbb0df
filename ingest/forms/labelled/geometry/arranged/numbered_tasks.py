"""Tasks numbered in a cell of their own under the label of their names, which spans both: 任务1, then the task."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.forms.labelled.meaning.tasks import heads_names
from ingest.forms.labelled.signs import RowSigns
from ingest.source.printed import Printed, PrintedCells

_NUMBER = re.compile(
    r"\s*+(?:(?:任务|工作|事项|项目)\s*+)?+(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])"
    r"\s*+[、.．:：]?+\s*+"
)
_NAMES = 2


def unnumbered(rows: Sequence[PrintedCells], signs: Sequence[RowSigns]) -> tuple[Sequence[PrintedCells], list[Printed]]:
    """The rows with the names of tasks right under their label, and the numbers that stood there.

    ``signs`` are what the texts of the rows show.
    """
    found, numbers = [*rows], list[Printed]()
    for place in [number for number, told in enumerate(signs) if told.heads_tasks]:
        for at in _spanning(rows[place]):
            for below in range(place + 1, len(rows)):
                row = rows[below]
                if at in row and at + 1 in row and _NUMBER.fullmatch(row[at].text):
                    numbers.append(row[at])
                    found[below] = {own - (own == at + 1): cell for own, cell in row.items() if own != at}
                elif min(row) < at or heads_names(row[min(row)].text):
                    break
    return (found, numbers) if numbers else (rows, [])


def _spanning(header: PrintedCells) -> list[int]:
    """The columns of labels of tasks' names that span another column."""
    if max(header) - min(header) < len(header):
        return []
    wide = [at for at, following in pairwise(header) if following >= at + _NAMES]
    return [at for at in wide if heads_names(header[at].text)]
