"""A label beside a wrapped text in no frame, half way down or at its first line: a row of a form, no prose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.readers.pdf.aligned.pieces import LaidLine

# In heights of a line: how far edges may differ, how far lines of a text stand apart, how far the label is off its
# middle; how wide a label and a text are.
_SAME_EDGE = 0.4
_APART = 2.0
_OFF = 0.6
_LABEL, _TEXT = 9.0, 12.0
_MOST_LINES = 60
# What ends a sentence ends no label.
_SENTENCE_ENDS = ("。", "；", "！", "？")


def texts_with_labels(lines: Sequence[LaidLine]) -> Iterator[list[LaidLine]]:
    """The lines of each text of several lines with one label to its left, the label's line among them.

    The text is the last piece of its lines.
    """
    start = 0
    while start < len(lines):
        end = start + 1
        while end < min(len(lines), start + _MOST_LINES) and _goes_on(lines[start], lines[end - 1], lines[end]):
            end += 1
        while end - start > 1 and not _is_text(lines[end - 1], lines[start].pieces[-1].x0):
            end -= 1
        if _is_labelled(lines[start:end]) and not (start and _are_wraps(lines[start], lines[start - 1])):
            yield list(lines[start:end])
            start = end
        else:
            start += 1


def _goes_on(first: LaidLine, last: LaidLine, line: LaidLine) -> bool:
    """True for the next line of a text that begins with ``first``, or its label alone."""
    left = first.pieces[-1].x0
    if line.top - last.bottom > _APART * line.height or len(line.pieces) > 2:
        return False
    return _is_text(line, left) or (len(line.pieces) == 1 and line.pieces[0].x1 < left)


def _is_text(line: LaidLine, left: float) -> bool:
    piece = line.pieces[-1]
    return abs(piece.x0 - left) < _SAME_EDGE * line.height and piece.x1 - piece.x0 > line.height


def _is_labelled(text: Sequence[LaidLine]) -> bool:
    """True where one line of a wide text begins with a label: the first one, or that at the middle."""
    if len(text) < 2:
        return False
    left, height = text[0].pieces[-1].x0, text[0].height
    labels = [line for line in text if len(line.pieces) == 2 or not _is_text(line, left)]
    if len(labels) != 1:
        return False
    wide = [line for line in text if line.pieces[-1].x1 - line.pieces[-1].x0 > _TEXT * height]
    if len(wide) < len(text) - 1 - (len(labels[0].pieces) == 1):
        return False
    label = labels[0].pieces[0]
    is_label = label.x1 < left - height / 2 and label.x1 - label.x0 < _LABEL * height
    is_label = is_label and sum(map(str.isalpha, label.text)) > 1 and not any(map(str.isdigit, label.text))
    is_label = is_label and not label.text.endswith(_SENTENCE_ENDS)
    middle = (text[0].top + text[-1].bottom) / 2
    return is_label and (labels[0] is text[0] or abs(labels[0].middle - middle) < _OFF * height)


def _are_wraps(line: LaidLine, above: LaidLine) -> bool:
    """True where texts go on that begin in the line above, a row of several columns."""
    height = line.height
    lefts = [piece.x0 for piece in above.pieces]
    is_near = line.top - above.bottom < _APART * height
    return (
        len(lefts) > 2
        and is_near
        and all(any(abs(piece.x0 - left) < _SAME_EDGE * height for left in lefts) for piece in line.pieces)
    )


def as_row(text: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a labelled text as those of one row: the label first."""
    left = text[0].pieces[-1].x0
    label = next(line for line in text if len(line.pieces) == 2 or line.pieces[0].x1 < left)
    rest = [
        replace(line, pieces=line.pieces[-1:], glyphs=line.pieces[-1].glyphs)
        for line in text
        if line is not label or len(line.pieces) == 2
    ]
    return [replace(label, pieces=label.pieces[:1], glyphs=label.pieces[0].glyphs), *rest]
