"""The script of each document, with all that is known of it, its text too: made in the database, for there are many."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

import duckdb

from jixiao.connections import beside
from jixiao.dashboard.scripts import json_script
from jixiao.dashboard.tables import MACROS, queries

FOLDER = "documents"
"""Where the scripts lie; each is named by the key of its document."""

_AT_ONCE = 500

_JSON = """
select
    document_key,
    if(list("row") = list_sort(list("row")), to_json(struct_pack({packed})), error('rows out of order'))
from (
    select *, row_number() over () as "row"
    from ({query})
    where document_key in ({keys})
)
group by document_key
"""
# Keys are literals: such a filter goes below the query's own order. On one thread lists keep that order.

_INEXACT = ("DECIMAL", "DOUBLE", "FLOAT")


class _Query(NamedTuple):
    """A table of every document: its name, its query, its columns as JSON, and it without a row."""

    name: str
    text: str
    packed: str
    empty: str


def write_documents(connection: duckdb.DuckDBPyConnection, keys: Sequence[int], folder: Path) -> None:
    """Write the scripts of the documents ``keys`` into ``folder``; every table is by columns.

    Raises OSError, and TypeError where a query gives numbers that the page could round.
    """
    asked = [_query(connection, path) for path in queries("document")]
    chunks = [keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE)]
    connection.execute("set threads = 1")  # a query each
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        for _ in threads.map(partial(_write, asked, folder), [beside(connection) for _ in chunks], chunks):
            pass
    connection.execute("reset threads")


def _query(connection: duckdb.DuckDBPyConnection, path: Path) -> _Query:
    text = path.read_text(encoding="utf-8")
    (_, *columns) = [(name, kind) for name, kind, *_ in connection.execute(f"describe {text}").fetchall()]
    for name, kind in columns:
        if any(inexact in kind for inexact in _INEXACT):
            raise TypeError(f"{path.name}: {name} is {kind}, which a page could round")
    packed = ", ".join(f'"{name}" := list("{name}")' for name, _ in columns)
    empty = ",".join(f'"{name}":[]' for name, _ in columns)
    return _Query(path.stem, text, packed, f"{{{empty}}}")


def _write(asked: Sequence[_Query], folder: Path, connection: duckdb.DuckDBPyConnection, keys: Sequence[int]) -> None:
    listed = ", ".join(map(str, keys))
    with connection as cursor:
        cursor.execute(MACROS)
        found: list[dict[int, str]] = [
            dict(cursor.execute(_JSON.format(packed=own.packed, query=own.text, keys=listed)).fetchall())
            for own in asked
        ]
    for key in keys:
        tables = (f'"{own.name}":{rows.get(key, own.empty)}' for own, rows in zip(asked, found, strict=True))
        script = json_script(f"{FOLDER}/{key}", f"{{{','.join(tables)}}}")
        (folder / f"{key}.js").write_bytes(script.encode())
