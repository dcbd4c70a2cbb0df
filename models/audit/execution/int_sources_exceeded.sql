with lines as (
    select
        lines.document_key,
        lines.project_key,
        names.funding_source_name as line_name,
        coalesce(lines.adjusted_wan, lines.budget_wan) as budget,
        lines.executed_wan as executed,
        lines.char_start
    from ({{ touched('fct_execution_by_source') }}) as lines
    inner join {{ ref('funding_sources') }} as names on lines.funding_source_key = names.funding_source_key
    union all
    select
        document_key,
        project_key,
        line_name,
        coalesce(
            max(case when measure = 'adjusted' then number end), max(case when measure = 'budget' then number end)
        ) as budget,
        max(case when measure = 'executed' then number end) as executed,
        min(char_start) as char_start
    from {{ ref('int_lines_kept') }}
    where measure is not null
    group by document_key, project_key, line_name
    having count(distinct measure) = count(*)
),

-- ten times as much is in another unit
valued as (
    select *
    from lines
    where budget > 0 and executed < 10 * budget
)

select
    document_key,
    project_key,
    line_name,
    cast(budget as decimal(18, 6)) as line_budget,
    cast(executed as decimal(18, 6)) as line_executed
from valued
qualify row_number() over (
    partition by document_key, project_key order by executed - budget desc, char_start asc, line_name asc
) = 1
