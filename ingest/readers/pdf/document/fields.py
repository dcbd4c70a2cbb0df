"""Fields of a fillable PDF: what is filled in stands on the page as characters in the field's box."""

import ctypes
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ingest.readers.pdf.lines import read_lines
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph, Page

_HIDDEN = 0x2 | 0x20
_TEXTS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_BOXES = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_COMMENTS = (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
_TICKED, _EMPTY = "☑", "☐"
_SIZE = 9.0
_LEADING = 1.2
_NARROW = 0.5


class Field(NamedTuple):
    """What is filled into a field, and its box on the page as the file counts: left, bottom, right, top."""

    text: str
    box: Bounds


@contextmanager
def form_of(document: Any) -> Iterator[Any]:
    """The fields of a raw document, None where it has none."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    info = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, info)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def fields(form: Any, raw: Any) -> list[Field]:
    """What is filled into the fields of a raw page."""
    if form is None:
        return []
    found = []
    for index in range(max(pdfium.FPDFPage_GetAnnotCount(raw), 0)):
        annotation = pdfium.FPDFPage_GetAnnot(raw, index)
        if not annotation:
            continue
        try:
            if (text := _filled(form, annotation)) and (box := _box(annotation)) is not None:
                found.append(Field(text, box))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def comments(raw: Any) -> Iterator[str]:
    """What comments on a raw page say: they are no text of the page, even where a viewer shows them on it."""
    for index in range(max(pdfium.FPDFPage_GetAnnotCount(raw), 0)):
        annotation = pdfium.FPDFPage_GetAnnot(raw, index)
        if not annotation:
            continue
        try:
            is_seen = not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN
            if is_seen and pdfium.FPDFAnnot_GetSubtype(annotation) in _COMMENTS:
                yield _string(annotation, b"Contents").strip()
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _filled(form: Any, annotation: Any) -> str:
    """The text of a field, the sign of a box to tick; empty for every other annotation."""
    if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
        return ""
    if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return ""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _BOXES:
        is_ticked = pdfium.FPDFAnnot_IsChecked(form, annotation) or _string(annotation, b"AS") not in ("", "Off")
        return _TICKED if is_ticked else _EMPTY
    if kind not in _TEXTS:
        return ""
    return _text(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)).strip()


def _string(annotation: Any, key: bytes) -> str:
    """A value of an annotation: under ``AS`` the name of the state that a box is shown in."""
    return _text(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def _text(fetch: Callable[[Any, int], int]) -> str:
    """What a call of pdfium writes as UTF-16, after it was asked for the length."""
    length = fetch(None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    fetch(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _box(annotation: Any) -> Bounds | None:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, rect):
        return None
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return (left, bottom, right, top) if right > left and top > bottom else None


def with_fields(page: Page, filled: list[Field]) -> Page:
    """The page with what is filled in, its characters in reading order."""
    if not filled:
        return page
    written = [glyph for field in filled for glyph in _glyphs(field.text, page.upright(field.box))]
    return replace(page, glyphs=[glyph for line in read_lines([*page.glyphs, *written]) for glyph in line])


def _glyphs(text: str, box: Bounds) -> Iterator[Glyph]:
    """Characters in lines inside a box, as a viewer would set them: where each of them stands is no more than near."""
    x0, y0, x1, y1 = box
    lines = list(_wrapped(text, (x1 - x0) / _SIZE))
    leading = min(_SIZE * _LEADING, (y1 - y0) / len(lines))
    top = y0 + (y1 - y0 - leading) / 2 if len(lines) == 1 else y0
    for number, line in enumerate(lines):
        step = min(_SIZE, (x1 - x0) / max(_width(line), 1))
        at = x0
        for sign in line:
            end = at + step * _width(sign)
            yield sign, at, top + number * leading, end, top + number * leading + leading / _LEADING
            at = end


def _wrapped(text: str, width: float) -> Iterator[str]:
    for paragraph in text.splitlines():
        line = ""
        for sign in paragraph:
            if line and _width(line + sign) > width:
                yield line
                line = ""
            line += sign
        if line:
            yield line


def _width(text: str) -> float:
    """The width of a text, in sizes of its font."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else _NARROW for sign in text)
