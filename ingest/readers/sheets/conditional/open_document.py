"""Conditions of OpenDocument: of styles, `cell-content()<=1`, and of LibreOffice's tables, `formula-is([.B7]=0)`."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial

from lxml import etree

from ingest.readers.sheets.conditional.formulas import Values, value_of
from ingest.readers.sheets.conditional.looks import Look, Rule
from ingest.readers.sheets.conditional.values import NotKnown, Place, are_ordered, as_truth
from ingest.readers.sheets.parts import area_of
from ingest.readers.word.xml import name_of, value

_CONTENT = re.compile(r"cell-content\(\)\s*(<=|>=|!=|=|<|>)(.+)", re.DOTALL)
_BETWEEN = re.compile(r"cell-content-is-(not-)?between\(([^,]+),([^,]+)\)")
_FORMULA = re.compile(r"is-true-formula\((.+)\)", re.DOTALL)
_COMPARED = re.compile(r"<=|>=|!=|=|<|>")
_PICTURES = ("icon-set", "data-bar")
_EVERYWHERE = ((0, 2**20, 0, 2**14),)


def rules_of(maps: Iterable[etree._Element], look_of: Callable[[str], Look], values: Values) -> Iterator[Rule]:
    """The rules of a style by its maps, of which the first that holds gives the look; ``look_of`` that of a style."""
    for number, own in enumerate(maps):
        area = area_of((value(own, "base-cell-address") or "").rpartition(".")[2])
        base = (area[0], area[2]) if area is not None else (0, 0)
        holds = partial(_holds, value(own, "condition") or "", values, base)
        yield Rule(_EVERYWHERE, holds, look_of(value(own, "apply-style-name") or ""), number, stops=True)


def rules_of_table(table: etree._Element, look_of: Callable[[str], Look], values: Values) -> Iterator[Rule]:
    """The rules that LibreOffice writes behind the rows of a table; icons and bars that stand for values are such."""
    for number, own in enumerate(table.iterfind("{*}conditional-formats/{*}conditional-format")):
        ranges = [*_areas(value(own, "target-range-address") or "")]
        for rule in own if ranges else ():
            if name_of(rule) == "condition":
                base = area_of((value(rule, "base-cell-address") or "").rpartition(".")[2])
                place = (base[0], base[2]) if base is not None else (ranges[0][0], ranges[0][2])
                holds = partial(_holds, _in_words_of_styles(value(rule, "value") or ""), values, place)
                yield Rule(ranges, holds, look_of(value(rule, "apply-style-name") or ""), number, stops=True)
            elif name_of(rule) in _PICTURES and any(value(one, "show-value") == "false" for one in (rule, *rule)):
                yield Rule(ranges, lambda place: isinstance(values(place), Decimal), Look(hides_value=True))


def _areas(addresses: str) -> Iterator[tuple[int, int, int, int]]:
    """The areas of `'Sheet 1'.$A$1:'Sheet 1'.C3 Sheet2.D4`, the names of their tables left off."""
    for address in re.sub(r"'[^']*+'|\$", "", addresses).split():
        area = area_of(":".join(cell.rpartition(".")[2] for cell in address.split(":")))
        if area is not None:
            yield area


def _in_words_of_styles(condition: str) -> str:
    """A condition of a table as styles say it."""
    if _COMPARED.match(condition):
        return f"cell-content(){condition}"
    if condition.startswith(("between(", "not-between(")):
        return f"cell-content-is-{condition}"
    return condition.replace("formula-is(", "is-true-formula(", 1)


def _holds(condition: str, values: Values, base: Place, place: Place) -> bool:
    if found := _CONTENT.fullmatch(condition):
        sign = found[1].replace("!=", "<>")
        return are_ordered(values(place), sign, value_of(found[2], values, base, place))
    if found := _BETWEEN.fullmatch(condition):
        low, high = (value_of(text, values, base, place) for text in (found[2], found[3]))
        content = values(place)
        is_between = are_ordered(low, "<=", content) and are_ordered(content, "<=", high)
        return is_between != bool(found[1])
    if found := _FORMULA.fullmatch(condition):
        return as_truth(value_of(found[1], values, base, place))
    raise NotKnown
