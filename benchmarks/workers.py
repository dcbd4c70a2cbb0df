"""Reading and landing many documents: two workers against one, and the memory of all processes together.

    python -m benchmarks.workers [documents]

Each run is a process of its own, which reads a folder of drawn documents and lands them in a new DuckDB file.
"""

import json
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from ingest import landing
from ingest.delivery import scan
from ingest.workers import read_all
from tests.drawing.strategies import RENDERERS, drawn

_SAMPLE = 0.2


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


@contextmanager
def peak(process: "subprocess.Popen[str]") -> Iterator[list[int]]:
    """The most memory (bytes, shared pages counted once) that a process and its descendants hold at a time."""
    peaks = [0]
    done = threading.Event()

    def sample() -> None:
        while not done.wait(_SAMPLE):
            peaks[0] = max(peaks[0], held(process.pid))

    thread = threading.Thread(target=sample)
    thread.start()
    yield peaks
    done.set()
    thread.join()


def held(pid: int) -> int:
    """The bytes that a process and its descendants hold now, shared pages counted once."""
    return sum(map(_proportional, family(pid)))


def family(pid: int) -> Iterator[int]:
    """A process and its descendants."""
    yield pid
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def measure(count: int) -> list[dict[str, float]]:
    """One worker and two, without landing and with it: documents a second, CPU and memory of each run."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        draw(folder, count)
        return [_measure(folder, workers, is_landed) for is_landed in (False, True) for workers in (1, 2)]


def _measure(folder: Path, workers: int, is_landed: bool) -> dict[str, float]:
    (folder / ".landed.duckdb").unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.workers", "run", str(folder), str(workers), str(int(is_landed))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, peak(process) as peaks:
        output, _ = process.communicate()
    seconds, own, workers_own, read, quarantined = (float(word) for word in output.split())
    return {
        "workers": workers,
        "is_landed": is_landed,
        "documents": read,
        "quarantined": quarantined,
        "wall": seconds,
        "cpu_in_workers": workers_own,
        "cpu_beside_them": own,
        "most_megabytes": peaks[0] / 1e6,
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["run"]:
        run(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "1")
    else:
        print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 4000), indent=1))
