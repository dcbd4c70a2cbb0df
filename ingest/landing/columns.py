"""The columns of the landing tables, made from the dataclasses of `ingest.rows`: DuckDB's and Arrow's types."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from ingest.rows.types import Digits

RowClass = type[Any]

_TYPES: dict[type, tuple[str, pa.DataType]] = {
    int: ("BIGINT", pa.int64()),
    str: ("VARCHAR", pa.string()),
    bool: ("BOOLEAN", pa.bool_()),
    date: ("DATE", pa.date32()),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column of a landing table: name, DuckDB type, Arrow type, nullability and comment."""

    name: str
    duckdb_type: str
    arrow_type: pa.DataType
    nullable: bool
    comment: str


@cache
def columns(row_class: RowClass) -> tuple[Column, ...]:
    """The columns of a row class, without the identity columns, in declared order.

    Raises KeyError for a field type that has no column type.
    """
    hints = get_type_hints(row_class, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in dataclasses.fields(row_class))


def _column(name: str, hint: Any) -> Column:
    comment, digits, nullable = "", None, False
    while get_origin(hint) in (Annotated, Union, UnionType):
        if get_origin(hint) is Annotated:
            hint, *extras = get_args(hint)
            comment = next((extra for extra in extras if isinstance(extra, str)), comment)
            digits = next((extra for extra in extras if isinstance(extra, Digits)), digits)
        else:
            nullable = True
            (hint,) = (arm for arm in get_args(hint) if arm is not type(None))
    if hint is Decimal and digits is not None:
        return Column(name, f"DECIMAL({digits.precision},{digits.scale})", pa.decimal128(*digits), nullable, comment)
    return Column(name, *_TYPES[hint], nullable, comment)


def to_arrow(row_class: RowClass, rows: Sequence[Any]) -> dict[str, pa.Array]:
    """The rows column by column. Raises ArrowException or UnicodeError for a value that its column cannot hold."""
    return {
        column.name: pa.array(list(map(attrgetter(column.name), rows)), column.arrow_type)
        for column in columns(row_class)  # type: ignore[arg-type]  # a class is hashable, whatever it is of
    }
