"""Formulas of binary workbooks (.xls, .xlsb) as text, cells named by their distance (`RC[-1]`, `R2C3`)."""

import struct
from collections.abc import Sequence

from ingest.readers.sheets.conditional.values import NotKnown, Place

_OPERATORS = {
    0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x08: "&", 0x09: "<", 0x0A: "<=", 0x0B: "=", 0x0C: ">=", 0x0D: ">",
    0x0E: "<>",
}  # fmt: skip
_FUNCTIONS = {
    24: "ABS", 32: "LEN", 34: "TRUE", 35: "FALSE", 36: "AND", 37: "OR", 38: "NOT", 118: "TRIM", 127: "ISTEXT",
    128: "ISNUMBER", 129: "ISBLANK", 131: "N",
}  # fmt: skip
_AROUND = {0x12: "(+{})", 0x13: "(-{})", 0x14: "{}%", 0x15: "({})"}
_OF_NOTHING = (34, 35)
_NEAR_CELL, _CHOOSES, _CLASS = 0x2C, 0x04, 0x60
"""Tokens of operands come in three classes, 0x20 apart."""


def formula_of(data: bytes, base: Place, is_wide: bool = False) -> str:
    """The text of a formula written for the cell ``base``; ``is_wide`` for that of .xlsb. Raises `NotKnown`."""
    try:
        return _Tokens(data, base, is_wide).text()
    except (struct.error, IndexError) as error:
        raise NotKnown from error


class _Tokens:
    """Reads tokens, each behind its operands."""

    def __init__(self, data: bytes, base: Place, is_wide: bool) -> None:
        self._data, self._at = data, 0
        self._base = base
        self._is_wide = is_wide
        self._found: list[str] = []

    def text(self) -> str:
        while self._at < len(self._data):
            self._token(self._take("B"))
        if len(self._found) != 1:
            raise NotKnown
        return self._found[0]

    def _take(self, kind: str) -> int:
        found: int = struct.unpack_from(f"<{kind}", self._data, self._at)[0]
        self._at += struct.calcsize(f"<{kind}")
        return found

    def _token(self, token: int) -> None:
        kind = token & ~_CLASS | 0x20 if token >= 0x20 else token
        match kind:
            case _ if kind in _OPERATORS:  # signs between two
                other, one = self._found.pop(), self._found.pop()
                self._found.append(f"({one}{_OPERATORS[kind]}{other})")
            case _ if kind in _AROUND:
                self._found.append(_AROUND[kind].format(self._found.pop()))
            case 0x17:  # values
                self._found.append(self._written())
            case 0x19:  # what only says how to reckon
                if self._take("B") & _CHOOSES:
                    raise NotKnown
                self._take("H")
            case 0x1D:
                self._found.append("TRUE" if self._take("B") else "FALSE")
            case 0x1E:
                self._found.append(str(self._take("H")))
            case 0x1F:
                self._found.append(repr(self._take("d")))
            case 0x21:  # functions
                self._call(self._take("H"), None)
            case 0x22:
                count = self._take("B")
                self._call(self._take("H"), count)
            case 0x24 | 0x2C:  # cells, by their place or their distance
                self._found.append(self._cell(is_near=kind == _NEAR_CELL))
            case _:
                raise NotKnown

    def _written(self) -> str:
        count = self._take("H" if self._is_wide else "B")
        is_double = self._is_wide or bool(self._take("B") & 1)
        size = 2 * count if is_double else count
        text = self._data[self._at : self._at + size].decode("utf-16-le" if is_double else "latin-1", "replace")
        self._at += size
        return '"' + text.replace('"', '""') + '"'

    def _call(self, number: int, count: int | None) -> None:
        if number not in _FUNCTIONS:
            raise NotKnown
        count = (0 if number in _OF_NOTHING else 1) if count is None else count
        if count > len(self._found):
            raise NotKnown
        given = [self._found.pop() for _ in range(count)][::-1]
        self._found.append(f"{_FUNCTIONS[number]}({','.join(given)})")

    def _cell(self, is_near: bool) -> str:
        row, column = self._take("I" if self._is_wide else "H"), self._take("H")
        places = (
            (row, 20 if self._is_wide else 16),
            (column & (0x3FFF if self._is_wide else 0xFF), 14 if self._is_wide else 8),
        )
        are_relative = bool(column & 0x8000), bool(column & 0x4000)
        found = []
        for letter, (at, bits), is_relative, base in zip("RC", places, are_relative, self._base, strict=True):
            if not is_relative:
                found.append(f"{letter}{at + 1}")
                continue
            shift = (at - (1 << bits) if at >> (bits - 1) else at) if is_near else at - base
            found.append(f"{letter}[{shift}]")
        return "".join(found)


def texts_of(data: Sequence[bytes], base: Place, is_wide: bool = False) -> Sequence[str] | None:
    """The texts of formulas; None where one is not known."""
    try:
        return [formula_of(one, base, is_wide) for one in data if one]
    except NotKnown:
        return None
