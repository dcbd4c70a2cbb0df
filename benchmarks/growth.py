"""Reading documents of growing length: seconds of CPU by bytes, which show whether the cost of a byte stays the same.

python -m benchmarks.growth [documents of each length]
"""

import gc
import json
import sys
from time import process_time
from typing import Any

from ingest.pipeline import read
from tests.drawing.draw import Limits
from tests.drawing.strategies import drawn

UNITS = (1, 4, 16, 64)
LAYOUTS = ("table", "flow", "approval")


def measure(count: int) -> list[dict[str, Any]]:
    """For each layout and length ``count`` documents: mean bytes and mean seconds of CPU of a document."""
    gc.disable()  # as in the forks that read
    measured = [_measure(layout, units, count) for layout in LAYOUTS for units in UNITS]
    gc.enable()
    return measured


def _measure(layout: str, units: int, count: int) -> dict[str, Any]:
    """An approval form has one unit: its projects grow instead."""
    limits = (
        Limits(units=1, projects=8 * units)
        if layout == "approval"
        else Limits(units=min(units, 12), projects=8 * units)
    )
    data = [drawn(number, layout, limits).data for number in range(count)]
    start = process_time()
    for number, document in enumerate(data):
        read(document, f"{number}.txt")
    spent = process_time() - start
    return {"layout": layout, "units": units, "bytes": sum(map(len, data)) / count, "seconds": spent / count}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5), indent=1))
