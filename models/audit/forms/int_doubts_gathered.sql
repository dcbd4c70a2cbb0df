with issues as (
    select * from {{ ref('stg_issues') }}
    where
        code not in ('beside', 'hidden', 'weights_not_whole', 'funding_source_assumed')
        -- what is said elsewhere is no doubt about what was read
        and code not in (
            'rate_contradicted',
            'spending_contradicted',
            'budget_contradicted',
            'score_contradicted',
            'grade_contradicted',
            'target_contradicted',
            'actual_contradicted',
            'actual_denied',
            'year_contradicted'
        )
),

gathered as (
    select
        project_row_key as form_key,
        indicator_key
    from issues
    where project_row_key is not null
    group by project_row_key, indicator_key
)

select * from gathered
