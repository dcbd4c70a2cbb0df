"""A list of projects that is turned: labels in the first column, a project in each of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.forms.indicator_rows.headers.columns import ListColumns, is_known
from ingest.forms.indicator_rows.headers.header import naming
from ingest.forms.indicator_rows.headers.levels import read_levels_header
from ingest.forms.indicator_rows.headers.summary import read_summary_header
from ingest.forms.labelled.labels import find_label
from ingest.forms.reading import Part
from ingest.grammar.labels import is_of_framework
from ingest.source.blocks import Line
from ingest.source.printed import Texts

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3


@dataclass(frozen=True, slots=True)
class Turned:
    """The numbers of its lines, in order, and its columns as if it stood upright: those are its rows."""

    lines: tuple[int, ...]
    columns: ListColumns


def turned_lists(part: Part) -> list[Turned]:
    """The turned lists of a part."""
    found: list[Turned] = []
    lines, texts, names = part.source.lines, part.texts, part.ask(naming)
    for place, line in enumerate(lines if names else ()):
        cells = texts[line.number]
        if line.is_row and len(cells) >= _FEWEST_CELLS and cells[min(cells)] in names:
            turned = _turned(lines[place:], texts)
            found += [turned] if turned is not None else []
    return found


def _turned(lines: Sequence[Line], texts: Texts) -> Turned | None:
    """The turned list that begins with the first of these lines; None where these are no such list."""
    first, *columns = sorted(texts[lines[0].number])
    rows: list[Mapping[int, str]] = []
    for line in lines:
        cells = texts[line.number]
        if not line.is_row or first not in cells or not cells.keys() <= {first, *columns}:
            break
        if any(find_label(cells[at]) is not None for at in columns if at in cells):
            return None
        rows.append(cells)
    known = sum(is_known(row[first]) or is_of_framework(row[first]) for row in rows)
    names = [rows[0][at] for at in columns] if rows else []
    if len(rows) < _FEWEST_ROWS or 2 * known < len(rows) or len(set(names)) < len(names):
        return None
    header = {number: row[first] for number, row in enumerate(rows)}
    below = [{number: row[at] for number, row in enumerate(rows) if at in row} for at in columns]
    upright = read_levels_header([header, *below]) or read_summary_header([header, *below])
    return Turned(tuple(line.number for line in lines[: len(rows)]), upright) if upright is not None else None
