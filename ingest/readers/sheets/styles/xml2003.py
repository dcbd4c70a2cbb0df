"""What the styles of an XML Spreadsheet 2003 decide: number formats, colours."""

from collections.abc import Mapping

from lxml import etree

from ingest.readers.sheets.conditional.looks import WHITE, Look
from ingest.readers.sheets.number_format.built_in import GENERAL
from ingest.readers.sheets.parts import local

NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
USUAL = "Default"
"""The style of what names none."""

# Formats that are named instead of written.
_NAMED = {
    "general": GENERAL,
    "general number": GENERAL,
    "standard": "#,##0.00",
    "fixed": "0.00",
    "percent": "0.00%",
    "scientific": "0.00E+00",
    "currency": '"¥"#,##0.00;"¥"-#,##0.00',
    "euro currency": "[$€-2]#,##0.00",
    "short date": "yyyy/m/d",
    "medium date": "d-mmm-yy",
    "long date": 'yyyy"年"m"月"d"日"',
    "general date": "yyyy/m/d h:mm",
    "short time": "h:mm",
    "medium time": "h:mm AM/PM",
    "long time": "h:mm:ss",
    "yes/no": '"Yes";"Yes";"No"',
    "true/false": '"True";"True";"False"',
    "on/off": '"On";"On";"Off"',
}


def attribute(element: etree._Element, name: str) -> str:
    """An attribute, with its namespace or without."""
    return element.get(NAMESPACE + name) or element.get(name) or ""


def looks_of_styles(root: etree._Element) -> dict[str, Look]:
    """The look of each style, its parent's where it sets nothing of its own, else that of the usual one."""
    parents: dict[str, str] = {}
    own: dict[str, Look] = {}
    for style in (style for styles in root if local(styles) == "Styles" for style in styles):
        name = attribute(style, "ID")
        parents[name], own[name] = attribute(style, "Parent"), _look(style)
    return {name: _whole(name, own, parents) for name in own} or {USUAL: Look(GENERAL, "", WHITE)}


def _whole(name: str, own: Mapping[str, Look], parents: Mapping[str, str]) -> Look:
    found, seen = Look(), set[str]()
    while name in own and name not in seen:
        seen.add(name)
        found, name = found.over(own[name]), parents[name]
    return found.over(own.get(USUAL, Look())).over(Look(GENERAL, "", WHITE))


def _look(style: etree._Element) -> Look:
    number_format = ink = ground = None
    for part in style:
        match local(part):
            case "NumberFormat":
                printed = attribute(part, "Format")
                number_format = _NAMED.get(printed.lower(), printed or GENERAL)
            case "Font" if colour := attribute(part, "Color"):
                ink = _colour(colour)
            case "Interior" if colour := attribute(part, "Color"):
                ground = _colour(colour) if attribute(part, "Pattern") == "Solid" else "mixed"
    return Look(number_format, ink, ground)


def _colour(printed: str) -> str:
    return printed.lstrip("#").upper()
