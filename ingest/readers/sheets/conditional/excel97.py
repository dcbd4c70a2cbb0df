"""Conditional formats of Excel 97-2003 workbooks, which xlrd passes over."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from ingest.readers.sheets.conditional.compared import SIGNS, Compared
from ingest.readers.sheets.conditional.formulas import Values
from ingest.readers.sheets.conditional.looks import WHITE, Look, Range, Rule
from ingest.readers.sheets.conditional.tokens import texts_of
from ingest.readers.sheets.conditional.values import NotKnown, Place
from ingest.readers.sheets.drawn.excel97 import Record, characters, sheets
from ingest.readers.sheets.number_format.built_in import BUILT_IN

_FORMATS, _RULE = 0x1B0, 0x1B1
# Those of Excel 2007, with a head of so many bytes before what they hold.
_FORMATS_2007, _RULE_2007, _MORE, _HEAD = 0x879, 0x87A, 0x87B, 12
_BAR, _ICONS, _SHOWS_VALUE, _ONLY_ICONS = 4, 6, 0x02, 0x01
_OF_NO_KIND = b"\xff\x0f"
_FIRST_BYTES = _FORMATS.to_bytes(2, "little")
_COMPARES = 1
# What a look holds, in this order, by the bit that says so, with its length; a number format has its own.
_NUMBER_FORMAT, _FONT, _GROUND = 25, 26, 29
_PARTS = ((_FONT, 118), (27, 8), (28, 8), (_GROUND, 4), (30, 2))
_COLOUR_OF_FONT, _NO_COLOUR = 80, 0xFFFFFFFF
_SOLID = 1

Colours = Callable[[int], str]
"""The colour of a number of the palette."""


def read_rules(stream: bytes, base: int, colours: Colours) -> list[Callable[[Values], list[Rule]]]:
    """The rules of each table of a workbook in the order of its tabs, for what its cells hold."""
    if _FIRST_BYTES not in stream and _FORMATS_2007.to_bytes(2, "little") not in stream:
        return []
    return [partial(_rules, list(records), colours) for records in sheets(stream, base)]


def without_rules(stream: bytes, base: int) -> bytes:
    """A workbook whose rules are records of no kind: xlrd refuses those that set more than fonts and grounds."""
    if _FIRST_BYTES not in stream:
        return stream
    found = bytearray(stream)
    for record in (record for records in sheets(stream, base) for record in records if record.kind == _RULE):
        found[record.at : record.at + 2] = _OF_NO_KIND
    return bytes(found)


def _rules(records: Iterable[Record], colours: Colours, values: Values) -> list[Rule]:
    ranges: Sequence[Range] = ()
    by_number: dict[int, Sequence[Range]] = {}
    found: list[Rule] = []
    for record in records:
        if record.kind in (_FORMATS, _FORMATS_2007):
            head = _HEAD if record.kind == _FORMATS_2007 else 0
            ranges = by_number[record.number(head + 2) >> 1] = list(_ranges(record, head))
        elif record.kind == _MORE:  # a rule follows that belongs to formats before
            ranges = by_number.get(record.number(_HEAD + 4), ranges)
        elif record.kind == _RULE_2007 and ranges and _hides_value(record):
            found.append(Rule(ranges, lambda place: isinstance(values(place), Decimal), Look(hides_value=True)))
        elif record.kind == _RULE and ranges:
            look, end = _look(record, colours)
            sizes = record.number(2), record.number(4)
            parts = record.data[end : end + sizes[0]], record.data[end + sizes[0] : end + sum(sizes)]
            base = min(top for top, *_ in ranges), min(left for _, _, left, _ in ranges)
            found.append(Rule(ranges, condition(record.number(0, 1), record.number(1, 1), parts, base, values), look))
    return found


def condition(
    kind: int, sign: int, formulas: Sequence[bytes], base: Place, values: Values, is_wide: bool = False
) -> Callable[[Place], bool]:
    """The condition of a rule that compares (``kind`` 1) or says a formula; one that is not known for another."""
    texts = texts_of(formulas, base, is_wide)
    if texts is None or not texts or (kind == _COMPARES and not 0 < sign <= len(SIGNS)):
        return _unknown
    return Compared(texts, values, SIGNS[sign - 1] if kind == _COMPARES else "")


def _unknown(place: Place) -> bool:
    raise NotKnown


def _hides_value(record: Record) -> bool:
    """True for a rule of Excel 2007 by which icons or a bar alone stand in a cell.

    Before what it says of them stand two formulas, a look, a third formula, and 22 bytes of when and how it holds.
    """
    kind, sizes = record.number(_HEAD, 1), (record.number(_HEAD + 2), record.number(_HEAD + 4))
    look = record.number(_HEAD + 6, 4)
    at = _HEAD + 10 + (look or 2) + sum(sizes)
    at += 2 + record.number(at)
    parameters = at + 6 + record.number(at + 5, 1)
    if kind == _BAR:
        return not record.number(parameters + 3, 1) & _SHOWS_VALUE
    return kind == _ICONS and bool(record.number(parameters + 5, 1) & _ONLY_ICONS)


def _ranges(record: Record, head: int) -> Iterator[Range]:
    first = 14 + head
    for number in range(min(record.number(first - 2), (len(record.data) - first) // 8)):
        top, bottom, left, right = (record.number(first + 8 * number + 2 * at) for at in range(4))
        yield top, bottom + 1, left, right + 1


def _look(record: Record, colours: Colours) -> tuple[Look, int]:
    """What a rule sets, and where its formulas begin."""
    flags, at = record.number(6, 4), 12
    number_format = ink = ground = None
    if flags >> _NUMBER_FORMAT & 1:
        if record.number(10) & 1:
            number_format = characters(record.data[at + 4 :], record.number(at + 2))
            at += record.number(at)
        else:
            number_format = BUILT_IN.get(record.number(at + 1, 1))
            at += 2
    for bit, size in _PARTS:
        if not flags >> bit & 1:
            continue
        if bit == _FONT and (colour := record.number(at + _COLOUR_OF_FONT, 4)) != _NO_COLOUR:
            ink = colours(colour)
        elif bit == _GROUND:
            ground = _ground(record.number(at), record.number(at + 2), colours)
        at += size
    return Look(number_format, ink, ground), at


def _ground(pattern: int, pair: int, colours: Colours) -> str:
    """The colour of a ground: of one in a single colour, the second of the two."""
    return colours(pair >> 7 & 0x7F) if pattern >> 10 in (0, _SOLID) else "mixed"


def colours_of(palette: Mapping[int, tuple[int, int, int] | None]) -> Colours:
    """The colours of a palette, as they are written everywhere; blank where it leaves one to the system."""

    def named(number: int) -> str:
        found = palette.get(number)
        return (WHITE if number == _PAPER else "") if found is None else "".join(f"{part:02X}" for part in found)

    return named


_PAPER = 65
