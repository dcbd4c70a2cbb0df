"""What the models' own files say about schema ``marts``: descriptions, keys and what they lead to."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jixiao.project import ROOT

_REF = re.compile(r"ref\('(\w+)'\)")


@dataclass(frozen=True, slots=True)
class Field:
    """A column as declared: SQL type, description, and the table and column a foreign key leads to."""

    name: str
    type: str
    description: str
    is_required: bool
    is_unique: bool
    leads_to: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Mart:
    """A model of schema ``marts`` as declared; ``together`` are columns that only together are unique."""

    name: str
    description: str
    fields: tuple[Field, ...]
    together: tuple[str, ...]

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The column that tells rows apart, or the columns; empty where the model declares none."""
        single = tuple(field.name for field in self.fields if field.is_unique and field.is_required)[:1]
        required = {field.name for field in self.fields if field.is_required}
        return single or (self.together if required.issuperset(self.together) else ())


def marts() -> tuple[Mart, ...]:
    """Every mart by name, from the yml beside its SQL."""
    models = [model for path in (ROOT / "models" / "marts").rglob("*.yml") for model in _models(path)]
    return tuple(sorted(map(_mart, models), key=lambda mart: mart.name))


def terms(seed: str) -> dict[str, str]:
    """Chinese terms by name: seed ``table_terms`` or ``column_terms``."""
    return dict(_rows(seed))


def value_terms() -> dict[tuple[str, str], str]:
    """Chinese terms of codes, by column and code."""
    return {(column, value): term for column, value, term in _rows("value_terms")}


def _rows(seed: str) -> list[Any]:
    with (ROOT / "seeds" / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _models(path: Path) -> Iterator[dict[str, Any]]:
    import yaml  # most commands ask for Chinese terms alone

    yield from yaml.safe_load(path.read_text(encoding="utf-8")).get("models", [])


def _mart(model: dict[str, Any]) -> Mart:
    together = [
        test["unique_together"]["arguments"]["columns"]
        for test in model.get("data_tests", [])
        if "unique_together" in test
    ]
    fields = tuple(_field(column) for column in model["columns"])
    return Mart(model["name"], model["description"], fields, tuple(together[0]) if together else ())


def _field(column: dict[str, Any]) -> Field:
    tests = column.get("data_tests", [])
    leads = [test["relationships"]["arguments"] for test in tests if "relationships" in test]
    return Field(
        column["name"],
        column["data_type"],
        column["description"],
        {"type": "not_null"} in column.get("constraints", []),
        "unique" in tests,
        next(((found.group(1), lead["field"]) for lead in leads if (found := _REF.search(lead["to"]))), None),
    )
