"""Numbers that Word prints before paragraphs: counted here, since the file holds only how they count."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from ingest.readers.word.counting import FORMATS_OF_2003, counted
from ingest.readers.word.styles import LISTED, Styles
from ingest.readers.word.symbols import shown_symbols
from ingest.readers.word.xml import child, nearest, number, value

_LEVELS = 9
_KEYS = ("numId", "ilfo")
_BETWEEN = {"nothing": "", "Nothing": ""}
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    between: str
    font: str
    restart: int
    is_legal: bool
    style: str | None


@dataclass(slots=True)
class _List:
    """A list of the document: what it is an instance of, its levels, and where it begins anew."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document as they come."""

    def __init__(self, read_root: Callable[[], etree._Element | None], styles: Styles) -> None:
        self._read_root = read_root
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._is_lost = False

    @cached_property
    def _lists(self) -> dict[str, _List]:
        """The lists of the document by their ids; read when the first numbered paragraph asks for its own."""
        root, lists = self._read_root(), dict[str, _List]()
        self._is_lost = root is None
        if root is None:
            return lists
        abstracts = {
            value(found, key) or "": found
            for kind, key in (("abstractNum", "abstractNumId"), ("listDef", "listDefId"))
            for found in nearest(root, kind)
        }
        for kind, key, of in (("num", "numId", "abstractNumId"), ("list", "ilfo", "ilst")):
            for found in nearest(root, kind):
                abstract = value(child(found, of)) or ""
                lists[value(found, key) or ""] = _read_list(abstract, abstracts.get(abstract), found)
        return lists

    def mark(self, paragraph: etree._Element | None) -> str:
        """What is printed before the paragraph of these properties (pPr), with the gap behind it; mostly nothing."""
        own_properties = () if paragraph is None else (paragraph,)
        listed = [found for own in own_properties for kind in LISTED if (found := child(own, kind)) is not None]
        listed += self._styles.listed(paragraph)
        if not listed:
            return ""
        if (printed := value(child(listed[0], "t"))) is not None:  # Word 2003 keeps what it printed
            return shown_symbols(printed, value(child(listed[0], "font")) or "") + " "
        key = next((key for own in listed for of in _KEYS if (key := value(child(own, of)))), "")
        own = self._lists.get(key)
        if own is None and self._is_lost and key.strip("0"):
            own = self._lists[key] = _List(key, {at: _plain_level(at) for at in range(_LEVELS)})
        if own is None:
            return ""
        printed_level = next((text for found in listed if (text := value(child(found, "ilvl")))), None)
        level = number(printed_level, self._level_of(own, paragraph))
        if level not in own.levels:
            return ""
        self._count(key, own, level)
        return self._printed(own, level)

    def _level_of(self, own: _List, paragraph: etree._Element | None) -> int:
        style = self._styles.style_of(paragraph)
        return next((at for at, level in own.levels.items() if level.style and level.style == style), 0)

    def _count(self, key: str, own: _List, level: int) -> None:
        counts = self._counts.setdefault(own.abstract, [None] * _LEVELS)
        if key not in self._begun:
            self._begun.add(key)
            for at in own.starts:
                counts[at] = None
        for at in range(level + 1):
            start = own.starts.get(at, own.levels[at].start if at in own.levels else 1)
            count = counts[at]
            if count is None:
                counts[at] = start
            elif at == level:
                counts[at] = count + 1
        for at in range(level + 1, _LEVELS):
            below = own.levels.get(at)
            if below is None or below.restart > level:
                counts[at] = None

    def _printed(self, own: _List, level: int) -> str:
        form, counts = own.levels[level], self._counts[own.abstract]
        if form.form == "bullet":
            text = shown_symbols(form.text, form.font)
        else:

            def place(found: re.Match[str]) -> str:
                at = int(found[1]) - 1
                kind = own.levels[at].form if at in own.levels and not form.is_legal else "decimal"
                return counted(counts[at] or 0, kind)

            text = _PLACE.sub(place, form.text)
        return text + form.between if text else ""


def _plain_level(at: int) -> _Level:
    """How a level is counted of which the file only says that it is: 1., 2., 3."""
    return _Level(1, "decimal", f"%{at + 1}.", " ", "", at, False, None)


def _read_list(abstract: str, definition: etree._Element | None, own: etree._Element) -> _List:
    found = _List(abstract, {})
    for level in nearest(definition, "lvl") if definition is not None else ():
        _add_level(found, level)
    for override in nearest(own, "lvlOverride"):
        at = number(value(override, "ilvl"), 0)
        if (start := value(child(override, "startOverride"))) is not None:
            found.starts[min(at, _LEVELS - 1)] = number(start, 1)
        if (level_ := child(override, "lvl")) is not None:
            _add_level(found, level_)
    return found


def _add_level(found: _List, level: etree._Element) -> None:
    at = number(value(level, "ilvl"), 0)
    code = value(child(level, "nfc"))
    form = value(child(level, "numFmt")) or (FORMATS_OF_2003.get(code, "") if code else "decimal")
    if at < _LEVELS:
        found.levels[at] = _Level(
            start=number(value(child(level, "start")), 1 if code else 0),
            form=form,
            text=value(child(level, "lvlText")) or "",
            between=_BETWEEN.get(value(child(level, "suff")) or "", " "),
            font=value(child(level, "rPr", "rFonts"), "ascii") or "",
            restart=number(value(child(level, "lvlRestart")), at),
            is_legal=child(level, "isLgl") is not None,
            style=value(child(level, "pStyle")),
        )
