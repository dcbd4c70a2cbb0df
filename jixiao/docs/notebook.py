"""The example notebook `docs/notebook.ipynb`: its cells, run without Jupyter, and kept with what they give."""

import ast
import contextlib
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import altair

from jixiao.project import ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def page(warehouse: Path) -> str:
    """The notebook as JSON, every cell run in order on ``warehouse``. Raises what a cell raises."""
    notebook: dict[str, Any] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    altair.renderers.enable("mimetype")  # charts are kept as they are described, not with the scripts that draw them
    with tempfile.TemporaryDirectory(dir=warehouse.parent) as beside, contextlib.chdir(beside):
        for number, cell in enumerate((own for own in notebook["cells"] if own["cell_type"] == "code"), start=1):
            cell["execution_count"] = number
            cell["outputs"] = _outputs("".join(cell["source"]), names, number)
    for number, cell in enumerate(notebook["cells"], start=1):
        cell["id"] = f"cell-{number}"
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _outputs(source: str, names: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """What a cell prints, and the value of its last line where that is an expression."""
    *lines, last = ast.parse(source).body
    shown = last.value if isinstance(last, ast.Expr) else None
    if shown is None:
        lines.append(last)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(lines, []), "<cell>", "exec"), names)
        value = None if shown is None else eval(compile(ast.Expression(shown), "<cell>", "eval"), names)
    outputs: list[dict[str, Any]] = []
    if printed.getvalue():
        text = printed.getvalue().splitlines(keepends=True)
        outputs.append({"name": "stdout", "output_type": "stream", "text": text})
    if value is not None:
        outputs.append(
            {"data": _shown(value), "execution_count": number, "metadata": {}, "output_type": "execute_result"}
        )
    return outputs


def _shown(value: Any) -> dict[str, Any]:
    if hasattr(value, "_repr_mimebundle_"):
        bundle = value._repr_mimebundle_(None, None)
        return dict(bundle[0] if isinstance(bundle, tuple) else bundle)
    if hasattr(value, "_repr_html_"):
        return {"text/html": value._repr_html_().splitlines(keepends=True)}
    return {"text/plain": repr(value).splitlines(keepends=True)}
