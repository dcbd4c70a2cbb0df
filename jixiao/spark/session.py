"""The Spark session of a warehouse folder."""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

LOCAL = "local[*]"

_ON_ONE_MACHINE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
}


def open_session(folder: Path, master: str = LOCAL) -> SparkSession:
    """The session whose tables lie below ``folder``; one process at a time has it. dbt takes the session it finds.

    ``master`` is a Spark address. What a cluster needs besides is Spark's own configuration (SPARK_CONF_DIR).
    """
    folder = folder.resolve()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",
        "spark.sql.warehouse.dir": str(folder / "tables"),
        "spark.driver.extraJavaOptions": f"-Dderby.stream.error.file={folder / 'derby.log'}",
        "spark.hadoop.javax.jdo.option.ConnectionURL": f"jdbc:derby:;databaseName={folder / 'metastore'};create=true",
    }
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings |= _ON_ONE_MACHINE
    builder = SparkSession.builder.master(master).appName("jixiao").enableHiveSupport()
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
