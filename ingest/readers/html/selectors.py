"""Selectors of style sheets: names, ids, classes, attributes, places among others; what stands before and behind."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

_COMPOUND = re.compile(
    r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+|\[[^\]]+\]|:(?:nth-child|nth-of-type)\([^)]*\)|:(?:first|last)-child)*)"
    r"(?P<place>::?(?:before|after))?",
    re.IGNORECASE,
)
_PART = re.compile(r"[.#][\w-]++|\[[^\[\]]++\]|:[\w-]++(?:\([^()]*+\))?")
_ATTRIBUTE = re.compile(r"\[\s*+([\w:-]++)\s*+(?:([~^$*|]?=)\s*+[\"']?([^\"'\]]*+)[\"']?\s*+)?\]")
_NTH = re.compile(r"([+-]?\d*)n\s*([+-]\s*\d+)?|([+-]?\d+)")
_SPACES_INSIDE = re.compile(r"(?<!\s)\s*+([+-])\s*+(?=\d)|(?<!\s)\s++(?=[^\[(]{0,80}[\])])")
_MOST_COMPOUNDS = 8
_NAMED = {"odd": "2n+1", "even": "2n"}

Test = Callable[[etree._Element], bool]


class Compound(NamedTuple):
    """What an element must be: its name, id, classes and more ``tests``; ``is_child`` of the one before it, not only
    below it.

    ``place`` is before or after for what stands there in the element.
    """

    tag: str
    key: str
    classes: frozenset[str]
    is_child: bool
    tests: tuple[Test, ...] = ()
    place: str = ""

    def fits(self, element: etree._Element, classes: frozenset[str]) -> bool:
        """True where an element with these classes is meant."""
        is_named = self.tag in ("", "*", element.tag)
        is_meant = is_named and (not self.key or self.key == element.get("id")) and self.classes <= classes
        return is_meant and all(test(element) for test in self.tests)


def compounds(selector: str) -> tuple[Compound, ...]:
    """The parts of a selector; none where it asks for more than a `Compound` can."""
    found: list[Compound] = []
    is_child = False
    for piece in _SPACES_INSIDE.sub(r"\1", selector).replace(">", " > ").split():
        if piece == ">":
            is_child = True
            continue
        match = _COMPOUND.fullmatch(piece)
        if match is None or len(found) >= _MOST_COMPOUNDS or (found and found[-1].place):
            return ()
        parts = _PART.findall(match["rest"] or "")
        tests = [_test(part) for part in parts if part[0] in "[:"]
        known = tuple(test for test in tests if test is not None)
        if len(known) < len(tests):
            return ()
        key = next((part[1:] for part in parts if part[0] == "#"), "")
        classes = frozenset(part[1:] for part in parts if part[0] == ".")
        place = (match["place"] or "").lstrip(":").lower()
        found.append(Compound((match["tag"] or "").lower(), key, classes, is_child, known, place))
        is_child = False
    return tuple(found)


def _test(part: str) -> Test | None:
    """What an attribute or a place among others asks; None where it is not known."""
    if part[0] == "[":
        found = _ATTRIBUTE.fullmatch(part)
        return None if found is None else _attribute_test(*found.groups(""))
    name, _, given = part[1:].lower().rstrip(")").partition("(")
    is_of_kind = name == "nth-of-type"
    if name in ("first-child", "last-child"):
        is_last = name == "last-child"
        return lambda element: next(_others(element, is_last), None) is None
    printed = _NTH.fullmatch(_NAMED.get(given.strip(), given.strip()))
    if printed is None:
        return None
    step, at = (0, int(printed[3])) if printed[3] else (_signed(printed[1] or "1"), _signed(printed[2] or "0"))

    def is_nth(element: etree._Element) -> bool:
        above = (other for other in _others(element) if not is_of_kind or other.tag == element.tag)
        count = 1 + sum(1 for _ in above) - at
        return count == 0 if not step else count % step == 0 and count // step >= 0

    return is_nth


def _signed(printed: str) -> int:
    text = printed.replace(" ", "")
    return int(f"{text}1" if text in ("", "+", "-") else text)


def _others(element: etree._Element, are_behind: bool = False) -> Iterator[etree._Element]:
    """The elements beside one, before it or behind it."""
    return (other for other in element.itersiblings(preceding=not are_behind) if isinstance(other.tag, str))


def _attribute_test(name: str, sign: str, value: str) -> Test:
    name = name.lower()

    def holds(element: etree._Element) -> bool:
        own = element.get(name)
        if own is None or not sign:
            return own is not None
        match sign:
            case "=":
                return own == value
            case "~=":
                return value in own.split()
            case "^=":
                return bool(value) and own.startswith(value)
            case "$=":
                return bool(value) and own.endswith(value)
            case "*=":
                return bool(value) and value in own
        return own == value or own.startswith(f"{value}-")

    return holds


def fits(element: etree._Element, compounds: tuple[Compound, ...]) -> bool:
    """True where an element is the last of ``compounds`` and stands below the others, the nearest tried first."""
    *above, last = compounds
    if not last.fits(element, frozenset((element.get("class") or "").split())):
        return False
    parent = element.getparent()
    is_child = last.is_child
    for compound in reversed(above):
        while parent is not None and not compound.fits(parent, frozenset((parent.get("class") or "").split())):
            if is_child:
                return False
            parent = parent.getparent()
        if parent is None:
            return False
        parent, is_child = parent.getparent(), compound.is_child
    return True
