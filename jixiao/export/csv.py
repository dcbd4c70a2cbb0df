"""CSV for spreadsheets: UTF-8 with a byte order mark, texts that a spreadsheet would run as a formula guarded."""

import re
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc

from jixiao.export.files import Exported, FileFormat, OpenWarehouse, Track, digest, names
from jixiao.export.parts import Part
from jixiao.warehouse import MartColumn, quoted

UNSEEN = r"[\u0000-\u0020\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*"
FORMULA = rf"(?:{UNSEEN}[=+\-@＝＋－＠]|[\t\r\n])"
"""How a text begins that a spreadsheet may run: a sign, also full-width and behind what it skips or nobody sees."""

_GUARDED = "^''*" + re.sub(r"\\u([0-9a-f]{4})", r"\\x{\1}", FORMULA)
_BOM = b"\xef\xbb\xbf"
_BATCH = 122_880


def _write(source: OpenWarehouse, folder: Path, track: Track) -> list[Exported]:
    files = {f"{part.stem}.csv": part for part in source.parts}
    return [_write_part(source, part, folder / name) for name in track(list(files)) for part in [files[name]]]


def _write_part(source: OpenWarehouse, part: Part, path: Path) -> Exported:
    columns = ", ".join(_column(column) for column in part.table.columns)
    reader = source.connection.sql(part.query(columns)).to_arrow_reader(_BATCH)
    rows = 0
    with path.open("wb") as file:
        file.write(_BOM)
        with pc.CSVWriter(pa.PythonFile(file, mode="w"), reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
                rows += batch.num_rows
    return Exported(path.name, part.table.name, rows, digest(path))


def _column(column: MartColumn) -> str:
    """The column as it is written: one apostrophe before a text that begins like a formula, or with a guard."""
    name = quoted(column.name)
    if column.type != "VARCHAR":
        return name
    return f"case when regexp_matches({name}, '{_GUARDED}') then '''' || {name} else {name} end as {name}"


def _relation(files: Sequence[Part]) -> str:
    types = ", ".join(f"'{column.name}': '{column.type}'" for column in files[0].table.columns)
    return (
        f"read_csv({names(files, 'csv')}, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', "
        f"allow_quoted_nulls = false, auto_detect = false, columns = {{{types}}})"
    )


CSV = FileFormat(
    _write,
    _relation,
    "UTF-8 with a byte order mark, comma, every text in double quotes; an empty field without quotes is null. "
    "A text that begins with = + - @ (also full-width, also behind spaces and invisible characters), tab, carriage "
    "return or line feed has one apostrophe before it, so that no spreadsheet runs it. To undo: where a text matches "
    f"^'+{FORMULA}, drop its first character. Numbers are never changed. The queries below run with DuckDB in "
    "this folder.",
    "text/csv",
)
