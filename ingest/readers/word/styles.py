"""How a run of text looks where that decides what is read: hidden, struck through, raised, in a font of symbols."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ingest.readers.word.xml import child, name_of, value

OFF = ("0", "false", "off", "none")
LISTED = ("numPr", "listPr")
"""What says that a paragraph is one of a list, in Word of 2007 and later and in that of 2003."""
_DEEPEST = 20
_WHITE = ("FFFFFF", "WHITE")
_NO_GROUND = ("", "AUTO", "NONE", *_WHITE)
_GROUNDS = ("shd", "highlight", "tblStyle", "pStyle")
"""What may set a ground of its own: a style of a table or paragraph is taken to do so."""


_RAISED = 4
"""In half points: a run that stands so much higher than the one before is set above the line."""


class Look(NamedTuple):
    """What is seen of a run: ``font`` is that of its Latin letters, blank where the document names none."""

    is_hidden: bool
    is_struck: bool
    is_raised: bool
    font: str
    is_white: bool = False


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._defaults: list[etree._Element] = []
        self._paragraph: str | None = None
        self._looks: dict[str | None, Look] = {}
        self._listed: dict[str | None, list[etree._Element]] = {}
        for element in root if root is not None else ():
            if name_of(element) == "style" and (key := value(element, "styleId")):
                self._styles.setdefault(key, element)
                if value(element, "type") == "paragraph" and (value(element, "default") or "0") not in OFF:
                    self._paragraph = key
            elif name_of(element) == "docDefaults" and (run := child(element, "rPrDefault", "rPr")) is not None:
                self._defaults.append(run)

    def look(self, run: etree._Element | None, paragraph: etree._Element | None) -> Look:
        """The look of a run by its own properties (rPr), its styles and those of its paragraph (pPr)."""
        if run is None:
            key = self.style_of(paragraph)
            if key not in self._looks:
                self._looks[key] = self._look(None, paragraph)
            return self._looks[key]
        return self._look(run, paragraph)

    def _look(self, run: etree._Element | None, paragraph: etree._Element | None) -> Look:
        chain = [] if run is None else [run, *self._properties(value(child(run, "rStyle")), "rPr")]
        chain += [*self._properties(self.style_of(paragraph), "rPr"), *self._defaults]
        named = [own for part in chain if (own := child(part, "rFonts")) is not None]
        # A font of the theme, which is never one of symbols, goes before a named one.
        fonts = (value(found, "asciiTheme") or value(found, "ascii") for found in named)
        return Look(
            _is_on(chain, "vanish"),
            _is_on(chain, "strike") or _is_on(chain, "dstrike"),
            next((text for part in chain if (text := value(child(part, "vertAlign")))), "") == "superscript",
            next((font for font in fonts if font), ""),
            next((text for part in chain if (text := value(child(part, "color")))), "").upper() in _WHITE,
        )

    def listed(self, paragraph: etree._Element | None) -> list[etree._Element]:
        """What the styles of a paragraph (pPr) say of the list it is in, the nearest first."""
        key = self.style_of(paragraph)
        if key not in self._listed:
            chain = self._properties(key, "pPr")
            self._listed[key] = [found for own in chain for kind in LISTED if (found := child(own, kind)) is not None]
        return self._listed[key]

    def style_of(self, paragraph: etree._Element | None) -> str | None:
        """The id of a paragraph's style."""
        return value(child(paragraph, "pStyle")) or self._paragraph

    def _properties(self, key: str | None, name: str) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):  # styles may be based on one another in a circle
            style = self._styles.get(key or "")
            if style is None:
                return
            if (own := child(style, name)) is not None:
                yield own
            key = value(child(style, "basedOn"))


def _is_on(chain: list[etree._Element], name: str) -> bool:
    """Whether the nearest properties that speak of a switch turn it on."""
    found = next((own for part in chain if (own := child(part, name)) is not None), None)
    return found is not None and (value(found) or "1") not in OFF


def is_set_above(run: etree._Element) -> bool:
    """True for a run that is raised by hand above the one before it in its paragraph, which stands on the line."""
    before = run.getprevious()
    if before is None or name_of(before) != "r" or child(before, "t") is None:
        return False
    return _position(run) - _position(before) >= _RAISED


def _position(run: etree._Element) -> int:
    printed = value(child(run, "rPr", "position")) or ""
    return int(printed) if re.fullmatch(r"-?\d{1,4}", printed) else 0


def is_on_paper(run: etree._Element) -> bool:
    """True for a run that nothing around it gives a ground: no shading, no box, no style that may."""
    for around in (run, *run.iterancestors()):
        name = name_of(around)
        if name in ("txbxContent", "textbox", "background"):
            return False
        if name in ("r", "p", "tc", "tr", "tbl") and any(map(_has_ground, around.iterchildren(f"{{*}}{name}Pr"))):
            return False
    return True


def _has_ground(properties: etree._Element) -> bool:
    for kind in _GROUNDS:
        found = child(properties, kind)
        if found is not None and (kind != "shd" or (value(found, "fill") or "").upper() not in _NO_GROUND):
            return True
    return False
