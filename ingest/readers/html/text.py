"""The text of elements as it is seen: white space folded, symbols and boxes by what they show, links counted."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.html.bare_rows import holds_bare_rows
from ingest.readers.html.colours import PAPER, USUAL
from ingest.readers.html.css import Look, Styles
from ingest.readers.word.counting import counted
from ingest.readers.word.fields import EMPTY, TICKED
from ingest.readers.word.formulas import raised
from ingest.readers.word.symbols import is_symbol_font, shown_symbols

NOT_READ = {
    *("head", "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "map"),
    *("nav", "footer", "aside", "button", "datalist", "dialog", "rt", "rp"),
}
CONTROLS = {"input", "select", "textarea"}
BLOCKS = {
    *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre"),
    *("section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "br"),
}
_STRUCK = {"del", "s", "strike"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TYPED = {"", "text", "number", "date", "month", "tel", "email", "url"}
_FLEXIBLE = ("flex", "inline-flex", "grid", "inline-grid")
_BESIDE = ("inline-block", "float")
_BOXES, _TABLE_ROW = (re.compile(words, re.IGNORECASE) for words in ("flex|grid|inline-block|float", "table-row"))
# What a picture of a number says that it shows.
_PICTURED = re.compile(r"[\d.,%％‰≥≤≧≦＞＜><=＝±+\-－—~～]{1,20}")
_STACKED = ("column", "inline-column")
_FEWEST_ROWS = 2
_LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ROLES = {
    "table": "table", "inline-table": "table", "table-row": "row", "table-cell": "cell", "table-caption": "caption",
    "table-row-group": "group", "table-header-group": "group", "table-footer-group": "group",
}  # fmt: skip
_ROLES_OF_TAGS = {
    "table": "table", "tr": "row", "td": "cell", "th": "cell", "caption": "caption", "thead": "group", "tbody": "group",
    "tfoot": "group",
}  # fmt: skip


class Seen:
    """What is seen of the elements of a page."""

    def __init__(self, root: etree._Element) -> None:
        self._styles = Styles(root)
        sheets = ("".join(sheet.itertext()) for sheet in root.iter("style"))
        said = [*sheets, *root.xpath("//@style")]
        self._is_flexible, self._has_rows = (any(map(one.search, said)) for one in (_BOXES, _TABLE_ROW))
        self._is_whole = not root.xpath("boolean(//link[contains(@rel, 'stylesheet')])")
        self._looks: dict[etree._Element, Look] = {}
        self._grounds: dict[etree._Element, str] = {}
        self._counts: dict[etree._Element, int] = {}

    def look(self, element: etree._Element) -> Look:
        """How an element is shown."""
        found = self._looks.get(element)
        if found is None:
            found = self._looks[element] = self._styles.look(element)
        return found

    def is_hidden(self, element: etree._Element) -> bool:
        """True for an element that is not displayed, or whose text is struck through."""
        look = self.look(element)
        is_removed = look.is_hidden or look.is_struck or element.tag in _STRUCK
        return is_removed or (look.ink not in USUAL and self._is_pale(element))

    def _is_pale(self, element: etree._Element) -> bool:
        """True for text of the colour of its ground, as far as the page says that itself."""
        if not self._is_whole or self.look(element).ink != self._ground(element):
            return False
        inside = (self.look(inner) for inner in element.iterdescendants("*"))
        return not any(look.ink or look.ground for look in inside)

    def _ground(self, element: etree._Element) -> str:
        """The colour of the ground on which an element stands: its own, else that of what is around it."""
        found = self._grounds.get(element)
        if found is None:
            around = element.getparent()
            found = self.look(element).ground or (self._ground(around) if around is not None else PAPER)
            self._grounds[element] = found
        return found

    def is_raised(self, element: etree._Element) -> bool:
        """True for an element whose text stands above the line."""
        return element.tag == "sup" or (self.look(element).is_raised and element.tag not in ("td", "th"))

    def before(self, element: etree._Element) -> str:
        """What is printed in an element before its text: a number of a list, what a style sheet adds; to be asked once,
        in order.
        """
        return self._mark(element) + self._styles.beside(element, "before")

    def behind(self, element: etree._Element) -> str:
        """What a style sheet prints in an element behind its text."""
        return self._styles.beside(element, "after")

    def _mark(self, element: etree._Element) -> str:
        """The number that a browser prints before an item of a numbered list."""
        around = element.getparent() if element.tag == "li" else None
        if around is None or around.tag != "ol":
            return ""
        start = _number(around.get("start"), 1)
        count = self._counts[around] = _number(element.get("value"), self._counts.get(around, start - 1) + 1)
        is_unmarked = self.look(element).is_unmarked or self.look(around).is_unmarked
        return "" if is_unmarked else f"{counted(count, _LISTS.get(around.get('type') or '', 'decimal'))}. "

    def role(self, element: etree._Element) -> str:
        """What an element is of a table (table, group, row, cell, caption) by name or style; blank for none."""
        if not isinstance(element.tag, str):
            return ""
        own = self._own_role(element) or self._flexible_role(element)
        return own or ("table" if self._has_rows and holds_bare_rows(element, self._own_role) else "")

    def _own_role(self, element: etree._Element) -> str:
        return _ROLES.get(self.look(element).display) or _ROLES_OF_TAGS.get(str(element.tag), "")

    def is_block(self, element: etree._Element) -> bool:
        """True for an element whose text stands in lines of its own."""
        if element.tag in BLOCKS:
            return True
        around = element.getparent()
        is_item = around is not None and self.look(around).display in (*_FLEXIBLE, *_STACKED)
        return is_item or self.look(element).display in ("block", "list-item", "flex", "grid", "column")

    def _flexible_role(self, element: etree._Element) -> str:
        """What an element is of a table whose rows are flexible boxes."""
        if not self._is_flexible:
            return ""
        if self._has_flexible_rows(element):
            return "table"
        above = element.getparent()
        if above is not None and self._has_flexible_rows(above):
            return "row"
        around = above.getparent() if above is not None else None
        return "cell" if around is not None and self._has_flexible_rows(around) else ""

    def _has_flexible_rows(self, element: etree._Element) -> bool:
        """True where two boxes or more stand in an element, all flexible and all of as many parts."""
        rows = [row for row in element if isinstance(row.tag, str)]
        if len(rows) < _FEWEST_ROWS or not all(map(self._is_row_of_boxes, rows)):
            return False
        counts = {sum(isinstance(part.tag, str) for part in row) for row in rows}
        return len(counts) == 1 and max(counts) > 1

    def _is_row_of_boxes(self, row: etree._Element) -> bool:
        """True for a box whose parts stand side by side."""
        if self.look(row).display in (*_FLEXIBLE, "contents"):
            return True
        if (row.text or "").strip() or self.look(row).display in _BESIDE or row.tag in _ROLES_OF_TAGS:
            return False
        return all(self.look(part).display in _BESIDE for part in row if isinstance(part.tag, str)) and len(row) > 0

    def font(self, element: etree._Element, around: str) -> str:
        """The font of symbols in which the text of an element stands, blank for any other font."""
        own = self.look(element).font
        return (own if is_symbol_font(own) else "") if own else around


@dataclass(slots=True)
class Text:
    """A text being gathered, how much of it leads elsewhere, and what in it is not shown."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    unprinted: list[str] = field(default_factory=list)

    def add(
        self, text: str | None, is_linked: bool, font: str = "", is_raised: bool = False, is_kept: bool = False
    ) -> None:
        """Add a text as it stands in the page; ``is_kept``: with its own lines."""
        if not text:
            return
        folded = text.replace("\r", "") if is_kept else _SPACE.sub(" ", text)
        folded = shown_symbols(folded, font) if font else folded
        folded = raised(folded) if is_raised else folded
        self.pieces.append(folded)
        self.linked += len(folded.strip()) if is_linked else 0

    def text(self) -> str:
        """The text, its lines without white space around."""
        return "\n".join([line for piece in "".join(self.pieces).split("\n") if (line := piece.strip(" "))])

    def is_linked(self) -> bool:
        """True where more than half of the text is links."""
        return bool(self.linked) and 2 * self.linked > len(self.text())


def gather(element: etree._Element, text: Text, seen: Seen, is_linked: bool = False, font: str = "") -> None:
    """Add all that is seen of an element and below it to ``text``, as one cell."""
    name = element.tag if isinstance(element.tag, str) else ""
    if name in NOT_READ or not name:
        return
    if seen.is_hidden(element):
        text.unprinted.append(whole_text(element))
        return
    if name in CONTROLS:
        text.add(_control(element, name), is_linked)
        return
    is_block = seen.is_block(element)
    if is_block:
        text.pieces.append("\n")
    is_linked = is_linked or (name == "a" and bool(element.get("href")))
    font = seen.font(element, font)
    is_raised, is_kept = seen.is_raised(element), seen.look(element).is_kept
    text.add(seen.before(element) + pictured(element), is_linked)
    text.add(element.text, is_linked, font, is_raised, is_kept)
    for child in element:
        gather(child, text, seen, is_linked, font)
        text.add(child.tail, is_linked, font, is_raised, is_kept)
    text.add(seen.behind(element), is_linked)
    if is_block:
        text.pieces.append("\n")


def pictured(element: etree._Element) -> str:
    """The number or sign that a picture shows by its own words; nothing of any other."""
    words = (element.get("alt") or "").strip() if element.tag == "img" else ""
    return words if _PICTURED.fullmatch(words) else ""


def whole_text(element: etree._Element) -> str:
    """All text below an element, whether it is shown or not."""
    return " ".join("".join(element.itertext()).split())


def _number(text: str | None, otherwise: int) -> int:
    printed = (text or "").strip()
    return int(printed) if printed.isascii() and printed.isdigit() and len(printed) < 5 else otherwise


def _control(element: etree._Element, name: str) -> str:
    """What a control of a form shows: its box, what was typed or chosen."""
    if name == "textarea":
        return element.text or ""
    if name == "select":
        options = list(element.iter("option"))
        chosen = next((option for option in options if option.get("selected") is not None), None)
        chosen = options[0] if chosen is None and options else chosen
        return "" if chosen is None else "".join(chosen.itertext())
    kind = (element.get("type") or "").lower()
    if kind in ("checkbox", "radio"):
        return TICKED if element.get("checked") is not None else EMPTY
    return element.get("value") or "" if kind in _TYPED else ""
