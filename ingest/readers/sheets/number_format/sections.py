"""A number format taken apart: its sections, the condition of each, its tokens."""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from functools import cached_property


class Kind(Enum):
    """What a token of a format stands for."""

    LITERAL = auto()
    DIGIT = auto()
    POINT = auto()
    COMMA = auto()
    PERCENT = auto()
    EXPONENT = auto()
    GENERAL = auto()
    TEXT = auto()
    DATE = auto()
    ELAPSED = auto()
    HALF_DAY = auto()
    SLASH = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a format: its kind and its text, of a literal what it shows."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """`>=60`: for which numbers a section stands."""

    sign: str
    limit: Decimal

    def holds(self, value: Decimal) -> bool:
        """True where the section stands for ``value``."""
        return _SIGNS[self.sign](value, self.limit)


@dataclass(frozen=True, eq=False)
class Section:
    """One part of a format; ``numerals`` is 1 to 3 for Chinese numerals, ``language`` the code of `[$-804]`.

    A section is equal to itself alone, so that what is made of one is found again at once.
    """

    tokens: tuple[Token, ...] = ()
    condition: Condition | None = None
    numerals: int = 0
    language: str = ""

    def has(self, *kinds: Kind) -> bool:
        """True where it holds a token of one of ``kinds``."""
        return not self._kinds.isdisjoint(kinds)

    @cached_property
    def is_special(self) -> bool:
        """True where it holds more than places for digits and texts around them."""
        return bool(self._kinds - _OF_NUMBERS)

    @cached_property
    def _kinds(self) -> frozenset[Kind]:
        return frozenset(token.kind for token in self.tokens)


_SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_MOST_SECTIONS = 4

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.?)|(?P<space>_.?)|(?P<fill>\*.?)|\[(?P<bracket>[^\[\]]*)\]'
    r"|(?P<general>General|G/通用格式|G/標準|G/標準格式)|(?P<half>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+|aaaa?|e+|g+|b+)|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = {".": Kind.POINT, ",": Kind.COMMA, "%": Kind.PERCENT, "@": Kind.TEXT, "/": Kind.SLASH}
# Signs that a format shows without quotes; every sign that is not ASCII is shown too.
_SHOWN = frozenset(" $-+():^'{}<>=&~|`")
_CONDITION = re.compile(r"(?P<sign><=|>=|<>|[<>=])\s*(?P<limit>[+-]?[\d.]+(?:E[+-]?\d{1,3})?)", re.IGNORECASE)
_COLOUR = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|colou?r\s*\d+|[黑蓝青绿红白黄]色|蓝绿色|洋红色?|颜色\s*\d+",
    re.IGNORECASE,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_NUMERALS = re.compile(r"DBNum([123])", re.IGNORECASE)
_CURRENCY = re.compile(r"\$(?P<shown>[^-]*)(?:-(?P<language>[\w-]*))?")
# The formats of the system that a workbook is opened on: what they show on a Chinese one.
_OF_SYSTEM = {
    "f800": 'yyyy"年"m"月"d"日"',
    "x-sysdate": 'yyyy"年"m"月"d"日"',
    "f400": "h:mm:ss",
    "x-systime": "h:mm:ss",
}


_OF_NUMBERS = {Kind.LITERAL, Kind.DIGIT, Kind.POINT, Kind.COMMA, Kind.PERCENT}


class Format:
    """A number format: which of its sections shows what."""

    def __init__(self, number_format: str) -> None:
        parts: list[list[re.Match[str]]] = [[]]
        for found in _TOKEN.finditer(number_format or "General"):
            if found["other"] == ";":
                parts.append([])
            else:
                parts[-1].append(found)
        sections = tuple(map(_section, parts))
        ends_with_text = len(sections) >= _MOST_SECTIONS or sections[-1].has(Kind.TEXT)
        self.of_text = sections[min(len(sections), _MOST_SECTIONS) - 1] if ends_with_text else None
        """The section that texts are shown in; None where they stand as they are."""
        self._own = sections[:-1] if ends_with_text and len(sections) > 1 else sections
        self._is_too_long = len(sections) > _MOST_SECTIONS
        self._negative_only: dict[int, bool] = {}

    def of_number(self, value: Decimal) -> tuple[Section, bool] | None:
        """The section a number is shown in, and whether it stands for negative numbers alone; None where none does.

        A section for negative numbers alone shows no sign but its own.
        """
        index = None if self._is_too_long else _chosen(self._own, value)
        if index is None:
            return None
        return self._own[index], value < 0 and self._is_negative_only(index)

    def _is_negative_only(self, index: int) -> bool:
        if index not in self._negative_only:
            limits = [part.condition.limit for part in self._own if part.condition]
            probes = [Decimal(0), Decimal(10) ** 15, *limits, *(limit + step for limit in limits for step in _STEPS)]
            self._negative_only[index] = all(_chosen(self._own, probe) != index for probe in probes if probe >= 0)
        return self._negative_only[index]


_STEPS = (Decimal("0.000001"), Decimal("-0.000001"))


def _chosen(parts: Sequence[Section], value: Decimal) -> int | None:
    """The number of the section for ``value``; without conditions: positive, negative, zero."""
    conditions = [part.condition for part in parts]
    if not any(conditions):
        return {1: 0, 2: int(value < 0)}.get(len(parts), 1 if value < 0 else 2 if value == 0 else 0)
    for index, condition in enumerate(conditions):
        is_last = index == len(parts) - 1
        if condition is not None:
            if condition.holds(value):
                return index
        elif (is_last and index > 0) or (index == 1 and value < 0) or (index == 0 and value > 0):
            return index
    return None


def _section(found: Sequence[re.Match[str]]) -> Section:
    tokens: list[Token] = []
    condition: Condition | None = None
    numerals, language = 0, ""
    for match in found:
        bracket = match["bracket"]
        if bracket is None:
            tokens.append(_token(match))
        elif limit := _CONDITION.fullmatch(bracket):
            condition, is_known = _condition(limit)
            tokens += [] if is_known else [Token(Kind.UNKNOWN, bracket)]
        elif digits := _NUMERALS.fullmatch(bracket):
            numerals = int(digits[1])
        elif currency := _CURRENCY.fullmatch(bracket):
            language = (currency["language"] or "").lower()
            tokens += [Token(Kind.LITERAL, currency["shown"])]
        elif _ELAPSED.fullmatch(bracket):
            tokens.append(Token(Kind.ELAPSED, bracket.lower()))
        elif not _COLOUR.fullmatch(bracket.strip()):
            tokens.append(Token(Kind.UNKNOWN, bracket))
    if language in _OF_SYSTEM:
        tokens = [_token(match) for match in _TOKEN.finditer(_OF_SYSTEM[language])]
    return Section(tuple(_as_read(tokens)), condition, numerals, language)


def _condition(found: re.Match[str]) -> tuple[Condition | None, bool]:
    try:
        return Condition(found["sign"], Decimal(found["limit"])), True
    except InvalidOperation:
        return None, False


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or "quoted"
    text = match[kind]
    match kind:
        case "quoted" | "escaped":
            return Token(Kind.LITERAL, text)
        case "space":
            return Token(Kind.LITERAL, " ")
        case "fill":
            return Token(Kind.LITERAL, "")
        case "general":
            return Token(Kind.GENERAL, text)
        case "half":
            return Token(Kind.HALF_DAY, text)
        case "exponent":
            return Token(Kind.EXPONENT, text)
        case "date":
            return Token(Kind.DATE, text.lower())
        case "digit":
            return Token(Kind.DIGIT, text)
    if text in _OTHERS:
        return Token(_OTHERS[text], text)
    return Token(Kind.LITERAL if text in _SHOWN or not text.isascii() else Kind.UNKNOWN, text)


def _as_read(tokens: Sequence[Token]) -> Iterator[Token]:
    """A slash between digits makes a fraction, which is not shown; in any other place it is shown."""
    for index, token in enumerate(tokens):
        if token.kind is Kind.SLASH:
            near = [*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2]]
            is_fraction = any(one.kind is Kind.DIGIT for one in near)
            yield Token(Kind.UNKNOWN if is_fraction else Kind.LITERAL, token.text)
        else:
            yield token
