"""What stands beside the text of a Word document: notes and comments where they stand; running heads and feet."""

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from ingest.readers.word.parts import Parts
from ingest.readers.word.styles import OFF
from ingest.readers.word.xml import child, name_of, nearest, value
from ingest.source.beside import Notes

BESIDE_IT = "a running head or a note"
BOX = "a text box"
"""Where the lines stand that are no text of the body, in words."""

_NOTES: Mapping[str, tuple[str, str]] = {
    "footnoteReference": ("footnotes", "a footnote"),
    "endnoteReference": ("endnotes", "an endnote"),
    "commentReference": ("comments", "a comment"),
    "footnote": ("", "a footnote"),
    "endnote": ("", "an endnote"),
    "annotation": ("", "a comment"),
}
"""By the element that stands at its place: the part that a note is in, and what it is; in Word 2003 it is the note."""

_HEADS = {"headerReference", "footerReference", "hdr", "ftr"}
_EVEN = "even"


def is_note(element: etree._Element, name: str) -> bool:
    """True for an element (named ``name``) that a note stands at; in Word 2003 changes bear the name of comments."""
    return name in _NOTES and (name != "annotation" or value(element, "type") == "Word.Comment")


class NotesOfWord(Notes):
    """The notes of a document, as their places are met."""

    def __init__(self, part: Callable[[str], etree._Element | None]) -> None:
        super().__init__()
        self._part = part
        self._by_id: dict[str, dict[str, etree._Element]] = {}
        self._has_mark = False

    def meet(self, element: etree._Element, name: str) -> None:
        """Take down the note of an element that `is_note`."""
        kind, what = _NOTES[name]
        note = self._notes(kind).get(value(element, "id") or "") if kind else element
        self._has_mark = (value(element, "customMarkFollows") or "0") not in OFF
        if note is not None:
            self.add(what, paragraphs(note))

    def takes_mark(self) -> bool:
        """True, once, where the next text is the mark of a note and no text of the document."""
        has_mark, self._has_mark = self._has_mark, False
        return has_mark

    def _notes(self, kind: str) -> dict[str, etree._Element]:
        if kind not in self._by_id:
            root = self._part(kind)
            self._by_id[kind] = {value(note, "id") or "": note for note in (root if root is not None else ())}
        return self._by_id[kind]


def paragraphs(element: etree._Element) -> Iterator[str]:
    """The texts of the paragraphs below an element, those in tables and boxes too."""
    for paragraph in nearest(element, "p"):
        found = paragraph.iter("{*}t", "{*}tab", "{*}ptab", "{*}br")
        text = "".join((own.text or "") if name_of(own) == "t" else " " for own in found)
        if text.strip():
            yield text


def running_heads(parts: Parts) -> Iterator[str]:
    """The paragraphs of the heads and feet of all sections, those of even pages left out: they say the same."""
    for section in parts.document.iter("{*}sectPr"):
        around = section.getparent()
        if around is not None and name_of(around) == "sectPrChange":
            continue
        has_first = (title := child(section, "titlePg")) is not None and (value(title) or "1") not in OFF
        for found in section:
            kind = value(found, "type") or ""
            if name_of(found) not in _HEADS or kind == _EVEN or (kind == "first" and not has_first):
                continue
            head = parts.beside(value(found, "id") or "") if name_of(found).endswith("Reference") else found
            if head is not None:
                yield from paragraphs(head)
