"""The national corpus on paper: what a year of it would take, by the figures measured per byte, row and document."""

from typing import Any

DOCUMENTS, PROJECTS, INDICATORS = 3e6, 100e6, 1e9
"""A year: every department of every county and up; projects and indicators are rows."""

NEEDS = ("script", "landing", "queries", "memory")


def estimate(results: dict[str, Any]) -> dict[str, tuple[float, str]]:
    """Each quantity with how it follows from what was measured."""
    read = results["script"]
    indicators = sum(row["right"]["jixiao"]["indicators"]["drawn"] for row in read)
    cpu = sum(row["cost"]["jixiao, one core"]["cpu"] for row in read)
    size = sum(row["bytes"] for row in read)
    landed, star = results["landing"][-1], results["queries"][-1]
    per_indicator, bytes_each = cpu / indicators, size / indicators
    landed_each = landed["megabytes"]["jixiao, rows"] / landed["rows"]
    rows_each = landed["rows"] / landed["indicators"]
    star_each = star["megabytes"]["duckdb"] / star["indicators"]
    return {
        "core-hours, reading and landing": (
            INDICATORS * per_indicator / 3600,
            f"{per_indicator * 1e6:.0f} µs of CPU an indicator × 1 G / 3600",
        ),
        "hours on 64 cores": (
            INDICATORS * per_indicator / 3600 / 64,
            "the same / 64, if cores share nothing: documents are independent",
        ),
        "source text, GB": (INDICATORS * bytes_each / 1e9, f"{bytes_each:.0f} bytes an indicator × 1 G"),
        "schema landing, GB": (
            INDICATORS * rows_each * landed_each / 1e3,
            f"{landed_each * 1e6:.0f} bytes a landed row × {rows_each:.2f} rows an indicator × 1 G",
        ),
        "the star, GB": (INDICATORS * star_each / 1e3, f"{star_each * 1e6:.0f} bytes an indicator × 1 G"),
        "memory while reading, GB": (
            results["memory"]["most_megabytes"] / 1e3,
            f"as measured with {results['machine']['cores']} workers over {results['memory']['documents']:,} documents",
        ),
    }


def table_of(results: dict[str, Any]) -> str:
    """The estimate as a Markdown table."""
    rows = [f"| {name} | {value:,.1f} | {how} |" for name, (value, how) in estimate(results).items()]
    return "\n".join(["| a year of the nation | | how |", "| --- | ---: | --- |", *rows])
