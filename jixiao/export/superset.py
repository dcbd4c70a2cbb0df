"""A dashboard for Apache Superset as a bundle to import: `python -m jixiao.export.superset WAREHOUSE BUNDLE.zip`.

The bundle holds no data: a connection to the warehouse (read-only, locked), datasets with Chinese terms, charts and one
dashboard. Names decide the identities, so that importing again updates what was imported before.
"""

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import duckdb
import yaml

from jixiao.warehouse import LOCKED, mart_tables, open_warehouse

_DATABASE = "绩效预算数据仓库"
_MONEY, _COUNT, _SHARE = ",.2f", ",d", ".1%"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset: the query it is made of, and its metrics (label, expression, format) by name."""

    title: str
    query: str
    metrics: dict[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a dataset: its kind in Superset, the metrics it shows and the columns it is split by."""

    title: str
    dataset: str
    kind: str
    metrics: tuple[str, ...]
    columns: tuple[str, ...]


DATASETS = {
    "funding": Dataset(
        "项目资金",
        """
        select
            cast(budget_year as varchar) as budget_year, city_name, function_name, department_name, unit_name,
            project_name, project_family, is_classified, funding_source_name, amount_wan
        from marts.fct_funding
        inner join marts.dim_year using (year_key)
        inner join marts.dim_city on fct_funding.city_key = dim_city.city_key
        inner join marts.dim_department on fct_funding.department_key = dim_department.department_key
        inner join marts.dim_unit on fct_funding.unit_key = dim_unit.unit_key
        inner join marts.dim_project on fct_funding.project_key = dim_project.project_key
        inner join marts.dim_funding_source using (funding_source_key)
        where is_counted
        """,
        {"amount": ("金额（万元）", "sum(amount_wan)", _MONEY), "lines": ("笔数", "count(*)", _COUNT)},
    ),
    "comparison": Dataset(
        "城市比较",
        "select * replace (cast(budget_year as varchar) as budget_year) from marts.city_comparison",
        {
            "amount": ("金额（万元）", "sum(amount_wan)", _MONEY),
            "projects": ("项目数", "sum(projects)", _COUNT),
            "quantitative": (
                "量化率（定量指标 ÷ 全部指标）",
                "sum(quantitative_share * indicators) / sum(indicators)",
                _SHARE,
            ),
        },
    ),
    "findings": Dataset(
        "审计疑点",
        """
        select
            cast(budget_year as varchar) as budget_year, city_name, department_name, severity, certainty, rule_code,
            title_zh, amount_at_stake_wan, repeats, first_year, message, file_name, page, line
        from marts.audit_findings
        inner join marts.dim_document using (document_key)
        inner join marts.dim_year using (year_key)
        inner join marts.dim_city on dim_document.city_key = dim_city.city_key
        inner join marts.dim_department on dim_document.department_key = dim_department.department_key
        """,
        {"findings": ("审计疑点数", "count(*)", _COUNT), "finding_rows": ("涉及行数", "sum(repeats)", _COUNT)},
    ),
}

CHARTS = (
    Chart("预算金额合计（万元）", "funding", "big_number_total", ("amount",), ()),
    Chart("各城市年度金额（万元）", "funding", "echarts_timeseries_bar", ("amount",), ("budget_year", "city_name")),
    Chart("资金来源（万元）", "funding", "pie", ("amount",), ("funding_source_name",)),
    Chart(
        "同职能部门比较", "comparison", "table", ("amount", "projects", "quantitative"),
        ("function_name", "budget_year", "city_name"),
    ),
    Chart("审计疑点", "findings", "table", ("findings", "finding_rows"), ("severity", "title_zh")),
)  # fmt: skip


def write_bundle(warehouse: Path, bundle: Path) -> None:
    """Write the bundle for ``warehouse`` to the zip file ``bundle``. Raises NoWarehouse and OSError."""
    with open_warehouse(warehouse) as connection:
        files = {f"datasets/warehouse/{name}.yaml": _dataset(name, connection) for name in DATASETS}
    files |= {f"charts/{number}.yaml": _chart(chart) for number, chart in enumerate(CHARTS, start=1)}
    files |= {
        "metadata.yaml": {"version": "1.0.0", "type": "Dashboard", "timestamp": "2000-01-01T00:00:00+00:00"},
        "databases/warehouse.yaml": _database(warehouse),
        "dashboards/budgets.yaml": _dashboard(),
    }
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
            archive.writestr(zipfile.ZipInfo(f"jixiao/{name}"), text)


def _identity(kind: str, name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"jixiao:{kind}:{name}"))


def _database(warehouse: Path) -> dict[str, Any]:
    return {
        "database_name": _DATABASE,
        "sqlalchemy_uri": f"duckdb:///{warehouse.resolve()}",
        "expose_in_sqllab": True,
        "allow_dml": False,
        "extra": {"engine_params": {"connect_args": {"read_only": True, "config": dict(LOCKED)}}},
        "uuid": _identity("database", _DATABASE),
        "version": "1.0.0",
    }


def _dataset(name: str, connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    dataset = DATASETS[name]
    comments = {column.name: column for table in mart_tables(connection) for column in table.columns}
    columns = connection.execute(f"describe {dataset.query}").fetchall()
    return {
        "table_name": dataset.title,
        "sql": dataset.query,
        "columns": [
            {
                "column_name": column,
                "verbose_name": comments[column].term,
                "description": comments[column].description,
                "type": kind,
                "groupby": True,
                "filterable": True,
            }
            for column, kind, *_ in columns
        ],
        "metrics": [
            {"metric_name": metric, "verbose_name": label, "expression": expression, "d3format": look}
            for metric, (label, expression, look) in dataset.metrics.items()
        ],
        "uuid": _identity("dataset", name),
        "database_uuid": _identity("database", _DATABASE),
        "version": "1.0.0",
    }


def _chart(chart: Chart) -> dict[str, Any]:
    first, *others = (*chart.columns, None)
    rest = [column for column in others if column]
    formats = {metric: DATASETS[chart.dataset].metrics[metric][2] for metric in chart.metrics}
    shape: dict[str, dict[str, Any]] = {
        "big_number_total": {"metric": chart.metrics[0], "y_axis_format": formats[chart.metrics[0]]},
        "pie": {"metric": chart.metrics[0], "groupby": list(chart.columns), "number_format": formats[chart.metrics[0]]},
        "echarts_timeseries_bar": {"x_axis": first, "metrics": list(chart.metrics), "groupby": rest},
        "table": {"query_mode": "aggregate", "metrics": list(chart.metrics), "groupby": list(chart.columns)},
    }
    return {
        "slice_name": chart.title,
        "viz_type": chart.kind,
        "params": {"viz_type": chart.kind, "adhoc_filters": [], "row_limit": 1000, **shape[chart.kind]},
        "uuid": _identity("chart", chart.title),
        "dataset_uuid": _identity("dataset", chart.dataset),
        "version": "1.0.0",
    }


def _dashboard() -> dict[str, Any]:
    """All charts, two a row, with a filter by budget year."""
    rows = [CHARTS[place : place + 2] for place in range(0, len(CHARTS), 2)]
    position: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": [f"ROW-{row}" for row in range(len(rows))]},
    }
    for number, row in enumerate(rows):
        keys = [f"CHART-{_identity('chart', chart.title)}" for chart in row]
        position[f"ROW-{number}"] = {
            "type": "ROW", "id": f"ROW-{number}", "children": keys, "meta": {"background": "BACKGROUND_TRANSPARENT"},
        }  # fmt: skip
        for key, chart in zip(keys, row, strict=True):
            meta = {"uuid": _identity("chart", chart.title), "sliceName": chart.title, "width": 6, "height": 50}
            position[key] = {"type": "CHART", "id": key, "children": [], "meta": meta | {"chartId": 0}}
    year = {
        "id": "NATIVE_FILTER-year", "name": "预算年度", "filterType": "filter_select", "type": "NATIVE_FILTER",
        "targets": [{"datasetUuid": _identity("dataset", "funding"), "column": {"name": "budget_year"}}],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []}, "controlValues": {},
        "defaultDataMask": {"extraFormData": {}, "filterState": {}}, "cascadeParentIds": [],
    }  # fmt: skip
    return {
        "dashboard_title": "政府绩效预算",
        "slug": "jixiao",
        "css": "",
        "position": position,
        "metadata": {"native_filter_configuration": [year], "color_scheme": "supersetColors"},
        "uuid": _identity("dashboard", "jixiao"),
        "version": "1.0.0",
    }


if __name__ == "__main__":
    write_bundle(Path(sys.argv[1]), Path(sys.argv[2]))
