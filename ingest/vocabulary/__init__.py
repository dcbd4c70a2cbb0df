"""The vocabularies of ``seeds/``: the words of forms, places and categories, as data."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_CODE = Path(__file__).resolve().parents[2]

SEEDS = next(path for path in (_CODE / "jixiao_project" / "seeds", _CODE / "seeds") if path.is_dir())
"""In one folder of an installation, beside the packages in a checkout."""

VOCABULARIES = (
    "central_bodies",
    "expectation_thresholds",
    "form_labels",
    "funding_sources",
    "government_levels",
    "indicator_categories",
    "indicator_labels",
    "messages",
    "name_endings",
    "places",
    "quantity_words",
    "score_grades",
)
"""The seeds that reading depends on; a change of one is a change of the parser."""


@cache
def vocabulary(name: str) -> tuple[dict[str, str], ...]:
    """The rows of seed ``name`` in file order, a dict by column each.

    Raises KeyError for a seed that is not listed in `VOCABULARIES`, so that none is read unnoticed by the
    parser's version.
    """
    if name not in VOCABULARIES:
        raise KeyError(f"{name} is not a listed vocabulary")
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def words(name: str, kind: str) -> tuple[str, ...]:
    """The words of one kind in a seed with the columns ``kind`` and ``word``, longest first."""
    return tuple(sorted(_by_kind(name).get(kind, ()), key=lambda word: (-len(word), word)))


@cache
def _by_kind(name: str) -> Mapping[str, Sequence[str]]:
    """The words of every kind, as the seed has them."""
    found: dict[str, list[str]] = {}
    for row in vocabulary(name):
        found.setdefault(row["kind"], []).append(row["word"])
    return found
