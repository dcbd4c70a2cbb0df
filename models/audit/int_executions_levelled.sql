with attributes as (
    {{ touched('project_attributes') }}
),

lines as (
    select
        document_key,
        project_key,
        regexp_extract(attribute, ' (budget|adjusted|executed)$', 1) as measure,
        try_cast(replace(value, ',', '') as decimal(18, 6)) as printed,
        attribute
    from attributes
    where regexp_matches(attribute, '(中央|地方|省|市|县|区|本级).* (budget|adjusted|executed)$')
),

parts as (
    select
        document_key,
        project_key,
        measure,
        count(*) as levels,
        count(*) filter (where attribute like '%地方%') as local_levels,
        case when count(*) = count(printed) then sum(printed) end as printed
    from lines
    group by document_key, project_key, measure
),

totals as (
    select
        executions.document_key,
        executions.project_key,
        measures.measure,
        case measures.measure
            when 'budget' then executions.budget_printed
            when 'adjusted' then executions.adjusted_printed
            else executions.executed_printed
        end as printed,
        case measures.measure
            when 'budget' then executions.budget_wan
            when 'adjusted' then executions.adjusted_wan
            else executions.executed_wan
        end as amount_wan
    from {{ ref('fct_execution') }} as executions
    cross join (values ('budget'), ('adjusted'), ('executed')) as measures (measure)
    {{ where_touched() }}
),

summed as (
    select
        parts.document_key,
        parts.project_key,
        parts.measure,
        parts.levels,
        parts.local_levels,
        totals.amount_wan as total_wan,
        case
            when try_cast(replace(totals.printed, ',', '') as decimal(18, 6)) = totals.amount_wan then parts.printed
            when try_cast(replace(totals.printed, ',', '') as decimal(18, 6)) is not null then parts.printed * 0.0001
        end as amount_wan
    from parts
    inner join totals
        on
            parts.document_key = totals.document_key
            and parts.project_key = totals.project_key
            and parts.measure = totals.measure
)

select * from summed
