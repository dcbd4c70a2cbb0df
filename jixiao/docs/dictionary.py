"""The dictionary of schema ``marts``: every table and column with its Chinese term."""

from jixiao.marts import Field, Mart, marts, terms

_HEAD = """# Dictionary 数据字典

Made from `models/marts/` and the seeds `table_terms` and `column_terms`. The same terms and descriptions are the
comments of the tables in `warehouse.duckdb` and of every export. Money is exact decimal, `*_wan` in 万元, `*_yuan` in
元.
"""


def page() -> str:
    """The page of every table and column, in Markdown."""
    tables, columns = terms("table_terms"), terms("column_terms")
    return "\n".join([_HEAD, *(_table(mart, tables[mart.name], columns) for mart in marts())])


def _table(mart: Mart, term: str, columns: dict[str, str]) -> str:
    lines = [
        f"## {mart.name} {term}\n",
        f"{mart.description}\n",
        "| column | 术语 | type | description |",
        "| --- | --- | --- | --- |",
        *(_column(mart, field, columns[field.name]) for field in mart.fields),
    ]
    return "\n".join(lines) + "\n"


def _column(mart: Mart, field: Field, term: str) -> str:
    notes = [field.description]
    if field.name in mart.primary_key:
        notes.append("Primary key." if len(mart.primary_key) == 1 else "Part of the primary key.")
    if field.leads_to and f"see {field.leads_to[0]}" not in field.description:
        notes.append(f"Leads to `{field.leads_to[0]}`.")
    described = " ".join(notes).replace("|", "\\|")
    return f"| `{field.name}` | {term} | {field.type}{' not null' if field.is_required else ''} | {described} |"
