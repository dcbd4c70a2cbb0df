"""The metrics, answered by a warehouse.

MetricFlow turns a question into SQL; the SQL is run here on the file opened for reading, so that amounts stay exact,
nobody is locked out and nothing is written. `mf query` asks the same questions by hand.
"""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from metricflow.engine.metricflow_engine import MetricFlowEngine, MetricFlowQueryRequest, OutputColumnOrderMode
from metricflow.protocols.sql_client import SqlEngine
from metricflow.sql.render.duckdb_renderer import DuckDbSqlPlanRenderer
from metricflow_semantics.model.dbt_manifest_parser import parse_manifest_from_dbt_generated_manifest
from metricflow_semantics.model.semantic_manifest_lookup import SemanticManifestLookup

from ingest.vocabulary.messages import in_chinese
from jixiao import dbt
from jixiao.docs import markdown
from jixiao.docs.rules import GROUPS

_HEAD = """# Metrics

[中文](metrics.zh-CN.md)

Numbers with one definition, for every question: dbt semantic models in `models/semantic/`, asked through MetricFlow,
which joins the star schema as a question needs it. Made by `make pages` on the documents of the project.

```sh
make docs                                        # site/index.html: this page for your warehouse.duckdb
.venv/bin/dbt parse                              # once: writes target/semantic_manifest.json, from which mf works
.venv/bin/mf validate-configs                    # every metric against the warehouse
.venv/bin/mf list dimensions --metrics findings  # by what a metric can be grouped
.venv/bin/mf query --saved-query findings_by_city_year
.venv/bin/mf query --metrics funding_wan,fiscal_share --group-by city__city_name,metric_time__year \\
    --where "{{ Dimension('project__is_classified') }} = false" --order city__city_name,metric_time__year --decimals 2
```

`mf query` prints the numbers of this page rounded; `--explain` prints the SQL, which any DuckDB client runs. `mf`
opens the warehouse for writing, as dbt does, so that no other process may have it open meanwhile, and asks the package
index whether a newer `mf` exists; `make docs` does neither. For a warehouse under another name set
`JIXIAO_WAREHOUSE` for `dbt parse` and for `mf`.

From Python, unrounded:
`Metrics(file, read_manifest(file)).query(["funding_wan"], ["city__city_name"])` of `jixiao.docs.metrics`.

Time is the budget year: `metric_time__year`, or `budget_year__year_number` as a plain number. Amounts are in 万元.
"""

_HEAD_ZH = """# 度量

[English](metrics.md)

每个数只有一个定义，用于所有问题：dbt 语义模型在 `models/semantic/`，通过 MetricFlow 查询，由它按问题连接星型模型各表。\
本页由 `make pages` 用项目收录的文件生成。

```sh
make docs                                        # site/index.html：用您的 warehouse.duckdb 生成的本页
.venv/bin/dbt parse                              # 一次即可：写出 target/semantic_manifest.json，mf 由此工作
.venv/bin/mf validate-configs                    # 用数据仓库检查每个度量
.venv/bin/mf list dimensions --metrics findings  # 一个度量可以按什么分组
.venv/bin/mf query --saved-query findings_by_city_year
.venv/bin/mf query --metrics funding_wan,fiscal_share --group-by city__city_name,metric_time__year \\
    --where "{{ Dimension('project__is_classified') }} = false" --order city__city_name,metric_time__year --decimals 2
```

`mf query` 打印的是本页数字的四舍五入；`--explain` 打印 SQL，任何 DuckDB 客户端都能运行。`mf` 与 dbt 一样以写方式\
打开数据仓库，此时其他进程不能打开它，并且会向软件包索引询问是否有新版 `mf`；`make docs` 两者都不做。\
数据仓库用别的名称时，为 `dbt parse` 和 `mf` 设置 `JIXIAO_WAREHOUSE`。

在 Python 中取未舍入的数：用 `jixiao.docs.metrics` 的
`Metrics(file, read_manifest(file)).query(["funding_wan"], ["city__city_name"])`。

时间是预算年度：`metric_time__year`，或作为普通数字的 `budget_year__year_number`。金额以万元为单位。
"""

_CHINESE = re.compile(r"(.*?) (?=[A-Z]).*?( \(万元\))?")


class _DuckDB:
    """What MetricFlow must know to write SQL; it is not given a connection."""

    sql_engine_type = SqlEngine.DUCKDB
    sql_plan_renderer = DuckDbSqlPlanRenderer()


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns and rows of a query."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


class Metrics:
    """The semantic layer over one warehouse."""

    def __init__(self, warehouse: Path, manifest: Any) -> None:
        """``manifest``: what `read_manifest` gives for a warehouse of that name."""
        self.warehouse = warehouse
        self.manifest = manifest
        self._engine = MetricFlowEngine(SemanticManifestLookup(manifest), _DuckDB())

    def ask(self, saved_query: str) -> Answer:
        """The answer to a saved query, amounts exact."""
        return self._run(saved_query_name=saved_query)

    def query(self, metrics: list[str], group_by: list[str]) -> Answer:
        """The values of ``metrics``, in no order, by dimensions such as ``city__city_name``."""
        return self._run(metric_names=metrics, group_by_names=group_by)

    def _run(self, **question: Any) -> Answer:
        request = MetricFlowQueryRequest.create(output_column_order_mode=OutputColumnOrderMode.INPUT_ORDER, **question)
        sql = self._engine.explain(request).sql_statement.without_descriptions.sql
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            result = connection.execute(sql)
            return Answer([column[0] for column in result.description or []], result.fetchall())


def read_manifest(warehouse: Path) -> Any:
    """The semantic models as dbt parses them for ``warehouse``. Raises DbtFailed."""
    dbt.use(warehouse)
    with tempfile.TemporaryDirectory() as target:
        dbt.nodes_of(dbt.run([*dbt.QUIET, "parse"], Path(target), Path(target)))
        text = (Path(target) / "semantic_manifest.json").read_text(encoding="utf-8")
    return parse_manifest_from_dbt_generated_manifest(text)


def pages(metrics: Metrics) -> tuple[str, str]:
    """All metrics and the answers to all saved queries, in Markdown: the page in English, the page in Chinese."""
    known = sorted(metrics.manifest.metrics, key=lambda metric: metric.name)
    names = {metric.name: _chinese(metric.label) for metric in known}
    groups = {("rule_group", code): term for code, term in GROUPS.items()}
    listed = markdown.table(
        ["metric", "label", "meaning"], [[metric.name, metric.label, metric.description] for metric in known]
    )
    listed_zh = markdown.table(
        ["度量", "名称", "含义"],
        [[metric.name, names[metric.name], in_chinese(metric.description)] for metric in known],
    )
    english = [_HEAD, f"## The metrics\n\n{listed}\n", "## Saved queries\n"]
    chinese = [_HEAD_ZH, f"## 各项度量\n\n{listed_zh}\n", "## 已存的查询\n"]
    for query in metrics.manifest.saved_queries:
        answer = metrics.ask(query.name)
        shown = markdown.table(answer.columns, answer.rows) if answer.rows else "No row."
        english.append(f"### {query.name} {query.label}\n\n{query.description}\n\n{shown}\n")
        shown = markdown.chinese_table(answer.columns, answer.rows, names, groups) if answer.rows else "没有结果。"
        told = f"`{query.name}`\n\n{in_chinese(query.description)}"
        chinese.append(f"### {_chinese(query.label)}\n\n{told}\n\n{shown}\n")
    return "\n".join(english), "\n".join(chinese)


def _chinese(label: str) -> str:
    """The Chinese half of a label, and its unit."""
    found = _CHINESE.fullmatch(label)
    unit = "（万元）" if found and found[2] and "万元" not in found[1] else ""
    return f"{found[1]}{unit}" if found else label
