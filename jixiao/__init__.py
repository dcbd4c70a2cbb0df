"""绩效: documents to a validated, published warehouse, and the command that does it.

``jixiao.open("warehouse.duckdb")`` reads a published one from Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from jixiao.warehouse.frames import Names, Warehouse

__all__ = ["open"]


def open(file: str | PathLike[str] = "warehouse.duckdb", *, names: Names = "en") -> Warehouse:
    """The published warehouse in ``file``, read-only: its tables as polars frames with exact decimals.

    ``names="zh"`` gives columns their Chinese terms. Raises `jixiao.warehouse.NoWarehouse` with what to do where the
    file is missing or no warehouse.
    """
    from jixiao.warehouse.frames import Warehouse  # polars takes a while to import

    return Warehouse(file, names)
