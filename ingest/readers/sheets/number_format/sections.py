"""A number format taken apart: its sections, the condition of each, its tokens."""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum, auto


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


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format; ``numerals`` is 1 to 3 for Chinese numerals, ``language`` the code of `[$-804]`."""

    tokens: tuple[Token, ...] = ()
    condition: Condition | None = None
    numerals: int = 0
    language: str = ""

    def has(self, *kinds: Kind) -> bool:
        """True where it holds a token of one of ``kinds``."""
        return any(token.kind in kinds for token in self.tokens)


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
_OTHERS = {".": Kind.POINT, ",": Kind.COMMA, "%": Kind.PERCENT, "@": Kind.TEXT}
# Signs that a format shows without quotes; every sign that is not ASCII is shown too.
_SHOWN = frozenset(" $-+/():^'{}<>=&~|`")
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


def sections(number_format: str) -> tuple[Section, ...]:
    """The sections of a format in their order; an empty format is `General`."""
    parts: list[list[re.Match[str]]] = [[]]
    for found in _TOKEN.finditer(number_format or "General"):
        if found["other"] == ";":
            parts.append([])
        else:
            parts[-1].append(found)
    return tuple(map(_section, parts))


def of_text(parts: Sequence[Section]) -> Section | None:
    """The section that texts are shown in; None where they stand as they are."""
    if len(parts) >= _MOST_SECTIONS:
        return parts[_MOST_SECTIONS - 1]
    return parts[-1] if parts[-1].has(Kind.TEXT) else None


def of_number(parts: Sequence[Section], value: Decimal) -> tuple[Section, bool] | None:
    """The section a number is shown in, and whether it stands for negative numbers alone; None where none does.

    A section for negative numbers alone shows no sign but its own.
    """
    if len(parts) > _MOST_SECTIONS:
        return None
    own = parts[: _MOST_SECTIONS - 1]
    if 1 < len(parts) < _MOST_SECTIONS and parts[-1].has(Kind.TEXT):
        own = parts[:-1]
    index = _chosen(own, value)
    if index is None:
        return None
    limits = [part.condition.limit for part in own if part.condition]
    probes = [Decimal(0), Decimal(10) ** 15, *limits, *(limit + step for limit in limits for step in _STEPS)]
    shows_others = any(_chosen(own, probe) == index for probe in probes if probe >= 0)
    return own[index], not shows_others


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
        near = [*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2]]
        is_fraction = token == _SLASH and any(one.kind is Kind.DIGIT for one in near)
        yield Token(Kind.UNKNOWN, "/") if is_fraction else token


_SLASH = Token(Kind.LITERAL, "/")
