"""Grids to cells: slots without a wall between them are one, as long as they make a rectangle."""

from dataclasses import dataclass, field

from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.rules import RuledGrid


@dataclass(slots=True)
class Region:
    """The slots of one cell and the characters in it, written ``turns`` quarter turns to the left.

    ``parted`` is what it was cut from, where that is no rectangle; ``held`` counts the slots that are its own.
    """

    row: int
    column: int
    last_row: int
    last_column: int
    glyphs: list[Glyph] = field(default_factory=list)
    turns: int = 0
    parted: "Region | None" = None
    held: int = 1

    @property
    def slots(self) -> int:
        """How many slots its rectangle has."""
        return (self.last_row - self.row + 1) * (self.last_column - self.column + 1)


def read_regions(grid: RuledGrid) -> list[list[Region]]:
    """The cell of every slot; slots without a wall between them are one cell."""
    regions: list[list[Region]] = []
    merged: dict[int, Region] = {}
    for row, right_walls in enumerate(grid.right_walls):
        if all(right_walls) and (not row or all(grid.lower_walls[row - 1])):
            regions.append([Region(row, column, row, column) for column in range(len(right_walls))])
            continue
        own: list[Region] = []
        for column in range(len(right_walls)):
            above = regions[-1][column] if row and not grid.lower_walls[row - 1][column] else None
            beside = own[-1] if column and not right_walls[column - 1] else None
            region = above or beside
            if region is None:
                own.append(Region(row, column, row, column))
                continue
            if above and beside and above is not beside:
                _absorb(regions, own, above, beside)
                merged.pop(id(beside), None)
            region.last_row, region.last_column = row, max(region.last_column, column)
            region.held += 1
            merged[id(region)] = region
            own.append(region)
        regions.append(own)
    if any(region.held != region.slots for region in merged.values()):
        _part_what_is_no_rectangle(regions)
    return regions


def _absorb(regions: list[list[Region]], own: list[Region], kept: Region, lost: Region) -> None:
    """Make two cells one, with the rectangle around both."""
    kept.row, kept.column = min(kept.row, lost.row), min(kept.column, lost.column)
    kept.last_column = max(kept.last_column, lost.last_column)
    kept.held += lost.held
    for slots in (*regions, own):
        slots[:] = [kept if slot is lost else slot for slot in slots]


def _part_what_is_no_rectangle(regions: list[list[Region]]) -> None:
    """Cells are rectangles: where walls are missing around a corner, each row of slots is a cell of its own."""
    for row, slots in enumerate(regions):
        for column, region in enumerate(slots):
            if region.held == region.slots:
                continue
            beside = slots[column - 1] if column else None
            is_begun = beside is not None and beside.parted is region
            slots[column] = beside if beside and is_begun else Region(row, column, row, column, parted=region)
            slots[column].last_column = column
