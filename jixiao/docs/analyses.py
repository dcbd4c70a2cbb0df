"""The questions of `analyses/`, answered by a warehouse."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb

from jixiao.docs import markdown
from jixiao.project import ROOT

_HEAD = """# Questions an auditor asks

[中文](analyses.zh-CN.md)

Each is a file of SQL in `analyses/` that runs as it is in any DuckDB client, on any warehouse of this project; it names
the published tables of schema `marts`. Copy one, change it, ask the next question.

```sh
make docs  # site/index.html: this page, and all others, for your warehouse.duckdb
.venv/bin/python -c "import duckdb, sys; \\
    print(duckdb.connect('warehouse.duckdb', read_only=True).sql(open(sys.argv[1]).read()))" analyses/printed_totals.sql
```

In the shell of DuckDB it is `.read analyses/printed_totals.sql`. The line `depends_on` in each file is a comment to
DuckDB; it tells dbt which tables the question reads, so that the documentation of the models shows them. The answers
below are of the documents of the project, made by `make pages`. They are reasons to look into a document, never
accusations.

## Look-ups 按键查询

What is known of one department, unit or project is looked up by its key. Facts lie in the order of departments, so a
key that is written out costs the same in a warehouse of any size; a key that a subquery has to find makes DuckDB look
through all rows. So ask twice: for the key, then with it.

```sql
select department_key from marts.dim_department where department_name = '广州市人民政府办公厅';
from semantic.projects_summed where department_key = 2;  -- or unit_key = …, or project_key = …
```

The view `semantic.projects_summed` has a row a document and project: amount, indicators, those that can be measured.
The facts themselves are asked in the same way: `from marts.fct_indicators where department_key = 2`.
"""

_HEAD_ZH = """# 审计人员的问题

[English](analyses.md)

每个问题是 `analyses/` 中的一个 SQL 文件，在任何 DuckDB 客户端、本项目的任何数据仓库上都能直接运行；查询的是 `marts` \
模式中公开的表。复制一个，改一改，就能问下一个问题。

```sh
make docs  # site/index.html：用您的 warehouse.duckdb 生成的本页及其他各页
.venv/bin/python -c "import duckdb, sys; \\
    print(duckdb.connect('warehouse.duckdb', read_only=True).sql(open(sys.argv[1]).read()))" analyses/printed_totals.sql
```

在 DuckDB 的命令行里是 `.read analyses/printed_totals.sql`。各文件中的 `depends_on` 一行对 DuckDB 只是注释；它告诉 \
dbt 这个问题读哪些表，模型文档据此列出。下面的答案取自项目收录的文件，由 `make pages` 生成。\
它们是查看文件的理由，不是结论。

## 按键查询

某个部门、单位或项目的情况按键查询。事实表按部门排列，因此直接写出键值的查询，无论仓库多大，代价都一样；由子查询去找键值的，\
DuckDB 会扫描所有行。所以分两步问：先问键值，再用键值问。

```sql
select department_key from marts.dim_department where department_name = '广州市人民政府办公厅';
from semantic.projects_summed where department_key = 2;  -- 或 unit_key = …，或 project_key = …
```

视图 `semantic.projects_summed` 每份文件、每个项目一行：金额、指标数、其中可衡量的指标数。事实表也这样查询：\
`from marts.fct_indicators where department_key = 2`。
"""


class Notes(NamedTuple):
    """A question, how to read its answer, and what to beware of."""

    question: str
    how_to_read: str
    caveat: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is said of a question in English and in Chinese, and the text of its file."""

    name: str
    english: Notes
    chinese: Notes
    sql: str


def load() -> list[Analysis]:
    """All questions, in the order of their names. Raises ValueError where the head of a file is not as it must be."""
    return [_parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "analyses").glob("*.sql"))]


def _parse(name: str, sql: str) -> Analysis:
    head = [line.removeprefix("--").strip() for line in sql.splitlines() if line.startswith("--")]
    zh, en, blank, *rest = head
    notes = [line for line in rest if not line.startswith("depends_on:")]
    first = next((at for at, line in enumerate(notes) if line.startswith("读法：")), len(notes))
    reading, _, caveat = " ".join(notes[:first]).partition(" Caveat: ")
    reading_zh, _, caveat_zh = "".join(notes[first:]).partition("注意：")
    if blank or not caveat or not caveat_zh or not reading.startswith("Read: "):
        raise ValueError(
            f"analyses/{name}.sql: the head is two questions, a blank line, Read:, Caveat:, 读法： and 注意："
        )
    english = Notes(en, reading.removeprefix("Read: "), caveat)
    return Analysis(name, english, Notes(zh, reading_zh.removeprefix("读法："), caveat_zh), sql)


def pages(warehouse: Path) -> tuple[str, str]:
    """The answers of ``warehouse`` to all questions, in Markdown: the page in English, the page in Chinese."""
    english, chinese = [_HEAD], [_HEAD_ZH]
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for analysis in load():
            result = connection.execute(analysis.sql)
            columns = [column[0] for column in result.description or []]
            rows = result.fetchall()
            english.append(_section(analysis, markdown.table(columns, rows) if rows else "No row."))
            chinese.append(_section_zh(analysis, markdown.chinese_table(columns, rows) if rows else "没有结果。"))
    return "\n".join(english), "\n".join(chinese)


def _section(analysis: Analysis, answer: str) -> str:
    said = analysis.english
    return f"""## {analysis.chinese.question}

{said.question} [`{analysis.name}.sql`](../analyses/{analysis.name}.sql)

* Read: {said.how_to_read}
* Caveat: {said.caveat}

{answer}
"""


def _section_zh(analysis: Analysis, answer: str) -> str:
    said = analysis.chinese
    return f"""## {said.question}

[`{analysis.name}.sql`](../analyses/{analysis.name}.sql)

* 读法：{said.how_to_read}
* 注意：{said.caveat}

{answer}
"""
