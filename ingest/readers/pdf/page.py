"""One page of a PDF: its characters with their boxes and the rules drawn on it, turned upright."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.characters.clipped import beyond_edge, cut_off
from ingest.readers.pdf.characters.heights import set_back
from ingest.readers.pdf.characters.marks import Placed, larger
from ingest.readers.pdf.characters.printed import UNKNOWN, TextObjects, text_objects, unprinted, with_meaning
from ingest.readers.pdf.characters.raised import with_raised
from ingest.readers.pdf.characters.written import as_written
from ingest.readers.pdf.objects import (
    Bounds,
    Drawn,
    covers_text,
    image_area,
    page_objects,
    quarter_turns,
    text_turns,
    turn_upright,
    turned,
)
from ingest.readers.pdf.ruled.paths import rules_and_fills
from ingest.source.blocks import Box

_SCANNED_SHARE = 0.5
_MEANINGLESS_SHARE = 0.15
# pdfium hides a hyphen at the end of a line; some fonts map ideographs to the radicals that look like them.
_SPELLING = {"\x02": "-", "\ufffe": "-"} | {
    chr(code): plain
    for first, last in ((0x2E80, 0x2FD5), (0xF900, 0xFAD9))
    for code in range(first, last + 1)
    if (plain := unicodedata.normalize("NFKC", chr(code))) != chr(code)
}
_SPELLED = str.maketrans(_SPELLING)
_SPELLED_OTHERWISE = re.compile(f"[{''.join(map(re.escape, _SPELLING))}]")


Glyph = tuple[str, float, float, float, float]
"""A printed character and its box x0, y0, x1, y1, in points from the upright page's upper left corner."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page prints, turned so that most of its text stands upright.

    ``sideways`` are the characters written so many quarter turns to the left (labels along a side), ``slanted`` those
    that lean or stand across others (watermarks); ``turns`` the quarter turns to the left from the upright page to the
    displayed one; ``is_scan`` says that it shows an image and no text, or more invisible text than other;
    ``unknown`` counts the characters without a meaning. ``origin`` is the upright page's upper left corner as the file
    counts, after ``content_turns`` quarter turns; ``invisible`` are the characters of a text layer that nobody sees.
    ``rules`` are straight lines, level or upright, as narrow boxes x0, y0, x1, y1 in the same points; ``fills`` are
    larger filled rectangles. ``cut`` are the characters that are seen of texts that the edge of their cell cuts off,
    ``halved`` those that it cuts upright, ``outside`` those of texts outside their cell, which nobody sees.
    """

    width: float
    height: float
    turns: int
    glyphs: list[Glyph]
    slanted: list[Glyph]
    rules: list[Bounds]
    is_scan: bool
    unknown: int = 0
    origin: tuple[float, float] = (0.0, 0.0)
    content_turns: int = 0
    fills: list[Bounds] = field(default_factory=list)
    sideways: dict[int, list[Glyph]] = field(default_factory=dict)
    invisible: list[Glyph] = field(default_factory=list)
    cut: list[Glyph] = field(default_factory=list)
    outside: list[Glyph] = field(default_factory=list)
    halved: list[Glyph] = field(default_factory=list)

    @property
    def is_meaningless(self) -> bool:
        """True where too many characters have no meaning: their fonts do not say what their signs are."""
        return self.unknown > _MEANINGLESS_SHARE * len(self.glyphs)

    def upright(self, box: Bounds) -> Bounds:
        """A box of the page as the file counts (left, bottom, right, top) as it stands on the upright one."""
        (left, top), (x0, y0, x1, y1) = self.origin, turned(box, self.content_turns)
        return x0 - left, top - y1, x1 - left, top - y0

    def displayed(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of the upright page as it stands on the displayed one."""
        width, height = self.width, self.height
        if self.turns == 1:
            return Box(y0, width - x1, y1, width - x0)
        if self.turns == 2:
            return Box(width - x1, height - y1, width - x0, height - y0)
        if self.turns == 3:
            return Box(height - y1, x0, height - y0, x1)
        return Box(x0, y0, x1, y1)


def read_page(raw: Any) -> Page:
    """Everything printed on a raw pdfium page, which is turned in memory where its text stands sideways."""
    page = pdf_calls.handle(raw)
    objects = page_objects(page)
    turns, is_even = text_turns(objects)
    if turns:
        objects = turn_upright(objects, turns)
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(raw, frame)
    left, bottom, right, top = turned((frame.left, frame.bottom, frame.right, frame.top), turns)
    rules, fills = rules_and_fills(objects)
    found = _glyphs(raw, (left, bottom, right, top), is_even, text_objects(objects, fills), rules)
    glyphs, slanted = (found.by_turn.pop(turn, []) for turn in (0, None))
    has_no_text = len(found.invisible) > len(glyphs) or not (glyphs or slanted or any(found.by_turn.values()))
    return Page(
        width=right - left,
        height=top - bottom,
        turns=(turns - pdfium.FPDFPage_GetRotation(raw)) % 4,
        glyphs=glyphs,
        slanted=slanted,
        rules=[(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in rules],
        is_scan=_is_picture(page, objects, has_no_text, area=(right - left) * (top - bottom)),
        unknown=found.unknown,
        origin=(left, top),
        content_turns=turns,
        fills=[(x0 - left, top - y1, x1 - left, top - y0) for (x0, y0, x1, y1), *_ in fills],
        sideways={turn: own for turn, own in found.by_turn.items() if turn is not None},
        invisible=found.invisible,
        cut=found.cut,
        outside=found.outside,
        halved=found.halved,
    )


def _is_picture(page: int, objects: Sequence[Drawn], has_no_text: bool, area: float) -> bool:
    """True where most of a page is an image: without text, or above it."""
    if not any(part.images for part in objects):
        return False
    least = _SCANNED_SHARE * area
    return image_area(objects) >= least and (has_no_text or covers_text(page, least))


@contextmanager
def _text_page(raw: Any) -> Iterator[Any]:
    text_page = pdfium.FPDFText_LoadPage(raw)
    try:
        yield text_page
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)


@dataclass(slots=True)
class _Characters:
    """The characters of a page by the quarter turns to the left, None where they lean or are watermarks; see `Page`."""

    by_turn: dict[int | None, list[Glyph]] = field(default_factory=dict)
    unknown: int = 0
    invisible: list[Glyph] = field(default_factory=list)
    cut: list[Glyph] = field(default_factory=list)
    outside: list[Glyph] = field(default_factory=list)
    halved: list[Glyph] = field(default_factory=list)


def _glyphs(raw: Any, frame: Bounds, is_even: bool, kinds: TextObjects, rules: Sequence[Bounds]) -> _Characters:
    """The characters inside ``frame``; ``rules`` tell texts that stand across them."""
    with _text_page(raw) as text_page:
        count = pdfium.FPDFText_CountChars(text_page) if text_page else 0
        if count <= 0:
            return _Characters()
        handle = pdf_calls.handle(text_page)
        text = with_meaning(handle, _characters(text_page, count))
        unknown = text.count(UNKNOWN)
        flat = pdf_calls.loose_boxes(handle, count)
        sides = _, tops, _, bottoms = flat[0::4], flat[1::4], flat[2::4], flat[3::4]
        heights, counts = set_back(handle, tops, bottoms)
        angles = [] if is_even else [pdf_calls.char_angle(handle, index) for index in range(count)]
        is_whole = _is_whole(*sides, frame)
        large = larger(heights, counts)
        if len(counts) > 1:
            text = with_raised(handle, text, sides, heights)
        order = as_written(handle, tops, bottoms, heights, kinds.written) if rules else None
        if is_even and is_whole and not (kinds or large or order):
            return _Characters({0: _inside(zip(text, *sides, strict=True), frame, is_whole)}, unknown)
        placed = list(zip(text, *sides, strict=True))
        beyond = [] if is_whole else beyond_edge(placed, frame)
        cut, outside, halved = cut_off(handle, placed, kinds.cut) if kinds.cut else ([], [], [])
        outside += beyond
        invisible, marks = unprinted(handle, placed, large, kinds, rules)
    if is_even and not (invisible or marks or cut or outside or order):
        return _Characters({0: _inside(placed, frame, is_whole)}, unknown)
    # Angles are counted clockwise.
    turns: list[int | None] = [None if (turn := quarter_turns(angle)) is None else -turn % 4 for angle in angles]
    turns = turns or [0] * count
    for mark in [*marks, *_of_arcs(text, turns)]:
        turns[mark] = None
    unseen = {*invisible, *outside}
    shown = [number for number in order or range(count) if number not in unseen]
    by_turn = {
        turn: _inside((placed[number] for number in shown if turns[number] == turn), frame) for turn in set(turns)
    }
    others = (sorted(invisible), cut, outside, halved)
    rest = (_inside(map(placed.__getitem__, own), frame, own is outside) for own in others)
    return _Characters(by_turn, unknown, *rest)


def _of_arcs(text: Sequence[str], turns: Sequence[int | None]) -> list[int]:
    """The characters of a seal that happen to stand upright: those written next to them, before and behind, lean."""
    written = [number for number, sign in enumerate(text) if sign > " "]
    return [
        number
        for before, number, behind in zip(written, written[1:], written[2:], strict=False)
        if turns[before] is None and turns[behind] is None
    ]


def _is_whole(
    lefts: Sequence[float], tops: Sequence[float], rights: Sequence[float], bottoms: Sequence[float], frame: Bounds
) -> bool:
    """True where the box of no character reaches out of ``frame``."""
    left, bottom, right, top = frame
    return left <= min(lefts) and bottom <= min(bottoms) and max(rights) <= right and max(tops) <= top


def _inside(placed: Iterable[Placed], frame: Bounds, is_whole: bool = False) -> list[Glyph]:
    """The characters that stand inside ``frame``, all of them where that ``is_whole``; line ends have no width."""
    left, bottom, right, top = frame
    if not is_whole:
        placed = [
            one for one in placed if left <= (one[1] + one[3]) / 2 <= right and bottom <= (one[2] + one[4]) / 2 <= top
        ]
    found = [
        (character, x0, top - y1, x1, top - y0)
        for character, x0, y1, x1, y0 in placed
        if x0 < x1 and y0 < y1 and character >= " "
    ]
    return [(character, x0 - left, y0, x1 - left, y1) for character, x0, y0, x1, y1 in found] if left else found


def _characters(text_page: Any, count: int) -> str | list[str]:
    """The text of each character, at once where each takes one unit of UTF-16."""
    units = (pdfium.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, units)
    text = bytes(units).decode("utf-16-le", "replace")[: max(written - 1, 0)]
    if len(text) == count:
        return text.translate(_SPELLED) if _SPELLED_OTHERWISE.search(text) else text
    return [chr(code).translate(_SPELLED) for code in (pdfium.FPDFText_GetUnicode(text_page, i) for i in range(count))]
