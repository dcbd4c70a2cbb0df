"""The expectations of a warehouse on Spark: DuckDB reads the Parquet files of landing and marts, where they lie."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from expectations import report, run
from expectations.validation import Validation
from ingest.vocabulary.messages import in_chinese
from jixiao.connections import memory_limit
from jixiao.spark.landing import batches, show_to_duckdb


def validate(folder: Path) -> Validation:
    """Check the tables of ``folder`` against every suite; writes ``validation.html`` into it. Raises OSError."""
    folder = folder.resolve()
    with TemporaryDirectory(dir=folder) as place:
        views = Path(place, "views.duckdb")
        with duckdb.connect(str(views)) as connection:
            show_to_duckdb(connection, batches(folder))
            for schema in ("marts", "seeds"):
                connection.execute(f"create schema {schema}")
                for table in sorted((folder / "tables" / f"{schema}.db").iterdir()):
                    files = str(table / "*.parquet").replace("'", "''")
                    connection.execute(f"create view {schema}.{table.name} as select * from read_parquet('{files}')")
        validation = run.validate(views, memory=memory_limit())
    report.write(validation, folder / "validation.html", in_chinese)
    return validation
