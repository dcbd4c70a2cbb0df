"""Coverage-guided fuzzing with atheris, formats in turn; every distinct failure is shown with an input that shows it."""

import signal
import sys
import time
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import atheris

with atheris.instrument_imports(include=["ingest"]):
    from ingest.readers.sniff import sniff
    from tests.fuzz.turns import Told, stop, turn

from ingest.readers import choice  # noqa: F401  all readers are imported before the forks
from ingest.readers.office import libreoffice
from ingest.readers.scan import reader as scan
from tests.drawing.draw import Limits
from tests.drawing.strategies import MEDIA, RENDERERS, drawn, drawn_file
from tests.fuzz.changes import DOCUMENT, FILE, FORMAT, TEXT
from tests.fuzz.small import FILES as SMALL
from tests.fuzz.small import FORMATS
from tests.properties.test_wrecked_files import FILES

TURN = 10.0
"""CPU seconds of a format before the next one has its turn."""


def main(seconds: int, is_small: bool = False) -> None:
    """Fuzz for so many seconds, starting from drawn documents and small files, or from these alone.

    The exit status is 1 where something was found.
    """
    deadline = time.perf_counter() + seconds
    # Programs of others: an input takes them seconds, and they are tried elsewhere.
    scan.is_installed = lambda: False
    libreoffice.is_installed = lambda _kind: False
    home = Path(mkdtemp(prefix="fuzz-"))
    sorts = {name: sort for sort, name, data in _inputs(is_small) if _kept(home, name, sort + data)}
    told = Told()
    signal.signal(signal.SIGTERM, stop)
    try:
        for number in count():
            name = list(sorts)[number % len(sorts)]
            left = deadline - time.perf_counter()
            if left <= 0:
                break
            folder = home / "found" / name
            folder.mkdir(parents=True, exist_ok=True)
            turn(sorts[name], home / name, folder, min(TURN, left))
            told.add(folder)
            print(f"{sum(told.tried.values())} inputs after a turn of {name}", flush=True)
    except KeyboardInterrupt:
        pass
    read = {kind: f"{tried}, {told.read[kind]} read" for kind, tried in told.tried.most_common()}
    print(f"{sum(told.tried.values())} inputs, {len(told.found)} findings; by kind: {read}")
    for words, path in told.found.items():
        print(f"  {path}: {words}")
    sys.exit(1 if told.found else 0)


def _kept(home: Path, name: str, data: bytes) -> bool:
    """Put an input to the others of its format."""
    folder = home / name
    folder.mkdir(exist_ok=True)
    (folder / f"seed{len(list(folder.iterdir()))}").write_bytes(data)
    return True


def _inputs(is_small: bool) -> list[tuple[bytes, str, bytes]]:
    """The first inputs: of which sort each is, the name of its format, its bytes."""
    inputs = [(FORMAT, "number format", text.encode()) for text in FORMATS]
    inputs += [(FILE, sniff(data), data) for data in SMALL.values()]
    if is_small:
        return inputs
    for layout in RENDERERS:
        for seed in range(4):
            data = drawn(seed, layout, Limits(2, 2, 3)).data
            inputs += [(DOCUMENT, f"{layout}, whole", data), (TEXT, "text of the grammar", data[-400:])]
    inputs += [(DOCUMENT, f"{medium}, whole", make(seed)) for medium, make in FILES.items() for seed in range(4)]
    for medium in MEDIA:
        made = [drawn_file(seed, "table", medium, Limits(1, 2, 2)).data for seed in range(3)]
        inputs += [(DOCUMENT, f"{medium}, whole", data) for data in made]
    return inputs


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300, is_small="small" in sys.argv[2:])
