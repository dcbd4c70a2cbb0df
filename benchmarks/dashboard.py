"""How fast the dashboard opens and filters, in headless Chromium, from files.

First the page of a published warehouse: time to its first contents. Then the same warehouse, its documents copied until
facts and findings together are a million rows, each copy with projects of its own names: from the change of a filter
to the next frame with its result. The median of several changes counts; times are those of the page's own clock.

    python -m benchmarks.dashboard warehouse.duckdb [million rows]
"""

import shutil
import sys
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import duckdb
from playwright.sync_api import Page, sync_playwright

from jixiao.dashboard import tables
from jixiao.dashboard.scripts import data_script
from jixiao.dashboard.site import publish_site, write_site

ROUNDS = 7
KEYS = 10**6
"""More documents than a copy adds to their keys."""

FACTS = ("fct_funding", "fct_indicators", "fct_goals", "audit_findings")

# From the change of a control to the frame after the next, which shows its result.
CHANGE = """
([selector, value, kind]) => new Promise((resolve) => {
    const control = document.querySelector(selector);
    const start = performance.now();
    control.value = value;
    control.dispatchEvent(new Event(kind, { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
})
"""

FILTERS = (
    ("overview", "#/", "select[name=function]", "change"),
    ("projects, a city", "#/projects", "select[name=city]", "change"),
    ("projects, words", "#/projects", "input[name=q]", "input"),
    ("findings, a rule", "#/findings", "select[name=rule]", "change"),
    ("findings, words", "#/findings", "input[name=q]", "input"),
)


def copied(warehouse: Path, rows: int) -> int:
    """Copy the documents of ``warehouse`` until its facts are ``rows``; gives how many they then are."""
    with duckdb.connect(str(warehouse)) as connection:
        one = sum(count(connection, table) for table in FACTS)
        copies = -(-rows // one)
        shifted = f"document_key + n * {KEYS} as document_key"
        project = f"project_key + n * {KEYS} * 100000 as project_key"
        for table, replaced in {
            "landing.documents": f"document_id + n * {KEYS} as document_id",
            "marts.dim_document": shifted,
            "marts.dim_project": f"{project}, project_name || ' ' || n as project_name",
            **{f"marts.{table}": f"{shifted}, {project}" for table in FACTS},
        }.items():
            source = f"from (select * from {table}) cross join range(1, {copies}) as copy (n)"
            connection.execute(f"insert into {table} select * exclude (n) replace ({replaced}) {source}")
        return sum(count(connection, table) for table in FACTS)


def count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Rows of a mart."""
    ((found,),) = connection.execute(f"select count(*) from marts.{table}").fetchall()
    return int(found)


def write_lists(warehouse: Path, data: Path) -> None:
    """The scripts that pages of all documents load; those of single documents are left as they are."""
    with tables.open_for_queries(warehouse) as connection:
        tables.sum_documents(connection)
        (data / "core.js").write_text(data_script("core", tables.core(connection)), encoding="utf-8")
        for name, table in chain(
            tables.lists(connection), tables.of_cities(connection, tables.keys_of(connection, "city"))
        ):
            (data / f"{name}.js").write_text(data_script(name, table), encoding="utf-8")


def filtered(page: Page, base: str, address: str, selector: str, kind: str) -> float:
    """Milliseconds from the change of a filter to its result: the median."""
    page.goto("about:blank")
    page.goto(base + address)
    page.locator(selector).wait_for(timeout=120_000)
    page.locator(".tabulator-row, .chart canvas").first.wait_for(timeout=120_000)
    options = page.locator(f"{selector} option").all()
    values = [option.get_attribute("value") for option in options[1:3]] if options else ["项目", "经费"]
    changes = [values[turn % len(values)] if turn % 3 else "" for turn in range(1, ROUNDS + 1)]
    return median(page.evaluate(CHANGE, [selector, value, kind]) for value in changes)


def main() -> None:
    """Print both measurements."""
    warehouse, millions = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        copy = Path(shutil.copy(warehouse, folder / warehouse.name))
        write_site(copy, folder / "aside")
        base = publish_site(folder / "aside", folder / "dashboard").as_uri()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        paints = []
        for _ in range(ROUNDS):
            page.goto("about:blank")
            page.goto(base)
            page.locator("h1").wait_for()
            paints.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        print(f"first contents        {median(paints):8.0f} ms")
        (data,) = (folder / "dashboard" / "data").iterdir()
        rows = copied(copy, round(millions * 1e6))
        write_lists(copy, data)
        print(f"{rows:,} rows of facts and findings")
        for label, address, selector, kind in FILTERS:
            print(f"{label:<20}  {filtered(page, base, address, selector, kind):8.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
