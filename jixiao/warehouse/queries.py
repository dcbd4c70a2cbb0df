"""What the frames of a warehouse hold: a query over ``marts`` each, its key first and the place of its words last."""

_OF_DOCUMENT = """
    inner join marts.dim_document as document using (document_key)
    inner join marts.dim_year on document.year_key = dim_year.year_key
    inner join marts.dim_city on document.city_key = dim_city.city_key
    inner join marts.dim_department on document.department_key = dim_department.department_key
"""
_OF_PROJECT = """
    inner join marts.dim_unit on fact.unit_key = dim_unit.unit_key
    inner join marts.dim_project on fact.project_key = dim_project.project_key
"""

FUNDING = f"""
    select
        funding_key, city_name, department_name, function_name, unit_name, project_name, budget_year,
        funding_source_name, amount_wan, amount_yuan, counted_wan, fact.is_proved, fact.is_repaired, file_name,
        fact.page, fact.line
    from marts.fct_funding as fact
    {_OF_DOCUMENT} {_OF_PROJECT}
    inner join marts.dim_funding_source using (funding_source_key)
    where {{chosen}}
    order by budget_year, document.city_key, document.department_key, funding_key
"""

INDICATORS = f"""
    select
        indicator_key, city_name, department_name, function_name, unit_name, project_name, budget_year, indicator_seq,
        level1_name, level2_name, indicator_name, annual_target, annual_operator, annual_value, annual_upper_value,
        annual_unit, annual_is_quantitative, cycle_target, cycle_operator, cycle_value, cycle_upper_value, cycle_unit,
        cycle_is_quantitative, is_counted, file_name, fact.page, fact.line
    from marts.fct_indicators as fact
    {_OF_DOCUMENT} {_OF_PROJECT}
    inner join marts.dim_category using (category_key)
    where {{chosen}}
    order by budget_year, document.city_key, document.department_key, indicator_key
"""

PROJECTS = f"""
    with money as (
        select document_key, project_key, cast(sum(amount_wan) as decimal(18, 6)) as amount_wan,
            cast(sum(counted_wan) as decimal(18, 6)) as counted_wan
        from marts.fct_funding group by all
    ),

    counted as (
        select
            document_key, project_key, count(*) as indicators,
            count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative_indicators
        from marts.fct_indicators group by all
    )

    select
        goal_key, city_name, department_name, function_name, unit_name, project_name, project_family, is_classified,
        budget_year, form, amount_wan, counted_wan, coalesce(indicators, 0) as indicators,
        coalesce(quantitative_indicators, 0) as quantitative_indicators, annual_goal, cycle_goal, file_name, fact.page,
        fact.line
    from marts.fct_goals as fact
    {_OF_DOCUMENT} {_OF_PROJECT}
    left join money on fact.document_key = money.document_key and fact.project_key = money.project_key
    left join counted on fact.document_key = counted.document_key and fact.project_key = counted.project_key
    where {{chosen}}
    order by budget_year, document.city_key, document.department_key, goal_key
"""

FINDINGS = f"""
    select
        finding_key, city_name, department_name, function_name, project_name, indicator_name, budget_year, severity,
        certainty, rule_code, title_zh, fact.message, fact.evidence, amount_at_stake_wan, repeats, first_year,
        file_name, fact.page, fact.line
    from marts.audit_findings as fact
    {_OF_DOCUMENT}
    left join marts.dim_project on fact.project_key = dim_project.project_key
    left join marts.fct_indicators on fact.indicator_key = fct_indicators.indicator_key
    where {{chosen}}
    order by
        list_position(['high', 'medium', 'low'], severity), list_position(['proved', 'read', 'judged'], certainty),
        coalesce(amount_at_stake_wan, 0) desc, repeats desc, finding_key
"""
"""In the order in which an auditor opens them, that of ``audit_priorities``."""
