"""How the tables of ``marts`` become files: one file a table, a fact one file a budget year."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from jixiao.warehouse import MartTable, quoted


@dataclass(frozen=True, slots=True)
class Part:
    """A table, or a budget year of a fact."""

    table: MartTable
    year_key: int | None = None

    @property
    def stem(self) -> str:
        """Name of its file without the ending."""
        return self.table.name if self.year_key is None else f"{self.table.name}_{self.year_key}"

    def query(self, columns: str = "*") -> str:
        """SQL of its rows in order, whatever order builds left them in."""
        where = "" if self.year_key is None else f" where year_key = {self.year_key}"
        return f"select {columns} from marts.{quoted(self.table.name)}{where} order by all"


def parts(connection: duckdb.DuckDBPyConnection, tables: tuple[MartTable, ...]) -> Iterator[Part]:
    """The parts of every table. A fact without rows is one part, so that its columns are delivered too."""
    for table in tables:
        years: list[tuple[int]] = []
        if table.name.startswith("fct_") and table.has("year_key"):
            years = connection.execute(
                f"select distinct year_key from marts.{quoted(table.name)} order by year_key"
            ).fetchall()
        yield from [Part(table, year) for (year,) in years] or [Part(table)]
