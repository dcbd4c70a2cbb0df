"""What of a delivery is known, and that nothing of it gets lost between delivery and landing."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from ingest.delivery.folder import Delivered, quarantined
from ingest.errors import PASSING, DocumentRejected, DocumentsLost
from ingest.landing import tables as landing
from ingest.landing.batch import batch
from ingest.pipeline import read
from ingest.rows import SupersessionRow
from jixiao.build.landed import check_all_landed, known_quarantine, unread
from tests.unit.test_delivery import table

DATA = {f"{number}.txt": table(f"{number}.00") for number in range(1, 9)}
DELIVERED = [Delivered(Path(name), name, sha256(data).hexdigest(), None) for name, data in DATA.items()]


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    landing.create(connection)
    return connection


def land(
    connection: duckdb.DuckDBPyConnection,
    number: int,
    documents: Sequence[Delivered],
    refused: Sequence[Delivered] = (),
) -> None:
    readings = [read(DATA[document.file_name], document.file_name) for document in documents]
    rows = [quarantined(document, DocumentRejected("unknown_form", "no known form")) for document in refused]
    landing.land(connection, number, 10 * number, batch(readings, rows))


@pytest.mark.parametrize("code", [*sorted(PASSING), "unknown_form", "crashed", "internal_error"])
def test_what_failed_for_a_passing_reason_is_read_again(connection: duckdb.DuckDBPyConnection, code: str) -> None:
    landing.land_rows(connection, 1, [quarantined(DELIVERED[0], DocumentRejected(code, "told"))])
    known = known_quarantine(connection, DELIVERED[:1])
    assert [row.code for row in known] == ([] if code in PASSING else [code])
    assert unread(connection, DELIVERED[:1], known) == (DELIVERED[:1] if code in PASSING else [])


def test_what_was_read_since_is_quarantined_no_more(connection: duckdb.DuckDBPyConnection) -> None:
    land(connection, 1, [], DELIVERED[:2])
    land(connection, 2, DELIVERED[:1])
    known = known_quarantine(connection, DELIVERED)
    assert [row.file_name for row in known] == ["2.txt"]
    check_all_landed(connection, DELIVERED[:2], known)


def test_delivered_is_read_and_quarantined_and_known(connection: duckdb.DuckDBPyConnection) -> None:
    land(connection, 1, DELIVERED[:3], DELIVERED[3:4])
    known = known_quarantine(connection, DELIVERED)
    land(connection, 2, DELIVERED[4:7], DELIVERED[7:])
    check_all_landed(connection, DELIVERED, known, 2)
    check_all_landed(connection, [*DELIVERED[1:4], *DELIVERED[4:]], known, 2)  # withdrawn: it may stay landed
    for missing in DELIVERED:
        others = [document for document in DELIVERED if document is not missing]
        if missing in DELIVERED[4:]:
            with pytest.raises(DocumentsLost, match=f"found more often.*{missing.sha256}"):
                check_all_landed(connection, others, known, 2)


@pytest.mark.parametrize(
    ("landed", "refused", "told"),
    [
        (DELIVERED[:7], [], "neither read nor quarantined: 8.txt"),
        (DELIVERED[:5], [], "neither read nor quarantined: 6.txt, 7.txt, 8.txt"),
        (DELIVERED[:4], DELIVERED[4:6], "neither read nor quarantined: 7.txt, 8.txt"),
        ([*DELIVERED, DELIVERED[0]], [], "found more often than delivered: 1.txt"),
        (DELIVERED, DELIVERED[1:2], "found more often than delivered: 2.txt"),
        ([*DELIVERED[:7], DELIVERED[6]], [], "neither .*: 8.txt; found more often than delivered: 7.txt"),
    ],
)
def test_a_loss_is_told_with_its_names(
    connection: duckdb.DuckDBPyConnection, landed: list[Delivered], refused: list[Delivered], told: str
) -> None:
    land(connection, 1, landed, refused)
    with pytest.raises(DocumentsLost, match=f"{told}$"):
        check_all_landed(connection, DELIVERED, (), 1)


def test_a_superseded_reading_is_no_longer_one(connection: duckdb.DuckDBPyConnection) -> None:
    land(connection, 1, DELIVERED)
    landing.land_rows(connection, 1, [SupersessionRow(10, 11, "same file")])
    with pytest.raises(DocumentsLost, match=r"neither read nor quarantined: 1\.txt$"):
        check_all_landed(connection, DELIVERED, (), 1)
