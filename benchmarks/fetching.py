"""Fetching from a site on loopback, beside a loop of plain `httpx.get`, without pauses; and what a second run asks.

The loop gets the same addresses one after another and writes each answer into a file; it knows no page, no provenance
and no second run. The site is a process of its own. The best of several rounds counts.

    python -m benchmarks.fetching [files]
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from ipaddress import ip_network
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import httpx

from jixiao.commands.fetch.journal import open_journal
from jixiao.commands.fetch.run import fetch
from jixiao.commands.fetch.sources import Source
from jixiao.commands.fetch.task import Progress, Report, Settings
from jixiao.commands.fetch.web.client import Limits
from jixiao.commands.fetch.web.network import Door
from tests.fetching.server import serving

ROUNDS = 3
A_PAGE = 50
SIZE = 40_000
"""Bytes of a file: a PDF of some pages."""


def measure(count: int) -> dict[str, Any]:
    """Files a second of both ways, and requests and bytes of a first and of a second run without changes."""
    context = get_context("spawn")
    mine, theirs = context.Pipe()
    site = context.Process(target=_serve, args=(theirs, count), daemon=True)
    site.start()
    try:
        origin = mine.recv()
        return _measured(origin, count)
    finally:
        mine.send("end")
        site.join()


def _measured(origin: str, count: int) -> dict[str, Any]:
    files = [f"{origin}/{number}.pdf" for number in range(count)]
    sources = [Source(f"{origin}/t{page}.html") for page in range(-(-count // A_PAGE))]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rounds: dict[str, list[tuple[float, float]]] = {"fetch": [], "httpx.get": []}
        first = Report()
        for _ in range(ROUNDS):
            rounds["httpx.get"].append(_seconds(lambda: _loop(files, folder / "loop")))
            shutil.rmtree(folder / "fetched", ignore_errors=True)

            def run() -> None:
                nonlocal first
                first = _fetch(sources, folder / "fetched")

            rounds["fetch"].append(_seconds(run))
        start = perf_counter()
        second = _fetch(sources, folder / "fetched")
        wall = perf_counter() - start
    if (first.count("new"), second.count("unchanged")) != (count, count):
        raise SystemExit(f"not every file came: {first.told.keys()}, {second.told.keys()}")
    best = {way: min(seconds) for way, seconds in rounds.items()}
    return {
        "files": count,
        "file_bytes": SIZE,
        "pages": len(sources),
        "wall": {way: seconds for way, (seconds, _) in best.items()},
        "cpu": {way: min(cpu for _, cpu in seconds) for way, seconds in rounds.items()},
        "first": {"requests": first.requests, "bytes": first.received},
        "second": {"requests": second.requests, "bytes": second.received, "wall": wall},
    }


def _seconds(work: Callable[[], None]) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - cpu


def _loop(files: list[str], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for number, address in enumerate(files):
        (folder / f"{number}.pdf").write_bytes(httpx.get(address, trust_env=False).raise_for_status().content)


def _fetch(sources: list[Source], folder: Path) -> Report:
    door = Door([ip_network("127.0.0.1/32")])
    with open_journal(folder) as journal:
        return fetch(journal, sources, Settings(pause=0.0), Limits(), door, "jixiao/0 (benchmark)", Progress())


def _serve(pipe: Connection, count: int) -> None:
    """A site of so many files, each linked from one page, until the other side says that it is over."""
    with serving() as site:
        for number in range(count):
            site.file(f"/{number}.pdf", b"%PDF-1.4\n" + f"{number:09}\n".encode() * (SIZE // 10) + b"%%EOF\n")
        for page in range(-(-count // A_PAGE)):
            numbers = range(page * A_PAGE, min((page + 1) * A_PAGE, count))
            links = "".join(f'<p><a href="{number}.pdf">附件{number}</a></p>' for number in numbers)
            site.page(f"/t{page}.html", f"<html><h1>第{page}页</h1>{links}</html>")
        pipe.send(site.origin)
        pipe.recv()


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 500), indent=1))
