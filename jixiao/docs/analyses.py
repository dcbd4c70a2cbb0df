"""The questions of `analyses/`, answered by a warehouse."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from jixiao.docs import markdown
from jixiao.project import ROOT

_HEAD = """# Questions an auditor asks

Each is a file of SQL in `analyses/` that runs as it is in any DuckDB client, on any warehouse of this project; it names
the published tables of schema `marts`. Copy one, change it, ask the next question.

```sh
make docs  # site/analyses.html: this page for your warehouse.duckdb
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


@dataclass(frozen=True, slots=True)
class Analysis:
    """A question in Chinese and English, how to read its answer, what to beware of, and the text of its file."""

    name: str
    question_zh: str
    question_en: str
    how_to_read: str
    caveat: str
    sql: str


def load() -> list[Analysis]:
    """All questions, in the order of their names. Raises ValueError where the head of a file is not as it must be."""
    return [_parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "analyses").glob("*.sql"))]


def _parse(name: str, sql: str) -> Analysis:
    head = [line.removeprefix("--").strip() for line in sql.splitlines() if line.startswith("--")]
    zh, en, blank, *rest = head
    notes = " ".join(line for line in rest if not line.startswith("depends_on:"))
    reading, separator, caveat = notes.partition(" Caveat: ")
    if blank or not separator or not reading.startswith("Read: "):
        raise ValueError(f"analyses/{name}.sql: the head is two questions, a blank line, Read: and Caveat:")
    return Analysis(name, zh, en, reading.removeprefix("Read: "), caveat, sql)


def page(warehouse: Path) -> str:
    """The answers of ``warehouse`` to all questions, in Markdown."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        sections = [_section(analysis, connection) for analysis in load()]
    return "\n".join([_HEAD, *sections])


def _section(analysis: Analysis, connection: duckdb.DuckDBPyConnection) -> str:
    result = connection.execute(analysis.sql)
    columns = [column[0] for column in result.description or []]
    rows = result.fetchall()
    return f"""## {analysis.question_zh}

{analysis.question_en} [`{analysis.name}.sql`](../analyses/{analysis.name}.sql)

* Read: {analysis.how_to_read}
* Caveat: {analysis.caveat}

{markdown.table(columns, rows) if rows else "No row."}
"""
