"""Conditions of the styles of OpenDocument: `cell-content()<=1`, `is-true-formula([.B7]=0)`."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lxml import etree

from ingest.readers.sheets.conditional.formulas import Values, value_of
from ingest.readers.sheets.conditional.looks import Look, Rule
from ingest.readers.sheets.conditional.values import NotKnown, Place, are_ordered, as_truth
from ingest.readers.sheets.parts import area_of
from ingest.readers.word.xml import value

_CONTENT = re.compile(r"cell-content\(\)\s*(<=|>=|!=|=|<|>)(.+)", re.DOTALL)
_BETWEEN = re.compile(r"cell-content-is-(not-)?between\(([^,]+),([^,]+)\)")
_FORMULA = re.compile(r"is-true-formula\((.+)\)", re.DOTALL)
_EVERYWHERE = ((0, 2**20, 0, 2**14),)


def rules_of(maps: Iterable[etree._Element], look_of: Callable[[str], Look], values: Values) -> Iterator[Rule]:
    """The rules of a style by its maps, of which the first that holds gives the look; ``look_of`` that of a style."""
    for number, own in enumerate(maps):
        area = area_of((value(own, "base-cell-address") or "").rpartition(".")[2])
        base = (area[0], area[2]) if area is not None else (0, 0)
        holds = partial(_holds, value(own, "condition") or "", values, base)
        yield Rule(_EVERYWHERE, holds, look_of(value(own, "apply-style-name") or ""), number, stops=True)


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
