"""`python -m jixiao.dashboard [WAREHOUSE]` writes the dashboard of a published warehouse again."""

import sys
import tempfile
from pathlib import Path

from jixiao.dashboard.site import publish_site, write_site

if __name__ == "__main__":
    warehouse = Path(sys.argv[1] if len(sys.argv) > 1 else "warehouse.duckdb").resolve()
    with tempfile.TemporaryDirectory(dir=warehouse.parent) as aside:
        write_site(warehouse, Path(aside) / "site")
        print(publish_site(Path(aside) / "site", warehouse.with_name("dashboard")))
