"""The published documents, read and compared with rows that were checked against their words.

Each case is a folder: `projects.csv` and `indicators.csv` hold every row that must be read from the document of
``documents/`` whose name begins with the folder's. Run this file to write them anew after a change of the reading, and
read the difference.
"""

import csv
import hashlib
import io
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent.parent / "documents"
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_"))

DIGESTS = {
    "000": "1c6f6868125803d99faaf0b11abb3de07a95046f3c3a47f5f0e12975814426f1",
    "001": "f609a3a4d7c8acd14546baffb09e87b66b2bd3e47ab0e09dc8cb1c2616efd76b",
    "002": "2fce952552a8a0d875c3b5fe88f9a048fcc67325e6a9a5416562926564e15262",
    "003": "4c9d7f292953670f6ee06dfdbbe81d9356db23eb3e610092ece7672ca07f2c91",
    "004": "e838270acfbb60c0c8c5ea916fc75486dd3d0bc4b11eab8659108dc4450f2ae0",
}

# case: year, basis, units, projects, indicators, sum of the year, sum of the mid-term, share understood at least
FACTS = {
    "000": (2025, "inferred", 2, 6, 24, "370.13", "0", "1"),
    "001": (2026, "inferred", 3, 14, 123, "1497.06", "0", "1"),
    "002": (2024, "printed", 1, 35, 157, "56539.99", "0", "0.975"),
    "003": (2020, "printed", 1, 8, 56, "172.78", "518.34", "1"),
    "004": (2024, "inferred", 3, 21, 68, "3340.00", "0", "1"),
}


def _file(case: str) -> Path:
    (path,) = DOCUMENTS.glob(f"{case}_*")
    return path


@lru_cache
def _reading(case: str) -> Reading:
    return read(_file(case).read_bytes(), _file(case).name)


def _projects(reading: Reading) -> str:
    units = {unit.unit_seq: unit.unit_name for unit in reading.units}
    rows = [["unit", "project", "amounts", "midterm", "annual_goal", "cycle_goal"]]
    for project in reading.projects:
        funding = [row for row in reading.funding if row.project_seq == project.project_seq]
        amounts = "+".join(f"{row.funding_source_code} {row.amount_wan:.2f}" for row in funding)
        midterm = "+".join(f"{row.midterm_amount_wan:.2f}" for row in funding if row.midterm_amount_wan is not None)
        goals = [project.annual_goal or "", project.cycle_goal or ""]
        rows.append([units[project.unit_seq], project.project_name, amounts, midterm, *goals])
    return _csv(rows)


def _indicators(reading: Reading) -> str:
    rows = [["project", "seq", "category", "name", "cycle_target", "cycle_read", "annual_target", "annual_read"]]
    for row in reading.indicators:
        cycle = (row.cycle_operator, row.cycle_value, row.cycle_upper_value, row.cycle_unit)
        annual = (row.annual_operator, row.annual_value, row.annual_upper_value, row.annual_unit)
        rows.append(
            [
                str(row.project_seq),
                str(row.indicator_seq),
                str(row.category_code),
                row.indicator_name or "",
                row.cycle_target or "",
                " ".join(str(part) for part in cycle if part is not None),
                row.annual_target or "",
                " ".join(str(part) for part in annual if part is not None),
            ]
        )
    return _csv(rows)


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_the_document_is_the_published_one(case: str) -> None:
    assert hashlib.sha256(_file(case).read_bytes()).hexdigest() == DIGESTS[case]


@pytest.mark.parametrize("case", CASES)
def test_counts_years_and_totals(case: str) -> None:
    year, basis, units, projects, indicators, total, midterm, understood = FACTS[case]
    reading = _reading(case)
    document = reading.document
    assert (document.budget_year, document.year_basis) == (year, basis)
    assert (len(reading.units), len(reading.projects), len(reading.indicators)) == (units, projects, indicators)
    assert sum(row.amount_wan for row in reading.funding) == Decimal(total)
    assert sum(row.midterm_amount_wan or 0 for row in reading.funding) == Decimal(midterm)
    share = Decimal(document.characters - document.not_understood_characters) / document.characters
    assert share >= Decimal(understood)


@pytest.mark.parametrize("case", CASES)
def test_every_project_is_read_as_printed(case: str) -> None:
    assert _projects(_reading(case)) == (HERE / case / "projects.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_indicator_is_read_as_printed(case: str) -> None:
    assert _indicators(_reading(case)) == (HERE / case / "indicators.csv").read_text(encoding="utf-8")


def test_the_damaged_amount_is_repaired_and_recorded() -> None:
    reading = _reading("002")
    assert [(r.measure, r.printed, r.repaired_wan, r.line) for r in reading.repairs] == [
        ("fiscal", "25. 7€", Decimal("25.76"), 38),
        ("special_account", "5", Decimal(0), 38),
    ]
    (funding,) = [row for row in reading.funding if row.is_repaired]
    assert (funding.amount_wan, funding.amount_printed) == (Decimal("25.76"), "25. 7€")


if __name__ == "__main__":
    for name in CASES:
        (HERE / name / "projects.csv").write_text(_projects(_reading(name)), encoding="utf-8")
        (HERE / name / "indicators.csv").write_text(_indicators(_reading(name)), encoding="utf-8")
