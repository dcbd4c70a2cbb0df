with forms as (
    select * from {{ ref('int_forms_united') }}
),

indicators as (
    select * from {{ ref('int_indicators_audited') }}
    where name_text is not null
),

evaluated as (
    select
        evaluated.form_key,
        evaluated.plan_key,
        -- of another unit, money that nothing proves may be one of its sources
        case when forms.is_proved or forms.project_key = own.project_key then forms.amount_wan end as planned_wan,
        forms.is_proved as planned_is_proved
    from {{ ref('int_plans_evaluated') }} as evaluated
    inner join forms on evaluated.plan_key = forms.form_key
    inner join forms as own on evaluated.form_key = own.form_key
),

compared as (
    select
        evaluated.form_key,
        count(distinct planned.name_text) as planned_names,
        count(distinct planned.name_text) filter (where answered.name_text is null) as unanswered_names,
        min(planned.indicator_name) filter (where answered.name_text is null) as unanswered_name
    from evaluated
    inner join indicators as planned on evaluated.plan_key = planned.form_key
    left join indicators as answered
        on evaluated.form_key = answered.form_key and planned.name_text = answered.name_text
    group by evaluated.form_key
),

joined as (
    select
        evaluated.form_key,
        evaluated.planned_wan,
        evaluated.planned_is_proved,
        compared.planned_names,
        compared.unanswered_names,
        compared.unanswered_name
    from evaluated
    left join compared on evaluated.form_key = compared.form_key
)

select * from joined
