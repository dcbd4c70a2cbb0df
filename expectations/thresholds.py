"""The limits that expectations hold the warehouse to: seed ``expectation_thresholds``."""

import csv
from functools import cache
from pathlib import Path

_SEED = Path(__file__).resolve().parent.parent / "seeds" / "expectation_thresholds.csv"


@cache
def threshold(name: str) -> float:
    """The limit ``name``. Raises KeyError where the seed has none."""
    with _SEED.open(encoding="utf-8", newline="") as seed:
        return {row["name"]: float(row["value"]) for row in csv.DictReader(seed)}[name]
