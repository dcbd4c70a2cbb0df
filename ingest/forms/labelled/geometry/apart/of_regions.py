"""What a form gives to several regions in columns of their own: none of it is the form's, which is that of all of them.

The regions stand above the money (地区: 全省, 某市, 某州), or in the header of the indicators below it alone.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.grid.inferred.regions import is_of_all, region_said
from ingest.forms.labelled.labels import fold_label
from ingest.grammar.amounts import is_amount
from ingest.grammar.government_levels import level_named
from ingest.grammar.places import is_region
from ingest.source.printed import Printed

_FEWEST = 2
_LONGEST = 12


def part_regions(form: LabelledForm, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of all regions and of none; those of each region become attributes of ``form`` under its name."""
    regions = {**_below_labels(form, entries), **_below_headers(entries)}
    if not regions:
        return [*entries]
    left: list[Entry] = []
    for entry in entries:
        region = regions.get(id(entry))
        named = entry.label or entry.block
        if region is None or named is None:
            left.append(entry)
        elif is_of_all(region):
            entry.label, entry.header = named, None
            left.append(entry)
        else:
            form.attributes.append((Printed(f"{region} {named.label.text.strip()}", range(0)), [entry.value]))
            if is_amount(entry.value.text):
                form.of_regions.append(entry.value)
    return left


def _below_headers(entries: Sequence[Entry]) -> dict[int, str]:
    """The regions of entries, by identity, where two or more of the labels above a table are regions."""
    tables: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for entry in entries:
        if entry.header is not None and (entry.label or entry.block) is not None:
            tables[entry.table][id(entry)] = entry.header.label.text.strip()
    return {at: text for texts in tables.values() if _parts(texts.values()) for at, text in texts.items()}


def _below_labels(form: LabelledForm, entries: Sequence[Entry]) -> dict[int, str]:
    """The regions of amounts of one label, by identity, that stand above columns of the grid which name regions."""
    labels = form.grid.labels if form.grid is not None else {}
    said = {at: region for at, text in labels.items() if (region := _region_of(text))}
    rows: defaultdict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    for entry in entries if _parts(said.values()) else ():
        if entry.label is not None and entry.header is None and entry.column in said and is_amount(entry.value.text):
            rows[entry.row, id(entry.label)][id(entry)] = said[entry.column]
    return {at: text for texts in rows.values() if _parts(texts.values()) for at, text in texts.items()}


@lru_cache(maxsize=1024)
def _region_of(text: str) -> str:
    """The region that the label of a column says or is; empty for other labels."""
    return region_said(text) or (text if is_of_all(text) or _is_one(text) else "")


def _parts(texts: Collection[str]) -> bool:
    """True for regions, two or more, and nothing else than what is of all of them."""
    regions = {fold_label(text) for text in texts if _is_one(text)}
    return len(regions) >= _FEWEST and all(_is_one(text) or is_of_all(text) for text in texts)


@lru_cache(maxsize=4096)
def _is_one(text: str) -> bool:
    """True for a region; levels of government are none: 市县, 省级."""
    name = fold_label(text)
    is_level = level_named(name) is not None and not name.endswith("本级")
    return len(name) <= _LONGEST and is_region(name) and not is_level and not is_of_all(name)
