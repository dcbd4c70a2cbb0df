"""The section on mutants of docs/reliability.md, written from the committed results."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.mutants.planted import mutants

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "docs" / "reliability" / "mutants.json"
PAGE = ROOT / "docs" / "reliability.md"

_SECTION = re.compile(r"(?<=<!-- mutants -->\n).*?(?=<!-- end of mutants -->)", re.DOTALL)
_WORDS = {"refused": "refused", "published": "published", "same": "no effect"}


def read() -> dict[str, Any]:
    """The committed results; nothing where there are none."""
    found: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    return found


def page(text: str, results: dict[str, Any]) -> str:
    """The page with the section of these results."""
    return _SECTION.sub(lambda _: "\n".join(_section(results)) + "\n", text)


def _section(results: dict[str, Any]) -> Iterator[str]:
    tried = list(results.get("mutants", {}).values())
    counts = {outcome: sum(one["outcome"] == outcome for one in tried) for outcome in _WORDS}
    effective = counts["refused"] + counts["published"]
    share = f"{counts['refused'] / effective:.0%}" if effective else "none"
    yield ""
    earlier = sum(one["code"] != results["code"] for one in tried)
    yield f"{len(tried)} of the {len(mutants())} defects in the lists were tried, {earlier} of them with earlier code."
    yield f"{effective} changed what a build does; the build refused {counts['refused']} of these"
    yield f"({share}) and published {counts['published']} with other marts. {counts['same']} had no effect on the collection."
    tested = [one for one in tried if "test" in one]
    if tested:
        found = sum(bool(one["test"]) for one in tested)
        yield f"Of {len(tested)} published ones that were run against the tests of the project, tests found {found}."
    yield ""
    yield "| defect | file | build | how it shows |"
    yield "| --- | --- | --- | --- |"
    for one in tried:
        detail = one["detail"].replace("|", "\\|").replace("*", "\\*")
        test = f"; test `{one['test']}`" if one.get("test") else ""
        yield f"| {one['what']} | `{one['file']}` | {_WORDS[one['outcome']]} | {detail}{test} |"
    yield ""


def write() -> None:
    """Write the section into the page."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), read()), encoding="utf-8")


if __name__ == "__main__":
    write()
