"""``python -m tests.judgements``: measure the rules anew and write `docs/judgements.csv`; `make pages` prints it."""

import csv
import tempfile
from pathlib import Path

from jixiao.docs.rules import MEASURED
from tests.judgements.measure import measure, rows

with tempfile.TemporaryDirectory() as folder:
    measured = rows(measure(Path(folder)))
with MEASURED.open("w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, list(measured[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(measured)
