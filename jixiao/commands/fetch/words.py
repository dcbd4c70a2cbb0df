"""The words by which pages are understood: seed ``fetch_words``."""

import csv
from functools import cache

from jixiao.project import ROOT


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind, in small letters."""
    with (ROOT / "seeds" / "fetch_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["kind"] == kind)
