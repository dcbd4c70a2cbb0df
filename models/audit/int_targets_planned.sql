with planned as (
    select
        project_key,
        budget_year,
        name_text,
        max(annual_target) as planned_target,
        max(annual_text) as planned_text,
        max(annual_value) as planned_value,
        max(annual_plain_unit) as planned_unit
    from {{ ref('int_indicators_audited') }}
    where form_kind = 'plan'
    group by project_key, budget_year, name_text
    having count(*) = 1
)

select * from planned
