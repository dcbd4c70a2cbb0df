"""Deliveries of drawn documents, one after another, give what a fresh build of all that stands gives: `make delivery-test`.

A document that is withdrawn stays in the warehouse; what replaced a document stands in its place.

`DRAWN=` says how many documents; every kind of drawn document in every medium, and the corpus of departments over years.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

import duckdb
import pytest

from tests.drawing.corpus import corpus
from tests.drawing.draw import Limits
from tests.drawing.forms.draw import draw_forms
from tests.drawing.forms.media import MEDIA
from tests.drawing.forms.media import printed as printed_forms
from tests.drawing.lists.media import printed as printed_list
from tests.drawing.strategies import MEDIA as TABLE_MEDIA
from tests.drawing.strategies import RENDERERS, drawn, drawn_file
from tests.properties.test_lists import drawn_list
from tests.publish.conftest import Build
from tests.publish.test_touched import tables

DRAWN = int(os.environ.get("DRAWN", "2000"))
SMALL = Limits(units=3, projects=3, indicators=4)
OF_THE_BUILD = ("batch_id", "parser_version")
NATURAL = ("city_key", "year_key", "category_key", "funding_source_key")
"""Keys that are the same in every warehouse; the others are made of the order in which documents were landed."""
KNOWN_BY = {
    "document_key": "sha256",
    "department_key": "department_name",
    "unit_key": "unit_name",
    "project_key": "project_name",
}
"""What is compared of a row that such a key leads to."""


def _of_layout(seed: int) -> tuple[str, bytes]:
    layout = tuple(RENDERERS)[seed % len(RENDERERS)]
    return f"{layout}.txt", drawn(seed, layout, SMALL).data


def _of_table(seed: int) -> tuple[str, bytes]:
    layout, medium = ("table", "approval")[seed % 2], tuple(TABLE_MEDIA)[seed % len(TABLE_MEDIA)]
    return f"{layout}.{medium}", drawn_file(seed, layout, medium, SMALL).data


def _of_forms(seed: int) -> tuple[str, bytes]:
    medium = MEDIA[seed % len(MEDIA)]
    return f"forms.{medium}", printed_forms(draw_forms(seed), medium, Random(seed))


def _of_list(seed: int) -> tuple[str, bytes]:
    medium = MEDIA[seed % len(MEDIA)]
    return f"list.{medium}", printed_list(drawn_list(seed), medium, Random(seed))


KINDS: tuple[Callable[[int], tuple[str, bytes]], ...] = (_of_layout, _of_table, _of_forms, _of_list)


def _draw(seed: int) -> tuple[str, bytes]:
    name, data = KINDS[seed % len(KINDS)](seed // len(KINDS))
    return f"{seed:05}-{name}", data


def drawn_documents(count: int) -> Iterator[tuple[str, bytes]]:
    """As many documents, with their file names; a sixth of them are of departments that publish for years."""
    published = [(document.file_name, document.drawn.data) for document in corpus(7, share=0.5)][: count // 6]
    yield from published
    with ProcessPoolExecutor() as pool:
        yield from pool.map(_draw, range(count - len(published)), chunksize=16)


def differing(one: Path, other: Path) -> dict[str, int]:
    """Rows that stand in the marts of one of two warehouses only, by mart.

    Columns of the build are left out; a document is known by its bytes, not by the order in which it was landed.
    """
    found: dict[str, int] = {}
    with duckdb.connect() as connection:
        connection.execute(f"attach '{one}' as one (read_only); attach '{other}' as other (read_only)")
        for table in sorted({*tables(one), *tables(other)}):
            left, right = (_rows(connection, of, table) for of in ("one", "other"))
            query = f"select count(*) from (({left} except all {right}) union all ({right} except all {left}))"
            ((found[table],),) = connection.execute(query).fetchall()
    return {table: count for table, count in found.items() if count}


def _rows(connection: duckdb.DuckDBPyConnection, of: str, table: str) -> str:
    """A query of the rows of a mart that are compared."""
    names = [name for name, *_ in connection.execute(f"describe {of}.marts.{table}").fetchall()]
    columns = [column for name in names if (column := _column(of, name)) is not None]
    return f"select {', '.join(columns)} from {of}.marts.{table} as rows"


def _column(of: str, name: str) -> str | None:
    """What is compared of a column; None for one of the build, and for the row's own key."""
    for key, known_by in KNOWN_BY.items():
        if name in (key, f"from_{key}", f"to_{key}"):
            dimension = f"dim_{key.removesuffix('_key')}"
            where = f"{dimension}.{key} = rows.{name}"
            return f"(select {known_by} from {of}.marts.{dimension} where {where}) as {name}"
    is_own = (name.endswith(("_key", "_row")) and name not in NATURAL) or name in OF_THE_BUILD
    return None if is_own else name


def withdraw_and_correct(documents: Path, withdrawn: Path) -> None:
    """Move half of the documents away, correct a fortieth, give a twentieth a second name."""
    files = sorted(documents.iterdir())
    Random(1).shuffle(files)
    for path in files[: DRAWN // 2]:
        path.rename(withdrawn / path.name)
    left = files[DRAWN // 2 :]
    for path in [path for path in left if path.suffix in (".txt", ".text")][: DRAWN // 40]:
        path.write_bytes(path.read_bytes() + b"\n")
    for path in left[-(DRAWN // 20) :]:
        shutil.copy(path, documents / f"again-{path.name}")


def replaced(warehouse: Path) -> list[str]:
    """The files whose readings later ones replaced; a withdrawn one may give way to another of its department."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        query = "select file_name from landing.documents semi join landing.supersessions using (document_id)"
        return [name for (name,) in connection.execute(query).fetchall()]


def read_by_another_parser(warehouse: Path) -> None:
    """Say of all that is landed that an older parser read it."""
    with duckdb.connect(str(warehouse)) as connection:
        for table in ("documents", "quarantine", "batches"):
            connection.execute(f"update landing.{table} set parser_version = 'an older one'")


def test_what_was_delivered_before_leaves_nothing(
    tmp_path: Path, quiet_build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half of the documents are withdrawn, some corrected, some delivered twice; then the parser is another."""

    def tell(words: str) -> None:
        with capsys.disabled():
            print(f"\n{words}", flush=True)

    documents, withdrawn, everything = (tmp_path / name for name in ("documents", "withdrawn", "everything"))
    warehouse, whole = tmp_path / "warehouse.duckdb", tmp_path / "fresh" / "warehouse.duckdb"
    documents.mkdir()
    withdrawn.mkdir()
    whole.parent.mkdir()
    for name, data in drawn_documents(DRAWN):
        (documents / name).write_bytes(data)
    first = quiet_build(documents, warehouse)
    tell(f"{DRAWN} documents: {first.landed} landed, {len(first.quarantined)} quarantined")
    assert first.published

    withdraw_and_correct(documents, withdrawn)
    second = quiet_build(documents, warehouse)
    tell(f"{second.delivered} are left, {second.landed} landed, {second.superseded} readings superseded")
    assert second.published and second.superseded >= second.landed > 0

    read_by_another_parser(warehouse)
    third = quiet_build(documents, warehouse)
    tell(f"read by another parser: {third.landed} landed, {third.superseded} readings superseded")
    assert third.published and third.superseded >= third.landed > second.landed

    shutil.copytree(withdrawn, everything)
    for name in replaced(warehouse):
        (everything / name).unlink(missing_ok=True)
    shutil.copytree(documents, everything, dirs_exist_ok=True)
    fresh = quiet_build(everything, whole)
    differ = differing(warehouse, whole)
    tell(f"{fresh.landed} documents stand; rows that differ from a fresh build of them: {differ}")
    assert fresh.published and differ == {}
