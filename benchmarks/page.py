"""The page of the results: `python -m benchmarks.page` writes docs/performance.md, in both languages.

Its figures are what is committed beside it, its words are in `page.md` and `page.zh-CN.md`; a line `{name}` in these
becomes the table of that name, and a plot of what was not measured is left out.
"""

import json
import re
from pathlib import Path

from benchmarks.report import Results, tables

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "docs" / "performance"
LANGUAGES = ("", ".zh-CN")
"""What ends the name of a page in each language."""


def read(folder: Path = COMMITTED) -> Results:
    """The results in a folder."""
    found: Results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return found


def page(results: Results, language: str = "") -> str:
    """The page of some results in a language."""
    found = tables(results)
    words = Path(__file__).with_name(f"page{language}.md").read_text(encoding="utf-8")
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
    for language in LANGUAGES:
        (ROOT / "docs" / f"performance{language}.md").write_text(page(read(), language), encoding="utf-8")
