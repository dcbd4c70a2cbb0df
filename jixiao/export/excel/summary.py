"""汇总: all departments side by side, a row a year each, and the findings of each city to open first."""

from collections.abc import Mapping
from pathlib import Path

from jixiao.export.excel.book import Book
from jixiao.export.excel.sheets import Sheet
from jixiao.export.files import Exported, OpenWarehouse

NAME = "汇总.xlsx"

_COUNTED = """
    with money as (
        select department_key, year_key, cast(sum(amount_wan) as decimal(18, 6)) as amount_wan
        from marts.fct_funding where is_counted group by all
    ),

    goals as (
        select department_key, year_key, count(*) as projects from marts.fct_goals where is_counted group by all
    ),

    indicators as (
        select
            department_key, year_key, count(*) as indicators,
            count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative_indicators
        from marts.fct_indicators where is_counted group by all
    ),

    totals as (
        select department_key, year_key, count(*) as totals, count(*) filter (where not reconciles) as differing
        from marts.reconciliation inner join marts.dim_document using (document_key) group by all
    ),

    findings as (
        select
            department_key, year_key, count(*) filter (where severity = 'high') as high,
            count(*) filter (where severity = 'medium') as medium, count(*) filter (where severity = 'low') as low
        from marts.audit_findings inner join marts.dim_document using (document_key) group by all
    ),

    documents as (select department_key, year_key, count(*) as documents from marts.dim_document group by all),

    counted as (
        select
            * replace (
                coalesce(projects, 0) as projects, coalesce(indicators, 0) as indicators,
                coalesce(quantitative_indicators, 0) as quantitative_indicators, coalesce(totals, 0) as totals,
                coalesce(differing, 0) as differing, coalesce(high, 0) as high, coalesce(medium, 0) as medium,
                coalesce(low, 0) as low
            )
        from documents
        left join money using (department_key, year_key)
        left join goals using (department_key, year_key)
        left join indicators using (department_key, year_key)
        left join totals using (department_key, year_key)
        left join findings using (department_key, year_key)
    )
"""

_TERMS = {
    "totals": "印出合计数",
    "differing": "不符的合计数",
    "high": "高疑点数",
    "medium": "中疑点数",
    "low": "低疑点数",
}
_COUNTS = ("projects", "indicators", "quantitative_indicators", *_TERMS)
_SUMS = ("documents", "amount_wan", *_COUNTS)

DEPARTMENTS = Sheet(
    "部门汇总",
    "A row: a budget year of a department; its number leads to the workbook of the department",
    f"""
    {_COUNTED}

    select
        department_key, city_name, department_name, function_name, budget_year, documents, amount_wan, projects,
        indicators, quantitative_indicators, totals, differing, high, medium, low
    from counted
    inner join marts.dim_department using (department_key)
    inner join marts.dim_city using (city_key)
    inner join marts.dim_year using (year_key)
    order by budget_year desc, city_key, department_key
    """,
    summed=_SUMS,
    terms=_TERMS,
    is_numbered=True,
)

CITIES = Sheet(
    "城市汇总",
    "A row: a budget year of a city",
    f"""
    {_COUNTED}

    select
        city_name, budget_year, count(distinct department_key) as departments,
        cast(sum(documents) as bigint) as documents, cast(sum(amount_wan) as decimal(18, 6)) as amount_wan,
        {", ".join(f"cast(sum({name}) as bigint) as {name}" for name in _COUNTS)}
    from counted
    inner join marts.dim_department using (department_key)
    inner join marts.dim_city using (city_key)
    inner join marts.dim_year using (year_key)
    group by city_key, city_name, budget_year
    order by budget_year desc, city_key
    """,
    summed=_SUMS,
    terms=_TERMS,
)

FIRST = Sheet(
    "优先核查",
    "A row: one of the ten findings of a city and year to open first. A finding is a reason for review, not a "
    "conclusion",
    """
    select
        budget_year, city_name, city_place, department_name, severity, certainty, title_zh, project_name,
        amount_at_stake_wan, repeats, first_year, message, file_name, page, line
    from marts.audit_priorities
    inner join (select finding_key, page, line from marts.audit_findings) using (finding_key)
    inner join marts.dim_document using (document_key)
    where city_place is not null
    order by budget_year desc, audit_priorities.city_key, city_place
    """,
)

SHEETS = (DEPARTMENTS, CITIES, FIRST)


def write(source: OpenWarehouse, path: Path, workbooks: Mapping[int, str]) -> Exported:
    """Write the workbook of all departments; ``workbooks`` are those of the departments, by key. Raises OSError."""
    book = Book(source, path, "汇总")
    with book:
        about = book.lines("说明")
        book.add(DEPARTMENTS, link=lambda _page, _row, values: f"external:{workbooks[values[0]]}")
        book.add(CITIES)
        book.add(FIRST)
        about(
            [
                (
                    "金额",
                    "万元, the money of projects; a project that is printed again counts once, forms of whole "
                    "departments are no part of it. A row of sums adds only the rows that the filter shows",
                ),
                ("疑点", "A finding is a reason for review, not a conclusion"),
                *((own.title, own.row) for own in SHEETS),
                *(("注意", note) for note in book.notes),
            ]
        )
    return book.exported()
