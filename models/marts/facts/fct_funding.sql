with funding as (
    select * from {{ ref('stg_funding') }}
),

projects as (
    select * from {{ ref('int_projects_located') }}
),

funding_sources as (
    select * from {{ ref('funding_sources') }}
),

confidences as (
    {{ least_confidence('stg_funding', ['project_row_key', 'funding_source_code']) }}
),

facts as (
    select
        {{ project_source_key('funding.project_row_key', 'funding_sources.funding_source_key') }} as funding_key,
        projects.document_key,
        projects.city_key,
        projects.department_key,
        projects.unit_key,
        projects.project_key,
        projects.year_key,
        funding_sources.funding_source_key,
        funding.amount_wan,
        cast(cast(funding.amount_wan as decimal(22, 6)) * 10000 as decimal(18, 2)) as amount_yuan,
        funding.midterm_amount_wan,
        funding.amount_printed,
        funding.midterm_amount_printed,
        funding.is_repaired,
        coalesce(funding.is_proved, false) as is_proved,
        projects.is_counted,
        cast(case when projects.is_counted then funding.amount_wan else 0 end as decimal(18, 6)) as counted_wan,
        cast(coalesce(confidences.confidence, 1) as decimal(5, 4)) as confidence,
        funding.page,
        funding.line,
        funding.char_start,
        funding.char_end
    from funding
    inner join projects on funding.project_row_key = projects.project_row_key
    inner join funding_sources on funding.funding_source_code = funding_sources.funding_source_code
    left join confidences
        on
            funding.project_row_key = confidences.project_row_key
            and funding.funding_source_code = confidences.funding_source_code
)

select * from facts
order by department_key, funding_key
