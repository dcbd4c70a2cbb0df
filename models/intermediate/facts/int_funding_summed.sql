with funding as (
    select
        funding.document_id,
        projects.unit_row_key,
        funding.project_row_key,
        funding.funding_source_code,
        funding.amount_wan
    from {{ ref('stg_funding') }} as funding
    inner join {{ ref('stg_projects') }} as projects on funding.project_row_key = projects.project_row_key
),

by_level as (
    select
        levels.level,
        funding.document_id,
        case when levels.level != 'document' then funding.unit_row_key end as unit_row_key,
        case when levels.level = 'project' then funding.project_row_key end as project_row_key,
        funding.funding_source_code,
        funding.amount_wan
    from funding
    cross join (values ('document'), ('unit'), ('project')) as levels (level)
),

by_measure as (
    select
        by_level.level,
        by_level.document_id,
        by_level.unit_row_key,
        by_level.project_row_key,
        case measures.measure when 'total' then 'total' else by_level.funding_source_code end as measure,
        by_level.amount_wan
    from by_level
    cross join (values ('total'), ('source')) as measures (measure)
),

summed as (
    select
        level,
        document_id,
        unit_row_key,
        project_row_key,
        measure,
        sum(amount_wan) as computed_wan
    from by_measure
    group by level, document_id, unit_row_key, project_row_key, measure
)

select * from summed
