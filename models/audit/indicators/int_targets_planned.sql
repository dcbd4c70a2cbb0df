-- a name that a plan prints once
with planned as (
    select
        form_key as plan_key,
        name_text,
        max(annual_target) as planned_target,
        max(annual_text) as planned_text,
        max(annual_value) as planned_value,
        max(annual_plain_unit) as planned_unit
    from {{ ref('int_indicators_audited') }}
    where form_kind = 'plan'
    group by form_key, name_text
    having count(*) = 1
),

joined as (
    select
        evaluated.form_key,
        planned.*
    from {{ ref('int_plans_evaluated') }} as evaluated
    inner join planned on evaluated.plan_key = planned.plan_key
)

select * from joined
