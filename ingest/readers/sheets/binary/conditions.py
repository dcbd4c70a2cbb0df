"""Conditional formats of binary workbooks."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import IntEnum

from ingest.readers.sheets.binary.records import Record
from ingest.readers.sheets.conditional.excel97 import condition
from ingest.readers.sheets.conditional.formulas import Values
from ingest.readers.sheets.conditional.looks import Look, Range, Rule
from ingest.readers.sheets.conditional.values import Place


class _Kind(IntEnum):
    """Kinds of records."""

    FORMATS, RULE, ICONS, BAR = 461, 463, 465, 467
    FORMATS_2010, BAR_2010, ICONS_2010 = 1046, 1051, 1052


_COMPARES, _SAYS = 1, 2
_STOPS, _ONLY_ICONS = 0x02, 0x02
_MOST_RANGES = 10_000
# Records of Excel 2010 have a head of so many bytes; that of ranges says whether it names any, and holds them.
_HEAD, _NAMES_RANGES = 4, 0x02


class Conditions:
    """The rules of a sheet, read record by record; ``looks`` are those that rules name."""

    def __init__(self, looks: Sequence[Look], values: Values) -> None:
        self.rules: list[Rule] = []
        self._looks = looks
        self._values = values
        self._ranges: Sequence[Range] = ()

    def add(self, record: Record) -> None:
        """Read a record; most are of something else."""
        match record.kind:
            case _Kind.FORMATS:
                self._ranges = list(_ranges(record))
            case _Kind.FORMATS_2010:
                self._ranges = list(_ranges(record, _HEAD)) if record.number(0) & _NAMES_RANGES else ()
            case _Kind.RULE if self._ranges:
                self._add_rule(record)
            case _Kind.ICONS if record.number(4, 2) & _ONLY_ICONS:
                self._hide()
            case _Kind.ICONS_2010 if record.number(4 + _HEAD, 2) & _ONLY_ICONS:
                self._hide()
            case _Kind.BAR if not record.number(2, 1):
                self._hide()
            case _Kind.BAR_2010 if not record.number(2 + _HEAD, 1):
                self._hide()

    def _hide(self) -> None:
        """A picture stands for the numbers of the ranges."""
        self.rules.append(Rule(self._ranges, self._is_number, Look(hides_value=True)))

    def _is_number(self, place: Place) -> bool:
        return isinstance(self._values(place), Decimal)

    def _add_rule(self, record: Record) -> None:
        kind, look = record.number(0), record.number(8)
        if kind not in (_COMPARES, _SAYS) and look >= len(self._looks):
            return
        base = min(top for top, *_ in self._ranges), min(left for _, _, left, _ in self._ranges)
        known = kind if kind in (_COMPARES, _SAYS) else 0
        formulas = list(_formulas(record)) if known else []
        holds = condition(known, record.number(16), formulas, base, self._values, is_wide=True)
        own = self._looks[look] if look < len(self._looks) else Look()
        self.rules.append(Rule(self._ranges, holds, own, record.number(12), bool(record.number(28, 2) & _STOPS)))


def _ranges(record: Record, head: int = 0) -> Iterator[Range]:
    """The ranges that a record names behind so many bytes more."""
    first = 12 + head
    count = min(record.number(first - 4), (len(record.data) - first) // 16, _MOST_RANGES)
    for number in range(count):
        top, bottom, left, right = (record.number(first + 16 * number + 4 * at) for at in range(4))
        yield top, bottom + 1, left, right + 1


def _formulas(record: Record) -> Iterator[bytes]:
    """The formulas of a rule, which stand behind its text, each with its own length before and more behind it."""
    count = sum(bool(record.number(at)) for at in (30, 34, 38))
    _, at = record.text(42)
    for _ in range(count):
        length = record.number(at)
        yield record.data[at + 4 : at + 4 + length]
        at += 4 + length
        at += 4 + record.number(at)
