"""The records of a part of an Excel binary workbook."""

from collections.abc import Iterator
from typing import NamedTuple

_NO_TEXT = 0xFFFFFFFF


class Record(NamedTuple):
    """A record: its kind and what it holds."""

    kind: int
    data: bytes

    def number(self, at: int, size: int = 4) -> int:
        """An unsigned number of ``size`` bytes. Raises ValueError where the record ends before."""
        if at + size > len(self.data):
            raise ValueError("a record is cut off")
        return int.from_bytes(self.data[at : at + size], "little")

    def text(self, at: int) -> tuple[str, int]:
        """A text and where it ends. Raises ValueError where the record ends before."""
        length = self.number(at)
        if length == _NO_TEXT:
            return "", at + 4
        end = at + 4 + 2 * length
        if end > len(self.data):
            raise ValueError("a text is cut off")
        return self.data[at + 4 : end].decode("utf-16-le", errors="replace"), end


def records(data: bytes) -> Iterator[Record]:
    """The records of a part: a kind of one or two bytes, a size of one to four, the data."""
    at = 0
    try:
        while at < len(data):
            kind = data[at]
            at += 1
            if kind & 0x80:
                kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
                at += 1
            size = shift = 0
            goes_on = True
            while goes_on and shift < 28:
                size |= (data[at] & 0x7F) << shift
                goes_on = bool(data[at] & 0x80)
                shift += 7
                at += 1
            if at + size > len(data):
                raise ValueError("a record is cut off")
            yield Record(kind, data[at : at + size])
            at += size
    except IndexError as error:
        raise ValueError("a record is cut off") from error
