"""Full-text search of a warehouse: literal texts in units, projects, goals and indicators, of departments too."""

from dataclasses import dataclass

import duckdb

_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
_NARROW = "".join(map(chr, range(0x21, 0x7F)))
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the text stands. ``text`` is the whole field; ``start`` and ``end`` limit what matched in it."""

    kind: str
    text: str
    start: int
    end: int
    project_name: str | None
    department_name: str
    budget_year: int
    page: int
    line: int
    file_name: str

    @property
    def excerpt(self) -> tuple[str, str, str]:
        """The words before the match, the match, and the words after it."""
        before, after = self.text[: self.start], self.text[self.end :]
        if len(before) > _AROUND:
            before = "…" + before[-_AROUND:]
        if len(after) > _AROUND:
            after = after[:_AROUND] + "…"
        return before, self.text[self.start : self.end], after


def search(connection: duckdb.DuckDBPyConnection, text: str, limit: int) -> tuple[list[Hit], int]:
    """The first ``limit`` places where ``text`` stands, and how many there are.

    White space, width and case make no difference; every other character stands for itself. Raises ValueError where
    nothing is left to search for.
    """
    wanted = "".join(char for _, char in _folded(text))
    if not wanted:
        raise ValueError("nothing to search for: the text holds white space only")
    rows = connection.execute(_QUERY, {"wanted": wanted, "wide": _WIDE, "narrow": _NARROW, "limit": limit}).fetchall()
    return [Hit(kind, text, *_found(text, wanted), *rest) for _, kind, text, *rest in rows], rows[0][0] if rows else 0


def _found(text: str, wanted: str) -> tuple[int, int]:
    """Where the folded text stands in a text that holds it."""
    folded = list(_folded(text))
    start = "".join(char for _, char in folded).index(wanted)
    return folded[start][0], folded[start + len(wanted) - 1][0] + 1


def _folded(text: str) -> list[tuple[int, str]]:
    """The characters that count, each narrow and small, with its place. The query folds in the same way."""
    narrow = str.maketrans(_WIDE, _NARROW)
    return [(place, char.translate(narrow).lower()[:1]) for place, char in enumerate(text) if not char.isspace()]


_QUERY = r"""
    with texts as (
        select 1 as kind_order, '单位' as kind, unit_name as text, null as project_name, document_key, page, line
        from (
            select unit_key, document_key, min(page) as page, min(line) as line from marts.fct_goals group by all
        )
        inner join marts.dim_unit using (unit_key)
        union all
        select 2, '项目', project_name, project_name, document_key, page, line
        from marts.fct_goals inner join marts.dim_project using (project_key)
        union all
        select 3, '目标', unnest(list_distinct([annual_goal, cycle_goal])), project_name, document_key, page, line
        from marts.fct_goals inner join marts.dim_project using (project_key)
        union all
        select
            4, '指标', unnest(list_distinct([indicator_name, annual_target, cycle_target])), project_name, document_key,
            page, line
        from marts.fct_indicators inner join marts.dim_project using (project_key)
        union all
        select
            5, '部门整体', unnest(list_distinct([annual_goal, cycle_goal, achieved_goal, particulars])), null,
            document_key, page, line
        from marts.fct_department_goals
        union all
        select 5, '部门整体', unnest(list_distinct([task_name, content])), null, document_key, page, line
        from marts.fct_department_tasks
        union all
        select 5, '部门整体', unnest(list_distinct([indicator_name, annual_target, reason, note])), null, document_key,
            page, line
        from marts.fct_department_indicators
    )

    select
        count(*) over (), kind, text, project_name, department_name, budget_year, page, line, file_name
    from texts
    inner join marts.dim_document using (document_key)
    inner join marts.dim_department using (department_key)
    inner join marts.dim_year using (year_key)
    where contains(lower(translate(regexp_replace(text, '[\s\p{Z}]', '', 'g'), $wide, $narrow)), $wanted)
    order by kind_order, budget_year desc, file_name, page, line, text
    limit $limit
"""
