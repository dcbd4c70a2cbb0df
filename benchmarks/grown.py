"""A warehouse of any number of documents: drawn documents really read, their landed rows multiplied in SQL.

Every copy of the drawn documents stands in a city of its own, so a city has as many documents at every size. A file of
each document's digest stands in the documents folder, so that a delivery is scanned as a real one is.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa

from ingest.delivery.folder import scan
from ingest.landing import tables as landing
from ingest.landing.columns import RowClass, columns
from ingest.rows import DOCUMENT_TABLES, BatchRow, DocumentRow
from ingest.sandbox.workers import read_all
from ingest.version import parser_version
from tests.drawing.draw import Drawer, Limits, Place
from tests.drawing.render_table import render_table

DRAWN = 250
YEARS = 5
LIMITS = Limits(units=4, projects=8, indicators=20)
PLACE = Place("湛江市", "440800", "湛江市", "440800")
DATA = Path(__file__).resolve().parent.parent / "seeds"

_COPIES_AT_ONCE = 20


def draw(number: int) -> bytes:
    """The document ``number``: every `YEARS` of them are one department's, a year apart."""
    random = Random(f"grown {number}")
    drawer = Drawer(random, "table", LIMITS, 2018 + number % YEARS, PLACE)
    return render_table(drawer.document(f"湛江市第{number // YEARS}某某局"), random).data


def grow(folder: Path, database: Path, documents: int) -> None:
    """Write ``documents`` (a multiple of `DRAWN`) files below ``folder`` and land their rows in ``database``."""
    drawn = folder / "0000"
    drawn.mkdir(parents=True)
    for number in range(DRAWN):
        (drawn / f"{number:04}.txt").write_bytes(draw(number))
    with duckdb.connect(str(database)) as connection:
        landing.create(connection)
        read, _ = landing.land_all(connection, 1, 1, read_all(scan(folder)))
        if read != DRAWN:
            raise SystemExit(f"{DRAWN - read} drawn documents were not read")
        copies = documents // DRAWN
        if copies > 1:
            connection.register("files", _write_copies(folder, connection, copies))
            _multiply(connection, copies)
        done = BatchRow("grown", parser_version(), documents, documents, 0)
        landing.land_rows(connection, 1, [done])


def _write_copies(folder: Path, connection: duckdb.DuckDBPyConnection, copies: int) -> pa.Table:
    texts = [
        (document_id, (folder / name).read_bytes())
        for document_id, name in connection.execute("select document_id, file_name from landing.documents").fetchall()
    ]
    ids, names, digests = [], [], []
    for copy in range(1, copies):
        below = folder / f"{copy:04}"
        below.mkdir()
        for document_id, text in texts:
            data = text + f"\n{copy}".encode()
            path = below / f"{document_id:04}.txt"
            path.write_bytes(data)
            ids.append(document_id + copy * DRAWN)
            names.append(path.relative_to(folder).as_posix())
            digests.append(hashlib.sha256(data).hexdigest())
    return pa.table({"id": ids, "name": names, "digest": digests})


def _multiply(connection: duckdb.DuckDBPyConnection, copies: int) -> None:
    places = f"'{DATA / 'places.csv'}'"
    connection.execute(
        f"""
        create temporary table cities as
        select place_code, row_number() over (order by place_code) as copy
        from read_csv({places}, all_varchar = true)
        where level = 'prefecture' and place_code <> '{PLACE.city_code}'
        """
    )
    for row_class in DOCUMENT_TABLES:
        connection.execute(f"create temporary table drawn as select * from landing.{row_class.table}")
        for first in range(1, copies, _COPIES_AT_ONCE):
            last = min(first + _COPIES_AT_ONCE, copies)
            connection.execute(
                f"""
                insert into landing.{row_class.table} by name
                select drawn.batch_id, drawn.document_id + copies.number * {DRAWN} as document_id,
                    {", ".join(_values(row_class))}
                from range({first}, {last}) as copies (number), drawn{_JOINED if row_class is DocumentRow else ""}
                order by 2
                """
            )
        connection.execute("drop table drawn")


_JOINED = f"""
inner join files on drawn.document_id + copies.number * {DRAWN} = files.id
inner join cities on 1 + (copies.number - 1) % (select count(*) from cities) = cities.copy
"""

_OWN = {
    "sha256": "files.digest",
    "file_name": "files.name",
    "place_code": "cities.place_code",
    "city_code": "cities.place_code",
    "department_name": "drawn.department_name || copies.number",
    "place_basis": "'manifest'",  # the text prints neither
    "department_basis": "'manifest'",
}


def _values(row_class: RowClass) -> Iterator[str]:
    for column in columns(row_class):
        own = _OWN.get(column.name) if row_class is DocumentRow else None
        yield f"{own or 'drawn.' + column.name} as {column.name}"
