with forms as (
    select * from {{ ref('int_forms_united') }}
),

projects as (
    {{ touched_projects() }}
),

names as (
    select distinct
        form_key,
        {{ name_key('indicator_name') }} as name_text
    from {{ ref('int_indicators_united') }}
    where indicator_name is not null
),

listed as (
    select
        form_key,
        string_agg(name_text, '。' order by name_text) as names_text
    from names
    group by form_key
),

worded as (
    select
        forms.form_key,
        forms.form_kind,
        forms.document_key,
        projects.project_name,
        projects.project_family,
        {{ name_key("concat_ws('。', projects.project_name, forms.annual_goal, forms.cycle_goal)") }} as goal_text,
        listed.names_text
    from forms
    inner join projects on forms.project_key = projects.project_key
    inner join listed on forms.form_key = listed.form_key
)

select * from worded
