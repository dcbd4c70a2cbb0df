"""The sheets of a department's workbook: what an auditor reads, each a query over ``marts``.

Column names are those of ``marts``; a sheet prints their Chinese terms. The parameter is a department_key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, what one row is (in English, as in the catalogue of messages), and the query of its rows.

    ``summed`` are the columns of which any sum is right; ``terms`` name columns that stand in no table of ``marts``;
    ``is_numbered`` sheets begin with the number of the row.
    """

    title: str
    row: str
    query: str
    summed: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    is_numbered: bool = False


ORIGINAL = "原文"
"""The sheet to which the numbers of findings lead."""

CONTEXT = """
    file_name, findings.page, findings.line,
    substr(text, greatest(findings.char_start - 120, 0) + 1, least(findings.char_start, 120)) || '【'
    || substr(text, findings.char_start + 1, findings.char_end - findings.char_start) || '】'
    || substr(text, findings.char_end + 1, 120) as context,
    url
"""
"""Where the words of a finding stand, with those around them."""

FIRST_TO_OPEN = """
    order by
        list_position(['high', 'medium', 'low'], severity), list_position(['proved', 'read', 'judged'], certainty),
        coalesce(amount_at_stake_wan, 0) desc, repeats desc, finding_key
"""
"""The order in which an auditor opens findings, that of ``audit_priorities``."""

SHEETS = (
    Sheet(
        "项目资金",
        "A row: one funding source of a project in a document",
        """
        select
            budget_year, unit_name, project_name, funding_source_name, amount_wan, counted_wan, midterm_amount_wan,
            amount_printed, fct_funding.is_repaired, is_classified, file_name, page, line
        from marts.fct_funding
        inner join marts.dim_year using (year_key)
        inner join marts.dim_unit using (unit_key)
        inner join marts.dim_project using (project_key)
        inner join marts.dim_funding_source using (funding_source_key)
        inner join marts.dim_document using (document_key)
        where fct_funding.department_key = ?
        order by funding_key
        """,
        summed=("counted_wan",),
    ),
    Sheet(
        "绩效指标",
        "A row: one indicator of a project in a document",
        """
        select
            budget_year, unit_name, project_name, indicator_seq, level1_name, level2_name, indicator_name,
            annual_target, annual_operator, annual_value, annual_upper_value, annual_unit,
            cycle_target, cycle_operator, cycle_value, cycle_upper_value, cycle_unit, file_name, page, line
        from marts.fct_indicators
        inner join marts.dim_year using (year_key)
        inner join marts.dim_unit using (unit_key)
        inner join marts.dim_project using (project_key)
        inner join marts.dim_category using (category_key)
        inner join marts.dim_document using (document_key)
        where fct_indicators.department_key = ?
        order by indicator_key
        """,
    ),
    Sheet(
        "绩效目标",
        "A row: the goal of a project in a document",
        """
        select
            budget_year, unit_name, project_name, annual_goal, cycle_goal, cycle_start_year, cycle_end_year, reply,
            file_name, page, line
        from marts.fct_goals
        inner join marts.dim_year using (year_key)
        inner join marts.dim_unit using (unit_key)
        inner join marts.dim_project using (project_key)
        inner join marts.dim_document using (document_key)
        where fct_goals.department_key = ?
        order by goal_key
        """,
    ),
    Sheet(
        "部门整体支出",
        "A row: a budget item of the form of a whole department; a total stands beside its items: never add "
        "them, nor to the money of projects",
        """
        select
            budget_year, form_seq, item, item_printed, amount_wan, initial_wan, executed_wan, execution_rate,
            execution_score, amount_printed, is_proved, file_name, page, line
        from marts.fct_department_budget
        inner join marts.dim_year using (year_key)
        inner join marts.dim_document using (document_key)
        where fct_department_budget.department_key = ?
        order by department_budget_key
        """,
    ),
    Sheet(
        "部门整体目标",
        "A row: the goal of the form of a whole department",
        """
        select
            budget_year, form_seq, annual_goal, cycle_goal, achieved_goal, total_score, particulars, file_name, page,
            line
        from marts.fct_department_goals
        inner join marts.dim_year using (year_key)
        inner join marts.dim_document using (document_key)
        where fct_department_goals.department_key = ?
        order by department_goal_key
        """,
    ),
    Sheet(
        "重点工作任务",
        "A row: a main task of the year in the form of a whole department",
        """
        select
            budget_year, form_seq, task_seq, task_name, content, amount_wan, amount_printed, fiscal_wan,
            special_account_wan, other_wan, executed_wan, is_part, file_name, page, line
        from marts.fct_department_tasks
        inner join marts.dim_year using (year_key)
        inner join marts.dim_document using (document_key)
        where fct_department_tasks.department_key = ?
        order by department_task_key
        """,
    ),
    Sheet(
        "部门整体指标",
        "A row: an indicator of the form of a whole department",
        """
        select
            budget_year, form_seq, indicator_seq, level1_name, level2_name, indicator_name, annual_target,
            annual_operator, annual_value, annual_upper_value, annual_unit, actual, weight, score, reason, note,
            file_name, page, line
        from marts.fct_department_indicators
        inner join marts.dim_year using (year_key)
        inner join marts.dim_category using (category_key)
        inner join marts.dim_document using (document_key)
        where fct_department_indicators.department_key = ?
        order by department_indicator_key
        """,
    ),
    Sheet(
        "勾稽核对",
        "A row: a total that a document prints",
        """
        select
            budget_year, level, amount_kind, name, printed, printed_wan, computed_wan, difference_wan, reconciles,
            is_repaired, file_name, page, line
        from marts.reconciliation
        inner join marts.dim_document using (document_key)
        inner join marts.dim_year using (year_key)
        where department_key = ?
        order by document_key, char_start
        """,
    ),
    Sheet(
        "审计疑点",
        "A row: a finding; the same fault in several rows of a form is one. A finding is a reason for review, "
        "not a conclusion",
        f"""
        select
            budget_year, severity, certainty, rule_code, title_zh, project_name, amount_at_stake_wan, repeats,
            first_year, findings.message, findings.evidence, file_name, findings.page, findings.line
        from marts.audit_findings as findings
        inner join marts.dim_document using (document_key)
        inner join marts.dim_year using (year_key)
        left join marts.dim_project on findings.project_key = dim_project.project_key
        where department_key = ?
        {FIRST_TO_OPEN}
        """,
        is_numbered=True,
    ),
    Sheet(
        ORIGINAL,
        "A row: the words of a finding in its document, those meant in 【】; in the order of the findings",
        f"""
        select
            {CONTEXT}
        from marts.audit_findings as findings
        inner join marts.dim_document using (document_key)
        left join landing.sources on dim_document.document_key = document_id
        where department_key = ?
        {FIRST_TO_OPEN}
        """,
        terms={"context": "原文及上下文"},
        is_numbered=True,
    ),
    Sheet(
        "疑点所在行",
        "A row: a row of a form that a finding rests on",
        """
        select
            budget_year, findings.severity, hits.rule_code, project_name, indicator_name, hits.message, hits.evidence,
            file_name, hits.page, hits.line
        from marts.audit_finding_rows as hits
        inner join marts.audit_findings as findings using (finding_key)
        inner join marts.dim_document on hits.document_key = dim_document.document_key
        inner join marts.dim_year using (year_key)
        left join marts.dim_project on hits.project_key = dim_project.project_key
        left join marts.fct_indicators on hits.indicator_key = fct_indicators.indicator_key
        where dim_document.department_key = ?
        order by
            list_position(['high', 'medium', 'low'], findings.severity),
            list_position(['proved', 'read', 'judged'], findings.certainty),
            coalesce(findings.amount_at_stake_wan, 0) desc, findings.repeats desc, finding_key, result_key
        """,
    ),
)

DEPARTMENTS = """
    select department_key, department_name, city_name, function_name
    from marts.dim_department
    inner join marts.dim_city using (city_key)
    order by department_key
"""
