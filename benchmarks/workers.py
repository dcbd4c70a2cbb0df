"""Reading and landing many documents: two workers against one.

    python -m benchmarks.workers [documents]

Each run is a process of its own, which reads a folder of drawn documents and lands them in a new DuckDB file.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from ingest.delivery.folder import scan
from ingest.landing import tables as landing
from ingest.sandbox.workers import read_all
from tests.drawing.strategies import RENDERERS, drawn


def draw(folder: Path, count: int) -> int:
    """Print ``count`` documents of all layouts into ``folder``; gives their bytes."""
    layouts = tuple(RENDERERS)
    size = 0
    for number in range(count):
        data = drawn(number, layouts[number % len(layouts)]).data
        (folder / f"{number:07}.txt").write_bytes(data)
        size += len(data)
    return size


def run(folder: Path, workers: int, is_landed: bool) -> None:
    """Read the documents of ``folder``; prints seconds, seconds of CPU here and in workers, read and quarantined."""
    delivered = scan(folder)
    connection = landing.open_landing(folder / ".landed.duckdb")
    start, begun = perf_counter(), process_time()
    batches = read_all(delivered, workers=workers)
    if is_landed:
        read, rejected = landing.land_all(connection, 1, 1, batches)
        quarantined = len(rejected)
    else:
        counts = [(batch.read, len(batch.quarantined)) for batch in batches]
        read, quarantined = (sum(column) for column in zip(*counts, strict=True))
    connection.close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(perf_counter() - start, process_time() - begun, children.ru_utime + children.ru_stime, read, quarantined)


def measure(count: int) -> list[dict[str, float]]:
    """One worker and two, without landing and with it: documents a second and CPU of each run."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        draw(folder, count)
        return [_measure(folder, workers, is_landed) for is_landed in (False, True) for workers in (1, 2)]


def _measure(folder: Path, workers: int, is_landed: bool) -> dict[str, float]:
    (folder / ".landed.duckdb").unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.workers", "run", str(folder), str(workers), str(int(is_landed))]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    seconds, own, workers_own, read, quarantined = (float(word) for word in done.stdout.split())
    return {
        "workers": workers,
        "is_landed": is_landed,
        "documents": read,
        "quarantined": quarantined,
        "wall": seconds,
        "cpu_in_workers": workers_own,
        "cpu_beside_them": own,
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["run"]:
        run(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "1")
    else:
        print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 4000), indent=1))
