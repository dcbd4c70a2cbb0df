"""Targets of regions in columns of their own (全省合计, 某市, 某县): that of all of them is the form's.

A label says its region in brackets, before its word or above it: 指标值（某县）, 某县指标值, 某县 above 目标值, 完成值.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.columns import ONCE, OTHER_TARGET, IndicatorGrid
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import fold_label, grid_column, names_target
from ingest.grammar.places import is_region
from ingest.grammar.targets import read_target
from ingest.source.printed import PrintedCells, fold
from ingest.vocabulary import words

_FEWEST = 2
_LONGEST_REGION = 12
_OF_REGIONS = frozenset((*VALUES, *ONCE))
_IN_BRACKETS = re.compile(r"[（(]([^（()）]{1,12})[)）]\s*$")


def of_regions(columns: dict[int, str], open_: Sequence[int], texts: Mapping[int, str]) -> None:
    """Name the column of the sum beside two regions or more; where there is none nobody knows whose target counts."""
    if not set(VALUES).isdisjoint(columns.values()):
        return
    left = [at for at in open_ if at not in columns]
    sums = [at for at in left if is_of_all(fold(texts[at]))]
    places = [at for at in left if at not in sums and is_region(texts[at])]
    if len(places) >= _FEWEST and len(sums) == 1:
        columns |= {sums[0]: "value"} | dict.fromkeys(places, OTHER_TARGET)


def open_regions(columns: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The columns of targets of regions or bodies, behind the name: 新罗区, 永定区; 市中医院, 市妇幼保健院.

    What they hold is of no single target, but that below 小计 or 合计 beside them is.
    """
    name = next((index for index, role in columns.items() if role == "level3"), max(texts))
    endings = (*words("name_endings", "region"), *words("name_endings", "unit"))
    left = {index: text for index, text in texts.items() if index > name and index not in columns}
    places = [index for index, text in left.items() if text.endswith(endings)]
    sums = [
        index for index, text in left.items() if is_of_all(fold(text)) or text in words("form_labels", "row_subtotal")
    ]
    if len(places) < _FEWEST:
        return {}
    is_open = len(sums) == 1 and set(VALUES).isdisjoint(columns.values())
    return dict.fromkeys(places, OTHER_TARGET) | ({sums[0]: "value"} if is_open else {})


def of_each_region(columns: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The columns of what several regions have each: none of it is the form's, which is that of all of them.

    Nor is what stands beside them under other words in brackets: 指标值（其他）.
    """
    known = {at: texts[at] for at, role in columns.items() if role in _OF_REGIONS and texts.get(at)}
    said = {at: region_said(text) for at, text in known.items()}
    own = [at for at, region in said.items() if region and not is_of_all(fold(region))]
    others = [at for at, text in known.items() if not said[at] and _IN_BRACKETS.search(text)]
    is_parted = len({fold(said[at]) for at in own}) >= _FEWEST
    return dict.fromkeys((*own, *others), OTHER_TARGET) if is_parted else {}


@lru_cache(maxsize=4096)
def region_said(text: str) -> str:
    """The region that the label of a column says with its word, or 合计; empty where it says none."""
    found = _IN_BRACKETS.search(text)
    if found is not None:
        return found[1] if _is_of_regions(found[1]) else ""
    ends = range(_FEWEST, min(len(text), _LONGEST_REGION))
    return next((text[:end] for end in ends if names_target(text[end:]) and _is_of_regions(text[:end])), "")


def label_of_note(text: str) -> str:
    """What a note calls a target that is not the form's: its region alone, else as its label does."""
    return (region_said(text) or text) if grid_column(text) in VALUES else text


def named_by_regions(first: Mapping[int, str], second: Mapping[int, str], parents: Mapping[int, int]) -> dict[int, str]:
    """The labels of a second row of a header below regions, or of regions below one label, with their regions."""
    above = {at for at in parents.values() if _is_of_regions(first[at]) and grid_column(first[at]) is None}
    if len({fold(first[at]) for at in above}) >= _FEWEST:
        return {at: f"{text}（{first[parents[at]]}）" for at, text in second.items() if parents[at] in above}
    below = [at for at, text in second.items() if grid_column(text) is None]
    places = [at for at in below if is_region(second[at])]
    several = [at for at in below if sum(parents[own] == parents[at] for own in places) >= _FEWEST]
    known = {at: grid_column(first[parents[at]]) in _OF_REGIONS for at in several}
    return {at: f"{first[parents[at]]}（{second[at]}）" if known[at] else second[at] for at in several}


def regions_in_rows(columns: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The column behind the names under a label of regions (地区): what it holds is a note of its row."""
    name = next((at for at, role in columns.items() if role == "level3"), max(texts))
    return {at: "note" for at, text in texts.items() if at > name and at not in columns and _names_regions(text)}


def add_indicator(form: LabelledForm, cells: PrintedCells, printed: PrintedIndicator) -> None:
    """Add the indicator of a row to its form; what several regions have of one, a row each, is its note.

    Its name stands in the first of these rows, or in all of them.
    """
    grid = form.grid
    assert grid is not None
    grid.has_numbers = grid.has_numbers or (printed.name is not None and printed.name.text.isdecimal())
    printed = _of_every_region(grid, cells, printed)
    column = next((at for at in grid.notes if _names_regions(grid.labels.get(at, ""))), None)
    region = cells[column + grid.shift].text if column is not None and column + grid.shift in cells else ""
    above, grid.region = grid.region, region
    before = form.indicators[-1] if form.indicators and above and region and fold(above) != fold(region) else None
    if before is None or not _is_named_as(printed, before):
        form.indicators.append(printed)
        return
    of_all = before if is_of_all(fold(above)) else printed if is_of_all(fold(region)) else None
    notes = [own for own in (before.note or "").split("；") if fold(own) != fold(above)]
    notes += [_note_of(above, before)] if of_all is not before and (before.annual or before.actual) else []
    notes += [_note_of(region, printed)] if of_all is not printed else []
    whole = replace(before.whole, at=range(before.whole.span.start, printed.whole.span.end))
    annual, cycle, actual = (of_all.annual, of_all.cycle, of_all.actual) if of_all is not None else (None,) * 3
    note = "；".join(filter(None, notes))
    form.indicators[-1] = replace(before, whole=whole, annual=annual, cycle=cycle, actual=actual, note=note)
    grid.region = above if of_all is before else region


def _of_every_region(grid: IndicatorGrid, cells: PrintedCells, printed: PrintedIndicator) -> PrintedIndicator:
    """The indicator with the target that each of its regions has alike: what is counted may be so of their sum."""
    if len(grid.others) < _FEWEST or printed.annual or printed.cycle or printed.actual or printed.name is None:
        return printed
    endings = (*words("name_endings", "region"), *words("name_endings", "unit"))
    own = [cells.get(at + grid.shift) for at in grid.others]
    texts = {fold(cell.text) for cell in own if cell is not None}
    if None in own or len(texts) != 1 or not all(label.endswith(endings) for label in grid.others.values()):
        return printed
    target = read_target(texts.pop())
    is_rate = "%" in (target.unit, fold(printed.name.text).strip("()")[-1:])
    return replace(printed, annual=own[0]) if is_rate or not target.is_quantitative else printed


def _is_named_as(printed: PrintedIndicator, before: PrintedIndicator) -> bool:
    return printed.name is None or (before.name is not None and fold(printed.name.text) == fold(before.name.text))


def _note_of(region: str, printed: PrintedIndicator) -> str:
    values = [own.text for own in (printed.annual, printed.actual) if own is not None]
    return f"{region}：{'/'.join(values)}" if values else ""


@lru_cache(maxsize=4096)
def _names_regions(text: str) -> bool:
    return fold_label(text) in {fold_label(word) for word in words("form_labels", "row_region")}


def _is_of_regions(text: str) -> bool:
    return is_region(text) or is_of_all(fold(text))


def under_regions(
    texts: Mapping[int, str], above: Sequence[Mapping[int, str]], below: Mapping[int, str]
) -> Mapping[int, str]:
    """A header whose last label spans columns that a row above calls by regions, with these as their labels."""
    last = max(texts)
    beyond = [at for at in below if at > last]
    columns = {last, *beyond}
    for row in reversed(above) if len(columns) > _FEWEST else ():
        if row.keys() >= columns and sum(map(is_region, (row[at] for at in columns))) >= _FEWEST:
            return {**texts, **{at: row[at] for at in sorted(columns)}}
    return texts


def is_of_all(text: str) -> bool:
    """True for what heads the targets of all regions: 合计, 全省合计, 全省."""
    return text.endswith(words("form_labels", "grand_total")) or text in words("form_labels", "whole_region")
