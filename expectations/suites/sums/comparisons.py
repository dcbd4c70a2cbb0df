"""Comparisons: what is summed, counted and averaged over documents is computed here a second time, another way.

A build of what is new looks at the cities that it touched.
"""

from great_expectations.expectations import Expectation

from expectations.expect import no_rows
from expectations.steps import CITIES, CITY_FUNDING, CITY_INDICATORS, CITY_PRINTED_AGAIN, ratio_differs

_BUDGETS = """
    select distinct city_key, function_code, department_key, year_key as budget_year from marts.fct_goals
    inner join cities using (city_key)
    inner join marts.dim_department using (department_key)
"""
"""The departments with a budget, year by year."""

_LIKE_FOR_LIKE = """
    select
        later.city_key, later.function_code, funding.funding_source_code, later.budget_year,
        sum(case later.budget_year - funding.budget_year when 0 then funding.amount_wan else 0 end) as alike_wan,
        sum(case later.budget_year - funding.budget_year when 1 then funding.amount_wan else 0 end) as alike_before_wan
    from budgets as later
    semi join budgets as earlier
        on later.department_key = earlier.department_key and later.budget_year - 1 = earlier.budget_year
    inner join funding
        on
            later.department_key = funding.department_key
            and funding.budget_year between later.budget_year - 1 and later.budget_year
    group by all
"""
"""Amounts of the departments that have a budget in a year and in the year before."""

_YEARS = """
    select
        *,
        len(departments_of) as departments,
        len(list_intersect(departments_of, case when earlier = budget_year - 1 then departments_before end)) as in_both
    from (
        select
            *,
            lag(budget_year) over before as earlier,
            lag(departments_of) over before as departments_before
        from (
            select city_key, function_code, budget_year, list(department_key) as departments_of from budgets
            group by all
        )
        window before as (partition by city_key, function_code order by budget_year)
    )
"""

_YEARLY = """
    select
        city_key, function_code, funding_source_code, budget_year,
        sum(amount_wan) as amount_wan,
        len(list_distinct(list(project_key))) as projects,
        sum(len(coalesce(indicators_of, []))) as indicators
    from funding
    left join (
        select document_key, project_key, list(indicator_key) as indicators_of from indicators group by all
    ) using (document_key, project_key)
    group by all
"""

_YEARLY_BEFORE = """
    select
        *,
        max(amount_wan) over (
            partition by city_key, function_code, funding_source_code
            order by budget_year range between 1 preceding and 1 preceding
        ) as before_wan
    from yearly
"""


COMPARISONS: tuple[Expectation, ...] = (
    no_rows(
        "years_are_sums_of_the_facts",
        "marts.year_over_year",
        "Amounts, counts and changes by year are those of the facts, and of the departments published in both years.",
        f"""
        select marts.*, before_wan, alike_wan, alike_before_wan, years.departments, in_both
        from (select * from marts.year_over_year semi join cities using (city_key)) as marts
        full join before using (city_key, function_code, funding_source_code, budget_year)
        left join like_for_like using (city_key, function_code, funding_source_code, budget_year)
        left join years using (city_key, function_code, budget_year)
        where
            marts.amount_wan is distinct from before.amount_wan
            or marts.projects <> before.projects
            or marts.indicators <> before.indicators
            or marts.previous_amount_wan is distinct from before_wan
            or marts.change_wan is distinct from before.amount_wan - before_wan
            or marts.departments is distinct from years.departments
            or marts.departments_in_both <> coalesce(in_both, 0)
            or marts.earlier_budget_year is distinct from earlier
            or marts.has_previous_year <> coalesce(earlier = budget_year - 1, false)
            or marts.previous_year_status <> case
                when not marts.has_previous_year then 'no_document' when before_wan is null then 'no_amount'
                else 'published'
            end
            or marts.like_for_like_amount_wan is distinct from alike_wan
            or marts.like_for_like_previous_wan is distinct from alike_before_wan
            or marts.like_for_like_change_wan is distinct from alike_wan - alike_before_wan
            or {ratio_differs("marts.change_ratio", "marts.change_wan", "before_wan")}
            or {ratio_differs("marts.like_for_like_change_ratio", "marts.like_for_like_change_wan", "alike_before_wan")}
        """,
        given={
            **CITIES,
            "funding": CITY_FUNDING,
            "indicators": CITY_INDICATORS,
            "budgets": _BUDGETS,
            "like_for_like": _LIKE_FOR_LIKE,
            "years": _YEARS,
            "yearly": _YEARLY,
            "before": _YEARLY_BEFORE,
        },
    ),
    no_rows(
        "cities_are_sums_of_the_facts",
        "marts.city_comparison",
        "Amounts, projects, indicators and shares of a city are those of the facts of its documents.",
        f"""
        with goals as (
            select function_code, city_key, year_key as budget_year,
                len(list_distinct(list(project_key) filter (where is_counted))) as projects
            from marts.fct_goals
            inner join cities using (city_key)
            inner join marts.dim_department using (department_key)
            group by all
        ),

        money as (select function_code, city_key, budget_year, sum(amount_wan) as amount_wan from funding group by all),

        counted as (
            select function_code, city_key, budget_year, count(*) as indicators,
                sum(cast(is_quantitative as integer)) as quantitative
            from indicators
            group by all
        ),

        totals as (
            select function_code, city_key, budget_year, count(*) as compared,
                sum(cast(printed_wan = computed_wan as integer)) as alike
            from (
                select function_code, goals.city_key, goals.year_key as budget_year, printed_wan, computed_wan
                from marts.fct_goals as goals
                inner join cities using (city_key)
                inner join marts.dim_department using (department_key)
                inner join marts.reconciliation using (document_key, project_key)
                where reconciliation.level = 'project'
            )
            group by all
        )

        select marts.*, goals.projects, money.amount_wan, counted.*, totals.*
        from (select * from marts.city_comparison semi join cities using (city_key)) as marts
        full join goals using (function_code, city_key, budget_year)
        left join money using (function_code, city_key, budget_year)
        left join printed_again using (function_code, city_key, budget_year)
        left join counted using (function_code, city_key, budget_year)
        left join totals using (function_code, city_key, budget_year)
        where
            marts.projects is distinct from goals.projects
            or marts.amount_wan <> coalesce(money.amount_wan, 0)
            or marts.amount_again_wan <> coalesce(printed_again.amount_wan, 0)
            or marts.indicators <> coalesce(counted.indicators, 0)
            or abs(marts.indicators_per_project * goals.projects - marts.indicators) > 0.0001 * goals.projects
            or {ratio_differs("marts.quantitative_share", "counted.quantitative", "counted.indicators")}
            or {ratio_differs("marts.reconciled_share", "coalesce(totals.alike, 0)", "totals.compared")}
        """,
        given={**CITIES, "funding": CITY_FUNDING, "indicators": CITY_INDICATORS, "printed_again": CITY_PRINTED_AGAIN},
    ),
    no_rows(
        "targets_are_sorted_by_hand",
        "marts.indicator_targets",
        "Least, median and greatest target stand first, in the middle and last among the sorted targets of the facts.",
        """
        with targets as (
            select
                function_code, city_key, budget_year, category_key,
                coalesce(annual_unit, '') as target_unit,
                coalesce(
                    ['at_least', 'at_least', 'at_most', 'at_most', 'exactly', 'about'][
                        list_position(['>=', '>', '<=', '<', '=', '~'], annual_operator)
                    ],
                    'between'
                ) as direction,
                count(*) as targets,
                list_sort(list(annual_value) filter (where annual_upper_value is null)) as ordered
            from indicators
            where annual_value is not null
            group by all
        ),

        middles as (
            select *, len(ordered) as n, (ordered[(n + 1) // 2] + ordered[n // 2 + 1]) / 2 as middle from targets
        )

        select marts.*, middles.targets, middles.middle
        from (select * from marts.indicator_targets semi join cities using (city_key)) as marts
        full join middles using (function_code, city_key, budget_year, category_key, target_unit, direction)
        where
            marts.targets is distinct from middles.targets
            or marts.least_target is distinct from ordered[1]
            or marts.greatest_target is distinct from ordered[n]
            or (marts.median_target is null) <> (middle is null)
            or abs(cast(marts.median_target as double) - middle) > 0.0000001 * greatest(abs(middle), 1)
        """,
        given={**CITIES, "indicators": CITY_INDICATORS},
    ),
    no_rows(
        "profiles_are_counts_of_the_facts",
        "marts.indicator_profile",
        "What a city asks for in a category is counted from its indicators, and the commonest target is one of them.",
        f"""
        with counted as (
            select
                function_code, city_key, budget_year, category_key,
                count(*) as indicators,
                sum(cast(is_quantitative as integer)) as quantitative
            from indicators
            group by all
        ),

        commonest as (
            select function_code, city_key, budget_year, category_key, max(targets) as most, sum(targets) as targets
            from marts.indicator_targets
            group by all
        )

        select marts.*, counted.indicators, counted.quantitative, most
        from (select * from marts.indicator_profile semi join cities using (city_key)) as marts
        full join counted using (function_code, city_key, budget_year, category_key)
        left join commonest using (function_code, city_key, budget_year, category_key)
        left join marts.indicator_targets as agreed
            using (function_code, city_key, budget_year, category_key, target_unit, direction)
        where
            marts.indicators is distinct from counted.indicators
            or marts.quantitative_indicators is distinct from counted.quantitative
            or {ratio_differs("marts.quantitative_share", "counted.quantitative", "counted.indicators")}
            or marts.targets_in_agreement is distinct from most
            or most is distinct from agreed.targets
            or marts.median_target is distinct from agreed.median_target
            or {ratio_differs("marts.agreement_share", "most", "commonest.targets")}
        """,
        given={**CITIES, "indicators": CITY_INDICATORS},
    ),
)
"""The suite ``comparisons``."""
