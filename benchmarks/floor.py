"""How fast documents are read, against a floor: the least that any reader of them must do, with nothing kept.

The floor decodes the bytes, splits them into lines and cells, and splits the cells that hold indicators with one
regular expression. Both run on the same bytes in the same process; the best of several rounds counts.

    python -m benchmarks.floor [documents of each layout]
"""

import gc
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from tests.drawing.strategies import RENDERERS, drawn

ROUNDS = 3
DOCUMENTS = Path(__file__).resolve().parent.parent / "documents"

# 1、1-产出指标；11-数量指标；
_HEAD = re.compile(
    r"\d+\s*[、．.，,]\s*[1-9]\s*[-－—一]\s*[^；;：:，,]{2,12}[；;：:，,]\s*\d\d\s*[-－—一]\s*[^；;：:，,]{2,20}"
)


def floor(data: bytes) -> None:
    """The least that reading a text document takes."""
    for line in data.decode().split("\n"):
        for cell in line.split("\t"):
            if "指标" in cell:
                _HEAD.split(cell)


def ours(data: bytes) -> None:
    """Reading it."""
    try:
        read(data, "document.txt")
    except DocumentRejected as rejected:
        raise SystemExit(f"a document of the measurement is rejected: {rejected}") from rejected


def seconds(work: Callable[[bytes], None], documents: Sequence[bytes]) -> float:
    """Seconds of CPU that ``work`` takes on all documents, the best of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = process_time()
        for data in documents:
            work(data)
        rounds.append(process_time() - start)
    return min(rounds)


def measure(count: int) -> list[dict[str, Any]]:
    """Documents, bytes and seconds of CPU of floor and reading, for each layout and the published documents."""
    gc.disable()  # as in the forks that read
    sets = {layout: [drawn(seed, layout).data for seed in range(count)] for layout in (*RENDERERS, "lossy_flow")}
    sets["published"] = [path.read_bytes() for path in sorted(DOCUMENTS.glob("*.txt"))]
    measured = [
        {
            "layout": layout,
            "documents": len(documents),
            "bytes": sum(map(len, documents)),
            "floor": seconds(floor, documents),
            "reading": seconds(ours, documents),
        }
        for layout, documents in sets.items()
    ]
    gc.enable()
    return measured


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100), indent=1))
