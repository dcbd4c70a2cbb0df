"""A good delivery: the published documents and drawn ones, an earlier reading of one of them, and the marts of a build."""

from pathlib import Path

import duckdb

from ingest.delivery.folder import scan
from ingest.landing import tables as landing
from ingest.landing.batch import batch
from ingest.pipeline import read
from ingest.rows import BatchRow, SupersessionRow
from jixiao.build.models import build_models
from jixiao.build.workplace import Workplace
from tests.drawing.corpus import corpus
from tests.drawing.department import of_department
from tests.drawing.strategies import drawn
from tests.judgements.publications import publications

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"
MONITORED = DOCUMENTS.parent / "tests" / "unit" / "published" / "gansu_monitored_while_the_year_runs.txt"
_DRAWN = (("self_evaluation", 1), ("self_evaluation", 4), ("labelled", 1), ("approval", 3))


def build(path: Path) -> Path:
    """Build the warehouse that every expectation holds for; its first document is superseded by its second."""
    delivered = scan(DOCUMENTS)
    readings = [read(document.path.read_bytes(), document.file_name) for document in delivered]
    readings += [read(drawn(seed, layout).data, f"{layout}-{seed}.txt") for layout, seed in _DRAWN]
    years = [document for document in corpus(1) if document.body.function in ("生态环境", "未识别")]
    readings += [read(document.drawn.data, document.file_name) for document in years[:14]]
    readings.append(of_department(read(drawn(2, "self_evaluation").data, "department.txt")))
    readings.append(read(MONITORED.read_bytes(), MONITORED.name))
    page, data, _ = next(publications())
    readings.append(read(data, page))
    earlier = read(delivered[0].path.read_bytes() + b"\n", delivered[0].file_name)
    with duckdb.connect(str(path)) as connection:
        landing.create(connection)
        for batch_id, first, landed in ((1, 1, [earlier]), (2, 2, readings)):
            landing.land(connection, batch_id, first, batch(landed))
            landing.land_rows(connection, batch_id, [BatchRow("project", "parser", len(landed), len(landed), 0)])
        landing.land_rows(connection, 2, [SupersessionRow(1, 2, "same file")])
    build_models(Workplace(path, path.parent))
    return path
