"""Conditional formats of XML Spreadsheet 2003, whose looks are written as in web pages."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.readers.sheets.conditional.compared import SIGNS, Compared
from ingest.readers.sheets.conditional.formulas import Values
from ingest.readers.sheets.conditional.looks import WHITE, Look, Range, Rule
from ingest.readers.sheets.parts import local

_SIGNS = dict(
    zip(
        ("Between", "NotBetween", "Equal", "NotEqual", "Greater", "Less", "GreaterOrEqual", "LessOrEqual"),
        SIGNS,
        strict=True,
    )
)
_AREA = re.compile(r"R(\d{1,7})(?:C(\d{1,5}))?(?::R(\d{1,7})(?:C(\d{1,5}))?)?")
_LOOK = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+(\"(?:\\.|[^\"\\])*+\"|[^;]++)")
_NAMED = {"white": WHITE, "black": "000000", "automatic": "", "window": WHITE, "windowtext": ""}


def read_rules(found: etree._Element, values: Values) -> Iterator[Rule]:
    """The rules of a `ConditionalFormatting`, of which the first that holds gives the look."""
    said = {local(child): child for child in found}
    ranges = list(_ranges(said["Range"].text or "")) if "Range" in said else []
    for number, rule in enumerate(child for child in found if local(child) == "Condition"):
        own = {local(child): child for child in rule}
        formulas = [text for name in ("Value1", "Value2") if name in own and (text := (own[name].text or "").strip())]
        sign = (own["Qualifier"].text or "").strip() if "Qualifier" in own else ""
        look = _look(_attribute(own["Format"], "Style")) if "Format" in own else Look()
        yield Rule(ranges, Compared(formulas, values, _SIGNS.get(sign, "")), look, number, stops=True)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(text) for key, text in element.items() if key.rpartition("}")[2] == name), "")


def _ranges(printed: str) -> Iterator[Range]:
    """Areas as they are written: `R2C3:R5C3,R9C1`."""
    for area in printed.split(","):
        if (found := _AREA.fullmatch(area.strip())) and found[2]:
            top, left = int(found[1]), int(found[2])
            yield top - 1, int(found[3] or top), left - 1, int(found[4] or left)


def _look(style: str) -> Look:
    said = {name.lower(): text.strip() for name, text in _LOOK.findall(style)}
    number_format = said.get("mso-number-format")
    ink, ground = (_colour(said[name]) if name in said else None for name in ("color", "background"))
    return Look(None if number_format is None else _unquoted(number_format), ink, ground)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.strip('"'))


def _colour(printed: str) -> str:
    """A colour as it is written everywhere: `#ffffff`, `white`."""
    return _NAMED.get(printed.lower(), printed.lstrip("#").upper())
