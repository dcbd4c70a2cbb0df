"""How fast the dashboard opens and filters, in headless Chromium, from files.

Of each page: from its address to its first contents and to all it shows; of each filter: from its change to the next
frame with its result. Times are those of the page's own clock.

    python -m benchmarks.dashboard WAREHOUSE    (a published one, its dashboard beside it)
"""

import json
import os
import shutil
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.grown import grow
from jixiao.build import run

ROUNDS = 7
PATIENCE = 120_000

# Of an address: first contents, and the frame in which nothing is awaited any more.
OPENED = """
() => new Promise((resolve) => {
    const look = () => {
        const isThere = document.querySelector("main h1") && !document.querySelector("[aria-busy]");
        const [painted] = performance.getEntriesByName("first-contentful-paint");
        if (!isThere || !painted) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => resolve([painted.startTime, performance.now()])));
    };
    look();
})
"""

# From the change of a control to the frame after the next, which shows its result.
CHANGED = """
([selector, value, kind]) => new Promise((resolve) => {
    const control = document.querySelector(selector);
    const start = performance.now();
    control.value = value;
    control.dispatchEvent(new Event(kind, { bubbles: true }));
    const look = () =>
        document.querySelector("[aria-busy]")
            ? requestAnimationFrame(look)
            : setTimeout(() => resolve(performance.now() - start));
    requestAnimationFrame(look);
})
"""

PAGES = {
    "overview": "#/", "departments": "#/departments", "projects": "#/projects", "findings": "#/findings",
    "findings, matrix": "#/findings?view=matrix", "peers": "#/peers", "documents": "#/documents",
}  # fmt: skip

FILTERS = {
    "overview, a city": ("#/", "select[name=city]", "change"),
    "overview, a function": ("#/", "select[name=function]", "change"),
    "overview, a year": ("#/", "select[name=year]", "change"),
    "projects, a city": ("#/projects", "select[name=city]", "change"),
    "projects, words": ("#/projects", "input[name=q]", "input"),
    "findings, a rule": ("#/findings", "select[name=rule]", "change"),
    "findings, words": ("#/findings", "input[name=q]", "input"),
}


def opened(page: Page, address: str) -> list[float]:
    """Milliseconds to the first contents and to all contents of a page."""
    page.goto("about:blank")
    page.goto(address)
    found: list[float] = page.evaluate(OPENED)
    return found


def filtered(page: Page, address: str, selector: str, kind: str) -> list[float]:
    """Milliseconds from each of several changes of a filter to its result; the first one loads what it needs."""
    opened(page, address)
    options = page.locator(f"{selector} option").all()
    values = [option.get_attribute("value") for option in options[1:3]] if options else ["项目", "经费"]
    changes = [values[0], *(values[turn % len(values)] if turn % 3 else "" for turn in range(1, ROUNDS + 1))]
    return [page.evaluate(CHANGED, [selector, value, kind]) for value in changes][1:]


def measure_pages(base: str) -> dict[str, Any]:
    """Every page and every filter of the dashboard at ``base``: the least and the median of several rounds."""
    found: dict[str, Any] = {"pages": {}, "filters": {}}
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        for label, address in PAGES.items():
            first, whole = zip(*(opened(page, base + address) for _ in range(ROUNDS)), strict=True)
            found["pages"][label] = {
                "first": min(first), "first_median": median(first), "whole": min(whole), "whole_median": median(whole),
            }  # fmt: skip
        for label, (address, selector, kind) in FILTERS.items():
            times = filtered(page, base + address, selector, kind)
            found["filters"][label] = {"least": min(times), "median": median(times)}
        browser.close()
    return found


def measure(documents: int) -> dict[str, Any]:
    """The dashboard of ``documents`` drawn documents, 250 a city."""
    with TemporaryDirectory() as name:
        delivered, warehouse = Path(name) / "documents", Path(name) / "grown.duckdb"
        grow(delivered, warehouse, documents)
        run.build(delivered, warehouse, run.Progress(lambda _: None, lambda _: lambda _: None))
        base = warehouse.with_name("dashboard").joinpath("index.html")
        return {"documents": documents, **measure_pages(base.as_uri())}


if __name__ == "__main__":
    print(
        json.dumps(
            measure_pages(Path(sys.argv[1]).resolve().with_name("dashboard").joinpath("index.html").as_uri()), indent=1
        )
    )
