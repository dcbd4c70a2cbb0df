"""Numbers in the placeholders of a section: `#,##0.00`, `0!.0,"万"`, `000-0000`."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

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
    if section.has(Kind.UNKNOWN, Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY):
        return None
    sign = "-" if value < 0 and not is_negative_only else ""
    if section.has(Kind.EXPONENT):
        return sign + general(abs(value))
    if section.has(Kind.GENERAL, Kind.TEXT):
        return None if section.has(Kind.DIGIT) else sign + _with_general(abs(value), section)
    with localcontext(_ROOM):
        return sign + "".join(_pieces(abs(value), section))


def _with_general(value: Decimal, section: Section) -> str:
    percents = sum(token.kind is Kind.PERCENT for token in section.tokens)
    printed = read_out(general(value.scaleb(2 * percents)), section.numerals)
    return "".join(printed if token.kind in (Kind.GENERAL, Kind.TEXT) else token.text for token in section.tokens)


def _pieces(value: Decimal, section: Section) -> list[str]:
    """What each token of a section shows of a number that is not negative."""
    tokens, scale, is_grouped = _layout(section.tokens)
    places = [index for index, token in enumerate(tokens) if token.kind is Kind.DIGIT]
    if not places:
        return [token.text for token in tokens]
    point = next((index for index, token in enumerate(tokens) if token.kind is Kind.POINT), len(tokens))
    whole = [index for index in places if index < point]
    decimals = [index for index in places if index > point]
    percents = sum(token.kind is Kind.PERCENT for token in tokens)
    rounded = value.scaleb(2 * percents - 3 * scale).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    front, _, behind = f"{rounded:f}".partition(".")
    pieces = [token.text for token in tokens]
    behind_kept = _decimals(behind, [tokens[index].text for index in decimals])
    for index, shown in zip(decimals, behind_kept, strict=True):
        pieces[index] = in_numerals(shown, section.numerals)
    for index, shown in zip(whole, _whole(front, [tokens[i].text for i in whole], is_grouped), strict=True):
        pieces[index] = in_numerals(shown, section.numerals)
    if point < len(tokens):
        lead = "" if whole else in_numerals(front.lstrip("0"), section.numerals)
        pieces[point] = lead + ("." if any(behind_kept) else "")
    return pieces


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
    digits = digits.lstrip("0")
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
