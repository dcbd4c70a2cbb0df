"""The little of style sheets that decides what is read: hidden elements, tables made of others, fonts of symbols."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

_READ = {
    "display",
    "visibility",
    "mso-hide",
    "font-size",
    "font-family",
    "text-decoration",
    *("text-decoration-line", "list-style", "list-style-type", "flex-direction", "flex-flow"),
}
_COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_PART = re.compile(r"[.#][\w-]+")
_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*$", re.IGNORECASE)
_NOTHING = re.compile(r"0+(?:\.0+)?(?:px|pt|em|rem|%)?")
_BRACE = re.compile("[{}]")
_LONGEST_SHEET = 2**20
_MOST_RULES = 2000
_MOST_COMPOUNDS = 8


class _Compound(NamedTuple):
    """What an element must be: its name, id and classes; ``is_child`` of the one before it, not only below it."""

    tag: str
    key: str
    classes: frozenset[str]
    is_child: bool

    def fits(self, element: etree._Element, classes: frozenset[str]) -> bool:
        """True where an element with these classes is meant."""
        is_named = self.tag in ("", "*", element.tag)
        return is_named and (not self.key or self.key == element.get("id")) and self.classes <= classes


class _Rule(NamedTuple):
    compounds: tuple[_Compound, ...]
    weight: tuple[int, int, int, int]
    properties: Mapping[str, str]


class Look(NamedTuple):
    """How an element is shown; ``font`` is blank where it says nothing of it.

    ``is_removed`` is hidden without leaving its place; ``is_unmarked`` a list without numbers.
    """

    display: str
    is_removed: bool
    is_hidden: bool
    is_struck: bool
    font: str
    is_unmarked: bool = False


_PLAIN = Look("", False, False, False, "")
_STYLED = frozenset(("style", "hidden", "face"))
"""Attributes that say how an element is shown."""


class Styles:
    """The style sheets that stand in a page."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        text = "\n".join("".join(sheet.itertext()) for sheet in root.iter("style") if not _is_print(sheet))
        rules = [] if "{" not in text else list(_rules(_without_comments(text[:_LONGEST_SHEET])))[:_MOST_RULES]
        for rule in rules:
            last = rule.compounds[-1]
            for name in (
                [f".{next(iter(sorted(last.classes)))}"] if last.classes else [f"#{last.key}" if last.key else last.tag]
            ):
                self._rules.setdefault(name or "*", []).append(rule)

    def look(self, element: etree._Element) -> Look:
        """How an element is shown by its own style and those of the page."""
        if not self._rules and _STYLED.isdisjoint(element.keys()):
            return _PLAIN
        classes = frozenset((element.get("class") or "").split())
        own = _properties(element.get("style") or "")
        found: dict[str, tuple[tuple[int, ...], str]] = {}
        if self._rules:
            keys = (*(f".{one}" for one in classes), f"#{element.get('id')}", str(element.tag), "*")
            for rule in (rule for key in keys for rule in self._rules.get(key, ())):
                if _fits(element, rule.compounds):
                    _lay(found, rule.properties, rule.weight)
        _lay(found, own, (1, 0, 0, 0))
        return _look({name: value for name, (_, value) in found.items()}, element)


def _lay(found: dict[str, tuple[tuple[int, ...], str]], properties: Mapping[str, str], weight: tuple[int, ...]) -> None:
    for name, printed in properties.items():
        value, _, mark = printed.partition("!")
        own = (int(mark.strip() == "important"), *weight)
        if name not in found or found[name][0] <= own:
            found[name] = own, value.strip()


def _look(properties: Mapping[str, str], element: etree._Element) -> Look:
    display = properties.get("display", "")
    if "column" in properties.get("flex-direction", "") + properties.get("flex-flow", ""):
        display = display.replace("flex", "column")
    is_removed = (
        display == "none" or (element.get("hidden") is not None and not display) or properties.get("mso-hide") == "all"
    )
    is_hidden = (
        is_removed
        or properties.get("visibility") in ("hidden", "collapse")
        # Around others it takes away the gaps between them, which have a size of their own.
        or (not len(element) and bool(_NOTHING.fullmatch(properties.get("font-size", "1"))))
    )
    lines = properties.get("text-decoration", "") + properties.get("text-decoration-line", "")
    family = properties.get("font-family", element.get("face") or "").split(",")[0].strip(" \"'")
    marks = f"{properties.get('list-style', '')} {properties.get('list-style-type', '')}".split()
    return Look(display, is_removed, is_hidden, "line-through" in lines, family, "none" in marks)


def _properties(text: str) -> dict[str, str]:
    if not text:
        return {}
    pairs = (piece.partition(":") for piece in text.lower().split(";"))
    return {key: value.strip() for name, _, value in pairs if (key := name.strip()) in _READ}


def _is_print(sheet: etree._Element) -> bool:
    media = (sheet.get("media") or "").lower()
    return bool(media) and "screen" not in media and "all" not in media


def _without_comments(text: str) -> str:
    first, *others = text.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join([first, *(piece.partition("*/")[2] for piece in others)])


def _rules(text: str) -> Iterator[_Rule]:
    """The rules of a sheet that say something of what is read; those for print or by conditions are left out."""
    number = 0
    for head, body in _blocks(text):
        if head.startswith("@"):
            if _SCREEN.match(head):
                yield from _rules(body)
            continue
        properties = _properties(body)
        for selector in head.split(",") if properties else ():
            number += 1
            compounds = _compounds(selector)
            if compounds:
                ids = sum(bool(one.key) for one in compounds)
                tags = sum(one.tag not in ("", "*") for one in compounds)
                weight = (0, 100 * ids + sum(len(one.classes) for one in compounds), tags, number)
                yield _Rule(compounds, weight, properties)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The blocks of a sheet: what stands before the brace, and what between it and its end."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        head = text[at:start].rpartition(";")[2].strip()
        end, depth = start + 1, 1
        while depth and end < len(text):
            brace = _BRACE.search(text, end)
            if brace is None:
                return
            depth += 1 if brace[0] == "{" else -1
            end = brace.end()
        yield head, text[start + 1 : end - 1]
        at = end


def _compounds(selector: str) -> tuple[_Compound, ...]:
    """The parts of a selector; none where it asks for more than names, ids and classes."""
    found: list[_Compound] = []
    is_child = False
    for piece in selector.replace(">", " > ").split():
        if piece == ">":
            is_child = True
            continue
        match = _COMPOUND.fullmatch(piece)
        if match is None or len(found) >= _MOST_COMPOUNDS:
            return ()
        parts = _PART.findall(match["rest"] or "")
        key = next((part[1:] for part in parts if part[0] == "#"), "")
        classes = frozenset(part[1:] for part in parts if part[0] == ".")
        found.append(_Compound((match["tag"] or "").lower(), key, classes, is_child))
        is_child = False
    return tuple(found)


def _fits(element: etree._Element, compounds: tuple[_Compound, ...]) -> bool:
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
