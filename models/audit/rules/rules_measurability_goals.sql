{%- set goal = "translate(" ~ name_key('annual_goal') ~ ", ',;.:、。', '')" -%}
with judged as (
    select
        {{ subject_columns() }},
        annual_goal is not null and project_name is not null and not is_classified and not is_blank as applies,
        {{ goal }} = translate({{ name_key('project_name') }}, ',;.:、。', '') as is_hit,
        {{ says('年度目标只写项目名称：{annual_goal}', 'The goal is the name of the project: {annual_goal}') }}
    from {{ subjects_of('goal_repeats_name', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
