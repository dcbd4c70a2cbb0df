"""Income and spending that a table prints in one row as the sums of both sides, and that are not one amount.

收入总计 | 1,286.40 | 支出总计 | 1,268.40. Sums of a year (收入合计) are so where neither a sum of all nor money carried
over stands below them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from ingest.document.outside.agreement.sums import Disagreement
from ingest.document.outside.sentences import Sentence
from ingest.forms.reading import Part, holding
from ingest.source.blocks import Line
from ingest.source.printed import fold

_SUM = re.compile("(收入|支出)(?:预算)?(?:(总计)|合计|总额)(?:[(]万?元[)])?:?")
_CARRIED = re.compile("结转|结余|总计|弥补|上缴|调入|调出")
_AMOUNT = re.compile(r"-?[0-9][0-9,]*+(?:[.][0-9]++)?")
_BELOW = 6
"""Rows below in which a sum of a year may be carried on."""


def balances_disagreeing(part: Part) -> Iterator[tuple[Disagreement, Sentence]]:
    """The rows whose income is not their spending, as sentences that say both."""
    named = {text for text in holding(part, "收支") if _SUM.fullmatch(_label(text))}
    lines = part.source.lines if len(named) > 1 else ()
    for place, line in enumerate(lines):
        cells = part.texts[line.number]
        if sum(text in named for text in cells.values()) != 2 or _goes_on(part, cells, lines, place):
            continue
        sides = _sides(cells)
        income, spending = sides.get("收入", []), sides.get("支出", [])
        # a number of the line or of another year may stand beside each
        if income and spending and not set(income) & set(spending):
            words = f"收入{_told(cells)['收入']}{max(income)}，支出{_told(cells)['支出']}{max(spending)}"
            yield (
                Disagreement("balance_disagrees", 0, len(words), max(income) - max(spending)),
                Sentence(words, words, line.page, line.number),
            )


def _goes_on(part: Part, cells: Mapping[int, str], lines: Sequence[Line], place: int) -> bool:
    """True for sums of a year that are not those of all."""
    if all("总计" in told for told in _told(cells).values()):
        return False
    below = takewhile(lambda line: line.is_row, lines[place + 1 : place + 1 + _BELOW])
    return any(_CARRIED.search(_label(text)) for line in below for text in part.texts[line.number].values())


def _told(cells: Mapping[int, str]) -> dict[str, str]:
    """What each side calls its sum."""
    found = [_SUM.fullmatch(_label(text)) for text in cells.values()]
    return {sum_of[1]: _label(sum_of[0])[len(sum_of[1]) :] for sum_of in found if sum_of is not None}


def _sides(cells: Mapping[int, str]) -> dict[str, list[Decimal]]:
    """The amounts behind the label of each side."""
    sides: dict[str, list[Decimal]] = {}
    side = None
    for at in sorted(cells):
        label = _SUM.fullmatch(_label(cells[at]))
        amount = fold(cells[at])
        if label is not None:
            side = sides.setdefault(label[1], [])
        elif side is not None and _AMOUNT.fullmatch(amount):
            side.append(Decimal(amount.replace(",", "")))
    return sides


def _label(text: str) -> str:
    return "".join(fold(text).split())
