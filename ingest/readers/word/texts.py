"""The text of a Word paragraph as it is seen, with symbols, automatic numbers and boxes; what is hidden set aside."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from ingest.readers.word.beside import NotesOfWord, is_note, paragraphs
from ingest.readers.word.fields import EMPTY, TICKED, Fields
from ingest.readers.word.formulas import FORMULAS, formula, raised
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.parts import Parts
from ingest.readers.word.styles import OFF, Look, Styles, is_on_paper, is_set_above
from ingest.readers.word.symbols import UNKNOWN, shown_symbol, shown_symbols
from ingest.readers.word.xml import child, holds, name_of, value
from ingest.source.blocks import Notice

# Properties, readings above ideographs, text boxes (read behind their paragraph).
_NOT_READ = {"pPr", "rPr", "sectPr", "rt", "txbxContent", "tcPr", "trPr", "tblPr", "sdtPr", "delInstrText"}
_DRAWN = {"chart": "id", "relIds": "dm"}
"""Charts and diagrams, with the attribute that names the part which holds their texts."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_DELETED = {"del", "moveFrom"}
_NOT_PRINTED = (
    "the file holds this text hidden, white, deleted, struck through or as a prompt; it is not read as printed"
)
_MOST_SAID = 200
_PLAIN = Look(False, False, False, "")
_BOX = re.compile("[☐☑☒□■√✓✔×✗]")
_FLOATING = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)


def not_printed(texts: Iterable[str]) -> Sequence[Notice]:
    """The notice of texts that a file holds and does not show; none where they say nothing."""
    said = [text.strip() for text in texts if any(character.isalnum() for character in text)]
    return (Notice("hidden", _NOT_PRINTED, "；".join(said)[:_MOST_SAID]),) if said else ()


class Texts:
    """Reads the paragraphs of a document in their order; ``page`` is the one that Word saw last."""

    def __init__(self, parts: Parts) -> None:
        self.page = 1
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._fields = Fields()
        self._properties: etree._Element | None = None
        self._unprinted: list[str] = []
        self._is_deleting = False
        self.notes = NotesOfWord(parts.notes)
        self._drawn = parts.beside
        self.goes_on = False
        """True where the end of the paragraph read last was deleted: the next one goes on with it."""

    def unprinted(self) -> Sequence[Notice]:
        """What was hidden, deleted or struck through since this was asked last, and what notes say."""
        found, self._unprinted = self._unprinted, []
        return (*not_printed(found), *self.notes.said())

    def paragraph(self, paragraph: etree._Element) -> str:
        """The text of a paragraph with the number before it."""
        before, self._properties = self._properties, child(paragraph, "pPr")
        self._fields.begin_paragraph()
        pieces = list(self._pieces(paragraph, _PLAIN))
        mark = self._numbering.mark(self._properties)
        self.goes_on = child(self._properties, "rPr", "del") is not None
        if self.goes_on and not any(text.strip() for text, _ in pieces):
            mark = ""
        self._properties = before
        return mark + self._unstruck(pieces)

    def deleted(self, element: etree._Element) -> None:
        """Set the text below an element aside."""
        self._is_deleting = True
        text = "".join(text for text, _ in self._pieces(element, _PLAIN))
        self._is_deleting = False
        self._unprinted.append(text)

    def _unstruck(self, pieces: list[tuple[str, bool]]) -> str:
        """The text without what is struck through beside text that is not; a text struck as a whole stays."""
        struck = "".join([text for text, is_struck in pieces if is_struck])
        plain = "".join([text for text, is_struck in pieces if not is_struck])
        if struck.strip():
            self._unprinted.append(struck)
        return plain if plain.strip() else plain + struck

    def _pieces(self, element: etree._Element, look: Look) -> Iterator[tuple[str, bool]]:
        """The printed text below an element in pieces, and whether each is struck through."""
        for found in element:
            yield from self._piece(found, name_of(found), look)

    def _piece(self, found: etree._Element, name: str, look: Look) -> Iterator[tuple[str, bool]]:
        if name in _NOT_READ:
            return
        if name == "lastRenderedPageBreak":
            self.page += 1
        elif not self._is_deleting and (_is_deletion(found, name) or is_prompt(found, name)):
            self.deleted(found)
        elif is_note(found, name):
            self.notes.meet(found, name)
        elif name == "AlternateContent":
            yield from self._pieces(_alternative(found), look)
        elif name == "r":
            yield from self._run(found, look)
        elif name == "instrText":
            self._fields.instruct(found.text or "")
        elif name == "fldChar":
            yield self._fields.mark(found), look.is_struck
        elif not self._fields.is_printed:
            yield from self._pieces(found, look)
        elif (box := _check_box(found) if name == "sdt" else None) is not None:
            text = "".join(text for text, _ in self._pieces(found, look))
            yield text if _BOX.search(text) else box, look.is_struck
        elif (sign := self._sign(found, name, look)) is not None:
            yield sign, look.is_struck
        else:
            yield from self._pieces(found, look)

    def _run(self, run: etree._Element, look: Look) -> Iterator[tuple[str, bool]]:
        """The text of a run; in a formula a run may have no properties of Word."""
        own = self._styles.look(child(run, "rPr"), self._properties)
        if is_set_above(run):
            own = own._replace(is_raised=True)
        pieces = self._pieces(run, own._replace(is_struck=True) if look.is_struck else own)
        if not own.is_hidden and not (own.is_white and is_on_paper(run)):
            yield from pieces
            return
        self._unprinted.append("".join(text for text, _ in pieces))

    def _sign(self, found: etree._Element, name: str, look: Look) -> str | None:
        """The text of an element that prints its own; None for one that holds others."""
        if name in ("t", "delText"):
            if self.notes.takes_mark():
                return ""
            text = shown_symbols(found.text or "", look.font)
            return raised(text) if look.is_raised else text
        if name == "sym":
            return shown_symbol(value(found, "char") or "", value(found, "font") or "")
        if name in _BREAKS:
            return _BREAKS[name]
        if name in FORMULAS:
            return formula(found, self._plain)
        if name == "OLEObject":
            program = value(found, "ProgID") or ""
            if program.startswith("Equation"):
                return UNKNOWN
            self.notes.add("an embedded file", [program])
        if name in _DRAWN:
            drawn = self._drawn(value(found, _DRAWN[name]) or "")
            if drawn is not None:
                self.notes.add("a chart" if name == "chart" else "a diagram", paragraphs(drawn))
        return None

    def _plain(self, element: etree._Element | None) -> str:
        return "" if element is None else "".join(text for text, _ in self._pieces(element, _PLAIN))


def is_prompt(element: etree._Element, name: str) -> bool:
    """True for a content control (named ``name``) that still shows what is to be filled in."""
    shown = child(element, "sdtPr", "showingPlcHdr") if name == "sdt" else None
    return shown is not None and (value(shown) or "1") not in OFF


def _is_deletion(element: etree._Element, name: str) -> bool:
    """True for text that a tracked change takes away, also of Word 2003."""
    return name in _DELETED or (name == "annotation" and value(element, "type") == "Word.Deletion")


def _alternative(element: etree._Element) -> etree._Element:
    """The first way that a content is saved in; the others repeat it."""
    choice = child(element, "Choice")
    return choice if choice is not None else element


def _check_box(control: etree._Element) -> str | None:
    """The box that a content control shows; None where it is no check box."""
    box = child(control, "sdtPr", "checkbox")
    if box is None:
        return None
    state = value(child(box, "checked")) or "0"
    return EMPTY if state in OFF else TICKED


def text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes anchored below an element, each once."""
    if not holds(element, "txbxContent"):
        return
    for found in element:
        name = name_of(found)
        if name == "txbxContent":
            yield found
        elif name == "AlternateContent":
            yield from text_boxes(_alternative(found))
        elif name not in _NOT_READ and name not in _DELETED:
            yield from text_boxes(found)


def floats(box: etree._Element) -> bool:
    """True for the contents of a text box that lies over the text, not in its line."""
    for around in box.iterancestors():
        name = name_of(around)
        if name == "p":
            return False
        if name == "anchor" or _FLOATING.search(value(around, "style") or ""):
            return True
    return False
