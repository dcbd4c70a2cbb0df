"""Formulas of Word as a line of text: fractions, powers, roots, brackets, sums."""

import re
from collections.abc import Callable

from lxml import etree

from ingest.readers.word.xml import child, name_of, nearest, value

FORMULAS = ("f", "sSup", "rad", "d", "nary")
"""The elements that show more than what stands in them."""

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_IS_RAISED = re.compile(r"[0-9+\-−]+")
_OPERANDS = {"num", "den", "e", "sup", "sub", "deg"}


def raised(text: str) -> str:
    """A text set above the line: numbers by the characters that Unicode has for them."""
    return text.translate(_RAISED) if _IS_RAISED.fullmatch(text.strip()) else text


def formula(element: etree._Element, plain: Callable[[etree._Element], str]) -> str | None:
    """The text of one of `FORMULAS`, its operands as ``plain`` gives them; None for another element of that name."""
    own = [(name, plain(found)) for found in element if (name := name_of(found)) in _OPERANDS]
    if not own:
        return None
    parts = dict(own)
    match name_of(element):
        case "f":
            return f"{parts.get('num', '')}/{parts.get('den', '')}"
        case "sSup":
            return parts.get("e", "") + raised(parts.get("sup", ""))
        case "rad":
            return f"{raised(parts.get('deg', ''))}√{parts.get('e', '')}"
        case "d":
            inside = _sign(element, "sepChr", "|").join(text for name, text in own if name == "e")
            return _sign(element, "begChr", "(") + inside + _sign(element, "endChr", ")")
    return _sign(element, "chr", "∫") + "".join(text for _, text in own)


def _sign(element: etree._Element, name: str, otherwise: str) -> str:
    """The sign that the properties of a formula name; one that is named blank is blank."""
    properties = next(iter(nearest(element, f"{name_of(element)}Pr", _OPERANDS)), None)
    found = child(properties, name)
    return otherwise if found is None else value(found) or ""
