"""How cost grows with work, drawn from the results as SVG."""

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

mpl.rcParams |= {"svg.hashsalt": "jixiao", "svg.fonttype": "none", "axes.grid": True, "grid.alpha": 0.3}


def draw(results: dict[str, Any], folder: Path) -> list[Path]:
    """Write a plot for each comparison that has a curve; gives the files. The same results give the same bytes."""
    drawn = []
    for name, plot in _PLOTS.items():
        if name in results:
            figure = Figure(figsize=(7, 4), layout="constrained")
            plot(figure.subplots(), results[name])
            drawn.append(folder / f"{name}.svg")
            figure.savefig(drawn[-1], metadata={"Date": None, "Creator": None})
    return drawn


def _growth(axes: Any, rows: list[dict[str, Any]]) -> None:
    for layout in dict.fromkeys(row["layout"] for row in rows):
        own = [row for row in rows if row["layout"] == layout]
        axes.plot([row["bytes"] / 1e3 for row in own], [1e3 * row["seconds"] for row in own], "o-", label=layout)
    axes.set(xlabel="KB of a document", ylabel="CPU ms", title="Reading: cost by length of the document")
    axes.set(xlim=0, ylim=0)
    axes.legend()


def _landing(axes: Any, rows: list[dict[str, Any]]) -> None:
    for way in rows[0]["cost"]:
        axes.loglog([row["rows"] for row in rows], [row["cost"][way]["cpu"] for row in rows], "o-", label=way)
    axes.set(xlabel="rows landed", ylabel="CPU s", title="Landing")
    axes.legend()


def _queries(axes: Any, rows: list[dict[str, Any]]) -> None:
    for engine, colour in (("duckdb", "C0"), ("sqlite", "C1"), ("postgresql", "C2")):
        for number in range(len(rows[0]["questions"])):
            seconds = [row["questions"][number]["cost"][engine]["wall"] for row in rows]
            label = engine if number == 0 else None
            axes.loglog([row["indicators"] for row in rows], seconds, "o-", color=colour, alpha=0.6, label=label)
    axes.set(xlabel="indicator rows", ylabel="s", title="Six questions: a line each")
    axes.legend()


def _memory(axes: Any, own: dict[str, Any]) -> None:
    axes.plot([p["documents"] for p in own["curve"]], [p["megabytes"] for p in own["curve"]])
    axes.set(
        xlabel="documents landed", ylabel="MB held in all", title="Memory of all processes while reading and landing"
    )
    axes.set(xlim=0, ylim=0)


def _increment(axes: Any, rows: list[dict[str, Any]]) -> None:
    for name, label in (("whole", "all"), ("models and their tests", "models and their tests")):
        seconds = [row["increment"][name] for row in rows]
        axes.semilogx([row["documents"] for row in rows], seconds, "o-", label=label)
    axes.set(xlabel="documents in the warehouse", ylabel="s", title="A build of one new document")
    axes.set(ylim=0)
    axes.legend()


_PLOTS = {"growth": _growth, "landing": _landing, "queries": _queries, "memory": _memory, "increment": _increment}
