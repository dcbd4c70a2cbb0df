"""A good delivery: the published documents as landed, an earlier reading of one of them, and plain marts."""

from pathlib import Path

import duckdb

from ingest import landing
from ingest.delivery import read_all, scan
from ingest.pipeline import read
from ingest.rows import BatchRow, SupersessionRow
from tests.drawing.strategies import drawn

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"
MARTS = Path(__file__).with_name("marts.sql")


def build(path: Path) -> Path:
    """Build the warehouse that every expectation holds for; its first document is superseded by its second."""
    delivered = scan(DOCUMENTS)
    readings, quarantined = read_all(delivered)
    assert not quarantined
    readings.append(read(drawn(1, "self_evaluation").data, "evaluation.txt"))
    earlier = read(delivered[0].path.read_bytes() + b"\n", delivered[0].file_name)
    with duckdb.connect(str(path)) as connection:
        landing.create(connection)
        for batch_id, first, landed in ((1, 1, [earlier]), (2, 2, readings)):
            landing.land_readings(connection, batch_id, list(enumerate(landed, start=first)))
            batch = BatchRow("project", "parser", len(landed), len(landed), 0)
            landing.land_batch_rows(connection, batch_id, [batch])
        landing.land_batch_rows(connection, 2, [SupersessionRow(1, 2, "same file")])
        connection.execute(MARTS.read_text(encoding="utf-8"))
    return path
