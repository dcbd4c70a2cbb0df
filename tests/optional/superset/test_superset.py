"""The dashboard in a real Apache Superset, asked over REST and compared with the warehouse; run by `make bi-test`.

Superset has an environment of its own, `.venv-bi`: its versions of SQLAlchemy and others are not ours.
"""

import json
import os
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jixiao.export.superset import CHARTS, DATASETS, Chart, write_bundle

PROGRAMS = Path(__file__).resolve().parents[3] / ".venv-bi" / "bin"
CONFIG = """
SECRET_KEY = {key!r}
SQLALCHEMY_DATABASE_URI = "sqlite:///{home}/superset.db"
TALISMAN_ENABLED = False
RATELIMIT_ENABLED = False
BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {{"zh": {{"flag": "cn", "name": "简体中文"}}, "en": {{"flag": "us", "name": "English"}}}}
"""
START_SECONDS = 180


class Client:
    """Superset over REST, logged in."""

    def __init__(self, address: str, password: str) -> None:
        self._address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self._headers = {"Content-Type": "application/json", "Referer": address}
        token = self.ask("POST", "security/login", username="admin", password=password, provider="db", refresh=False)[
            "access_token"
        ]
        self._headers["Authorization"] = f"Bearer {token}"
        self._headers["X-CSRFToken"] = self.ask("GET", "security/csrf_token/")["result"]

    def ask(self, method: str, path: str, **content: Any) -> Any:
        body = json.dumps(content).encode() if content else None
        request = urllib.request.Request(f"{self._address}/api/v1/{path}", body, self._headers, method=method)
        with self._opener.open(request, timeout=60) as answer:
            return json.load(answer)


@pytest.fixture(scope="module")
def superset(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server of its own on the loopback with our bundle imported, stopped at the end."""
    home = tmp_path_factory.mktemp("superset")
    bundle, password = home / "bundle.zip", secrets.token_hex(8)
    write_bundle(published, bundle)
    (home / "superset_config.py").write_text(CONFIG.format(key=secrets.token_hex(32), home=home), encoding="utf-8")
    environment = {
        **os.environ, "SUPERSET_HOME": str(home), "SUPERSET_CONFIG_PATH": str(home / "superset_config.py"),
        "FLASK_APP": "superset.app:create_app()", "SCARF_ANALYTICS": "false",
    }  # fmt: skip

    def run(*arguments: str) -> None:
        done = subprocess.run(
            [PROGRAMS / "superset", *arguments], env=environment, cwd=home, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

    run("db", "upgrade")
    run("fab", "create-admin", "--username", "admin", "--firstname", "a", "--lastname", "b",
        "--email", "a@example.org", "--password", password)  # fmt: skip
    run("init")
    run("import-dashboards", "-p", str(bundle), "-u", "admin")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [PROGRAMS / "gunicorn", "-w", "1", "--threads", "4", "-t", "120", "-b", f"127.0.0.1:{port}",
         "superset.app:create_app()"],
        env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/health", server)
        yield Client(f"http://127.0.0.1:{port}", password)
    finally:
        server.terminate()
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(1)
    raise AssertionError("Superset did not start")


def _dataset_id(superset: Client, title: str) -> int:
    (found,) = [row for row in superset.ask("GET", "dataset/")["result"] if row["table_name"] == title]
    return int(found["id"])


def test_the_dashboard_holds_every_chart(superset: Client) -> None:
    charts = superset.ask("GET", "dashboard/jixiao/charts")["result"]
    assert {chart["slice_name"] for chart in charts} == {chart.title for chart in CHARTS}


@pytest.mark.parametrize("name", DATASETS)
def test_columns_bear_their_chinese_terms(superset: Client, name: str) -> None:
    result = superset.ask("GET", f"dataset/{_dataset_id(superset, DATASETS[name].title)}")["result"]
    labels = {column["column_name"]: column["verbose_name"] for column in result["columns"]}
    assert labels["budget_year"] == "预算年度"
    assert all(labels.values())


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_a_chart_shows_what_the_warehouse_holds(superset: Client, published: Path, chart: Chart) -> None:
    dataset = DATASETS[chart.dataset]
    query = {"columns": list(chart.columns), "metrics": list(chart.metrics), "row_limit": 1000, "orderby": []}
    answer = superset.ask(
        "POST",
        "chart/data",
        datasource={"id": _dataset_id(superset, dataset.title), "type": "table"},
        queries=[query],
        result_format="json",
        result_type="full",
        force=True,
    )
    shown = [[row[name] for name in (*chart.columns, *chart.metrics)] for row in answer["result"][0]["data"]]
    metrics = [dataset.metrics[metric][1] for metric in chart.metrics]
    with duckdb.connect(str(published), read_only=True) as connection:
        kept = connection.execute(
            f"select {', '.join((*chart.columns, *metrics))} from ({dataset.query}) group by all"
        ).fetchall()
    places = len(chart.columns)
    assert sorted(map(repr, (row[:places] for row in shown))) == sorted(repr(list(row[:places])) for row in kept)
    there = {tuple(row[:places]): row[places:] for row in shown}
    for row in kept:
        assert [float(value) for value in there[row[:places]]] == pytest.approx(
            [float(value) for value in row[places:]], rel=1e-12
        )


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_text('/etc/hostname')",
        "select * from read_csv('/etc/passwd')",
        "drop table marts.dim_city",
        "attach ':memory:' as other",
        "set enable_external_access = true",
    ],
)
def test_the_sql_door_leads_nowhere_else(superset: Client, query: str) -> None:
    database = superset.ask("GET", "database/")["result"][0]["id"]
    good = superset.ask("POST", "sqllab/execute/", database_id=database, sql="select count(*) as n from marts.dim_city")
    assert good["data"] == [{"n": 2}]
    with pytest.raises(urllib.error.HTTPError) as refused:
        superset.ask("POST", "sqllab/execute/", database_id=database, sql=query)
    assert refused.value.code in (400, 403, 422, 500)
