"""Conditional formats of Open XML: rules of sheets, looks of the styles."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from lxml import etree

from ingest.readers.sheets.conditional.formulas import Values, value_of
from ingest.readers.sheets.conditional.looks import Look, Range, Rule
from ingest.readers.sheets.conditional.values import Content, NotKnown, Place, are_ordered, as_text, as_truth, is_blank
from ingest.readers.sheets.parts import area_of, local

_SIGNS = {
    "equal": "=",
    "notEqual": "<>",
    "lessThan": "<",
    "lessThanOrEqual": "<=",
    "greaterThan": ">",
    "greaterThanOrEqual": ">=",
}
_TRUE = ("1", "true", "on")
_PICTURES = ("dataBar", "iconSet")
_WITHOUT_LOOK = ("colorScale", *_PICTURES)
_OFF = ("0", "false")
_TEXTS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, part: part in text,
    "notContainsText": lambda text, part: part not in text,
    "beginsWith": str.startswith,
    "endsWith": str.endswith,
}


def read_rules(
    found: etree._Element, looks: Sequence[Look], look_of: Callable[[etree._Element], Look], values: Values
) -> Iterator[Rule]:
    """The rules of an element of conditional formats, as in Excel 2007 or with looks of their own, as later."""
    inner = next((child.text or "" for child in found if local(child) == "sqref"), "")
    areas = map(area_of, (found.get("sqref") or inner).split())
    ranges = [area for area in areas if area is not None]
    for rule in found:
        if local(rule) != "cfRule" or not ranges:
            continue
        if any(local(own) in _PICTURES and own.get("showValue") in _OFF for own in rule):
            yield Rule(ranges, lambda place: isinstance(values(place), Decimal), Look(hides_value=True))
        if rule.get("type") in _WITHOUT_LOOK:
            continue
        number = rule.get("dxfId", "")
        own = next((look_of(child) for child in rule if local(child) == "dxf"), None)
        known = looks[int(number)] if number.isdecimal() and int(number) < len(looks) else Look()
        priority = rule.get("priority", "")
        yield Rule(
            ranges,
            _Condition(rule, ranges, values),
            own or known,
            int(priority) if priority.isdecimal() else 0,
            rule.get("stopIfTrue") in _TRUE,
        )


class _Condition:
    """The condition of a rule, asked of a cell."""

    def __init__(self, rule: etree._Element, ranges: Sequence[Range], values: Values) -> None:
        self._kind = rule.get("type", "")
        self._operator = rule.get("operator", "")
        self._text = rule.get("text", "").casefold()
        self._formulas = [child.text or "" for child in rule if local(child) in ("formula", "f")]
        self._base = min(top for top, *_ in ranges), min(left for _, _, left, _ in ranges)
        self._values = values

    def __call__(self, place: Place) -> bool:
        match self._kind:
            case "cellIs":
                return self._compares(self._values(place), [self._value(one, place) for one in self._formulas])
            case "expression" if self._formulas:
                return as_truth(self._value(self._formulas[0], place))
            case "containsBlanks":
                return is_blank(self._values(place))
            case "notContainsBlanks":
                return not is_blank(self._values(place))
            case kind if kind in _TEXTS and self._text:
                return _TEXTS[kind](as_text(self._values(place)).casefold(), self._text)
        raise NotKnown

    def _value(self, formula: str, place: Place) -> Content:
        return value_of(formula, self._values, self._base, place)

    def _compares(self, value: Content, given: Sequence[Content]) -> bool:
        if self._operator in ("between", "notBetween") and len(given) > 1:
            low, high = given[:2] if are_ordered(given[0], "<=", given[1]) else (given[1], given[0])
            is_between = are_ordered(low, "<=", value) and are_ordered(value, "<=", high)
            return is_between == (self._operator == "between")
        if self._operator not in _SIGNS or not given:
            raise NotKnown
        return are_ordered(value, _SIGNS[self._operator], given[0])
