with attributes as (
    {{ touched('project_attributes') }}
),

lines as (
    select
        document_key,
        project_key,
        regexp_extract(attribute, ' (budget|adjusted|executed)$', 1) as measure,
        try_cast(replace(value, ',', '') as decimal(18, 6)) as printed,
        regexp_matches(attribute, {{ audit_pattern('budget_fund') }}) as is_fund,
        attribute
    from attributes
    where
        regexp_matches(attribute, ' (budget|adjusted|executed)$')
        and (
            regexp_matches(attribute, '(中央|地方|省|市|县|区|本级).* ')
            or regexp_matches(attribute, {{ audit_pattern('budget_fund') }})
        )
),

parts as (
    select
        document_key,
        project_key,
        measure,
        count(*) as levels,
        count(*) filter (where attribute like '%地方%') as local_levels,
        -- funds are divided into levels, or levels into funds: which of them cannot be told
        case
            when count(*) = count(printed) and count(*) filter (where is_fund) in (0, count(*)) then sum(printed)
        end as printed
    from lines
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
                then parts.printed
            when try_cast(replace(totals.total_printed, ',', '') as decimal(18, 6)) is not null
                then parts.printed * 0.0001
        end as amount_wan
    from parts
    inner join {{ ref('int_executions_measured') }} as totals
        on
            parts.document_key = totals.document_key
            and parts.project_key = totals.project_key
            and parts.measure = totals.measure
)

select * from summed
