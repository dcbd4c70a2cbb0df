"""One form read: its rows parted into labelled entries and grids, and what both mean."""

from collections.abc import Collection, Mapping, Sequence

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.arranged import flattened, levels_left_out
from ingest.forms.labelled.geometry.arranged.labels_again import once_labelled
from ingest.forms.labelled.geometry.arranged.numbered_tasks import unnumbered
from ingest.forms.labelled.geometry.arranged.paired_columns import apart
from ingest.forms.labelled.geometry.arranged.sides_apart import sides_apart
from ingest.forms.labelled.geometry.arranged.total_beside import total_apart
from ingest.forms.labelled.geometry.arranged.turned_grid import headed, upright
from ingest.forms.labelled.geometry.entries import Layout, leave_odd
from ingest.forms.labelled.geometry.layout import LayoutReader
from ingest.forms.labelled.grid.inferred.legend import explained
from ingest.forms.labelled.grid.lines import LevelLines
from ingest.forms.labelled.grid.reader import GridReader
from ingest.forms.labelled.grid.unfolded import unfolded
from ingest.forms.labelled.labels import FormLabel, fold_label
from ingest.forms.labelled.meaning.in_text.by_nature import part_by_nature
from ingest.forms.labelled.meaning.in_text.money_text import part_amounts
from ingest.forms.labelled.meaning.understand import understand
from ingest.forms.labelled.meaning.whose import part_bodies
from ingest.forms.labelled.rows.department_form.department import is_of_department
from ingest.forms.labelled.signs import RowSigns, signs_of_row
from ingest.grammar.years import year_range
from ingest.source.column_numbers import numbers_columns
from ingest.source.printed import NOTHING, Printed, PrintedCells

Texts = Sequence[Mapping[int, str]]


def read_form(
    title: Printed,
    rows: Sequence[PrintedCells],
    unit: str,
    repeated: Collection[str] = (),
    year: int | None = None,
    legend: Mapping[str, str] | None = None,
) -> LabelledForm:
    """What the rows of a form say; ``unit`` is that of its money where no label prints one.

    ``repeated`` are texts that most forms of the document print, ``year`` is that of the form where it is printed,
    ``legend`` are the labels of columns that a note gives for ordinals.
    """
    form = LabelledForm(title=title, year=year)
    texts = _texts(rows)
    numbering = [number for number, own in enumerate(texts) if numbers_columns(own.values())]
    if numbering:
        form.fillers += [cell for number in numbering for cell in rows[number].values()]
        rows = [cells for number, cells in enumerate(rows) if number not in numbering]
        texts = _texts(rows)
    rows, texts, signs, fillers = _arranged(rows, texts)
    form.fillers += fillers
    if legend:
        texts = [explained(own, legend) for own in texts]
        signs = _shown(texts)
    if any(told.names_pairs for told in signs):
        rows, between = apart(rows)
        form.fillers += between
        texts = _texts(rows, legend)
        signs = _shown(texts)
    whole = unfolded(rows, signs)
    whole = upright(rows, signs) if whole is rows else whole
    whole = headed(rows, signs) if whole is rows else whole
    if whole is not rows:
        rows, texts = whole, _texts(whole, legend)
        signs = _shown(texts)
    layout = _read_rows(form, rows, (texts, signs), repeated)
    part_amounts(layout)
    part_by_nature(layout)
    form.fillers += part_bodies(layout)
    leave_odd(layout)
    name_by_the_lower(layout)
    used = layout.used_labels()
    kept = set(map(id, used))
    form.labels += used
    form.unread += [
        *layout.unlabelled,
        *(label.label for label in layout.labels if id(label) not in kept),
    ]
    form.cycle = _cycle(layout.labels)
    form.entries = layout.entries
    understand(form, layout, unit, is_of_department(form), year)
    return form


def _arranged(
    rows: Sequence[PrintedCells], texts: Texts
) -> tuple[Sequence[PrintedCells], Texts, Sequence[RowSigns], list[Printed]]:
    """The rows of a form, each cell where its label tells it, with what they show, and what stood between them."""
    signs = _shown(texts)
    stacked = sides_apart(flattened.put_back(levels_left_out.put_back(rows, signs)))
    whole, again = once_labelled(total_apart(stacked))
    if whole is not rows:
        texts = _texts(whole)
        signs = _shown(texts)
    found, numbers = unnumbered(whole, signs)
    if numbers:
        texts = _texts(found)
        signs = _shown(texts)
    return found, texts, signs, [*again, *numbers]


def _read_rows(
    form: LabelledForm,
    rows: Sequence[PrintedCells],
    shown: tuple[Texts, Sequence[RowSigns]],
    repeated: Collection[str],
) -> Layout:
    """Read rows one after another into the grid of the form or into the layout around it; gives the layout."""
    texts, signs = shown
    layout, grid = LayoutReader(rows, texts, signs, repeated), GridReader(form, texts, signs, form.year)
    lines = LevelLines(form)
    for number, cells in enumerate(rows):
        if grid.takes_second(cells, texts[number]) or lines.take(cells):
            continue
        header = grid.header(number)
        if header is not None:
            layout.begin_grid()
            grid.begin(header, cells)
        elif grid.announces(number, cells):
            layout.end_block()
        elif grid.passes(number, cells):
            pass
        elif not grid.leaves(cells) if grid.is_open else grid.resumes(cells):
            grid.read(cells)
        elif grid.is_unknown(number):
            layout.end_block()
            form.unread += cells.values()
        else:
            grid.is_open = False
            layout.read(number)
    grid.close()
    return layout.layout


def _texts(rows: Sequence[PrintedCells], legend: Mapping[str, str] | None = None) -> Texts:
    """The texts of rows, ordinals as the legend has them."""
    texts = [{index: cell.text for index, cell in cells.items()} for cells in rows]
    return [explained(own, legend) for own in texts] if legend else texts


def _shown(texts: Texts) -> Sequence[RowSigns]:
    return [*map(signs_of_row, texts)]


def name_by_the_lower(layout: Layout) -> None:
    """Of a project and the one above it (一级项目名称, 二级项目名称) the lower is the form's, known or not."""
    labels = [e.label for e in layout.entries if e.label is not None]
    upper = {
        f"二{folded[1:]}": own
        for own in labels
        if "project_name" in own.kinds and (folded := fold_label(own.label.text)).startswith("一级")
    }
    for lower in labels if upper else ():
        above = upper.get(fold_label(lower.label.text))
        if above is not None and lower.kinds <= {"project_name"}:
            lower.kinds, above.kinds = frozenset(("project_name",)), frozenset(("attribute",))


def _cycle(labels: Sequence[FormLabel]) -> Printed:
    """The years in the brackets of the cycle's goal: `中期滚动目标（2020年--2022年）`."""
    for label in labels:
        if "cycle_goal" not in label.kinds:
            continue
        text = label.label.text
        start = next((at for at in range(len(text)) if text[at] in "（(【["), None)
        if start is not None and year_range(text[start:]) is not None:
            end = max(text.rfind(mark) for mark in "）)】]")
            return label.label[start + 1 : end].strip()
    return NOTHING
