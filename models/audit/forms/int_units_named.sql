with forms as (
    select * from {{ ref('int_forms_united') }}
),

projects as (
    {{ touched_projects() }}
),

units as (
    select * from {{ ref('dim_unit') }}
    {{ where_touched('department_key') }}
),

named as (
    select
        forms.form_key,
        max(others.unit_name) as other_unit_name
    from forms
    inner join projects on forms.project_key = projects.project_key
    inner join units on forms.unit_key = units.unit_key
    inner join units as others
        on
            units.department_key = others.department_key
            and units.unit_key != others.unit_key
            and starts_with({{ name_key('projects.project_name') }}, {{ name_key('others.unit_name') }})
            and not starts_with({{ name_key('projects.project_name') }}, {{ name_key('units.unit_name') }})
    group by forms.form_key
)

select * from named
