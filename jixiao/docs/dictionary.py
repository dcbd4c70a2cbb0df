"""The dictionary of schema ``marts``: every table and column with its Chinese term."""

from ingest.vocabulary.messages import in_chinese
from jixiao.docs.diagrams import tables as drawn
from jixiao.marts import Field, Mart, marts, terms

_HEAD = """# Dictionary 数据字典

[中文](dictionary.zh-CN.md)

Made from `models/marts/` and the seeds `table_terms` and `column_terms`. The same terms and descriptions are the
comments of the tables in `warehouse.duckdb` and of every export. Money is exact decimal, `*_wan` in 万元, `*_yuan` in
元.
"""

_HEAD_ZH = """# 数据字典

[English](dictionary.md)

本页由 `models/marts/` 和参数表 `table_terms`、`column_terms`、`messages` 生成，列出 `marts` 模式的每张表和每一列。\
同样的术语是 `warehouse.duckdb` 及各种导出中表和列的注释，其后的说明为英文。金额为精确小数，`*_wan` 以万元为单位，\
`*_yuan` 以元为单位。
"""


def page() -> str:
    """The page of every table and column, in Markdown."""
    tables, columns = terms("table_terms"), terms("column_terms")
    return "\n".join([_HEAD, *(_table(mart, tables[mart.name], columns) for mart in marts())])


def chinese_page() -> str:
    """The page of every table and column in Chinese: its sentences are those of the catalogue of messages."""
    tables, columns = terms("table_terms"), terms("column_terms")
    return "\n".join([_HEAD_ZH, *(_table_zh(mart, tables[mart.name], columns) for mart in marts())])


def sentences(mart: Mart) -> list[str]:
    """What is said of a table behind its grain, sentence by sentence, and of its columns."""
    return [*_remarks(mart), *(field.description for field in mart.fields)]


def _remarks(mart: Mart) -> list[str]:
    _, *more = mart.description.removesuffix(".").split(". ")
    return [f"{one}." for one in more]


def _table_zh(mart: Mart, term: str, columns: dict[str, str]) -> str:
    grain = next(one.grain for one in drawn() if one.name == mart.name)
    rows = [
        f"| {columns[field.name]} | `{field.name}` | {field.type} | {required} | {_key_zh(mart, field)} "
        f"| {in_chinese(field.description)} |"
        for field in mart.fields
        for required in ["是" if field.is_required else ""]
    ]
    said = f"`{mart.name}`：每行是{in_chinese(grain)}。{''.join(map(in_chinese, _remarks(mart)))}\n"
    head = ["| 术语 | 列 | 类型 | 必有 | 键 | 说明 |", "| --- | --- | --- | --- | --- | --- |"]
    return "\n".join([f"## {term}\n", said, *head, *rows]) + "\n"


def _key_zh(mart: Mart, field: Field) -> str:
    own = "主键" if field.name in mart.primary_key else ""
    leads_to = f"指向 `{field.leads_to[0]}`" if field.leads_to else ""
    return "，".join(filter(None, (own, leads_to)))


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
