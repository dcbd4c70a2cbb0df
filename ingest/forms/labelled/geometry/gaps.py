"""Paragraphs whose parts only gaps keep apart: labels with their values, a label and its amount."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label
from ingest.grammar.amounts import amount_and_notes
from ingest.grammar.labels import is_of_framework
from ingest.source.blocks import Line
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, PrintedCells, fold

_GAP = re.compile(r"[ \t\u3000\u00a0]+")
# （ 2025  年度 ）, （ 2025 ） 年度, 年度：  2025: what stands within a year is no gap between parts
_YEAR = re.compile(
    r"(?:[（(【\[〔]\s*+)?(?:[2２]\s*+[0０]\s*+\d\s*+\d|二\s*+[〇○零](?:\s*+[〇○零一二三四五六七八九]){2})"
    r"(?:\s*+[)）】\]〕])?\s*+年(?:\s*+度(?![\u4e00-\u9fff]))?(?:\s*+[)）】\]〕])?"
    r"|年\s*+度?\s*+[：:]\s*+[2２]\s*+[0０]\s*+\d\s*+\d"
)
_NAMES = frozenset(("form_department", "form_unit", "project_name"))
_LABEL_AND_VALUE = 2


def parts_of(ledger: Ledger, line: Line) -> list[Printed]:
    """A paragraph's parts that wide gaps, or labels behind a gap, keep apart: `填报单位：某局    单位：万元`."""
    return _parted(ledger, line, lambda gap: len(gap[0]) > 1 or _begins_with_label(gap.string[gap.end() :]))


def _parted(ledger: Ledger, line: Line, is_between: Callable[[re.Match[str]], bool]) -> list[Printed]:
    """The parts of a paragraph between the gaps that are chosen."""
    span = next(cell for cell in line.cells if ledger.source.text[cell.start : cell.end].strip())
    whole = ledger.printed([span]).strip()
    text = ledger.source.text[span.start : span.end]
    inside_year = [year.span() for year in _YEAR.finditer(text)]
    gaps = [
        gap.end()
        for gap in _GAP.finditer(text)
        if is_between(gap) and not any(low < gap.start() and gap.end() < high for low, high in inside_year)
    ]
    if not gaps:
        return [whole]
    cuts = [span.start, *[span.start + gap for gap in gaps], span.end]
    at = list(whole.at)
    parts = []
    for low, high in pairwise(cuts):
        inside = [index for index, offset in enumerate(at) if low <= offset < high]
        if inside:
            parts.append(whole[inside[0] : inside[-1] + 1].strip())
    return [part for part in parts if part]


def pair_behind_gap(ledger: Ledger, line: Line, rows: Sequence[PrintedCells]) -> PrintedCells | None:
    """A paragraph that only a gap parts into a label and its value; None for any other.

    The label of a name (项目名称 某工程), or of an amount; below such ``rows`` any before an amount: 市级资金   40.00.
    What prints another label may be a row of a table, whose columns nothing tells.
    """
    if _GAP.search(ledger.source.text, *line.span) is None:
        return None
    pair = parts_of(ledger, line)
    if len(pair) == _LABEL_AND_VALUE and _is_amount(pair, rows):
        return dict(enumerate(pair))
    parts = _parted(ledger, line, bool)
    if len(parts) != _LABEL_AND_VALUE or any(":" in fold(part.text) for part in parts):
        return None
    label, name = map(find_label, (part.text for part in parts))
    is_named = label is not None and label.kinds <= _NAMES and name is None and parts[1].text[0] not in "（("
    return dict(enumerate(parts)) if is_named else None


def _is_amount(pair: Sequence[Printed], rows: Sequence[PrintedCells]) -> bool:
    """True for a label of money, or one below a pair of money, and an amount."""
    label, is_money = find_label(pair[0].text), amount_and_notes(pair[1].text) is not None
    above = [*rows[-1].values()] if rows else []
    if label is not None or not is_money or len(above) != _LABEL_AND_VALUE:
        return is_money and label is not None and not label.has_value and bool(label.kinds & AMOUNT_KINDS)
    is_label = amount_and_notes(pair[0].text) is None and not is_of_framework(pair[0].text)
    return is_label and amount_and_notes(above[1].text) is not None


def _begins_with_label(text: str) -> bool:
    label = find_label(text.split(maxsplit=1)[0]) if text.strip() else None
    return label is not None and label.has_value
