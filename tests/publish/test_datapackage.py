"""The Data Package beside an export: valid to the library that reads it, and every file as it says."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest

from jixiao.export.run import export_files


@pytest.fixture(scope="module", params=["csv", "parquet"])
def folder(request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("export") / str(request.param)
    export_files(str(request.param), published, place, list)
    return place


def _described(folder: Path) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return described


def test_the_description_is_valid_and_names_every_file(folder: Path) -> None:
    path = folder / "datapackage.json"
    assert frictionless.Package.validate_descriptor(str(path)).flatten(["name", "note"]) == []
    package = frictionless.Package(str(path))
    named = {resource["path"] for resource in _described(folder)["resources"]}
    assert named | {"datapackage.json", "manifest.json"} == {path.name for path in folder.iterdir()}
    for resource in package.resources:
        assert resource.schema.fields and all(field.title and field.description for field in resource.schema.fields)


def test_every_row_is_as_described(published: Path, tmp_path: Path) -> None:
    export_files("csv", published, tmp_path / "csv", list)
    path = tmp_path / "csv" / "datapackage.json"
    report = frictionless.validate(str(path))
    assert report.flatten(["name", "type", "note"]) == []
    assert report.stats["tasks"] >= 25
    spoiled = json.loads(path.read_text(encoding="utf-8"))
    (projects,) = (own for own in spoiled["resources"] if own["name"] == "dim_project")
    projects["schema"]["fields"][2]["type"] = "date"
    path.write_text(json.dumps(spoiled), encoding="utf-8")
    assert not frictionless.validate(str(path)).valid


def test_the_money_of_the_model_is_that_of_the_warehouse(folder: Path, published: Path) -> None:
    described = _described(folder)
    resources = {own["name"]: own for own in described["resources"]}
    money = Decimal(0)
    for measure in described["model"]["measures"].values():
        with duckdb.connect() as connection:
            ((part,),) = connection.execute(
                f"select sum({measure['source']}) from '{folder / resources[measure['resource']]['path']}'"
            ).fetchall()
        money += Decimal(str(part)).quantize(Decimal("0.01"))
    with duckdb.connect(str(published), read_only=True) as connection:
        assert connection.execute("select sum(amount_yuan) from marts.fct_funding").fetchall() == [(money,)]
    for dimension in described["model"]["dimensions"].values():
        for attribute in dimension["attributes"].values():
            fields = resources[attribute["resource"]]["schema"]["fields"]
            assert attribute["source"] in {field["name"] for field in fields}
