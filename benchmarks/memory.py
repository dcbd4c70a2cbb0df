"""Memory while a large delivery is read and landed: of all processes together, as documents go by.

    python -m benchmarks.memory [documents]

One build's reading in a process of its own, with its workers and forks; shared pages count once. The documents are
drawn ones, copied and told apart by a page number.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import Any

from benchmarks.corpus import write
from benchmarks.processes import held
from ingest.delivery.folder import scan
from ingest.landing import tables as landing
from ingest.landing.batch import Batch
from ingest.sandbox.workers import read_all

DIFFERENT = 1200
POINTS = 50
_SAMPLE = 0.25


def land(folder: Path, database: Path) -> None:
    """Read and land; prints the number of documents read after every batch."""
    connection = landing.open_landing(database)
    landing.land_all(connection, 1, 1, _told(read_all(scan(folder))))
    connection.close()


def _told(batches: Iterator[Batch]) -> Iterator[Batch]:
    read = 0
    for batch in batches:
        yield batch
        read += batch.read
        print(read, flush=True)


def measure(count: int) -> dict[str, Any]:
    """The most memory (MB) held up to each of some numbers of documents landed, and the whole."""
    with TemporaryDirectory() as name:
        place = Path(name)
        folder = place / "documents"
        folder.mkdir()
        size = write(folder, count, DIFFERENT)
        command = [sys.executable, "-m", "benchmarks.memory", "land", str(folder), str(place / "landed.duckdb")]
        samples: list[tuple[int, float]] = []
        landed, done, start = [0], Event(), perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:

            def sample() -> None:
                while not done.wait(_SAMPLE):
                    samples.append((landed[0], held(process.pid) / 1e6))

            sampling = Thread(target=sample)
            sampling.start()
            assert process.stdout is not None
            for line in process.stdout:
                landed[0] = int(line)
            done.set()
            sampling.join()
        samples += [(landed[0], held_last) for _, held_last in samples[-1:]]  # the process may end before it is asked
        if process.returncode or landed[0] != count:
            raise SystemExit(f"{landed[0]} of {count} documents were landed")
        return {
            "documents": count,
            "bytes": size,
            "wall": perf_counter() - start,
            "landed_megabytes": (place / "landed.duckdb").stat().st_size / 1e6,
            "most_megabytes": max(held_then for _, held_then in samples),
            "curve": _thinned(samples, count),
        }


def _thinned(samples: list[tuple[int, float]], count: int) -> list[dict[str, float]]:
    """The most memory within each of `POINTS` equal stretches of the delivery."""
    most: dict[int, float] = {}
    for documents, megabytes in samples:
        stretch = min(documents * POINTS // count, POINTS - 1)
        most[stretch] = max(most.get(stretch, 0.0), megabytes)
    return [{"documents": (stretch + 1) * count // POINTS, "megabytes": most[stretch]} for stretch in sorted(most)]


if __name__ == "__main__":
    if sys.argv[1:2] == ["land"]:
        land(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2000), indent=1))
