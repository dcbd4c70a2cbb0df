"""A Spark session of this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jixiao.spark.session import open_session


@pytest.fixture(scope="session")
def warehouse_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="session")
def session(warehouse_folder: Path) -> Iterator[SparkSession]:
    opened = open_session(warehouse_folder)
    yield opened
    opened.stop()
