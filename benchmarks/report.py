"""The results as Markdown tables: everything here follows from `results.json`."""

from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks import cold, national
from benchmarks.bars import bars
from benchmarks.markdown import number, share, table

Results = dict[str, Any]

ENGINES = ("duckdb", "sqlite", "postgresql")


def machine(results: Results) -> str:
    """Where and when."""
    own = results["machine"]
    rows = [(name, own[name]) for name in ("date", "cpu", "cores", "memory_gb", "load_when_begun", "parser")]
    rows += [(name, version) for name, version in own["versions"].items()]
    if "queries" in results:
        rows += [("postgresql", results["queries"][-1]["postgresql"])]
    return table(("", ""), rows)


def durations(results: Results) -> str:
    """How long each comparison took."""
    rows = [(name, results["sizes"][name], seconds) for name, seconds in results["seconds"].items()]
    return table(("comparison", "size", "s"), rows)


def floor(results: Results) -> str:
    """Reading beside the floor."""
    rows = [
        (
            row["layout"], row["documents"], number(row["bytes"] / 1e6),
            number(1000 * row["reading"] / row["documents"]), number(row["bytes"] / row["reading"] / 1e6),
            number(row["bytes"] / row["floor"] / 1e6),
            f"1 / {row['reading'] / row['floor']:.0f}",
        )
        for row in results["floor"]
    ]  # fmt: skip
    return table(("layout", "documents", "MB", "CPU ms each", "MB/s", "floor MB/s", "of the floor"), rows)


def growth(results: Results) -> str:
    """CPU by length of the document."""
    rows = [
        (row["layout"], number(row["bytes"] / 1e3), number(1e3 * row["seconds"]),
         number(1e9 * row["seconds"] / row["bytes"]))
        for row in results["growth"]
    ]  # fmt: skip
    return table(("layout", "KB each", "CPU ms each", "CPU ms a MB"), rows)


def workers(results: Results) -> str:
    """One worker and two."""
    rows = [
        (
            f"{row['workers']:.0f}, {'read and landed' if row['is_landed'] else 'read'}", number(row["documents"]),
            number(row["wall"]), number(row["documents"] / row["wall"]), number(row["cpu_in_workers"]),
            number(row["cpu_beside_them"]),
        )
        for row in results["workers"]
    ]  # fmt: skip
    header = ("workers", "documents", "s", "documents/s", "CPU s in workers", "CPU s beside them")
    return table(header, rows)


def landing(results: Results) -> str:
    """Landing beside dlt."""
    rows = []
    for row in results["landing"]:
        for way, cost in row["cost"].items():
            base = row["cost"]["jixiao, " + way.split(", ")[1]]
            ratio = "" if way.startswith("jixiao") else number(cost["cpu"] / base["cpu"])
            rows.append(
                (way, number(row["documents"]), number(row["rows"]), number(cost["cpu"]), number(cost["wall"]),
                 number(row["megabytes"][way]), ratio)
            )  # fmt: skip
    return table(("way", "documents", "rows", "CPU s", "s", "MB", "× jixiao (CPU)"), rows)


def script(results: Results) -> str:
    """The whole beside the script."""
    rows = []
    for row in results["script"]:
        cost = row["cost"]
        rows.append(
            (row["layout"], number(row["documents"]),
             *(number(cost[way]["cpu"]) for way in ("jixiao, one core", "script")),
             number(cost["script"]["cpu"] / cost["jixiao, one core"]["cpu"]),
             *(number(cost[way]["wall"]) for way in ("jixiao", "script")),
             number(cost["script"]["wall"] / cost["jixiao"]["wall"]))
        )  # fmt: skip
    header = (
        "layout",
        "documents",
        "CPU s, one core",
        "script",
        "times as fast",
        "s, all cores",
        "script",
        "times as fast",
    )
    return table(header, rows)


def right(results: Results) -> str:
    """What both got right."""
    rows = [
        (f"{row['layout']}, {kind}", number(own[kind]["drawn"]), share(own[kind]["right"], own[kind]["drawn"]),
         number(own[kind]["wrong"]), share(other[kind]["right"], other[kind]["drawn"]), number(other[kind]["wrong"]))
        for row in results["script"]
        for own, other in ((row["right"]["jixiao"], row["right"]["script"]),)
        for kind in own
    ]  # fmt: skip
    return table(("facts", "drawn", "jixiao right", "wrong rows", "script right", "wrong rows"), rows)


def queries(results: Results) -> str:
    """The six questions at the greatest size."""
    last = results["queries"][-1]
    rows = [
        (row["name"][2:].replace("_", " "), number(row["rows"]),
         *(number(1000 * row["cost"][name][kind]) for kind in ("wall", "cpu") for name in ENGINES),
         number(row["ratio"]), number(row["cpu_ratio"]))
        for row in last["questions"]
    ]  # fmt: skip
    clocks = ("ms: DuckDB", "SQLite", "PostgreSQL", "CPU ms: DuckDB", "SQLite", "PostgreSQL")
    return table(("question", "rows", *clocks, "times the faster", "in CPU"), rows)


def stars(results: Results) -> str:
    """The star by size."""
    rows = [
        (number(row["indicators"]), *(number(row["megabytes"][name]) for name in ENGINES),
         number(row["median_ratio"]), number(row["median_cpu_ratio"]))
        for row in results["queries"]
    ]  # fmt: skip
    return table(("indicators", "DuckDB MB", "SQLite MB", "PostgreSQL MB", "median ratio", "in CPU"), rows)


def increment(results: Results) -> str:
    """A whole build and a build of one new document, in warehouses of growing size."""
    rows = [
        (number(row["documents"]), number(row["indicators"]), number(row["megabytes"]),
         number(row["whole build"]["whole"]), number(row["whole build"]["models alone"]),
         number(row["whole build"]["straight"]), number(row["whole build"]["memory"]),
         number(row["increment"]["whole"]), number(row["increment"]["memory"]))
        for row in results["increment"]
    ]  # fmt: skip
    header = (
        "documents",
        "indicators",
        "MB",
        "whole build, s",
        "its models",
        "the same SQL in DuckDB",
        "MB held",
        "one new document, s",
        "MB held",
    )
    return table(header, rows)


def stages(results: Results, build: str = "increment") -> str:
    """Where the seconds of a build of one new document go, or those of the ``whole build``."""
    names = ("scan", "read and land", "models alone", "tests alone", "validation", "dashboard", "prepare", "publish")
    rows = [
        (number(row["documents"]), *(number(row[build].get(name, 0)) for name in names)) for row in results["increment"]
    ]
    return table(("documents", *names), rows)


def memory(results: Results) -> str:
    """Memory as documents go by: five points of the curve."""
    own = results["memory"]
    points = own["curve"][:: max(1, len(own["curve"]) // 8)] + own["curve"][-1:]
    return table(
        ("documents landed", "MB held in all"), [(number(p["documents"]), number(p["megabytes"])) for p in points]
    )


def pdf(results: Results) -> str:
    """Readers of PDF."""
    rows = [
        (
            "ruled" if group == "all" else group,
            name,
            row["pages"],
            f"{row['cells_right_share']:.2%}",
            f"{row['tables_whole_share']:.2%}",
            row["pages_a_second"],
            row["times_pdfplumber"],
            row["failed"],
        )
        for group, by_reader in results["pdf"].items()
        if group == "all" or "rules" in group or group in ("shading", "wide bars")
        for name, row in by_reader.items()
    ]
    heads = ("class", "reader", "pages", "cells right", "tables whole", "pages a CPU s", "× pdfplumber", "failed")
    return table(heads, rows)


def fetch(results: Results) -> str:
    """Fetching beside a loop, and what a second run asks."""
    own = results["fetch"]
    rows = [
        ("a loop of httpx.get", number(own["files"] / own["wall"]["httpx.get"]), number(own["cpu"]["httpx.get"]),
         number(own["files"]), number(own["files"] * own["file_bytes"] / 1e6)),
        ("fetch, first run", number(own["files"] / own["wall"]["fetch"]), number(own["cpu"]["fetch"]),
         number(own["first"]["requests"]), number(own["first"]["bytes"] / 1e6)),
        ("fetch, second run, nothing changed", number(own["files"] / own["second"]["wall"]), "",
         number(own["second"]["requests"]), number(own["second"]["bytes"] / 1e6)),
    ]  # fmt: skip
    return table(("", "files/s", "CPU s", "requests", "MB of answers"), rows)


TABLES: dict[str, Callable[[Results], str]] = {
    "floor": floor, "cold": cold.table_of, "growth": growth, "workers": workers, "landing": landing,
    "script": script, "right": right,
    "queries": queries, "stars": stars, "increment": increment, "stages": stages,
    "whole_stages": partial(stages, build="whole build"), "memory": memory, "pdf": pdf,
    "fetch": fetch, "national": national.table_of,
}  # fmt: skip
NEEDS = {"right": "script", "stars": "queries", "stages": "increment", "whole_stages": "increment"}


def tables(results: Results) -> dict[str, str]:
    """Every table by name; one whose comparison was not run says so."""
    found = {"machine": machine(results), "bars": bars(results), "durations": durations(results)}
    for name, written in TABLES.items():
        needed = national.NEEDS if name == "national" else (NEEDS.get(name, name),)
        missing = [need for need in needed if need not in results]
        found[name] = f"Not measured: {', '.join(missing)}." if missing else written(results)
    return found
