"""How text and lists look in an OpenDocument text, where that decides what is read."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ingest.readers.word.counting import counted
from ingest.readers.word.styles import Look
from ingest.readers.word.symbols import shown_symbols
from ingest.readers.word.xml import child, name_of, number, value

_DEEPEST = 20
_RAISED = re.compile(r"super|0*[1-9]\d*(?:\.\d+)?%")
"""Where text stands above the line: by name, or by so many per cent of its height."""
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "１": "decimalFullWidth", "一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac", "①": "decimalEnclosedCircle",
}  # fmt: skip


class Styles:
    """The styles of a document, those of its content and the common ones."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._lists: dict[str, dict[int, etree._Element]] = {}
        self._faces: dict[str, str] = {}
        for element in (found for root in roots for found in root.iter("{*}style", "{*}list-style", "{*}font-face")):
            key = value(element, "name") or ""
            if name_of(element) == "style":
                self._styles.setdefault(key, element)
            elif name_of(element) == "font-face":
                self._faces.setdefault(key, (value(element, "font-family") or key).strip("'\""))
            else:
                levels = {number(value(level, "level"), 0): level for level in element}
                self._lists.setdefault(key, levels)

    def look(self, names: Iterable[str | None]) -> Look:
        """The look of a text in these styles, the nearest first."""
        found: dict[str, str] = {}
        for key, text in (pair for name in names for own in self._chain(name) for pair in own.items()):
            found.setdefault(key.rpartition("}")[2], str(text))
        font = found.get("font-family") or self._faces.get(found.get("font-name", ""), found.get("font-name", ""))
        return Look(
            found.get("display") == "none",
            found.get("text-line-through-style", "none") != "none"
            or found.get("text-line-through-type", "none") != "none",
            _RAISED.match(found.get("text-position", "")) is not None,
            font.strip("'\""),
        )

    def level(self, name: str, depth: int) -> etree._Element | None:
        """A level of a list style, counted from 1."""
        return self._lists.get(name, {}).get(depth)

    def bullet(self, level: etree._Element) -> str:
        """The bullet of a level as its font shows it."""
        properties = child(level, "text-properties")
        key = value(properties, "font-name") or ""
        return shown_symbols(value(level, "bullet-char") or "", self._faces.get(key, key))

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):  # styles may have one another as parents
            style = self._styles.get(name or "")
            if style is None:
                return
            if (own := child(style, "text-properties")) is not None:
                yield own
            name = value(style, "parent-style-name")


class Lists:
    """Counts the items of the lists of a document as they come."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}

    def begin(self, element: etree._Element, style: str, depth: int) -> None:
        """Begin a list at a depth from 1, anew or going on with the last one of its style."""
        goes_on = value(element, "continue-numbering") == "true" or value(element, "continue-list") is not None
        if not goes_on:
            self._counts.setdefault(style, {}).pop(depth, None)

    def mark(self, style: str, depth: int, start: str | None) -> str:
        """What is printed before the next item, with the gap behind it."""
        level = self._styles.level(style, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(style, {})
        first = number(start, number(value(level, "start-value"), 1))
        counts[depth] = counts[depth] + 1 if depth in counts and start is None else first
        for deeper in [found for found in counts if found > depth]:
            del counts[deeper]
        if name_of(level) == "list-level-style-bullet":
            bullet = self._styles.bullet(level)
            return f"{bullet} " if bullet else ""
        form = value(level, "num-format") or ""
        if not form:
            return ""
        shown = range(max(depth - number(value(level, "display-levels"), 1) + 1, 1), depth + 1)
        numbers = (self._counted(style, at, counts) for at in shown)
        text = ".".join(numbers)
        return f"{value(level, 'num-prefix') or ''}{text}{value(level, 'num-suffix') or ''} "

    def _counted(self, style: str, depth: int, counts: dict[int, int]) -> str:
        level = self._styles.level(style, depth)
        form = (value(level, "num-format") or "1")[:1]
        return counted(counts.get(depth, 1), _FORMATS.get(form, ""))
