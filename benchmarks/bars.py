"""What the project promised of its speed, beside what was measured."""

from statistics import median
from typing import Any

from benchmarks.markdown import table

FLOOR_SHARE, TWO_WORKERS, MOST_MEMORY, LANDING, SCRIPT, QUERIES, STRAIGHT = 1 / 3, 1.8, 1500, 10, 5, 10, 1.5
"""The bars: share of the floor's speed, speed of two workers to one, MB in all, times as fast as the others, times the
seconds of the same SQL."""


def bars(results: dict[str, Any]) -> str:
    """Every bar with what was measured; a comparison that was not run has no row."""
    rows: list[tuple[str, str, str, bool]] = []
    if "floor" in results:
        best = max(row["floor"] / row["reading"] for row in results["floor"])
        rows.append(("reading text, per core", "1/3 of the floor", f"at best 1/{1 / best:.0f}", best >= FLOOR_SHARE))
    if "workers" in results:
        rows.append(("two workers", "1.8 × one", f"{speedup(results):.2f} ×", speedup(results) >= TWO_WORKERS))
    if "memory" in results:
        own = results["memory"]
        text = f"{own['most_megabytes']:,.0f} MB at {own['documents']:,} documents"
        met = own["most_megabytes"] < MOST_MEMORY and own["documents"] >= 100_000
        rows.append(("memory, read and landed", "under 1.5 GB over 100,000 documents", text, met))
    if "landing" in results:
        cost = results["landing"][-1]["cost"]
        for kind in ("rows", "tables"):
            ratio = cost[f"dlt, {kind}"]["cpu"] / cost[f"jixiao, {kind}"]["cpu"]
            rows.append((f"landing, from {kind}", "10 × dlt", f"{ratio:.1f} ×", ratio >= LANDING))
    if "script" in results:
        for way, kind in (("jixiao, one core", "cpu"), ("jixiao", "wall")):
            ratio = median(row["cost"]["script"][kind] / row["cost"][way][kind] for row in results["script"])
            rows.append((f"the whole, {'one core' if kind == 'cpu' else 'as users run it'}", "5 × the script",
                         f"{ratio:.2f} ×", ratio >= SCRIPT))  # fmt: skip
    if "queries" in results:
        last = results["queries"][-1]
        text = f"{last['median_ratio']:.1f} × ({last['median_cpu_ratio']:.1f} × in CPU) at {last['indicators']:,} rows"
        met = last["median_ratio"] >= QUERIES and last["indicators"] >= 10_000_000
        rows.append(("six questions, median", "10 × the faster of SQLite and PostgreSQL, 10 M rows", text, met))
    if "increment" in results:
        last = results["increment"][-1]
        ratio = last["whole build"]["models alone"] / last["whole build"]["straight"]
        text = f"{ratio:.2f} × at {last['documents']:,} documents"
        bar = "1.5 × the same SQL straight in DuckDB, at 100,000 documents"
        met = ratio <= STRAIGHT and last["documents"] >= 100_000
        rows.append(("models of a whole build, 4 GB", bar, text, met))
    lines = [(what, bar, text, "met" if met else "**not met**") for what, bar, text, met in rows]
    return table(("what", "bar", "measured", ""), lines)


def speedup(results: dict[str, Any]) -> float:
    """Two workers against one, read and landed."""
    one, two = (row["documents"] / row["wall"] for row in results["workers"] if row["is_landed"])
    return float(two / one)
