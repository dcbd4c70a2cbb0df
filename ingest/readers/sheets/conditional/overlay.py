"""Looks of cells and conditional formats laid over a sheet that was read: what is then seen of it."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.readers.sheets.conditional.looks import Look, Rule, looks_of
from ingest.readers.sheets.conditional.values import Content, Faulty, Held, NotKnown, Place
from ingest.readers.sheets.grid import Sheet
from ingest.readers.sheets.number_format import Value
from ingest.readers.sheets.number_format.numbers import exact
from ingest.readers.sheets.stored import cell_of, not_evaluated
from ingest.source.blocks import Cell

ERROR = Faulty()
"""The value of a cell that holds an error."""


class Overlay:
    """What the cells of a sheet hold, and how they show it by their own styles."""

    def __init__(self, is_1904: bool = False) -> None:
        self.held = Held()
        self._is_1904 = is_1904
        self._cells: dict[Place, tuple[Value | NotKnown, Look]] = {}

    def put(self, place: Place, value: Value | NotKnown, look: Look) -> None:
        """Add a cell with a look of its own."""
        self._cells[place] = value, look
        self.held.put(place, _content(value))

    def lay(self, sheet: Sheet, rules: Sequence[Rule] = ()) -> None:
        """Show the cells of a sheet as their looks and the rules over them say.

        What is of the colour of its ground is left out, unless that is most of the sheet.
        """
        coloured = [rule for rule in rules if rule.look != Look()]
        unseen = {
            place
            for place, (_, own) in self._cells.items()
            if own.is_unseen and not any(rule.covers(place) for rule in coloured)
        }
        for place, look, is_known in looks_of(rules, {place: own for place, (_, own) in self._cells.items()}):
            value, own = self._cells[place]
            if look.number_format is not None and not isinstance(value, NotKnown):
                sheet.replace(*place, cell_of(value, look.number_format, self._is_1904))
            if still_shown(sheet, place, look, is_known) is not None and look.over(own).is_unseen:
                unseen.add(place)
        white = {(row, at): sheet.cells[row][at] for row, at in unseen if at in sheet.cells.get(row, {})}
        if 2 * len(white) < sum(map(len, sheet.cells.values())):
            sheet.leave_out(white)


def still_shown(sheet: Sheet, place: Place, look: Look, is_known: bool) -> Cell | None:
    """The cell at a place of a sheet as read; None where there is none, or a look over it hides its value.

    Conditions that are not known are said of it.
    """
    shown = sheet.cells.get(place[0], {}).get(place[1])
    if shown is None:
        return None
    if not is_known:
        sheet.put(*place, shown._replace(notices=(*shown.notices, not_evaluated(shown.text))))
    if look.hides_value:
        sheet.leave_out({place: shown})
        return None
    return shown


def _content(value: Value | NotKnown) -> Content | NotKnown:
    """A value as conditions compare it."""
    if isinstance(value, (bool, str, NotKnown)) or value is None:
        return value or None if isinstance(value, str) else value
    found = exact(value)
    return NotKnown() if found is None else Decimal(found)
