"""One export: open the warehouse, write the format, put the manifest beside it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from jixiao.export import datapackage, manifest
from jixiao.export.csv import CSV
from jixiao.export.excel import XLSX
from jixiao.export.files import Exported, FileFormat, OpenWarehouse, Track
from jixiao.export.folder import replace_folder
from jixiao.export.parquet import PARQUET
from jixiao.export.parts import parts
from jixiao.warehouse import mart_tables, open_warehouse

FILE_FORMATS: Mapping[str, FileFormat] = {"parquet": PARQUET, "csv": CSV, "xlsx": XLSX}


def export_files(kind: str, warehouse: Path, place: Path, track: Track) -> Sequence[Exported]:
    """Write ``marts`` of a warehouse in one of ``FILE_FORMATS`` to the folder ``place``, replacing an export there.

    The same warehouse gives the same bytes. Raises NoWarehouse, PlaceTaken and OSError.
    """
    form = FILE_FORMATS[kind]
    with _source(warehouse) as source, replace_folder(place) as folder:
        delivered = form.write(source, folder, track)
        if form.media_type:
            delivered.append(datapackage.write(source, delivered, form.media_type, folder))
        manifest.write(manifest.manifest(kind, source, warehouse, delivered, form.relation, form.how_to_read), folder)
    return delivered


def export_postgres(warehouse: Path, uri: str, track: Track) -> Sequence[Exported]:
    """Write ``marts`` of a warehouse into the PostgreSQL database ``uri`` as schema ``marts``, in one transaction.

    Raises NoWarehouse, and PostgresFailed where the driver is not installed or the database refuses.
    """
    from jixiao.export import postgres

    with _source(warehouse) as source:
        return postgres.write(source, warehouse, uri, track)


@contextmanager
def _source(warehouse: Path) -> Iterator[OpenWarehouse]:
    with open_warehouse(warehouse) as connection:
        tables = mart_tables(connection)
        yield OpenWarehouse(connection, tables, tuple(parts(connection, tables)))
