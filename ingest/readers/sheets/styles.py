"""What the style of an Excel cell and the fonts inside a text decide: the number format, and what nobody sees."""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from ingest.readers.sheets.conditional.looks import Look
from ingest.readers.sheets.number_format.built_in import BUILT_IN, GENERAL, is_of_language
from ingest.readers.sheets.parts import elements, local
from ingest.readers.sheets.stored import unescaped

_OFF = ("0", "false", "none")
# The first colour of a theme is that of the paper; so are two of the old palette.
_WHITE = {"rgb": ("FFFFFFFF", "00FFFFFF", "FFFFFF"), "theme": ("0",), "indexed": ("1", "9")}


class CellStyle(NamedTuple):
    """How a cell shows its value; ``is_white`` says that it is written in white on nothing, ``is_blank`` that it has no
    ground of its own.
    """

    number_format: str
    is_white: bool = False
    is_blank: bool = True


PLAIN = CellStyle(GENERAL)


def cell_styles(data: bytes) -> tuple[list[CellStyle], list[Look]]:
    """The styles of cells and the looks of conditional formats, by their numbers.

    Nothing else of the styles is read, so that it may be odd.
    """
    codes: dict[str, str] = {}
    fonts: list[bool] = []
    fills: list[bool] = []
    styles: list[CellStyle] = []
    looks: list[Look] = []
    for found in elements(data, "numFmts", "fonts", "fills", "cellXfs", "dxfs"):
        match local(found):
            case "numFmts":
                for own in found:
                    codes.setdefault(own.get("numFmtId", ""), unescaped(own.get("formatCode", "")))
            case "dxfs":
                looks = [look_of(look) for look in found if local(look) == "dxf"]
            case "fonts":
                fonts = [_is_white(font) for font in found if local(font) == "font"]
            case "fills":
                fills = [_is_blank(fill) for fill in found if local(fill) == "fill"]
            case _:
                styles = [_style(style, codes, fonts, fills) for style in found if local(style) == "xf"]
    return styles, looks


def look_of(found: etree._Element) -> Look:
    """What a conditional format sets."""
    number_format = is_white = is_blank = None
    for part in found:
        match local(part):
            case "numFmt":
                number = part.get("numFmtId", "0")
                number_format = _format(number, {number: unescaped(part.get("formatCode", ""))})
            case "font" if any(local(own) == "color" for own in part):
                is_white = _is_white(part)
            case "fill":
                is_blank = _is_blank(part, "bgColor", "solid")
    return Look(number_format, is_white, is_blank)


def _style(style: etree._Element, codes: Mapping[str, str], fonts: list[bool], fills: list[bool]) -> CellStyle:
    is_blank = _at(fills, style.get("fillId"), True)
    is_white = _at(fonts, style.get("fontId"), False) and is_blank
    return CellStyle(_format(style.get("numFmtId", "0"), codes), is_white, is_blank)


def _at(found: list[bool], number: str | None, otherwise: bool) -> bool:
    at = int(number) if number is not None and number.isdecimal() and len(number) < 6 else 0
    return found[at] if at < len(found) else otherwise


def _format(number: str, codes: Mapping[str, str]) -> str:
    known = int(number) if number.isdecimal() and len(number) < 6 else 0
    if is_of_language(known):
        return BUILT_IN[known]
    return codes.get(number) or BUILT_IN.get(known, GENERAL)


def _is_white(around: etree._Element, name: str = "color") -> bool:
    colour = next((child for child in around if local(child) == name), None)
    if colour is None or float(colour.get("tint") or 0):
        return False
    return any((colour.get(kind) or "").upper() in values for kind, values in _WHITE.items())


def _is_blank(fill: etree._Element, ground: str = "fgColor", kind: str = "none") -> bool:
    """True for a fill that leaves the paper white; ``ground`` is its colour, ``kind`` what it is unless it says so."""
    pattern = next((child for child in fill if local(child) == "patternFill"), None)
    if pattern is None:  # a gradient
        return len(fill) == 0
    kind = pattern.get("patternType", kind)
    return kind == "none" or (kind == "solid" and _is_white(pattern, ground))


def text_of(element: etree._Element) -> tuple[str, str]:
    """The text of a string, its runs joined, without readings of names above it; and what is struck through in it.

    A text that is struck through as a whole stays.
    """
    plain: list[str] = []
    struck: list[str] = []
    for child in element:
        match local(child):
            case "t":
                plain.append(child.text or "")
            case "r":
                text = "".join(part.text or "" for part in child if local(part) == "t")
                (struck if _is_struck(child) else plain).append(text)
    if not "".join(plain).strip():
        return unescaped("".join(filter(None, (part.text for part in element.iter("{*}t"))))), ""
    return unescaped("".join(plain)), unescaped("".join(struck))


def _is_struck(run: etree._Element) -> bool:
    looks = (look for part in run if local(part) == "rPr" for look in part)
    return any(local(look) == "strike" and look.get("val", "1") not in _OFF for look in looks)
