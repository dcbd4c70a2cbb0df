"""`make mutants`: plant every defect of the lists in a copy of the checkout, build, and write what became of it.

Results are kept after each defect, each with the code it was tried with, and a run goes on where one before it ended.
A defect that earlier code refused is not tried again; one that was published, or had no effect, is.
"""

import argparse
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from ingest.version import parser_version
from jixiao.project import project_digest
from tests.mutants import collection, page
from tests.mutants.planted import Mutant, mutants
from tests.mutants.trial import Slot


def main() -> None:
    """Try what the arguments ask for, and write results and page."""
    arguments = _arguments()
    planted = mutants()
    for mutant in planted:
        mutant.changed(page.ROOT)
    results = _results(planted, anew=arguments.anew)
    wanted = [planted[number - 1] for number in arguments.only] or planted
    known = results["mutants"]
    due = [mutant for mutant in wanted if _is_due(known.get(mutant.digest), results["code"], arguments.tests)]
    due.sort(key=lambda mutant: mutant.digest)  # mixed, so that a run that is ended early is a sample
    print(f"{len(due)} of {len(planted)} defects to try", flush=True)
    with TemporaryDirectory(prefix="mutants-") as folder:
        _try_all(due, results, Path(folder), arguments)
    page.write()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--only", type=int, nargs="+", default=[], metavar="N", help="numbers of defects, from 1")
    parser.add_argument("--tests", action="store_true", help="run those published against the project's tests, too")
    parser.add_argument("--anew", action="store_true", help="forget the results of the same code")
    parser.add_argument("--workers", type=int, choices=(1, 2), default=2, help="how many are built at a time")
    return parser.parse_args()


def _results(planted: Sequence[Mutant], anew: bool) -> dict[str, Any]:
    """The results that are kept of the defects that are still in the lists, and the code that is tried now."""
    known = {} if anew else page.read().get("mutants", {})
    listed = {mutant.digest for mutant in planted}
    code = f"{parser_version()}-{project_digest()}"
    return {"code": code, "mutants": {digest: one for digest, one in known.items() if digest in listed}}


def _is_due(known: dict[str, Any] | None, code: str, tests: bool) -> bool:
    if known is None:
        return True
    if known["outcome"] == "refused":
        return False
    return known["code"] != code or (tests and known["outcome"] == "published" and "test" not in known)


def _try_all(due: Sequence[Mutant], results: dict[str, Any], folder: Path, arguments: argparse.Namespace) -> None:
    deliveries = collection.write(folder)
    free: SimpleQueue[Slot] = SimpleQueue()
    kept = Lock()
    numbers = {mutant.digest: number for number, mutant in enumerate(mutants(), start=1)}

    def prepare(number: int) -> None:
        free.put(Slot(page.ROOT, folder / f"slot-{number}", deliveries))

    def attempt(mutant: Mutant) -> None:
        slot = free.get()
        begun = time.perf_counter()
        try:
            known = results["mutants"].get(mutant.digest)
            found: dict[str, Any] = (
                known if known and known["code"] == results["code"] else _found(slot, mutant, results["code"])
            )
            if arguments.tests and found["outcome"] == "published":
                found["test"] = slot.tested(mutant)
        finally:
            free.put(slot)
        with kept:
            results["mutants"][mutant.digest] = found
            _keep(results, numbers)
            seconds = time.perf_counter() - begun
            print(f"{numbers[mutant.digest]:3} {found['outcome']:9} {seconds:4.0f} s  {mutant.what}", flush=True)

    with ThreadPoolExecutor(arguments.workers) as threads:
        list(threads.map(prepare, range(arguments.workers if due else 0)))
        list(threads.map(attempt, due))


def _found(slot: Slot, mutant: Mutant, code: str) -> dict[str, Any]:
    return {"what": mutant.what, "file": mutant.file, "code": code, **asdict(slot.tried(mutant))}


def _keep(results: dict[str, Any], numbers: dict[str, int]) -> None:
    """Write the results in the order of the lists."""
    ordered = dict(sorted(results["mutants"].items(), key=lambda item: numbers[item[0]]))
    page.RESULTS.parent.mkdir(exist_ok=True)
    text = json.dumps({**results, "mutants": ordered}, ensure_ascii=False, indent=1)
    page.RESULTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
