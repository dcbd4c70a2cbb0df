"""What the lines of a table of execution are of: their source, the parts of a source, the levels that make one up."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from ingest.forms.labelled.form import ExecutionLine
from ingest.forms.labelled.meaning.execution.proof import AMOUNTS
from ingest.forms.labelled.meaning.money import source_by_words
from ingest.grammar.funding_sources import LEADING_SOURCE, source_of_kind
from ingest.grammar.government_levels import level_named

_TOTALS = ("annual_total", "midterm_total")
_FEWEST_PARTS = 2
_OF_WHICH = "其中"


def levels_of_one_line(lines: Sequence[ExecutionLine]) -> list[ExecutionLine]:
    """The lines of levels right behind one of 财政拨款 that names none and that they make up: 中央资金, 省级资金.

    The total tells, where it is printed; else their sum.
    """
    totals = [line for line in lines if line.kind in _TOTALS] or [*_unnamed_total(lines)]
    own = [line for line in lines if line not in totals]
    found: list[ExecutionLine] = []
    for place, line in enumerate(own):
        if not is_of_fiscal(line) or level_named(line.label.text) is not None:
            continue
        levels = list(takewhile(_is_of_level, own[place + 1 :]))
        if not levels or (totals and _is_sum(totals[0], own)):
            continue
        is_whole = len(totals) == 1 and _is_sum(totals[0], [other for other in own if other not in levels])
        if is_whole or _is_sum(line, levels):
            found += levels
    return found


def _is_of_level(line: ExecutionLine) -> bool:
    return is_of_fiscal(line) and level_named(line.label.text) is not None


def parts_of_fiscal(lines: Sequence[ExecutionLine]) -> list[ExecutionLine]:
    """The lines of 中央资金, 省级资金 … that with other sources add up to the total; none where they do not."""
    totals = [line for line in lines if line.kind in _TOTALS] or _unnamed_total(lines)
    own = [line for line in lines if line not in totals]
    parts = [line for line in own if is_of_fiscal(line) and any(amounts_of(line).values())]
    is_told = all(line.kind or source_by_words(line.label.text) for line in parts)  # 上年结转 is of another source
    is_whole = len(totals) == 1 and len(parts) >= _FEWEST_PARTS and _is_sum(totals[0], own)
    return parts if is_whole and is_told else []


def beside_each_other(lines: Sequence[ExecutionLine]) -> dict[str, list[ExecutionLine]]:
    """The lines of a source beside 财政拨款 that prints several (上年结转资金, 其他资金), none a part of another.

    Those with an amount, or the first where all are zero.
    """
    found: dict[str, list[ExecutionLine]] = {}
    for line in lines:
        source = source_of_kind(line.kind) if line.kind and line.kind not in _TOTALS else None
        source = source if line.kind or line is lines[0] else source_by_words(line.label.text)
        if source is not None and source != LEADING_SOURCE and has_amount(line):
            found.setdefault(source, []).append(line)
    return {
        source: [line for line in own if any(amounts_of(line).values())] or own[:1]
        for source, own in found.items()
        if len(own) >= _FEWEST_PARTS and not _is_sum(own[0], own[1:]) and not any(map(_is_part, own[1:]))
    }


def _is_part(line: ExecutionLine) -> bool:
    """True for a line that says that it is of the one before it: 其中：单位自有资金."""
    return line.label.text.strip().startswith(_OF_WHICH)


def measure_of(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> str | None:
    """The measure of a line: by its label; an unknown first line that the others add up to is the total."""
    if line.kind in _TOTALS:
        return "total"
    if line.kind:
        return source_of_kind(line.kind) or (LEADING_SOURCE if _is_all_of_fiscal(line, lines) else None)
    if line is lines[0]:
        has_total = any(other.kind in _TOTALS for other in lines)
        return "total" if not has_total and line in _unnamed_total(lines) else None
    source = source_by_words(line.label.text)
    return None if source == LEADING_SOURCE and not _is_all_of_fiscal(line, lines) else source


def _is_all_of_fiscal(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> bool:
    """True for a part of 财政拨款 (中央资金) that is the whole of it: no other line is of it."""
    return not any(is_of_fiscal(other) for other in _beside(line, lines))


def _beside(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> list[ExecutionLine]:
    """The lines of sources beside one."""
    totals = _unnamed_total(lines)
    return [other for other in lines if other is not line and other not in totals and other.kind not in _TOTALS]


def _unnamed_total(lines: Sequence[ExecutionLine]) -> Sequence[ExecutionLine]:
    """The first line under an unknown label that the others add up to."""
    return lines[:1] if lines and not lines[0].kind and _is_sum(lines[0], lines[1:]) else ()


def is_of_fiscal(line: ExecutionLine) -> bool:
    """True for a line of 财政拨款 or of a part of it, by its label."""
    if line.kind:
        return source_of_kind(line.kind) in (None, LEADING_SOURCE)
    return source_by_words(line.label.text) in (None, LEADING_SOURCE)


def _is_sum(line: ExecutionLine, others: Sequence[ExecutionLine]) -> bool:
    """True for a line alone, and for one whose amounts are the sums of the others'."""
    own = amounts_of(line)
    parts = [amounts_of(other).values() for other in others]
    return not parts or (any(own.values()) and [*own.values()] == [*map(sum, zip(*parts, strict=True))])


def amounts_of(line: ExecutionLine) -> dict[str, Decimal]:
    """The amounts of a line by column, 万元; 0 where none is printed."""
    return {column: line.wan(column) or Decimal(0) for column in AMOUNTS}


def has_amount(line: ExecutionLine) -> bool:
    """True for a line that prints an amount."""
    return any(line.wan(column) is not None for column in AMOUNTS)
