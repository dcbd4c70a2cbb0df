with attributes as (
    {{ touched('project_attributes') }}
),

funding_sources as (
    select * from {{ ref('funding_sources') }}
),

-- where 财政拨款 is printed as a whole, these are parts of it
undivided as (
    select
        sources.document_key,
        sources.project_key
    from {{ ref('fct_execution_by_source') }} as sources
    inner join funding_sources
        on
            sources.funding_source_key = funding_sources.funding_source_key
            and funding_sources.funding_source_code = 'fiscal'
    {{ where_touched() }}
    group by sources.document_key, sources.project_key
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
        sum(printed) as printed
    from lines
    group by document_key, project_key, measure
    having
        count(*) = 2
        and count(printed) = 2
        and count(*) filter (where attribute like '%中央%') = 1
        and count(*) filter (where attribute like '%地方%') = 1
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
    left join undivided
        on parts.document_key = undivided.document_key and parts.project_key = undivided.project_key
    where undivided.document_key is null
),

divided as (
    select
        document_key,
        project_key,
        max(amount_wan) filter (where measure = 'budget') as budget_wan,
        max(amount_wan) filter (where measure = 'adjusted') as adjusted_wan,
        max(amount_wan) filter (where measure = 'executed') as executed_wan
    from summed
    group by document_key, project_key
)

select * from divided
