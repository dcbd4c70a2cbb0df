with forms as (
    select
        form_key,
        project_key,
        unit_key
    from {{ ref('int_forms_united') }}
    where project_key is not null
),

projects as (
    select
        project_key,
        {{ name_key('project_name') }} as project_text
    from ({{ touched_projects() }}) as touched
),

units as (
    select
        unit_key,
        department_key,
        unit_name,
        {{ name_key('unit_name') }} as unit_text
    from {{ ref('dim_unit') }}
    {{ where_touched('department_key') }}
),

begun as (
    select
        forms.form_key,
        forms.unit_key,
        units.department_key,
        projects.project_text
    from forms
    inner join projects on forms.project_key = projects.project_key
    inner join units on forms.unit_key = units.unit_key
    where not starts_with(projects.project_text, units.unit_text)
),

named as (
    select
        begun.form_key,
        max(others.unit_name) as other_unit_name
    from begun
    inner join units as others
        on
            begun.department_key = others.department_key
            and begun.unit_key != others.unit_key
            and starts_with(begun.project_text, others.unit_text)
    group by begun.form_key
)

select * from named
