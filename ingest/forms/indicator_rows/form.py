"""项目支出绩效目标表 as a list: several projects in one table, an indicator a row, 项目名称 carried down.

Published by 云南 (表05-2: units and projects in one column), 内蒙古 (表11), 四川, 海南, 重庆, 湖北 and others, also for
transfers (转移支付, with regions) and after the year (自评). The header says what the columns are (`header`), the rows
are grouped by project (`grouping`), and each project is read as a labelled form is (`project_form`, `landing`). A file
may hold labelled forms beside lists, such as that of the whole department: they are read as those are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.forms.heading import printed_money_unit, say_assumed_unit, without_money_unit
from ingest.forms.indicator_rows.above import Above
from ingest.forms.indicator_rows.grouping import Grouper
from ingest.forms.indicator_rows.headers.banners import banner_cells
from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.headers.header import headers, is_certain, is_numbering
from ingest.forms.indicator_rows.headers.level_column import with_labels
from ingest.forms.indicator_rows.headers.pieces import pieces_of
from ingest.forms.indicator_rows.headers.summary import summaries
from ingest.forms.indicator_rows.headers.turned import turned_lists
from ingest.forms.indicator_rows.landing import Beside, ListLanding
from ingest.forms.indicator_rows.parts import OUTSIDE, give_to_next, names_whose, prints_grand_total
from ingest.forms.indicator_rows.project_rows import ListLine
from ingest.forms.indicator_rows.totals import unit_behind_amounts
from ingest.forms.indicator_rows.units import with_unit_beside
from ingest.forms.labelled.evidence import evidence_of_forms, project_names
from ingest.forms.labelled.forms import labelled_forms
from ingest.forms.labelled.labels import book_label
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.list_table.table import evidence as is_list_table
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number, page_numbers
from ingest.source.printed import Printed, PrintedCells, Texts, fold
from ingest.vocabulary import words

_PAGED = ("pdf", "scan")


def evidence(part: Part) -> Mapping[str, str]:
    """The header of a list of projects with a grid of indicators; with actual values it is evaluated."""
    found = part.ask(headers)
    if not found or part.ask(turned_lists):
        return {}
    number, columns = next(iter(found.items()))
    if not is_certain(columns) and is_list_table(part):
        return {}
    name = "self_evaluation" if columns.has_actual else "target_form"
    return {name: f"line {number}: a list of projects, {' | '.join(columns.labels[:6])}"}


def evidence_of_summary(part: Part) -> Mapping[str, str]:
    """The header of a list of projects without indicators."""
    found = part.ask(summaries)
    if not found:
        return {}
    number, columns = next(iter(found.items()))
    name = "self_evaluation" if columns.has_actual else "target_form"
    return {name: f"line {number}: a list of projects without indicators, {' | '.join(columns.labels[:6])}"}


@dataclass(slots=True)
class _List:
    """One list being read: its columns, and its rows grouped; ``unit`` is the unit of money printed above it.

    ``banner`` is what rows of their own told of the row that follows.
    """

    columns: ListColumns
    grouper: Grouper
    unit: str | None
    banner: dict[int, Printed] = field(default_factory=dict)
    banner_line: Line | None = None

    def take_banner(self) -> dict[int, Printed]:
        """What was printed in rows of their own above the next row."""
        banner, self.banner, self.banner_line = self.banner, {}, None
        return banner


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the lists of a document, and the labelled forms between them. Never raises."""
    return _read(part, ledger, part.ask(headers))


def read_summary(part: Part, ledger: Ledger) -> FormReading:
    """Read the lists of projects without indicators. Never raises."""
    return _read(part, ledger, part.ask(summaries))


def _read(part: Part, ledger: Ledger, begins: Mapping[int, ListColumns]) -> FormReading:
    source, texts, reading = part.source, part.texts, FormReading()
    numbers = page_numbers(source)
    pieces = [(piece, replace(source, lines=tuple(piece.lines))) for piece in pieces_of(source, texts, begins)]
    forms = [lines for piece, lines in pieces if not piece.is_list and evidence_of_forms(Part(lines, texts))]
    in_forms = [texts[line.number] for lines in forms for line in lines.lines]
    in_lists = [texts[line.number] for _, lines in pieces if lines not in forms for line in lines.lines]
    names = frozenset(fold(name) for cells in in_forms for name in project_names(cells))
    texts_of_forms = names.union(fold(text) for cells in in_forms for text in cells.values())
    beside = Beside(sum(map(prints_grand_total, in_lists)) > 1, texts_of_forms, names)
    reader = _Reader(ledger, reading, texts, begins, beside)
    for piece, lines in pieces:
        if lines not in forms:
            for line in piece.lines:
                if line.number in numbers or is_page_number(source.text[line.span.start : line.span.end]):
                    ledger.layout(line.span)
                else:
                    reader.take(line)
        else:
            reader.close()
            for form in labelled_forms(lines, ledger, reading):
                land_form(ledger, reading, form)
    reader.close()
    say_assumed_unit(ledger, reading)
    return reading


class _Reader:
    """Reads lines of lists one after another into ``reading``; ``beside`` as in `ListLanding`."""

    def __init__(
        self, ledger: Ledger, reading: FormReading, texts: Texts, begins: Mapping[int, ListColumns], beside: Beside
    ) -> None:
        self._ledger, self._reading, self._texts, self._begins = ledger, reading, texts, begins
        self._above = Above(ledger, reading)
        self._list: _List | None = None
        self._header_left, self._page, self._is_top = 0, 0, False
        self._unit: str | None = None
        self._merged, self._beside = _merged(ledger.source), beside

    def close(self) -> None:
        """Land the list that was read last."""
        if self._list is not None:
            self._close_banner()
            self._list.grouper.finish()
            give_to_next(self._list.columns, self._list.grouper.parts)
            if not any(map(names_whose, self._list.grouper.parts)):
                self._above.take_department_of_title()
            unit = self._list.unit or self._say_unit(self._list) or self._reading.money_unit
            columns, department = self._list.columns, self._above.department
            landing = ListLanding(self._ledger, self._reading, columns, unit, department, self._beside)
            landing.land(self._list.grouper.parts)
        self._list = None

    def _say_unit(self, own: _List) -> str | None:
        """The unit of money that targets prove, where none is printed elsewhere: it is the document's."""
        reading = self._reading
        unit = unit_behind_amounts(own.columns, own.grouper.parts) if reading.money_unit_basis == "assumed" else None
        if unit is not None:
            reading.money_unit, reading.money_unit_basis = unit, "printed"
        return unit

    def take(self, line: Line) -> None:
        """Read the next line."""
        cells = self._ledger.cells(line)
        if not cells:
            return
        if line.number in self._begins:
            self._begin(self._begins[line.number])
        if line.is_row and (self._header_left or self._repeats_header(cells)):
            self._header_left = max(self._header_left - 1, 0)
            self._is_top = True
            if self._list is not None:
                self._list.columns.levels = with_labels(self._list.columns.levels, cells)
            for cell in cells.values():
                book_label(self._ledger, self._reading, cell)
        elif self._list is not None and (banner := banner_cells(cells, self._list.columns.banners)) is not None:
            self._take_banner(line, *banner)
        elif self._list is None or not line.is_row or _is_note(cells):
            self._take_text(line, cells)
        elif is_numbering(self._texts[line.number]):
            for cell in cells.values():
                self._ledger.label(cell)
        else:
            self._take_row(line, {**self._list.take_banner(), **cells})

    def _take_banner(self, line: Line, values: dict[int, Printed], labels: list[Printed]) -> None:
        assert self._list is not None
        if self._list.banner.keys() & values.keys():
            self._close_banner()
        for label in labels:
            book_label(self._ledger, self._reading, label)
        self._list.banner |= values
        self._list.banner_line = line

    def _close_banner(self) -> None:
        """Read a banner as a row of its own: no row follows it."""
        if self._list is not None and self._list.banner_line is not None:
            self._take_row(self._list.banner_line, self._list.take_banner())

    def _repeats_header(self, cells: PrintedCells) -> bool:
        """True for a row of the header that a new page prints again, perhaps alone."""
        return self._list is not None and all(fold(cell.text) in self._list.columns.labels for cell in cells.values())

    def _begin(self, columns: ListColumns) -> None:
        self._header_left = columns.depth
        self._is_top = True
        before = self._list.columns if self._list is not None else None
        if before is not None and columns.repeat(before):
            return  # the header of a new page
        self.close()
        columns.merged = self._merged
        self._list = _List(columns, Grouper(columns, self._ledger.source.medium in _PAGED), self._unit)

    def _take_text(self, line: Line, cells: PrintedCells) -> None:
        """A paragraph, or a row above the first table: a heading, else a name alone in the first column of the list."""
        for cell in cells.values():
            self._unit = printed_money_unit(cell.text) or self._unit
        if self._list is None:
            self._above.take_row(line, cells)
            return
        (cell,) = cells.values()
        if self._above.take(cell, is_above=False):
            return
        cell = without_money_unit(cell)  # which was taken
        if self._ledger.source.medium in _PAGED or printed_years(cell.text):  # no cell of the table
            self._ledger.leave(cell, OUTSIDE)
        else:
            self._take_row(line, {self._list.columns.first_of_names(): cell}, is_paragraph=True)

    def _take_row(self, line: Line, cells: Mapping[int, Printed], is_paragraph: bool = False) -> None:
        assert self._list is not None
        columns = self._list.columns
        cells = with_unit_beside(self._ledger, columns, cells)
        heads = {at: cell for at, cell in cells.items() if at == columns.name or at in columns.heads}
        others = {at: cell for at, cell in cells.items() if at not in heads}
        is_top = self._is_top or line.page != self._page
        self._is_top, self._page = False, line.page
        self._list.grouper.take(ListLine(line.page, is_top, heads, others, is_paragraph, line.begun))


def _merged(source: Source) -> frozenset[int]:
    """The columns that cells of rows above cover, where a source tells: those left of the first cell of a row."""
    firsts = [min(line.begun) for line in source.lines if line.begun]
    return frozenset(range(max(firsts, default=0)))


def _is_note(cells: PrintedCells) -> bool:
    """True for a row of one text that begins as a note does."""
    texts = [fold(cell.text) for cell in cells.values()]
    return len(texts) == 1 and texts[0].startswith(tuple(words("form_labels", "note")))


LIST_OF_TARGETS = Form("target_form", "rows", evidence, never_continues, read)
LIST_OF_EVALUATIONS = Form("self_evaluation", "rows", evidence, never_continues, read)
SUMMARY_OF_TARGETS = Form("target_form", "rows", evidence_of_summary, never_continues, read_summary)
SUMMARY_OF_EVALUATIONS = Form("self_evaluation", "rows", evidence_of_summary, never_continues, read_summary)
