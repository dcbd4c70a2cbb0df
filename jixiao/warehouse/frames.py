"""A published warehouse in a notebook: polars frames with exact decimals, read-only, and the words behind each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import duckdb
import polars as pl

from jixiao.warehouse import MartTable, mart_tables, open_warehouse, queries
from jixiao.warehouse.chosen import NameOrNames, UnknownName, YearOrYears, chosen
from jixiao.warehouse.evidence import Evidence, evidence

Names = Literal["en", "zh"]
"""How columns are named: as in the warehouse, or by their Chinese terms."""


class Warehouse:
    """An open warehouse. Every method reads; nothing can be written, and no file beside it can be read.

    Choices are a name or several, a year or several; None is everything. A department is meant by any name it was
    printed under, a function by its name or code. A name or year that the warehouse does not hold raises UnknownName.
    It goes on reading the warehouse it opened when a build publishes a new one.
    """

    def __init__(self, file: str | PathLike[str], names: Names = "en") -> None:
        if names not in ("en", "zh"):
            raise ValueError(f"names are 'en' or 'zh', not {names!r}")
        self._path = Path(file)
        self._connection = open_warehouse(self._path)
        self._tables = {table.name: table for table in mart_tables(self._connection)}
        terms = {column.name: column.term for table in self._tables.values() for column in table.columns}
        self._terms = terms if names == "zh" else {}

    def funding(
        self,
        city: NameOrNames = None,
        department: NameOrNames = None,
        year: YearOrYears = None,
        function: NameOrNames = None,
    ) -> pl.DataFrame:
        """What projects get: a row a document, project and funding source. Any sum of counted_wan is right."""
        return self._chosen(queries.FUNDING, city, department, year, function)

    def indicators(
        self,
        city: NameOrNames = None,
        department: NameOrNames = None,
        year: YearOrYears = None,
        function: NameOrNames = None,
    ) -> pl.DataFrame:
        """What projects promise: a row a document, project and indicator, its targets as printed and as read."""
        return self._chosen(queries.INDICATORS, city, department, year, function)

    def projects(
        self,
        city: NameOrNames = None,
        department: NameOrNames = None,
        year: YearOrYears = None,
        function: NameOrNames = None,
    ) -> pl.DataFrame:
        """A row a document and project: its money (null where the form prints none), indicators and goals."""
        return self._chosen(queries.PROJECTS, city, department, year, function)

    def findings(
        self,
        city: NameOrNames = None,
        department: NameOrNames = None,
        year: YearOrYears = None,
        function: NameOrNames = None,
    ) -> pl.DataFrame:
        """What deserves a question, first what an auditor opens first. A finding is a reason for review, no verdict."""
        return self._chosen(queries.FINDINGS, city, department, year, function)

    def evidence(self, row: Mapping[str, Any] | pl.DataFrame) -> Evidence:
        """The words that a row was read from, with file, page, line and the lines around.

        A row is a frame of one row, such as ``frame[0]``, or a mapping of its columns, such as ``frame.row(0,
        named=True)``; its columns are named in English or Chinese. Raises ValueError for a row that stands in no
        document, such as a sum.
        """
        named = row.row(0, named=True) if isinstance(row, pl.DataFrame) and row.height == 1 else row
        if isinstance(named, pl.DataFrame):
            raise ValueError(f"evidence is of one row, the frame has {named.height}")
        english = {term: name for name, term in self._terms.items()}
        return evidence(self._connection, {english.get(name, name): value for name, value in named.items()})

    def sql(self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> pl.DataFrame:
        """The rows of one query over the schemas ``marts`` and ``landing``; ``?`` or ``$name`` stand for ``params``.

        Raises ValueError for anything but one query, and duckdb.Error where DuckDB refuses it.
        """
        statements = self._connection.extract_statements(query)
        if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
            raise ValueError("a warehouse is only read: one query at a time, such as `select … from marts.fct_funding`")
        return self._frame(self._connection.execute(statements[0], params).pl())

    def tables(self) -> pl.DataFrame:
        """The tables of schema ``marts``: name, Chinese term, what one row is, number of rows."""
        return pl.DataFrame(
            [(table.name, table.term, table.description, self._count(table)) for table in self._tables.values()],
            schema={"table_name": pl.String, "term": pl.String, "description": pl.String, "rows": pl.Int64},
            orient="row",
        )

    def columns(self, table: str) -> pl.DataFrame:
        """The columns of a table of schema ``marts``: name, Chinese term, type, what it holds. Raises UnknownName."""
        if table not in self._tables:
            raise UnknownName(f"schema marts holds no table {table!r}; `tables()` lists them")
        return pl.DataFrame(
            [(own.name, own.term, own.type, own.description) for own in self._tables[table].columns],
            schema=dict.fromkeys(("column_name", "term", "type", "description"), pl.String),
            orient="row",
        )

    def close(self) -> None:
        """Close the file; it can be closed again."""
        self._connection.close()

    def __enter__(self) -> Warehouse:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<jixiao warehouse {self._path}>"

    def _chosen(
        self, query: str, city: NameOrNames, department: NameOrNames, year: YearOrYears, function: NameOrNames
    ) -> pl.DataFrame:
        condition, parameters = chosen(self._connection, city, department, function, year)
        return self._frame(self._connection.execute(query.format(chosen=condition), parameters).pl())

    def _frame(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with its columns named; where two would get one name, both keep their own beside it."""
        terms = {name: self._terms.get(name, name) for name in frame.columns}
        twice = {term for term, count in Counter(terms.values()).items() if count > 1}
        return frame.rename({name: f"{term} {name}" if term in twice else term for name, term in terms.items()})

    def _count(self, table: MartTable) -> int:
        ((rows,),) = self._connection.execute(f"select count(*) from marts.{table.name}").fetchall()
        return int(rows)
