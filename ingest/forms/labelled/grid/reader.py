"""The grids of a labelled form: where each begins and ends, its rows as indicators, two grids of one form as one."""

from collections.abc import Collection, Sequence

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.blocks import BLOCKS, Block, beside, block_side, join_blocks, side_of, side_said
from ingest.forms.labelled.grid.columns import UNKNOWN, IndicatorGrid, is_same
from ingest.forms.labelled.grid.fit import placed
from ingest.forms.labelled.grid.header import ROWS_BELOW, read_grid_header
from ingest.forms.labelled.grid.inferred import shown
from ingest.forms.labelled.grid.inferred.columns import Texts
from ingest.forms.labelled.grid.inferred.level_rows import carries
from ingest.forms.labelled.grid.inferred.named import named_columns
from ingest.forms.labelled.grid.inferred.regions import add_indicator, under_regions
from ingest.forms.labelled.grid.inferred.to_date import with_progress
from ingest.forms.labelled.grid.levels import ends_level, settled_alike
from ingest.forms.labelled.grid.names.inside import parted, with_rests
from ingest.forms.labelled.grid.names.ordinals import unnumbered
from ingest.forms.labelled.grid.row import fills, grid_labels, is_doubtful, is_indicator, is_misplaced, read_grid_row
from ingest.forms.labelled.grid.two_rows import begun_headers
from ingest.forms.labelled.labels import find_label, read_label
from ingest.forms.labelled.meaning.tasks import heads_money
from ingest.forms.labelled.signs import RowSigns
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

_LEAVE_GRID = frozenset(
    ("total_score", "reply", "project_name", "attribute", "grade", "annual_grid", "cycle_grid", "form_unit")
)
_MOST_OF_A_PAIR, _ROWS_ABOVE = 2, 4  # the rows above a grid say of which time it is


class GridReader:
    """Reads the grids among rows into ``form``; ``texts`` are those of its rows, ``signs`` what they show.

    Rows that may be headers are given by their number from 0; ``year`` is that of the form, where it is known.
    """

    def __init__(
        self, form: LabelledForm, texts: Sequence[Texts], signs: Sequence[RowSigns], year: int | None = None
    ) -> None:
        self._form, self._texts, self._signs, self._year = form, texts, signs, year
        self._levels, self._number = [own.levels for own in signs], 0
        self._blocks: list[Block] = []
        self._unlabelled: list[Block] = []
        self._header: Texts = {}
        self._kept: Texts = {}
        self._second: Sequence[Texts] = ()
        self._announced: Printed = NOTHING
        self._lost: int | None = None
        self._beside = ""
        self._unread_header: Texts = {}
        self._plain: IndicatorGrid | None = None
        self.is_open = False

    def header(self, number: int) -> IndicatorGrid | None:
        """The columns that a row is the header of; in a grid only words, or its own again, make one."""
        grid, texts, told = self._form.grid, self._texts[number], self._signs[number]
        self._number = number
        for whole, second in reversed(begun_headers(self._texts, self._levels, number)):
            below = self._below(number + len(second))
            if (header := read_grid_header(whole, below, self._year)) is not None:
                self._header, self._plain, self._second = whole, header, second
                return header
        if grid is not None and (self._stands_as_before(texts, grid) or self._is_again(texts, grid)):
            header = self._plain.anew() if self._plain is not None else None
        elif not told.names_columns and (self.is_open or not self._stands_above_levels(number)):
            header = None
        else:
            knows_more = not self.is_open or len(set(named_columns(texts).values())) > 1
            below = self._below(number)
            named = under_regions(texts, self._texts[:number], below[0] if below else {})
            header = read_grid_header(named, below if knows_more else (), self._year)
            if number and not told.names_columns and shown.may_head(self._texts[number - 1], texts):
                header = None  # the row above may be the header, and this one its first row
        if header is not None:
            self._header, self._plain = texts, header
        return header

    def _above(self) -> Sequence[str]:
        """The texts of titles and pairs above the header that was found last, the nearest first."""
        above = self._texts[max(self._number - _ROWS_ABOVE, 0) : self._number][::-1]
        return ["".join(row.values()) for row in above if len(row) <= _MOST_OF_A_PAIR]

    def _below(self, number: int) -> Sequence[Texts]:
        return self._texts[number + 1 : number + 1 + ROWS_BELOW]

    def _stands_above_levels(self, number: int) -> bool:
        """True where rows below print labels of the framework, not behind a label of the form: these tell a header."""
        if number + 1 == len(self._texts):
            return False
        following, told = self._texts[number + 1], self._signs[number + 1]
        may_follow = (told.is_of_grid or len(following) == 1) and not told.texts[min(following)].is_label
        is_again = following == self._texts[number]  # printed again on a new page
        return (may_follow or is_again) and any(
            own.is_of_grid for own in self._signs[number + 1 : number + 1 + ROWS_BELOW]
        )

    def takes_second(self, cells: PrintedCells, texts: Texts) -> bool:
        """Take another row of the header that was begun."""
        is_second = bool(self._second) and any(texts is own for own in self._second)
        self._form.fillers += cells.values() if is_second else ()
        return is_second

    def _stands_as_before(self, texts: Texts, grid: IndicatorGrid) -> bool:
        """True for the header of a second block: below a label of one, in the columns of the header before."""
        if self._plain is None or texts.keys() != self._header.keys():
            return False
        index, first = next(iter(texts.items()))
        label = find_label(first)
        is_block = label is not None and label.kinds & BLOCKS and index < grid.first
        return bool(is_block) and not any(map(shown.stands_in_a_row, texts.values())) and self._names_the_same(texts)

    def _names_the_same(self, texts: Texts) -> bool:
        """True where the columns that a header names are those of the one before."""
        columns = self._plain.columns if self._plain is not None else {}
        return all(is_same(role, columns.get(at)) for at, role in named_columns(texts).items())

    def _is_again(self, texts: Texts, grid: IndicatorGrid) -> bool:
        """True for the texts of the open grid's header, or some of them, whatever stands left of its columns."""
        if not self.is_open or len(kept := self._kept) < 2 or kept.items().isdisjoint(texts.items()):
            return False
        own = {index: text for index, text in texts.items() if index >= grid.first}
        is_header = own.keys() == kept.keys() and not any(map(shown.stands_in_a_row, own.values()))
        return kept == own or (is_header and self._names_the_same(texts))

    def is_unknown(self, number: int) -> bool:
        """True for a row of a grid whose header is not known, and for that header: nothing says what its cells are."""
        if self._lost is None and len(self._texts[number]) <= _MOST_OF_A_PAIR:
            return False
        index, first = next(iter((texts := self._texts[number]).items()))
        is_row = not self.is_open and shown.is_of_levels(texts)
        if self._lost is not None and not is_row:
            is_row = (find_label(first) is None and len(texts) > 1) or index > self._lost
        may_head = shown.may_head_levels(texts, self._below(number))
        is_header = may_head and (not self.is_open or self._signs[number].names_columns)
        if is_header and not is_row:
            self._unread_header, self.is_open = texts, False
        if is_row or is_header or texts == self._unread_header:  # again, on a new page
            self._lost = min(index, self._lost if self._lost is not None else index)
            return True
        self._lost = None
        return False

    def announces(self, number: int, cells: PrintedCells) -> bool:
        """Take the title of a block of the grid that stands alone above a header: 长期绩效目标表, 年度绩效目标表."""
        if len(cells) > 1 or number + 1 == len(self._texts):
            return False
        (cell,) = cells.values()
        if block_side(cell.text) is None or read_grid_header(self._texts[number + 1], self._below(number + 1)) is None:
            return False
        self._form.fillers.append(cell)
        self._announced, self.is_open = cell, False
        return True

    def begin(self, header: IndicatorGrid, cells: PrintedCells) -> None:
        """Take the header of a grid; printed again on a new page, it carries the labels on."""
        form, before = self._form, self._form.grid
        for index, cell in cells.items():
            label = read_label(cell)
            is_known = header.columns.get(index, UNKNOWN) != UNKNOWN or index < header.first
            is_known = is_known or (label is not None and not label.value)
            (form.fillers if is_known else form.unread).append(cell)
        is_moved = before is not None and self.is_open and header.first != before.first
        if before is not None and self.is_open and not is_moved:
            header.carried1, header.carried2 = before.carried1, before.carried2
            header.shift, header.shifts = before.shift, {*before.shifts}
        block = self._announced or next((cell for index, cell in cells.items() if index < header.first), None)
        self._announced = NOTHING
        if block is None and not self.is_open:
            self._unlabelled.append(Block("", side_said(self._above()), len(form.indicators)))
        elif block is None and is_moved and self._unlabelled:
            self._unlabelled[-1:] = beside(self._unlabelled[-1], len(form.indicators), self._texts[: self._number])
        if block is not None and (not self._blocks or fold(self._blocks[-1].label) != fold(block.text)):
            self._blocks.append(Block(block.text, side_of(block.text), len(form.indicators)))
        self._kept = {index: text for index, text in self._header.items() if index >= header.first}
        form.grid, self.is_open, self._lost = header, True, None

    def leaves(self, cells: PrintedCells) -> bool:
        """True for a row behind the grid: a known label left of it or in its first column, or no indicator at all."""
        grid = self._form.grid
        assert grid is not None
        index, cell = next(iter(cells.items()))
        label = find_label(cell.text)
        if label is not None and label.kinds & _LEAVE_GRID and index <= grid.first and not fills(grid, cells):
            if not self._form.indicators and shown.is_of_levels({at: own.text for at, own in cells.items()}):
                self._beside = cell.text  # the label of the grid, in the first of its rows or in all
            return index == grid.first or cell.text != self._beside
        if index <= grid.first + grid.shift and not (is_indicator(grid, cells) or shown.begins_stage(grid, cells)):
            return True
        texts, told = self._texts[self._number], self._signs[self._number]
        is_header = not self._kept.items().isdisjoint(texts.items())
        is_header = is_header and shown.may_head_levels(texts, self._below(self._number))
        is_sum = told.has_sum and shown.is_sum_of_scores(cells)
        is_other = not told.levels and shown.heads_other(grid, cells, lambda: is_doubtful(grid, cells))
        return is_header or is_sum or is_other or (told.heads_tasks and heads_money(cells))

    def passes(self, number: int, cells: PrintedCells) -> bool:
        """Take a row in the grid of what a level's scores add up to, or all scores so far: more rows may follow."""
        form, may_be_sum = self._form, self.is_open and self._signs[number].has_sum
        is_sum = may_be_sum and form.grid and shown.is_sum_inside(form.grid, cells, self._below(number))
        form.fillers += cells.values() if is_sum else ()
        return bool(is_sum)

    def resumes(self, cells: PrintedCells) -> bool:
        """True where a label of the framework opens a grid again; below a header that is not known it is of another."""
        grid = self._form.grid
        if grid is None or (self._lost is not None and self._unread_header):
            return False
        first, *others = cells.values()
        first = others[0] if others and first.text.isdigit() else first
        self.is_open = is_of_framework(first.text) and is_indicator(grid, cells)
        return self.is_open

    def read(self, cells: PrintedCells) -> None:
        """Read a row of the grid; keep its indicator, where it holds one."""
        form = self._form
        assert form.grid is not None
        if ends_level(form.grid, form.indicators, cells):
            form.fields += cells.values()
            return
        is_level_row = carries(form.grid, cells)
        if not (doubtful := is_level_row or is_doubtful(form.grid, cells)):
            cells, form.grid.shift = placed(form.grid, cells)
        if doubtful or is_misplaced(form.grid, cells):
            is_known = is_level_row or shown.are_levels(cells)
            (form.fillers if is_known else form.unread).extend(cells.values())
            form.grid.lose({} if is_known else cells)
            return
        form.grid.shifts.add(form.grid.shift)
        printed = read_grid_row(form.grid, cells)
        if printed is None:
            self._leave(cells.values(), cells.values() if shown.are_levels(cells) else [*grid_labels(form.grid, cells)])
            return
        understood, others = form.grid.understood(cells)
        form.fields += understood
        add_indicator(form, cells, with_progress(form.grid, cells, printed, form.is_monitored))
        if others:
            number = form.grid.number_of(cells)
            self._leave(others, [cell for cell in others if cell is number or cell.text == self._beside])

    def _leave(self, cells: Collection[Printed], labels: Collection[Printed]) -> None:
        self._form.fillers += labels
        self._form.unread += [cell for cell in cells if not any(cell is label for label in labels)]

    def close(self) -> None:
        """Join the blocks of the grids, and part what one row prints of several indicators."""
        join_blocks(self._form, self._blocks, self._unlabelled)
        found = settled_alike(parted(self._form.indicators, self._form.grid))
        self._form.indicators = unnumbered(with_rests(found), self._form.fillers)
