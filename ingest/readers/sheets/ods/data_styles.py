"""Data styles of OpenDocument as the number formats of spreadsheets: `number:number-style` to `#,##0.00;-#,##0.00;`."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from ingest.readers.word.xml import name_of, number, value

_KINDS = ("number", "percentage", "currency", "date", "time", "text", "boolean")
_CONDITION = re.compile(r"value\(\)\s*(<=|>=|<>|!=|=|<|>)\s*(-?[\d.]+(?:E[-+]?\d+)?)", re.IGNORECASE)
_MOST_MAPS = 3
_MOST_PLACES = 30
# Parts of dates and times by how they are written, short and long.
_MOMENTS = {
    "year": ("yy", "yyyy"), "month": ("m", "mm"), "day": ("d", "dd"), "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"), "minutes": ("m", "mm"), "seconds": ("s", "ss"), "am-pm": ("AM/PM", "AM/PM"),
}  # fmt: skip


class _NotUnderstood(Exception):
    pass


def number_formats(roots: Iterable[etree._Element]) -> dict[str, str]:
    """The number formats of the data styles of a document by their names, without those that are not understood."""
    kinds = tuple(f"{{*}}{kind}-style" for kind in _KINDS)
    styles: dict[str, etree._Element] = {}
    for style in (found for root in roots for found in root.iter(*kinds)):
        styles.setdefault(value(style, "name") or "", style)
    formats: dict[str, str] = {}
    for name, style in styles.items():
        try:
            formats[name] = ";".join(_sections(style, styles))
        except _NotUnderstood:
            continue
    return formats


def _sections(style: etree._Element, styles: Mapping[str, etree._Element]) -> Iterator[str]:
    """The sections of a format: first those of conditions, then what is shown otherwise."""
    maps = [child for child in style if name_of(child) == "map"]
    if len(maps) > _MOST_MAPS:
        raise _NotUnderstood
    for own in maps:
        found = _CONDITION.fullmatch(value(own, "condition") or "")
        other = styles.get(value(own, "apply-style-name") or "")
        if found is None or other is None:
            raise _NotUnderstood
        yield f"[{found[1].replace('!=', '<>')}{found[2]}]{_section(other)}"
    yield _section(style)


def _section(style: etree._Element) -> str:
    is_elapsed = value(style, "truncate-on-overflow") == "false"
    is_percentage = name_of(style) == "percentage-style"
    pieces: list[str] = []
    for child in style:
        name = name_of(child)
        match name:
            case "text" | "currency-symbol":
                text = "".join(str(piece) for piece in child.itertext())
                parts = re.split("(%)", text) if is_percentage else [text]
                pieces += (part if part == "%" else _quoted(part) for part in parts)
            case "number":
                pieces.append(_number(child))
            case "scientific-number":
                pieces.append(_number(child) + "E+00")
            case "text-content":
                pieces.append("@")
            case "boolean":
                pieces.append("General")
            case _ if name in _MOMENTS:
                moment = _moment(child, name)
                pieces.append(f"[{moment}]" if is_elapsed and not any("[" in one for one in pieces) else moment)
            case "fill-character" | "text-properties" | "map":
                continue
            case _:
                raise _NotUnderstood
    return "".join(pieces) or '""'


def _moment(element: etree._Element, name: str) -> str:
    is_long = value(element, "style") == "long"
    if name == "month" and value(element, "textual") == "true":
        return "mmmm" if is_long else "mmm"
    places = _count(element, "decimal-places", 0)
    return _MOMENTS[name][is_long] + ("." + "0" * places if places else "")


def _number(element: etree._Element) -> str:
    if len(element) or value(element, "decimal-replacement") == " ":  # a text within its digits; ??0.0?
        raise _NotUnderstood
    written = value(element, "decimal-places")
    whole = _count(element, "min-integer-digits", 0)
    is_grouped = value(element, "grouping") == "true"
    if not written and not is_grouped and whole <= 1:
        return "General"
    places = _count(element, "decimal-places", 0)
    least = min(_count(element, "min-decimal-places", places), places)
    if value(element, "decimal-replacement"):
        least = 0
    digits = "0" * whole or "#"
    if is_grouped:
        digits = digits.rjust(4, "#")
        digits = f"{digits[:-3]},{digits[-3:]}"
    decimals = "0" * least + "#" * (places - least)
    factor = value(element, "display-factor") or "1"
    if not re.fullmatch("1(?:000){0,4}", factor):
        raise _NotUnderstood
    return digits + ("." + decimals if decimals else "") + "," * (factor.count("0") // 3)


def _count(element: etree._Element, name: str, otherwise: int) -> int:
    return min(number(value(element, name), otherwise), _MOST_PLACES)


def _quoted(text: str) -> str:
    """A text in quotes, but for the quotes in it."""
    parts = (r"\"" if part == '"' else f'"{part}"' for part in re.split('(")', text) if part)
    return "".join(parts)
