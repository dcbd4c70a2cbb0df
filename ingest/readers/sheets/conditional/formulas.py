"""The simple formulas of conditional formats, of Excel (`$B7<=1`) and OpenDocument (`[.B7]=0`), as values."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache

from ingest.readers.sheets.conditional.values import (
    Content,
    Faulty,
    NotKnown,
    Place,
    are_ordered,
    as_number,
    as_text,
    as_truth,
    is_blank,
)

Values = Callable[[Place], Content]
"""What a cell holds. Raises `NotKnown`."""


_TOKEN = re.compile(
    r'\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d{1,3})?|\.\d+)|"(?P<text>(?:[^"]|"")*)"'
    r"|(?P<cell>\[\.\$?[A-Z]{1,3}\$?\d{1,7}\]|\$?[A-Z]{1,3}\$?\d{1,7}(?![\w(.!:]))"
    r"|(?P<name>[A-Z]{1,12})|(?P<sign><=|>=|<>|[-+*/&=<>(),;%]))",
    re.IGNORECASE,
)
_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.IGNORECASE)
_COMPARED = ("=", "<>", "<", ">", "<=", ">=")
_DEEPEST = 20
_LONGEST = 500
Token = tuple[str, str]


def value_of(formula: str, values: Values, base: Place, at: Place) -> Content:
    """The value of a formula written for the cell ``base``, in the cell ``at``. Raises `NotKnown`, `Faulty`."""
    return _Formula(formula, values, (at[0] - base[0], at[1] - base[1])).value()


@lru_cache(maxsize=1000)
def _tokens(formula: str) -> Sequence[Token]:
    return [*_read(formula), ("end", "")]


def _read(formula: str) -> Iterator[Token]:
    text = formula.strip().removeprefix("of:").removeprefix("=")
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or len(text) > _LONGEST:
            raise NotKnown
        kind = found.lastgroup or ""
        yield kind, found[kind]
        at = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())


class _Formula:
    """Reads a formula from left to right, each method what binds closer than the one before."""

    def __init__(self, formula: str, values: Values, shift: Place) -> None:
        self._tokens = _tokens(formula)
        self._at = self._depth = 0
        self._values = values
        self._shift = shift

    def value(self) -> Content:
        try:
            found = self._compared()
        except (InvalidOperation, DivisionByZero) as error:
            raise Faulty from error
        if self._next()[0] != "end":
            raise NotKnown
        return found

    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self, *signs: str) -> str:
        kind, text = self._next()
        if kind == "sign" and text in signs:
            self._at += 1
            return text
        return ""

    def _compared(self) -> Content:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotKnown
        found = self._joined()
        while sign := self._take(*_COMPARED):
            found = are_ordered(found, sign, self._joined())
        self._depth -= 1
        return found

    def _joined(self) -> Content:
        found = self._sum()
        while self._take("&"):
            found = as_text(found) + as_text(self._sum())
        return found

    def _sum(self) -> Content:
        found = self._product()
        while sign := self._take("+", "-"):
            other = _number(self._product())
            found = _number(found) + (other if sign == "+" else -other)
        return found

    def _product(self) -> Content:
        found = self._one()
        while sign := self._take("*", "/"):
            other = _number(self._one())
            found = _number(found) * other if sign == "*" else _number(found) / other
        return found

    def _one(self) -> Content:
        if sign := self._take("-", "+"):
            number = _number(self._one())
            return -number if sign == "-" else number
        kind, text = self._next()
        self._at += 1
        found: Content
        match kind:
            case "number":
                found = Decimal(text)
            case "text":
                found = text.replace('""', '"')
            case "cell":
                found = self._values(self._place(text))
            case "name":
                found = self._called(text.upper())
            case "sign" if text == "(":
                found = self._compared()
                self._close()
            case _:
                raise NotKnown
        while self._take("%"):
            found = _number(found) / 100
        return found

    def _close(self) -> None:
        if not self._take(")"):
            raise NotKnown

    def _place(self, text: str) -> Place:
        found = _CELL.search(text)
        if found is None:
            raise NotKnown
        column = 0
        for letter in found[2].upper():
            column = 26 * column + ord(letter) - ord("A") + 1
        down, across = self._shift
        place = int(found[4]) - 1 + (0 if found[3] else down), column - 1 + (0 if found[1] else across)
        if min(place) < 0:
            raise NotKnown
        return place

    def _called(self, name: str) -> Content:
        if not self._take("("):
            if name in ("TRUE", "FALSE"):
                return name == "TRUE"
            raise NotKnown
        given: list[Content] = []
        while not self._take(")"):
            given.append(self._compared())
            if not self._take(",", ";"):
                self._close()
                break
        if name not in _FUNCTIONS or (name not in _OF_MANY and len(given) != _OF_NONE.get(name, 1)):
            raise NotKnown
        return _FUNCTIONS[name](*given)


def _number(value: Content) -> Decimal:
    found = as_number(value)
    if found is None:
        raise Faulty
    return found


_OF_MANY = ("AND", "OR")
_OF_NONE = {"TRUE": 0, "FALSE": 0}
_FUNCTIONS: dict[str, Callable[..., Content]] = {
    "AND": lambda *given: all(map(as_truth, given)),
    "OR": lambda *given: any(map(as_truth, given)),
    "NOT": lambda one: not as_truth(one),
    "TRUE": lambda: True,
    "FALSE": lambda: False,
    "ISBLANK": lambda one: one is None,
    "ISNUMBER": lambda one: isinstance(one, Decimal),
    "ISTEXT": lambda one: isinstance(one, str),
    "LEN": lambda one: Decimal(len(as_text(one))),
    "TRIM": lambda one: as_text(one).strip(),
    "ABS": lambda one: abs(_number(one)),
    "N": lambda one: Decimal(0) if is_blank(one) or isinstance(one, str) else _number(one),
}
