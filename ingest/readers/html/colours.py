"""Colours of web pages, as far as they are compared: text of the colour of its ground is not seen."""

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

PAPER = "#ffffff"
USUAL = ("", "#000000", "windowtext")
"""Colours of text that no ground has."""

_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*1\s*)?\)")
_COLOURS = {"white": "#ffffff", "window": "#ffffff", "black": "#000000"}
_NO_GROUND = ("", "transparent", "none", "inherit", "initial", "unset")


def ground(properties: Mapping[str, str], element: etree._Element) -> str:
    """The colour of the ground that an element sets; blank where it sets none."""
    printed = properties.get("background-color") or properties.get("background") or element.get("bgcolor")
    return _ground(printed) if printed else ""


@lru_cache(maxsize=1000)
def _ground(printed: str) -> str:
    if "url(" in printed or "gradient(" in printed:
        return "picture"
    found = _RGB.sub(lambda rgb: colour(rgb[0]), printed).split()
    return next((own for piece in found if (own := colour(piece)) and not own[0].isdigit()), "")


@lru_cache(maxsize=1000)
def colour(printed: str) -> str:
    """A colour as `#ffffff` where it is said so or as white; blank for none."""
    text = printed.strip().lower()
    if found := _RGB.fullmatch(text):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    if text in _NO_GROUND:
        return ""
    if len(text) == 4 and text[0] == "#":
        return "#" + "".join(2 * digit for digit in text[1:])
    return _COLOURS.get(text, text)
