"""The page of the results: `python -m benchmarks.page` writes docs/performance.md from what is committed beside it.

The words are in `page.md`; a line `{name}` in it becomes the table of that name, and a plot of what was not measured is
left out.
"""

import json
import re
from pathlib import Path

from benchmarks.report import Results, tables

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "docs" / "performance"
PAGE = ROOT / "docs" / "performance.md"


def read(folder: Path = COMMITTED) -> Results:
    """The results in a folder."""
    found: Results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return found


def page(results: Results) -> str:
    """The page of some results."""
    found = tables(results)
    words = Path(__file__).with_name("page.md").read_text(encoding="utf-8")
    words = re.sub(
        r"^!\[.*/(\w+)\.svg\)\n\n", lambda line: line[0] if line[1] in results else "", words, flags=re.MULTILINE
    )
    return re.sub(r"^\{(\w+)\}$", lambda line: found[line[1]], words, flags=re.MULTILINE)


def write(folder: Path) -> None:
    """Write results.md and the plots of the results in a folder."""
    from benchmarks import plots

    results = read(folder)
    written = "\n\n".join(f"## {name}\n\n{text}" for name, text in tables(results).items())
    (folder / "results.md").write_text(f"# Results\n\n{written}\n", encoding="utf-8")
    plots.draw(results, folder)


if __name__ == "__main__":
    write(COMMITTED)
    PAGE.write_text(page(read()), encoding="utf-8")
