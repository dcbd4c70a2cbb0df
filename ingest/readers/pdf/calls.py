"""The calls of pdfium that are made for every object or character: handles as numbers, results into arrays.

The same functions as in `pypdfium2.raw`, under the same names; a call takes a third of the time, since no handle is
wrapped and the interpreter keeps its lock. Whole numbers are passed in the width of a handle, which is converted
fastest: a register holds either.
"""

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from ctypes import c_double, c_float, c_int, c_void_p
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]


def _call(function: Any, result: Any = None) -> Call:
    address = ctypes.cast(function, c_void_p).value
    assert address is not None
    arguments = (kind if kind is c_double else c_void_p for kind in function.argtypes)
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


page_object = _call(pdfium.FPDFPage_GetObject, c_void_p)
form_object = _call(pdfium.FPDFFormObj_GetObject, c_void_p)
object_type = _call(pdfium.FPDFPageObj_GetType, c_int)
_transform = _call(pdfium.FPDFPageObj_Transform)
char_angle = _call(pdfium.FPDFText_GetCharAngle, c_float)
font_size = _call(pdfium.FPDFText_GetFontSize, c_double)
char_matrix = _call(pdfium.FPDFText_GetMatrix)
char_origin = _call(pdfium.FPDFText_GetCharOrigin)
text_object = _call(pdfium.FPDFText_GetTextObject, c_void_p)
text_mode = _call(pdfium.FPDFTextObj_GetTextRenderMode, c_int)
has_map_error = _call(pdfium.FPDFText_HasUnicodeMapError, c_int)
has_transparency = _call(pdfium.FPDFPageObj_HasTransparency, c_int)
segment_count = _call(pdfium.FPDFPath_CountSegments, c_int)
_draw_mode = _call(pdfium.FPDFPath_GetDrawMode)
_path_segment = _call(pdfium.FPDFPath_GetPathSegment, c_void_p)
_segment_point = _call(pdfium.FPDFPathSegment_GetPoint)
_segment_type = _call(pdfium.FPDFPathSegment_GetType, c_int)
segment_closes = _call(pdfium.FPDFPathSegment_GetClose, c_int)
clip_path = _call(pdfium.FPDFPageObj_GetClipPath, c_void_p)
clip_count = _call(pdfium.FPDFClipPath_CountPaths, c_int)
_clip_segments = _call(pdfium.FPDFClipPath_CountPathSegments, c_int)
clip_segment = _call(pdfium.FPDFClipPath_GetPathSegment, c_void_p)
_matrix = _call(pdfium.FPDFPageObj_GetMatrix)
_fill_colour = _call(pdfium.FPDFPageObj_GetFillColor)
_bounds = _call(pdfium.FPDFPageObj_GetBounds)
_loose_box = _call(pdfium.FPDFText_GetLooseCharBox)


def handle(pointer: Any) -> int:
    """A handle of `pypdfium2.raw` as the number these calls take."""
    return ctypes.cast(pointer, c_void_p).value or 0


def transform(objects: Iterable[int], matrix: Iterable[float]) -> None:
    """Move objects as a matrix does."""
    _do(_transform, objects, *map(repeat, matrix))


def matrices(objects: Sequence[int]) -> list[float]:
    """The matrices of objects, six numbers each."""
    found = array("f", bytes(24 * len(objects)))
    (start, _) = found.buffer_info()
    _do(_matrix, objects, range(start, start + 24 * len(objects), 24))
    return found.tolist()


def bounds(objects: Sequence[int]) -> list[float]:
    """The boxes of objects, four numbers each: left, bottom, right, top; zeros where an object has none."""
    found = array("f", bytes(16 * len(objects)))
    _do(_bounds, objects, *_fours(found))
    return found.tolist()


def draw_mode(path: int) -> tuple[bool, bool]:
    """Whether a path is filled and whether it is stroked."""
    fill, stroke = c_int(), c_int()
    _draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    return fill.value != 0, stroke.value != 0


def path_segments(path: int) -> tuple[list[int], list[int], list[float], list[float]]:
    """The segments of a path, the kind of each, and where their points stand: across and upwards."""
    count = segment_count(path)
    found = array("f", bytes(8 * count))
    (start, _) = found.buffer_info()
    segments = list(map(_path_segment, repeat(path, count), range(count)))
    _do(_segment_point, segments, range(start, start + 8 * count, 8), range(start + 4, start + 8 * count, 8))
    places = found.tolist()
    return segments, list(map(_segment_type, segments)), places[0::2], places[1::2]


def clip_places(clip: int, number: int) -> list[float]:
    """Where the points of a path of a clip stand, two numbers each: across and upwards."""
    count = max(_clip_segments(clip, number), 0)
    found = array("f", bytes(8 * count))
    (start, _) = found.buffer_info()
    segments = map(clip_segment, repeat(clip, count), repeat(number), range(count))
    _do(_segment_point, segments, range(start, start + 8 * count, 8), range(start + 4, start + 8 * count, 8))
    return found.tolist()


def fill_colours(objects: Sequence[int]) -> list[int]:
    """The fill colours of objects, four numbers each: red, green, blue, alpha, of 255."""
    found = array("I", bytes(16 * len(objects)))
    _do(_fill_colour, objects, *_fours(found))
    return found.tolist()


def loose_boxes(text_page: int, count: int) -> list[float]:
    """The boxes of the first ``count`` characters, four numbers each: left, top, right, bottom."""
    found = array("f", bytes(16 * count))
    _do(_loose_box, repeat(text_page, count), range(count), _fours(found)[0])
    return found.tolist()


def _do(call: Call, *arguments: Iterable[float]) -> None:
    """Make a call for every set of arguments."""
    deque(map(call, *arguments), maxlen=0)


def _fours(found: "array[Any]") -> tuple[range, range, range, range]:
    """The addresses of the numbers of an array of fours (of 4 bytes each): of the first ones, the second ones …"""
    start, count = found.buffer_info()
    one, two, three, four = (range(start + at, start + 4 * count, 16) for at in (0, 4, 8, 12))
    return one, two, three, four
