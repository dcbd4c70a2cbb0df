"""Fields of Word: which text is their result, and what those print that have none (boxes, lists, overlaid signs)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.word.styles import OFF
from ingest.readers.word.symbols import UNKNOWN
from ingest.readers.word.xml import child, nearest, number, value

TICKED, EMPTY = "☑", "☐"

_EQUATION = re.compile(r"\s*eq\s", re.IGNORECASE)
_OVERLAY = re.compile(r"\s*eq\s+\\o\s*(?:\\a[clr]\s*)?\((.*)\)\s*(?:\\\*.*)?", re.IGNORECASE | re.DOTALL)
_FRACTION = re.compile(r"\s*eq\s+\\f\s*\(([^\\(),;]*)[,;]([^\\(),;]*)\)\s*", re.IGNORECASE)
_LOWERED = re.compile(r"\\s\\(?:up|do)\s*+-?\d*+\s*+\(([^()]*+)\)", re.IGNORECASE)
_BOXES, _CIRCLES, _TICKS, _CROSSES = "□☐口囗▢◻", "○〇◯⭕", "√✓✔", "×✕✗✘"
_STRICT, _STROKES = {">": "≥", "＞": "≥", "<": "≤", "＜": "≤"}, "_＿-－—=＝"
_MOST_ENCIRCLED = 20


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    control: etree._Element | None = None
    has_result: bool = False


class Fields:
    """The fields that are open where a document is being read."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_printed(self) -> bool:
        """True outside of fields and in their results, False in their instructions."""
        return all(own.has_result for own in self._open)

    def begin_paragraph(self) -> None:
        """Give up instructions that no paragraph ends: a field that is never closed hides nothing more."""
        self._open = [own for own in self._open if own.has_result]

    def instruct(self, text: str) -> None:
        """Take down a part of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def mark(self, element: etree._Element) -> str:
        """Follow a mark of a field (fldChar); what a field that ends here prints without a result."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._open.append(_Field(control=child(element, "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].has_result = not _EQUATION.match("".join(self._open[-1].instruction))
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return _printed(ended) if self.is_printed else ""
        return ""


def _printed(ended: _Field) -> str:
    box = child(ended.control, "checkBox")
    if box is not None:
        state = child(box, "checked")
        state = state if state is not None else child(box, "default")
        return TICKED if state is not None and (value(state) or "1") not in OFF else EMPTY
    choices = child(ended.control, "ddList")
    if choices is not None and not ended.has_result:
        entries = [value(entry) or "" for entry in nearest(choices, "listEntry")]
        at = number(value(child(choices, "result")), 0)
        return entries[at] if at < len(entries) else ""
    instruction = "".join(ended.instruction)
    return equation(instruction) if _EQUATION.match(instruction) else ""


def equation(instruction: str) -> str:
    """What an EQ field shows: a ticked box or ≥ of two overlaid signs, a number in a circle, a fraction."""
    if found := _FRACTION.fullmatch(instruction):
        return f"{found[1].strip()}/{found[2].strip()}"
    found = _OVERLAY.fullmatch(instruction)
    signs = [sign.strip() for sign in re.split("[,;，；]", _LOWERED.sub(r"\1", found[1]))] if found else []
    strict = [sign for sign in signs if sign in _STRICT]
    if len(signs) == 2 and len(strict) == 1 and any(sign and sign in _STROKES for sign in signs):
        return _STRICT[strict[0]]
    frame = next((sign for sign in signs if sign and sign in _BOXES + _CIRCLES), "")
    inside = [sign for sign in signs if sign and sign != frame]
    if len(inside) != 1 or len(signs) > 2:
        return inside[0] if len(inside) == 1 and not frame else UNKNOWN
    if inside[0] in _TICKS:
        return TICKED
    if inside[0] in _CROSSES:
        return "☒"
    is_number = frame in _CIRCLES and inside[0].isascii() and inside[0].isdigit()
    if frame and is_number and 0 < int(inside[0]) <= _MOST_ENCIRCLED:
        return chr(ord("①") + int(inside[0]) - 1)
    return inside[0] if frame else UNKNOWN
