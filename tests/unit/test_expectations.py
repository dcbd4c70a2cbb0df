import base64
import hashlib
import os
import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from expectations import report
from expectations.record import record
from expectations.run import SUITES, validate
from expectations.suites.facts import COLUMNS
from expectations.thresholds import threshold
from expectations.validation import Result, Validation
from ingest.landing import tables as landing
from ingest.landing.columns import columns
from ingest.rows import DOCUMENT_TABLES
from ingest.vocabulary.messages import in_chinese

GOOD = Result("totals", "sums_agree", "marts.fct_funding", "Money is money.", "select 1", True, "0 unexpected rows")
BAD = Result(
    "coverage",
    "<b>names</b>",
    "marts.dim_unit",
    'Said & done "so".',
    "select * from marts.dim_unit where unit_name < 'x'",
    False,
    "2 unexpected rows",
    ("unit_name = <script>alert(1)</script>", "unit_name = 广州市&amp;"),
)
RAISED = Result("coverage", "raised", "marts", "Why.", "select", False, "", (), "Catalog Error: <none>")


def test_a_validation_passes_only_when_everything_holds() -> None:
    assert Validation((GOOD,)).passed
    assert not Validation((GOOD, BAD)).passed
    assert not Validation((GOOD, RAISED)).passed
    assert not Validation(()).passed
    assert Validation((GOOD, BAD, RAISED)).failures == (BAD, RAISED)


@pytest.mark.parametrize("name", ["仓库 1.duckdb", "a?b=c&d#e%20f.duckdb", "$HOME ${x}.duckdb"])
def test_a_warehouse_of_any_name_is_validated_and_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The file stays as it was, nothing is written beside it, and the process can write to it afterwards."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    with duckdb.connect(str(path)) as connection:
        landing.create(connection)
    before = path.read_bytes()
    validation = validate(path, {"warehouse_holds_documents", "facts_sum_to_landing"})
    assert [(r.name, r.observed, bool(r.exception)) for r in validation.results] == [
        ("warehouse_holds_documents", "1 unexpected rows", False),
        ("facts_sum_to_landing", "", True),
    ]
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == [name]
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table written (x int)")


def test_a_missing_warehouse_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        validate(tmp_path / "none.duckdb")
    assert not list(tmp_path.iterdir())


def test_results_are_recorded_and_replaced_by_batch() -> None:
    with duckdb.connect() as connection:
        record(connection, Validation((GOOD, BAD)), 1)
        record(connection, Validation((GOOD,), built_batch=1), 2)
        record(connection, Validation((RAISED,)), 1)
        rows = connection.execute(
            "select batch_id, built_batch, suite, expectation, success, observed, unexpected, exception "
            "from quality.validation_results order by all"
        ).fetchall()
    assert rows == [
        (1, 0, "coverage", "raised", False, "", [], "Catalog Error: <none>"),
        (2, 1, "totals", "sums_agree", True, "0 unexpected rows", [], None),
    ]


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [name for name, _ in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_report_is_one_page_with_everything_escaped(tmp_path: Path) -> None:
    path = tmp_path / "validation.html"
    report.write(Validation((GOOD, BAD, RAISED)), path, in_chinese)
    text = path.read_text(encoding="utf-8")
    page = _Page(text)
    assert page.links == ["href"] * 2  # to its own sections
    assert page.tags.count("script") == 1
    policy, script, style = (
        re.search(pattern, text, re.DOTALL)[1]  # type: ignore[index]
        for pattern in ('Policy" content="([^"]+)"', "<script>(.*)</script>", "<style>(.*)</style>")
    )
    digests = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (script, style)]
    assert policy == "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'".format(*digests)
    assert "://" not in text
    for result in (GOOD, BAD, RAISED):
        for said in (result.name, result.why, result.subject, result.expected, *result.unexpected):
            assert said in page.text
    assert BAD.observed in page.text and "2 行不符合预期" in page.text
    assert "Catalog Error: <none>" in page.text
    assert "1 of 3" in page.text and "3 项预期中 1 项成立" in page.text
    report.write(Validation((GOOD, BAD, RAISED)), path, in_chinese)
    assert path.read_text(encoding="utf-8") == text


def test_every_expectation_is_said_in_both_languages() -> None:
    said = [*(f"suite {name}" for name in SUITES), *(one.meta["why"] for suite in SUITES.values() for one in suite)]
    assert len(said) > 100
    assert [text for text in said if in_chinese(text) == text] == []


def test_thresholds_are_rows_of_a_seed() -> None:
    assert Decimal(str(threshold("understood_share_of_a_document"))) <= 1
    with pytest.raises(KeyError):
        threshold("no such limit")


_COMPARED_AS_KEYS = {"project_seq", "unit_seq", "funding_source_code", "category_code", "measure", "project_name"}
_COMPARED_ELSEWHERE = {
    "performance": {"direction"},  # fct_performance has the direction that the target says
    "repairs": set(),
    "issues": {"indicator_seq"},
    "funding_levels": {"level_code"},  # fct_funding_levels has that of the place, its unit tests say which
    "executions": {  # of the line of all money, by executions_are_published_once
        *("budget_printed", "adjusted_printed", "executed_printed", "execution_rate_printed"),
        *("weight", "score", "reason"),
    },
}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_that_is_read_is_compared_with_its_mart(table: str) -> None:
    (row_class,) = (row_class for row_class in DOCUMENT_TABLES if row_class.table == table)
    read = {column.name for column in columns(row_class)} - _COMPARED_AS_KEYS
    assert read - set(COLUMNS[table]) == _COMPARED_ELSEWHERE.get(table, set())
