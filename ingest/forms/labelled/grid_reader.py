"""The grid of indicators within a labelled form: where it begins and ends, and its rows booked."""

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid import IndicatorGrid, grid_labels, read_grid_row
from ingest.forms.labelled.labels import read_label
from ingest.source.ledger import Ledger
from ingest.source.printed import PrintedCells

_LEAVE_GRID = frozenset(
    ("total_score", "reply", "project_name", "attribute", "grade", "annual_grid", "cycle_grid", "form_unit")
)


def begin_grid(ledger: Ledger, form: LabelledForm, header: IndicatorGrid, cells: PrintedCells) -> None:
    """Book the header of a grid and make it the form's; printed again on a new page, it carries the labels on."""
    before = form.grid
    for index, cell in cells.items():
        label = read_label(cell)
        if index in header.columns:
            ledger.label(cell)
        elif label is not None and not label.value:
            ledger.label(cell)
            if label.kinds & {"cycle_grid", "annual_grid"}:
                form.grid_side = "cycle" if "cycle_grid" in label.kinds else "annual"
    if before is not None and form.in_grid:
        header.carried1, header.carried2, header.shift = before.carried1, before.carried2, before.shift
    if form.grid_side == "cycle" and header.cycle is None:
        header.cycle, header.annual = header.annual, None
    form.grid, form.in_grid, form.pending = header, True, None


def leaves_grid(form: LabelledForm, cells: PrintedCells) -> bool:
    """True for a row that begins, left of the grid or in its first column, with a label of what stands below it."""
    assert form.grid is not None
    index, cell = next(iter(cells.items()))
    label = read_label(cell)
    return label is not None and bool(label.kinds & _LEAVE_GRID) and index <= form.grid.first


def read_row(ledger: Ledger, form: LabelledForm, cells: PrintedCells) -> None:
    """Book a row of the grid; keep its indicator, where it holds one."""
    assert form.grid is not None
    printed = read_grid_row(form.grid, cells)
    if printed is None:
        for cell in grid_labels(form.grid, cells):
            ledger.label(cell)
        return
    for cell in form.grid.understood(cells):
        ledger.field(cell)
    form.indicators.append(printed)
