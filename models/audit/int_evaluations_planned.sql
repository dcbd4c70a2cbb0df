with forms as (
    select * from {{ ref('int_forms_united') }}
),

indicators as (
    select * from {{ ref('int_indicators_audited') }}
    where name_text is not null
),

plans as (
    select
        project_key,
        budget_year,
        max(form_key) as plan_key,
        max(amount_wan) as planned_wan,
        bool_and(is_proved) as planned_is_proved
    from forms
    where form_kind = 'plan'
    group by project_key, budget_year
    having count(*) = 1
),

evaluated as (
    select
        forms.form_key,
        plans.plan_key,
        plans.planned_wan,
        plans.planned_is_proved
    from forms
    inner join plans on forms.project_key = plans.project_key and forms.budget_year = plans.budget_year
    where forms.form_kind = 'evaluation'
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
