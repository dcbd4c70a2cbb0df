"""Lines of text in an image: rows of ink between rows of paper."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.readers.scan.page import Mask, Pixels

# In heights of a letter.
_WIDEST_LINE = 1.45
_WIDEST_GAP = 1.3
_SPECK = 0.22


class Region(NamedTuple):
    """A part of the page in pixels, the ends exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def cut(self, pixels: Pixels) -> Pixels:
        """The pixels of the region."""
        return pixels[self.top : self.bottom, self.left : self.right]


def letter_height(ink: Pixels, regions: Iterable[Region]) -> float:
    """The usual height of a line of text, in pixels; 0 for blank regions."""
    heights: list[int] = []
    weights: list[int] = []
    for region in regions:
        rows = (region.cut(ink) > 0).sum(axis=1)
        for start, end in _runs(rows > 0):
            heights.append(end - start)
            weights.append(int(rows[start:end].sum()))
    if not heights:
        return 0.0
    order = np.argsort(heights)
    middle = np.searchsorted(np.cumsum(np.array(weights)[order]), sum(weights) / 2)
    return float(np.array(heights)[order][middle])


def without_specks(ink: Pixels, letter: float) -> Pixels:
    """The ink without specks of dirt. A decimal point may go with them: it stands between digits that stay."""
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink)
    largest = boxes[:, 2:4].max(axis=1)
    return np.where(largest[labels] > _SPECK * letter, ink, 0).astype(np.uint8)


def text_lines(ink: Pixels, region: Region, letter: float) -> list[list[Region]]:
    """The lines of a region from the top down, each as its pieces from left to right: wide gaps part pieces."""
    part = region.cut(ink) > 0
    lines: list[list[Region]] = []
    for top, bottom in _line_runs(part.sum(axis=1), letter):
        columns: Mask = np.any(part[top:bottom], axis=0)
        pieces = (
            Region(region.left + a, region.top + top, region.left + b, region.top + bottom)
            for a, b in _joined(_runs(columns), _WIDEST_GAP * letter)
        )
        lines.append([_tight(part, region, piece) for piece in pieces])
    return lines


def _tight(part: Mask, region: Region, piece: Region) -> Region:
    """The piece without the blank rows above and below it."""
    own = part[piece.top - region.top : piece.bottom - region.top, piece.left - region.left : piece.right - region.left]
    rows = np.flatnonzero(own.any(axis=1))
    return piece._replace(top=piece.top + int(rows[0]), bottom=piece.top + int(rows[-1]) + 1)


def _line_runs(rows: NDArray[np.int_], letter: float) -> Iterator[tuple[int, int]]:
    """Runs of inked rows that are lines: parts of letters joined, lines that touch parted where there is least ink."""
    merged: list[tuple[int, int]] = []
    for start, end in _runs(rows > 0):
        if merged and end - merged[-1][0] <= _WIDEST_LINE * letter and start - merged[-1][1] < letter / 2:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    for start, end in merged:
        count = max(1, round((end - start) / (1.2 * letter))) if end - start > 1.6 * letter else 1
        cuts = [start]
        for number in range(1, count):
            at = start + round((end - start) * number / count)
            reach = max(1, round(letter / 3))
            cuts.append(at - reach + int(np.argmin(rows[at - reach : at + reach])))
        yield from pairwise([*cuts, end])


def _runs(filled: Mask) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _joined(runs: Sequence[tuple[int, int]], gap: float) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in runs:
        if found and start - found[-1][1] <= gap:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
