"""Targets of regions in columns of their own (全省合计, 某市, 某县): that of all of them is the form's."""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.grid.columns import OTHER_TARGET
from ingest.forms.labelled.grid.several import VALUES
from ingest.grammar.places import is_region
from ingest.source.printed import fold
from ingest.vocabulary import words

_FEWEST = 2


def of_regions(columns: dict[int, str], open_: Sequence[int], texts: Mapping[int, str]) -> None:
    """Name the column of the sum beside two regions or more; where there is none nobody knows whose target counts."""
    if not set(VALUES).isdisjoint(columns.values()):
        return
    left = [at for at in open_ if at not in columns]
    sums = [at for at in left if _is_sum(fold(texts[at]))]
    places = [at for at in left if at not in sums and is_region(texts[at])]
    if len(places) >= _FEWEST and len(sums) == 1:
        columns |= {sums[0]: "value"} | dict.fromkeys(places, OTHER_TARGET)


def open_regions(columns: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The columns of targets of regions, behind the name: 新罗区, 永定区; what they hold is of no single target."""
    name = next((index for index, role in columns.items() if role == "level3"), max(texts))
    endings = words("name_endings", "region")
    named = {index for index, text in texts.items() if index > name and text.endswith(endings)}
    open_ = sorted(named - columns.keys())
    return dict.fromkeys(open_, OTHER_TARGET) if len(open_) >= _FEWEST else {}


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


def _is_sum(text: str) -> bool:
    """True for what heads the targets of all regions: 合计, 全省合计, 全省."""
    return text.endswith(words("form_labels", "grand_total")) or text in words("form_labels", "whole_region")
