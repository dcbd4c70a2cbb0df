with projects as (
    {{ touched_projects() }}
),

forms as (
    select
        forms.form_key,
        forms.form_kind,
        forms.department_key,
        forms.project_key,
        forms.budget_year,
        {{ name_key('projects.project_name') }} as project_text
    from {{ ref('int_forms_united') }} as forms
    inner join projects on forms.project_key = projects.project_key
),

-- of one project, or of one name in the department where its forms name other units
pairs as (
    select
        evaluations.form_key,
        plans.form_key as plan_key,
        plans.project_key = evaluations.project_key as is_of_project,
        count(*) over (
            partition by evaluations.form_key, plans.project_key = evaluations.project_key
        ) as plans_alike,
        count(*) over (
            partition by plans.form_key, plans.project_key = evaluations.project_key
        ) as evaluations_alike,
        max(case when plans.project_key = evaluations.project_key then 1 else 0 end) over (
            partition by evaluations.form_key
        ) as has_own,
        max(case when plans.project_key = evaluations.project_key then 1 else 0 end) over (
            partition by plans.form_key
        ) as is_taken
    from forms as evaluations
    inner join forms as plans
        on
            evaluations.department_key = plans.department_key
            and evaluations.budget_year = plans.budget_year
            and evaluations.project_text = plans.project_text
            and case when evaluations.form_kind = 'evaluation' then 'plan' end = plans.form_kind
),

evaluated as (
    select
        form_key,
        plan_key
    from pairs
    where
        plans_alike = 1
        and (is_of_project or evaluations_alike = 1 and has_own = 0 and is_taken = 0)
)

select * from evaluated
