"""Rows broken by the end of a page: the texts that go on at the top of the next one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.readers.pdf.ruled.header_again import squashed
from ingest.readers.pdf.ruled.table import TableCell
from ingest.source.blocks import Box, Cell, Notice, Row

_BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"), ("【", "】"), ("〔", "〕"))
# Signs between two parts of a text.
_GOES_ON = ("、", "，", ",", "-", "—")
_JOINED = (Notice("row_joined", "the row is taken to go on at the top of the next page, which nothing proves"),)
_NO_CELL = TableCell(0, 0, "")
_NUMBER = re.compile(r"[-+−(（]?[\d,，.．]++[)）]?\s?%?")
# A value as a target is printed: a sign of comparison, a number, a short unit.
_QUANTITY = re.compile(r"[<>≤≥=＜＞＝≦≧±]{0,2}\s?\d[\d,，.．]*+\s?%?[^\d\s]{0,8}")


def is_number(text: str) -> bool:
    """True for a text that is a number, perhaps in brackets or with a per cent sign."""
    return any(map(str.isdigit, text)) and _NUMBER.fullmatch(text.strip()) is not None


def _are_two(text: str, below: str) -> bool:
    """True for a number below any text, and for a quantity below another."""
    are_quantities = all(_QUANTITY.fullmatch(squashed(one)) for one in (text, below))
    return are_quantities or (is_number(below) and bool(text))


def _is_end(text: str, rest: str) -> bool:
    """True for a text not half as long as the line above it, in which nothing stands beside: a word was parted."""
    return 2 * len(squashed(rest)) <= len(squashed(text.rpartition("\n")[2]))


def _shared_lines(above: Sequence[str], below: Sequence[str]) -> int:
    """How many of the last lines of a text are the first ones of another."""
    most = min(len(above), len(below))
    return next((count for count in range(most, 0, -1) if above[-count:] == below[:count]), 0)


class OpenRow:
    """A row of a table whose cells may go on at the top of the next page."""

    def __init__(self, page: int, cells: Sequence[TableCell], columns: Sequence[int], width: int) -> None:
        self._page = page
        self._width = width
        self.notices: Sequence[Notice] = ()
        self._cells = {columns[cell.column]: cell for cell in cells if cell.text or columns[cell.column] < width}
        self._texts = {column: cell.text for column, cell in self._cells.items()}
        self._lines = {
            column: [(cell.page or page, line) for line in cell.lines] for column, cell in self._cells.items()
        }
        self._notices = {column: cell.notices for column, cell in self._cells.items() if cell.notices}

    def goes_on(self, other: "OpenRow", is_open: bool, is_certain: bool) -> bool:
        """True where ``other`` holds nothing but the rest of this row's texts.

        Every text of it stands under one that reaches the end of its page and breaks off in a full line; where no rule
        closes the table (``is_open``) it need not break off; where a rule closes neither part (``is_certain``), what
        stands in the middle of its cell stands on one of them only. A text alone in its row, under another that
        cannot end so, is the rest of that. A number is never broken, and one quantity is not the rest of another.
        """
        rest = {column: cell for column, cell in other._cells.items() if cell.text}
        above = {column: self._cells.get(column, _NO_CELL) for column in rest}
        if any(_are_two(above[column].text, cell.text) for column, cell in rest.items()):
            return False
        if len(rest) == 1:
            column, cell = next(iter(rest.items()))
            if self._is_rest(column, cell):
                return True
            if self._may_go_on(column, cell) and column > min(self._cells) and _is_end(above[column].text, cell.text):
                self.notices = _JOINED
                return True
        if self._is_rest_of_several(rest, above):
            self.notices = _JOINED
            return True
        under = [cell for cell in above.values() if cell.text or not is_certain]
        return (
            bool(under)
            and any(cell.begins_at_top for cell in rest.values())
            and all(cell.text and cell.reaches_bottom and (is_open or cell.breaks_off) for cell in under)
        )

    def _is_rest_of_several(self, rest: dict[int, TableCell], above: dict[int, TableCell]) -> bool:
        """True for several texts at the top of a page, each under one that fills its column, others having no rest.

        Nothing proves it: it is said of the row.
        """
        return (
            len(rest) > 1
            and all(cell.begins_at_top for cell in rest.values())
            and all(cell.text and cell.reaches_bottom and cell.is_full for cell in above.values())
            and any(cell.text and column not in rest for column, cell in self._cells.items())
        )

    def _is_rest(self, column: int, cell: TableCell) -> bool:
        """True for the only text of its row where it is no first one and the text above it cannot end as it does."""
        above = self._cells.get(column, _NO_CELL)
        is_first = column == min(self._cells)
        is_on_top = cell.begins_at_top or cell.rows > 1  # in the middle of a merged cell
        if is_first or not is_on_top or not above.text or is_number(above.text):
            return False
        is_bracketed = any(
            above.text.count(opening) > above.text.count(closing)
            and cell.text.count(closing) > cell.text.count(opening)
            for opening, closing in _BRACKETS
        )
        return is_bracketed or above.breaks_off or above.text.endswith(_GOES_ON) or cell.text.startswith(_GOES_ON)

    def give_open(self, above: Sequence["OpenRow"], end: int, opened: Collection[int]) -> None:
        """Give the texts of merged cells that no rule parts from those of the page before to these.

        ``opened`` are their columns. What the end of the page cuts through stands on both pages.
        """
        for column in opened:
            cell = self._cells.get(column, _NO_CELL)
            owner = next((row for row in reversed(above) if row._ends_with(column, end)), None)
            if not cell.text or owner is None or not (cell.rows > 1 or owner._cells[column].rows > 1):
                continue
            before = owner._texts.get(column, "")
            if is_number(before) and is_number(cell.text) and before != cell.text:
                continue
            again = _shared_lines(before.split("\n"), cell.text.split("\n")) if before else 0
            rest = cell.text.split("\n")[again:]
            if rest:
                owner._add(column, replace(cell, text="\n".join(rest)), self._lines[column][again:])
            self._cells[column], self._texts[column] = replace(cell, text="", lines=[]), ""
            self._lines[column] = []

    def give_rests(self, above: Sequence["OpenRow"], end: int) -> None:
        """Give texts at the top of a page to the merged cells of the page before that go on in them.

        ``above`` are the rows of that page, ``end`` is the number of its rows. From the left, up to a text of a row of
        its own; a text above that only fills its line is no proof but left of a sentence that breaks off.
        """
        rests: list[tuple[int, TableCell, OpenRow]] = []
        last = 0
        for column, cell in sorted(self._cells.items()):
            if cell.text:
                owner = next((row for row in reversed(above) if row._ends_with(column, end)), None)
                if owner is None or not (cell.rows > 1 or owner._cells[column].rows > 1):
                    break
                if owner._cells[column].reaches_bottom and (
                    owner._is_rest(column, cell) or owner._is_cut_through(column, cell)
                ):
                    last = len(rests) + 1
                elif not owner._may_go_on(column, cell):
                    break
                rests.append((column, cell, owner))
        ends = above[-1]._cells if above else {}
        lacks = any(
            is_number(ends.get(column, _NO_CELL).text) and not self._texts.get(column) for column in range(self._width)
        )
        if len(rests) > max(last, 1) and lacks:  # what each row of the table has is printed above
            last, self.notices = len(rests), _JOINED
        for column, cell, owner in rests[:last]:
            again = int(owner._is_cut_through(column, cell))
            texts = cell.text.split("\n")[again:]
            if texts:
                owner._add(column, replace(cell, text="\n".join(texts)), self._lines[column][again:])
            self._cells[column], self._texts[column] = replace(cell, text="", lines=[]), ""
            self._lines[column] = []

    def _ends_with(self, column: int, end: int) -> bool:
        """True where a cell of the row ends with the page."""
        own = self._cells.get(column)
        return own is not None and own.row + own.rows == end

    def _is_cut_through(self, column: int, cell: TableCell) -> bool:
        """True where the end of a page cuts through the last line of a text, which the next page prints again."""
        own = self._texts.get(column, "")
        return own != cell.text and own.endswith("\n" + cell.text.partition("\n")[0])

    def _may_go_on(self, column: int, cell: TableCell) -> bool:
        """True where a text fills the last line of its page, and ``cell`` holds another on the next page."""
        above = self._cells.get(column, _NO_CELL)
        is_other = bool(above.text) and above.text != cell.text and not is_number(above.text)
        return is_other and above.reaches_bottom and (above.is_full or above.breaks_off)

    @property
    def is_blank(self) -> bool:
        """True where no text is left in the row."""
        return not any(self._texts.values())

    def join(self, other: "OpenRow") -> None:
        """Add the rest of the texts; what goes on further is judged by its last part."""
        for column, cell in other._cells.items():
            if cell.text:
                self._add(column, cell, other._lines[column])

    def _add(self, column: int, cell: TableCell, lines: Sequence[tuple[int, Box]]) -> None:
        before = self._texts.get(column)
        self._texts[column] = f"{before}\n{cell.text}" if before else cell.text
        self._lines.setdefault(column, []).extend(lines)
        self._notices.setdefault(column, cell.notices)
        self._cells[column] = cell

    def row(self) -> Row:
        """The row with a cell for every column, those that begin nowhere in it blank."""
        blank = Cell("")
        cells = [blank] * self._width
        for column, text in self._texts.items():
            lines = self._lines[column]
            notices = [notice._replace(printed=text) for notice in self._notices.get(column, ())]
            cells[column] = Cell(
                text, lines=[line for _, line in lines], pages=[page for page, _ in lines], notices=notices
            )
        if self.notices:
            first, *_, own = cells[0]
            cells[0] = cells[0]._replace(notices=[*own, *(notice._replace(printed=first) for notice in self.notices)])
        return Row(self._page, cells, frozenset(self._texts))
