"""Parquet: exact types, the comment of every column in its metadata."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jixiao.export.files import Exported, FileFormat, OpenWarehouse, Track, digest, names
from jixiao.export.parts import Part

_ROW_GROUP = 122_880


def _write(source: OpenWarehouse, folder: Path, track: Track) -> list[Exported]:
    files = {f"{part.stem}.parquet": part for part in source.parts}
    return [_write_part(source, part, folder / name) for name in track(list(files)) for part in [files[name]]]


def _write_part(source: OpenWarehouse, part: Part, path: Path) -> Exported:
    reader = source.connection.sql(part.query()).to_arrow_reader(_ROW_GROUP)
    schema = pa.schema(
        [
            own.with_metadata({"comment": column.comment})
            for own, column in zip(reader.schema, part.table.columns, strict=True)
        ],
        metadata={"comment": part.table.comment},
    )
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
            rows += batch.num_rows
    return Exported(path.name, part.table.name, rows, digest(path))


def _relation(files: Sequence[Part]) -> str:
    return f"read_parquet({names(files, 'parquet')})"


PARQUET = FileFormat(
    _write,
    _relation,
    "One file a table, facts one file a budget year. The queries below run with DuckDB in this folder.",
    "application/vnd.apache.parquet",
)
