"""Characters to lines of text: who stands beside whom, and where a gap is a space."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import inf
from operator import itemgetter

from ingest.readers.pdf.characters.measured import SPACE, WHITE, Measures, around, measured
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph

_SAME_LINE = 0.5
# Characters nearer than this share of their height follow one another without a gap.
_CLOSE = 0.2
# How far back, in heights, a character may begin and still continue its line.
_BACK = 2.0
# A gap wider than this share of the characters' height parts what is no running text.
_PARTED = 0.62
# In a font of one width a single space is so much wider.
_MONOSPACE = 0.1


class TextLine(list[Glyph]):
    """The characters of a line, or of a part of one; it grows no more once it was measured."""

    @cached_property
    def _measures(self) -> Measures:
        return measured(self)

    @property
    def text(self) -> str:
        """What it says, with a space where a gap parts its characters and none at its ends."""
        return self._measures.text

    @property
    def box(self) -> Bounds:
        """The box around its characters: x0, y0, x1, y1 in points."""
        measures = self._measures
        is_whole = measures.end - measures.first == len(self)
        return measures.box if is_whole else around(measures.box, self._beside(""))

    @property
    def inked_box(self) -> Bounds:
        """The box around those of its characters that are no spaces; there must be one."""
        measures = self._measures
        is_whole = measures.end - measures.first == len(self)
        return measures.inked if is_whole else around(measures.inked, self._beside(" "))

    def _beside(self, least: str) -> list[Bounds]:
        """The boxes of the white space beyond its ends that leave ink, of signs that come behind ``least``."""
        measures = self._measures
        return [glyph[1:] for glyph in self[: measures.first] + self[measures.end :] if glyph[0] > least]

    @property
    def may_be_parted(self) -> bool:
        """False where it is one piece or none."""
        return self._measures.gap > _PARTED * self._measures.lowest

    @cached_property
    def pieces(self) -> "list[TextLine]":
        """The line parted at gaps that are wider than spaces; white space at the ends of a piece goes."""
        measures = self._measures
        first, end = measures.first, measures.end
        inked = self
        if end - first < len(self):
            inked = TextLine(self[first:end])
            inked._measures = measures._replace(first=0, end=end - first)
        if self.may_be_parted:
            return _parted(inked, _PARTED, _MONOSPACE)
        return [inked] if inked else []


def printed_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Lines in the order in which they were written: one ends where the next character is not level or far back."""
    lines: list[TextLine] = []
    line = TextLine()
    middle = reach = last = 0.0  # the first two doubled, which spares halves
    for glyph in glyphs:
        _, x0, y0, _, y1 = glyph
        if -reach < y0 + y1 - middle < reach and x0 > last - _BACK * reach:
            line.append(glyph)
        else:
            line = TextLine((glyph,))
            lines.append(line)
            middle, reach = y0 + y1, (y1 - y0) * (2 * _SAME_LINE)
        last = x0
    return lines


def read_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Lines from the top down, each from left to right, however they were written."""
    return in_order(printed_lines(glyphs))


def in_order(written: Sequence[TextLine]) -> list[TextLine]:
    """Lines as `printed_lines` gives them from the top down, level ones as one, each from left to right."""
    lines: list[TextLine] = []
    before: TextLine | None = None
    for line in sorted(written, key=_middle) if len(written) > 1 else written:
        if before is not None and _is_level(_usual(lines[-1]), _usual(line)):
            if lines[-1] is before:
                lines[-1] = TextLine(before)
            lines[-1] += line
        else:
            before = line
            lines.append(line)
    return list(map(_from_left, lines))


def _from_left(line: TextLine) -> TextLine:
    """The characters of a line from left to right: the line itself where they stand so."""
    starts = [glyph[1] for glyph in line]
    return line if starts == sorted(starts) else TextLine(sorted(line, key=itemgetter(1)))


def rejoined(written: Iterable[TextLine]) -> list[TextLine]:
    """Lines as written, with the signs put back that were written behind their line, in another font: quotes mostly."""
    lines: list[TextLine] = []
    middles: list[tuple[float, int]] = []
    for line in written:
        middle = _middle(line)
        _, _, top, _, bottom = _usual(line)
        level = middles[bisect_left(middles, (middle - bottom + top,)) : bisect_left(middles, (middle + bottom - top,))]
        own = next((number for _, number in reversed(level) if _stands_in_gaps(line, lines[number])), None)
        if own is None:
            insort(middles, (middle, len(lines)))
            lines.append(line)
        else:
            lines[own] = TextLine(sorted([*lines[own], *line], key=itemgetter(1)))
    return lines


def _stands_in_gaps(line: TextLine, other: TextLine) -> bool:
    """True for a line level with another whose characters stand between those of that one, or next to its ends."""
    inked = sorted(glyph[1:4:2] for glyph in other if glyph[0] not in WHITE)
    signs = sorted((glyph for glyph in line if glyph[0] not in WHITE), key=itemgetter(1))
    for _, x0, y0, x1, y1 in signs:
        height = y1 - y0
        number = bisect_left(inked, (x0, x1))
        from_before = x0 - inked[number - 1][1] if number else None
        to_behind = inked[number][0] - x1 if number < len(inked) else None
        gaps = [gap for gap in (from_before, to_behind) if gap is not None] or [0.0]
        if min(gaps) < -_CLOSE * height or (len(gaps) < 2 and gaps[0] > SPACE * height):
            return False
        inked.insert(number, (x0, x1))
    return bool(signs)


def _usual(line: TextLine) -> Glyph:
    """A character that stands for its line: not the first one, which may be a bullet of another size."""
    return line[len(line) // 2]


def _middle(line: TextLine) -> float:
    _, _, top, _, bottom = line[len(line) // 2]
    return top + bottom


def _is_level(one: Glyph, other: Glyph) -> bool:
    (_, _, top, _, bottom), (_, _, other_top, _, other_bottom) = one, other
    apart = abs(top + bottom - other_top - other_bottom) / 2
    return apart < max(bottom - top, other_bottom - other_top) * _SAME_LINE


def follows(one: Glyph, other: Glyph) -> bool:
    """True for a character that stands right behind another, without a gap."""
    (_, _, top, end, bottom), (_, start, other_top, _, other_bottom) = one, other
    height = bottom - top
    return abs(start - end) < _CLOSE * height and abs(top + bottom - other_top - other_bottom) < height * _SAME_LINE


def turned_lines(glyphs: Iterable[Glyph], turns: int) -> list[TextLine]:
    """The lines of text written ``turns`` quarter turns to the left, in reading order, set upright."""
    return read_lines(map(_UPRIGHT[turns % 4], glyphs))


def turned_back(box: Bounds, turns: int) -> Bounds:
    """The box on the page of what `turned_lines` set upright."""
    return _UPRIGHT[-turns % 4](("", *box))[1:]


_UPRIGHT: dict[int, Callable[[Glyph], Glyph]] = {
    0: lambda glyph: glyph,
    1: lambda glyph: (glyph[0], -glyph[4], glyph[1], -glyph[2], glyph[3]),
    2: lambda glyph: (glyph[0], -glyph[3], -glyph[4], -glyph[1], -glyph[2]),
    3: lambda glyph: (glyph[0], glyph[2], -glyph[3], glyph[4], -glyph[1]),
}


def words(line: Sequence[Glyph]) -> list[TextLine]:
    """A line parted at spaces."""
    return _parted(line, SPACE, 0.0)


def _parted(line: Sequence[Glyph], widest: float, single: float) -> list[TextLine]:
    """A line parted at gaps wider than so many heights of its characters; with a single space between, so much more."""
    found: list[TextLine] = []
    begun, last, end = 0, -1, -inf
    for number, (text, x0, y0, x1, y1) in enumerate(line):
        if text in WHITE:
            continue
        if last < 0:
            begun = number
        elif x0 - end > (widest + single if number - last == 2 else widest) * (y1 - y0):
            found.append(TextLine(line[begun : last + 1]))
            begun, end = number, x1
        last, end = number, max(end, x1)
    return [*found, TextLine(line[begun : last + 1])] if last >= 0 else []


def bounds(glyphs: Iterable[Glyph]) -> Bounds:
    """The box around characters: x0, y0, x1, y1 in points."""
    _, x0, y0, x1, y1 = zip(*glyphs, strict=True)
    return min(x0), min(y0), max(x1), max(y1)
