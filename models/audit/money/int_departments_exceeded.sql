with forms as (
    select * from {{ ref('int_forms_united') }}
),

-- the one form of a whole department in its document
departments as (
    select
        document_key,
        department_key,
        budget_year,
        max(largest_wan) as department_wan
    from forms
    where form_kind = 'department'
    group by document_key, department_key, budget_year
    having count(*) = 1 and max(largest_wan) > 0 and bool_and(is_proved)
)

select
    forms.form_key,
    departments.department_wan,
    forms.amount_wan > departments.department_wan * 1.01 as is_above_department
from forms
inner join departments
    on
        forms.document_key = departments.document_key
        and forms.department_key = departments.department_key
        and forms.budget_year = departments.budget_year
where forms.form_kind != 'department' and forms.amount_wan is not null
