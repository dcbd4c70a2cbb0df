with judged as (
    select
        {{ subject_columns() }},
        annual_goal is not null and project_name is not null and not is_classified and not is_blank as applies,
        coalesce(is_name_alone, false)
        or translate({{ name_key('annual_goal') }}, ',;.:、。', '')
        = translate({{ name_key('project_name') }}, ',;.:、。', '') as is_hit,
        {{ says('年度目标只写项目名称：{annual_goal}', 'The goal is the name of the project: {annual_goal}') }}
    from {{ subjects_of('goal_repeats_name', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        is_empty_goal is not null
        and form_kind != 'department'
        and indicators > 0
        and not is_classified
        and not is_blank
        -- 保障机关正常运转 is what running a body is for
        and not coalesce(is_basic or is_standard or says_none, false) as applies,
        is_empty_goal as is_hit,
        {{ says('绩效目标没有具体内容：{coalesce(annual_goal, cycle_goal)}',
            'The goal says nothing of its project: {coalesce(annual_goal, cycle_goal)}') }}
    from {{ subjects_of('goal_without_content', 'int_projects_weighed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
