"""All comparisons in one command, on a seeded corpus, into a folder: results.json, results.md, plots.

    python -m benchmarks FOLDER [--size small|full] [comparison ...]

`small` takes about ten minutes of two cores, `full` hours and 50 GB of disk. Comparisons that are named are run alone,
and replace what the folder's results say of them. One that fails is named in the results, the others go on, and the
command ends with status 1.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import auditor_queries, cold, fetching, floor, growth, increment, landing, memory, page, script, workers
from benchmarks.machine import machine
from benchmarks.report import Results


def pdf(documents: int) -> Any:
    """Our reader of PDF beside pdfplumber, camelot and PyMuPDF."""
    from benchmarks import pdf_readers
    from benchmarks.embedded_font import register_font

    with tempfile.TemporaryDirectory() as folder:
        return pdf_readers.report(pdf_readers.measure(documents, 0, register_font(Path(folder))))


COMPARISONS: dict[str, Callable[[Any], Any]] = {
    "floor": floor.measure,
    "cold": cold.measure,
    "growth": growth.measure,
    "workers": workers.measure,
    "landing": landing.measure,
    "script": script.measure,
    "queries": auditor_queries.measure,
    "pdf": pdf,
    "memory": memory.measure,
    "increment": increment.run_all,
    "fetch": fetching.measure,
}
SIZES: dict[str, dict[str, Any]] = {
    "small": {
        "floor": 20, "cold": 20, "growth": 3, "workers": 500, "landing": (150, 600), "script": 40,
        "queries": (100_000, 1_000_000), "pdf": 2, "memory": 6_000, "increment": (1_000,),
        "fetch": 500,
    },
    "full": {
        "floor": 100, "cold": 100, "growth": 10, "workers": 4_000, "landing": (300, 1_200, 4_800), "script": 250,
        "queries": (100_000, 1_000_000, 10_000_000), "pdf": 20, "memory": 100_000,
        "increment": (1_000, 10_000, 100_000), "fetch": 5_000,
    },
}  # fmt: skip
"""How much work each comparison gets: documents (of each layout), numbers of documents or of indicators."""


def run(size: str, folder: Path, names: Collection[str]) -> Results:
    """Run comparisons by their names and write what is known after each; gives the results."""
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / "results.json"
    results: Results = {"sizes": {}, "seconds": {}, "failed": {}}
    if written.exists() and set(names) < set(COMPARISONS):
        results = json.loads(written.read_text(encoding="utf-8"))
    results["machine"] = machine()
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        start = perf_counter()
        results["failed"].pop(name, None)
        try:
            results[name] = COMPARISONS[name](SIZES[size][name])
        except (Exception, SystemExit) as error:
            results["failed"][name] = f"{type(error).__name__}: {error}"
            print(f"  {results['failed'][name]}", file=sys.stderr)
        results["sizes"][name] = size
        results["seconds"][name] = round(perf_counter() - start)
        written.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return results


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", choices=SIZES, default="small")
    # argparse holds no names at all, an empty list, against the choices too
    parser.add_argument("names", nargs="*", metavar="comparison", choices=[*COMPARISONS, []])
    arguments = parser.parse_intermixed_args()
    done = run(arguments.size, arguments.folder, arguments.names or list(COMPARISONS))
    page.write(arguments.folder)
    sys.exit(1 if done["failed"] else 0)
