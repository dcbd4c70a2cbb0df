"""DuckDB for Great Expectations: a SQLAlchemy dialect that keeps the rows of a query.

Great Expectations closes the connection before it fetches, and DuckDB drops a pending result with its connection.
This dialect fetches every result as soon as it is executed.
"""

from duckdb_sqlalchemy import Dialect as DuckDBDialect
from sqlalchemy.dialects import registry
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy

URL = "duckdb+buffered://"
"""The connection string of the dialect; the file is given beside it, so that no path is read as a URL."""


class BufferedExecutionContext(DuckDBDialect.execution_ctx_cls):  # type: ignore[misc]
    """Fetches the rows of a statement right after it ran."""

    def post_exec(self) -> None:
        """Replace the cursor, which dies with its connection, by the rows it would give."""
        super().post_exec()
        if self.cursor.description and not self.isinsert:
            rows = self.cursor.fetchall()
            self.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(self.cursor, initial_buffer=rows)


class BufferedDialect(DuckDBDialect):  # type: ignore[misc]
    """The DuckDB dialect with buffered results."""

    execution_ctx_cls = BufferedExecutionContext
    supports_statement_cache = True


def register() -> None:
    """Make SQLAlchemy know `URL`; may be called again."""
    registry.register("duckdb.buffered", __name__, BufferedDialect.__name__)
