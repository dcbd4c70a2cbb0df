"""What a document costs in a process that has read none like it, as a fork does, beside another checkout.

The environment variable JIXIAO_BESIDE names that checkout, which has its own environment in ``.venv``. Both read the
same bytes in turn, each layout in a fork of its own, and only documents that both read count.

    JIXIAO_BESIDE=PATH python -m benchmarks.cold [documents of each layout]
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.markdown import number, table
from ingest.pipeline import ANY_FORM
from tests.drawing.forms.draw import draw_forms
from tests.drawing.forms.media import printed
from tests.drawing.render_pdf import render_pdf
from tests.drawing.strategies import RENDERERS, drawn, drawn_file

ROUNDS = 3
ROOT = Path(__file__).resolve().parent.parent
_TABLES = ("html", "docx", "xlsx")
_FORMS = ("html", "docx", "pdf")
_READ = """
import gc, json, os, sys, time
from pathlib import Path
from ingest.errors import DocumentRejected
from ingest.pipeline import read

def spent(data, name):
    begun = time.process_time()
    try:
        read(data, name)
    except DocumentRejected:
        return None
    return time.process_time() - begun

spent(sys.argv[2].encode(), "form")
for folder in sorted(Path(sys.argv[1]).iterdir()):
    sys.stdout.flush()
    if not (fork := os.fork()):
        gc.disable()
        files = [(path.read_bytes(), path.name) for path in sorted(folder.iterdir())]
        print(json.dumps([folder.name, [spent(*file) for file in files]]), flush=True)
        os._exit(0)
    os.waitpid(fork, 0)
"""
"""Run in either checkout: seconds of CPU of every document of every folder, null for one that is rejected."""

_Seconds = Mapping[str, Sequence[float | None]]


def measure(count: int) -> list[dict[str, Any]]:
    """For each layout the documents that all checkouts read, and seconds of CPU of each checkout."""
    beside = os.environ.get("JIXIAO_BESIDE")
    sides = {"now": (ROOT, Path(sys.executable))}
    if beside:
        sides["before"] = (Path(beside), Path(beside, ".venv", "bin", "python"))
    with TemporaryDirectory() as folder:
        _draw(Path(folder), count)
        rounds = [{side: _run(*own, Path(folder)) for side, own in sides.items()} for _ in range(ROUNDS)]
    return [_row(layout, rounds) for layout in rounds[0]["now"]]


def _draw(folder: Path, count: int) -> None:
    for seed in range(count):
        texts = {layout: drawn(seed, layout).data for layout in RENDERERS}
        files = {f"text, {layout}": data for layout, data in texts.items()}
        files |= {f"{medium}, table": drawn_file(seed, "table", medium).data for medium in _TABLES}
        files["pdf, table"] = render_pdf(texts["table"].decode(), Random(seed))
        files |= {f"{medium}, any form": printed(draw_forms(seed), medium, Random(seed)) for medium in _FORMS}
        for layout, data in files.items():
            path = folder / layout / f"{seed:05}.{layout.partition(',')[0]}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)


def _run(checkout: Path, python: Path, folder: Path) -> _Seconds:
    command = [str(python), "-c", _READ, str(folder), ANY_FORM]
    done = subprocess.run(command, cwd=checkout, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(line) for line in done.stdout.splitlines())


def _row(layout: str, rounds: Sequence[Mapping[str, _Seconds]]) -> dict[str, Any]:
    first = [seconds[layout] for seconds in rounds[0].values()]
    read = [at for at, found in enumerate(zip(*first, strict=True)) if None not in found]
    spent = {side: min(sum(seconds[side][layout][at] or 0 for at in read) for seconds in rounds) for side in rounds[0]}
    return {"layout": layout, "documents": len(read), **spent}


def table_of(results: Mapping[str, Any]) -> str:
    """Milliseconds of CPU a document, before and now."""
    rows = [
        (
            row["layout"], row["documents"],
            *(number(1000 * row[side] / row["documents"]) if side in row else "" for side in ("before", "now")),
            number(row["now"] / row["before"]) if "before" in row else "",
        )
        for row in results["cold"]
        if row["documents"]
    ]  # fmt: skip
    return table(("layout", "documents both read", "1494a59, CPU ms each", "now", "now / 1494a59"), rows)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20), indent=1))
