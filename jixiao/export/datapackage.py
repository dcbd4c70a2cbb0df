"""`datapackage.json` of an export: a Data Package of Frictionless, with the roles of a Fiscal Data Package.

A resource is a file with its columns, key and what its keys lead to; ``model`` says which columns are the money of
`fct_funding` and what it is grouped by.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jixiao.export.files import Exported, OpenWarehouse, by_table, digest
from jixiao.export.parts import Part
from jixiao.marts import Mart, marts
from jixiao.warehouse import MartColumn

NAME = "datapackage.json"

_TYPES = {"BIGINT": "integer", "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "date", "DECIMAL": "number"}
_DIMENSIONS = {
    "city_key": ("location", "dim_city", "city_name"),
    "department_key": ("entity", "dim_department", "department_name"),
    "unit_key": ("entity", "dim_unit", "unit_name"),
    "project_key": ("activity", "dim_project", "project_name"),
    "year_key": ("datetime", "dim_year", "budget_year"),
    "funding_source_key": ("fact", "dim_funding_source", "funding_source_name"),
}
"""What the money of a project is grouped by: the kind of a Fiscal Data Package, the table and its name."""


def write(source: OpenWarehouse, delivered: Sequence[Exported], media_type: str, folder: Path) -> Exported:
    """Describe the files of an export in ``folder``. Raises OSError."""
    path = folder / NAME
    text = json.dumps(_package(source, delivered, media_type, folder), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return Exported(NAME, "description of all files", 0, digest(path))


def _package(source: OpenWarehouse, delivered: Sequence[Exported], media_type: str, folder: Path) -> dict[str, Any]:
    declared = {mart.name: mart for mart in marts()}
    split = {name for name, own in by_table(source.parts).items() if len(own) > 1 or own[0].year_key is not None}
    return {
        "name": "jixiao",
        "title": "绩效 Jixiao: government performance budgets",
        "description": "Schema marts of the warehouse. Money is 万元 (amount_wan) and 元 (amount_yuan), exact.",
        "resources": [
            _resource(part, declared[part.table.name], own, split, media_type, folder)
            for part, own in zip(source.parts, delivered, strict=True)
        ],
        "model": _model([part for part in source.parts if part.table.name == "fct_funding"]),
    }


def _resource(part: Part, mart: Mart, own: Exported, split: set[str], media_type: str, folder: Path) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": part.stem,
        "path": own.name,
        "title": part.table.term,
        "description": part.table.description,
        "format": Path(own.name).suffix.removeprefix("."),
        "mediatype": media_type,
        "bytes": (folder / own.name).stat().st_size,
        "hash": f"sha256:{own.sha256}",
    }
    if media_type == "text/csv":
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8"}
        resource |= {"dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True}}
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in part.table.columns],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": field.name, "reference": {"resource": field.leads_to[0], "fields": field.leads_to[1]}}
            for field in mart.fields
            if field.leads_to and field.leads_to[0] not in split
        ],
    }
    if mart.primary_key:
        schema["primaryKey"] = list(mart.primary_key)
    return resource | {"schema": schema}


def _field(column: MartColumn) -> dict[str, Any]:
    """A column. A text is never required: a CSV cannot say whether it is empty or absent."""
    kind = _TYPES[column.type.partition("(")[0]]
    field: dict[str, Any] = {
        "name": column.name,
        "type": kind,
        "title": column.term,
        "description": column.description,
    }
    if not column.nullable and kind != "string":
        field["constraints"] = {"required": True}
    return field


def _model(funding: Sequence[Part]) -> dict[str, Any]:
    """The money of each file of `fct_funding`, planned expenditure in 元, and what it is grouped by."""
    measures = {
        part.stem.replace("fct_funding", "amount"): {
            "source": "amount_yuan",
            "resource": part.stem,
            "currency": "CNY",
            "direction": "expenditure",
            "phase": "proposed",
        }
        for part in funding
    }
    dimensions = {
        key.removesuffix("_key"): {
            "dimensionType": kind,
            "primaryKey": "key",
            "attributes": {
                "key": {"source": key, "resource": table},
                "name": {"source": name, "resource": table, "labelfor": "key"},
            },
        }
        for key, (kind, table, name) in _DIMENSIONS.items()
    }
    return {"measures": measures, "dimensions": dimensions}
