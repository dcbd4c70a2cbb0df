"""What the cells of an OpenDocument sheet show by their styles: numbers that stand as stored, and under conditions."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

from lxml import etree

from ingest.readers.sheets.conditional.looks import Rule, look_at
from ingest.readers.sheets.conditional.values import Content, Faulty, Held, NotKnown, Place
from ingest.readers.sheets.grid import Sheet
from ingest.readers.sheets.number_format.numbers import exact
from ingest.readers.sheets.ods.cell_styles import CellStyles
from ingest.readers.sheets.stored import cell_of, not_evaluated, serial
from ingest.readers.tables import WIDEST
from ingest.readers.word.xml import name_of, number, value
from ingest.source.blocks import Cell

_NUMBERS = ("float", "percentage", "currency")
_MOST_REPEATED = 1000


class ShownCells:
    """The cells of a sheet as their styles show them; ``hides_zeros`` says that it shows nothing of a zero."""

    def __init__(self, styles: CellStyles, hides_zeros: bool) -> None:
        self._styles = styles
        self._hides_zeros = hides_zeros
        self._held = Held()
        self._of_columns: dict[int, str] = {}
        self._white: dict[Place, Cell] = {}
        self._of_table: Sequence[Rule] = ()
        self.rules = cache(self._rules)
        """The conditions of a style."""

    def hold(self, table: etree._Element) -> None:
        """Keep what the cells of a table hold, where conditions may ask for it, and the conditions of the table."""
        self._of_table = self._styles.rules_of_table(table, self._held.content)
        at = 0
        for row in table.iter("{*}table-row") if self._styles.have_conditions or self._of_table else ():
            rows = number(value(row, "number-rows-repeated"), 1)
            column = 0
            for cell in row:
                columns = number(value(cell, "number-columns-repeated"), 1)
                content = content_of(cell)
                if content is not None:
                    for place in (
                        (at + down, column + across)
                        for down in range(min(rows, _MOST_REPEATED))
                        for across in range(min(columns, WIDEST))
                    ):
                        self._held.put(place, content)
                column += columns
            at += rows

    def add_columns(self, column: etree._Element, first: int, count: int) -> None:
        """Keep the style of the cells of columns that have none of their own."""
        name = value(column, "default-cell-style-name") or ""
        self._of_columns.update(dict.fromkeys(range(first, min(first + count, WIDEST)), name))

    def style(self, cell: etree._Element, row: etree._Element, column: int) -> str:
        """The style of a cell."""
        own = value(cell, "style-name") or value(row, "default-cell-style-name")
        return own or self._of_columns.get(column, "")

    def formatted(self, cell: Cell, element: etree._Element, style: str) -> Cell:
        """A cell as read; a number that stands as it is stored, or without a text, as its style shows it."""
        printed = value(element, "value")
        if self._hides_zeros and printed and content_of(element) == 0:
            return Cell("")
        number_format = self._styles.look(style).number_format
        is_raw = printed is not None and (cell.text == printed or cell.notices)
        if not number_format or not is_raw or value(element, "value-type") not in _NUMBERS:
            return cell
        content = content_of(element)
        found = cell_of(content, number_format) if isinstance(content, Decimal) else cell
        return cell if found.notices else found

    def at(self, place: Place, cell: Cell, element: etree._Element, style: str) -> Cell:
        """A cell as its style shows it, and the conditions of that and of the table."""
        own = self._styles.look(style)
        look, is_known = look_at([rule for rule in self.rules(style) if rule.covers(place)], place, own)
        content = content_of(element)
        is_hidden = self._hides_zeros and content == 0
        if look.number_format and not is_hidden and not isinstance(content, NotKnown):
            cell = cell_of(content, look.number_format)
        if not is_known:
            cell = cell._replace(notices=(*cell.notices, not_evaluated(cell.text)))
        if look.over(own).is_unseen:
            self._white[place] = cell
        return cell

    def leave_out(self, sheet: Sheet) -> None:
        """Take away what is of the colour of its ground, unless that is most of the sheet."""
        white = {place: cell for place, cell in self._white.items() if place[1] in sheet.cells.get(place[0], {})}
        if 2 * len(white) < sum(map(len, sheet.cells.values())):
            sheet.leave_out(white)

    def may_change(self, style: str) -> bool:
        """True where a cell of a style may be shown otherwise than it is read, or not be seen."""
        return bool(self.rules(style)) or self._styles.look(style).is_unseen

    def _rules(self, style: str) -> Sequence[Rule]:
        rules = [*self._of_table, *self._styles.rules(style, self._held.content)]
        own = self._styles.look(style)
        return rules if any(rule.look.may_change(own) for rule in rules) else ()


def content_of(element: etree._Element) -> Content | NotKnown:
    """What a cell holds; a date is a number of days."""
    own: Mapping[str, str] = {str(key).rpartition("}")[2]: str(text) for key, text in element.attrib.items()}
    if any(key.endswith("value-type") and text == "error" for key, text in own.items()):
        return Faulty()
    match own.get("value-type"):
        case "boolean":
            return own.get("boolean-value") == "true"
        case "date":
            return serial(own.get("date-value", "")) or NotKnown()
        case "time":
            return NotKnown()
        case kind if kind in _NUMBERS:
            try:
                return exact(Decimal(own.get("value", "")))
            except InvalidOperation:
                return NotKnown()
    texts = ("".join(str(part) for part in found.itertext()) for found in element if name_of(found) == "p")
    return "\n".join(texts) or own.get("string-value") or None
