"""What the style of an Excel cell and the fonts inside a text decide: the number format, and what nobody sees."""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from ingest.readers.sheets.conditional.looks import WHITE, Look
from ingest.readers.sheets.number_format.built_in import BUILT_IN, GENERAL, is_of_language
from ingest.readers.sheets.parts import elements, local
from ingest.readers.sheets.stored import unescaped
from ingest.readers.word.formulas import raised

_OFF = ("0", "false", "none")
# The first colour of a theme is that of the paper; so are two of the old palette, and a third one of grounds.
_PAPER = {"theme": ("0",), "indexed": ("1", "9", "65")}
_MIXED = "mixed"
"""The colour of a ground of several."""


PLAIN = Look(GENERAL, "", WHITE)
"""How a cell shows its value that has no style."""


def cell_styles(data: bytes) -> tuple[list[Look], list[Look]]:
    """The styles of cells and the looks of conditional formats, by their numbers.

    Nothing else of the styles is read, so that it may be odd.
    """
    codes: dict[str, str] = {}
    fonts: list[str] = []
    fills: list[str] = []
    styles: list[Look] = []
    looks: list[Look] = []
    for found in elements(data, "numFmts", "fonts", "fills", "cellXfs", "dxfs"):
        match local(found):
            case "numFmts":
                for own in found:
                    codes.setdefault(own.get("numFmtId", ""), unescaped(own.get("formatCode", "")))
            case "dxfs":
                looks = [look_of(look) for look in found if local(look) == "dxf"]
            case "fonts":
                fonts = [_colour(font) or "" for font in found if local(font) == "font"]
            case "fills":
                fills = [_ground(fill) for fill in found if local(fill) == "fill"]
            case _:
                styles = [_style(style, codes, fonts, fills) for style in found if local(style) == "xf"]
    return styles, looks


def look_of(found: etree._Element) -> Look:
    """What a conditional format sets."""
    number_format = ink = ground = None
    for part in found:
        match local(part):
            case "numFmt":
                number = part.get("numFmtId", "0")
                number_format = _format(number, {number: unescaped(part.get("formatCode", ""))})
            case "font":
                ink = _colour(part)
            case "fill":
                ground = _ground(part, "bgColor", "solid")
    return Look(number_format, ink, ground)


def _style(style: etree._Element, codes: Mapping[str, str], fonts: list[str], fills: list[str]) -> Look:
    ink, ground = _at(fonts, style.get("fontId"), ""), _at(fills, style.get("fillId"), WHITE)
    return Look(_format(style.get("numFmtId", "0"), codes), ink, ground)


def _at(found: list[str], number: str | None, otherwise: str) -> str:
    at = int(number) if number is not None and number.isdecimal() and len(number) < 6 else 0
    return found[at] if at < len(found) else otherwise


def _format(number: str, codes: Mapping[str, str]) -> str:
    known = int(number) if number.isdecimal() and len(number) < 6 else 0
    if is_of_language(known):
        return BUILT_IN[known]
    return codes.get(number) or BUILT_IN.get(known, GENERAL)


def _colour(around: etree._Element, name: str = "color") -> str | None:
    """The colour in an element, as it is written; None where none is said."""
    colour = next((child for child in around if local(child) == name), None)
    if colour is None:
        return None
    tint = float(colour.get("tint") or 0)
    if not tint and any((colour.get(kind) or "") in values for kind, values in _PAPER.items()):
        return WHITE
    if rgb := (colour.get("rgb") or "").upper():
        return f"{rgb[-6:]}{tint or ''}"
    kind = next((kind for kind in _PAPER if colour.get(kind)), "")
    return f"{kind} {colour.get(kind)} {tint or ''}" if kind else ""


def _ground(fill: etree._Element, ground: str = "fgColor", kind: str = "none") -> str:
    """The colour of a fill; ``ground`` is the name of its colour, ``kind`` what it is unless it says so."""
    pattern = next((child for child in fill if local(child) == "patternFill"), None)
    if pattern is None:  # a gradient
        return _MIXED if len(fill) else WHITE
    kind = pattern.get("patternType", kind)
    if kind == "none":
        return WHITE
    return (_colour(pattern, ground) or _MIXED) if kind == "solid" else _MIXED


class RichText(NamedTuple):
    """A text of runs: as it is seen on paper, and what in it is struck through beside other text; where some of it is
    white, that, and all that is not struck through.
    """

    shown: str
    struck: str = ""
    white: str = ""
    whole: str = ""

    def on(self, ground: str | None) -> tuple[str, str]:
        """What is seen of it on a ground, and what is not."""
        if self.white and ground != WHITE:
            return self.whole, self.struck
        return self.shown, self.struck + self.white


def text_of(element: etree._Element) -> RichText:
    """The text of a string, its runs joined, without readings of names above it; small numbers above the line as such.

    A text that is struck through, white or raised as a whole stays.
    """
    plain: list[str] = []
    white: list[str] = []
    struck: list[str] = []
    whole: list[str] = []
    for child in element:
        match local(child):
            case "t":
                plain.append(child.text or "")
                whole.append(child.text or "")
            case "r":
                text = "".join(part.text or "" for part in child if local(part) == "t")
                looks = next((part for part in child if local(part) == "rPr"), child)
                if _said(looks, "strike", "1") not in _OFF:
                    struck.append(text)
                    continue
                if _said(looks, "vertAlign") == "superscript" and "".join(whole).strip():
                    text = raised(text)
                whole.append(text)
                (white if _colour(looks) == WHITE else plain).append(text)
    if not "".join(plain).strip():
        plain, white = whole, []
    if not "".join(plain).strip():
        return RichText(unescaped("".join(filter(None, (part.text for part in element.iter("{*}t"))))))
    return RichText(*(unescaped("".join(texts)) for texts in (plain, struck, white, whole)))


def _said(looks: etree._Element, name: str, otherwise: str = "") -> str:
    """What a property of a run says, ``otherwise`` where it stands without a value; false where it does not stand."""
    found = next((look for look in looks if local(look) == name), None)
    return _OFF[0] if found is None else found.get("val", otherwise)
