"""The little of style sheets that decides what is read: hidden elements, tables made of others, fonts of symbols."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from ingest.readers.html.colours import colour, ground
from ingest.readers.html.content import printed as printed_beside
from ingest.readers.html.selectors import Compound, compounds, fits

_READ = {
    "display",
    "visibility",
    "mso-hide",
    "font-size",
    "font-family",
    "text-decoration",
    *("text-decoration-line", "list-style", "list-style-type", "flex-direction", "flex-flow", "float", "content"),
    *(
        "color",
        "background",
        "background-color",
        "vertical-align",
        "white-space",
        "position",
        "left",
        "top",
        "text-indent",
    ),
}
_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*$", re.IGNORECASE)
_PROPERTY = re.compile(r"(?:\"(?:\\.|[^\"\\])*+(?:\"|\\?\Z)|'(?:\\.|[^'\\])*+(?:'|\\?\Z)|[^;\"'])++", re.DOTALL)
_FAR = re.compile(r"-\d{4,}(?:\.\d+)?(?:px|pt|em)?")
_NOTHING = re.compile(r"0+(?:\.0+)?(?:px|pt|em|rem|%)?")
_BRACE = re.compile("[{}]")
_LONGEST_SHEET = 2**20
_MOST_RULES = 4000


class _Rule(NamedTuple):
    compounds: tuple[Compound, ...]
    weight: tuple[int, int, int, int]
    properties: Mapping[str, str]


class Look(NamedTuple):
    """How an element is shown; ``font`` is blank where it says nothing of it.

    ``is_removed`` is hidden without leaving its place; ``is_unmarked`` a list without numbers. ``ink`` and ``ground``
    are the colours of text and paper that it sets; ``is_raised`` text above the line, ``is_kept`` text with its own
    lines.
    """

    display: str
    is_removed: bool
    is_hidden: bool
    is_struck: bool
    font: str
    is_unmarked: bool = False
    ink: str = ""
    ground: str = ""
    is_raised: bool = False
    is_kept: bool = False


_PLAIN = Look("", False, False, False, "")
_STYLED = frozenset(("style", "hidden", "face", "bgcolor", "color"))
"""Attributes that say how an element is shown."""


class Styles:
    """The style sheets that stand in a page."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._beside: list[_Rule] = []
        text = "\n".join("".join(sheet.itertext()) for sheet in root.iter("style") if not _is_print(sheet))
        rules = [] if "{" not in text else list(_rules(_without_comments(text[:_LONGEST_SHEET])))[:_MOST_RULES]
        for rule in rules:
            last = rule.compounds[-1]
            if last.place:
                self._beside.append(rule)
                continue
            for name in (
                [f".{next(iter(sorted(last.classes)))}"] if last.classes else [f"#{last.key}" if last.key else last.tag]
            ):
                self._rules.setdefault(name or "*", []).append(rule)
        own = [rule.compounds for named in self._rules.values() for rule in named]
        self._are_alike = all(len(parts) == 1 and not parts[0].tests for parts in own)
        self._looks: dict[tuple[object, ...], Look] = {}

    def look(self, element: etree._Element) -> Look:
        """How an element is shown by its own style and those of the page.

        Elements of the same name and attributes are looked at once, unless a style asks where they stand.
        """
        if not self._rules and _STYLED.isdisjoint(element.keys()):
            return _PLAIN if element.tag != "pre" else _PLAIN._replace(is_kept=True)
        if not self._are_alike:
            return self._look(element)
        asked = element.tag, len(element) > 0, *element.items()
        if (found := self._looks.get(asked)) is None:
            found = self._looks[asked] = self._look(element)
        return found

    def _look(self, element: etree._Element) -> Look:
        classes = frozenset((element.get("class") or "").split())
        own = _properties(element.get("style") or "")
        found: dict[str, tuple[tuple[int, ...], str]] = {}
        if self._rules:
            keys = (*(f".{one}" for one in classes), f"#{element.get('id')}", str(element.tag), "*")
            for rule in (rule for key in keys for rule in self._rules.get(key, ())):
                if fits(element, rule.compounds):
                    _lay(found, rule.properties, rule.weight)
        _lay(found, own, (1, 0, 0, 0))
        return _look({name: value for name, (_, value) in found.items()}, element)

    def beside(self, element: etree._Element, place: str) -> str:
        """The text that a style sheet prints in an element, before or after its own; nothing of icons."""
        if not self._beside:
            return ""
        found: dict[str, tuple[tuple[int, ...], str]] = {}
        for rule in self._beside:
            if rule.compounds[-1].place == place and fits(element, rule.compounds):
                _lay(found, rule.properties, rule.weight)
        said = {name: value for name, (_, value) in found.items()}
        return "" if said.get("display") == "none" else printed_beside(said.get("content", ""), element)


def _lay(found: dict[str, tuple[tuple[int, ...], str]], properties: Mapping[str, str], weight: tuple[int, ...]) -> None:
    for name, printed in properties.items():
        value, _, mark = printed.rpartition("!")
        is_important = mark.strip() == "important"
        value, own = value if is_important else printed, (int(is_important), *weight)
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
    if "position" in properties or "text-indent" in properties:
        is_hidden = is_hidden or _is_far(properties)
    lines = properties.get("text-decoration", "") + properties.get("text-decoration-line", "")
    family = properties.get("font-family", element.get("face") or "").split(",")[0].strip(" \"'")
    marks = f"{properties.get('list-style', '')} {properties.get('list-style-type', '')}".split()
    if properties.get("float") in ("left", "right") and "flex" not in display:
        display = "float"
    return Look(
        display,
        is_removed,
        is_hidden,
        "line-through" in lines,
        family,
        "none" in marks,
        colour(properties.get("color") or (element.get("color") or "" if element.tag == "font" else "")),
        ground(properties, element),
        properties.get("vertical-align") == "super",
        properties.get("white-space", "pre" if element.tag == "pre" else "").startswith(("pre", "break")),
    )


def _is_far(properties: Mapping[str, str]) -> bool:
    """True for what stands far outside of the page."""
    is_placed = properties.get("position") in ("absolute", "fixed")
    sides = ("text-indent", *(("left", "top") if is_placed else ()))
    return any(_FAR.fullmatch(properties.get(side, "")) for side in sides)


def _properties(text: str) -> dict[str, str]:
    if not text:
        return {}
    is_quoted = "'" in text or '"' in text
    pairs = (piece.partition(":") for piece in (_PROPERTY.findall(text) if is_quoted else text.split(";")))
    return {
        key: value.strip() if key == "content" else value.strip().lower()
        for name, _, value in pairs
        if (key := name.strip().lower()) in _READ
    }


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
            parts = compounds(selector)
            if parts:
                ids = sum(bool(one.key) for one in parts)
                tags = sum(one.tag not in ("", "*") for one in parts)
                classes = sum(len(one.classes) + len(one.tests) for one in parts)
                yield _Rule(parts, (0, 100 * ids + classes, tags, number), properties)


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
