"""Text boxes, charts and running heads of the sheets of an Excel 97-2003 workbook, which xlrd passes over."""

from collections.abc import Iterator
from typing import NamedTuple

from ingest.readers.sheets.drawn.beside import CHART, Beside, Place

_BEGIN, _END, _GOES_ON = 0x809, 0x0A, 0x3C
_SHEET, _IS_TABLE = 0x85, 0
_HEAD, _FOOT = 0x14, 0x15
_DRAWING, _OBJECT, _TEXT, _CHART_TEXT = 0xEC, 0x5D, 0x1B6, 0x100D
_ANCHOR = b"\x10\xf0\x12\x00\x00\x00"
"""How the anchor of a shape begins among the records of a drawing: its kind, its length of 18 bytes."""
_COMMENT = 0x19


class Record(NamedTuple):
    """A record: its kind, what it holds, where it stands in the stream."""

    kind: int
    data: bytes
    at: int = 0

    def number(self, at: int, size: int = 2) -> int:
        """An unsigned number of ``size`` bytes; what the record does not hold of it is zero."""
        return int.from_bytes(self.data[at : at + size], "little")


def read_beside(stream: bytes, base: int) -> list[Beside]:
    """What stands beside the cells of each table of a workbook, in the order of its tabs.

    ``stream`` holds the workbook from ``base`` on; where it is cut off, what is there is read.
    """
    found = []
    for records in sheets(stream, base):
        beside = Beside()
        _read_sheet(records, beside)
        found.append(beside)
    return found


def sheets(stream: bytes, base: int) -> Iterator[Iterator[Record]]:
    """The records of each table of a workbook, in the order of its tabs."""
    for record in _records(stream, base):
        if record.kind == _SHEET and record.number(5, 1) == _IS_TABLE:
            yield _records(stream, base + record.number(0, 4))


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records of a part of the stream up to its end, with those of the charts in it."""
    depth = 0
    while 0 <= at <= len(stream) - 4:
        kind, size = int.from_bytes(stream[at : at + 2], "little"), int.from_bytes(stream[at + 2 : at + 4], "little")
        yield Record(kind, stream[at + 4 : at + 4 + size], at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        at += 4 + size


def _read_sheet(records: Iterator[Record], beside: Beside) -> None:
    place: Place = (0, 0)
    kind = -1
    for record in records:
        if record.kind in (_HEAD, _FOOT) and record.data:
            beside.add_head(characters(record.data[2:], record.number(0)))
        elif record.kind == _DRAWING and (anchor := record.data.rfind(_ANCHOR)) >= 0:
            place = record.number(anchor + 12), record.number(anchor + 8)
        elif record.kind == _OBJECT:
            kind = record.number(4)
        elif record.kind == _TEXT:
            text = _text(records, record.number(10))
            if kind != _COMMENT and text.strip():
                beside.boxes.append((place, text))
        elif record.kind == _CHART_TEXT:
            beside.notes.append((place, CHART, characters(record.data[3:], record.number(2, 1))))


def _text(records: Iterator[Record], length: int) -> str:
    """A text of so many characters from the records that go on after the one that announces it."""
    text = ""
    while len(text) < length:
        record = next(records, None)
        if record is None or record.kind != _GOES_ON or len(record.data) < 2:
            break
        text += characters(record.data, length - len(text))
    return text


def characters(data: bytes, length: int) -> str:
    """So many characters; the first byte says whether each has two bytes."""
    if data[:1] and data[0] & 1:
        return data[1 : 1 + 2 * length].decode("utf-16-le", "replace")
    return data[1 : 1 + length].decode("latin-1")
