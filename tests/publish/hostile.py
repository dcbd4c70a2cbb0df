"""A published warehouse whose texts try to be something else: formulas, links, markup, control characters."""

import shutil
from pathlib import Path

import duckdb

TEXTS = (
    '=HYPERLINK("http://x","y")', "+1+2", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1", "''-x", "'plain",
    " =1", "\u3000=1", "\u200b=1", "\ufeff=1", "\xa0\u2060-1", "'\u200b＝1", "\u200b字",
    "<script>alert(1)</script>", "internal:'说明'!A1", "http://x/", "{=1}", 'a","b', "1\r\n2", "", " ", "0012", "1e5",
    "_x000D_", "\x1b[31m红\x07", "‮倒", "𠮷" * 3, "字" * 40_000, "TRUE", "2024-01-01", "[red]x[/red]", "%s; drop table x; --",
)  # fmt: skip


def spoil(published: Path, folder: Path, texts: tuple[str, ...] = TEXTS) -> Path:
    """A copy of a warehouse in ``folder`` with hostile names, goals, file names and departments, one after the other."""
    warehouse = folder / published.name
    shutil.copy(published, warehouse)
    with duckdb.connect(str(warehouse)) as connection:
        for table, key, column in (
            ("dim_project", "project_key", "project_name"),
            ("fct_goals", "goal_key", "annual_goal"),
            ("audit_findings", "finding_key", "message"),
            ("dim_document", "document_key", "file_name"),
            ("dim_department", "department_key", "department_name"),
        ):
            keys = [row[0] for row in connection.execute(f"select {key} from marts.{table} order by {key}").fetchall()]
            for key_value, text in zip(keys, texts, strict=False):
                connection.execute(f"update marts.{table} set {column} = ? where {key} = ?", [text, key_value])
    return warehouse
