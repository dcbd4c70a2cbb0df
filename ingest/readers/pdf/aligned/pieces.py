"""Lines of text as the pieces that wide gaps and upright rules part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ingest.readers.pdf.lines import TextLine, words
from ingest.readers.pdf.rules import Line

_NUMBER = re.compile(r"[^\w\s]{0,3}+\s?[\d.,，．'’\s]++[^\w\s]{0,3}")
_NO_NUMBER = re.compile(r"[-–—−*.…/]++|n\.?\s?a\.?", re.IGNORECASE)
# How far, in points, a text may reach into a gutter's other side.
_NEAR = 0.5
_FEWEST_LINES = 2
FIRST_IDEOGRAPH = "\u2e80"
"""What begins with this sign or a later one is written without spaces."""
# Dots that lead the eye from a heading to the number of its page.
_LEADERS = re.compile(r"(?:\.\s?){5,}|(?:…\s?){2,}|(?:·\s?){5,}")


class Gutter(NamedTuple):
    """What parts two columns, and whether it is as narrow as the space between words."""

    left: float
    right: float
    is_narrow: bool


def is_number(text: str) -> bool:
    """True for a number and for what stands in its place."""
    if _NO_NUMBER.fullmatch(text):
        return True
    return any(map(str.isdigit, text)) and _NUMBER.fullmatch(text) is not None


@dataclass
class Piece:
    """A text that stands apart in its line: its characters, its sides in points."""

    x0: float
    x1: float
    glyphs: TextLine

    @property
    def text(self) -> str:
        """What it says."""
        return self.glyphs.text

    @cached_property
    def words(self) -> list["Piece"]:
        """Its words."""
        return [piece_of(part) for part in words(self.glyphs)]

    @property
    def is_number(self) -> bool:
        """True for a number and for what stands in its place."""
        return is_number(self.text)


@dataclass(slots=True)
class LaidLine:
    """A line of text and its pieces from left to right."""

    top: float
    bottom: float
    pieces: list[Piece]
    glyphs: TextLine

    @property
    def height(self) -> float:
        """The height of its characters."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Where it stands."""
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """From the first to the last character."""
        return self.pieces[-1].x1 - self.pieces[0].x0

    @property
    def has_leaders(self) -> bool:
        """True for a line of a table of contents."""
        return any(_LEADERS.search(piece.text) for piece in self.pieces)


def laid_lines(lines: Iterable[TextLine], upright: Sequence[Line]) -> list[LaidLine]:
    """The lines that print anything, from the top down; ``upright`` rules part texts whatever the gap.

    None where fewer than two hold several texts: no table is made of them.
    """
    by_ends: dict[tuple[float, float], list[float]] = {}
    for at, start, end in upright:
        by_ends.setdefault((start, end), []).append(at)
    placed: list[tuple[float, float, list[float], TextLine]] = []
    for line in lines:
        _, _, top, _, bottom = line[len(line) // 2]
        middle = (top + bottom) / 2
        walls = [at for (start, end), own in by_ends.items() if start <= middle <= end for at in own]
        placed.append((top, bottom, walls, line))
    if sum(line.may_be_parted or bool(walls) for _, _, walls, line in placed) < _FEWEST_LINES:
        return []
    parted = [
        (
            top,
            bottom,
            [part for piece in line.pieces for part in _at_walls(piece, walls)] if walls else line.pieces,
            line,
        )
        for top, bottom, walls, line in placed
    ]
    if sum(len(parts) > 1 for _, _, parts, _ in parted) < _FEWEST_LINES:
        return []
    return [LaidLine(top, bottom, list(map(piece_of, parts)), line) for top, bottom, parts, line in parted if parts]


def cut_at(run: Sequence[LaidLine], gutters: Sequence[Gutter]) -> list[LaidLine]:
    """Lines whose pieces are parted between columns at a space: anywhere, or next to a number or ideographs."""
    return [replace(line, pieces=[part for piece in line.pieces for part in _cut(piece, gutters)]) for line in run]


def _cut(piece: Piece, gutters: Sequence[Gutter]) -> list[Piece]:
    inside = [gutter for gutter in gutters if piece.x0 < gutter.right and gutter.left < piece.x1]
    if not inside:
        return [piece]
    words = piece.words
    parts = [TextLine(words[0].glyphs)]
    for before, word in pairwise(words):
        at = [gutter for gutter in inside if before.x1 <= gutter.right + _NEAR and word.x0 >= gutter.left - _NEAR]
        if at and (at[0].is_narrow or before.is_number or word.is_number or _are_ideographs(before, word)):
            parts.append(TextLine(word.glyphs))
        else:
            parts[-1] += word.glyphs
    return [piece_of(part) for part in parts]


def _are_ideographs(before: Piece, word: Piece) -> bool:
    """True for two words of ideographs, between which a text has no space."""
    return min(before.text[-1:], word.text[:1]) >= FIRST_IDEOGRAPH


def piece_of(glyphs: TextLine) -> Piece:
    """Characters as a piece."""
    x0, _, x1, _ = glyphs.box
    return Piece(x0, x1, glyphs)


def _at_walls(piece: TextLine, walls: Sequence[float]) -> list[TextLine]:
    """A piece parted at the rules that stand inside it."""
    x0, _, x1, _ = piece.box
    inside = sorted(wall for wall in walls if x0 < wall < x1)
    if not inside:
        return [piece]
    parts = [TextLine() for _ in range(len(inside) + 1)]
    for glyph in piece:
        middle = (glyph[1] + glyph[3]) / 2
        parts[sum(wall < middle for wall in inside)].append(glyph)
    return [part for part in parts if any(not glyph[0].isspace() for glyph in part)]
