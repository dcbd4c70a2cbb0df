"""Numbers in the placeholders of a section: `#,##0.00`, `0!.0,"万"`, `000-0000`."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from ingest.readers.sheets.number_format.numerals import in_numerals, read_out
from ingest.readers.sheets.number_format.sections import Kind, Section, Token

Number = int | float | Decimal

_DIGITS = 15
"""As many digits as a spreadsheet keeps of a number."""
_LARGEST = Decimal(10) ** 300
_ROOM = Context(prec=700)


def exact(value: Number) -> Decimal | None:
    """A stored number without the noise of floating point; None where it is none."""
    number = Decimal(f"{value:.{_DIGITS}g}")
    return number if number.is_finite() and abs(number) < _LARGEST else None


def general(number: Decimal) -> str:
    """A number as it is, without an exponent."""
    printed = f"{number:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def number(value: Decimal, section: Section, is_negative_only: bool) -> str | None:
    """A number as a section shows it; None where the section is not understood.

    A negative one has its sign in front, unless the section stands for negative numbers alone.
    """
    sign = "-" if value < 0 and not is_negative_only else ""
    if not section.is_special:
        try:
            return sign + _laid_out(section).shown(abs(value))
        except InvalidOperation:  # hundreds of places, which no program shows
            return None
    if section.has(Kind.UNKNOWN, Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY):
        return None
    if section.has(Kind.EXPONENT):
        return sign + general(abs(value))
    return None if section.has(Kind.DIGIT) else sign + _with_general(abs(value), section)


def _with_general(value: Decimal, section: Section) -> str:
    percents = sum(token.kind is Kind.PERCENT for token in section.tokens)
    printed = read_out(general(value.scaleb(2 * percents)), section.numerals)
    return "".join(printed if token.kind in (Kind.GENERAL, Kind.TEXT) else token.text for token in section.tokens)


class _Placeholders:
    """The tokens of a section as places for digits."""

    def __init__(self, section: Section) -> None:
        self._numerals = section.numerals
        tokens, thousands, self._is_grouped = _layout(section.tokens)
        self._texts = [token.text for token in tokens]
        digits = [index for index, token in enumerate(tokens) if token.kind is Kind.DIGIT]
        ends = [index for index, token in enumerate(tokens) if token.kind is Kind.POINT]
        self._point = ends[0] if ends else len(tokens)
        self._whole = [index for index in digits if index < self._point]
        self._decimals = [index for index in digits if index > self._point]
        self._has_digits = bool(digits)
        self._shift = 2 * sum(token.kind is Kind.PERCENT for token in tokens) - 3 * thousands
        self._step = Decimal(1).scaleb(-len(self._decimals))
        self._marks = [self._texts[index] for index in self._whole]
        self._around: tuple[str, str] | None = None
        decimals = [self._texts[index] for index in self._decimals]
        run = "".join(self._texts[digits[0] : digits[-1] + 1]) if digits else ""
        is_plain = run == "".join(self._marks) + "." * bool(decimals) + "0" * len(decimals) and not self._numerals
        if is_plain and "".join(self._marks).lstrip("#") == "0":  # `#,##0.00`, as nearly all are
            self._around = "".join(self._texts[: digits[0]]), "".join(self._texts[digits[-1] + 1 :])

    def shown(self, value: Decimal) -> str:
        """A number that is not negative in its places."""
        rounded = value.scaleb(self._shift, _ROOM).quantize(self._step, ROUND_HALF_UP, _ROOM)
        if self._around is None:
            return "".join(self._pieces(rounded))
        before, behind = self._around
        return before + (f"{rounded:,f}" if self._is_grouped else f"{rounded:f}") + behind

    def _pieces(self, rounded: Decimal) -> list[str]:
        pieces = self._texts.copy()
        if not self._has_digits:
            return pieces
        front, _, behind = f"{rounded:f}".partition(".")
        front = front.lstrip("0")
        decimals = _decimals(behind, [self._texts[index] for index in self._decimals])
        for index, shown in zip(self._decimals, decimals, strict=True):
            pieces[index] = in_numerals(shown, self._numerals)
        for index, shown in zip(self._whole, _whole(front, self._marks, self._is_grouped), strict=True):
            pieces[index] = in_numerals(shown, self._numerals)
        if self._point < len(pieces):
            lead = "" if self._whole else in_numerals(front, self._numerals)
            pieces[self._point] = lead + ("." if any(decimals) else "")
        return pieces


_laid_out = lru_cache(maxsize=1000)(_Placeholders)


def _layout(tokens: Sequence[Token]) -> tuple[list[Token], int, bool]:
    """The tokens without the commas that mean something, by how many thousands they divide, whether they group.

    A comma between digits of the whole part groups; one behind the last digit of either part divides; another is shown.
    A second point is shown.
    """
    kept: list[Token] = []
    scale, is_grouped, has_point = 0, False, False
    for index, token in enumerate(tokens):
        is_behind_digit = bool(kept) and kept[-1].kind in (Kind.DIGIT, Kind.COMMA)
        is_point = token.kind is Kind.POINT and not has_point
        is_point &= is_behind_digit or any(one.kind is Kind.DIGIT for one in tokens[index:])
        has_point |= is_point
        is_shown = token.kind in (Kind.COMMA, Kind.POINT) and not is_point
        is_shown &= not (token.kind is Kind.COMMA and is_behind_digit)
        kept.append(Token(Kind.LITERAL, token.text) if is_shown else token)
    result: list[Token] = []
    for index, token in enumerate(kept):
        if token.kind is Kind.COMMA:
            following = next((one.kind for one in kept[index:] if one.kind is not Kind.COMMA), None)
            is_grouped |= following is Kind.DIGIT
            scale += following is not Kind.DIGIT
        else:
            result.append(token)
    return result, scale, is_grouped


def _decimals(digits: str, places: Sequence[str]) -> list[str]:
    """The digit of each decimal place; zeros at the end are left out where the format lets them be."""
    shown = list(digits)
    for index in range(len(places) - 1, -1, -1):
        if shown[index] != "0" or places[index] == "0":
            break
        shown[index] = "" if places[index] == "#" else " "
    return shown if any(piece.strip() for piece in shown) else [""] * len(places)


def _whole(digits: str, places: Sequence[str], is_grouped: bool) -> list[str]:
    """The digits of each place before the point: one each from the right, the first place holding the rest."""
    left = len(digits)
    shown: list[str] = []
    position = 0
    for index, place in enumerate(reversed(places)):
        is_first = index == len(places) - 1
        own = digits[: max(left, 0)] if is_first else digits[max(left - 1, 0) : max(left, 0)]
        left -= max(len(own), 1)
        own = own or {"0": "0", "?": " "}.get(place, "")
        piece = ""
        for digit in reversed(own):
            comma = "," if is_grouped and position and position % 3 == 0 and digit.isdigit() else ""
            piece = digit + comma + piece
            position += 1
        shown.append(piece)
    return shown[::-1]
