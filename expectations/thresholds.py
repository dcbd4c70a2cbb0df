"""The seeds that expectations read: the limits to which they hold the warehouse, and lists of patterns."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_CODE = Path(__file__).resolve().parent.parent
_SEEDS = next(path for path in (_CODE / "jixiao_project" / "seeds", _CODE / "seeds") if path.is_dir())


@cache
def seed(name: str) -> Sequence[dict[str, str]]:
    """The rows of the seed ``name``. Raises FileNotFoundError."""
    with (_SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@cache
def threshold(name: str) -> float:
    """The limit ``name``. Raises KeyError where the seed has none."""
    return {row["name"]: float(row["value"]) for row in seed("expectation_thresholds")}[name]
