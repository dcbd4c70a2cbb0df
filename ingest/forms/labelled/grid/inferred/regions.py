"""Targets of regions in columns of their own (全省合计, 某市, 某县): that of all of them is the form's."""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.grid.columns import OTHER_TARGET
from ingest.forms.labelled.grid.several import VALUES
from ingest.grammar.places import find_place
from ingest.source.printed import fold
from ingest.vocabulary import words

_FEWEST = 2


def of_regions(columns: dict[int, str], open_: Sequence[int], texts: Mapping[int, str]) -> None:
    """Name the column of the sum beside two regions or more; where there is none nobody knows whose target counts."""
    if not set(VALUES).isdisjoint(columns.values()):
        return
    left = [at for at in open_ if at not in columns]
    places = [at for at in left if find_place(texts[at]) is not None]
    sums = [at for at in left if at not in places and fold(texts[at]).endswith(words("form_labels", "grand_total"))]
    if len(places) >= _FEWEST and len(sums) == 1:
        columns |= {sums[0]: "value"} | dict.fromkeys(places, OTHER_TARGET)


def open_regions(columns: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The columns of targets of regions, behind the name: 新罗区, 永定区; what they hold is of no single target."""
    name = next((index for index, role in columns.items() if role == "level3"), max(texts))
    named = {index for index, text in texts.items() if index > name and text.endswith(words("name_endings", "region"))}
    open_ = sorted(named - columns.keys())
    return dict.fromkeys(open_, OTHER_TARGET) if len(open_) >= _FEWEST else {}
