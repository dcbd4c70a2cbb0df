with attributes as (
    {{ touched('project_attributes') }}
),

printed as (
    select
        document_key,
        project_key,
        try_cast(value as decimal(18, 8)) as score
    from attributes
    where (regexp_matches(attribute, {{ audit_pattern('score_column') }}))
),

summed as (
    select
        document_key,
        project_key,
        sum(score) as scores_elsewhere
    from printed
    where score is not null
    group by document_key, project_key
)

select * from summed
order by document_key, project_key
