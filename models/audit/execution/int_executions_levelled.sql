with lines as (
    select
        *,
        regexp_matches(line_name, {{ audit_pattern('budget_fund') }}) as is_fund
    from {{ ref('int_lines_kept') }}
    where measure != 'execution_rate'
),

parts as (
    select
        document_key,
        project_key,
        measure,
        count(*) as levels,
        count(*) filter (where line_name like '%地方%') as local_levels,
        -- funds are divided into levels, or levels into funds: which of them cannot be told
        case
            when count(*) = count(number) and count(*) filter (where is_fund) in (0, count(*)) then sum(number)
        end as number
    from lines
    where is_level or is_fund
    group by document_key, project_key, measure
),

summed as (
    select
        parts.document_key,
        parts.project_key,
        parts.measure,
        parts.levels,
        parts.local_levels,
        totals.total_wan,
        case
            when try_cast(replace(totals.total_printed, ',', '') as decimal(18, 6)) = totals.total_wan
                then parts.number
            when try_cast(replace(totals.total_printed, ',', '') as decimal(18, 6)) is not null
                then parts.number * 0.0001
        end as amount_wan
    from parts
    inner join {{ ref('int_executions_measured') }} as totals
        on
            parts.document_key = totals.document_key
            and parts.project_key = totals.project_key
            and parts.measure = totals.measure
)

select * from summed
