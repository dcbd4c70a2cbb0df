"""PostgreSQL: schema ``marts`` with types, keys and comments, replaced in one transaction through ADBC.

Readers see the old schema until the new one is whole. Privileges granted on the old schema go with it: grant them by
``alter default privileges`` (docs/bi.md). A schema ``marts`` that no export made is never replaced.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jixiao.export import manifest
from jixiao.export.files import Exported, OpenWarehouse, Track
from jixiao.marts import marts
from jixiao.warehouse import MartColumn, MartTable, quoted

_MARK = "绩效 Jixiao"
_NEW = "marts_new"
_TYPES = {"VARCHAR": "text", "DOUBLE": "double precision", "DECIMAL": "numeric"}
_BATCH = 122_880


class PostgresFailed(RuntimeError):
    """The database cannot be reached or refuses; it is as it was."""


def write(source: OpenWarehouse, warehouse: Path, uri: str, track: Track) -> list[Exported]:
    """Write every table into schema ``marts`` of the database ``uri``. Raises PostgresFailed."""
    tables = {table.name: table for table in source.tables}
    with _transaction(uri) as (connection, cursor):
        _refuse_foreign(cursor)
        cursor.execute(f"create schema {_NEW}")
        delivered = []
        for name in track(list(tables)):
            _create(cursor, tables[name])
            rows = _fill(source, connection, tables[name])
            delivered.append(Exported(f"marts.{name}", name, rows))
        _add_keys(cursor, set(tables))
        _describe(cursor, source, warehouse, delivered)
        cursor.execute("drop schema if exists marts cascade")
        cursor.execute(f"alter schema {_NEW} rename to marts")
    return delivered


@contextmanager
def _transaction(uri: str) -> Iterator[tuple[Any, Any]]:
    """A connection and a cursor in one transaction. Raises PostgresFailed without repeating the URI, which may hold
    a password."""
    try:
        from adbc_driver_postgresql import dbapi
    except ImportError as error:
        raise PostgresFailed("install the driver first: .venv/bin/pip install 'jixiao[export]'") from error
    try:
        with dbapi.connect(uri) as connection, connection.cursor() as cursor:
            yield connection, cursor
            connection.commit()
    except dbapi.Error as error:
        raise PostgresFailed(str(error).replace(uri, "the database")) from error


def _refuse_foreign(cursor: Any) -> None:
    cursor.execute("select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'marts'")
    found = cursor.fetchone()
    if found is not None and not (found[0] or "").startswith(_MARK):
        raise PostgresFailed("the database has a schema marts that no export made; rename or drop it first")


def _create(cursor: Any, table: MartTable) -> None:
    columns = ", ".join(
        f"{quoted(own.name)} {_type(own)}{'' if own.nullable else ' not null'}" for own in table.columns
    )
    cursor.execute(f"create table {_NEW}.{quoted(table.name)} ({columns})")
    cursor.execute(f"comment on table {_NEW}.{quoted(table.name)} is {_literal(table.comment)}")
    for own in table.columns:
        comment = _literal(own.comment)
        cursor.execute(f"comment on column {_NEW}.{quoted(table.name)}.{quoted(own.name)} is {comment}")


def _type(column: MartColumn) -> str:
    name, bracket, digits = column.type.partition("(")
    return _TYPES.get(name, name.lower()) + bracket + digits


def _fill(source: OpenWarehouse, connection: Any, table: MartTable) -> int:
    """Copy the rows; a character NUL, which PostgreSQL cannot hold, becomes U+FFFD."""
    columns = ", ".join(
        f"replace({quoted(own.name)}, chr(0), chr(65533)) as {quoted(own.name)}"
        if own.type == "VARCHAR"
        else quoted(own.name)
        for own in table.columns
    )
    reader = source.connection.sql(f"select {columns} from marts.{quoted(table.name)}").to_arrow_reader(_BATCH)
    with connection.cursor() as cursor:
        rows: int = cursor.adbc_ingest(table.name, reader, mode="append", db_schema_name=_NEW)
    return rows


def _add_keys(cursor: Any, present: set[str]) -> None:
    """Primary keys first: a foreign key needs the key that it leads to."""
    declared = [mart for mart in marts() if mart.name in present]
    for mart in declared:
        if mart.primary_key:
            key = ", ".join(quoted(name) for name in mart.primary_key)
            cursor.execute(f"alter table {_NEW}.{quoted(mart.name)} add primary key ({key})")
    for mart in declared:
        for own in mart.fields:
            if own.leads_to and own.leads_to[0] in present:
                table, column = own.leads_to
                cursor.execute(
                    f"alter table {_NEW}.{quoted(mart.name)} add foreign key ({quoted(own.name)}) "
                    f"references {_NEW}.{quoted(table)} ({quoted(column)})"
                )


def _describe(cursor: Any, source: OpenWarehouse, warehouse: Path, delivered: list[Exported]) -> None:
    """The mark of an export on the schema, and the manifest as a table of one row."""
    content = manifest.manifest("postgres", source, warehouse, delivered, manifest.marts, _HOW_TO_READ)
    cursor.execute(f"comment on schema {_NEW} is {_literal(_MARK + '：绩效预算数据仓库')}")
    cursor.execute(f"create table {_NEW}.export_manifest (manifest jsonb not null)")
    cursor.execute(f"comment on table {_NEW}.export_manifest is {_literal('导出清单：The manifest of this export.')}")
    cursor.execute(
        f"insert into {_NEW}.export_manifest values ({_literal(json.dumps(content, ensure_ascii=False))}::jsonb)"
    )


def _literal(text: str) -> str:
    """A text of SQL that holds whatever the text holds."""
    return "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


_HOW_TO_READ = "Schema marts, replaced as a whole by each export. Numeric columns are exact."
