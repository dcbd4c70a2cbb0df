"""Shares that a table prints beside amounts, and that the amounts do not give: 人员类 | 1,632.70 | 50.05% of 3,335.40.

The amounts stand left of a column 占比. They are those of one whole where they add up to the next row 合计.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ingest.document.outside.agreement.sums import Disagreement
from ingest.document.outside.sentences import Sentence
from ingest.forms.reading import Part, holding
from ingest.forms.tables_beside.projects import is_sum
from ingest.source.blocks import Line
from ingest.source.printed import fold

_HEAD = re.compile(
    "(?:所)?占(?:总?(?:支出|收入|预算|资金)(?:总额)?的?)?(?:比例?|比重|百分比)(?:[（(]?[%％][)）]?)?|比重|占比[%％]?"
)
_AMOUNT = re.compile(r"[0-9][0-9,]*+(?:[.][0-9]++)?")
_SHARE = re.compile("([0-9]{1,3}(?:[.][0-9]{1,4})?)[%％]?")
_SHARE_ALIKE = Decimal("0.1")
"""Points by which a share may be rounded, or made to fit the others."""
_FEWEST, _MOST = 2, 12

Row = tuple[Line, str, Decimal, Decimal]
"""A row: its line, what it prints as words, its amount and its share, per cent."""


def shares_disagreeing(part: Part) -> Iterator[tuple[Disagreement, Sentence]]:
    """The rows whose share is not that of their amount in the whole, as sentences that say it."""
    named = frozenset([text for text in holding(part, "占重") if _HEAD.fullmatch(fold(text))])
    at: int | None = None
    rows: list[Row] = []
    for line in part.source.lines if named else ():
        cells = part.texts[line.number]
        heads = [column for column, text in cells.items() if text in named]
        if heads or not line.is_row:
            at, rows = (heads[0] if len(heads) == 1 else None), []
            continue
        row = _row(line, cells, at) if at is not None else None
        if row is None:
            rows = []
        elif any(map(is_sum, cells.values())):
            yield from _of_whole(rows, row[2])
            rows = []
        else:
            rows.append(row)


def _row(line: Line, cells: Mapping[int, str], at: int) -> Row | None:
    share = _SHARE.fullmatch(fold(cells.get(at, "")))
    left = [column for column, text in cells.items() if column < at and _AMOUNT.fullmatch(fold(text))]
    if share is None or not left:
        return None
    amount = fold(cells[max(left)])
    names = [text for column, text in cells.items() if column < max(left) and not _AMOUNT.fullmatch(fold(text))]
    words = f"{fold(names[-1]) if names else ''}{amount}，占比{share[0]}"
    return line, words, Decimal(amount.replace(",", "")), Decimal(share[1])


def _of_whole(rows: Sequence[Row], whole: Decimal) -> Iterator[tuple[Disagreement, Sentence]]:
    if not (_FEWEST <= len(rows) <= _MOST and whole and sum(amount for _, _, amount, _ in rows) == whole):
        return
    for line, words, amount, share in rows:
        due = 100 * amount / whole
        if abs(due - share) > _SHARE_ALIKE and abs(due - 100 * share) > _SHARE_ALIKE:  # 0.49
            yield (
                Disagreement("rate_disagrees", 0, len(words), round(due, 2)),
                Sentence(words, words, line.page, line.number),
            )
