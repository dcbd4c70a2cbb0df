"""Conditional formats of Excel 97-2003 workbooks, which xlrd passes over."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from ingest.readers.sheets.conditional.compared import SIGNS, Compared
from ingest.readers.sheets.conditional.formulas import Values
from ingest.readers.sheets.conditional.looks import WHITE, Look, Range, Rule
from ingest.readers.sheets.conditional.tokens import texts_of
from ingest.readers.sheets.conditional.values import NotKnown, Place
from ingest.readers.sheets.drawn.excel97 import Record, characters, sheets
from ingest.readers.sheets.number_format.built_in import BUILT_IN

_FORMATS, _RULE = 0x1B0, 0x1B1
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
    if _FIRST_BYTES not in stream:
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
    found: list[Rule] = []
    for record in records:
        if record.kind == _FORMATS:
            ranges = list(_ranges(record))
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


def _ranges(record: Record) -> Iterator[Range]:
    for number in range(min(record.number(12), (len(record.data) - 14) // 8)):
        top, bottom, left, right = (record.number(14 + 8 * number + 2 * at) for at in range(4))
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
