"""Ruled tables in an image: long runs of ink are rules, rules that cross make a grid, cells without a wall are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from ingest.readers.scan.page import Mask, PageImage, Pixels

# Lengths in points. A rule is longer than any stroke of a letter.
_SHORTEST_ACROSS = 30.0
_SHORTEST_DOWN = 13.0
_SAME_EDGE = 3.0
_WALL_BAND = 1.5
_LEAST_WALL = 0.5
_BLOCK = 18.0
_DARKER = 28


class GridCell(NamedTuple):
    """A cell: the row and column of its upper left slot, and its sides in pixels."""

    row: int
    column: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class ScannedGrid:
    """A ruled table: its number of columns and its cells, merged ones whole, in reading order; its sides in pixels."""

    columns: int
    cells: list[GridCell]
    left: int
    top: int
    right: int
    bottom: int


def find_ink(page: PageImage) -> Pixels:
    """Where the page is darker than its surroundings: 255, elsewhere 0."""
    block = round(_BLOCK * page.scale) | 1
    calm = cv2.GaussianBlur(page.pixels, (3, 3), 0)
    found = cv2.adaptiveThreshold(calm, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, _DARKER)
    return np.asarray(found, np.uint8)


def find_grids(ink: Pixels, scale: float) -> tuple[list[ScannedGrid], Pixels]:
    """The ruled tables of a page from the top down, and the ink without the rules. ``scale``: pixels a point."""
    across = _runs(ink, (round(_SHORTEST_ACROSS * scale), 1))
    down = _runs(ink, (1, round(_SHORTEST_DOWN * scale)))
    joined = cv2.dilate(cv2.bitwise_or(across, down), np.ones((5, 5), np.uint8))
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(joined)
    grids: list[ScannedGrid] = []
    rules = np.zeros_like(ink)
    for label in range(1, count):
        left, top, width, height = (int(side) for side in boxes[label][:4])
        window = (slice(top, top + height), slice(left, left + width))
        own = labels[window] == label
        grid = _grid(np.where(own, across[window], 0), np.where(own, down[window], 0), left, top, scale)
        if grid is not None:
            grids.append(grid)
            rules[window] |= np.where(own, joined[window], 0).astype(np.uint8)
    return sorted(grids, key=lambda grid: grid.top), ink & ~rules


def _runs(ink: Pixels, shape: tuple[int, int]) -> Pixels:
    """The ink that stands in runs at least as long as ``shape``; gaps of noise are closed first."""
    gap = (5, 1) if shape[0] > 1 else (1, 5)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap[::-1], np.uint8))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(shape[::-1], np.uint8)), np.uint8)


def _grid(across: Pixels, down: Pixels, left: int, top: int, scale: float) -> ScannedGrid | None:
    """The grid of rules that hang together; None where they frame nothing. ``left`` and ``top`` are its place."""
    height, width = across.shape
    near = _SAME_EDGE * scale
    rows = _edges([*_middles(across, 1), 2, height - 3], near)
    columns = _edges([*_middles(down, 0), 2, width - 3], near)
    if len(_middles(across, 1)) < 2 or len(_middles(down, 0)) < 2 or min(len(rows), len(columns)) < 2:
        return None
    band = round(_WALL_BAND * scale)
    beside = [
        [_is_wall(np.any(down[a + band : b - band, max(x - band, 0) : x + band + 1], axis=1)) for x in columns[1:-1]]
        for a, b in pairwise(rows)
    ]
    below = [
        [
            _is_wall(np.any(across[max(y - band, 0) : y + band + 1, a + band : b - band], axis=0))
            for a, b in pairwise(columns)
        ]
        for y in rows[1:-1]
    ]
    cells = [
        GridCell(r, c, left + columns[c], top + rows[r], left + columns[c1], top + rows[r1])
        for r, c, r1, c1 in _merged(len(rows) - 1, len(columns) - 1, beside, below)
    ]
    return ScannedGrid(len(columns) - 1, cells, left, top, left + width, top + height)


def _middles(rules: Pixels, axis: int) -> list[int]:
    """The middles of the rules along ``axis``: 1 for rules that run down the rows' axis, 0 for the columns'."""
    _, _, _, middles = cv2.connectedComponentsWithStats(rules)
    return [round(float(middle[axis])) for middle in middles[1:]]


def _edges(places: Iterable[int], near: float) -> list[int]:
    """Places less than ``near`` pixels apart are one edge."""
    groups: list[list[int]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= near:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [round(sum(group) / len(group)) for group in groups]


def _is_wall(covered: Mask) -> bool:
    return not covered.size or float(covered.mean()) >= _LEAST_WALL


def _merged(
    rows: int, columns: int, beside: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]
) -> list[tuple[int, int, int, int]]:
    """First row, first column, and the edges behind the last row and column of every cell, in reading order."""
    parent = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def root(slot: tuple[int, int]) -> tuple[int, int]:
        while parent[slot] != slot:
            slot = parent[slot]
        return slot

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        first, second = sorted((root(one), root(other)))
        parent[second] = first

    for r, c in parent:
        if c + 1 < columns and not beside[r][c]:
            join((r, c), (r, c + 1))
        if r + 1 < rows and not below[r][c]:
            join((r, c), (r + 1, c))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot in parent:
        groups.setdefault(root(slot), []).append(slot)
    return sorted(
        (min(r for r, _ in group), min(c for _, c in group), max(r for r, _ in group) + 1, max(c for _, c in group) + 1)
        for group in groups.values()
    )
