with sources as (
    select
        lines.document_key,
        lines.project_key,
        names.funding_source_name as line_name,
        lines.char_start,
        lines.budget_wan as budget,
        lines.adjusted_wan as adjusted,
        lines.executed_wan as executed,
        lines.execution_rate
    from {{ ref('fct_execution_by_source') }} as lines
    inner join {{ ref('funding_sources') }} as names on lines.funding_source_key = names.funding_source_key
    {{ where_touched() }}
),

others as (
    select
        document_key,
        project_key,
        line_name,
        min(char_start) as char_start,
        max(number) filter (where measure = 'budget') as budget,
        max(number) filter (where measure = 'adjusted') as adjusted,
        max(number) filter (where measure = 'executed') as executed,
        max(number) filter (where measure = 'execution_rate') as execution_rate
    from {{ ref('int_lines_kept') }}
    where measure is not null
    group by document_key, project_key, line_name
    having count(distinct measure) = count(*)
),

lines as (
    select * from sources
    union all
    select * from others
),

rated as (
    select
        *,
        100 * executed / nullif(coalesce(adjusted, budget), 0) as computed_rate,
        100 * executed / nullif(budget, 0) as first_rate
    from lines
    where execution_rate is not null and executed is not null and coalesce(adjusted, budget) > 0
),

compared as (
    select
        document_key,
        project_key,
        line_name,
        execution_rate,
        computed_rate,
        char_start,
        least(
            abs(execution_rate - computed_rate),
            abs(100 * execution_rate - computed_rate),
            abs(execution_rate - coalesce(first_rate, computed_rate))
        ) as rate_difference
    from rated
)

select
    document_key,
    project_key,
    line_name,
    execution_rate,
    cast(computed_rate as decimal(18, 6)) as computed_rate,
    cast(rate_difference as decimal(18, 6)) as rate_difference
from compared
qualify row_number() over (
    partition by document_key, project_key order by rate_difference desc, char_start asc
) = 1
