"""The text of paragraphs of an OpenDocument text as it is seen; what is hidden or deleted is set aside."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ingest.readers.word.formulas import raised
from ingest.readers.word.odt.styles import Lists, Styles
from ingest.readers.word.styles import Look
from ingest.readers.word.symbols import UNKNOWN, shown_symbols
from ingest.readers.word.texts import not_printed
from ingest.readers.word.xml import name_of, nearest, number, value
from ingest.source.beside import Notes
from ingest.source.blocks import Notice

NOT_READ = {
    *(
        "tracked-changes",
        "annotation",
        "annotation-end",
        "note",
        "ruby-text",
        "forms",
        "sequence-decls",
        "title",
        "desc",
    ),
    *("variable-decls", "user-field-decls", "alphabetical-index-mark", "binary-data", "event-listeners", "text-box"),
}
_SHAPES = {"custom-shape", "rect", "circle", "ellipse", "polygon", "path", "regular-polygon", "caption"}
"""Drawings that may hold text, as text boxes do."""
_HIDDEN = {"hidden-text"}
_NOTES = {"note": "a footnote", "annotation": "a comment"}
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000
_MOST_NESTED = 100


class Texts:
    """Reads the paragraphs of a document in their order; ``page`` is the one the program saw last."""

    def __init__(self, content: etree._Element, styles: Styles) -> None:
        self.page = 1
        self._styles = styles
        self._lists = Lists(styles)
        self._unprinted: list[str] = []
        self.notes = Notes()
        self._deleted = {
            value(region, "id") or "": " ".join("".join(deletion.itertext()).split())
            for region in content.iter("{*}changed-region")
            for deletion in nearest(region, "deletion")
        }

    def unprinted(self) -> Sequence[Notice]:
        """What was hidden, deleted or struck through since this was asked last, and what notes say."""
        found, self._unprinted = self._unprinted, []
        return (*not_printed(found), *self.notes.said())

    def set_aside(self, element: etree._Element) -> None:
        """Take down what stands below an element as not shown."""
        self._unprinted.append("".join(element.itertext()))

    def paragraph(self, paragraph: etree._Element, mark: str = "") -> str:
        """The text of a paragraph, ``mark`` before it."""
        names = [value(paragraph, "style-name")]
        pieces = list(self._pieces(paragraph, names, self._styles.look(names)))
        struck = "".join(text for text, is_struck in pieces if is_struck)
        plain = "".join(text for text, is_struck in pieces if not is_struck)
        if struck.strip():
            self._unprinted.append(struck)
        return mark + (plain if plain.strip() else plain + struck)

    def list_items(
        self, element: etree._Element, style: str = "", depth: int = 1
    ) -> Iterator[tuple[str, etree._Element]]:
        """The paragraphs and tables of a list, each with the number printed before it."""
        style = value(element, "style-name") or style
        self._lists.begin(element, style, depth)
        for item in element:
            mark = self._lists.mark(style, depth, value(item, "start-value")) if name_of(item) == "list-item" else ""
            for inner in item:
                if name_of(inner) == "list":
                    if depth < _MOST_NESTED:
                        yield from self.list_items(inner, style, depth + 1)
                    continue
                yield mark, inner
                mark = ""

    def _pieces(self, element: etree._Element, names: list[str | None], look: Look) -> Iterator[tuple[str, bool]]:
        """The text below an element in pieces, and whether each is struck through."""
        if look.is_hidden:
            self.set_aside(element)
            return
        yield self._shown(element.text, look), look.is_struck
        for found in element:
            yield from self._piece(found, name_of(found), names, look)
            yield self._shown(found.tail, look), look.is_struck

    def _piece(
        self, found: etree._Element, name: str, names: list[str | None], look: Look
    ) -> Iterator[tuple[str, bool]]:
        if name in NOT_READ or name in _SHAPES or not name:
            if name in _NOTES:
                self.notes.add(_NOTES[name], paragraphs(found))
            return
        if name in _HIDDEN or (name == "hidden-paragraph" and value(found, "is-hidden") == "true"):
            self._unprinted.append(value(found, "string-value") or "".join(found.itertext()))
        elif name == "s":
            yield " " * min(number(value(found, "c"), 1), _MOST_SPACES), False
        elif name == "tab":
            yield "\t", False
        elif name == "line-break":
            yield "\n", False
        elif name == "soft-page-break":
            self.page += 1
        elif name == "change":
            self._unprinted.append(self._deleted.get(value(found, "change-id") or "", ""))
        elif name == "object" and value(found, "anchor-type") is None:
            yield UNKNOWN, False
        elif name == "span":
            inner = [value(found, "style-name"), *names]
            yield from self._pieces(found, inner, self._styles.look(inner))
        else:
            yield from self._pieces(found, names, look)

    def _shown(self, text: str | None, look: Look) -> str:
        """A text with white space folded as the format has it, symbols by what their font shows."""
        folded = shown_symbols(_SPACE.sub(" ", text or ""), look.font)
        return raised(folded) if look.is_raised else folded


def paragraphs(element: etree._Element) -> Iterator[str]:
    """The texts of the paragraphs below an element."""
    for paragraph in nearest(element, "p"):
        if text := _SPACE.sub(" ", "".join(map(str, paragraph.itertext()))).strip():
            yield text


def running_heads(styles: Sequence[etree._Element]) -> Iterator[str]:
    """The paragraphs of the heads and feet of all kinds of pages; ``styles`` are the parts that hold styles."""
    for root in styles:
        for head in root.iter("{*}header", "{*}footer", "{*}header-first", "{*}footer-first"):
            if value(head, "display") != "false":
                yield from paragraphs(head)


def text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes and drawings with text anchored below an element."""
    for found in element:
        name = name_of(found)
        if name == "text-box" or name in _SHAPES:
            yield found
        elif name not in ("annotation", "note", "tracked-changes"):
            yield from text_boxes(found)


def floats(box: etree._Element) -> bool:
    """True for a text box that lies over the text, not in its line."""
    anchored = box if name_of(box) in _SHAPES else box.getparent()
    return value(anchored, "anchor-type") not in (None, "as-char")


def columns_of(element: etree._Element, attribute: str) -> int:
    """A count of rows or columns of a cell, at least one."""
    return max(number(value(element, attribute), 1), 1)
