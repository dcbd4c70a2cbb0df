"""Text boxes and comments of a sheet of Open XML, from the parts that it is related to."""

from collections.abc import Iterator

from lxml import etree

from ingest.readers.sheets.beside import Beside, Place
from ingest.readers.sheets.parts import Package, elements, local
from ingest.readers.sheets.styles import text_of

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_TRUE = ("1", "true")


def read_beside(package: Package, part: str, beside: Beside) -> None:
    """Add the text boxes and comments of the sheet of a ``part`` to those of ``beside``."""
    for kind, target in package.related(part).values():
        if kind == "drawing":
            for found in elements(package.read(target), *_ANCHORS):
                beside.boxes += ((_place(found), text) for text in _texts(found))
        elif kind == "comments":
            for found in elements(package.read(target), "comment"):
                place = _cell(found.get("ref", ""))
                texts = (text_of(own)[0] for own in found if local(own) == "text")
                if place is not None:
                    beside.comments[place] = "\n".join(texts)


def _place(anchor: etree._Element) -> Place:
    """The cell that a drawing begins in; the first one where it is tied to none."""
    begin = next(anchor.iterchildren("{*}from"), None)
    found = {local(own): own.text or "" for own in (begin if begin is not None else ())}
    return _number(found.get("row", "")), _number(found.get("col", ""))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _texts(anchor: etree._Element) -> Iterator[str]:
    """The texts of the shapes that a drawing shows, a line each paragraph."""
    for shape in anchor.iter("{*}sp"):
        if any(own.get("hidden") in _TRUE for own in shape.iter("{*}cNvPr")):
            continue
        for body in shape.iterchildren("{*}txBody"):
            lines = ("".join(map(_run, own.iter("{*}t", "{*}br"))) for own in body.iterchildren("{*}p"))
            if text := "\n".join(lines).strip():
                yield text


def _run(element: etree._Element) -> str:
    return "\n" if local(element) == "br" else element.text or ""


def _cell(reference: str) -> Place | None:
    """The row and column of `AB12`; None where it is none."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and len(letters) < 4 and 0 < len(digits) < 8):
        return None
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1
