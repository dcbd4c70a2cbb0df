"""A Spark session, and a delivery of published and of drawn documents in two parts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jixiao.spark.session import open_session
from tests.drawing.corpus import corpus
from tests.drawing.strategies import RENDERERS, drawn

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"
DRAWN = 200
LAYOUTS = tuple(RENDERERS)


@pytest.fixture(scope="session")
def warehouse_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="session")
def session(warehouse_folder: Path) -> Iterator[SparkSession]:
    opened = open_session(warehouse_folder)
    yield opened
    opened.stop()


def first_part(folder: Path) -> Path:
    """The published documents, a corpus of departments over years, and half of the drawn documents."""
    shutil.copytree(DOCUMENTS, folder)
    for published in corpus(1):
        (folder / published.file_name).write_text(published.drawn.text, encoding="utf-8")
    _draw(folder, range(DRAWN // 2))
    return folder


def second_part(folder: Path) -> None:
    """Over the first part: the other drawn documents, one document corrected, one that cannot be read."""
    (path,) = folder.glob("004_*")
    corrected = path.read_text(encoding="utf-8").replace("3,340.00", "3,341.00").replace("3,326.00", "3,327.00")
    path.write_text(corrected.replace("购置经费\t70.00\t70.00", "购置经费\t71.00\t71.00"), encoding="utf-8")
    (folder / "notice.txt").write_text("会议通知\n", encoding="utf-8")
    _draw(folder, range(DRAWN // 2, DRAWN))


def _draw(folder: Path, seeds: range) -> None:
    for seed in seeds:
        layout = LAYOUTS[seed % len(LAYOUTS)]
        (folder / f"{seed:05}-{layout}.txt").write_text(drawn(seed, layout).text, encoding="utf-8")
