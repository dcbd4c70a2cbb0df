with plans as (
    {{ touched('fct_indicators') }}
),

evaluations as (
    {{ touched('fct_performance') }}
),

-- targets in words
worded as (
    select
        indicator_key as subject_key,
        document_key,
        annual_end as target_end
    from plans
    where not annual_is_quantitative and annual_unit is null and not regexp_matches(annual_target, '[0-9０-９]')
    union all
    select
        performance_key as subject_key,
        document_key,
        target_end
    from evaluations
    where not target_is_quantitative and target_unit is null and not regexp_matches(target, '[0-9０-９]')
),

-- the cell behind a target
placed as (
    select
        worded.subject_key,
        substr(texts.text, worded.target_end + 1, 16) as behind
    from worded
    inner join {{ ref('stg_sources') }} as texts on worded.document_key = texts.document_id
    where regexp_matches(texts.text, {{ audit_pattern('unit_label') }})
),

found as (
    select
        subject_key,
        nullif(regexp_extract(behind, {{ audit_pattern('unit_cell') }}, 1), '') as unit_beside
    from placed
)

select * from found
where unit_beside is not null
