"""The documentation of the models as one static page: `python -m jixiao.docs FOLDER`."""

import os
import sys
import tempfile
from pathlib import Path

from jixiao.project import ROOT


def write_docs(warehouse: Path, folder: Path) -> Path:
    """Write ``folder/index.html``, the dbt documentation of ``warehouse``, which opens without a server.

    The page holds no path of this machine. Raises FileNotFoundError without a warehouse and RuntimeError where dbt
    fails.
    """
    from dbt.cli.main import dbtRunner

    if not warehouse.is_file():
        raise FileNotFoundError(f"{warehouse} does not exist; build it first")
    os.environ["JIXIAO_WAREHOUSE"] = str(warehouse.resolve())
    with tempfile.TemporaryDirectory() as target:
        result = dbtRunner().invoke(
            [
                "--quiet",
                "docs",
                "generate",
                "--static",
                f"--project-dir={ROOT}",
                f"--profiles-dir={ROOT}",
                f"--target-path={target}",
                f"--log-path={target}",
            ]
        )
        if not result.success:
            raise RuntimeError(f"dbt docs failed: {result.exception}")
        page = (Path(target) / "static_index.html").read_text(encoding="utf-8")
        for path in (target, str(ROOT)):
            page = page.replace(path, ".")
    folder.mkdir(parents=True, exist_ok=True)
    index = folder / "index.html"
    index.write_text(page, encoding="utf-8")
    return index


if __name__ == "__main__":
    print(write_docs(Path("warehouse.duckdb"), Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
