"""The connections of a build to DuckDB: how much memory they may take, and several to one file."""

import os

import duckdb

SOUGHT: dict[str, str | bool | int | float | list[str]] = {"dynamic_or_filter_threshold": 2000}
"""For `duckdb.connect`: so many values of the small side of a join are sought in the large one. By default they are 50,
and of a city's documents, which lie apart, every row between the first and the last would be read."""


def memory_limit() -> str:
    """``JIXIAO_MEMORY`` of the environment (such as ``4GB``); else four fifths of the machine, as DuckDB would take."""
    own = os.environ.get("JIXIAO_MEMORY")
    return own or f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') * 4 // 5 // 1024**2}MiB"


def beside(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Another connection to the file that an open one works on."""
    ((name,),) = connection.execute("select current_database()").fetchall()
    return connection.cursor().execute(f'use "{name}"')
