"""Text boxes, diagrams, charts and comments of a sheet of Open XML, from the parts that it is related to."""

from collections.abc import Iterator, Mapping

from lxml import etree

from ingest.readers.sheets.drawn.beside import CHART, COMMENT, Beside, Place
from ingest.readers.sheets.parts import Package, elements, local
from ingest.readers.sheets.styles.open_xml import text_of

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_TRUE = ("1", "true")
_TO_DATA = ("dm", "id")
"""The attributes by which a diagram and a chart name the part that holds their texts."""


def read_beside(package: Package, part: str, beside: Beside) -> None:
    """Add what is drawn on the sheet of a ``part``, and its comments, to those of ``beside``."""
    for kind, target in package.related(part).values():
        if kind == "drawing":
            _read_drawing(package, target, beside)
        elif kind == "comments" and not target.lower().endswith(".bin"):
            for found in elements(package.read(target), "comment"):
                place = _cell(found.get("ref", ""))
                texts = (text_of(own)[0] for own in found if local(own) == "text")
                if place is not None:
                    beside.notes.append((place, COMMENT, "\n".join(texts)))


def _read_drawing(package: Package, part: str, beside: Beside) -> None:
    related: Mapping[str, tuple[str, str]] | None = None
    for anchor in elements(package.read(part), *_ANCHORS):
        place = _place(anchor)
        beside.boxes += ((place, text) for text in _texts(anchor))
        for drawn in anchor.iter("{*}chart", "{*}relIds"):
            related = package.related(part) if related is None else related
            named = {etree.QName(key).localname: str(value) for key, value in drawn.attrib.items()}
            key = next((named[name] for name in _TO_DATA if name in named), "")
            if key not in related:
                continue
            text = "\n".join(_paragraphs(package.read(related[key][1])))
            if local(drawn) == "chart":
                beside.notes.append((place, CHART, text))
            elif text:
                beside.boxes.append((place, text))


def _paragraphs(data: bytes) -> Iterator[str]:
    """The paragraphs of a chart (its titles) or a diagram."""
    for paragraph in elements(data, "p"):
        if text := "".join(map(_run, paragraph.iter("{*}t", "{*}br"))).strip():
            yield text


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
